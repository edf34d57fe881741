"""Trains the tagger of reviewlint.lexicon on silver tags.

    python train_tagger.py SILVER.txt OUT.tsv [--words 1200000] [--passes 5]

The last twentieth of the sentences is held back; the share of its words tagged as in the silver is printed.
"""

from __future__ import annotations

import argparse
import random
from collections import defaultdict
from itertools import islice
from pathlib import Path

from read_silver import Pair, read_silver

from reviewlint.lexicon import tagger
from reviewlint.lexicon.tag import Tag

SMALLEST = 14  # weights below this, of those times SCALE, are left out
SCALE = 12
_TAGS = list(Tag)


class Perceptron:
    """Weights with their running sums, for the average over all steps."""

    def __init__(self) -> None:
        self.weights: dict[str, dict[int, float]] = defaultdict(dict)
        self._sums: dict[tuple[str, int], float] = defaultdict(float)
        self._stamps: dict[tuple[str, int], int] = defaultdict(int)
        self.steps = 0

    def predict(self, names: list[str], allowed: list[int]) -> int:
        """Return the best of the allowed tags."""
        scores = dict.fromkeys(allowed, 0.0)
        for name in names:
            for tag, weight in self.weights.get(name, {}).items():
                if tag in scores:
                    scores[tag] += weight
        return max(scores, key=lambda tag: (scores[tag], -tag))

    def update(self, names: list[str], right: int, guessed: int) -> None:
        """Move the weights of the features towards the right tag."""
        self.steps += 1
        if right == guessed:
            return
        for name in names:
            for tag, change in ((right, 1.0), (guessed, -1.0)):
                key = (name, tag)
                weight = self.weights[name].get(tag, 0.0)
                self._sums[key] += (self.steps - self._stamps[key]) * weight
                self._stamps[key] = self.steps
                self.weights[name][tag] = weight + change

    def averaged(self) -> dict[str, list[int]]:
        """Return the averaged weights as whole numbers, small ones left out."""
        rows: dict[str, list[int]] = {}
        for name, tags in self.weights.items():
            row: list[int] = []
            for tag, weight in tags.items():
                key = (name, tag)
                mean = (self._sums[key] + (self.steps - self._stamps[key]) * weight) / self.steps
                if abs(value := round(SCALE * mean)) >= SMALLEST:
                    row += [tag, value]
            if row:
                rows[name] = row
        return rows


def learn(model: Perceptron, sentence: list[Pair]) -> None:
    """Learn from one sentence, going on from the tags it should have guessed."""
    words = [word for word, _ in sentence]
    context = tagger.contexts(words)
    before, before_that = "<s>", "<t>"
    for place, (word, tag) in enumerate(sentence):
        guess = tagger.known_tag(word)
        if guess is None:
            names = tagger.features(context, place + 2, before, before_that)
            if word[0].isupper():
                names.append("C" if place == 0 else "c")
            allowed = [_TAGS.index(kind) for kind in tagger.allowed_tags(word)]
            right = _TAGS.index(tag)
            chosen = model.predict(names, allowed)
            if right in allowed:
                model.update(names, right, chosen)
            guess = _TAGS[chosen]
        before, before_that = str(guess.value), before


def main() -> None:
    """Train, write and print the agreement on what was held back."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("silver", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--words", type=int, default=1_200_000)
    parser.add_argument("--passes", type=int, default=5)
    options = parser.parse_args()
    sentences = list(islice(read_silver(options.silver), options.words // 20))
    held = sentences[-len(sentences) // 20 :]
    sentences = sentences[: -len(held)]
    model = Perceptron()
    rng = random.Random(1)
    for _ in range(options.passes):
        rng.shuffle(sentences)
        for sentence in sentences:
            learn(model, sentence)
    table = {name: " ".join(map(str, row)) for name, row in model.averaged().items()}
    lines = (f"{name}\t{row}\n" for name, row in sorted(table.items()))
    options.out.write_text("".join(lines), encoding="utf-8")
    tagger.weights = lambda: table  # type: ignore[assignment]
    tagger.row_of.cache_clear()
    right = total = 0
    for sentence in held:
        for (_, tag), guess in zip(sentence, tagger.tag_sentence([word for word, _ in sentence]), strict=True):
            right += tag == guess
            total += 1
    print(f"{len(table):,} features; {right / total:.2%} of {total:,} held-back words as in the silver")


if __name__ == "__main__":
    main()
