"""Markdown that misses a mark, or has a space too many."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from reviewlint.document import Kind
from reviewlint.document.formats import PACKED
from reviewlint.document.parse import HTML, PLAIN
from reviewlint.finding import Edit, Finding, Fix, Safety, Span
from reviewlint.overlap import Overlaps
from reviewlint.rules.context import Context


class _Slip(NamedTuple):
    """What is wrong in the source: `insert` goes to the place of the group `gap`, in place of what it holds."""

    pattern: re.Pattern[str]
    problem: str
    insert: str


_HEADING = "Add a space after “#”, or this will not be a heading."
_SLIPS = (
    _Slip(re.compile(r"^#{2,6}(?P<gap>)(?=[^\W_])[^\r\n]*(?=\r?$)", re.MULTILINE), _HEADING, " "),
    _Slip(
        re.compile(r"(?<![*\\\w])\*\*(?=\w)[^*\r\n]{1,80}(?<=[\w.!?,:”\"])\*(?P<gap>)(?![*\w])"),
        "The bold type opens with ** and closes with *.",
        "*",
    ),
    _Slip(
        re.compile(r"(?<![*\\\w])(?P<gap>)\*(?=\w)[^*\r\n]{1,80}(?<=[\w.!?,:”\"])\*\*(?![*\w])"),
        "The bold type opens with * and closes with **.",
        "*",
    ),
    _Slip(
        re.compile(r"\[[^\[\]\n]{2,80}\](?P<gap> +)\((?:https?://|/|\.\.?/)[^\s()]*(?:\([^\s()]*\)[^\s()]*)*\)"),
        "Delete the space between ] and (, or this will not be a link.",
        "",
    ),
    _Slip(
        re.compile(r"\[[^\[\]\n]{2,80}\](?P<gap>)https?://[^\s()]*(?:\([^\s()]*\)[^\s()]*)*\)"),
        "There is no ( between ] and the address.",
        "(",
    ),
)
_OPEN_LINK = _Slip(
    re.compile(r"\[[^\[\]\n]{1,80}\]\(https?://[^\s()<>]+(?P<gap>)(?=[ \t]+[^\s\"'()]|\s*$)", re.MULTILINE),
    "The link is never closed, or has a space in its address.",
    "",
)
_ONE_HASH = _Slip(re.compile(r"^#(?P<gap>)(?=[A-Z])[^\r\n#]{3,80}(?<![.,;])(?=\r?$)", re.MULTILINE), _HEADING, " ")
_ITEMS = _Slip(
    re.compile(
        r"^(?:[-+]|\d\.)(?P<gap>)(?=[A-Za-z])[^\r\n]+(?:\r?\n(?:[-+]|\d\.)(?=[A-Za-z])[^\r\n]+)+(?=\r?$)", re.MULTILINE
    ),
    "Add a space after each mark, or this will not be a list.",
    "",
)
_REAL_HEADING = re.compile(r"^#{1,6} \S", re.MULTILINE)
# In the text as a reader sees it: marks that did their job are gone.
_LEFT_OVER = (
    (re.compile(r"(?<![^\s(“\"])\*\*(?=[A-Za-z])(?!\w*\*)[^*\r\n]{0,60}"), "The bold type is never closed."),
    (re.compile(r"(?<![^\s(“\"])\*\* (?=\w)[^*\r\n]{1,60}\*\*(?!\*)"), "Bold type has no space inside its stars."),
)


def check(ctx: Context) -> Iterator[Finding]:
    """Yield headings, lists, bold type and links that a reader of Markdown would not see as such."""
    source = ctx.document.source
    if source.suffix in PLAIN | HTML | PACKED:
        return
    start = ctx.document.body_start
    slips = [*_SLIPS, _ITEMS, _OPEN_LINK] + [_ONE_HASH] * bool(_REAL_HEADING.search(source.text, start))
    opaque = Overlaps(ctx.document.opaque)
    for slip in slips:
        for match in slip.pattern.finditer(source.text, start):
            span = Span(*match.span())
            if not opaque.meet(span):
                edit = Edit(Span(*match.span("gap")), slip.insert)
                fix = None if slip in (_ITEMS, _OPEN_LINK) else Fix(slip.problem, Safety.SAFE, (edit,))
                yield ctx.source_finding(span, fix=fix, problem=slip.problem)
    yield from _left_over(ctx)


def _left_over(ctx: Context) -> Iterator[Finding]:
    """Yield marks that stand in the text as it is shown. A single star is left alone: most point to a footnote."""
    text = ctx.text
    if "*" not in text:
        return
    for pattern, problem in _LEFT_OVER:
        for match in pattern.finditer(text):
            block = ctx.block_of(match.start())
            if block is None or block.kind & (Kind.CODE | Kind.TABLE | Kind.FRONT):
                continue
            end = match.start() + len(match.group().rstrip())
            yield ctx.finding(match.start(), end, problem=problem)
