"""Tags of site generators within a draft: Liquid, Nunjucks and Jinja, Hugo, Handlebars, kramdown, shortcodes.

No Markdown parser knows them. Some come in pairs, and what stands between a pair may be code, or a remark.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from reviewlint.document.stretches import Ahead, Stretch, in_order
from reviewlint.finding import Span

_LONGEST = 600  # code points of a tag: an unclosed brace must not swallow the draft
_LONGEST_REMARK = 20_000
_OPENING = re.compile(r"\{(?:%|\{(?P<remark>!--)?|#(?![\w-]+\}))")
_CLOSINGS = {"%": ("%}", _LONGEST), "{": ("}}", _LONGEST), "#": ("#}", _LONGEST_REMARK)}
_NAME = re.compile(
    r"\{(?:%[-~+]?\s*(?P<end>end)?_?|\{[<%]\s*(?P<comment>/\*)?\s*(?P<slash>/)?)\s*(?P<name>#|[A-Za-z][\w-]*)?"
)
# Tags that stand for nothing themselves.
_CONTROL = frozenset(
    "# if elsif elif else unless case when for assign set capture call macro block extends import from with increment "
    "decrement liquid break continue tablerow filter autoescape do".split()
)
# What readers never see, and what is no prose though they see it, by the name of the tag before it.
_REMARKS = frozenset(("comment", "hide", "todo"))
_CODE = frozenset(
    "highlight codeblock code raw verbatim rawhtml html pre javascript js style css stylesheet schema script math "
    "katex latex mathjax mermaid plantuml uml graphviz chart echarts diagram svg jsx geogebra".split()
)
_QUOTES_TEMPLATES = frozenset(("raw", "verbatim"))
# Attribute lists of kramdown and Pandoc: {width=192 height=108}, {: .left}, {.lead}; what kramdown calls extensions.
_ATTRIBUTES = re.compile(r"\{(?::(?!:)|[.#][\w-]|[\w-]+=)[^{}\n]{0,200}\}")
_EXTENSION = re.compile(r"\{::(?P<close>/?)(?P<name>\w*)[^{}\n]{0,200}?(?P<empty>/?)\}")
_HIDDEN_EXTENSIONS = frozenset(("comment", "nomarkdown"))
_HANDLEBARS_FRAMES = re.compile(r"\{\{\{?[~-]?\s*(?:[#/^>]|else\b|end\b)")
_WITH_CLASS = re.compile(r"(?<![\w!\]])(?P<open>\[)[^\[\]\n]{1,300}(?P<close>\])(?=\{(?:[.#:][\w-]|[\w-]+=))")
# [caption id="a" width="9"], [/caption], [gallery ids="1,2"]: shortcodes of WordPress.
_BRACKETED = re.compile(
    r"\[(?:/[a-z][\w-]{1,30}|[a-z][\w-]{1,30}(?: +[\w-]+=(?:\"[^\"\n]*\"|'[^'\n]*'|[^\s\]\"']+))+ */?)\](?!\()"
)


class _Tag(NamedTuple):
    """A tag of a template: its place, the name of what it opens or ends, and whether it ends it."""

    span: Span
    name: str
    ends: bool


def find_templates(text: str, start: int) -> list[Stretch]:
    """Return the tags from `start` on, and what stands between a pair of them where it is no prose, in order."""
    found: list[Stretch] = []
    if "{" in text:
        found += _tags_and_pairs(text, list(_tags(text, start)))
        found += _extensions(text, start)
        found += [Stretch(Span(*match.span()), False) for match in _ATTRIBUTES.finditer(text, start)]
    if "[" in text:
        spans = [match.span(mark) for match in _WITH_CLASS.finditer(text, start) for mark in ("open", "close")]
        found += [Stretch(Span(*span), False) for span in spans]
        found += [Stretch(Span(*match.span()), True) for match in _BRACKETED.finditer(text, start)]
    return in_order(found)


def _tags(text: str, start: int) -> Iterator[_Tag]:
    ahead = Ahead(text)
    at = start
    while match := _OPENING.search(text, at):
        begin, at = match.start(), match.end()
        closing, longest = ("--}}", _LONGEST_REMARK) if match["remark"] else _CLOSINGS[text[begin + 1]]
        end = ahead(closing, at)
        if end == -1 or end - begin > longest:
            continue
        at = end + len(closing)
        at += text.startswith("}", at) and closing == "}}"
        named = _NAME.match(text, begin, at)
        if named is None or named["comment"]:  # a value; a tag that is shown as it stands
            yield _Tag(Span(begin, at), "", False)
        else:
            yield _Tag(Span(begin, at), (named["name"] or "").lower(), bool(named["end"] or named["slash"]))


def _tags_and_pairs(text: str, tags: list[_Tag]) -> Iterator[Stretch]:
    """Yield each tag, or a pair of them with all between it where that is code or a remark."""
    ends: dict[str, list[int]] = {}
    for number, tag in enumerate(tags):
        if tag.ends:
            ends.setdefault(tag.name, []).append(number)
    after = 0
    for number, tag in enumerate(tags):
        if number < after:
            continue
        end = None if tag.ends else _end_of(ends, tag.name, number)
        if end is not None and tag.name in _REMARKS | _CODE:
            inside = text[tag.span.end : tags[end].span.start]
            if tag.name not in _QUOTES_TEMPLATES or "\n" not in inside or "{" in inside:
                remark = tag.name in _REMARKS
                yield Stretch(Span(tag.span.start, tags[end].span.end), not remark, inside if remark else None)
                after = end + 1
                continue
        yield _tag_alone(text, tag, frames=end is not None)


def _end_of(ends: dict[str, list[int]], name: str, number: int) -> int | None:
    """Return the number of the tag that ends the one of that name and number, or None."""
    for each in (name, "") if name else ():  # Zola ends whatever it is with {% end %}
        places = ends.get(each, [])
        index = bisect_right(places, number)
        if index < len(places):
            return places[index]
    return None


def _tag_alone(text: str, tag: _Tag, *, frames: bool) -> Stretch:
    inside = text[tag.span.start : tag.span.end]
    if inside.startswith("{#"):
        return Stretch(tag.span, False, inside[2:-2])
    if inside.startswith("{{!"):
        return Stretch(tag.span, False, inside.strip("{}!-"))
    nothing = frames or tag.ends or tag.name in _CONTROL | _REMARKS or _HANDLEBARS_FRAMES.match(inside)
    return Stretch(tag.span, not nothing)


def _extensions(text: str, start: int) -> Iterator[Stretch]:
    """Yield kramdown's extensions, {::comment} with what stands up to {:/comment}."""
    if "{:" not in text:
        return
    ahead = Ahead(text)
    for match in _EXTENSION.finditer(text, start):
        if not match["close"] and not match["empty"] and match["name"] in _HIDDEN_EXTENSIONS:
            end = ahead("{:/", match.end())
            close = ahead("}", end) if end != -1 else -1
            if close != -1:
                inside = text[match.end() : end] if match["name"] == "comment" else None
                yield Stretch(Span(match.start(), close + 1), False, inside)
                continue
        yield Stretch(Span(*match.span()), False)
