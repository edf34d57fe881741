"""Quotation marks in pairs: which opens, which closes, and which has no partner or points the wrong way.

Where a mark stands says more than its shape: one after a blank and before a word opens, one after a word and before a
blank closes. Only where both or neither could be, what is open decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from reviewlint.document import Block, Document, Kind
from reviewlint.rules.context import Context

_MARKS = re.compile('["“”„]')
_CONTRACTION = re.compile(r"(?:t|s|ll|re|ve|d|m)\b", re.IGNORECASE)
_BEFORE_OPENING = frozenset("([{—–-/‘'’*_…\"“")
_AFTER_CLOSING = frozenset(",;:!?)]}")
_MARKUP = re.compile(r"=[\"“”]")  # what is left of a broken tag
_NOT_READ = Kind.CODE | Kind.TABLE


@dataclass(slots=True)
class Quotes:
    """The marks of a block: offsets of pairs, of marks without a partner, and of those that point the wrong way."""

    pairs: list[tuple[int, int]] = field(default_factory=list)
    unclosed: list[int] = field(default_factory=list)
    unopened: list[int] = field(default_factory=list)
    backward: list[int] = field(default_factory=list)

    @property
    def is_sound(self) -> bool:
        """Tell whether every mark has its partner."""
        return not self.unclosed and not self.unopened


def quoted_blocks(ctx: Context) -> Iterator[tuple[Block, Quotes]]:
    """Yield each block that holds a quotation mark, and its marks; offsets are those of the view."""
    if any(mark in ctx.text for mark in '"“”'):
        yield from _quoted_blocks(ctx.document, ctx.text)


@lru_cache(maxsize=2)
def _quoted_blocks(document: Document, text: str) -> list[tuple[Block, Quotes]]:
    found = [
        (block, quotes)
        for block in document.blocks
        if not block.kind & _NOT_READ and (quotes := pair_marks(text, block.start, block.end)) is not None
    ]
    _join_over_blocks(document, text, found)
    return found


def pair_marks(text: str, start: int, end: int) -> Quotes | None:
    """Return the marks of `text[start:end]`, or None if there are none."""
    found = Quotes()
    opened: int | None = None
    seen = False
    low = False  # a quotation after the manner of German or Polish is open: „…“, „…”
    for match in _MARKS.finditer(text, start, end):
        at = match.start()
        if match.group() == "„" or low:
            low = match.group() == "„"
            continue
        before = text[at - 1] if at > start else " "
        after = text[at + 1] if at + 1 < end else " "
        if match.group() != "“" and before.isdigit() and opened is None:
            continue  # inches
        if opened is None and before.isalpha() and _CONTRACTION.match(text, at + 1):
            continue  # a slip for an apostrophe
        seen = True
        if after == "." and text[at + 2 : at + 3] != ".":
            after = ","  # a stop, and no "...and so on"
        opens = _opens(match.group(), before, after, opened is not None, at, found)
        if not opens:
            if opened is None:
                found.unopened.append(at)
            else:
                found.pairs.append((opened, at))
            opened = None
        else:
            if opened is not None:
                found.unclosed.append(opened)
            opened = at
    if opened is not None:
        found.unclosed.append(opened)
    if len(found.unclosed) == len(found.unopened):  # a quotation within a quotation
        found.unclosed, found.unopened = [], []
    return found if seen and not _MARKUP.search(text, start, end) else None


def _opens(mark: str, before: str, after: str, is_open: bool, at: int, found: Quotes) -> bool:
    """Tell whether a mark opens a quotation; note it where its shape says otherwise."""
    could_open = (before.isspace() or before in _BEFORE_OPENING) and not after.isspace() and after not in _AFTER_CLOSING
    could_close = not before.isspace() and not after.isalnum()
    if could_open == could_close:
        return mark == "“" if mark != '"' else not is_open
    opens = could_open
    if mark != '"' and opens != (mark == "“"):
        if opens == is_open:  # it would break the pair: its shape is right, its place is odd
            return mark == "“"
        found.backward.append(at)
    return opens


def _join_over_blocks(document: Document, text: str, found: list[tuple[Block, Quotes]]) -> None:
    """Take out what is no fault: a quotation over several paragraphs, each opened by a mark or only the first."""
    for number, (block, quotes) in enumerate(found):
        if not quotes.unclosed or quotes.unclosed[-1] < (quotes.pairs[-1][1] if quotes.pairs else 0):
            continue
        following = document.blocks[document.blocks.index(block) + 1 :][:1]
        if following and text[following[0].start : following[0].start + 1] in ('"', "“"):
            quotes.unclosed.pop()
            continue
        for _, later in found[number + 1 : number + 5]:
            if later.unopened and (not later.pairs or later.unopened[0] < later.pairs[0][0]):
                quotes.unclosed.pop()
                later.unopened.pop(0)
                break
            if later.pairs or later.unclosed:
                break
