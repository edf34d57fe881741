"""Plain text: paragraphs between blank lines, and what stands on a line of its own."""

from __future__ import annotations

import re

from reviewlint.document.builder import ViewBuilder
from reviewlint.document.extra import Extra
from reviewlint.document.model import Comment
from reviewlint.document.quotes import is_emphasised_title
from reviewlint.document.source import Source
from reviewlint.document.view import Kind
from reviewlint.finding import Span

_LINE = re.compile(r"[^\r\n]+")
_ITEM = re.compile(r"[ \t]*(?:[-*•–]|\d{1,2}[.)])[ \t]+(?=\S)")
_REMARK = re.compile(r"%%(?P<text>.*)")
_EMPHASIS = re.compile(r"(?<![\w*_])(?P<mark>[*_])(?=\S)(?P<inside>[^*_\n]{1,120}?)(?<=\S)(?P=mark)(?![\w*_])")
_URL = re.compile(r"(?:https?://|www\.)[^\s<>()\[\]\"]+[^\s<>()\[\]\".,;:!?'’]")
_INLINE = re.compile(f"{_EMPHASIS.pattern}|{_URL.pattern}")
_HEADING_WORDS = 10
_WRAPPED_AT = 45  # a shorter line was broken off by its author, not wrapped by an editor
_ENDS = re.compile(r"[.!?…,;—–-][\"”’')\]]*$")
# A line that ends in one of these was cut off; it is no heading.
_LINKS = frozenset("a an the of and or but to in on at by for with from as is are was were than that which who".split())


def read_plain(source: Source, start: int, builder: ViewBuilder) -> Extra:
    """Add the paragraphs, headings and list items of a plain-text draft, from offset `start` on."""
    comments: list[Comment] = []
    paragraphs = _paragraphs(source.text, start, comments)
    for number, lines in enumerate(paragraphs):
        last = number == len(paragraphs) - 1
        if len(lines) == 1 and not last and _is_heading(source.text[lines[0].start : lines[0].end]):
            builder.open(Kind.HEADING, lines[0].start, 1)
            _add(source.text, lines[0], builder)
            builder.close()
            continue
        previous: Span | None = None
        for line in lines:
            item = _ITEM.match(source.text, line.start, line.end)
            if item:
                builder.open(Kind.LIST, item.end())
                line = Span(item.end(), line.end)
            elif previous is None or builder.kind is None:
                builder.open(Kind.PROSE, line.start)
            else:
                wrapped = previous.end - previous.start >= _WRAPPED_AT or builder.kind == Kind.LIST
                builder.add(" " if wrapped else "\n", previous.end, line.start)
            _add(source.text, line, builder)
            previous = line
        builder.close()
    return Extra(tuple(comments))


def _paragraphs(text: str, start: int, comments: list[Comment]) -> list[list[Span]]:
    """Return the lines of each paragraph, blanks at their ends left out; collect the remarks after %%."""
    paragraphs: list[list[Span]] = [[]]
    previous_end = start
    for line in _LINE.finditer(text, start):
        begin, end = line.span()
        gap = text[previous_end:begin]
        if gap.replace("\r\n", "\n").replace("\r", "\n").count("\n") > 1 and paragraphs[-1]:
            paragraphs.append([])
        previous_end = end
        if remark := _REMARK.search(text, begin, end):
            comments.append(Comment(remark["text"], Span(*remark.span())))
            end = remark.start()
        content = text[begin:end].strip()
        if content:
            begin += len(text[begin:end]) - len(text[begin:end].lstrip())
            paragraphs[-1].append(Span(begin, begin + len(content)))
        elif not remark and paragraphs[-1]:  # a line of blanks parts paragraphs like an empty one
            paragraphs.append([])
    return [lines for lines in paragraphs if lines]


def _is_heading(line: str) -> bool:
    words = line.split()
    if len(words) > _HEADING_WORDS or _ITEM.match(line):
        return False
    if line.endswith(":"):
        return True
    return not _ENDS.search(line) and not line[0].islower() and words[-1].lower() not in _LINKS


def _add(text: str, line: Span, builder: ViewBuilder) -> None:
    """Add a line; emphasis marks are left out, as in Markdown."""
    at = line.start
    for match in _INLINE.finditer(text, line.start, line.end):
        builder.add(text[at : match.start()], at, match.start())
        begin, end = match.span("inside") if match["mark"] else match.span()
        kind = Kind.URL
        if match["mark"]:
            kind = Kind.TITLE if is_emphasised_title(match["inside"]) else Kind(0)
        builder.add(text[begin:end], begin, end, kind)
        at = match.end()
    builder.add(text[at : line.end], at, line.end)
