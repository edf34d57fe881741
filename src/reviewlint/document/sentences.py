"""Where sentences begin and end."""

from __future__ import annotations

import re
from collections.abc import Iterator

import sentencex

_LONGEST = 3_000  # code points; what goes on for longer is no sentence, and rules look back over whole sentences
# sentencex 1.0.32 panics where one letter, a blank of more than one byte, and a full stop follow each other.
_WIDE_BLANKS = str.maketrans(
    dict.fromkeys("\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B))), " ")
)
_GLUED = re.compile(r"(?<=[a-z]{2})[.!?](?=[A-Z][a-z])")


def split_sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield start and end of each sentence in `text[start:end]`, blanks at the ends left out."""
    piece = text[start:end]
    for boundary in sentencex.get_sentence_boundaries("en", piece.translate(_WIDE_BLANKS)):
        at, stop = boundary["start_index"], boundary["end_index"]
        for cut in [*(m.end() for m in _GLUED.finditer(piece, at, stop)), stop]:
            while at < cut:
                end_of_chunk = cut if cut - at <= _LONGEST else piece.rfind(" ", at, at + _LONGEST) + 1 or at + _LONGEST
                chunk = piece[at:end_of_chunk]
                if chunk.strip():
                    yield start + at + len(chunk) - len(chunk.lstrip()), start + at + len(chunk.rstrip())
                at = end_of_chunk
