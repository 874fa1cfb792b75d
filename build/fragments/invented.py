"""Sentences of kinds that news has few of: commands, address, gerunds as subjects, and the short sentences of stories."""
import random

from corpus import KINDS, PART, of_words

COMMANDS = ("klik pilih buka gunakan tekan lihat tambahkan masukkan simpan hapus cari coba ketik pastikan jalankan perhatikan "
            "hubungi kunjungi baca siapkan campurkan aduk potong tuang panaskan ingat hindari biarkan lakukan bandingkan "
            "pertimbangkan").split() + ["?"] * 12
PRONOUNS = "anda kita kamu saya kami mereka ia dia aku kalian".split()
LINKS = "adalah merupakan bisa dapat tidak akan harus juga bukan sangat memang".split()
SUBORDINATORS = "karena sehingga agar ketika setelah meskipun supaya walaupun sebelum hingga".split()


class Inventor:
    def __init__(self, corpus):
        self.corpus = corpus
        self.predicates, self.adverbials, self.phrases = [], [], []
        for sentence in corpus.training:
            for at, kind, comma in sentence.cuts:
                if kind == "predicate" and sentence.inner_kind[at] // KINDS == PART["me"]:
                    self.predicates.append((sentence, at))
                if kind == "adverbial":
                    self.adverbials.append((sentence, at - 1))
        for sentence in corpus.training:
            for at, kind, _ in sentence.cuts:
                if kind == "preposition":
                    end = min([end for end in sentence.ends() if end > at + 1] or [at])
                    if 2 <= end - at <= 5:
                        self.phrases.append((sentence, at, end))

    def sentence(self):
        return self.story() if random.random() < 0.4 else self.address()

    def address(self):
        """*Untuk itu, klik …*, *Anda membaca …*, *Membaca buku adalah …*"""
        sentence, at = random.choice(self.predicates)
        words, cuts = [], []
        kind = random.random()
        if random.random() < 0.5:
            other, end = random.choice(self.adverbials)
            words += [other.word(place) for place in range(end)] + [self.comma()]
            cuts.append((len(words), "adverbial", True))
        start = at
        if kind < 0.4:
            if random.random() < 0.08:
                words.append(self.corpus.form("jangan", "verb"))
            words.append(self.corpus.form(random.choice(COMMANDS), "verb"))
            start = at + 1
        elif kind < 0.75:
            words.append(self.corpus.form(random.choice(PRONOUNS), "pronoun"))
        else:
            words += self.gerund()
            cuts = []
        shift = len(words) - start
        words += [sentence.word(place) for place in range(start, len(sentence))]
        cuts += [(cut + shift, kind, comma) for cut, kind, comma in sentence.cuts if cut > at + 1]
        return of_words(words, cuts)

    def gerund(self):
        sentence, at = random.choice(self.predicates)
        ends = [end for end in sentence.ends()[:-1] if end >= at + 1] or [at + 3]
        words = [sentence.word(place) for place in range(at, min(min(ends), at + 6, len(sentence)))]
        if random.random() < 0.7:
            words.append(self.corpus.form(random.choice(LINKS), "copula"))
        return words

    def story(self):
        """A short sentence: *Di tengah jalan hujan turun*, *Ia tidur karena malam sudah larut*."""
        words, cuts = [], []
        kind = random.random()
        if kind < 0.34:
            words += self.phrase()
            if random.random() < 0.25:
                words += self.phrase()
            if random.random() < 0.45:
                words.append(self.comma())
                cuts.append((len(words), "adverbial", True))
        elif kind < 0.5:
            words += [self.corpus.any("subordinator")] + self.subject() + self.predicate()
            if random.random() < 0.7:
                words.append(self.comma())
                cuts.append((len(words), "adverbial", True))
        subject = self.subject()
        if not words and len(subject) > 1:
            cuts.append((len(subject), "predicate", False))
        words += subject + self.predicate()
        for _ in range(random.choice((0, 0, 1, 1, 2))):
            kind, more = self.addition(words)
            if kind:
                cuts.append((len(words), kind, False))
            words += more
        return of_words(words, [cut for cut in cuts if 1 < cut[0] < len(words) - 1])

    def addition(self, words):
        kind = random.random()
        if kind < 0.5:
            return "preposition", self.phrase()
        if kind < 0.65 and words[-1][0] // KINDS in (PART["noun"], PART["name"]):
            return "relative", [self.corpus.form("yang", "relative")] + self.predicate()
        if kind < 0.8:
            return "coordination", [self.corpus.form("dan", "and")] + self.predicate()
        if kind < 0.92:
            opener = self.corpus.form(random.choice(SUBORDINATORS), "subordinator")
            return "subordinate", [opener] + self.subject() + self.predicate()
        return None, [self.comma()] + self.subject() + self.predicate()

    def phrase(self):
        sentence, start, end = random.choice(self.phrases)
        return [sentence.word(at) for at in range(start, end)]

    def subject(self):
        shapes = [(0.2, "pronoun"), (0.3, "name"), (0.42, "quantifier noun"), (0.55, "noun"), (0.72, "noun demonstrative"),
                  (0.85, "noun noun"), (0.93, "noun noun demonstrative"), (1.0, "noun adjective")]
        return self.shaped(shapes)

    def object(self):
        shapes = [(0.4, "noun"), (0.6, "noun noun"), (0.75, "noun demonstrative"), (0.85, "quantifier noun"), (1.0, "name")]
        return self.shaped(shapes)

    def shaped(self, shapes):
        drawn = random.random()
        shape = next(shape for border, shape in shapes if drawn < border)
        return [self.corpus.any(part) for part in shape.split()]

    def predicate(self):
        kind, modal = random.random(), random.random()
        words = [self.corpus.any("auxiliary")] if modal < 0.12 else [self.corpus.any("negation")] if modal < 0.24 else []
        if kind < 0.2:
            return words + ([self.corpus.any("degree")] if random.random() < 0.5 else []) + [self.corpus.any("adjective")]
        if kind < 0.32:
            return words + [self.corpus.any("verb")]
        if kind < 0.45:
            return words + [self.corpus.any("ber")] + (self.object() if random.random() < 0.4 else [])
        if kind < 0.53:
            return words + [self.corpus.any("ter")]
        if kind < 0.68:
            return words + [self.corpus.any("di")]
        return words + [self.corpus.any("me")] + (self.object() if random.random() < 0.85 else [])

    def comma(self):
        return self.corpus.form(",", "comma")
