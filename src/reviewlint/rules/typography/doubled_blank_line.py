"""Empty lines beyond the one that parts paragraphs, in plain text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewlint.document.parse import PLAIN
from reviewlint.finding import Edit, Finding, Fix, Safety, Span
from reviewlint.rules.context import Context

_GAP = re.compile(r"(?:\r?\n[ \t]*){3,}(?=\S)")
_STYLE = 2  # a draft with more such gaps leaves them on purpose


def check(ctx: Context) -> Iterator[Finding]:
    """Yield each gap of two empty lines or more between paragraphs, unless there are many."""
    source = ctx.document.source
    if source.suffix not in PLAIN:
        return
    gaps = list(_GAP.finditer(source.text, ctx.document.body_start))
    gaps = [gap for gap in gaps if source.text[: gap.start()].strip()]
    if len(gaps) > _STYLE:
        return
    for gap in gaps:
        span = Span(*gap.span())
        end = "\r\n" if "\r\n" in gap.group() else "\n"
        yield ctx.source_finding(span, fix=Fix("one empty line", Safety.SAFE, (Edit(span, end * 2),)))
