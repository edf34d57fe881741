"""MDX: what of it is JavaScript. Imports and exports, expressions in braces, remarks in them, and the tags of JSX."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewlint.document.stretches import Ahead, Stretch, has_its_lines, in_order
from reviewlint.finding import Span

_MODULE = re.compile(r"^(?:import|export)[ \t{*'\"]", re.MULTILINE)
_EMPTY_LINE = re.compile(r"\n[ \t]*\r?(?=\n|\Z)")
_STRING = re.compile(r"\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`")
_TOKEN = re.compile(r"[{}\"'`]|/\*|\\[{}]")
_REMARK = re.compile(r"\{\s*/\*(?P<text>.*?)\*/\s*\}", re.DOTALL)
# A tag on lines of its own: what stands between it and its end is Markdown again.
_TAG = re.compile(r"^[ \t>]*(?P<tag></?(?:[A-Za-z][\w.:-]*(?:\s[^<>]*)?)?/?>)(?=[ \t]*\r?$)", re.MULTILINE)


def find_javascript(text: str, start: int) -> list[Stretch]:
    """Return what of an MDX draft is JavaScript, from `start` on, in order. `text` has its code blanked."""
    partner = _braces(text, start)
    modules = list(_modules(text, start, partner))
    found = [Stretch(span, False) for span in modules]
    at = start
    while at < len(text) and (begin := text.find("{", at)) != -1:
        end = partner.get(begin)
        at = begin + 1 if end is None else end
        if end is not None:
            found.append(_expression(text, Span(begin, end)))
    return in_order(found)


def find_tags(text: str, start: int) -> list[Stretch]:
    """Return the tags on lines of their own, from `start` on; expressions in `text` are blanked."""
    return [Stretch(Span(*match.span("tag")), False) for match in _TAG.finditer(text, start)]


def _expression(text: str, span: Span) -> Stretch:
    remark = _REMARK.fullmatch(text, span.start, span.end)
    if remark:
        return Stretch(span, False, remark["text"])
    return Stretch(span, not has_its_lines(text, span) and text[span.start + 1 : span.end - 1].strip() != "")


def _modules(text: str, start: int, partner: dict[int, int]) -> Iterator[Span]:
    """Yield each import and export: it begins a paragraph, and goes on to an empty line outside all braces."""
    at = start
    for match in _MODULE.finditer(text, start):
        begin = match.start()
        if begin < at or not (begin in (start, at) or _EMPTY_LINE.match(text, max(0, _line_before(text, begin)))):
            continue
        end = _EMPTY_LINE.search(text, begin)
        brace = text.find("{", begin)
        while end is not None and brace != -1 and brace < end.start():
            if partner.get(brace, 0) > end.start():
                end = _EMPTY_LINE.search(text, partner[brace])
            brace = text.find("{", partner.get(brace, brace + 1))
        at = end.end() if end is not None else len(text)
        yield Span(begin, at)
        at += 1


def _line_before(text: str, begin: int) -> int:
    """Return the offset of the line end before the line that ends at `begin`."""
    return text.rfind("\n", 0, max(0, begin - 1))


def _braces(text: str, start: int) -> dict[int, int]:
    """Return the end of each pair of braces, by where it begins; strings and remarks within braces hold none."""
    ahead = Ahead(text)
    partner: dict[int, int] = {}
    stack: list[int] = []
    at = start
    while match := _TOKEN.search(text, at):
        token, at = match.group(), match.end()
        if token == "{":
            stack.append(match.start())
        elif token == "}":
            if stack:
                partner[stack.pop()] = at
        elif token == "/*":
            end = ahead("*/", at)
            at = end + 2 if stack and end != -1 else at
        elif stack and token in "\"'`" and (string := _STRING.match(text, match.start())):
            at = string.end()
    return partner
