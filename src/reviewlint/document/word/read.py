"""From the bytes of a document of a word processor to its text and layout, by what the file is."""

from __future__ import annotations

from pathlib import PurePath
from typing import NamedTuple

from reviewlint.document.layout import Paragraph
from reviewlint.document.view import Kind
from reviewlint.errors import ReviewlintError

DOCX, ODT, RTF = ".docx", ".odt", ".rtf"
_MOST_TEXT = 2_000_000  # characters, as of every draft
_SAVE_AS = "Open it in your word processor, and save it as .docx."


class Read(NamedTuple):
    """The text, one paragraph a line, and the paragraphs."""

    text: str
    layout: tuple[Paragraph, ...]


def read_document(path: str, data: bytes) -> Read:
    """Return what stands in a .docx, .odt or .rtf; raise ReviewlintError where it is something else."""
    suffix = PurePath(path).suffix.lower()
    if what_it_is(data) != suffix:
        raise not_what_it_says(path, data)
    if suffix == RTF:
        from reviewlint.document.word.rtf import read_rtf

        text = read_rtf(path, data)
        read = Read(text, _lines(text))
    elif suffix == ODT:
        from reviewlint.document.word.odt import read_odt

        read = Read(*read_odt(path, data))
    else:
        from reviewlint.document.word.docx import read_docx

        read = Read(*read_docx(path, data))
    if len(read.text) > _MOST_TEXT:
        raise ReviewlintError(
            f"This document has more than {_MOST_TEXT:,} characters.", path=path, hint="Cut it in two."
        )
    return read


def what_it_is(data: bytes) -> str:
    """Return the suffix that a file should have by its bytes: .docx for any zip but an .odt, .txt for text."""
    if data.startswith(b"PK\x03\x04"):
        return ODT if data[30:].startswith(b"mimetypeapplication/vnd.oasis.opendocument.text") else DOCX
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        return ".doc"
    if data.lstrip()[:5].lower() == rb"{\rtf":
        return RTF
    if data.startswith(b"%PDF"):
        return ".pdf"
    start = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<!doctype html", b"<html")):
        return ".html"
    return ".txt" if data and b"\0" not in data[:8192] else ""


def not_what_it_says(path: str, data: bytes) -> ReviewlintError:
    """Return what to say of a file that is something else than its name says."""
    suffix, found = PurePath(path).suffix.lower(), what_it_is(data)
    named = f"This file is named {suffix}" if suffix else "This file has a name without an ending"
    if found == ".doc":
        encrypted = "This file is protected by a password, or a Word document of before 2007."
        return ReviewlintError(encrypted, path=path, hint="Save it as .docx without a password.")
    names = {DOCX: "a Word document", ODT: "an OpenDocument text", RTF: "rich text", ".pdf": "PDF", ".html": "HTML"}
    if found in names:
        hint = _SAVE_AS if found == ".pdf" else f"Rename it to end in {found}."
        return ReviewlintError(f"{named}, but it is {names[found]}.", path=path, hint=hint)
    if found == ".txt":
        message = f"{named}, but it is plain text."
        return ReviewlintError(message, path=path, hint="Rename it to end in .txt or .md.")
    return ReviewlintError(f"{named}, but it is empty or damaged.", path=path, hint=_SAVE_AS)


def _lines(text: str) -> tuple[Paragraph, ...]:
    """Return each line of a text as a paragraph."""
    paragraphs, start = [], 0
    for line in text.split("\n"):
        paragraphs.append(Paragraph(start, start + len(line), Kind.PROSE))
        start += len(line) + 1
    return tuple(paragraphs)
