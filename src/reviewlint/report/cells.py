"""Text as a terminal shows it: how many columns it takes, where it may be cut, and nothing that moves the cursor."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

_JOINER = "\u200d"
_EMOJI_STYLE = "\ufe0f"
_SKIN_TONES = range(0x1F3FB, 0x1F400)
_JAMO_TAILS = range(0x1160, 0x1200)  # vowels and finals, drawn into the syllable before them
_CONTROL_PICTURES = 0x2400
_UNSAFE = ("Cc", "Zl", "Zp", "Cs")
# Letters and marks of most drafts: each takes one column and joins with nothing but marks, which are not among them.
_PLAIN = re.compile("[ -~¡-¬®-ʯ–-‟…]*")
_BIDI = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


class Cluster(NamedTuple):
    """What a reader sees as one character: its text, its offset and the columns it takes."""

    text: str
    start: int
    width: int


def cells(text: str) -> int:
    """Return how many columns of a terminal a text takes."""
    if _PLAIN.fullmatch(text):
        return len(text)
    return sum(cluster.width for cluster in clusters(text))


def clusters(text: str) -> Iterator[Cluster]:
    """Yield the characters of a text as a reader sees them; accents, joined emoji and the like are one."""
    start = width = 0
    joined = False
    for at, char in enumerate(text):
        own = _width(char)
        if at and (own == 0 or joined or (ord(char) in _SKIN_TONES and width == 2)):
            width = 2 if char == _EMOJI_STYLE else max(width, own if at == start else width)
            joined = char == _JOINER
            continue
        if at:
            yield Cluster(text[start:at], start, width)
        start, width, joined = at, own, False
    if text:
        yield Cluster(text[start:], start, width)


@lru_cache(maxsize=2048)
def _width(char: str) -> int:
    """Return the columns of a character by itself (Unicode annex 11)."""
    if unicodedata.category(char) in ("Mn", "Me", "Cf") or ord(char) in _JAMO_TAILS:
        return 1 if char == "\u00ad" else 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def first_cells(text: str, width: int) -> str:
    """Return as much of the beginning of a text as `width` columns hold."""
    if _PLAIN.fullmatch(text):
        return text[: max(0, width)]
    end = used = 0
    for cluster in clusters(text):
        used += cluster.width
        if used > width:
            break
        end = cluster.start + len(cluster.text)
    return text[:end]


def last_cells(text: str, width: int) -> str:
    """Return as much of the end of a text as `width` columns hold."""
    if _PLAIN.fullmatch(text):
        return text[max(0, len(text) - width) :]
    start, used = len(text), 0
    for cluster in reversed(list(clusters(text))):
        used += cluster.width
        if used > width:
            break
        start = cluster.start
    return text[start:]


def visible(text: str) -> str:
    """Return a line of a draft so that a terminal shows all of it and obeys none of it; its length stays.

    A tab is one blank. Control characters show as their pictures, marks that turn the direction of writing as �.
    """
    if text.isprintable():
        return text
    return "".join(map(_visible, text))


def _visible(char: str) -> str:
    if char == "\t":
        return " "
    if char in _BIDI:
        return "\ufffd"
    if unicodedata.category(char) in _UNSAFE:
        return chr(_CONTROL_PICTURES + ord(char)) if ord(char) < 0x20 else "\ufffd"
    return char


def wrapped(paint: Callable[[str], str], text: str, width: int, indent: str = "", hang: str | None = None) -> list[str]:
    """Return a text as painted lines of at most `width` columns, broken between words.

    Lines after the first start with `hang`, or else with `indent` too. A word that is longer than a line stays whole.
    """
    after = indent if hang is None else hang
    lines: list[str] = []
    line = ""
    for word in visible(text).split(" "):
        start = after if lines else indent
        if line and cells(start) + cells(line) + 1 + cells(word) > width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return [(after if n else indent) + paint(part) for n, part in enumerate([*lines, line])]


def padded(text: str, width: int) -> str:
    """Return a text with blanks after it up to `width` columns."""
    return text + " " * max(0, width - cells(text))
