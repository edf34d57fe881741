"""What the model says of a draft: a score for each word and head, weighed by how the whole draft reads."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import IntEnum
from itertools import pairwise

from reviewlint.document import Document
from reviewlint.reader.level import level_of
from reviewlint.reader.model import Size, import_libraries, load_model
from reviewlint.reader.stretches import Token, stretches_of


class Head(IntEnum):
    """What the model looks for, in the order of its columns."""

    SPOILED = 0  # no fluent writer would have this word here
    FORM = 1  # the right word in a wrong form
    MISSING = 2  # something is missing before this word


Scores = list[list[float]]  # of a stretch: for each of its words one number a head
UNREAD = -10.0  # the score of a word outside running prose


@dataclass(frozen=True, slots=True)
class Reading:
    """Scores before the sigmoid (log odds) for each word of a document, one sequence a head.

    `gaps` says for each word how likely something is missing after it, whether a word or a mark follows there. `level`
    says how spoiled the draft is as a whole: the score that its worst words reach. `size` says which model read it.
    """

    scores: tuple[Sequence[float], Sequence[float], Sequence[float]]
    gaps: Sequence[float]
    level: float
    size: Size = Size.SMALL


def read(document: Document, size: Size = Size.SMALL) -> Reading:
    """Return the reading of a document; raise ReviewlintError where the model cannot be loaded."""
    with reading_beside(document, size) as reading:
        return reading()


@contextmanager
def reading_beside(document: Document, size: Size = Size.SMALL) -> Iterator[Callable[[], Reading]]:
    """Give the body a function that returns the reading; a thread gets ahead of it.

    Loading and arithmetic leave Python free, so that one process takes two cores. Where drafts are spread over
    processes, threads gain nothing, and there is none. The function raises ReviewlintError where the model cannot be
    loaded. Who leaves the body without it, as an interrupt does, waits for one stretch.
    """
    runs = list(stretches_of(document))
    if not runs or _is_one_of_many():
        yield lambda: _reading(document, size, runs, [_scored(run, size) for run in runs])
        return
    import_libraries()
    thread = _Scoring(runs, size)
    try:
        yield lambda: _reading(document, size, runs, thread.result())
    finally:
        thread.given_up = True
        thread.join()


def _is_one_of_many() -> bool:
    """Tell whether another process has started this one to share its work."""
    processes = sys.modules.get("multiprocessing.process")
    return processes is not None and processes.parent_process() is not None


def _scored(run: Sequence[Token], size: Size) -> Scores:
    return load_model(size).scores(run)


class _Scoring(threading.Thread):
    """The model at work on the stretches of a draft."""

    def __init__(self, runs: Sequence[Sequence[Token]], size: Size) -> None:
        super().__init__()
        self.given_up = False
        self._runs, self._size = runs, size
        self._scores: list[Scores] = []
        self._error: BaseException | None = None
        self.start()

    def run(self) -> None:
        try:
            for run in self._runs:
                if self.given_up:
                    return
                self._scores.append(_scored(run, self._size))
        except BaseException as error:  # raised to whoever waits
            self._error = error

    def result(self) -> list[Scores]:
        """Return the scores of each stretch once they are there; raise what went wrong."""
        self.join()
        if self._error is not None:
            raise self._error
        return self._scores


def _reading(document: Document, size: Size, runs: Sequence[Sequence[Token]], scored: Sequence[Scores]) -> Reading:
    columns: list[list[float]] = [[UNREAD] * len(document.words) for _ in Head]
    read_words: set[int] = set()
    for run, rows in zip(runs, scored, strict=True):
        for token, scores in zip(run, rows, strict=True):
            if token.word is not None and token.word not in read_words:
                read_words.add(token.word)
                for column, score in zip(columns, scores, strict=True):
                    column[token.word] = score
    spoiled, form, missing = columns
    gaps = _gaps(len(document.words), runs, scored)
    return Reading((spoiled, form, missing), gaps, level_of(_of(spoiled, read_words)), size)


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
