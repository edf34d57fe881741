"""What the model says of a draft: a score for each word and head, and what a second look at the doubted words adds."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise

from reviewlint.document import Document
from reviewlint.reader.level import level_of
from reviewlint.reader.model import UNREAD, Head, import_libraries, load_model
from reviewlint.reader.second_look import look_again
from reviewlint.reader.slips import Slip
from reviewlint.reader.stretches import Token, stretches_of

Scores = Sequence[Sequence[float]]  # of a stretch: for each of its words one number a head


@dataclass(frozen=True, slots=True)
class Reading:
    """Scores before the sigmoid (log odds) for each word of a document, one sequence a head.

    `gaps` says for each word how likely something is missing after it, whether a word or a mark follows there. `level`
    says how spoiled the draft is as a whole: the score that its worst words reach. `slips` has for
    doubted words the edit that mends them.
    """

    scores: tuple[Sequence[float], Sequence[float], Sequence[float]]
    gaps: Sequence[float]
    level: float
    slips: Mapping[int, Slip]


class _GivenUp(Exception):
    """Nobody wants the reading any more."""


def read(document: Document) -> Reading:
    """Return the reading of a document; raise ReviewlintError where the model cannot be loaded."""
    with reading_beside(document) as reading:
        return reading()


@contextmanager
def reading_beside(document: Document) -> Iterator[Callable[[], Reading]]:
    """Give the body a function that returns the reading; a thread gets ahead of it.

    Loading and arithmetic leave Python free, so that one process takes two cores. Where drafts are spread over
    processes, threads gain nothing, and there is none. The function raises ReviewlintError where the model cannot be
    loaded. Who leaves the body without it, as an interrupt does, waits for one stretch.
    """
    runs = list(stretches_of(document))
    if not runs or _is_one_of_many():
        yield lambda: _read(document, runs, lambda: None)
        return
    import_libraries()
    thread = _Reading(document, runs)
    try:
        yield thread.result
    finally:
        thread.given_up = True
        thread.join()


def _is_one_of_many() -> bool:
    """Tell whether another process has started this one to share its work."""
    processes = sys.modules.get("multiprocessing.process")
    return processes is not None and processes.parent_process() is not None


class _Reading(threading.Thread):
    """The model at work on a draft."""

    def __init__(self, document: Document, runs: Sequence[Sequence[Token]]) -> None:
        super().__init__(name="reader")
        self.given_up = False
        self._document, self._runs = document, runs
        self._reading: Reading | None = None
        self._error: BaseException | None = None
        self.start()

    def run(self) -> None:
        try:
            self._reading = _read(self._document, self._runs, self._go_on)
        except _GivenUp:
            return
        except BaseException as error:  # raised to whoever waits
            self._error = error

    def _go_on(self) -> None:
        if self.given_up:
            raise _GivenUp

    def result(self) -> Reading:
        """Return the reading once it is there; raise what went wrong."""
        self.join()
        if self._error is not None:
            raise self._error
        assert self._reading is not None
        return self._reading


def _read(document: Document, runs: Sequence[Sequence[Token]], go_on: Callable[[], None]) -> Reading:
    """Read the stretches of a document, then look again at what is doubted; `go_on` is asked before each run."""
    scored: list[Scores] = []
    for run in runs:
        go_on()
        scored.append(load_model().scores([token.text for token in run]))
    columns: list[list[float]] = [[UNREAD] * len(document.words) for _ in Head]
    read_words: set[int] = set()
    for run, rows in zip(runs, scored, strict=True):
        for token, scores in zip(run, rows, strict=True):
            if token.word is not None and token.word not in read_words:
                read_words.add(token.word)
                for column, score in zip(columns, scores, strict=True):
                    column[token.word] = score
    spoiled, form, missing = columns
    level = level_of(_of(spoiled, read_words))
    slips = look_again(runs, scored, level, go_on) if runs else {}
    gaps = _gaps(len(document.words), runs, scored)
    return Reading((spoiled, form, missing), gaps, level, slips)


def _gaps(count: int, runs: Sequence[Sequence[Token]], scored: Sequence[Scores]) -> list[float]:
    """Return for each word what the token after it in its stretch, a mark too, says of a gap before itself."""
    gaps = [UNREAD] * count
    for run, rows in zip(runs, scored, strict=True):
        for (before, _), (_, scores) in pairwise(zip(run, rows, strict=True)):
            if before.word is not None and gaps[before.word] == UNREAD:
                gaps[before.word] = scores[Head.MISSING]
    return gaps


def _of(column: Sequence[float], words: Iterable[int]) -> list[float]:
    return [column[word] for word in sorted(words)]
