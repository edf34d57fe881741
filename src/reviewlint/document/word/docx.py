"""Reads a .docx: its text, one paragraph a line, and how it is laid out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from reviewlint.document.layout import Paragraph, Stretch
from reviewlint.document.quotes import is_emphasised_title
from reviewlint.document.view import Kind
from reviewlint.document.word.names import RUN_PROPERTIES, W
from reviewlint.document.word.package import open_package
from reviewlint.document.word.styles import Styles
from reviewlint.document.word.walk import Line, Piece, lines_of

_LONGEST_TITLE = 120  # characters; longer stretches in italics are no titles


def read_docx(path: str, data: bytes) -> tuple[str, tuple[Paragraph, ...]]:
    """Return the text of a Word document, one paragraph a line, and the paragraphs.

    Tracked changes count as accepted. Notes and text boxes follow as paragraphs of their own, as `lines_of` has them.
    Raise ReviewlintError where it cannot be read.
    """
    document = open_package(path, data)
    styles = Styles(document.styles.element)
    paragraphs: list[Paragraph] = []
    start = 0
    lines = lines_of(document)
    for line in lines:
        end = start + len(line.text)
        paragraphs.append(_paragraph(line, styles, start, end))
        start = end + 1
    return "\n".join(line.text for line in lines), tuple(paragraphs)


def _paragraph(line: Line, styles: Styles, start: int, end: int) -> Paragraph:
    kind, level = styles.kind_of(line.elements[-1].find(f"{W}pPr"))
    if line.in_table and kind != Kind.CODE:
        kind, level = Kind.TABLE, 0
    return Paragraph(start, end, kind, level, tuple(_stretches(line.pieces, styles, start, end)))


def _stretches(pieces: Sequence[Piece], styles: Styles, start: int, end: int) -> Iterator[Stretch]:
    """Yield what is more than text in a paragraph: titles in italics, code, and what is hidden or struck out."""
    at = start
    for mark, group in groupby(pieces, lambda piece: _mark(piece, styles)):
        text = "".join(piece.text for piece in group)
        finish = at + len(text)
        if mark == "out":
            yield Stretch(at, finish, None)
        elif mark == "code":
            yield Stretch(at, finish, Kind.CODE)
        elif mark == "italic" and _is_title(text) and (at, finish) != (start, end):
            yield Stretch(at, finish, Kind.TITLE)
        at = finish


def _is_title(text: str) -> bool:
    return len(text) <= _LONGEST_TITLE and is_emphasised_title(text.strip())


def _mark(piece: Piece, styles: Styles) -> str:
    properties: Any = None if piece.run is None else piece.run.find(RUN_PROPERTIES)
    if styles.is_hidden(properties) or styles.is_struck(properties):
        return "out"
    if styles.is_code(properties):
        return "code"
    return "italic" if styles.is_italic(properties) else ""
