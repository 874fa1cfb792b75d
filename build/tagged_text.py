"""Prints the sentences of the tagged corpus of nlp-id as text, each once, an empty line between them.

    python3 build/tagged_text.py nlp_id/data/dataset_postag.txt > nlp-id.txt

Sentences with verbs that the corpus has damaged are left out (see `is_artefact` in lexicon/build/derive.py).
"""

import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "lexicon" / "build"))
from derive import is_artefact  # noqa: E402

SPACING = [
    (r"(?<=[a-z]) (nya|lah|kah|mu|ku)(?= |$)", r"\1"),
    (r"(?<=\d) ([.,]) (?=\d+ ?%)", r"\1"),
    (r"([(\[“‘]) ", r"\1"),
    (r" ([)\]”’,.;:!?%])", r"\1"),
    (r'" ([^"]*?) "(?= |$)', r'"\1"'),
    (r'^" ', '"'),
    (r'(?<=\.) "$', '"'),
]


def sentences(path):
    """Lists of words with their tags."""
    for block in pathlib.Path(path).read_text(encoding="utf-8").split("\n\n"):
        sentence = [line.split("\t") for line in block.split("\n") if line.count("\t") == 1]
        if sentence and not any(is_artefact(word.lower(), tag) for word, tag in sentence):
            yield [word for word, _ in sentence]


def joined(words):
    """The words as they were written, as far as that can be told."""
    text = " ".join(words)
    for pattern, right in SPACING:
        text = re.sub(pattern, right, text)
    return text


print("\n\n".join(dict.fromkeys(joined(words) for words in sentences(sys.argv[1]))))
