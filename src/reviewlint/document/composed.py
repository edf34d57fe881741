"""Letters whose accents stand after them, as some keyboards and file systems write them, read as one letter."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_APART = re.compile(r"(?s).[\u0300-\u036f]+")  # what Latin, Greek and Cyrillic letters are put together from


def composed(text: str, source_start: int, source_end: int) -> Iterator[tuple[str, int, int]]:
    """Yield a stretch of text in pieces, each with its place in the source; letters with marks are composed (NFC).

    Where the text is not the source's own, character by character, it is one piece.
    """
    if unicodedata.is_normalized("NFC", text) or source_end - source_start != len(text):
        yield unicodedata.normalize("NFC", text), source_start, source_end
        return
    done = 0
    for letter in _APART.finditer(text):
        one = unicodedata.normalize("NFC", letter.group())
        if one == letter.group():
            continue
        if letter.start() > done:
            yield text[done : letter.start()], source_start + done, source_start + letter.start()
        yield one, source_start + letter.start(), source_start + letter.end()
        done = letter.end()
    if done < len(text):
        yield text[done:], source_start + done, source_end
