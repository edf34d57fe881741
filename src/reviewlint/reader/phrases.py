"""From scores of words to the phrases that an editor would underline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import IntEnum
from typing import NamedTuple

from reviewlint.document import Document
from reviewlint.reader.level import WEIGHT

REACH = 3  # words to either side whose scores count for a word: garbled words come in runs
SLACK = 2.0  # how far below the threshold, in log odds, a word may be that only prolongs a phrase
LONGEST = 12  # words of a phrase
# Words that no phrase ends with, and such as none begins with.
_LAST = frozenset(
    "a about after against an and as at before between but by for from he her his in into it its of off on onto or "
    "over she that the their they this through to under until upon which who with without".split()
)
_FIRST = frozenset("and but or that which who".split())


class Place(IntEnum):
    """What a word may do in a phrase."""

    OUTSIDE = 0  # it is not read: part of a title, a quotation, code
    INSIDE = 1  # it may stand in one that other words open
    OPENS = 2


class Phrase(NamedTuple):
    """A run of words: the indices of its first and last word, and its score in log odds."""

    first: int
    last: int
    score: float


def phrases_of(
    document: Document, scores: Sequence[float], level: float, threshold: float, places: Sequence[Place]
) -> Iterator[Phrase]:
    """Yield the phrases whose words stand out, in order.

    A word opens a phrase if its score, weighed with its neighbours' and with the level of the whole draft, reaches
    `threshold` (log odds) and its place allows it. A phrase never reaches across a mark of punctuation.
    """
    joined = _joined(document, places)
    least = threshold - WEIGHT * level
    done = 0
    for index, place in enumerate(places):
        if index < done or place != Place.OPENS:
            continue
        score = _smoothed(scores, joined, places, index)
        if score < least:
            continue
        first, last = _prolonged(scores, joined, index, least - SLACK, done)
        done = last + 1
        yield Phrase(*_trimmed(document, first, last), score + WEIGHT * level)


def _joined(document: Document, places: Sequence[Place]) -> list[bool]:
    """Return for each word whether it can stand in one phrase with the word before."""
    words, text = document.words, document.prose.text

    def joins(index: int) -> bool:
        between = text[words[index - 1].end : words[index].start]
        return between.isspace() and "\n\n" not in between

    inside = [place > Place.OUTSIDE for place in places]
    return [i > 0 and inside[i] and inside[i - 1] and joins(i) for i in range(len(words))]


def _smoothed(scores: Sequence[float], joined: Sequence[bool], places: Sequence[Place], index: int) -> float:
    """Return a word's score, half its own and half the mean of its surroundings; a name there is no evidence."""
    first = last = index
    while first > index - REACH and joined[first]:
        first -= 1
    while last < index + REACH and last + 1 < len(scores) and joined[last + 1]:
        last += 1
    around = [scores[i] for i in range(first, last + 1) if places[i] == Place.OPENS]
    return 0.5 * scores[index] + 0.5 * sum(around) / len(around)


def _prolonged(scores: Sequence[float], joined: Sequence[bool], index: int, least: float, done: int) -> tuple[int, int]:
    """Return the first and the last of the words around `index` that score at least `least`, LONGEST at most."""
    first = last = index
    while first > max(done, index - LONGEST // 2) and joined[first] and scores[first - 1] >= least:
        first -= 1
    while last - first < LONGEST - 1 and last + 1 < len(scores) and joined[last + 1] and scores[last + 1] >= least:
        last += 1
    return first, last


def _trimmed(document: Document, first: int, last: int) -> tuple[int, int]:
    """Return a phrase without the small words at its ends that lead on to something else."""
    words = document.words
    while first < last and words[first].text in _FIRST:
        first += 1
    while last > first and words[last].text in _LAST:
        last -= 1
    return first, last
