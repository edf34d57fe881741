"""Sentences that begin with a small letter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewlint.document import Kind
from reviewlint.finding import Finding
from reviewlint.lexicon import frequency, tags
from reviewlint.lexicon.tag import Tag
from reviewlint.rules.context import Context
from reviewlint.rules.typography.gluing import ABBREVIATIONS, ENDINGS

_START = re.compile(r"(?<=[\w)”\"’])(?<!\.\w)(?P<stop>\.[”\"]?) +(?P<word>[a-z][a-z’']*+)(?![\w.@/):\u0300-\u036f])")
_BEFORE = re.compile(r"(?<![.\w])(?:[A-Za-z][\w’'-]*|\d{3,})[)”\"]?\Z")
_REACH = 30
_COMMON = 20.0  # per million words; a rarer word may be a name that is written small
_OFTEN = 3  # more of them in a draft, and it is how the author writes
_NOT_ENDED = ABBREVIATIONS | frozenset(
    "etc eg ie al am pm esp incl max min avg misc oz lb lbs tsp tbsp vol chap orig seq viz nr sec secs mins hrs hr yrs "
    "esq fun rd ave blvd st mi km phd msc bsc".split()
)


def check(ctx: Context) -> Iterator[Finding]:
    """Yield the first word of each sentence that begins small, where other sentences of the draft do not."""
    text = ctx.text
    found = [match for match in _START.finditer(text) if _begins(ctx, match)]
    if len(found) > _OFTEN:
        return
    for match in found:
        start, end = match.span("word")
        yield ctx.finding(start, end, replace=match["word"][0].upper() + match["word"][1:])


def _begins(ctx: Context, match: re.Match[str]) -> bool:
    text, word = ctx.text, match["word"]
    before = _BEFORE.search(text, max(0, match.start() - _REACH), match.start())
    if before is None or len(before.group().strip(')”"')) == 1 or word in ("i", "i'm", "i’m"):
        return False
    if before.group().strip(')”"').lower() in _NOT_ENDED | (ENDINGS - {"it", "is", "me", "at"}):
        return False
    block = ctx.block_of(match.start())
    if block is None or block.kind & (Kind.HEADING | Kind.TABLE | Kind.CODE):
        return False
    first = text[block.start : block.start + 1]
    if first.isalpha() and first.islower():  # a note in small letters
        return False
    return frequency(word) >= _COMMON and bool(tags(word)) and tags(word) & Tag.OTHER != tags(word)
