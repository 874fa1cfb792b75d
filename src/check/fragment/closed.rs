//! Words of closed classes, with the parts that they play.

use rustc_hash::FxHashMap;

use super::words::Part;

/// Words of closed classes, and verbs that may open a sentence. The network knows them by their place: a new one here needs
/// new weights.
const CLOSED: [(Part, &str); 19] = [
    (Part::Relative, "yang"),
    (
        Part::Preposition,
        "di ke dari pada dalam untuk dengan oleh bagi terhadap kepada tentang mengenai sebagai seperti antara melalui \
         menurut berdasarkan tanpa selama sejak hingga sampai atas akibat berkat demi selain menuju menjelang guna per \
         daripada dekat sekitar sepanjang seputar bersama beserta lewat via laksana ibarat secara kecuali melawan \
         seusai usai sehabis pasca antar asal sebesar sebanyak mulai",
    ),
    (Part::Apposition, "yaitu yakni khususnya terutama utamanya termasuk contohnya baik entah"),
    (
        Part::Subordinator,
        "karena sehingga agar supaya ketika saat jika apabila bila kalau meskipun meski walaupun walau sekalipun setelah \
         sesudah sebelum sementara sambil seraya bahwa dimana sebab asalkan seandainya andai andaikan seolah \
         seolah-olah seakan seakan-akan kendati biarpun lantaran gara-gara tatkala manakala selagi semenjak bilamana \
         dikarenakan hingga-hingga sembari",
    ),
    (Part::And, "dan atau serta maupun"),
    (Part::But, "tetapi tapi melainkan sedangkan padahal"),
    (
        Part::Auxiliary,
        "akan telah sudah sedang masih dapat bisa harus mesti perlu boleh mampu ingin mau hendak pernah sempat tengah \
         bakal wajib patut juga hampir selalu sering kerap biasa turut ikut mulai berhasil terus pun kini",
    ),
    (Part::Negation, "tidak tak belum tidaklah bukannya nggak enggak gak ngga ga tiada"),
    (Part::Copula, "adalah ialah merupakan bukan bukanlah"),
    (
        Part::Existential,
        "ada terdapat muncul tampak terlihat terjadi timbul tinggal tersisa datang lahir diketahui diharapkan disarankan \
         dibutuhkan diperlukan hadir adalah-adalah tersedia berlaku terbukti ternyata",
    ),
    (Part::Adjective, "asasi"),
    (Part::Noun, "milik"),
    (
        Part::Verb,
        "beri berikan klik tekan pilih buka ketik lihat seret tahan lepas lepaskan gunakan pakai masukkan tambahkan hapus buang \
         simpan jalankan pastikan biarkan biarlah centang coba silakan mari jangan hendaklah selesai tiba runtuh bubar bangkrut wafat rusak roboh tewas sembuh anjlok batal",
    ),
    (Part::Degree, "sangat lebih paling cukup terlalu amat kurang makin semakin agak sangatlah sedemikian"),
    (Part::Pronoun, "saya aku ia dia mereka kami kita kamu anda kalian engkau kau beliau dirinya inilah itulah"),
    (Part::Demonstrative, "ini itu tersebut tadi begini begitu demikian"),
    (
        Part::Quantifier,
        "para semua setiap tiap banyak beberapa seluruh sejumlah kedua ketiga sebuah seorang suatu seekor berbagai \
         sebagian salah segala satu",
    ),
    (
        Part::Adverb,
        "hal hanya berikut bahkan menurutnya baginya bahwasanya lagi saja sebenarnya namun kemudian lalu selanjutnya akhirnya biasanya umumnya mungkin tentu memang \
         justru malah misalnya sebelumnya kadang nanti sekarang maka jadi sebaliknya meskipun-begitu \
         sekarang dahulu dulu segera langsung hanyalah sekaligus pula",
    ),
    (Part::Question, "apa siapa mengapa kenapa bagaimana kapan mana apakah berapa"),
];

/// The closed words in alphabetical order, with their parts; a word's place is its number.
static SORTED: std::sync::LazyLock<Vec<(&'static str, Part)>> = std::sync::LazyLock::new(|| {
    let words = CLOSED.iter().flat_map(|&(part, words)| words.split_whitespace().map(move |word| (word, part)));
    let mut sorted: Vec<_> = words.collect();
    sorted.sort_by_key(|&(word, _)| word);
    sorted.dedup_by_key(|&mut (word, _)| word);
    sorted
});

/// How many closed words there are.
pub fn closed_count() -> usize {
    SORTED.len()
}

/// The closed word with this number.
pub fn closed_word(number: usize) -> &'static str {
    SORTED.get(number).map_or("", |&(word, _)| word)
}

/// From a closed word to its number: every word of a text is looked up.
static NUMBERS: std::sync::LazyLock<FxHashMap<&'static str, usize>> =
    std::sync::LazyLock::new(|| SORTED.iter().enumerate().map(|(number, &(word, _))| (word, number)).collect());

/// The number of a closed word.
pub fn closed(form: &str) -> Option<usize> {
    NUMBERS.get(form).copied()
}

/// The part that the closed word with this number plays.
pub fn closed_part(number: usize) -> Part {
    SORTED[number].1
}
