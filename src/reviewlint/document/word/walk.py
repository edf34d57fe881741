"""Goes through a Word document as its reader sees it once all tracked changes are accepted.

The one place that knows what is text, in which order, and which run each character stands in: the reader and the writer
both go by it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from reviewlint.document.layout import BREAK, PICTURE
from reviewlint.document.word.names import (
    CHARACTERS,
    GONE,
    ID,
    MATHS,
    MC,
    NOTES,
    PARAGRAPH,
    PICTURES,
    RUN,
    RUN_PROPERTIES,
    TEXT,
    TEXT_BOX,
    W,
)

_FIELD = f"{W}fldChar"
_NO_TEXT = GONE | {PARAGRAPH, RUN_PROPERTIES, f"{W}pPr"}


class Piece(NamedTuple):
    """Some characters, the element they stand in, and its run; None for what stands outside any, as formulas do."""

    text: str
    element: Any
    run: Any


@dataclass(slots=True)
class Line:
    """A paragraph of the document: its element, its pieces, whether it is in a table.

    `anchor` is the run in the body that a note or a text box hangs on; None for a paragraph of the body itself, which
    alone can be written to. A paragraph whose mark is deleted goes on in the next: `elements` are all it consists of.
    """

    elements: list[Any]
    pieces: list[Piece] = field(default_factory=list)
    in_table: bool = False
    anchor: Any = None

    @property
    def text(self) -> str:
        """Return the text of the paragraph."""
        return "".join(piece.text for piece in self.pieces)


class _Later(NamedTuple):
    """What comes after a paragraph, and the run it hangs on: a text box, or a note by its kind and number."""

    run: Any
    box: Any = None
    note: tuple[str, str] | None = None


def lines_of(document: Any) -> list[Line]:
    """Return the paragraphs of a document of python-docx: those of the body in order, text boxes after the paragraph
    that they hang on, then footnotes and endnotes in the order of their marks."""
    notes: list[_Later] = []
    lines = list(_lines(document.element.body, None, notes))
    kept = {kind: _notes(document, kind) for kind in set(NOTES.values())}
    for later in notes:
        body = kept[later.note[0]].get(later.note[1]) if later.note else None
        if body is not None:
            lines += _lines(body, later.run, [])
    return lines


def _notes(document: Any, kind: str) -> dict[str, Any]:
    """Return the footnotes or endnotes of a document, by their numbers."""
    from docx.oxml import parse_xml

    ending = f"/{kind.removeprefix(W)}s"
    for relation in document.part.rels.values():
        if not relation.is_external and relation.reltype.endswith(ending):
            root = parse_xml(relation.target_part.blob)
            return {note.get(ID): note for note in root.iterchildren(kind)}
    return {}


def _lines(story: Any, anchor: Any, notes: list[_Later]) -> Iterator[Line]:
    """Yield the paragraphs of a body, a note or a text box."""
    fields: list[bool] = []  # those that are open, and whether their instruction is being read
    open_line: Line | None = None
    for paragraph, in_table in _paragraphs(story):
        line = open_line if open_line is not None else Line([], in_table=in_table, anchor=anchor)
        line.elements.append(paragraph)
        later: list[_Later] = []
        line.pieces += _pieces(paragraph, None, later, fields)
        if _is_joined(paragraph):
            open_line = line
        else:
            open_line = None
            yield line
        for each in later:
            if each.note is not None:
                notes.append(each)
            else:
                yield from _lines(each.box, anchor if anchor is not None else each.run, notes)
    if open_line is not None:
        yield open_line


def _paragraphs(story: Any) -> Iterator[tuple[Any, bool]]:
    """Yield the paragraphs of a story and whether they are in a table, but for those within others and deleted rows."""
    stack = [(child, False) for child in reversed(story)]
    while stack:
        element, in_table = stack.pop()
        if element.tag == PARAGRAPH:
            yield element, in_table
        elif element.tag not in GONE and element.find(f"{W}trPr/{W}del") is None:
            within = in_table or element.tag == f"{W}tbl"
            stack += [(child, within) for child in reversed(element)]


def _is_joined(paragraph: Any) -> bool:
    """Tell whether the mark at the end of a paragraph is deleted, so that the next one belongs to it."""
    return paragraph.find(f"{W}pPr/{W}rPr/{W}del") is not None


def _pieces(element: Any, run: Any, later: list[_Later], fields: list[bool]) -> Iterator[Piece]:
    """Yield the characters within an element; note what comes after the paragraph."""
    for child in _children(element):
        tag = child.tag
        if tag in _NO_TEXT:
            continue
        if tag == _FIELD:
            _follow(fields, child.get(f"{W}fldCharType"))
        elif tag in NOTES and run is not None:
            later.append(_Later(run, note=(NOTES[tag], child.get(ID))))
        elif tag in PICTURES:
            later += [_Later(run, box=box) for box in _boxes(child)]
            if not any(fields):
                yield Piece(PICTURE, child, run)
        elif not any(fields) and run is not None and (text := _characters(child)):
            yield Piece(text, child, run)
        elif tag in MATHS:
            yield Piece(PICTURE, child, None)
        else:
            yield from _pieces(child, child if tag == RUN else run, later, fields)


def _follow(fields: list[bool], mark: str | None) -> None:
    """Note where a field begins, where its instruction ends and its result begins, and where it ends."""
    if mark == "begin":
        fields.append(True)
    elif fields and mark == "separate":
        fields[-1] = False
    elif fields and mark == "end":
        fields.pop()


def _children(element: Any) -> Iterator[Any]:
    """Yield the children of an element; of alternatives only the first, which is the newest."""
    if element.tag == f"{MC}AlternateContent":
        first = element.find(f"{MC}Choice")
        yield from () if first is None else first
    else:
        yield from (child for child in element if isinstance(child.tag, str))


def _boxes(picture: Any) -> Iterator[Any]:
    for box in picture.iter(TEXT_BOX):
        if not any(above.tag in GONE or above.tag == TEXT_BOX for above in box.iterancestors()):
            yield box


def _characters(element: Any) -> str:
    """Return the text of an element of a run; empty for one that is no text."""
    if element.tag == TEXT:
        return "".join(BREAK if char in "\n\r\v" else char for char in element.text or "")
    if element.tag == f"{W}br":
        return "" if element.get(f"{W}type") in ("page", "column") else BREAK
    return CHARACTERS.get(element.tag, "")
