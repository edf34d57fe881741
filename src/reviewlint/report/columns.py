"""Tables for a terminal."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from reviewlint.report.cells import cells, padded, visible, wrapped

GAP = "  "


def aligned(rows: Sequence[Sequence[str]], right: Collection[int] = ()) -> list[str]:
    """Return rows as lines with their columns under each other; columns in `right` end under each other."""
    rows = [[visible(text) for text in row] for row in rows]
    widths = [max(map(cells, column)) for column in zip(*rows, strict=True)] if rows else []
    return [
        GAP.join(
            " " * (width - cells(text)) + text if number in right else padded(text, width)
            for number, (text, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]


def with_notes(rows: Sequence[tuple[Sequence[str], str]], width: int, least: int = 30) -> list[str]:
    """Return rows with a sentence each: beside them and wrapped, or below where fewer columns than `least` are left.

    `width` is that of the terminal, in columns.
    """
    heads = aligned([row for row, _ in rows])
    room = width - max(map(cells, heads), default=0) - len(GAP)
    lines: list[str] = []
    for head, note in zip(heads, (note for _, note in rows), strict=True):
        if room < least:
            lines += [head, *wrapped(str, note, width, "    ")]
        else:
            first, *rest = wrapped(str, note, room)
            lines += [f"{padded(head, width - room)}{first}", *(" " * (width - room) + line for line in rest)]
    return lines
