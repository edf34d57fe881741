"""Headings that end in a colon."""

from __future__ import annotations

from collections.abc import Iterator

from reviewlint.document import Kind
from reviewlint.document.parse import PLAIN
from reviewlint.finding import Finding
from reviewlint.rules.context import Context


def check(ctx: Context) -> Iterator[Finding]:
    """Yield the colon at the end of each heading; in plain text the colon may be all that makes it one."""
    if ctx.document.source.suffix in PLAIN:
        return
    text = ctx.text
    for block in ctx.document.blocks:
        if block.kind & Kind.HEADING and text[block.start : block.end].rstrip().endswith(":"):
            at = block.start + len(text[block.start : block.end].rstrip()) - 1
            if text[at - 1 : at].isalnum() or text[at - 1 : at] == ")":
                yield ctx.finding(at, at + 1, replace="")
