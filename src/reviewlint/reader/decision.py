"""Weighs what is known of a doubted place into one number: the log odds that an editor would mark it.

The weights were learnt from drafts that other hands annotated and from published prose; `training/reader/calibrate.py`
says how, and writes the file.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from reviewlint.document import Document
from reviewlint.reader.model import Head
from reviewlint.reader.phrases import Place, phrases_of
from reviewlint.reader.reading import Reading
from reviewlint.reader.slips import Change, Slip

MOST_FIT = 8.0  # nats; beyond, a better fit says no more
LOOSEST = -3.2  # log odds from which a phrase is weighed at all


class Doubt(NamedTuple):
    """A phrase by the indices of its first and last word, and the log odds that something is wrong with it."""

    first: int
    last: int
    odds: float


class SlipDoubt(NamedTuple):
    """A slip, and the log odds that it is one."""

    slip: Slip
    odds: float


def doubts_of(document: Document, reading: Reading, places: Sequence[Place]) -> Iterator[Doubt]:
    """Yield the phrases whose words stand out, in order."""
    for first, last, features in phrase_features(document, reading, places):
        yield Doubt(first, last, _weighed("phrase", features))


def slips_of(reading: Reading) -> Iterator[SlipDoubt]:
    """Yield the slips with their odds, in the order of their words."""
    for slip, features in slip_features(reading):
        yield SlipDoubt(slip, _weighed("slip", features))


def phrase_features(
    document: Document, reading: Reading, places: Sequence[Place]
) -> Iterator[tuple[int, int, dict[str, float]]]:
    """Yield the first and the last word of each doubted phrase, and what is known of it."""
    spoiled, form = reading.scores[Head.SPOILED], reading.scores[Head.FORM]
    for phrase in phrases_of(document, spoiled, reading.level, LOOSEST, places):
        words = range(phrase.first, phrase.last + 1)
        yield (
            phrase.first,
            phrase.last,
            {
                "score": phrase.score,
                "worst": max(spoiled[word] for word in words),
                "form": max(form[word] for word in words),
                "length": float(len(words)),
                "level": reading.level,
            },
        )


def slip_features(reading: Reading) -> Iterator[tuple[Slip, dict[str, float]]]:
    """Yield each slip, and what is known of it."""
    spoiled, form, missing = reading.scores
    for word, slip in sorted(reading.slips.items()):
        edit = slip.edit
        yield (
            slip,
            {
                "form": form[word],
                "worst": spoiled[word],
                "missing": missing[word],
                "gain": edit.gain,
                "left": edit.left,
                "fit": min(edit.fit, MOST_FIT),
                "put_in": float(edit.change is Change.PUT_IN),
                "delete": float(edit.change is Change.DELETE),
                "level": reading.level,
            },
        )


def _weighed(kind: str, features: Mapping[str, float]) -> float:
    weights = _weights()[kind]
    return weights["one"] + sum(weights[name] * number for name, number in features.items())


@cache
def _weights() -> dict[str, dict[str, float]]:
    text = (files("reviewlint.reader") / "data" / "decision.json").read_text(encoding="utf-8")
    found: dict[str, dict[str, float]] = json.loads(text)
    return found
