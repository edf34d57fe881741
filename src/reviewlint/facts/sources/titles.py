"""Titles as keys: two spellings of one title have a key in common."""

from __future__ import annotations

import re
from enum import IntEnum
from functools import lru_cache

from reviewlint.facts.compare.folding import fold, one_edit

_SIGNS = str.maketrans({"×": " x ", "+": " and ", "½": " 1 2 ", "²": " 2 ", "³": " 3 ", "$": "s"})
_ROMAN = {"ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6", "vii": "7", "viii": "8", "ix": "9"}
_ARTICLES = ("the ", "a ", "an ")
_LEAST_LEFT = 3  # letters of a title without its article
# What tells an edition of a work from no other work. “The Final Chapter” is none, so a word such as cut is needed.
_EDITION = re.compile(
    r"\s*[:(\[–—-]\s*(?:the\s+)?(?:"
    r"(?:director['’]?s|final|extended|theatrical|uncut|unrated|special|remastered|definitive|ultimate|complete|"
    r"game of the year|goty|deluxe|\w{1,6} anniversary|anniversary|collector['’]?s|4k|blu-?ray|imax)"
    r"\s+(?:cut|edition|version|release|restoration|remaster(?:ed)?)|"
    r"remaster(?:ed)?|extended|uncut|unrated|4k|imax)\s*[)\]]?$",
    re.IGNORECASE,
)
_SHORTEST_TYPO = 6  # letters; in shorter titles one letter makes another work too often


class Likeness(IntEnum):
    """How like a title is to the wanted one, the best first. All up to EDITION are the same title."""

    SAME = 0
    ARTICLE = 1  # with or without its article, or a number in Roman signs
    EDITION = 2  # without the words for an edition
    TYPO = 3  # one letter
    BEGINNING = 4  # a subtitle more or less
    OTHER = 5


@lru_cache(maxsize=4096)
def title_key(title: str) -> str:
    """Return a title without capitals, accents, punctuation and gaps: WALL·E is walle, M*A*S*H mash."""
    return _spaced(title).replace(" ", "") or title.strip().casefold()


def _spaced(title: str) -> str:
    return fold(title.translate(_SIGNS))


@lru_cache(maxsize=4096)
def loose_key(title: str) -> str:
    """Return the key of a title without its article, and with numbers in Arabic signs."""
    words = _spaced(title)
    for article in _ARTICLES:
        if words.startswith(article) and len(words) - len(article) >= _LEAST_LEFT:
            words = words.removeprefix(article)
            break
    first, *rest = words.split() or [""]
    return first + "".join(_ROMAN.get(word, word) for word in rest) or title_key(title)


def without_edition(title: str) -> str:
    """Return a title without “: Director's Cut” and the like at its end."""
    return _EDITION.sub("", title).strip() or title


def shorter(title: str) -> str:
    """Return what stands before the first colon or dash of a title, "" if there is none."""
    head, *rest = re.split(r":\s|\s[–—-]\s", title, maxsplit=1)
    return head.strip() if rest else ""


def likeness(wanted: str, known: str) -> Likeness:
    """Return how like a known title is to the wanted one."""
    if title_key(wanted) == title_key(known):
        return Likeness.SAME
    if loose_key(wanted) == loose_key(known):
        return Likeness.ARTICLE
    if loose_key(without_edition(wanted)) == loose_key(without_edition(known)):
        return Likeness.EDITION
    short, long = sorted((title_key(wanted), title_key(known)), key=len)
    if len(short) >= _SHORTEST_TYPO and one_edit(short, long):
        return Likeness.TYPO
    if short and long.startswith(short) and _is_subtitle(wanted, known):
        return Likeness.BEGINNING
    return Likeness.OTHER


def _is_subtitle(first: str, second: str) -> bool:
    short, long = sorted((_spaced(first), _spaced(second)), key=len)
    return long.startswith(f"{short} ")
