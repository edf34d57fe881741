"""Training examples: stretches of reviews, sound or spoiled, as words with faults."""

from __future__ import annotations

import gzip
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reader.corruptions import SLIPS, World, corrupt, spun
from reader.tokens import Token, tokens_of
from reviewlint.document.sentences import split_sentences

LONGEST = 70  # words of an example: short inputs train fastest
_BREAK = re.compile(r"<br\s*/?>|\s+")
SOUND_SHARE = 0.3  # of the examples are left as they are: honest text is the common case
SLIPPED_SHARE = 0.3  # get one slip, or two, and are sound for the rest
SPUN_SHARE = 0.1
WORDS_A_FAULT = (6, 9, 13, 18, 30)  # some drafts are spoiled throughout, others here and there


@dataclass(frozen=True, slots=True)
class Example:
    """Words, and their faults (see Fault) or -1 where they must not be learnt from."""

    words: tuple[str, ...]
    faults: tuple[int, ...]


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
    """Return a run of sentences as an example: left sound, with a slip, or spoiled throughout."""
    pick = rng.random()
    if pick < SLIPPED_SHARE:
        return _slipped(run, world, rng)
    sound, is_spun = pick < SLIPPED_SHARE + SOUND_SHARE, pick > 1 - SPUN_SHARE
    share = rng.uniform(0.2, 0.5)
    apart = rng.choice(WORDS_A_FAULT)
    tokens: list[Token] = []
    for sentence in run:
        if is_spun:
            sentence = spun(sentence, world, rng, share)
        elif not sound and len(sentence) > 4 and rng.random() < 0.85:
            sentence = corrupt(sentence, world, rng, max(1, round(rng.gauss(1, 0.4) * len(sentence) / apart)))
        tokens += sentence
    return as_example(tokens)


def _slipped(run: list[list[Token]], world: World, rng: random.Random) -> Example:
    sentences = list(run)
    for _ in range(rng.choice((1, 1, 1, 2))):
        at = rng.randrange(len(sentences))
        sentences[at] = corrupt(sentences[at], world, rng, 1, SLIPS)
    return sound_example(sentences)


def sound_example(run: list[list[Token]]) -> Example:
    """Return a run of sentences as it is."""
    return as_example([token for sentence in run for token in sentence])


def as_example(tokens: list[Token]) -> Example:
    """Return tokens as an example, with the faults that they bear."""
    return Example(tuple(t.text for t in tokens), tuple(int(t.faults) if t.sure else -1 for t in tokens))
