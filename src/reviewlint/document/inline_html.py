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
