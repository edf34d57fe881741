"""Quotation marks that open and never close."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewlint.document import Kind
from reviewlint.document.quotes import find_quotes
from reviewlint.document.view import HIDDEN
from reviewlint.finding import Finding
from reviewlint.rules.context import Context
from reviewlint.rules.typography.pairs import clause_end

_OPENING = re.compile(r"(?:(?<=^)|(?<=[\s(\[—–]))[\"“](?=[^\W_]|['‘’])", re.MULTILINE)


def check(ctx: Context) -> Iterator[Finding]:
    """Yield the opening mark of a block that closes nowhere, if the block has just one."""
    text = ctx.text
    blocks = ctx.document.blocks
    for number, block in enumerate(blocks):
        if block.kind & (Kind.HEADING | Kind.CODE | Kind.TABLE):
            continue
        piece = text[block.start : block.end]
        if '"' not in piece and "“" not in piece:
            continue
        closed = {start - 1 for start, _, _ in find_quotes(piece)}
        lone = [
            m.start() for m in _OPENING.finditer(piece) if m.start() not in closed and not _inside(piece, m.start())
        ]
        following = text[blocks[number + 1].start : blocks[number + 1].end] if number + 1 < len(blocks) else ""
        if len(lone) != 1 or following.lstrip().startswith(('"', "“")) or HIDDEN in piece[lone[0] : lone[0] + 2]:
            continue
        at = block.start + lone[0]
        yield ctx.finding(at, clause_end(text, at, block.end))


def _inside(piece: str, at: int) -> bool:
    """Tell whether a mark stands within a quotation of the other kind or an earlier one."""
    return any(start <= at < end for start, end, _ in find_quotes(piece))
