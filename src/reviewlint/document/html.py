"""HTML: whole files, and the blocks of it that Markdown drafts hold."""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from reviewlint.document.builder import ViewBuilder
from reviewlint.document.extra import Extra
from reviewlint.document.html_tokens import Tokens
from reviewlint.document.inline_html import EMPHASIS, INSIDE, LONGEST_EMPHASIS, SHOWN, STRUCK, UNSEEN, VOID, Inline
from reviewlint.document.model import Comment
from reviewlint.document.quotes import is_emphasised_title
from reviewlint.document.source import Source
from reviewlint.document.stretches import Stretch, blanked
from reviewlint.document.templates import find_templates
from reviewlint.document.view import HIDDEN, Kind
from reviewlint.finding import Span

_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6, "title": 1}
_BLOCKS = {"li": Kind.LIST, "dt": Kind.LIST, "dd": Kind.LIST, "td": Kind.TABLE, "th": Kind.TABLE} | dict.fromkeys(
    ("p", "div", "section", "article", "main", "header", "footer", "aside", "nav", "body", "figure", "figcaption",
     "blockquote", "details", "summary", "address", "center", "ul", "ol", "table", "tr", "form"),
    Kind.PROSE,
)  # fmt: skip
_SKIPPED = frozenset(("script", "style", "pre", "svg", "math", "textarea", "template", "iframe", "head", "noscript"))
_HOLDERS = frozenset(("li", "dd", "td", "th", "ul", "ol", "dl", "table"))
_ITALIC = re.compile(r"font-style:\s*italic", re.IGNORECASE)  # as Google Docs and other word processors write it
_NOTHING = Kind(0)
_BLANKS = re.compile(r"\s+")


def read_html(source: Source, start: int, builder: ViewBuilder) -> Extra:
    """Add the text of an HTML draft, from offset `start` on."""
    unread = find_templates(source.text, start)
    extra = read_html_fragment(source.text, start, len(source.text), builder, unread)
    remarks = (Comment(each.comment, each.span) for each in unread if each.comment is not None)
    return Extra((*extra.comments, *remarks), (*extra.opaque, *(each.span for each in unread)))


def read_html_fragment(text: str, start: int, end: int, builder: ViewBuilder, unread: Sequence[Stretch] = ()) -> Extra:
    """Add the text of the HTML in `text[start:end]`, less what is unread; return its comments and what is no text."""
    reader = _Reader(text, start, end, builder, unread)
    reader.read(blanked(text, unread, start, end))
    builder.close()
    return Extra(tuple(reader.comments), tuple(reader.opaque))


class _Reader(Tokens):
    """Writes the text between tags to a builder."""

    def __init__(self, text: str, start: int, end: int, builder: ViewBuilder, unread: Sequence[Stretch]) -> None:
        super().__init__()
        self.comments: list[Comment] = []
        self.opaque: list[Span] = []
        self._text, self._base, self._stop, self._builder = text, start, end, builder
        self._inline = Inline()
        self._skipped: list[str] = []  # the elements that are skipped, from the outermost
        self._skipping: Counter[str] = Counter()  # how many of each name
        self._quoted = 0
        self._holders: list[str] = []  # items and cells that stand open: a paragraph in one belongs to it
        self._struck = False  # within <del>
        self._last_tag = ("", 0, 0)  # the last inline tag that opened: its name, its place, how long the view was
        self._unread = unread

    def _place(self) -> tuple[int, int]:
        return self._base + self.at, self._base + self.end

    def handle_starttag(self, tag: str) -> None:
        """Open a block or an inline kind, or begin to skip."""
        place, end = self._place()
        if tag == "title" and self._skipped == ["head"]:
            self._builder.open(Kind.HEADING, end, 1)
            self._skip_no_more("head")
        elif tag in _SKIPPED:
            self._skip(tag)
            self._builder.close()
        elif self._skipped:
            return
        elif tag in _HEADINGS:
            self._builder.open(Kind.HEADING, end, _HEADINGS[tag])
        elif tag in _BLOCKS:
            self._quoted += tag == "blockquote"
            if tag in _HOLDERS:
                if self._holders[-1:] == [tag] and tag in _BLOCKS and _BLOCKS[tag] != Kind.PROSE:
                    self._holders.pop()  # an item that nobody closed ends where the next begins
                self._holders.append(tag)
            kind = _BLOCKS.get(self._holders[-1], Kind.PROSE) if tag == "p" and self._holders else _BLOCKS[tag]
            self._builder.open(Kind.BLOCKQUOTE if self._quoted else kind, end)
        elif tag == "br":
            self._builder.add("\n", place, end)
        elif tag in STRUCK:
            self._struck = True
        elif tag in SHOWN:
            self._builder.stand_in(place, end)
        elif tag not in VOID:
            kind = INSIDE.get(tag, _NOTHING)
            if tag == "span" and _ITALIC.search(self._text, place, end):
                kind = Kind.TITLE
            if (tag in EMPHASIS or kind == Kind.TITLE) and not is_emphasised_title(self._ahead(end, tag)):
                kind = _NOTHING
            self._inline.open(tag, kind)
            self._last_tag = (tag, place, self._builder.length)

    def handle_endtag(self, tag: str) -> None:
        """Close what the tag closes; an end without a start closes nothing."""
        if tag == "title" and not self._skipped:
            self._builder.close()
            self._skip("head")
        elif self._skipping[tag]:
            self._skip_no_more(tag)
        elif tag in _HEADINGS or tag in _BLOCKS:
            self._quoted = max(0, self._quoted - (tag == "blockquote"))
            if tag in self._holders:
                del self._holders[len(self._holders) - 1 - self._holders[::-1].index(tag) :]
            self._builder.close()
            self._inline.clear()
            self._struck = False
        elif tag in STRUCK:
            self._struck = False
        else:
            self._close_inline(tag)

    def _skip(self, tag: str) -> None:
        self._skipped.append(tag)
        self._skipping[tag] += 1

    def _skip_no_more(self, tag: str) -> None:
        """Close the innermost skipped element of a name, and what stands open in it."""
        while True:
            closed = self._skipped.pop()
            self._skipping[closed] -= 1
            if closed == tag:
                return

    def _close_inline(self, tag: str) -> None:
        """Close an element; one that holds nothing, between blanks, shows an icon or what a program puts there."""
        self._inline.close(tag)
        opened, at, length = self._last_tag
        if opened == tag and length == self._builder.length and self._builder.ends_in_blank:
            self._builder.stand_in(at, self._place()[0])

    def handle_data(self, data: str) -> None:
        """Add text; what is no prose in it is marked as such, or left out."""
        if self._skipped:
            return
        at, end = self._place()
        first = bisect_right(self._unread, at, key=lambda each: each.span.end)
        for number in range(first, len(self._unread)):
            span, shown, _ = self._unread[number]
            if span.start >= end:
                break
            self._add_running(at, max(at, span.start))
            at, stop = max(at, span.start), min(end, span.end)
            if shown:
                piece = self._text[at:stop]
                self._add(piece if "\n" not in piece else HIDDEN, at, stop, Kind.CODE)
            else:
                self._builder.leave_out(at, stop)
            at = stop
        self._add_running(at, end)

    def _add_running(self, begin: int, end: int) -> None:
        """Add a stretch of the source; a run of blanks is one, as a browser shows it."""
        at = begin
        for blank in _BLANKS.finditer(self._text, begin, end):
            self._add(self._text[at : blank.start()], at, blank.start())
            if not self._builder.ends_in_blank:
                self._add(" ", blank.start(), blank.end())
            at = blank.end()
        self._add(self._text[at:end], at, end)

    def handle_reference(self, reference: str) -> None:
        """Add the character that a reference stands for; one that stands for none is text."""
        if not self._skipped:
            place, end = self._place()
            character = html.unescape(reference)
            if character == reference:
                character = self._text[place:end]
            if character not in UNSEEN:
                self._add(character, place, end)

    def handle_comment(self, data: str) -> None:
        """Keep a comment."""
        place, end = self._place()
        self.comments.append(Comment(data, Span(place, end)))
        self._builder.leave_out(place, end)

    def handle_other(self) -> None:
        """Leave out what says nothing to readers."""
        self._builder.leave_out(*self._place())

    def _add(self, text: str, begin: int, end: int, kind: Kind = _NOTHING) -> None:
        if not text:
            return
        if self._struck:
            self._builder.leave_out(begin, end)
            return
        if not self._builder.is_open:
            if not text.strip():
                return
            self._builder.open(Kind.BLOCKQUOTE if self._quoted else Kind.PROSE, begin)
        self._builder.add(text, begin, end, kind | self._inline.kinds)

    def _ahead(self, start: int, tag: str) -> str:
        end = self._text.find(f"</{tag}", start, min(self._stop, start + LONGEST_EMPHASIS))
        return self._text[start:end] if end != -1 else ""
