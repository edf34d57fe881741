"""Formats of drafts that are known, and not read."""

from __future__ import annotations

from pathlib import PurePath

from reviewlint.errors import ReviewlintError

# Read as Markdown, they would be full of slips, and a fix would change their markup.
NOT_READ = {
    ".rst": "reStructuredText", ".rest": "reStructuredText", ".adoc": "AsciiDoc", ".asciidoc": "AsciiDoc",
    ".asc": "AsciiDoc", ".org": "Org", ".tex": "LaTeX", ".latex": "LaTeX", ".textile": "Textile", ".typ": "Typst",
    ".wiki": "wikitext", ".mediawiki": "wikitext", ".pod": "Pod", ".creole": "Creole", ".ipynb": "a notebook",
    ".docx": "a Word document", ".doc": "a Word document", ".odt": "an OpenDocument text", ".rtf": "rich text",
    ".pdf": "PDF", ".epub": "an EPUB book", ".astro": "an Astro component", ".vue": "a Vue component",
    ".svelte": "a Svelte component", ".njk": "a Nunjucks template", ".liquid": "a Liquid template",
}  # fmt: skip


def refuse_unread(path: str) -> None:
    """Raise ReviewlintError for a file in a format that is not read, by its suffix."""
    name = NOT_READ.get(PurePath(path).suffix.lower())
    if name is not None:
        raise ReviewlintError(
            f"This is {name}, which is not read.", path=path, hint="Markdown, HTML and plain text are."
        )
