"""HTML tags within Markdown or text: which of them change what the text is."""

from __future__ import annotations

import re

from reviewlint.document.view import Kind

TAG = re.compile(r"<(?P<close>/?)(?P<name>[A-Za-z][\w-]*)(?P<rest>[^<>]*)>")
COMMENT = re.compile(r"<!--(?P<text>.*?)-->", re.DOTALL)
# What the text inside a tag is, beyond the kind of its block.
INSIDE = {
    "i": Kind.TITLE,
    "em": Kind.TITLE,
    "cite": Kind.TITLE,
    "q": Kind.QUOTE,
    "code": Kind.CODE,
    "kbd": Kind.CODE,
    "samp": Kind.CODE,
    "var": Kind.CODE,
    "pre": Kind.CODE,
    "script": Kind.CODE,
    "style": Kind.CODE,
    "svg": Kind.CODE,
    "math": Kind.CODE,
    "textarea": Kind.CODE,
    "figcaption": Kind.LABEL,
}
BREAKS = frozenset(("br", "hr"))
STRUCK = frozenset(("del", "s", "strike"))  # what the author took back, and shows as taken back
SHOWN = frozenset(("img", "input", "embed", "iframe", "svg", "video", "audio", "object", "canvas", "math"))
# Written out, they part a word where a line may break, or join two; a reader sees nothing.
UNSEEN = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
EMPHASIS = frozenset(("i", "em", "cite"))
VOID = frozenset(
    ("br", "hr", "img", "input", "meta", "link", "wbr", "source", "area", "base", "col", "embed", "track", "param")
)
LONGEST_EMPHASIS = 300  # characters; a longer passage is no title


class Inline:
    """The elements that stand open within a block, and what they make of its text together."""

    def __init__(self) -> None:
        self._open: dict[str, list[Kind]] = {}  # of each name, the innermost last
        self._counts: dict[Kind, int] = {}

    def open(self, name: str, kind: Kind) -> None:
        """Open an element."""
        self._open.setdefault(name, []).append(kind)
        self._counts[kind] = self._counts.get(kind, 0) + 1

    def close(self, name: str) -> None:
        """Close the innermost element of a name; an end without a start closes nothing."""
        if opened := self._open.get(name):
            self._counts[opened.pop()] -= 1

    def clear(self) -> None:
        """Close all elements."""
        self._open.clear()
        self._counts.clear()

    @property
    def kinds(self) -> Kind:
        """Return what the text is made by all elements that are open."""
        kinds = Kind(0)
        for kind, count in self._counts.items():
            if count:
                kinds |= kind
        return kinds
