"""What note-taking programs and wikis add to Markdown: remarks, fields, links, callouts, admonitions, footnotes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewlint.document.stretches import Ahead, Stretch, in_order
from reviewlint.finding import Span

_LONGEST_REMARK = 20_000
_WIKI_LINK = re.compile(
    r"(?P<embed>!?)\[\[(?P<to>[^\[\]\n|]{1,200})(?:\\?\|(?P<shown>[^\[\]\n]{0,200}))?\]\](?![(\[:])"
)
_CONTENTS = re.compile(r"\[(?:\[_?TOC_?\]|TOC)\](?![(\[:])|\$\{toc\}", re.IGNORECASE)
# “Rating:: 4/5” and “[mood:: grim]”: fields of Dataview.
_FIELD_LINE = re.compile(
    r"^[ \t>]*(?:[-*+][ \t]+)?(?P<key>[*_]*[^\W\d_][\w /-]{0,40}?[*_]*::)(?=[ \t]|$)", re.MULTILINE
)
_FIELD = re.compile(
    r"(?<!\w)(?:\[[^\W\d_][\w /-]{0,40}::[^\[\]\n]{0,200}\]|\([^\W\d_][\w /-]{0,40}::[^()\n]{0,200}\))(?!\()"
)
_BLOCK_NAME = re.compile(r"(?:(?<=\s)|^)\^[A-Za-z0-9-]{2,40}(?=[ \t]*\r?$)", re.MULTILINE)
CALLOUT = re.compile(r"(?<=>)[ \t]*\[!(?P<type>[^\W\d_][\w -]{0,30})(?:\|[^\]\n]{0,60})?\][+-]?", re.MULTILINE)
# :::note Title, ::: {.callout-tip}, !!! note "Title", ??? tip: frames around text.
_FENCE = re.compile(r"^[ \t>]*(?P<fence>:{3,}(?!:)[^\n\r]*|(?:!!!|\?\?\?\+?)[ \t]+[a-z][^\n\r]*)", re.MULTILINE)
_ABBREVIATION = re.compile(r"^\*\[[^\]\n]{1,60}\]:[^\n\r]*", re.MULTILINE)
_CITATION = re.compile(r"\[[^\[\]\n@]{0,40}-?@[\w:.#$%&+?<>~/-]+[^\[\]\n]{0,120}\](?!\()")
_INLINE_NOTE = re.compile(r"(?<!\\)\^\[[^\[\]\n]{1,600}(?:\[[^\[\]\n]{0,200}\][^\[\]\n]{0,400}){0,3}\]")
_EMOJI = re.compile(r"(?<![\w:]):[a-z][a-z0-9_+-]{1,30}:(?![\w:])|(?<![\w:]):[+-]1:(?![\w:])")
_HIGHLIGHT = re.compile(r"(?<![=\w!<>])(?P<open>==)(?=\S)[^=\n]{1,400}(?<=\S)(?P<close>==)(?![=\w])")
_ROLE = re.compile(r"(?<!\w)\{[a-z][\w:-]{1,30}\}(?=`)")


def find_notes(text: str, start: int) -> list[Stretch]:
    """Return what is no prose of these, from `start` on, in order. `text` has its code blanked."""
    found: list[Stretch] = []
    if "%%" in text:
        found += _remarks(text, start)
    if "[" in text:
        found += _wiki_links(text, start)
        found += _whole(_CONTENTS, text, start, shown=True) + _whole(_CITATION, text, start, shown=True)
        found += _whole(CALLOUT, text, start, shown=False) + _whole(_ABBREVIATION, text, start, shown=False)
    if "^" in text:
        found += _whole(_BLOCK_NAME, text, start, shown=False) + _whole(_INLINE_NOTE, text, start, shown=True)
    if "::" in text:
        found += _groups(_FIELD_LINE, text, start, "key") + _whole(_FIELD, text, start, shown=True)
    if ":" in text:
        found += _whole(_EMOJI, text, start, shown=True)
    if "==" in text:
        found += _groups(_HIGHLIGHT, text, start, "open", "close")
    if "`" in text:
        found += _whole(_ROLE, text, start, shown=False)
    found += _groups(_FENCE, text, start, "fence")
    return in_order(found)


def _whole(pattern: re.Pattern[str], text: str, start: int, *, shown: bool) -> list[Stretch]:
    return [Stretch(Span(*match.span()), shown) for match in pattern.finditer(text, start)]


def _groups(pattern: re.Pattern[str], text: str, start: int, *names: str) -> list[Stretch]:
    """Return the groups of a pattern, which readers do not see."""
    return [Stretch(Span(*match.span(name)), False) for match in pattern.finditer(text, start) for name in names]


def _remarks(text: str, start: int) -> Iterator[Stretch]:
    """Yield what stands between %% and %%."""
    ahead = Ahead(text)
    at = start
    while (begin := ahead("%%", at)) != -1:
        end = ahead("%%", begin + 2)
        if end == -1:
            return
        at = end + 2
        if end - begin <= _LONGEST_REMARK:
            yield Stretch(Span(begin, at), False, text[begin + 2 : end])


def _wiki_links(text: str, start: int) -> Iterator[Stretch]:
    """Yield the embeds, and of the links what is not their text."""
    for match in _WIKI_LINK.finditer(text, start):
        if match["embed"]:
            yield Stretch(Span(*match.span()), True)
        else:
            words = match.span("shown") if match["shown"] else match.span("to")
            yield Stretch(Span(match.start(), words[0]), False)
            yield Stretch(Span(words[1], match.end()), False)
