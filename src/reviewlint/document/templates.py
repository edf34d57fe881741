"""Liquid tags and Hugo shortcodes, which no Markdown parser knows."""

from __future__ import annotations

import re

from reviewlint.finding import Span

# Not across more than a few lines: an unclosed brace must not swallow the draft.
_TEMPLATE = re.compile(r"\{%(?:[^%]|%(?!\})){0,600}%\}|\{\{(?:[^}]|\}(?!\})){0,600}\}\}|\{#[^#\n]{0,300}#\}")
# Attribute lists of kramdown and Pandoc: {width=192 height=108}, {: .left}, {.lead}.
_ATTRIBUTES = re.compile(r"\{(?::|[.#][\w-]|[\w-]+=)[^{}\n]{0,200}\}")
FILLER = "x"


def find_templates(text: str, start: int) -> list[Span]:
    """Return the spans of template tags and attribute lists from `start` on, in order."""
    if "{" not in text:
        return []
    found = [Span(*match.span()) for match in _TEMPLATE.finditer(text, start)]
    found += [Span(*match.span()) for match in _ATTRIBUTES.finditer(text, start)]
    spans: list[Span] = []
    for span in sorted(found):
        if not spans or span.start >= spans[-1].end:
            spans.append(span)
    return spans


def blanked(text: str, spans: list[Span]) -> str:
    """Return a text of the same length with filler for each span; line ends stay."""
    parts = []
    at = 0
    for span in spans:
        parts.append(text[at : span.start])
        parts.append("".join(char if char in "\r\n" else FILLER for char in text[span.start : span.end]))
        at = span.end
    return "".join([*parts, text[at:]])
