"""Wrong forms and small words: what the model doubts in a sentence, and the edit that makes it sound.

A doubted word is held against every small edit that the masked head proposes for it: another form or a look-alike in
its place, a small word before it, nothing in its place. Each edit is read again. Only where one of them takes the doubt
away is there a slip; so the finding says what to write, and lively prose, which no edit makes less odd, is let go.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from reviewlint.reader.masked import fits, written
from reviewlint.reader.model import Head, Model
from reviewlint.reader.near import SMALL, confused_with, near_words

REPLACED = 3  # candidates tried in place of a word
LEAST_FIT = 1.0  # nats by which a candidate must fit better than the word that stands there
UNKNOWN = 9.0  # nats: about what words that the vocabulary does not hold whole come to in sound prose
LEAST_CHANCE = -2.0  # logarithm of the chance that a word put in must have
NEAR = 1  # words to either side whose doubt an edit must not raise


class Change(StrEnum):
    """What an edit does to a word."""

    REPLACE = "replace"
    PUT_IN = "put in"
    DELETE = "delete"


class Edit(NamedTuple):
    """A small edit at a word: how much doubt it takes off, what is left of it, and how much better it fits.

    All are in nats or log odds. `fit` is that of the masked place; 0 where a word is deleted or unknown to the model.
    """

    change: Change
    text: str
    gain: float
    left: float
    fit: float


class Slip(NamedTuple):
    """A doubted word (an index into the document's words), and the edit that mends it."""

    word: int
    edit: Edit


def best_edit(model: Model, words: Sequence[str], at: int, rows: Sequence[Sequence[float]]) -> Edit | None:
    """Return the edit at a word of a sentence that takes most doubt away; None where none does.

    `words` are the words and marks of the sentence, `rows` their scores, one a head.
    """
    before = _doubt(rows, at, at)
    best: Edit | None = None
    for change, text, fit, edited, first, last in _edits(model, words, at):
        left = _doubt(model.scores(edited), first, last)
        if before - left > (best.gain if best else 0.0):
            best = Edit(change, text, before - left, left, fit)
    return best


def _doubt(rows: Sequence[Sequence[float]], first: int, last: int) -> float:
    """Return the strongest doubt of any kind from one word to another and next to them."""
    around = rows[max(0, first - NEAR) : last + NEAR + 1]
    return max(max(row[Head.SPOILED], row[Head.FORM]) for row in around)


def _edits(model: Model, words: Sequence[str], at: int) -> Iterator[tuple[Change, str, float, list[str], int, int]]:
    """Yield edits, each with how much better it fits, the words it leads to, and where in them it stands."""
    word = words[at]
    for other, fit in _replacements(model, words, at):
        yield Change.REPLACE, other, fit, [*words[:at], other, *words[at + 1 :]], at, at
    for other, fit in _put_in(model, words, at):
        yield Change.PUT_IN, other, fit, [*words[:at], other, *words[at:]], at, at + 1
    if word.lower() in SMALL and len(words) > at + 1:
        yield Change.DELETE, "", 0.0, [*words[:at], *words[at + 1 :]], at, at


def _replacements(model: Model, words: Sequence[str], at: int) -> list[tuple[str, float]]:
    word = words[at].lower()
    near = near_words(model, word)
    chances, actual = fits(model, words, at, near)
    actual = max(chances.values(), default=0.0) - UNKNOWN if actual is None else actual
    better = sorted(((chance - actual, other) for other, chance in chances.items()), reverse=True)
    found = [(other, fit) for fit, other in better[:REPLACED] if fit >= LEAST_FIT]
    found += [(other, 0.0) for other in confused_with(word) if other not in chances]
    return [(cased(written(other), words[at]), fit) for other, fit in found]


def _put_in(model: Model, words: Sequence[str], at: int) -> list[tuple[str, float]]:
    chances, _ = fits(model, words, at, sorted(SMALL), put_in=True)
    other = max(chances, key=lambda word: chances[word], default="")
    return [(written(other), chances[other])] if other and chances[other] >= LEAST_CHANCE else []


def cased(word: str, like: str) -> str:
    """Return a word with the capitals of the one in whose place it stands, but for "I", which has its own."""
    if len(like) > 1 and like.isupper():
        return word.upper()
    return word[:1].upper() + word[1:] if like[:1].isupper() and like != "I" else word
