"""Remarks in a draft that silence rules.

    <!-- reviewlint: ignore[rule, group] reason -->     on the line of the finding, or alone before its block
    <!-- reviewlint: disable[rule] reason --> … <!-- reviewlint: enable[rule] -->
    <!-- reviewlint: ignore-file[rule] reason -->

In plain text the same words stand after %%. `[sic]` after a word silences what is said of that word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from reviewlint.document import Document, Kind
from reviewlint.finding import Finding, Span
from reviewlint.rules.registry import matches

VERBS = ("ignore", "disable", "enable", "ignore-file")
_REMARK = re.compile(r"reviewlint:[^\S\n]*(?P<verb>[\w-]*)[^\S\n]*(?:\[(?P<names>[^\]]*)\]?)?")
_NAME = re.compile(r"[^\s,]+")
_SIC = re.compile(r"(?P<word>\S+)[^\S\n]*\[sic\]", re.IGNORECASE)
_BLANK_OR_QUOTED = " \t>"
_BLANK_LINE = re.compile(r"\n[ \t\r]*\n")


class Selector(NamedTuple):
    """A rule or group that a remark names, and where."""

    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class Remark:
    """A remark to reviewlint: its verb, where that stands, the rules it names, and the span of the whole."""

    verb: str
    verb_span: Span
    selectors: tuple[Selector, ...]
    span: Span


@dataclass(slots=True)
class Silence:
    """A stretch of the source in which a selector is silent, and whether it has silenced anything yet.

    `closed_by` is the `enable` that ends a range.
    """

    remark: Remark
    selector: Selector
    start: int
    end: int
    closed_by: tuple[Remark, Selector] | None = field(default=None)
    used: bool = field(default=False)


@dataclass(frozen=True, slots=True)
class Silences:
    """What the remarks of a draft silence. `idle` are the `enable`s that end no range."""

    remarks: tuple[Remark, ...] = ()
    silences: tuple[Silence, ...] = ()
    idle: tuple[tuple[Remark, Selector], ...] = ()


def read_remarks(document: Document) -> Iterator[Remark]:
    """Yield the remarks to reviewlint among the comments of a draft, in order, whatever is wrong with them."""
    for comment in document.comments:
        if not comment.text.lstrip().startswith("reviewlint:"):
            continue
        found = _REMARK.search(document.source.text, comment.span.start, comment.span.end)
        if found is None:
            continue
        names: tuple[Selector, ...] = ()
        if found["names"] is not None:
            each = _NAME.finditer(document.source.text, *found.span("names"))
            names = tuple(Selector(name.group(), Span(*name.span())) for name in each)
        yield Remark(found["verb"], Span(*found.span("verb")), names, comment.span)


def read_silences(document: Document) -> Silences:
    """Return what the remarks of a draft silence; an unclosed range goes to the end."""
    remarks = tuple(read_remarks(document))
    silences: list[Silence] = []
    idle: list[tuple[Remark, Selector]] = []
    for remark in remarks:
        for selector in remark.selectors:
            if remark.verb == "enable":
                opened = [s for s in silences if s.remark.verb == "disable" and s.selector.name == selector.name]
                if not opened or opened[-1].closed_by:
                    idle.append((remark, selector))
                    continue
                opened[-1].end = remark.span.start
                opened[-1].closed_by = (remark, selector)
            elif remark.verb in VERBS and selector.name != "all":
                silences.append(Silence(remark, selector, *_extent(document, remark)))
    return Silences(remarks, tuple(silences), tuple(idle))


def _extent(document: Document, remark: Remark) -> tuple[int, int]:
    """Return the stretch of the source that a remark speaks of."""
    source, span = document.source, remark.span
    if remark.verb == "ignore-file":
        return 0, len(source.text)
    if remark.verb == "disable":
        return span.end, len(source.text)
    start, end = lines_of(document, span)
    if source.text[start : span.start].strip(_BLANK_OR_QUOTED) or source.text[span.end : end].strip():
        return start, end
    return span.end, _end_of_next_block(document, span.end)


def lines_of(document: Document, span: Span) -> tuple[int, int]:
    """Return the offsets of the lines that a span touches, the last line end included."""
    starts = document.source.line_starts
    first, last = document.source.position(span.start).line, document.source.position(span.end).line
    return starts[first - 1], starts[last] if last < len(starts) else len(document.source.text)


def _end_of_next_block(document: Document, offset: int) -> int:
    """Return where the block after an offset ends; a list or table counts as one block."""
    end = offset
    kind = Kind(0)
    for block in document.blocks:
        span = document.prose.to_source(block.start, block.end)
        if span.start < offset:
            continue
        if kind and (not kind & block.kind or _BLANK_LINE.search(document.source.text, end, span.start)):
            break
        end = span.end
        kind = block.kind & (Kind.LIST | Kind.TABLE)
        if not kind:
            break
    return end


def apply_silences(document: Document, findings: Sequence[Finding], silences: Silences) -> list[Finding]:
    """Return the findings that nothing silences, and mark the silences that were used."""
    text = document.source.text
    sics = [match.span() for match in _SIC.finditer(text)] if "[sic]" in text.casefold() else []
    return [finding for finding in findings if not _is_silent(finding, silences.silences, sics)]


def _is_silent(finding: Finding, silences: Iterable[Silence], sics: Iterable[tuple[int, int]]) -> bool:
    start, end = finding.span.start, max(finding.span.end, finding.span.start + 1)
    silent = any(word < end <= sic for word, sic in sics)
    for silence in silences:
        if start < silence.end and silence.start < end and matches(finding.rule, silence.selector.name, finding.code):
            silence.used = silent = True
    return silent
