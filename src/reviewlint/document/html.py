"""HTML: whole files, and the blocks of it that Markdown drafts hold."""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser

from reviewlint.document.builder import ViewBuilder
from reviewlint.document.extra import Extra
from reviewlint.document.inline_html import EMPHASIS, INSIDE
from reviewlint.document.model import Comment
from reviewlint.document.quotes import is_emphasised_title
from reviewlint.document.source import Source
from reviewlint.document.view import Kind
from reviewlint.finding import Span

_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6, "title": 1}
_BLOCKS = {"li": Kind.LIST, "dt": Kind.LIST, "dd": Kind.LIST, "td": Kind.TABLE, "th": Kind.TABLE} | dict.fromkeys(
    ("p", "div", "section", "article", "main", "header", "footer", "aside", "nav", "body", "figure", "figcaption",
     "blockquote", "details", "summary", "address", "center", "ul", "ol", "table", "tr", "form"),
    Kind.PROSE,
)  # fmt: skip
_SKIPPED = frozenset(("script", "style", "pre", "svg", "math", "textarea", "template", "iframe", "head", "noscript"))
_VOID = frozenset(
    ("br", "hr", "img", "input", "meta", "link", "wbr", "source", "area", "base", "col", "embed", "track")
)
_BLANKS = re.compile(r"\s+")


def read_html(source: Source, start: int, builder: ViewBuilder) -> Extra:
    """Add the text of an HTML draft, from offset `start` on."""
    return read_html_fragment(source.text, start, len(source.text), builder)


def read_html_fragment(text: str, start: int, end: int, builder: ViewBuilder) -> Extra:
    """Add the text of the HTML in `text[start:end]`; return its comments and what in it is no text."""
    reader = _Reader(text, start, end, builder)
    reader.feed(text[start:end])
    reader.close()
    builder.close()
    return Extra(tuple(reader.comments), tuple(reader.opaque))


class _Reader(HTMLParser):
    """Writes the text between tags to a builder. The standard parser tells line and column of each token."""

    def __init__(self, text: str, start: int, end: int, builder: ViewBuilder) -> None:
        super().__init__(convert_charrefs=False)
        self.comments: list[Comment] = []
        self.opaque: list[Span] = []
        self._text, self._start, self._end, self._builder = text, start, end, builder
        self._lines = [0, *(match.end() for match in re.finditer("\n", text[start:end]))]
        self._inline: list[tuple[str, Kind]] = []
        self._skipped: list[str] = []
        self._quoted = 0

    def _place(self) -> int:
        line, column = self.getpos()
        return self._start + self._lines[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a block or an inline kind, or begin to skip."""
        place = self._place()
        length = len(self.get_starttag_text() or "")
        if tag == "title" and self._skipped == ["head"]:
            self._builder.open(Kind.HEADING, place + length, 1)
            self._skipped = []
        elif tag in _SKIPPED:
            self._skipped.append(tag)
            self._builder.close()
        elif self._skipped:
            return
        elif tag in _HEADINGS:
            self._builder.open(Kind.HEADING, place + length, _HEADINGS[tag])
        elif tag in _BLOCKS:
            self._quoted += tag == "blockquote"
            self._builder.open(Kind.BLOCKQUOTE if self._quoted else _BLOCKS[tag], place + length)
        elif tag == "br":
            self._builder.add("\n", place, place + length)
        elif tag not in _VOID:
            kind = INSIDE.get(tag, Kind(0))
            if tag in EMPHASIS and not is_emphasised_title(self._ahead(place + length, tag)):
                kind = Kind(0)
            self._inline.append((tag, kind))

    def handle_endtag(self, tag: str) -> None:
        """Close what the tag closes; an end without a start closes nothing."""
        if tag == "title" and not self._skipped:
            self._builder.close()
            self._skipped = ["head"]
        elif tag in self._skipped:
            while self._skipped.pop() != tag:
                pass
        elif tag in _HEADINGS or tag in _BLOCKS:
            self._quoted = max(0, self._quoted - (tag == "blockquote"))
            self._builder.close()
            self._inline.clear()
        else:
            for index in range(len(self._inline) - 1, -1, -1):
                if self._inline[index][0] == tag:
                    del self._inline[index]
                    break

    def handle_data(self, data: str) -> None:
        """Add text; a run of blanks is one, as a browser shows it."""
        if self._skipped:
            return
        place = self._place()
        at = 0
        for blank in _BLANKS.finditer(data):
            self._add(data[at : blank.start()], place + at, place + blank.start())
            if not self._builder.ends_in_blank:
                self._add(" ", place + blank.start(), place + blank.end())
            at = blank.end()
        self._add(data[at:], place + at, place + len(data))

    def handle_entityref(self, name: str) -> None:
        """Add the character that an entity stands for."""
        self._character(f"&{name};")

    def handle_charref(self, name: str) -> None:
        """Add the character that a numeric reference stands for."""
        self._character(f"&#{name};")

    def _character(self, reference: str) -> None:
        if not self._skipped:
            place = self._place()
            end = place + len(reference)
            if self._text[end - 1 : end] != ";":
                end -= 1
            self._add(html.unescape(reference), place, min(end, self._end))

    def handle_comment(self, data: str) -> None:
        """Keep a comment."""
        place = self._place()
        self.comments.append(Comment(data, Span(place, min(self._end, place + len(data) + len("<!---->")))))

    def _add(self, text: str, begin: int, end: int) -> None:
        if not text:
            return
        if not self._builder.is_open:
            if not text.strip():
                return
            self._builder.open(Kind.BLOCKQUOTE if self._quoted else Kind.PROSE, begin)
        kinds = Kind(0)
        for _, kind in self._inline:
            kinds |= kind
        self._builder.add(text, begin, end, kinds)

    def _ahead(self, start: int, tag: str) -> str:
        end = self._text.find(f"</{tag}", start, min(self._end, start + 300))
        return self._text[start:end] if end != -1 else ""
