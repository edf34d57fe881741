"""Markdown by pyromark, whose events carry source ranges."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from typing import Any

import pyromark

from reviewlint.document.builder import ViewBuilder
from reviewlint.document.byte_index import ByteIndex
from reviewlint.document.extra import Extra
from reviewlint.document.html import read_html_fragment
from reviewlint.document.inline_html import (
    BREAKS,
    COMMENT,
    EMPHASIS,
    INSIDE,
    LONGEST_EMPHASIS,
    SHOWN,
    STRUCK,
    TAG,
    UNSEEN,
    VOID,
    Inline,
)
from reviewlint.document.inline_text import OWN_LINK, special_in
from reviewlint.document.model import Comment
from reviewlint.document.notes import CALLOUT
from reviewlint.document.quotes import is_emphasised_title
from reviewlint.document.source import Source
from reviewlint.document.stretches import Stretch, blanked
from reviewlint.document.unread import find_unread
from reviewlint.document.view import Kind
from reviewlint.finding import Span

_OPTIONS = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_FOOTNOTES
    | pyromark.Options.ENABLE_STRIKETHROUGH
    | pyromark.Options.ENABLE_DEFINITION_LIST
)
_EMPTY = ("[](", "[][", "![](", "![][")  # how a link or picture without text begins
_NOTHING = Kind(0)
_BLOCKS = {
    "Paragraph": Kind(0),
    "Heading": Kind.HEADING,
    "Item": Kind.LIST,
    "TableCell": Kind.TABLE,
    "CodeBlock": Kind.CODE,
    "HtmlBlock": Kind.CODE,
    "DefinitionListTitle": Kind.LIST,
    "DefinitionListDefinition": Kind.LIST,
}
_ITEMS = frozenset(("Item", "DefinitionListDefinition"))
_CONTAINERS = {**dict.fromkeys(_ITEMS, Kind.LIST), "BlockQuote": Kind.BLOCKQUOTE}
_OTHERS_WORDS = frozenset("quote cite citation blockquote".split())


def read_markdown(source: Source, start: int, builder: ViewBuilder) -> Extra:
    """Add the blocks of a Markdown draft, from offset `start` on."""
    unread = find_unread(source.text, start, source.suffix)
    body = (blanked(source.text, unread) if unread else source.text)[start:]
    events = list(pyromark.events_with_range(body, options=_OPTIONS))
    return _Walk(source.text, start, ByteIndex(body), events, unread, builder).run()


def _link_kind(detail: Any) -> Kind:
    """Return what the text of a link is: plain, an address, or a name behind a scheme of a site's own making."""
    if detail["link_type"] not in ("Autolink", "Email"):
        return Kind(0)
    own = OWN_LINK.fullmatch(f"<{detail['dest_url']}>") is not None and not detail["dest_url"].startswith("mailto:")
    return Kind.TITLE if own else Kind.URL


class _Walk:
    """One walk over the events of a draft. Each kind of event has a method of its name."""

    def __init__(
        self,
        text: str,
        start: int,
        index: Callable[[int], int],
        events: Sequence[Any],
        unread: Sequence[Stretch],
        builder: ViewBuilder,
    ) -> None:
        self._text, self._start, self._index = text, start, index
        self._events, self._builder = events, builder
        self._unread = unread
        self._containers = [Kind.PROSE]
        self._inline = Inline()
        self._own_link = False  # within <game:Meteos>
        self._struck = False  # within <del>
        self._last_tag = ("", 0, 0)  # the last HTML tag that opened: its name, its place, how long the view was
        self._titled = False  # the open block is the title of a callout
        self._comments = [Comment(each.comment, each.span) for each in unread if each.comment is not None]
        self._opaque = [each.span for each in unread]
        self._at = 0

    def run(self) -> Extra:
        """Walk all events; return comments and what is no text."""
        while self._at < len(self._events):
            event, where = self._events[self._at]
            begin = self._start + self._index(where["start"])
            end = self._start + self._index(where["end"])
            name, value = (event, None) if isinstance(event, str) else next(iter(event.items()))
            handle = getattr(self, f"_on_{name.lower()}", None)
            if handle is not None:
                handle(value, begin, end)
            self._at += 1
        return Extra(tuple(self._comments), tuple(sorted(self._opaque)))

    @staticmethod
    def _tag(value: Any) -> tuple[str, Any]:
        return (value, None) if isinstance(value, str) else next(iter(value.items()))

    def _on_start(self, value: Any, begin: int, end: int) -> None:
        tag, detail = self._tag(value)
        if tag in ("CodeBlock", "HtmlBlock"):
            self._opaque.append(Span(begin, end))
            self._skip_block(tag, begin, end)
        elif tag in _BLOCKS:
            if tag in _ITEMS:
                self._containers.append(Kind.LIST)
            level = int(detail["level"][1]) if tag == "Heading" else 0
            self._titled = CALLOUT.match(self._text, begin) is not None
            kind = Kind.LABEL if self._titled else _BLOCKS[tag] or self._containers[-1]
            self._builder.open(kind, begin, level)
        elif tag in _CONTAINERS:
            self._containers.append(self._quotation(begin))
        elif tag == "Strikethrough":
            self._skip_to_end(tag)
            self._builder.leave_out(begin, end)
        elif tag == "Emphasis":
            self._inline.open(tag, Kind.TITLE if is_emphasised_title(self._text_until(tag)) else _NOTHING)
        elif tag == "Image":
            self._inline.open(tag, Kind.LABEL)
        elif tag == "Link":
            kind = _link_kind(detail)
            self._own_link = kind == Kind.TITLE
            self._inline.open(tag, kind)

    def _on_end(self, value: Any, begin: int, end: int) -> None:
        tag, _ = self._tag(value)
        if tag in _BLOCKS:
            self._builder.close()
            self._inline.clear()  # an HTML tag that was never closed ends with its block
            self._struck = False
        elif tag in ("Link", "Image") and self._text.startswith(_EMPTY, begin):
            self._builder.stand_in(begin, end)
        if tag in _CONTAINERS:
            self._containers.pop()
        self._own_link = self._own_link and tag != "Link"
        self._inline.close(tag)

    def _quotation(self, begin: int) -> Kind:
        """Return whose words stand in a block quote: a callout (GitHub, Obsidian) holds the author's own."""
        callout = CALLOUT.match(self._text, self._text.find(">", begin) + 1)
        return Kind.PROSE if callout and callout["type"].lower() not in _OTHERS_WORDS else Kind.BLOCKQUOTE

    def _skip_to_end(self, tag: str) -> None:
        """Go on to the end of the element that starts here."""
        while True:
            self._at += 1
            event, _ = self._events[self._at]
            if not isinstance(event, str) and "End" in event and self._tag(event["End"])[0] == tag:
                break

    def _skip_block(self, tag: str, begin: int, end: int) -> None:
        """Leave out a code block; read the text that an HTML block holds."""
        self._skip_to_end(tag)
        self._builder.close()
        if tag == "HtmlBlock":
            extra = read_html_fragment(self._text, begin, end, self._builder, self._unread_in(begin, end))
            self._comments += extra.comments

    def _text_until(self, tag: str) -> str:
        """Return the text from here to the end of the element that starts here; of a long one, nothing."""
        parts = []
        for at in range(self._at + 1, min(self._at + 1 + LONGEST_EMPHASIS, len(self._events))):
            event, _ = self._events[at]
            if isinstance(event, str):
                parts.append(" ")
            elif "End" in event and self._tag(event["End"])[0] == tag:
                return "".join(parts)
            elif "Text" in event:
                parts.append(event["Text"])
        return ""

    def _on_text(self, value: str, begin: int, end: int) -> None:
        if not self._builder.is_open:  # text straight in a tight list item after a nested list
            self._builder.open(self._containers[-1], begin)
        if self._own_link:  # the name alone is shown
            begin += value.find(":") + 1
            value = value[value.find(":") + 1 :]
        if value in UNSEEN and self._text.startswith("&", begin):
            return
        unread = self._unread_in(begin, end)
        if self._text[begin:end] != value and not unread:
            self._add(value, begin, end)
            return
        at = begin
        for span, shown, kind in special_in(self._text, begin, end, unread):
            self._add(self._text[at : span.start], at, span.start)
            if shown is not None:
                self._add(self._text[shown.start : shown.end], shown.start, shown.end, kind)
            else:
                self._builder.leave_out(span.start, span.end)
            at = span.end
        self._add(self._text[at:end], at, end)

    def _add(self, text: str, begin: int, end: int, kind: Kind = _NOTHING) -> None:
        """Add text with the kinds of the elements it stands in; what is struck out is left out."""
        if self._struck:
            self._builder.leave_out(begin, end)
        else:
            self._builder.add(text, begin, end, self._inline.kinds | kind)

    def _unread_in(self, begin: int, end: int) -> Sequence[Stretch]:
        """Return the unread stretches that reach into a stretch of the source."""
        first = bisect_right(self._unread, begin, key=lambda each: each.span.end)
        return self._unread[first : bisect_left(self._unread, end, lo=first, key=lambda each: each.span.start)]

    def _on_code(self, value: str, begin: int, end: int) -> None:
        raw = self._text[begin:end]
        ticks = len(raw) - len(raw.lstrip("`"))
        self._add(raw[ticks : len(raw) - ticks], begin + ticks, end - ticks, Kind.CODE)

    def _on_footnotereference(self, value: str, begin: int, end: int) -> None:
        self._add(self._text[begin:end], begin, end, Kind.CODE)

    def _on_softbreak(self, value: Any, begin: int, end: int) -> None:
        if self._titled:
            self._titled = False
            self._builder.open(self._containers[-1], end)
        else:
            self._add(" ", begin, end)

    def _on_hardbreak(self, value: Any, begin: int, end: int) -> None:
        self._builder.add("\n", begin, end)

    def _on_inlinehtml(self, value: str, begin: int, end: int) -> None:
        own, tag = OWN_LINK.fullmatch(value), TAG.match(value)
        if comment := COMMENT.match(value):
            self._comments.append(Comment(comment["text"], Span(begin, end)))
            self._builder.leave_out(begin, end)
        elif own:
            self._add(own["name"], begin + own.start("name"), begin + own.end("name"), Kind.TITLE)
        elif tag is not None:
            self._tag_of_html(tag, begin, end)

    def _tag_of_html(self, tag: re.Match[str], begin: int, end: int) -> None:
        name = tag["name"].lower()
        if name in BREAKS:
            self._builder.add("\n", begin, end)
        elif name in STRUCK:
            self._struck = not tag["close"]
            self._builder.leave_out(begin, end)
        elif name in SHOWN:
            self._builder.stand_in(begin, end)
        elif name in VOID:
            return
        elif tag["close"]:
            self._close_html(name, begin, end)
        elif not tag["rest"].endswith("/"):
            kind = INSIDE.get(name, _NOTHING)
            if name in EMPHASIS and not is_emphasised_title(self._text_to_tag(end, name)):
                kind = _NOTHING
            self._inline.open(name, kind)
            self._last_tag = (name, begin, self._builder.length)
        elif self._builder.ends_in_blank:
            self._builder.stand_in(begin, end)

    def _close_html(self, name: str, begin: int, end: int) -> None:
        """Close an element; one that holds nothing, between blanks, shows an icon or what a program puts there."""
        self._inline.close(name)
        opened, at, length = self._last_tag
        if opened == name and length == self._builder.length and self._builder.ends_in_blank:
            self._builder.stand_in(at, end)

    def _text_to_tag(self, start: int, name: str) -> str:
        end = self._text.find(f"</{name}", start, start + LONGEST_EMPHASIS)
        return self._text[start:end] if end != -1 else ""
