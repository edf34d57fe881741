"""Markdown that misses a mark."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewlint.document.parse import HTML, PLAIN
from reviewlint.finding import Finding, Span
from reviewlint.rules.context import Context

_PROBLEMS = (
    (re.compile(r"^#{2,6}[^\W\d_][^\n#]*$", re.MULTILINE), "Put a space after the # signs, or this is no heading."),
    (
        re.compile(r"(?<![*\\\w])\*\*(?=\w)[^*\n]{1,80}(?<=\w)\*(?![*\w])"),
        "The bold type opens with ** and closes with *.",
    ),
    (
        re.compile(r"\[[^\[\]\n]{2,80}\] \(https?://[^\s()]+\)"),
        "Take out the space between ] and (, or this is no link.",
    ),
)


def check(ctx: Context) -> Iterator[Finding]:
    """Yield headings, bold type and links that a reader of Markdown would not see as such."""
    document = ctx.document
    if document.source.suffix in PLAIN | HTML:
        return
    for pattern, problem in _PROBLEMS:
        for match in pattern.finditer(document.source.text, document.body_start):
            span = Span(*match.span())
            if not any(other.start < span.end and span.start < other.end for other in document.opaque):
                yield ctx.source_finding(span, problem=problem)
