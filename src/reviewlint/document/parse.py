"""From a source to a document, by the format of its file."""

from __future__ import annotations

from reviewlint.document.builder import ViewBuilder
from reviewlint.document.frontmatter import read_front_matter
from reviewlint.document.markdown import read_markdown
from reviewlint.document.model import Document
from reviewlint.document.plain import read_plain
from reviewlint.document.source import Source
from reviewlint.finding import Span

MARKDOWN = {".md", ".markdown", ".mdown", ".mkd", ".mdx"}
HTML = {".html", ".htm", ".xhtml"}
PLAIN = {".txt", ".text"}
SUFFIXES = MARKDOWN | HTML | PLAIN


def parse(source: Source) -> Document:
    """Parse a draft by its suffix; an unknown one is read as Markdown. Never raises."""
    builder = ViewBuilder()
    front = read_front_matter(source)
    body_start = front.end
    read = read_plain if source.suffix in PLAIN else read_markdown
    extra = read(source, body_start, builder)
    prose, blocks = builder.build()
    opaque = ((Span(0, body_start),) if body_start else ()) + extra.opaque
    return Document(source, prose, blocks, front.values, extra.comments, body_start, opaque)
