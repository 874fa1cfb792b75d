//! The help in Indonesian, laid over the English one.

use std::ffi::OsString;

use clap::{Arg, Command, CommandFactory as _};

use super::arguments::Arguments;
use crate::rule::Lang;

/// What every command does, and how it is called.
const COMMANDS: &[(&str, &str, &str)] = &[
    (
        "saksama",
        "[PILIHAN] <PERINTAH>",
        "Memeriksa artikel berbahasa Indonesia seperti penyunting yang teliti, dan memperbaiki apa yang sudah pasti.",
    ),
    ("check", "check [PILIHAN] [PATH]...", "Periksa artikel, dan perbaiki bila diminta"),
    (
        "baseline",
        "baseline [PILIHAN] [PATH]...",
        "Catat apa yang ditemukan sekarang, supaya check hanya melaporkan yang baru",
    ),
    ("baseline show", "baseline show [PILIHAN]", "Tampilkan umur baseline dan isinya, per aturan dan per berkas"),
    ("review", "review [PILIHAN] [PATH]...", "Tinjau temuan satu per satu: terima, ubah, lewati, atau abaikan"),
    (
        "report",
        "report [PILIHAN] --html <DIR> [PATH]...",
        "Tulis laporan untuk peramban: seluruh situs, dan setiap artikel dengan tempat yang ditandai",
    ),
    ("explain", "explain [PILIHAN] <RULE>", "Tampilkan apa yang diminta sebuah aturan, alasannya, dan contohnya"),
    ("rules", "rules [PILIHAN]", "Daftarkan semua aturan"),
    (
        "analyze",
        "analyze [PILIHAN] [TEXT]",
        "Tampilkan kalimat sebuah teks, kata-katanya, dan apa yang diketahui tentangnya",
    ),
    ("cache", "cache [PILIHAN] <ACTION>", "Urus singgahan: apa yang ditemukan pada pemeriksaan sebelumnya"),
    ("init", "init [PILIHAN]", "Tulis saksama.toml sebagai titik awal di folder ini"),
    (
        "config",
        "config [PILIHAN] <PERINTAH>",
        "Tampilkan apa yang berlaku bagi sebuah berkas, cari kesalahan dalam konfigurasi, atau cetak skemanya",
    ),
    (
        "config show",
        "config show [PILIHAN] <FILE>",
        "Tampilkan apa yang berlaku bagi sebuah berkas, dan berkas, profil, atau pilihan mana yang menetapkannya",
    ),
    ("config check", "config check [PILIHAN] [PATH]...", "Cari kesalahan dalam semua konfigurasi di folder ini"),
    ("config schema", "config schema [PILIHAN]", "Cetak JSON Schema saksama.toml"),
    ("completions", "completions [PILIHAN] <SHELL>", "Cetak pelengkap perintah untuk sebuah shell"),
    ("man", "man [PILIHAN]", "Cetak halaman manual"),
    ("lsp", "lsp [PILIHAN]", "Layani editor: Language Server Protocol lewat masukan dan keluaran standar"),
];

/// What every argument does, by its id.
const ARGUMENTS: &[(&str, &str)] = &[
    ("paths", "Berkas dan folder [bawaan: folder ini]; - berarti masukan standar"),
    ("fix", "Terapkan perbaikan yang aman dan tulis berkasnya"),
    ("unsafe_fixes", "Terapkan juga perbaikan yang perlu diperiksa dulu bila hanya ada satu pilihan"),
    ("diff", "Tampilkan apa yang akan diubah perbaikan; tidak menulis apa-apa"),
    ("format", "Bentuk laporan"),
    ("output_file", "Tulis laporan ke berkas ini"),
    ("report", "Tulis juga laporan berbentuk ini ke berkas ini; boleh diberikan beberapa kali"),
    ("baseline", "Laporkan hanya apa yang tidak ada di baseline ini, bukan saksama.baseline.json terdekat"),
    ("no_baseline", "Laporkan juga temuan yang sudah dikenal"),
    ("fail_on_stale_baseline", "Keluar dengan 1 bila baseline memuat temuan yang sudah tidak ada"),
    ("articles", "Berkas dan folder yang diperiksa [bawaan: folder ini]"),
    ("prune", "Buang temuan yang sudah tidak ada"),
    ("accept_new", "Buang temuan yang sudah tidak ada, dan masukkan yang baru"),
    ("baseline_file", "Berkas baseline [bawaan: saksama.baseline.json di samping konfigurasi]"),
    ("add_ignores", "Tulis komentar ke dalam berkas yang meredam apa yang ditemukan, dengan alasan ini"),
    ("article", "Artikelnya; tidak harus ada"),
    ("folders", "Folder yang ditelusuri [bawaan: folder ini]"),
    ("unused", "Sebut juga kata yang diterima tetapi tidak ada di artikel mana pun, dan keluar dengan 1 bila ada"),
    ("shell", "Shell-nya"),
    ("folder", "Tulis halaman semua perintah ke folder ini"),
    ("select", "Terapkan hanya aturan atau kelompok ini"),
    ("ignore", "Jangan terapkan aturan atau kelompok ini"),
    ("preview", "Terapkan juga aturan yang masih diuji coba"),
    ("profile", "Pakai profil ini: berita, blog, akademik, dokumentasi, atau santai"),
    ("config", "Baca konfigurasi ini, bukan saksama.toml terdekat"),
    ("no_config", "Jangan baca konfigurasi"),
    ("fail_on", "Keluar dengan 1 mulai dari tingkat ini [bawaan: info]"),
    (
        "max_warnings",
        "Keluar dengan 1 bila peringatan lebih banyak dari ini; tanpa --fail-on, info lalu tidak dihitung",
    ),
    ("exit_zero", "Keluar dengan 0 apa pun yang ditemukan"),
    ("quiet", "Cetak temuan dan kegagalan saja"),
    ("statistics", "Hitung temuan per aturan, tidak menampilkannya"),
    (
        "changed",
        "Periksa hanya yang berubah sejak cabang ini berpisah dari REF [bawaan: cabang utama], termasuk berkas baru",
    ),
    ("staged", "Periksa hanya yang sudah di-stage untuk commit berikutnya, seperti adanya di indeks"),
    ("watch", "Periksa lagi setiap kali artikel atau konfigurasi berubah, sampai Ctrl-C"),
    ("no_cache", "Lihat setiap berkas, juga yang dikenal dari pemeriksaan sebelumnya"),
    ("cache_dir", "Simpan hasil di folder ini [bawaan: folder cache pengguna, mulai dari 50 berkas]"),
    ("action", "Apa yang dilakukan: clean menghapusnya, path mencetak foldernya"),
    ("stdin_filename", "Nama yang dipakai untuk memeriksa masukan standar"),
    ("decisions", "Catat dalam berkas ini apa yang dilewati [bawaan: saksama.review.jsonl]"),
    ("again", "Tanyakan lagi apa yang pernah dilewati"),
    ("html", "Tulis halamannya ke folder ini: yang baru, yang kosong, atau yang berisi laporan sebelumnya"),
    ("text", "Teksnya [bawaan: masukan standar]; - berarti masukan standar"),
    ("file", "Baca teks dari berkas ini"),
    ("rule", "Nama aturan"),
    ("lang", "Bahasa pesan: Indonesia (id, bawaan) atau Inggris (en)"),
    ("color", "Kapan memakai warna"),
    ("stdio", "Diterima demi klien yang menambahkannya"),
    ("help", "Cetak bantuan ini"),
    ("version", "Cetak versi"),
];

/// What stands below the help.
const EXIT_CODES: (&str, &str) = (
    "Kode keluar: 0 tanpa temuan, 1 ada temuan, 2 pekerjaan tidak dapat dilakukan, 130 dihentikan dengan Ctrl-C.",
    "Exit codes: 0 nothing found, 1 something found, 2 the work could not be done, 130 stopped by Ctrl-C.",
);

const TEMPLATE: &str = "{before-help}{about-with-newline}\nPemakaian: {usage}\n\n{all-args}{after-help}";

/// The command line with its help in `lang`.
pub fn command(lang: Lang) -> Command {
    let command =
        Arguments::command().mut_subcommand("check", |check| check.after_help(lang.pick(EXIT_CODES.0, EXIT_CODES.1)));
    match lang {
        Lang::Id => indonesian(command),
        Lang::En => command,
    }
}

/// The language asked for on the command line, found before it is parsed, so that help and errors are in it.
pub fn language(arguments: &[OsString]) -> Lang {
    let mut lang = Lang::Id;
    for (index, argument) in arguments.iter().enumerate() {
        let value = match argument.to_str() {
            Some("--") => break,
            Some("--lang") => arguments.get(index + 1).and_then(|value| value.to_str()),
            Some(other) => other.strip_prefix("--lang="),
            None => None,
        };
        match value {
            Some("en") => lang = Lang::En,
            Some("id") => lang = Lang::Id,
            _ => {}
        }
    }
    lang
}

fn indonesian(command: Command) -> Command {
    let name = command.get_name().to_owned();
    translated(command, &name)
}

/// The command in Indonesian; `path` is its name behind those of the commands it belongs to, without that of the program.
fn translated(command: Command, path: &str) -> Command {
    let names: Vec<String> = command.get_subcommands().map(|command| command.get_name().to_owned()).collect();
    let (_, usage, about) = COMMANDS.iter().copied().find(|(known, ..)| *known == path).unwrap_or_default();
    let mut command = command
        .about(about)
        .override_usage(format!("saksama {usage}"))
        .help_template(TEMPLATE)
        .subcommand_help_heading("Perintah")
        .mut_args(|argument| in_indonesian(&argument));
    for name in names {
        let path = if path == "saksama" { name.clone() } else { format!("{path} {name}") };
        command = command.mut_subcommand(name, |command| translated(command, &path));
    }
    command
}

fn in_indonesian(argument: &Arg) -> Arg {
    let id = argument.get_id().as_str();
    let help = ARGUMENTS.iter().find(|(known, _)| *known == id).map_or("", |(_, text)| text);
    let heading = if argument.is_positional() { "Argumen" } else { "Pilihan" };
    let help = format!("{help}{}", choices(argument));
    let takes_values = argument.get_action().takes_values();
    let argument = argument.clone().help(help).help_heading(heading);
    if takes_values { argument.hide_possible_values(true).hide_default_value(true) } else { argument }
}

/// The values an argument may have, and the one it has when it is not given.
fn choices(argument: &Arg) -> String {
    let values: Vec<String> = argument.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect();
    let default = argument.get_default_values().first().map(|value| value.to_string_lossy());
    match (values.is_empty() || !argument.get_action().takes_values(), default) {
        (true, _) => String::new(),
        (false, None) => format!(" [pilihan: {}]", values.join(", ")),
        (false, Some(default)) => format!(" [pilihan: {}; bawaan: {default}]", values.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(command: &Command, check: &mut impl FnMut(&str, &str)) {
        check(command.get_name(), &command.get_about().expect("every command says what it does").to_string());
        for argument in command.get_arguments() {
            check(argument.get_id().as_str(), &argument.get_help().expect("every argument has help").to_string());
        }
        command.get_subcommands().for_each(|command| all(command, check));
    }

    #[test]
    fn everything_has_help_in_both_languages() {
        for lang in [Lang::Id, Lang::En] {
            let command = command(lang);
            command.clone().debug_assert();
            all(&command, &mut |name, help| assert!(!help.is_empty(), "{name} lacks help in {lang:?}"));
        }
    }

    #[test]
    fn the_language_is_known_before_parsing() {
        let lang = |line: &str| language(&line.split(' ').map(OsString::from).collect::<Vec<_>>());
        assert_eq!(lang("saksama --lang en --help"), Lang::En);
        assert_eq!(lang("saksama check --lang=en a.md"), Lang::En);
        assert_eq!(lang("saksama check -- --lang=en"), Lang::Id);
        assert_eq!(lang("saksama check"), Lang::Id);
    }
}
