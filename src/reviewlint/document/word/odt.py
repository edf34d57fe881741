"""Reads an .odt, the format of LibreOffice Writer: its text, one paragraph a line, and its headings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from reviewlint.document.layout import BREAK, PICTURE, Paragraph
from reviewlint.document.view import Kind
from reviewlint.document.word.archive import open_archive
from reviewlint.errors import ReviewlintError

_T = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_O = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}table-cell"
_PARAGRAPHS = (f"{_T}p", f"{_T}h")
# Deleted text, remarks, and marks of notes.
_GONE = frozenset((f"{_T}tracked-changes", f"{_O}annotation", f"{_T}note-citation", f"{_T}table-of-content"))
_MOST_BLANKS = 1_000  # in one run of blanks, which may say of itself that it is as long as it likes


def read_odt(path: str, data: bytes) -> tuple[str, tuple[Paragraph, ...]]:
    """Return the text of an OpenDocument text and its paragraphs; raise ReviewlintError where it cannot be read."""
    try:
        from lxml import etree
    except ImportError:
        hint = 'Install it: pip install "reviewlint[word]".'
        raise ReviewlintError("OpenDocument needs one more library.", path=path, hint=hint) from None
    archive = open_archive(path, data)
    hint = "Open it in LibreOffice, and save it again as .odt."
    if "content.xml" not in archive.namelist():
        raise ReviewlintError("This is a zip archive, not an OpenDocument text.", path=path, hint=hint)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(archive.read("content.xml"), parser)
    except etree.LxmlError as error:
        raise ReviewlintError("This document is damaged.", path=path, hint=hint) from error
    body = root.find(f"{_O}body/{_O}text")
    if body is None:
        raise ReviewlintError("This is an OpenDocument file, but no text.", path=path, hint=hint)
    texts: list[str] = []
    paragraphs: list[Paragraph] = []
    start = 0
    for element in _paragraphs(body):
        text = "".join(_characters(element))
        kind = _kind(element)
        level = element.get(f"{_T}outline-level", "1") if kind == Kind.HEADING else "0"
        texts.append(text)
        paragraphs.append(Paragraph(start, start + len(text), kind, int(level) if level.isdigit() else 1))
        start += len(text) + 1
    return "\n".join(texts), tuple(paragraphs)


def _paragraphs(story: Any) -> Iterator[Any]:
    """Yield paragraphs and headings in order; those within others, as in a note, after them."""
    for child in story:
        if child.tag in _PARAGRAPHS:
            yield child
            yield from _paragraphs(child)
        elif isinstance(child.tag, str) and child.tag not in _GONE:
            yield from _paragraphs(child)


def _kind(element: Any) -> Kind:
    if element.tag == f"{_T}h":
        return Kind.HEADING
    for above in element.iterancestors(_TABLE, f"{_T}list-item"):
        return Kind.TABLE if above.tag == _TABLE else Kind.LIST
    return Kind.PROSE


def _characters(element: Any) -> Iterator[str]:
    """Yield the text of a paragraph, without that of paragraphs within it."""
    yield _plain(element.text)
    for child in element:
        tag = child.tag
        if tag == f"{_T}s":
            count = child.get(f"{_T}c", "1")
            yield " " * min(_MOST_BLANKS, int(count) if count.isdigit() and len(count) < 9 else 1)
        elif tag in (f"{_T}tab", f"{_T}line-break"):
            yield "\t" if tag == f"{_T}tab" else BREAK
        elif tag == f"{_DRAW}frame":
            yield PICTURE
        elif isinstance(tag, str) and tag not in _GONE and tag not in _PARAGRAPHS:
            yield from _characters(child)
        yield _plain(child.tail)


def _plain(text: str | None) -> str:
    """Return character data as OpenDocument means it: what is between two words is one blank, whatever it is."""
    return (text or "").replace("\n", " ").replace("\r", " ")
