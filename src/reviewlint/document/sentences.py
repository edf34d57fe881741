"""Where sentences begin and end."""

from __future__ import annotations

import re
from collections.abc import Iterator

import sentencex

from reviewlint.document.sentence_ends import mended

_LONGEST = 3_000  # code points; what goes on for longer is no sentence, and rules look back over whole sentences
# sentencex 1.0.32 panics where one letter, a blank of more than one byte, and a full stop follow each other.
_WIDE_BLANKS = str.maketrans(
    dict.fromkeys("\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B))), " ")
)
_AT_ONCE = 20_000  # code points that sentencex is given, since it takes time with the square of them
_GLUED = re.compile(r"(?<=[a-z]{2})[.!?](?=[A-Z][a-z])")


def split_sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield start and end of each sentence in `text[start:end]`, blanks at the ends left out."""
    piece = text[start:end]
    for at, stop in mended(piece, _boundaries(piece.translate(_WIDE_BLANKS))):
        for cut in [*(m.end() for m in _GLUED.finditer(piece, at, stop)), stop]:
            while at < cut:
                end_of_chunk = cut if cut - at <= _LONGEST else piece.rfind(" ", at, at + _LONGEST) + 1 or at + _LONGEST
                chunk = piece[at:end_of_chunk]
                if chunk.strip():
                    yield start + at + len(chunk) - len(chunk.lstrip()), start + at + len(chunk.rstrip())
                at = end_of_chunk


def _boundaries(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of each sentence as sentencex sees it; the last one of a portion is looked at again."""
    start = 0
    while start < len(text):
        end = min(len(text), start + _AT_ONCE)
        found = [(b["start_index"], b["end_index"]) for b in sentencex.get_sentence_boundaries("en", text[start:end])]
        if end < len(text) and len(found) > 1:
            end = start + found.pop()[0]
        for first, last in found:
            yield start + first, start + last
        start = end
