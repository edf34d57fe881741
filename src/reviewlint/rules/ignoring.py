"""Writes the suppression comment that ignores a finding: where it goes, so that it silences that and nothing breaks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from reviewlint.document import Document, Kind, parse
from reviewlint.document.parse import PLAIN
from reviewlint.finding import Edit, Span
from reviewlint.rules.suppress import lines_of, read_silences

_BLANK_LINE_BEFORE = re.compile(r"(?:^|\n)[ \t>\r]*\n(?=[^\n]*\S)")
_NOT_IN_REASON = re.compile(r"--+|\*/|%%+")


def ignoring(document: Document, span: Span, rule: str, reason: str = "", *, whole: bool = False) -> Edit:
    """Return the edit that puts a suppression comment for a rule into a draft, so that it is silent on a span.

    The comment stands on a line of its own before the paragraph, at the end of the line in a list, and with `whole`, or
    where nothing else reaches the span (as in front matter), at the top of the text for all of the draft.
    """
    if not whole:
        for edit in _near(document, span, rule, reason):
            if _silences(document, edit, span, rule):
                return edit
    comment = _comment(document, "ignore-file", rule, reason)
    newline = _newline(document)
    start = document.body_start
    return Edit(Span(start, start), f"{comment}{newline}{newline}")


def _near(document: Document, span: Span, rule: str, reason: str) -> Iterator[Edit]:
    """Yield edits that might do, the best first."""
    comment = _comment(document, "ignore", rule, reason)
    if not any(span.start < each.end and each.start < span.end for each in document.opaque):
        start = _paragraph_start(document, span)
        if not _in_list(document, span):
            yield Edit(Span(start, start), f"{comment}{_newline(document)}")
        end = document.source.line_span(document.source.position(span.start).line).end
        yield Edit(Span(end, end), f" {comment}")


def _silences(document: Document, edit: Edit, span: Span, rule: str) -> bool:
    """Tell whether an edit that adds a comment silences a rule on a span, and leaves the rest of the draft as it is."""
    text, at = document.source.text, edit.span.start
    after = parse(replace(document.source, text=text[:at] + edit.text + text[at:]))
    shift = len(edit.text) if at <= span.start else 0
    start, end = span.start + shift, max(span.end, span.start + 1) + shift
    covered = any(
        silence.selector.name == rule
        and silence.remark.verb == "ignore"
        and silence.start < end
        and start < silence.end
        for silence in read_silences(after).silences
    )
    return covered and [block.kind for block in after.blocks] == [block.kind for block in document.blocks]


def _comment(document: Document, verb: str, rule: str, reason: str) -> str:
    words = f"reviewlint: {verb}[{rule}] {' '.join(_NOT_IN_REASON.sub(' ', reason).split())}".strip()
    if document.source.suffix in PLAIN:
        return f"%% {words}"
    return f"{{/* {words} */}}" if document.source.suffix == ".mdx" else f"<!-- {words} -->"


def _paragraph_start(document: Document, span: Span) -> int:
    """Return where the paragraph of a span begins: after the last line that is blank, or after the front matter."""
    before = document.source.text[document.body_start : lines_of(document, span)[0]]
    ends = [blank.end() for blank in _BLANK_LINE_BEFORE.finditer(f"{before}.")]
    return document.body_start + (ends[-1] if ends else 0)


def _in_list(document: Document, span: Span) -> bool:
    view = document.prose
    return any(
        block.kind & Kind.LIST and found.start <= span.start < found.end
        for block in document.blocks
        for found in (view.to_source(block.start, block.end),)
    )


def _newline(document: Document) -> str:
    return "\r\n" if "\r\n" in document.source.text else "\n"
