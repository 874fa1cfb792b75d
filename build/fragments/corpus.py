"""The sentences that the network of stray full stops learns from, as symbols, with the places where they could be cut.

Reads what `train_fragments --dump` writes: one sentence a line, its words as `form|kind|own|kind at the start|own`, a tab,
its cuts as `word:kind:comma`. `own` tells whether a frequent form is a symbol of its own.
"""
import collections
import random
import zlib
from dataclasses import dataclass

import numpy as np

KINDS = 16
"""Kinds of words that play the same part; see `symbol.rs`."""
PARTS = ("relative preposition apposition subordinator and but auxiliary negation copula existential me ber di ter verb "
         "adjective degree noun name pronoun demonstrative quantifier number adverb question comma pause open close other").split()
PART = {name: number for number, name in enumerate(PARTS)}
BEGIN = len(PARTS) * KINDS
STOP = BEGIN + 1
FIRST_FORM = STOP + 1
FREQUENT = 1200
OPENERS = {PART[name] for name in "relative preposition apposition subordinator and but auxiliary negation copula me ber di ter".split()}


@dataclass
class Sentence:
    """Symbols: kinds and symbols inside a sentence, the same at its start; `cuts` are (word, kind, whether a comma goes)."""
    inner_kind: np.ndarray
    inner: np.ndarray
    outer_kind: np.ndarray
    outer: np.ndarray
    cuts: list
    is_held_out: bool = False

    def __len__(self):
        return len(self.inner)

    @property
    def opening(self):
        return self.outer_kind[0] // KINDS

    def word(self, at):
        return (self.inner_kind[at], self.inner[at], self.outer_kind[at], self.outer[at])

    def ends(self):
        """Where pieces may end: before every cut, and at the end."""
        return [at - comma for at, _, comma in self.cuts] + [len(self)]

    def piece(self, start, end, forgetting=0.1):
        """The symbols from `start` to `end`; every form is forgotten with this probability, so that kinds are learnt too."""
        if end <= start:
            return np.zeros(0, int)
        symbols, kinds = self.inner[start:end].copy(), self.inner_kind[start:end].copy()
        symbols[0], kinds[0] = self.outer[start], self.outer_kind[start]
        if forgetting > 0:
            forgotten = np.random.rand(len(symbols)) < forgetting
            symbols[forgotten] = kinds[forgotten]
        return symbols


def of_words(words, cuts):
    """A sentence of words as `Sentence.word` gives them."""
    return Sentence(*(np.array([word[row] for word in words]) for row in range(4)), cuts)


class Corpus:
    def __init__(self, path):
        lines = [line.rstrip("\n").split("\t") for line in open(path, encoding="utf-8")]
        read = [self._read(*line) for line in lines]
        counts = collections.Counter(word[0] for words, _ in read for word in words if word[2] and word[0])
        self.frequent = sorted(form for form, _ in counts.most_common(FREQUENT))
        self.numbers = {form: FIRST_FORM + number for number, form in enumerate(self.frequent)}
        sentences = [self._sentence(words, cuts) for words, cuts in read]
        self.training = [sentence for sentence in sentences if not sentence.is_held_out]
        self.held_out = [sentence for sentence in sentences if sentence.is_held_out]
        self.size = FIRST_FORM + len(self.frequent)
        self.by_part = collections.defaultdict(list)
        for sentence in self.training:
            for at in range(1, len(sentence)):
                self.by_part[sentence.inner_kind[at] // KINDS].append(sentence.word(at))

    @staticmethod
    def _read(words, cuts):
        words = [(form, int(inner), own == "1", int(outer), outer_own == "1")
                 for form, inner, own, outer, outer_own in (word.rsplit("|", 4) for word in words.split(" "))]
        while words and words[-1][1] // KINDS == PART["other"]:
            words.pop()
        cuts = [(int(at), kind, comma == "1") for at, kind, comma in (cut.split(":") for cut in cuts.split())]
        return words, [cut for cut in cuts if cut[0] < len(words) - 1]

    def _sentence(self, words, cuts):
        rows = ([word[1] for word in words], [self.symbol(word[0], word[1]) if word[2] else word[1] for word in words],
                [word[3] for word in words], [self.symbol(word[0], word[3]) if word[4] else word[3] for word in words])
        sentence = Sentence(*map(np.array, rows), cuts)
        sentence.inner_kind[0], sentence.inner[0] = sentence.outer_kind[0], sentence.outer[0]
        sentence.is_held_out = zlib.crc32(" ".join(word[0] for word in words[:5]).encode()) % 10 == 0
        return sentence

    def symbol(self, form, kind):
        return self.numbers.get(form, kind)

    def form(self, form, part):
        """A word of the text as `Sentence.word` gives it."""
        kind = PART[part] * KINDS
        return (kind, self.symbol(form, kind), kind, self.symbol(form, kind))

    def any(self, part):
        """Any word of the corpus that plays `part`."""
        return random.choice(self.by_part[PART[part]])
