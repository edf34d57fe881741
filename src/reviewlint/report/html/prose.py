"""A draft as rows of prose, with marks where findings are and notes beside them."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup, escape

from reviewlint.document import Block, Document, Kind, ProseView
from reviewlint.finding import Finding, Related, Span
from reviewlint.report.applied import before_and_after
from reviewlint.report.html.emphasis import Emphasis, emphasis_in
from reviewlint.result import FileReport

# Pictures for what a page cannot show, and nothing for what would turn the text around.
_SHOWN = {code: 0x2400 + code for code in range(32) if code not in (9, 10, 13)} | {0x7F: 0x2421}
_SHOWN |= dict.fromkeys((*range(0x80, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)), 0xFFFD)
_LONGEST_FIX = 120  # code points on either side of a fix that is shown word for word


@dataclass(frozen=True, slots=True)
class Beside:
    """What a finding rests on: a message, where it stands, and the line its row begins at if it is in this draft."""

    message: str
    where: str
    row: int | None


@dataclass(frozen=True, slots=True)
class Note:
    """A finding as the margin shows it. `number` counts within the draft; `fix` is (before, after) or a title."""

    number: int
    finding: Finding
    group: str
    line: int
    related: tuple[Beside, ...]
    fix: tuple[str, str] | str | None


@dataclass(frozen=True, slots=True)
class Row:
    """A block of the draft: its HTML, how it is set, and its notes. `line` is its first; 0 if a row before has it."""

    html: Markup
    style: str
    level: int
    line: int
    notes: tuple[Note, ...]


def shown(text: str) -> str:
    """Return a text without characters that a page cannot show."""
    return text.translate(_SHOWN)


def rows_of(file: FileReport, document: Document, draft: int, groups: dict[str, str]) -> list[Row]:
    """Return the rows of draft number `draft`. `groups` gives the short name of each group on the page."""
    places = [_place(document, finding.span) for finding in file.findings]
    lines = [file.source.position(document.prose.to_source(b.start, b.end).start).line for b in document.blocks]
    notes = [
        _note(file, number, finding, lines, groups[finding.rule.split("/")[0]])
        for number, finding in enumerate(file.findings, 1)
    ]
    by_block: dict[int, list[int]] = defaultdict(list)
    for index, (at, _) in enumerate(places):
        by_block[at].append(index)
    rows = [_head(document, [notes[index] for index in by_block[-1]])] if by_block.get(-1) else []
    for at, block in enumerate(document.blocks):
        held = [(places[index][1], notes[index]) for index in by_block.get(at, ())]
        html = _marked(document, block, held, draft)
        line = lines[at] if at == 0 or lines[at - 1] != lines[at] else 0
        rows.append(Row(html, _style(block.kind), block.level, line, tuple(note for _, note in held)))
    return rows


def _head(document: Document, notes: list[Note]) -> Row:
    """Return a row for what is wrong outside the text: in the front matter, or in a draft without words."""
    what = "Front matter" if document.body_start else "Outside the text"
    return Row(escape(what), "head", 0, 0, tuple(notes))


def _place(document: Document, span: Span) -> tuple[int, Span]:
    """Return the block that a finding begins in, -1 for none, and its place in the prose, within that block."""
    view, blocks = document.prose, document.blocks
    if not blocks or not view.segments:
        return -1, Span(0, 0)
    start, end = _in_view(view, span.start), _in_view(view, span.end)
    at = max(0, bisect_right(blocks, start, key=lambda block: block.start) - 1)
    if start >= blocks[at].end and start < end and at + 1 < len(blocks):
        at += 1  # it begins in the blank between two blocks
    block = blocks[at]
    if end <= start and span.start < document.body_start:
        return -1, Span(0, 0)
    start = min(max(start, block.start), block.end)
    return at, Span(start, min(max(start, end), block.end))


def _in_view(view: ProseView, at: int) -> int:
    """Return the offset in the prose that stands for an offset of the source, or the next one that is seen."""
    index = bisect_right(view.segments, at, key=lambda segment: segment.source_start) - 1
    if index < 0:
        return 0
    segment = view.segments[index]
    end = view.segments[index + 1].start if index + 1 < len(view.segments) else len(view.text)
    if at >= segment.source_end:
        return end
    exact = segment.source_end - segment.source_start == end - segment.start
    return segment.start + at - segment.source_start if exact else segment.start


def _note(file: FileReport, number: int, finding: Finding, lines: Sequence[int], group: str) -> Note:
    related = tuple(_beside(item, file.path, lines) for item in finding.related)
    return Note(number, finding, group, file.source.position(finding.span.start).line, related, _fix(file, finding))


def _beside(item: Related, path: str, lines: Sequence[int]) -> Beside:
    where = f"{item.path}{f':{item.line}' if item.line else ''}" if item.path else ""
    here = item.line is not None and (item.path or path) == path and bool(lines)
    at = bisect_right(lines, item.line) if here and item.line is not None else 0
    row = lines[at - 1] if at else None
    return Beside(shown(item.message), shown(where or (f"line {item.line}" if item.line else "")), row)


def _fix(file: FileReport, finding: Finding) -> tuple[str, str] | str | None:
    fix = finding.fix
    if fix is None:
        return None
    if not fix.edits:
        return shown(fix.title)
    old, new = before_and_after(file.source.text, fix.edits)
    return shown(fix.title) if max(len(old), len(new)) > _LONGEST_FIX else (shown(old), shown(new))


def _style(kind: Kind) -> str:
    for flag, name in (
        (Kind.HEADING, "heading"),
        (Kind.FRONT, "front"),
        (Kind.BLOCKQUOTE, "quote"),
        (Kind.LIST, "item"),
        (Kind.TABLE, "cell"),
        (Kind.CODE, "code"),
    ):
        if kind & flag:
            return name
    return "prose"


def _marked(document: Document, block: Block, held: list[tuple[Span, Note]], draft: int) -> Markup:
    """Return the text of a block with a mark for each finding, the gravest innermost, and its number behind it.

    Italics and bold are kept.
    """
    emphases = emphasis_in(document, block)
    places = {at for span, _ in held for at in (span.start, span.end)}
    places |= {at for emphasis in emphases for at in (emphasis.start, emphasis.end)}
    cuts = sorted({block.start, block.end, *places})
    starts: dict[int, list[Note]] = defaultdict(list)
    ends: dict[int, list[Note]] = defaultdict(list)
    for span, note in held:
        starts[span.start].append(note)
        ends[span.end].append(note)
    over: list[Note] = []
    parts: list[str] = []
    for at, (start, end) in enumerate(pairwise([*cuts, block.end])):
        here = ends.get(start, ())
        over = sorted((n for n in (*over, *starts.get(start, ())) if n not in here), key=_weight)
        parts += _numbers(here, draft)
        parts += [_mark(note, draft) for note in over] if at + 1 < len(cuts) else []
        parts.append(_emphasised(escape(shown(document.prose.text[start:end])), start, end, emphases))
        parts += ["</mark>"] * len(over) if at + 1 < len(cuts) else []
    return Markup("".join(parts))


def _emphasised(html: Markup, start: int, end: int, emphases: Sequence[Emphasis]) -> str:
    at = bisect_right(emphases, start, key=lambda emphasis: emphasis.start) - 1
    tags = emphases[at].tags if at >= 0 and end <= emphases[at].end and start < end else ()
    return "".join([*(f"<{tag}>" for tag in tags), str(html), *(f"</{tag}>" for tag in reversed(tags))])


def _weight(note: Note) -> int:
    return note.finding.severity.rank


def _mark(note: Note, draft: int) -> str:
    return f'<mark data-g="{note.group}" data-s="{note.finding.severity}" data-f="f{draft}-{note.number}">'


def _numbers(notes: Sequence[Note], draft: int) -> list[str]:
    return [
        f'<a class="ref" tabindex="-1" id="m{draft}-{note.number}" href="#f{draft}-{note.number}" '
        f'data-g="{note.group}" data-s="{note.finding.severity}" aria-label="finding {note.number}">{note.number}</a>'
        for note in notes
    ]
