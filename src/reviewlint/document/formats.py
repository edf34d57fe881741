"""Formats of drafts that are known, and not read."""

from __future__ import annotations

from pathlib import PurePath

from reviewlint.errors import ReviewlintError
from reviewlint.reach import MOST_DRAFT, MOST_PACKED

# Read as Markdown, they would be full of slips, and a fix would change their markup.
NOT_READ = {
    ".rst": "reStructuredText", ".rest": "reStructuredText", ".adoc": "AsciiDoc", ".asciidoc": "AsciiDoc",
    ".asc": "AsciiDoc", ".org": "Org", ".tex": "LaTeX", ".latex": "LaTeX", ".textile": "Textile", ".typ": "Typst",
    ".wiki": "wikitext", ".mediawiki": "wikitext", ".pod": "Pod", ".creole": "Creole", ".ipynb": "a notebook",
    ".doc": "a Word document of before 2007", ".docm": "a Word document with macros", ".pages": "a Pages document",
    ".pdf": "PDF", ".epub": "an EPUB book", ".astro": "an Astro component", ".vue": "a Vue component",
    ".svelte": "a Svelte component", ".njk": "a Nunjucks template", ".liquid": "a Liquid template",
}  # fmt: skip

# Read by what is inside them: their bytes are not their text.
MAGIC = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf", b"%PDF-")  # the first bytes of such, and of PDF
PACKED = frozenset((".docx", ".odt", ".rtf"))


def most_bytes(path: str | PurePath) -> int:
    """Return how many bytes a draft may have; one that holds pictures may have more."""
    return MOST_PACKED if PurePath(path).suffix.lower() in PACKED else MOST_DRAFT


def refuse_unread(path: str) -> None:
    """Raise ReviewlintError for a file in a format that is not read, by its suffix."""
    name = NOT_READ.get(PurePath(path).suffix.lower())
    if name is not None:
        raise ReviewlintError(
            f"This is {name}, which is not read.", path=path, hint="Markdown, HTML, plain text and Word’s .docx are."
        )
