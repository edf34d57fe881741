"""Markdown by pyromark, whose events carry source ranges."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

import pyromark

from reviewlint.document.builder import ViewBuilder
from reviewlint.document.byte_index import ByteIndex
from reviewlint.document.extra import Extra
from reviewlint.document.html import read_html_fragment
from reviewlint.document.inline_html import BREAKS, COMMENT, EMPHASIS, INSIDE, TAG
from reviewlint.document.model import Comment
from reviewlint.document.quotes import is_emphasised_title
from reviewlint.document.source import Source
from reviewlint.document.templates import blanked, find_templates
from reviewlint.document.view import Kind
from reviewlint.finding import Span

_OPTIONS = pyromark.Options.ENABLE_TABLES | pyromark.Options.ENABLE_FOOTNOTES | pyromark.Options.ENABLE_STRIKETHROUGH
# <game:Shadow of the Colossus>: a link of some sites' own making, whose text is the name.
_OWN_LINK = re.compile(r"<(?P<scheme>[a-z]{2,12}):(?P<name>[^<>\n/][^<>\n]{0,80})>")
_SPOILER = re.compile(r">!|!<")
_BARE_URL = re.compile(r"(?:https?://|www\.)[^\s<>()\[\]\"]+[^\s<>()\[\]\".,;:!?'’]")
_HIDDEN = re.compile(f"{_OWN_LINK.pattern}|{_SPOILER.pattern}|{_BARE_URL.pattern}")
_BLOCKS = {
    "Paragraph": Kind(0),
    "Heading": Kind.HEADING,
    "Item": Kind.LIST,
    "TableCell": Kind.TABLE,
    "CodeBlock": Kind.CODE,
    "HtmlBlock": Kind.CODE,
}
_CONTAINERS = {"Item": Kind.LIST, "BlockQuote": Kind.BLOCKQUOTE}


def read_markdown(source: Source, start: int, builder: ViewBuilder) -> Extra:
    """Add the blocks of a Markdown draft, from offset `start` on."""
    templates = find_templates(source.text, start)
    body = (blanked(source.text, templates) if templates else source.text)[start:]
    events = list(pyromark.events_with_range(body, options=_OPTIONS))
    return _Walk(source.text, start, ByteIndex(body), events, templates, builder).run()


def _link_kind(detail: Any) -> Kind:
    """Return what the text of a link is: plain, an address, or a name behind a scheme of a site's own making."""
    if detail["link_type"] not in ("Autolink", "Email"):
        return Kind(0)
    own = _OWN_LINK.fullmatch(f"<{detail['dest_url']}>") is not None and not detail["dest_url"].startswith("mailto:")
    return Kind.TITLE if own else Kind.URL


class _Walk:
    """One walk over the events of a draft. Each kind of event has a method of its name."""

    def __init__(
        self,
        text: str,
        start: int,
        index: Callable[[int], int],
        events: Sequence[Any],
        templates: Sequence[Span],
        builder: ViewBuilder,
    ) -> None:
        self._text, self._start, self._index = text, start, index
        self._events, self._builder = events, builder
        self._templates = list(templates)
        self._containers = [Kind.PROSE]
        self._inline: list[tuple[str, Kind]] = []
        self._comments: list[Comment] = []
        self._opaque = list(templates)
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
            if tag == "Item":
                self._containers.append(Kind.LIST)
            level = int(detail["level"][1]) if tag == "Heading" else 0
            self._builder.open(_BLOCKS[tag] or self._containers[-1], begin, level)
        elif tag in _CONTAINERS:
            self._containers.append(_CONTAINERS[tag])
        elif tag == "Emphasis":
            self._inline.append((tag, Kind.TITLE if is_emphasised_title(self._text_until(tag)) else Kind(0)))
        elif tag == "Image":
            self._inline.append((tag, Kind.LABEL))
        elif tag == "Link":
            self._inline.append((tag, _link_kind(detail)))

    def _on_end(self, value: Any, begin: int, end: int) -> None:
        tag, _ = self._tag(value)
        if tag in _BLOCKS:
            self._builder.close()
            self._inline.clear()  # an HTML tag that was never closed ends with its block
        if tag in _CONTAINERS:
            self._containers.pop()
        if self._inline and self._inline[-1][0] == tag:
            self._inline.pop()

    def _skip_block(self, tag: str, begin: int, end: int) -> None:
        """Leave out a code block; read the text that an HTML block holds."""
        while True:
            self._at += 1
            event, _ = self._events[self._at]
            if not isinstance(event, str) and "End" in event and self._tag(event["End"])[0] == tag:
                break
        self._builder.close()
        if tag == "HtmlBlock":
            extra = read_html_fragment(self._text, begin, end, self._builder)
            self._comments += extra.comments

    def _text_until(self, tag: str) -> str:
        """Return the text from here to the end of the element that starts here."""
        parts = []
        for event, _ in self._events[self._at + 1 :]:
            if isinstance(event, str):
                parts.append(" ")
            elif "End" in event and self._tag(event["End"])[0] == tag:
                break
            elif "Text" in event:
                parts.append(event["Text"])
        return "".join(parts)

    def _kinds(self) -> Kind:
        kinds = Kind(0)
        for _, kind in self._inline:
            kinds |= kind
        return kinds

    def _on_text(self, value: str, begin: int, end: int) -> None:
        if not self._builder.is_open:  # text straight in a tight list item after a nested list
            self._builder.open(self._containers[-1], begin)
        kinds = self._kinds()
        if self._inline and self._inline[-1] == ("Link", Kind.TITLE):  # <game:Meteos> shows the name alone
            begin += value.find(":") + 1
            value = value[value.find(":") + 1 :]
        if self._text[begin:end] != value and not self._overlaps_template(begin, end):
            self._builder.add(value, begin, end, kinds)
            return
        at = begin
        for span, shown, kind in self._special(begin, end):
            self._builder.add(self._text[at : span.start], at, span.start, kinds)
            if shown is not None:
                self._builder.add(self._text[shown.start : shown.end], shown.start, shown.end, kinds | kind)
            at = span.end
        self._builder.add(self._text[at:end], at, end, kinds)

    def _overlaps_template(self, begin: int, end: int) -> bool:
        return any(span.start < end and begin < span.end for span in self._templates)

    def _special(self, begin: int, end: int) -> list[tuple[Span, Span | None, Kind]]:
        """Return what stands out in a stretch of text: its span, what of it is shown, and as what."""
        found: list[tuple[Span, Span | None, Kind]] = [
            (cut, cut, Kind.CODE)
            for span in self._templates
            if span.start < end and begin < span.end
            for cut in [Span(max(begin, span.start), min(end, span.end))]
        ]
        for match in _HIDDEN.finditer(self._text, begin, end):
            span = Span(*match.span())
            if match["name"]:
                found.append((span, Span(*match.span("name")), Kind.TITLE))
            elif match.group() in (">!", "!<"):
                found.append((span, None, Kind(0)))
            else:
                found.append((span, span, Kind.URL))
        ordered: list[tuple[Span, Span | None, Kind]] = []
        for item in sorted(found, key=lambda item: item[0]):
            if not ordered or item[0].start >= ordered[-1][0].end:
                ordered.append(item)
        return ordered

    def _on_code(self, value: str, begin: int, end: int) -> None:
        raw = self._text[begin:end]
        ticks = len(raw) - len(raw.lstrip("`"))
        self._builder.add(raw[ticks : len(raw) - ticks], begin + ticks, end - ticks, self._kinds() | Kind.CODE)

    def _on_footnotereference(self, value: str, begin: int, end: int) -> None:
        self._builder.add(self._text[begin:end], begin, end, Kind.CODE)

    def _on_softbreak(self, value: Any, begin: int, end: int) -> None:
        self._builder.add(" ", begin, end, self._kinds())

    def _on_hardbreak(self, value: Any, begin: int, end: int) -> None:
        self._builder.add("\n", begin, end)

    def _on_inlinehtml(self, value: str, begin: int, end: int) -> None:
        if comment := COMMENT.match(value):
            self._comments.append(Comment(comment["text"], Span(begin, end)))
            return
        own = _OWN_LINK.fullmatch(value)
        if own:
            self._builder.add(own["name"], begin + own.start("name"), begin + own.end("name"), Kind.TITLE)
            return
        tag = TAG.match(value)
        if tag is None:
            return
        name = tag["name"].lower()
        if name in BREAKS:
            self._builder.add("\n", begin, end)
        elif tag["close"]:
            for place in range(len(self._inline) - 1, -1, -1):
                if self._inline[place][0] == name:
                    del self._inline[place]
                    break
        elif not tag["rest"].endswith("/"):
            kind = INSIDE.get(name, Kind(0))
            if name in EMPHASIS and not is_emphasised_title(self._text_to_tag(end, name)):
                kind = Kind(0)
            self._inline.append((name, kind))

    def _text_to_tag(self, start: int, name: str) -> str:
        end = self._text.find(f"</{name}", start, start + 300)
        return self._text[start:end] if end != -1 else ""
