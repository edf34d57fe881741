"""Code in Markdown, fenced or between backticks, found before any parser runs: what looks like markup in it is none."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from reviewlint.document.stretches import Ahead, Stretch, blanked, in_order
from reviewlint.finding import Span

_FENCE = re.compile(r"^[ \t>]*(?:(?:[-*+]|\d{1,3}[.)])[ \t]+)?(?P<fence>`{3,}|~{3,})(?P<rest>[^\r\n]*)", re.MULTILINE)
_TICKS = re.compile(r"(?<!\\)`+")
_EMPTY_LINE = re.compile(r"\n[ \t>]*\r?(?=\n)")


def without_code(text: str, start: int) -> str:
    """Return a text of the same length with filler for code and HTML comments from offset `start` on."""
    if "`" in text or "~~~" in text:
        text = blanked(text, _fenced(text, start))
        text = blanked(text, _ticked(text, start))
    return blanked(text, _comments(text, start)) if "<!--" in text else text


def _fenced(text: str, start: int) -> list[Stretch]:
    """Return the fenced blocks, their fences included; one that is never closed goes to the end."""
    found = []
    opening: re.Match[str] | None = None
    for match in _FENCE.finditer(text, start):
        if opening is None:
            if match["fence"][0] == "~" or "`" not in match["rest"]:
                opening = match
        elif match["fence"].startswith(opening["fence"]) and not match["rest"].strip():
            found.append(Stretch(Span(opening.start("fence"), match.end()), True))
            opening = None
    if opening is not None:
        found.append(Stretch(Span(opening.start("fence"), len(text)), True))
    return found


def _ticked(text: str, start: int) -> list[Stretch]:
    """Return the stretches between backticks within a paragraph: they end at as many ticks as they began with."""
    runs = [match.span() for match in _TICKS.finditer(text, start)]
    by_length: dict[int, list[int]] = {}
    for first, last in runs:
        by_length.setdefault(last - first, []).append(first)
    breaks = [match.start() for match in _EMPTY_LINE.finditer(text, start)]
    found = []
    at = start
    for first, last in runs:
        if first < at:
            continue
        same = by_length[last - first]
        later = bisect_right(same, first)
        paragraph = bisect_left(breaks, first)
        stop = breaks[paragraph] if paragraph < len(breaks) else len(text)
        if later < len(same) and same[later] < stop:
            at = same[later] + last - first
            found.append(Stretch(Span(first, at), True))
    return found


def _comments(text: str, start: int) -> list[Stretch]:
    ahead = Ahead(text)
    found = []
    at = start
    while (begin := ahead("<!--", at)) != -1:
        end = ahead("-->", begin + 4)
        if end == -1:
            break
        at = end + 3
        found.append(Stretch(Span(begin, at), True))
    return in_order(found)
