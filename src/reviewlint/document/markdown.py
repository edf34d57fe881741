"""Markdown by pyromark, whose events carry source ranges."""

from __future__ import annotations

from typing import Any

import pyromark

from reviewlint.document.builder import ViewBuilder
from reviewlint.document.plain import Extra
from reviewlint.document.source import Source
from reviewlint.document.view import Kind
from reviewlint.finding import Span

_OPTIONS = (
    pyromark.Options.ENABLE_TABLES | pyromark.Options.ENABLE_FOOTNOTES | pyromark.Options.ENABLE_STRIKETHROUGH
)


def read_markdown(source: Source, start: int, builder: ViewBuilder) -> Extra:
    """Add the blocks of a Markdown draft, from offset `start` on. (A first cut.)"""
    body = source.text[start:]
    data = body.encode()
    ascii_only = len(data) == len(body)

    def at(byte: int) -> int:
        return start + (byte if ascii_only else len(data[:byte].decode(errors="ignore")))

    kinds = [Kind.PROSE]
    inline: list[Kind] = []
    opaque: list[Span] = []
    event: Any
    for event, where in pyromark.events_with_range(body, options=_OPTIONS):
        begin, end = at(where["start"]), at(where["end"])
        name: str
        value: Any
        name, value = (event, None) if isinstance(event, str) else next(iter(event.items()))
        if name == "Start":
            tag = value if isinstance(value, str) else next(iter(value))
            if tag == "Heading":
                builder.open(Kind.HEADING, begin, int(value["Heading"]["level"][1]))
            elif tag == "Paragraph":
                builder.open(kinds[-1], begin)
            elif tag == "Item":
                kinds.append(Kind.LIST)
                builder.open(Kind.LIST, begin)
            elif tag == "TableCell":
                builder.open(Kind.TABLE, begin)
            elif tag == "BlockQuote":
                kinds.append(Kind.BLOCKQUOTE)
            elif tag == "CodeBlock":
                opaque.append(Span(begin, end))
                inline.append(Kind.CODE)
            elif tag == "Emphasis":
                inline.append(Kind.TITLE)
            elif tag == "Image":
                inline.append(Kind.LABEL)
        elif name == "End":
            tag = value if isinstance(value, str) else next(iter(value))
            if tag in ("Heading", "Paragraph", "TableCell", "Item"):
                builder.close()
            if tag in ("Item", "BlockQuote"):
                kinds.pop()
            if tag in ("Emphasis", "Image", "CodeBlock"):
                inline.pop()
        elif name in ("Text", "Code"):
            extra = Kind(0)
            for kind in inline:
                extra |= kind
            if name == "Code":
                extra |= Kind.CODE
                begin, end = begin + 1, end - 1
            builder.add(str(value), begin, end, extra)
        elif name in ("SoftBreak", "HardBreak"):
            builder.add(" " if name == "SoftBreak" else "\n", begin, end)
    return Extra((), tuple(opaque))
