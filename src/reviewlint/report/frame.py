"""The source frame of a finding: the lines it stands in, or as much of them as fits, with the words underlined."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reviewlint.document import Source
from reviewlint.finding import Span
from reviewlint.report.cells import cells, first_cells, last_cells, visible
from reviewlint.report.style import Style

MORE = "…"
_LEAST_ROOM = 10  # columns; what is narrower than that is not cut any further
_LONGEST_WORD = 20  # characters; a longer one is cut rather than left out
_CONTEXT = 12  # columns beside a span that is itself too long for a row


class Row(NamedTuple):
    """A row of a draft, and the marks that stand under it."""

    text: str
    under: str


def frame_of(source: Source, span: Span, width: int, style: Style, *colours: str) -> list[str]:
    """Return the lines of the frame, at most `width` columns wide.

    They are a gutter with line numbers, the source, and ^^^ under what is meant. Of a span that is too long for a
    row, or goes over several lines, the beginning and the end are shown. The marks have the `colours`.
    """
    first = source.position(span.start).line
    last = source.position(max(span.start, span.end - 1)).line
    rows: list[tuple[str, Row]] = []
    for number in (first,) if first == last else (first, last):
        line = source.line_span(number)
        begin = min(max(span.start, line.start), line.end)
        within = Span(begin, min(max(span.end, begin), line.end))
        around = rows_around(source.text, line, within, max(_LEAST_ROOM, width - len(str(last)) - 3))
        if first != last:  # the beginning of the first line, the end of the last one
            around = around[:1] if number == first else around[-1:]
        rows += [(str(number) if row is around[0] else "", row) for row in around]
    skipped = len(rows) > 1 and (first == last or last > first + 1)
    return _drawn(rows, len(str(last)), skipped, style, colours)


def _drawn(rows: list[tuple[str, Row]], gutter: int, skipped: bool, style: Style, colours: Sequence[str]) -> list[str]:
    """Return numbered rows as lines; `skipped` tells that some of the draft is left out between two of them."""
    lines: list[str] = []
    for number, row in rows:
        if lines and skipped:
            lines.append(style.dim(f"{MORE:>{gutter}} |"))
        lines.append(f"{style.dim(f'{number:>{gutter}} |')} {row.text}")
        lines.append(f"{style.dim(' ' * gutter + ' |')} {style.colour(row.under, *colours)}")
    return lines


def rows_around(text: str, line: Span, span: Span, width: int) -> list[Row]:
    """Return the part of a line of a text around a span within it in a row of `width` columns.

    Where the span itself is too long for a row, a first row shows how it begins, and a second one how it ends.
    """
    near = 4 * width + 16  # a draft may be one line of a million characters
    begin, end = span.start, span.end
    before = visible(text[max(line.start, begin - near) : begin])
    after = visible(text[end : min(line.end, end + near)])
    marked = visible(text[begin : min(end, begin + near)])
    room = width - 2  # for … at both ends
    if end - begin <= near and cells(marked) <= room:
        return [_whole(before, marked, after, room)]
    left = _left(before, min(_CONTEXT, room // 3))
    shown = _right(marked, room - cells(left))
    first = Row(left + shown, " " * cells(left) + "^" * (cells(shown) - 1))
    marked = visible(text[max(begin, end - near) : end])
    right = _right(after, min(_CONTEXT, room // 3))
    shown = _left(marked, room - cells(right))
    return [first, Row(shown + right, " " + "^" * (cells(shown) - 1))]


def _whole(before: str, marked: str, after: str, room: int) -> Row:
    """Return a row with the whole span in it, and on both sides as much as fits."""
    spare = room - cells(marked)
    left_room = min(cells(before), max(spare // 2, spare - cells(after)))
    left = _left(before, left_room)
    right = _right(after, spare - left_room)
    return Row(left + marked + right, " " * cells(left) + "^" * max(1, cells(marked)))


def _left(text: str, room: int) -> str:
    """Return the last whole words of a text that fit, with … before them if something is left out."""
    kept = last_cells(text, room)
    if len(kept) == len(text):
        return kept
    if not text[: len(text) - len(kept)][-1:].isspace():
        kept = kept.partition(" ")[2] or (kept if len(kept) > _LONGEST_WORD else "")
    return MORE + kept


def _right(text: str, room: int) -> str:
    """Return the first whole words of a text that fit, with … after them if something is left out."""
    kept = first_cells(text, room)
    if len(kept) == len(text):
        return kept
    if not text[len(kept)].isspace():
        kept = kept.rpartition(" ")[0] or (kept if len(kept) > _LONGEST_WORD else "")
    return kept.rstrip() + MORE
