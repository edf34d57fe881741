"""Which words of a draft are looked at a second time, and what comes of it.

A look costs a run of the model over one sentence, so there is one only for words that the first reading doubts, the
worst first, and for a share of the words of a draft at most.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from reviewlint.reader.level import UNSPOILED
from reviewlint.reader.model import Head, load_model
from reviewlint.reader.slips import Slip, best_edit
from reviewlint.reader.stretches import Token

# The mean of the log odds of a wrong form and of a gap, in a draft that nothing is known of; and how much lower it may
# be for each unit that a draft is worse.
DOUBTED, LEVELLED = -2.5, 0.2
MOST = 0.016  # share of the words for which edits are tried; each takes some five runs
LONGEST = 28  # words and marks of the sentence that are read with a word
_ENDS = (".", "!", "?", "…")


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
) -> dict[int, Slip]:
    """Return the slips that a second look at the doubted words finds, by word; `go_on` is called before each look."""
    count = sum(token.word is not None for run in runs for token in run)
    slips: dict[int, Slip] = {}
    for place in sorted(_doubted(runs, scored, level), reverse=True)[: int(MOST * count) + 1]:
        go_on()
        words, at, start = _sentence(runs[place.run], place.at)
        found = best_edit(load_model(), words, at, scored[place.run][start : start + len(words)])
        if found is not None:
            slips.setdefault(_word(runs, place), Slip(_word(runs, place), found))
    return slips


def _word(runs: Sequence[Sequence[Token]], place: _Place) -> int:
    word = runs[place.run][place.at].word
    assert word is not None
    return word


def _doubted(
    runs: Sequence[Sequence[Token]], scored: Sequence[Sequence[Sequence[float]]], level: float
) -> Iterator[_Place]:
    least = DOUBTED - LEVELLED * (level - UNSPOILED)
    for number, (run, rows) in enumerate(zip(runs, scored, strict=True)):
        for at, (token, row) in enumerate(zip(run, rows, strict=True)):
            doubt = (row[Head.FORM] + row[Head.MISSING]) / 2
            if token.word is not None and token.text[0].isalpha() and doubt >= least:
                yield _Place(doubt, number, at)


def _sentence(run: Sequence[Token], at: int) -> tuple[list[str], int, int]:
    """Return the sentence around a token as words and marks, where the token stands in it, and where it begins."""
    first = at
    while first > 0 and at - first < LONGEST // 2 and run[first - 1].text not in _ENDS:
        first -= 1
    last = at
    while last + 1 < len(run) and last - at < LONGEST // 2 and run[last].text not in _ENDS:
        last += 1
    return [token.text for token in run[first : last + 1]], at - first, first
