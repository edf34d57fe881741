"""Which words a word may stand for by a slip: small words, other forms of it, look-alikes, and confusable words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from string import ascii_lowercase

from reviewlint.facts.compare.folding import one_edit
from reviewlint.reader.masked import vocabulary
from reviewlint.reader.model import Model

SMALL = frozenset(
    "a an the of in on at to for from by with about as than into onto over under through during between among against "
    "is are was were be been being am has have had do does did will would can could may might must shall should not "
    "and or but nor so yet if that which who whom whose what where when while because since until although though "
    "it its he him his she her hers they them their we us our you your i me my this these those there here some any no "
    "each every all both either neither one other another much many more most less few such very too also even still "
    "just only then out up off down away back ever never like".split()
)
_BE_HAVE = re.compile(r"n['’]t$|['’](?:s|re|m|ve|ll|d)$")


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


@cache
def near_words(model: Model, word: str) -> tuple[str, ...]:
    """Return the words of the model's vocabulary that a word may stand for by a slip."""
    known, confused = vocabulary(model), confused_with(word)
    found = {*SMALL, *confused, *_one_edit_away(word), *_by_beginning(model).get(word[:3], ())} & known.keys()
    return tuple(sorted(other for other in found if other != word and (other in confused or is_near(word, other))))


def confused_with(word: str) -> tuple[str, ...]:
    """Return the words that a word is taken for because they sound or look alike."""
    return _confusables().get(word, ())


@cache
def _confusables() -> dict[str, tuple[str, ...]]:
    text = (files("reviewlint.reader") / "data" / "confusables.txt").read_text(encoding="utf-8")
    found: dict[str, tuple[str, ...]] = {}
    for line in text.splitlines():
        if not line.startswith("#"):
            words = line.split()
            for word in words:
                found[word] = (*found.get(word, ()), *(other for other in words if other != word))
    return found


def _one_edit_away(word: str) -> Iterator[str]:
    for at in range(len(word) + 1):
        start, rest = word[:at], word[at:]
        yield start + rest[1:]
        yield start + rest[1:2] + rest[:1] + rest[2:]
        for letter in ascii_lowercase:
            yield start + letter + rest
            yield start + letter + rest[1:]


@cache
def _by_beginning(model: Model) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for word in vocabulary(model):
        found.setdefault(word[:3], []).append(word)
    return found
