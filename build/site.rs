//! Writes a site of articles in Markdown, to see how long a check of it takes and how much memory it needs.
//!
//! `cargo run --release --example site -- DIR [ARTICLES]`; then `time target/release/saksama check --statistics DIR`.
//!
//! Articles are made of the seeds' sentences, the sentences of the rules' examples, right ones and wrong ones, and frames filled with
//! words of the lexicon and made-up names, some 5 KB each. The same number of articles is the same site, byte for byte, and no
//! two of its articles are alike; of their paragraphs only the ends repeat, as those of real pages do.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

#[path = "site/material.rs"]
mod material;

use material::{Dice, Material};

/// The folders of the site.
const SECTIONS: [&str; 8] =
    ["berita", "keuangan", "kesehatan", "kuliner", "olahraga", "pendidikan", "teknologi", "wisata"];
/// The paragraphs of an article, some headings, and now and then a list.
const PARAGRAPHS: usize = 14;
/// One sentence in so many is a wrong one of an example.
const DEFECTS: usize = 12;

/// What stands below articles.
const ENDS: [&str; 5] = [
    "Artikel ini ditulis untuk pembaca yang ingin memahami persoalannya tanpa istilah yang rumit. Redaksi menerima koreksi dan \
     saran melalui surat elektronik.",
    "Isi artikel ini bersifat umum dan tidak menggantikan nasihat dari tenaga ahli. Periksa kembali syarat dan ketentuan yang \
     berlaku di daerah Anda.",
    "Semua harga dan jadwal dalam artikel ini dicatat pada hari penulisan. Keadaan di lapangan dapat berubah sewaktu-waktu.",
    "Penulis tinggal di dekat pasar lama dan sudah dua puluh tahun mengikuti kehidupan warga di sana. Pada akhir pekan ia merawat \
     kebun kecil di belakang rumahnya.",
    "Foto dan tulisan ini dapat dipakai untuk keperluan pendidikan dengan menyebut sumbernya. Untuk keperluan lain, mintalah izin \
     terlebih dahulu.",
];

fn main() {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments.next().expect("which folder shall the site be written to?");
    let articles = arguments.next().map_or(20_000, |number| number.parse().expect("the number of articles is one"));
    let material = Material::read();
    let mut bytes = 0;
    for number in 0..articles {
        let (path, text) = article(&material, number);
        let path = Path::new(&folder).join(path);
        fs::create_dir_all(path.parent().expect("it lies in a section")).expect("folders can be made");
        bytes += text.len();
        fs::write(path, text).expect("articles can be written");
    }
    println!("{articles} articles, {bytes} bytes");
}

/// The path and the text of an article.
fn article(material: &Material, number: u64) -> (String, String) {
    let mut dice = Dice::new(number);
    let section = SECTIONS[dice.below(SECTIONS.len())];
    let (month, day) = (1 + dice.below(12), 1 + dice.below(28));
    let topic = material.topic(&mut dice);
    let title = material.title(&mut dice, &topic);
    let path = format!("{section}/{}/{month:02}/{number:05}-{}.md", 2015 + number % 10, topic.thing.replace(' ', "-"));
    let mut text = format!(
        "---\ntitle: \"{title}\"\ndate: {}-{month:02}-{day:02}\nauthor: {}\ntags: [{section}, {}]\n---\n\n# {title}\n\n",
        2015 + number % 10,
        topic.person,
        topic.thing
    );
    for paragraph in 0..PARAGRAPHS {
        if paragraph % 3 == 2 {
            let _ = write!(text, "## {}\n\n", material.title(&mut dice, &topic));
        }
        if paragraph % 5 == 4 {
            let items = (0..3).map(|_| format!("- {}\n", material.sentence(&mut dice, &topic, DEFECTS)));
            text.extend(items);
        } else {
            let sentences: Vec<String> =
                (0..3 + dice.below(4)).map(|_| material.sentence(&mut dice, &topic, DEFECTS)).collect();
            text.push_str(&sentences.join(" "));
            text.push('\n');
        }
        text.push('\n');
    }
    let _ = writeln!(text, "{}", ENDS[dice.below(ENDS.len())]);
    (path, text)
}
