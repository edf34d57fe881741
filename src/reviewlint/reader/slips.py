"""Wrong forms and small words: what the model doubts in a sentence, and the edit that makes it sound.

A doubted word is held against every small edit that the masked head proposes for it: another form or a look-alike in
its place, a small word before it, nothing in its place. Each edit is read again. Only where one of them takes the doubt
away is there a slip; so the finding says what to write, and lively prose, which no edit makes less odd, is let go.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from reviewlint.facts.compare.folding import one_edit
from reviewlint.reader.masked import propose
from reviewlint.reader.model import Head, Model

REPLACED = 2  # candidates tried in place of a word
PUT_IN = 1  # candidates tried before it
LEAST_GAIN = 1.5  # nats by which a candidate must fit better than the word that stands there
NEAR = 1  # words to either side whose doubt an edit must not raise
SMALL = frozenset(
    "a an the of in on at to for from by with about as than into onto over under through during between among against "
    "is are was were be been being am has have had do does did will would can could may might must shall should not "
    "and or but nor so yet if that which who whom whose what where when while because since until although though "
    "it its he him his she her hers they them their we us our you your i me my this these those there here some any no "
    "each every all both either neither one other another much many more most less few such very too also even still "
    "just only then out up off down away back ever never like".split()
)
_BE_HAVE = re.compile(r"n['’]t$|['’](?:s|re|m|ve|ll|d)$")


class Change(StrEnum):
    """What an edit does to a word."""

    REPLACE = "replace"
    PUT_IN = "put in"
    DELETE = "delete"


class Slip(NamedTuple):
    """A doubted word (an index into the document's words), the edit that mends it, and how sure that is.

    `score` is the doubt before the edit in log odds, `gain` what the edit takes off it.
    """

    word: int
    change: Change
    text: str
    score: float
    gain: float


def slip_at(
    model: Model, words: Sequence[str], at: int, rows: Sequence[Sequence[float]]
) -> tuple[Change, str, float] | None:
    """Return the edit at a word of a sentence that takes most doubt away, and how much; None where none does.

    `words` are the words and marks of the sentence, `rows` their scores, one a head.
    """
    before = _doubt(rows, at, at)
    best: tuple[Change, str, float] | None = None
    most = 0.0
    for change, text, edited, first, last in _edits(model, words, at):
        gain = before - _doubt(model.scores(edited), first, last)
        if gain > most:
            best, most = (change, text, gain), gain
    return best


def _doubt(rows: Sequence[Sequence[float]], first: int, last: int) -> float:
    """Return the strongest doubt of any kind from one word to another and next to them."""
    around = rows[max(0, first - NEAR) : last + NEAR + 1]
    return max(max(row[Head.SPOILED], row[Head.FORM]) for row in around)


def _edits(model: Model, words: Sequence[str], at: int) -> Iterator[tuple[Change, str, list[str], int, int]]:
    """Yield edits, each with the words it leads to and where in them it stands."""
    word = words[at]
    for other in _replacements(model, words, at):
        yield Change.REPLACE, other, [*words[:at], other, *words[at + 1 :]], at, at
    for other in _put_in(model, words, at):
        yield Change.PUT_IN, other, [*words[:at], other, *words[at:]], at, at + 1
    if word.lower() in SMALL and len(words) > at + 1:
        yield Change.DELETE, "", [*words[:at], *words[at + 1 :]], at, at


def _replacements(model: Model, words: Sequence[str], at: int) -> list[str]:
    word = words[at]
    proposal = propose(model, words, at, count=40)
    actual = proposal.actual if proposal.actual is not None else -20.0
    near = [
        other for other, chance in proposal.best
        if chance - actual >= LEAST_GAIN and other.lower() != word.lower() and is_near(word.lower(), other.lower())
    ]  # fmt: skip
    return [cased(other, word) for other in near[:REPLACED]]


def _put_in(model: Model, words: Sequence[str], at: int) -> list[str]:
    proposal = propose(model, words, at, put_in=True, count=6)
    return [other for other, _ in proposal.best if other.lower() in SMALL][:PUT_IN]


def cased(word: str, like: str) -> str:
    """Return a word with the capitals of the one in whose place it stands, but for "I", which has its own."""
    if len(like) > 1 and like.isupper():
        return word.upper()
    return word[:1].upper() + word[1:] if like[:1].isupper() and like != "I" else word


def is_near(word: str, other: str) -> bool:
    """Tell whether a word may stand for another by a slip: both small, forms of one word, or written alike."""
    if word in SMALL and other in SMALL:
        return True
    if _BE_HAVE.search(word):
        return False
    shared = 0
    for a, b in zip(word, other, strict=False):
        if a != b:
            break
        shared += 1
    if shared >= 3 and shared >= min(len(word), len(other)) - 2:
        return True
    return min(len(word), len(other)) > 2 and one_edit(word, other)
