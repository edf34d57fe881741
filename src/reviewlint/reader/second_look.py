"""Which words of a draft are looked at a second time, and what comes of it.

A look costs a run of the model over one sentence, so there is one only for words that the first reading doubts, the
worst first, and for a share of the words of a draft at most.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from reviewlint.reader.level import WEIGHT
from reviewlint.reader.masked import Misfit, propose
from reviewlint.reader.model import Head, load_model
from reviewlint.reader.slips import Slip, slip_at
from reviewlint.reader.stretches import Token

SUSPECTED = -3.4  # log odds, with the neighbours' and the draft's own: what no rule reports is not looked at
# Log odds of a wrong form, with the draft's own level: a slip that no edit could bring to a rule's threshold is let go.
DOUBTED, LEVELLED = -3.0, 1.3
MOST = 0.01  # share of the words of a draft that are masked
MOST_SLIPS = 0.016  # share of the words for which edits are tried; each takes some eight runs
REACH = 3  # words to either side whose scores count for a word
LONGEST = 28  # words and marks of the sentence that are read with a word
_ENDS = (".", "!", "?", "…")


class Looks(NamedTuple):
    """What second looks found, by word of the document."""

    misfits: Mapping[int, Misfit]
    slips: Mapping[int, Slip]


class _Place(NamedTuple):
    """A word that is doubted: how much, its stretch, and where in the stretch it stands."""

    doubt: float
    run: int
    at: int


def look_again(
    runs: Sequence[Sequence[Token]],
    scored: Sequence[Sequence[Sequence[float]]],
    level: float,
    go_on: Callable[[], None],
) -> Looks:
    """Return what a second look at the doubted words says; `go_on` is called before each look."""
    count = sum(token.word is not None for run in runs for token in run)
    suspects = _worst(_suspects(runs, scored, level), MOST * count)
    misfits: dict[int, Misfit] = {}
    for place in suspects:
        go_on()
        words, at, _ = _sentence(runs[place.run], place.at)
        misfits.setdefault(_word(runs, place), propose(load_model(), words, at, count=1).misfit)
    slips: dict[int, Slip] = {}
    for place in _worst(_doubted(runs, scored, level), MOST_SLIPS * count):
        go_on()
        words, at, start = _sentence(runs[place.run], place.at)
        found = slip_at(load_model(), words, at, scored[place.run][start : start + len(words)])
        if found is not None:
            slips.setdefault(_word(runs, place), Slip(_word(runs, place), found[0], found[1], place.doubt, found[2]))
    return Looks(misfits, slips)


def _word(runs: Sequence[Sequence[Token]], place: _Place) -> int:
    word = runs[place.run][place.at].word
    assert word is not None
    return word


def _worst(places: Iterator[_Place], most: float) -> list[_Place]:
    return sorted(places, reverse=True)[: int(most) + 1]


def _suspects(
    runs: Sequence[Sequence[Token]], scored: Sequence[Sequence[Sequence[float]]], level: float
) -> Iterator[_Place]:
    for number, (run, rows) in enumerate(zip(runs, scored, strict=True)):
        own = [row[Head.SPOILED] for row in rows]
        for at, token in enumerate(run):
            if not _is_common(token):
                continue
            around = own[max(0, at - REACH) : at + REACH + 1]
            doubt = 0.5 * own[at] + 0.5 * sum(around) / len(around) + WEIGHT * level
            if doubt >= SUSPECTED:
                yield _Place(doubt, number, at)


def _doubted(
    runs: Sequence[Sequence[Token]], scored: Sequence[Sequence[Sequence[float]]], level: float
) -> Iterator[_Place]:
    for number, (run, rows) in enumerate(zip(runs, scored, strict=True)):
        for at, (token, row) in enumerate(zip(run, rows, strict=True)):
            if token.word is not None and token.text[0].isalpha() and row[Head.FORM] + LEVELLED * level >= DOUBTED:
                yield _Place(row[Head.FORM], number, at)


def _is_common(token: Token) -> bool:
    return token.word is not None and token.text.isascii() and token.text[0].islower()


def _sentence(run: Sequence[Token], at: int) -> tuple[list[str], int, int]:
    """Return the sentence around a token as words and marks, where the token stands in it, and where it begins."""
    first = at
    while first > 0 and at - first < LONGEST // 2 and run[first - 1].text not in _ENDS:
        first -= 1
    last = at
    while last + 1 < len(run) and last - at < LONGEST // 2 and run[last].text not in _ENDS:
        last += 1
    return [token.text for token in run[first : last + 1]], at - first, first
