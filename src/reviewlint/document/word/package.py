"""Opens a .docx with python-docx, or says in one sentence why not."""

from __future__ import annotations

import io
import zlib
from typing import Any
from zipfile import BadZipFile

from reviewlint.document.word.archive import open_archive
from reviewlint.document.word.names import W
from reviewlint.errors import ReviewlintError

HINT = "Open it in Word, and save it again as .docx."


def open_package(path: str, data: bytes) -> Any:
    """Return a document of python-docx; raise ReviewlintError where that is not here, or the file is no such thing."""
    try:
        import docx
        from docx.opc.exceptions import OpcError
        from lxml.etree import LxmlError
    except ImportError:
        hint = 'Install them: pip install "reviewlint[word]".'
        raise ReviewlintError("Word documents need two more libraries.", path=path, hint=hint) from None
    archive = open_archive(path, data)
    if "[Content_Types].xml" not in archive.namelist():
        raise ReviewlintError("This is a zip archive, not a Word document.", path=path, hint=HINT)
    try:
        document = docx.Document(io.BytesIO(data))
        body, _ = document.element.body, document.styles.element
    except (OpcError, LxmlError, BadZipFile, zlib.error, LookupError, ValueError, AttributeError, TypeError) as error:
        what = _other_office_file(archive.namelist()) or "a damaged Word document"
        raise ReviewlintError(f"This is {what}.", path=path, hint=HINT) from error
    if body is None or body.tag != f"{W}body":
        raise ReviewlintError("This is saved as “Strict Open XML”, which is not read.", path=path, hint=HINT)
    return document


def _other_office_file(names: list[str]) -> str | None:
    for folder, what in (("xl/", "an Excel workbook"), ("ppt/", "a PowerPoint presentation")):
        if any(name.startswith(folder) for name in names):
            return f"{what}, not a Word document"
    if any(name == "word/vbaProject.bin" for name in names):
        return "a Word document with macros, which is not read"
    return None
