"""What the model says of a draft: a score for each word and head, weighed by how the whole draft reads."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum

from reviewlint.document import Document
from reviewlint.reader.level import level_of
from reviewlint.reader.model import load_model
from reviewlint.reader.stretches import stretches_of


class Head(IntEnum):
    """What the model looks for, in the order of its columns."""

    SPOILED = 0  # no fluent writer would have this word here
    FORM = 1  # the right word in a wrong form
    MISSING = 2  # something is missing before this word


UNREAD = -10.0  # the score of a word outside running prose


@dataclass(frozen=True, slots=True)
class Reading:
    """Scores before the sigmoid (log odds) for each word of a document, one sequence a head.

    `level` says how spoiled the draft is as a whole: the score that its worst words reach.
    """

    scores: tuple[Sequence[float], Sequence[float], Sequence[float]]
    level: float


def read(document: Document) -> Reading:
    """Return the reading of a document; raise ReviewlintError where the model cannot be loaded."""
    columns: list[list[float]] = [[UNREAD] * len(document.words) for _ in Head]
    model = None
    read_words: set[int] = set()
    for run in stretches_of(document):
        model = model or load_model()
        for token, scores in zip(run, model.scores([token.text for token in run]), strict=True):
            if token.word is not None and token.word not in read_words:
                read_words.add(token.word)
                for column, score in zip(columns, scores, strict=True):
                    column[token.word] = score
    spoiled, form, missing = columns
    return Reading((spoiled, form, missing), level_of(_of(spoiled, read_words)))


def _of(column: Sequence[float], words: Iterable[int]) -> list[float]:
    return [column[word] for word in sorted(words)]
