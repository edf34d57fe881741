"""Quotations and quoted titles within a block of text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewlint.document.stretches import Ahead
from reviewlint.document.view import Kind

_MARKS = re.compile("[\"“”„«»‘’']")
_CLOSERS = {"“": "”", "„": "”“", "«": "»"}
_LONGEST_SINGLE = 300  # characters; a single quote that closes later than that was an apostrophe
_SMALL = frozenset(
    "a an and as at but by for from in into nor of off on or out over per so than that the to up via with vs is be "
    "de la le les el los las du des der die das von van y e et".split()
)
_WORD = re.compile(r"[^\W_][\w'’-]*")
_ELISION = re.compile(
    r"['‘’](?:em|tis|twas|til|till|cause|cos|bout|round|n|s|d|ll|re|ve|m|t|\d0s|\d\d)\b", re.IGNORECASE
)


def find_quotes(text: str) -> Iterator[tuple[int, int, Kind]]:
    """Yield the inside of each quotation: its offsets, and whether it reads as a title or as somebody's words.

    A mark that is never closed marks nothing.
    """
    at = 0
    ahead = Ahead(text)
    while match := _MARKS.search(text, at):
        start = match.start()
        end = _closing(text, start, ahead)
        if end is None or end == start + 1:
            at = start + 1
            continue
        yield start + 1, end, Kind.TITLE if looks_like_title(text[start + 1 : end]) else Kind.QUOTE
        at = end + 1


def _closing(text: str, start: int, ahead: Ahead) -> int | None:
    """Return the offset of the mark that closes the one at `start`, or None if that one opens nothing."""
    mark = text[start]
    if mark in _CLOSERS:
        ends = [end for end in (ahead(closer, start + 1) for closer in _CLOSERS[mark]) if end != -1]
        return min(ends, default=None)
    if mark == '"':
        return _closing_straight(text, start)
    if mark in "‘'":
        return _closing_single(text, start)
    return None


def _opens(text: str, start: int) -> bool:
    before = text[start - 1] if start else " "
    after = text[start + 1] if start + 1 < len(text) else " "
    return (before.isspace() or before in "([{—–-/“‘\"'*_") and not after.isspace()


def _closing_straight(text: str, start: int) -> int | None:
    if not _opens(text, start):
        return None
    end = text.find('"', start + 1)
    while end != -1:
        after = text[end + 1] if end + 1 < len(text) else " "
        if not text[end - 1].isspace() and not after.isalnum():
            return end
        if _opens(text, end):  # another opening: the first was never closed
            return None
        end = text.find('"', end + 1)
    return None


def _closing_single(text: str, start: int) -> int | None:
    if not _opens(text, start) or _ELISION.match(text, start):
        return None
    close = "’" if text[start] == "‘" else "'"
    end = text.find(close, start + 1, start + _LONGEST_SINGLE)
    while end != -1:
        after = text[end + 1] if end + 1 < len(text) else " "
        if not text[end - 1].isspace() and not after.isalnum():
            # "the boys' dog": a plural possessive goes on with a word, and another mark closes later.
            later = text.find(close, end + 1, start + _LONGEST_SINGLE)
            possessive = (
                text[end - 1] == "s" and after == " " and later != -1 and not text[later + 1 : later + 2].isalnum()
            )
            if not possessive:
                return end
        end = text.find(close, end + 1, start + _LONGEST_SINGLE)
    return None


def looks_like_title(text: str) -> bool:
    """Tell whether a text reads as a title: short, its first and all its main words with capitals or digits."""
    text = text.rstrip(",;. ")
    words = _WORD.findall(text)
    if not words or len(words) > 12 or re.search(r"[.!?;] ", text):
        return False
    main = [word for word in words if word.lower() not in _SMALL]
    capital = [word for word in main if not word[0].islower()]
    return not words[0][0].islower() and len(capital) == len(main) and bool(main)


def is_emphasised_title(text: str) -> bool:
    """Tell whether emphasised text is a title or a foreign phrase, rather than words said with stress."""
    words = _WORD.findall(text)
    if not words or looks_like_title(text):
        return bool(words)
    return len(words) > 2 and not text.rstrip().endswith((".", "!", "?", "…", ":"))
