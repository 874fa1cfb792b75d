#!/usr/bin/env python3
"""Derives lexicon/derived/ from packages that are installed here by name.

    python3 lexicon/build/derive.py [FOLDER_OF_DOWNLOADS]

The packages, their versions and licences are recorded in lexicon/NOTICE.md. The result is the same at
every run. It needs `pip`, `npm` and a Debian: what `tesseract-ocr` brings (combine_tessdata and
dawg2wordlist) it installs where it is missing. Without a folder, everything goes to a temporary one.
"""

import collections
import gzip
import json
import math
import pathlib
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile

OUT = pathlib.Path(__file__).resolve().parent.parent / "derived"

PYTHON_PACKAGES = [
    "nlp-id==0.1.23.0",
    "spacy-lookups-data==1.0.5",
    "g2p-id-py==0.4.2",
    "spacy==3.8.18",
    "Faker==40.54.0",
    "babel==2.18.0",
]
NPM_PACKAGE = "@tesseract.js-data/ind@1.0.0"
DEBIAN_PACKAGE = "scowl"

# Names that the table of roots holds among common words.
NAMES = set(
    "agus agustus ali allah arab bambang bandung badung banjar barito batak belanda bali dian emirat garut gojek "
    "indonesia indra inggris islam jakarta jawa jumat kristen kuta kudus lampung lembang los malang roma tomang "
    "tuban tengger tuhan yahudi muhammad yesus buddha hindu sumatra bugis sunda betawi minang melayu tionghoa "
    "cina jepang turki persia eropa asia afrika amerika australia budi rangga bayu sari candra".split()
)

WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")

# Tags of the corpus -> letters of the classes of Universal Dependencies (see build/lexicon.rs).
CLASS = {
    "NN": "N", "NNP": "O", "VB": "V", "JJ": "A", "ADV": "D", "IN": "P", "CC": "C", "SC": "S",
    "PR": "R", "DT": "T", "NUM": "M", "NEG": "K", "RP": "K", "UH": "I",
}
CLASS_ORDER = "APDXCTINMKROSV"


PIP_DOWNLOAD = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "--only-binary", ":all:"]


def download(folder):
    """Fetches what is not there yet."""
    for package in PYTHON_PACKAGES:
        name = package.split("==")[0].lower().replace("-", "_")
        if not any(f.name.lower().startswith(name + "-") for f in folder.iterdir()):
            subprocess.run([*PIP_DOWNLOAD, "-d", folder, package], check=True)
    if not list(folder.glob("tesseract.js-data-ind-*.tgz")):
        subprocess.run(["npm", "pack", "--silent", NPM_PACKAGE], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    if not list(folder.glob(DEBIAN_PACKAGE + "_*.deb")):
        # The sandbox of apt may not write into a folder that is only ours.
        subprocess.run(["apt-get", "-q", "-o", "APT::Sandbox::User=root", "download", DEBIAN_PACKAGE], cwd=folder, check=True)


def install_tools():
    """Debian's tesseract-ocr, if its two programs for word lists are not here."""
    if not all(map(shutil.which, ["combine_tessdata", "dawg2wordlist"])):
        subprocess.run(["apt-get", "-q", "update"], check=True)
        subprocess.run(["apt-get", "-q", "install", "-y", "--no-install-recommends", "tesseract-ocr"], check=True)


def from_wheel(folder, package, path):
    """The bytes of one file of a wheel."""
    (wheel,) = [f for f in folder.glob("*.whl") if f.name.lower().startswith(package.lower() + "-")]
    with zipfile.ZipFile(wheel) as archive:
        return archive.read(path)


def tesseract(folder):
    """The word list of the LSTM model, in true case."""
    (archive,) = folder.glob("tesseract.js-data-ind-*.tgz")
    with tempfile.TemporaryDirectory() as work, tarfile.open(archive) as tar:
        work = pathlib.Path(work)
        packed = tar.extractfile("package/4.0.0/ind.traineddata.gz").read()
        (work / "ind.traineddata").write_bytes(gzip.decompress(packed))
        quiet = {"check": True, "capture_output": True, "cwd": work}
        subprocess.run(["combine_tessdata", "-u", "ind.traineddata", "ind."], **quiet)
        subprocess.run(["dawg2wordlist", "ind.lstm-unicharset", "ind.lstm-word-dawg", "words"], **quiet)
        return set((work / "words").read_text(encoding="utf-8").split("\n"))


def sentences(folder):
    """The tagged sentences, without those that an artefact betrays as damaged.

    The damage: verbs that stood with a prefix were replaced by their stem and *-i* (*lakui, rasai,
    sebuti*), which only knowledge of the language tells from right ones. So every verb in *-i* drops its
    sentence, unless it has a prefix or is one of the common roots that end so.
    """
    text = from_wheel(folder, "nlp_id", "nlp_id/data/dataset_postag.txt").decode("utf-8")
    for block in text.split("\n\n"):
        sentence = [tuple(line.split("\t")) for line in block.split("\n") if line.count("\t") == 1]
        if sentence and not any(is_artefact(w.lower(), t) for w, t in sentence):
            yield sentence


# Verbs that end in -i by themselves.
I_ROOTS = set(
    "abai bagi beli beri bunyi cari cerai cuci curi gadai gali ganti iri isi jadi kaji kembali lari maki mandi mati mulai "
    "nanti ngeri nyanyi pakai peduli pergi puji sangsi santai selesai sembunyi tari uji usai".split()
)


def is_artefact(word, tag):
    if tag != "VB" or not word.endswith("i") or word in I_ROOTS:
        return False
    return not re.match(r"(me|di|ber|ter)", word)


def root_table(folder):
    packed = from_wheel(folder, "spacy_lookups_data", "spacy_lookups_data/data/id_lemma_lookup.json.gz")
    return json.loads(gzip.decompress(packed))


def pronunciation_words(folder):
    text = from_wheel(folder, "g2p_id_py", "g2p_id/resources/lexicon_id.tsv").decode("utf-8")
    return {line.split("\t")[0] for line in text.split("\n")}


def reduplications(folder):
    source = from_wheel(folder, "spacy", "spacy/lang/id/_tokenizer_exceptions_list.py").decode("utf-8")
    return {w for w in source.split('"""')[1].split() if WORD.fullmatch(w)}


def nonstandard(folder):
    """Left sides of the normalisation table: known to be nonstandard, so never trusted."""
    packed = from_wheel(folder, "spacy_lookups_data", "spacy_lookups_data/data/id_lexeme_norm.json.gz")
    table = json.loads(gzip.decompress(packed))
    return {wrong.lower() for wrong, right in table.items() if wrong.lower() != right.lower()}


def english(folder, web):
    """Common English words.

    All of the two smallest sizes of SCOWL; of the next size those that the Indonesian web uses, and those
    without an ending that only inflects.
    """
    (package,) = folder.glob(DEBIAN_PACKAGE + "_*.deb")
    with tempfile.TemporaryDirectory() as work:
        subprocess.run(["dpkg-deb", "-x", package, work], check=True)
        lists = pathlib.Path(work) / "usr/share/dict/scowl"
        # Its licence asks that the notices go with every copy.
        shutil.copy(pathlib.Path(work) / "usr/share/doc/scowl/copyright", OUT / "english-copyright.txt")

        def size(number):
            names = [f"{spelling}-words.{number}" for spelling in ("english", "american")]
            return {w for name in names for w in (lists / name).read_text(encoding="latin-1").split()}

        inflected = re.compile(r"(s|ed|ing|ly|ness|er|est)$")
        chosen = size(10) | size(20) | {w for w in size(35) if w in web or not inflected.search(w)}
    return {w for w in chosen if re.fullmatch("[a-z]{3,}", w)}


# Spellings that Indonesian does not have, so that *jacket* and *mainstream* stay English though news uses them.
ENGLISH_SPELLING = re.compile(
    r"ck|sh|th|ph|wh|dg|ee|oo|ou|ow|ew|aw|ea[dkmt]|([bdfglmnprstz])\1|c[^aeiou]|x|q|tion|[^aeiou][ye]$|[^aeiou]ing$|[ao]y$|c$"
)


def count(corpus):
    """Class counts of lower-case forms, and of capitalised forms inside a sentence."""
    lower, capital = collections.defaultdict(collections.Counter), collections.Counter()
    passive, preposition = collections.Counter(), collections.Counter()
    for sentence in corpus:
        for place, (word, tag) in enumerate(sentence):
            form = word.lower()
            if not WORD.fullmatch(form):
                continue
            if tag == "NNP" or (word[0].isupper() and place and tag == "NN"):
                capital[form] += 1
            else:
                lower[form][tag] += 1
            if tag == "VB" and form.startswith("di") and len(form) > 4:
                passive[form[2:]] += 1
            if form == "di" and tag == "IN" and place + 1 < len(sentence):
                preposition[sentence[place + 1][0].lower()] += 1
    return lower, capital, passive, preposition


def classes(tags, capital):
    """Letters of the classes that make up a twentieth of the uses, the most frequent first."""
    shares = collections.Counter()
    for tag, number in tags.items():
        if tag in CLASS:
            shares[CLASS[tag]] += number
    if capital and capital > 3 * sum(shares.values()):
        shares["O"] += capital
    total = sum(shares.values())
    ranked = sorted(shares.items(), key=lambda item: (-item[1], item[0]))
    kept = [c for i, (c, n) in enumerate(ranked) if i == 0 or (n >= 0.05 * total and n >= 2)]
    return "".join(kept)


MELTED = {"p": "mem", "t": "men", "s": "meny", "k": "meng"}


def active(root):
    """The plain *me-* form of a root, for asking whether it is attested."""
    first = root[0]
    if first in MELTED and len(root) > 1 and root[1] in "aiueo":
        return MELTED[first] + root[1:]
    if first in "bfvp":
        return "mem" + root
    if first in "dcjtz" or root.startswith("sy") or first == "s":
        return "men" + root
    if first in "aiueoghkx":
        return "meng" + root
    return "me" + root


def guessed_classes(form, attested, is_root):
    """Classes of a form that the corpus lacks, from its shape and from the attested forms of its root."""
    if not is_root:
        if re.match(r"(me[mnrlwy]|meng|ber|di|ter|memper)..", form):
            return "V"
        if re.search(r"(an|nya)$", form) and re.match(r"(pe|ke)", form):
            return "N"
        return ""
    found = "V" if active(form) in attested else ""
    if "ke" + form + "an" in attested and "se" + form in attested:
        found += "A"
    return found + "N"


def band(number):
    """Frequency on a scale of doublings, from 1 (once or twice) to 15."""
    return 0 if number == 0 else min(15, 1 + int(math.log2(number)))


def words(folder):
    """The rows of words.tsv and di.tsv, the roots that are nothing but verbs, and the English words."""
    lower, capital, passive, preposition = count(sentences(folder))
    tess = tesseract(folder)
    tess_lower = {w for w in tess if WORD.fullmatch(w)}
    tess_capital = {w.lower() for w in tess if w[:1].isupper() and WORD.fullmatch(w[1:])} - tess_lower
    spoken = {w for w in pronunciation_words(folder) if WORD.fullmatch(w) and len(w) > 2}
    roots = {w for w in root_table(folder).values() if WORD.fullmatch(w) and len(w) > 1}
    doubled = reduplications(folder)
    wrong = nonstandard(folder)
    attested = tess_lower | spoken | set(lower)
    other = english(folder, tess_lower)
    borrowed = {w for w in other if ENGLISH_SPELLING.search(w)} - roots - spoken - doubled

    rows, di_rows = [], []
    for form in sorted(attested | roots | doubled | tess_capital | set(capital)):
        tags = lower.get(form, {})
        total = sum(tags.values())
        letters = classes(tags, capital[form])
        is_root = form in roots and form not in NAMES
        if is_root and letters.startswith("O"):
            letters = guessed_classes(form, attested, is_root) + "O"
        if not letters and (is_root or form in spoken or form not in tess_capital):
            letters = "O" if capital[form] else guessed_classes(form, attested, is_root)
        sources = (form in roots or form in doubled) + (form in spoken) + (form in tess_lower)
        foreign = form in borrowed or total and tags.get("FW", 0) * 2 > total
        trusted = total >= 3 or (total >= 1 and sources) or sources >= 2 or form in doubled or is_root
        flags = ""
        if not trusted or form in wrong or foreign:
            flags += "?"
        if is_root:
            flags += "r"
        if foreign:
            flags += "f"
        if letters.startswith("O") or (form in tess_capital and not total and not is_root and form not in spoken):
            flags += "n"
        if is_root and active(form) in attested and ("di" + form in attested or passive[form]):
            flags += "t"
        rows.append((form, letters or "-", band(total + (capital[form] if "O" in letters else 0)), flags or "-"))
    for form in sorted((set(passive) | set(preposition)) & {w for w in set(passive) | set(preposition) if WORD.fullmatch(w)}):
        if passive[form] + preposition[form] > 1:
            di_rows.append((form, passive[form], preposition[form]))
    verbs = [[w] for w in sorted(roots - wrong - NAMES) if is_only_verb(w, lower, capital, passive, preposition)]
    trusted = {form for form, _, _, flags in rows if "?" not in flags}
    return rows, di_rows, verbs, [[w] for w in sorted(other - trusted)]


def is_only_verb(root, lower, capital, passive, preposition):
    """Whether the corpus has the passive or active of a root as a verb, and the root never as anything a preposition takes."""
    if len(root) < 4 or re.search(r"[^i]i$|kan$|an$", root) and root not in I_ROOTS or preposition[root] or capital[root]:
        return False
    tags = lower.get(root, {})
    other = sum(tags.get(tag, 0) for tag in ("NN", "NNP", "JJ", "ADV", "IN", "NUM", "FW"))
    attested = passive[root] + lower.get(active(root), {}).get("VB", 0)
    return passive[root] >= 2 and attested >= 4 and other * 20 <= sum(tags.values())


def write(path, head, rows):
    lines = ["# " + line for line in head] + ["\t".join(map(str, row)) for row in rows]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def first_names(folder):
    source = from_wheel(folder, "faker", "faker/providers/person/id_ID/__init__.py").decode("utf-8")
    names = set()
    for part in ("first_names_male", "first_names_female"):
        block = re.search(part + r"[^=]*= *\((.*?)\n    \)", source, re.S).group(1)
        names |= {n.lower() for n in re.findall(r'"([A-Za-z]+)"', block)}
    return sorted(names)


def countries(folder):
    """Countries and continents of one word, by their Indonesian names in the CLDR."""
    with tempfile.TemporaryDirectory() as work:
        (wheel,) = [f for f in folder.glob("*.whl") if f.name.lower().startswith("babel-")]
        subprocess.run([sys.executable, "-m", "zipfile", "-e", wheel, work], check=True)
        code = "from babel import Locale; print('\\n'.join(Locale('id').territories.values()))"
        output = subprocess.run(
            [sys.executable, "-c", code], env={"PYTHONPATH": work}, check=True, capture_output=True, text=True
        ).stdout
    return sorted({n.lower() for n in output.split("\n") if re.fullmatch("[A-Z][a-z]{2,}", n)})


def main():
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else scratch)
        (OUT / "lists").mkdir(parents=True, exist_ok=True)
        install_tools()
        download(folder)
        rows, di_rows, verbs, english_words = words(folder)
        write(
            OUT / "words.tsv",
            [
                "Derived by lexicon/build/derive.py; sources and licences in lexicon/NOTICE.md.",
                "form, classes (most frequent first), frequency band, flags: ? low trust, r root, f foreign, n name, t transitive",
            ],
            rows,
        )
        write(
            OUT / "di.tsv",
            ["word, how often di- is joined to it as a passive verb, how often it follows the preposition di"],
            di_rows,
        )
        write(
            OUT / "lists/verb-roots-seen.txt",
            ["Roots that the tagged corpus of nlp-id (MIT) has as passive verbs and never as nouns, adjectives or after the preposition di."],
            verbs,
        )
        write(OUT / "english.txt", ["Common English words that Indonesian does not have, from SCOWL (see lexicon/NOTICE.md)."], english_words)
        write(OUT / "lists/names-first.txt", ["Indonesian first names, from Faker (MIT)."], [[n] for n in first_names(folder)])
        write(OUT / "lists/regions.txt", ["Countries of one word, from CLDR through Babel (Unicode-3.0)."], [[n] for n in countries(folder)])


if __name__ == "__main__":
    main()
