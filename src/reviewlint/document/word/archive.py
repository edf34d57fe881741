"""Opens a zipped document from anybody's hands: nothing in it may cost much memory or time, or name another file."""

from __future__ import annotations

import io
import re
import zlib
from zipfile import BadZipFile, LargeZipFile, ZipFile

from reviewlint.errors import ReviewlintError

_MOST_FILES = 5_000
_MOST_XML = 32_000_000  # bytes of XML once it is unpacked; a novel has 10 MB
_MOST = 256_000_000  # bytes of all once it is unpacked, pictures included
# A document type declaration, in UTF-8 or UTF-16: only with one can an entity be defined. No word processor writes it.
_DOCTYPE = re.compile(rb"<\0?!\0?D\0?O\0?C\0?T\0?Y\0?P\0?E", re.IGNORECASE)


def open_archive(path: str, data: bytes) -> ZipFile:
    """Return a zipped document that is safe to unpack; raise ReviewlintError where it is damaged or hostile.

    No file in it unpacks to more than it declares: zipfile reads no further.
    """
    try:
        archive = ZipFile(io.BytesIO(data))
        _check(path, archive)
    except (BadZipFile, LargeZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, ValueError) as error:
        hint = "Open it in your word processor, and save it again."
        raise ReviewlintError("This document is damaged.", path=path, hint=hint) from error
    return archive


def _check(path: str, archive: ZipFile) -> None:
    files = archive.infolist()
    xml = [file for file in files if file.filename.endswith((".xml", ".rels"))]
    too_much = sum(file.file_size for file in xml) > _MOST_XML or sum(file.file_size for file in files) > _MOST
    if len(files) > _MOST_FILES or too_much:
        hint = "Copy the text into a new one."
        raise ReviewlintError("This document unpacks to more than a review needs.", path=path, hint=hint)
    for file in xml:
        if _DOCTYPE.search(archive.read(file)):
            message = "This document defines entities of its own, which no word processor does; it is not read."
            raise ReviewlintError(message, path=path)
