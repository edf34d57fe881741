"""Remarks in a draft that silence rules.

    <!-- reviewlint: ignore[rule, group] reason -->     on the line of the finding, or alone before its block
    <!-- reviewlint: disable[rule] reason --> … <!-- reviewlint: enable[rule] -->
    <!-- reviewlint: ignore-file[rule] reason -->

In plain text the same words stand after %%. `[sic]` after a word silences what is said of that word.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from reviewlint.document import Document, Kind
from reviewlint.finding import Finding, Span
from reviewlint.overlap import Overlaps
from reviewlint.rules.registry import current_name

VERBS = ("ignore", "disable", "enable", "ignore-file")
_REMARK = re.compile(r"reviewlint:[^\S\n]*(?P<verb>[\w-]*)[^\S\n]*(?:\[(?P<names>[^\]]*)\]?)?")
_NAME = re.compile(r"[^\s,]+")
_SIC = re.compile(r"\[sic\]", re.IGNORECASE)
_BLANK_OR_QUOTED = re.compile(r"[ \t>]*")
_BLANK = re.compile(r"\s*")
_BLANK_LINE = re.compile(r"\n[ \t\r]*\n")


class Selector(NamedTuple):
    """A rule or group that a remark names, where, and its number among the names of its remark, from 0."""

    name: str
    span: Span
    number: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Remark:
    """A remark to reviewlint: its verb, where that stands, the rules it names, and the span of the whole.

    Each is equal to itself alone: to compare thousands by thousands of names takes its time.
    """

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
            names = tuple(Selector(current_name(name.group()), Span(*name.span()), at) for at, name in enumerate(each))
        yield Remark(found["verb"], Span(*found.span("verb")), names, comment.span)


def read_silences(document: Document) -> Silences:
    """Return what the remarks of a draft silence; an unclosed range goes to the end."""
    remarks = tuple(read_remarks(document))
    silences: list[Silence] = []
    idle: list[tuple[Remark, Selector]] = []
    opened: dict[str, Silence] = {}
    blocks = _Blocks(document)
    for remark in remarks:
        for selector in remark.selectors:
            if remark.verb == "enable":
                ended = opened.pop(selector.name, None)
                if ended is None:
                    idle.append((remark, selector))
                    continue
                ended.end = remark.span.start
                ended.closed_by = (remark, selector)
            elif remark.verb in VERBS and selector.name != "all":
                silences.append(Silence(remark, selector, *_extent(document, remark, blocks)))
                if remark.verb == "disable":
                    opened[selector.name] = silences[-1]
    return Silences(remarks, tuple(silences), tuple(idle))


def _extent(document: Document, remark: Remark, blocks: _Blocks) -> tuple[int, int]:
    """Return the stretch of the source that a remark speaks of."""
    source, span = document.source, remark.span
    if remark.verb == "ignore-file":
        return 0, len(source.text)
    if remark.verb == "disable":
        return span.end, len(source.text)
    start, end = lines_of(document, span)
    alone = _BLANK_OR_QUOTED.fullmatch(source.text, start, span.start) and _BLANK.fullmatch(source.text, span.end, end)
    return (span.end, blocks.end_of_next(span.end)) if alone else (start, end)


def lines_of(document: Document, span: Span) -> tuple[int, int]:
    """Return the offsets of the lines that a span touches, the last line end included."""
    starts = document.source.line_starts
    first, last = document.source.position(span.start).line, document.source.position(span.end).line
    return starts[first - 1], starts[last] if last < len(starts) else len(document.source.text)


class _Blocks:
    """Where the blocks of a draft begin and end in its source; a list or table counts as one block."""

    def __init__(self, document: Document) -> None:
        self._document = document

    @cached_property
    def _spans(self) -> list[Span]:
        view = self._document.prose
        return [view.to_source(block.start, block.end) for block in self._document.blocks]

    @cached_property
    def _ends(self) -> list[int]:
        ends = [span.end for span in self._spans]
        for at in range(len(ends) - 2, -1, -1):
            if self._goes_on(at):
                ends[at] = ends[at + 1]
        return ends

    def _goes_on(self, at: int) -> bool:
        """Tell whether a block and the next one are items of one list, or cells of one table."""
        block, following = self._document.blocks[at : at + 2]
        if not block.kind & following.kind & (Kind.LIST | Kind.TABLE):
            return False
        return not _BLANK_LINE.search(self._document.source.text, self._spans[at].end, self._spans[at + 1].start)

    def end_of_next(self, offset: int) -> int:
        """Return where the block after a source offset ends; the offset itself where there is none."""
        at = bisect_left(self._spans, offset, key=lambda span: span.start)
        return self._ends[at] if at < len(self._ends) else offset


def apply_silences(document: Document, findings: Sequence[Finding], silences: Silences) -> list[Finding]:
    """Return the findings that nothing silences, and mark the silences that were used."""
    silent: dict[str, list[Span]] = {}
    for silence in silences.silences:
        silent.setdefault(silence.selector.name, []).append(Span(silence.start, silence.end))
    where = {name: Overlaps(stretches) for name, stretches in silent.items()}
    met: dict[str, list[Span]] = {}
    sics = _sics(document.source.text)
    kept = []
    for finding in findings:
        span = Span(finding.span.start, max(finding.span.end, finding.span.start + 1))
        names = [name for name in _selectors_of(finding) if name in where]
        for name in names:
            met.setdefault(name, []).append(span)
        sic = bisect_left(sics, span.end, key=lambda each: each.end)
        if not any(where[name].meet(span) for name in names) and not (sic < len(sics) and sics[sic].start < span.end):
            kept.append(finding)
    told = {name: Overlaps(stretches) for name, stretches in met.items()}
    for silence in silences.silences:
        name = silence.selector.name
        silence.used = name in told and told[name].meet(Span(silence.start, silence.end))
    return kept


def _selectors_of(finding: Finding) -> tuple[str, ...]:
    """Return the names under which a remark may silence a finding: its group, its rule, its finer code."""
    group = finding.rule.partition("/")[0]
    return (group, finding.rule, *([f"{finding.rule}:{finding.code}"] if finding.code else []))


def _sics(text: str) -> list[Span]:
    """Return the spans, in order, from each word before a [sic] to the end of that; none of them meets another."""
    spans: list[Span] = []
    for sic in _SIC.finditer(text):
        least = spans[-1].end if spans else 0
        end = sic.start()
        while end > least and text[end - 1].isspace() and text[end - 1] != "\n":
            end -= 1
        start = end
        while start > least and not text[start - 1].isspace():
            start -= 1
        if start < end:
            spans.append(Span(start, sic.end()))
    return spans
