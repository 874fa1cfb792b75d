"""Trains the network of stray full stops and writes `frequent.txt` and `weights.bin`.

    pip download --no-deps nlp-id==0.1.23.0 && unzip nlp_id-*.whl nlp_id/data/dataset_postag.txt
    cargo run --release --example train_fragments nlp_id/data/dataset_postag.txt --dump > sentences.txt
    apt-get install python3-torch python3-numpy        # torch 1.13, on the processor alone
    python3 build/fragments/train.py sentences.txt src/check/fragment [weights.bin]

With the weights of an earlier training, of the same frequent words, only the second half of the rounds is done.

The corpus is shuffled, so whole sentences are paired at random: what is learnt is syntax, not coherence.
"""
import random
import sys
import time

import numpy as np
import torch
from torch import nn

import weights
from corpus import BEGIN, OPENERS, PART, STOP, Corpus
from invented import Inventor

REACH = 24
EMBEDDING = 24
STATE = 32
ROUNDS = 9
BATCH = 384
STEP = 4e-3
MORE_ROUNDS = 6
MORE_STEP = 2.5e-3
SECOND = 0.7
"""After `ROUNDS`, learning goes on for `MORE_ROUNDS` without sentences that look like pieces; the weights are a mean of both ends,
with this share of the second."""
SENTENCES, INVENTED = 9000, 4500
"""So many sentences of the corpus, and invented ones, each round."""
SHARES = {"predicate": 1, "preposition": 0.7, "participle": 4, "adverbial": 3, "relative": 1, "subordinate": 2, "coordination": 1}
"""How often a sentence is cut at places of a kind, beside the others."""
STOPS = np.array([STOP])


def whole(sentence, forgetting):
    return sentence.piece(0, len(sentence), forgetting)


def cut_example(sentence, pool, forgetting):
    """Two pieces of one sentence, at times with another sentence, or a third piece, before or after."""
    at, kind, comma = random.choices(sentence.cuts, [SHARES[kind] for _, kind, _ in sentence.cuts])[0]
    start, end, left, right = 0, len(sentence), [], []
    earlier = [cut for cut in sentence.cuts if cut[0] < at - 2]
    later = [cut for cut in sentence.cuts if cut[0] > at + 2]
    drawn = random.random()
    if earlier and drawn < 0.2:
        start, _, gap = random.choice(earlier)
        left = [sentence.piece(0, start - gap, forgetting), STOPS]
    elif drawn < 0.5:
        left = [whole(random.choice(pool), forgetting), STOPS]
    left.append(sentence.piece(start, at - comma, forgetting))
    drawn = random.random()
    if later and drawn < 0.15:
        place, _, gap = random.choice(later)
        end, right = place - gap, [STOPS, sentence.piece(place, len(sentence), forgetting)]
    elif drawn < 0.4:
        right = [STOPS, whole(random.choice(pool), forgetting)]
    right.insert(0, sentence.piece(at, end, forgetting))
    return np.concatenate(left), np.concatenate(right), 1, kind


def whole_example(pool, openers, forgetting):
    """The boundary of two sentences, of which the first may end in a piece and the second begin with one."""
    first = random.choice(pool)
    second = random.choice(pool if first.opening in (PART["preposition"], PART["subordinator"]) else openers)
    start, end, left, right = 0, len(second), [], []
    drawn = random.random()
    if first.cuts and drawn < 0.12:
        start, _, gap = random.choice(first.cuts)
        left = [first.piece(0, start - gap, forgetting), STOPS]
    elif drawn < 0.5:
        left = [whole(random.choice(pool), forgetting), STOPS]
    left.append(first.piece(start, len(first), forgetting))
    drawn = random.random()
    if second.cuts and drawn < 0.07:
        place, kind, gap = random.choice(second.cuts)
        if kind != "adverbial":
            end, right = place - gap, [STOPS, second.piece(place, len(second), forgetting)]
    elif drawn < 0.4:
        right = [STOPS, whole(random.choice(pool), forgetting)]
    right.insert(0, second.piece(0, end, forgetting))
    return np.concatenate(left), np.concatenate(right), 0, "whole"


def examples(pool, openers, forgetting=0.1):
    out = []
    for sentence in pool:
        out += [cut_example(sentence, pool, forgetting) for _ in range(2) if sentence.cuts]
        out += [whole_example(pool, openers, forgetting) for _ in range(3)]
    return out


def batch(rows):
    left, right = np.full((len(rows), REACH), BEGIN), np.full((len(rows), REACH), BEGIN)
    for at, (before, after, *_) in enumerate(rows):
        before, after = before[-REACH:], after[:REACH][::-1]
        left[at, REACH - len(before):], right[at, REACH - len(after):] = before, after
    return torch.from_numpy(left), torch.from_numpy(right)


class Network(nn.Module):
    def __init__(self, size):
        super().__init__()
        self.embedding = nn.Embedding(size, EMBEDDING)
        self.embedding.weight.data *= 0.3
        self.left, self.right = (nn.GRU(EMBEDDING, STATE, batch_first=True) for _ in range(2))
        self.hidden, self.output = nn.Linear(3 * STATE, STATE), nn.Linear(STATE, 1)

    def forward(self, left, right):
        left, right = self.left(self.embedding(left))[0][:, -1], self.right(self.embedding(right))[0][:, -1]
        return self.output(torch.relu(self.hidden(torch.cat([left, right, left * right], 1)))).squeeze(1)


def train_round(network, optimiser, rows, step_at):
    """One pass over the examples; `step_at` gives the step for the share of the round that is done."""
    random.shuffle(rows)
    count, total = len(rows) // BATCH, 0.0
    for at in range(count):
        part = rows[at * BATCH:(at + 1) * BATCH]
        for group in optimiser.param_groups:
            group["lr"] = step_at(at / count)
        expected = torch.tensor([0.995 * row[2] + 0.0025 for row in part])
        loss = nn.functional.binary_cross_entropy_with_logits(network(*batch(part)), expected)
        optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimiser.step()
        total += loss.item()
    return total / count


def scored(network, rows):
    with torch.no_grad():
        return np.concatenate([network(*batch(rows[at:at + 512])).numpy() for at in range(0, len(rows), 512)])


def report(network, rows):
    """Recall by kind where three in a thousand of the whole boundaries held out are called cut."""
    scores = scored(network, rows)
    false = np.sort([score for score, row in zip(scores, rows) if not row[2]])
    border = false[int(len(false) * 0.997)]
    kinds = {kind: np.mean([s > border for s, row in zip(scores, rows) if row[3] == kind]) for kind in SHARES}
    return f"border {border:.2f} " + " ".join(f"{kind} {share:.2f}" for kind, share in kinds.items())


def plausible(network, pool, openers):
    """The openers but those that the network takes for pieces: the corpus holds some that were cut off."""
    before = random.sample(pool, 3)
    rows = [(whole(first, 0), whole(second, 0)) for second in openers for first in before]
    scores = scored(network, rows).reshape(-1, len(before)).mean(1)
    return [sentence for sentence, score in zip(openers, scores) if score < 0]


def learn(network, corpus, pool, openers, rounds, step):
    inventor = Inventor(corpus)
    held = examples(corpus.held_out, [s for s in corpus.held_out if s.opening in OPENERS], 0)
    optimiser = torch.optim.Adam(network.parameters(), weight_decay=1e-6)
    for done in range(rounds):
        begun = time.time()
        invented = [inventor.sentence() for _ in range(INVENTED)]
        opening = [sentence for sentence in invented if sentence.opening in OPENERS or random.random() < 0.2]
        rows = examples(random.sample(pool, SENTENCES) + invented, random.sample(openers, 4500) + opening)
        loss = train_round(network, optimiser, rows, lambda share: step * (1 - (done + share) / rounds) + 1e-5)
        print(done, f"{loss:.4f}", report(network, held), f"{time.time() - begun:.0f} s", file=sys.stderr, flush=True)


def main(path, folder, start=None):
    torch.set_num_threads(1)
    random.seed(1), np.random.seed(1), torch.manual_seed(1)
    corpus = Corpus(path)
    openers = [sentence for sentence in corpus.training if sentence.opening in OPENERS]
    first, second, both = (Network(corpus.size) for _ in range(3))
    if start:
        weights.read(first, start)
    else:
        learn(first, corpus, corpus.training, openers, ROUNDS, STEP)
    second.load_state_dict(first.state_dict())
    kept = plausible(first, corpus.training, openers)
    dropped = {id(sentence) for sentence in openers} - {id(sentence) for sentence in kept}
    pool = [sentence for sentence in corpus.training if id(sentence) not in dropped]
    SHARES["preposition"] = 1
    learn(second, corpus, pool, kept, MORE_ROUNDS, MORE_STEP)
    weights.mixed(both, first, second, SECOND)
    with open(f"{folder}/weights.bin", "wb") as out:
        out.write(weights.written(both))
    with open(f"{folder}/frequent.txt", "w", encoding="utf-8") as out:
        out.write("\n".join(corpus.frequent) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
