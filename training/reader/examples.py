"""Training examples: stretches of reviews, sound or spoiled, as words with faults."""

from __future__ import annotations

import gzip
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reader.corruptions import World, corrupt
from reader.tokens import Token, tokens_of
from reviewlint.document.sentences import split_sentences

LONGEST = 70  # words of an example: short inputs train fastest
_BREAK = re.compile(r"<br\s*/?>|\s+")
SOUND_SHARE = 0.4  # of the examples are left as they are: honest text is the common case
WORDS_A_FAULT = (7, 13, 13, 25)  # some drafts are spoiled throughout, others here and there


@dataclass(frozen=True, slots=True)
class Example:
    """Words, whether a blank stands before each, and its faults (see Fault) or -1 where it must not be learnt from."""

    words: tuple[str, ...]
    blanks: tuple[bool, ...]
    faults: tuple[int, ...]

    def with_blanks(self) -> list[str]:
        """Return the words, each with the blank before it."""
        return [" " + word if blank else word for word, blank in zip(self.words, self.blanks, strict=True)]


def read_reviews(path: Path) -> Iterator[str]:
    """Yield the reviews of a file that holds one a line, markup taken out; gzipped or not."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for line in lines:
            yield _BREAK.sub(" ", line).strip()


def stretches(review: str, longest: int = LONGEST) -> Iterator[list[list[Token]]]:
    """Yield runs of whole sentences of a review, each of at most `longest` tokens, as lists of sentences."""
    run: list[list[Token]] = []
    size = 0
    for start, end in split_sentences(review, 0, len(review)):
        sentence = tokens_of(review[start:end])
        if len(sentence) > longest or not sentence:
            continue
        if size + len(sentence) > longest and run:
            yield run
            run, size = [], 0
        run.append(sentence)
        size += len(sentence)
    if run:
        yield run


def example_of(run: list[list[Token]], world: World, rng: random.Random) -> Example:
    """Return a run of sentences as an example: left sound, or spoiled throughout."""
    sound = rng.random() < SOUND_SHARE
    apart = rng.choice(WORDS_A_FAULT)
    tokens: list[Token] = []
    for sentence in run:
        if not sound and len(sentence) > 4 and rng.random() < 0.85:
            sentence = corrupt(sentence, world, rng, max(1, round(rng.gauss(1, 0.4) * len(sentence) / apart)))
        tokens += sentence
    return Example(
        tuple(t.text for t in tokens),
        tuple(bool(t.before) for t in tokens),
        tuple(int(t.faults) if t.sure else -1 for t in tokens),
    )
