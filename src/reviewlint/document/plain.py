"""Plain text: paragraphs between blank lines."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reviewlint.document.builder import ViewBuilder
from reviewlint.document.model import Comment
from reviewlint.document.source import Source
from reviewlint.document.view import Kind
from reviewlint.finding import Span

_PARAGRAPH = re.compile(r"[^\r\n]*\S[^\r\n]*(?:\r?\n[^\r\n]*\S[^\r\n]*)*")
_LINE = re.compile(r"[^\r\n]+")


@dataclass(frozen=True, slots=True)
class Extra:
    """What a parser found beside the prose."""

    comments: tuple[Comment, ...] = ()
    opaque: tuple[Span, ...] = ()


def read_plain(source: Source, start: int, builder: ViewBuilder) -> Extra:
    """Add the paragraphs of a plain-text draft, from offset `start` on."""
    text = source.text
    for paragraph in _PARAGRAPH.finditer(text, start):
        builder.open(Kind.PROSE, paragraph.start())
        previous = None
        for line in _LINE.finditer(text, paragraph.start(), paragraph.end()):
            if previous is not None:
                builder.add(" ", previous, line.start())
            builder.add(line.group(), line.start(), line.end())
            previous = line.end()
    return Extra()
