"""From a source to a document, by the format of its file."""

from __future__ import annotations

from importlib.util import find_spec

from reviewlint.document.builder import ViewBuilder
from reviewlint.document.formats import PACKED
from reviewlint.document.frontmatter import add_reader_text, read_front_matter
from reviewlint.document.markdown import read_markdown
from reviewlint.document.model import Document
from reviewlint.document.plain import read_plain
from reviewlint.document.source import Source
from reviewlint.finding import Span

MARKDOWN = {".md", ".markdown", ".mdown", ".mkd", ".mdx", ".qmd", ".rmd"}
HTML = {".html", ".htm", ".xhtml"}
PLAIN = {".txt", ".text"}
SUFFIXES = MARKDOWN | HTML | PLAIN | (PACKED if find_spec("docx") else frozenset())  # with the extra “word”


def parse(source: Source) -> Document:
    """Parse a draft by its suffix; an unknown one is read as Markdown. Never raises."""
    builder = ViewBuilder()
    front = read_front_matter(source)
    add_reader_text(source, front, builder)
    if source.packed is not None:
        from reviewlint.document.layout import read_laid_out as read
    elif source.suffix in HTML:
        from reviewlint.document.html import read_html as read
    else:
        read = read_plain if source.suffix in PLAIN else read_markdown
    extra = read(source, front.end, builder)
    prose, blocks = builder.build()
    opaque = ((Span(0, front.end),) if front.end else ()) + extra.opaque
    return Document(source, prose, blocks, front.values, extra.comments, front.end, opaque, front.problems)
