"""The source frame of a finding: the line it stands in, or as much of it as fits, with the words underlined."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

from reviewlint.document import Source
from reviewlint.finding import Span
from reviewlint.report.style import Style

MORE = "…"
_MOST_LINES = 3  # of a finding over several lines, the first and the last are shown


def cells(text: str) -> int:
    """Return how many columns of a terminal a text takes (Unicode annex 11; marks take none)."""
    return sum(_width(char) for char in text)


def _width(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) in ("Cf", "Me", "Mn"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def frame_of(source: Source, span: Span, width: int, style: Style) -> list[str]:
    """Return the lines of the frame: a gutter with line numbers, the source, and ^^^ under what is meant."""
    first, last = source.position(span.start).line, source.position(max(span.start, span.end - 1)).line
    numbers = [first] if first == last else [first, last]
    gutter = len(str(last))
    lines = []
    for number in numbers:
        start = source.line_starts[number - 1]
        line = source.line(number)
        begin = max(span.start - start, 0)
        end = min(max(span.end - start, begin), len(line))
        shown, under = _window(line, begin, end, width - gutter - 3)
        lines.append(f"{style.dim(f'{number:>{gutter}} |')} {shown}")
        lines.append(f"{' ' * gutter} {style.dim('|')} {style.colour(under.rstrip() or '^', 'red', 'bold')}")
        if number == first and last > first + 1:
            lines.append(f"{' ' * gutter} {style.dim(f': {last - first - 1} more')}")
    return lines


def _window(line: str, begin: int, end: int, width: int) -> tuple[str, str]:
    """Return the part of a line around [begin, end) that fits `width` columns, and the marks under it."""
    line = line.expandtabs(1)
    left, right = begin, max(end, begin)
    if cells(line[left:right]) > width - 2:
        while cells(line[left:right]) > width - 2:
            right -= 1
    else:
        while (left > 0 or right < len(line)) and cells(line[left:right]) < width - 2:
            if left > 0 and (begin - left <= right - end or right >= len(line)):
                left -= 1
            else:
                right += 1
        left, right = _at_words(line, left, right, begin, end)
    head, tail = MORE if left > 0 else "", MORE if right < len(line) else ""
    before = head + line[left:begin]
    marked = line[begin : min(end, right)]
    return f"{head}{line[left:right]}{tail}", " " * cells(before) + "^" * max(1, cells(marked))


def _at_words(line: str, left: int, right: int, begin: int, end: int) -> tuple[int, int]:
    """Return the window drawn in to whole words at both ends."""
    if left > 0:
        blank = line.find(" ", left, begin)
        left = blank + 1 if blank != -1 else left
    if right < len(line):
        blank = line.rfind(" ", end, right)
        right = blank if blank != -1 else right
    return left, right


def wrapped(paint: Callable[[str], str], text: str, width: int, indent: str = "") -> list[str]:
    """Return a text as painted lines of at most `width` columns, broken between words."""
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        if line and cells(indent) + cells(line) + 1 + cells(word) > width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return [indent + paint(part) for part in [*lines, line]]
