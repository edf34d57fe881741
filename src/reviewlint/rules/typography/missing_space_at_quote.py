"""Quotations that run into the word before or after them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewlint.finding import Finding
from reviewlint.lexicon import is_word
from reviewlint.rules.context import Context
from reviewlint.rules.typography.gluing import is_address
from reviewlint.rules.typography.quotation import quoted_blocks

_BEFORE = re.compile(r"[A-Za-z]{2,}[,;:.!?)]?\Z")
_AFTER = re.compile(r"[A-Za-z]+")
_ENDING = re.compile(r"(?:e?s|ish|esque|ed|ing|er|ers|y|like|type|style|ness|ism|ist|n|t|ll|re|ve|d|m)\Z")
_REACH = 40  # characters; longer words are none


def check(ctx: Context) -> Iterator[Finding]:
    """Yield each quotation with a word, and no space, next to it, where all marks of the block are in pairs."""
    text = ctx.text
    for block, quotes in quoted_blocks(ctx):
        if not quotes.is_sound:
            continue
        for opening, closing in quotes.pairs:
            before = _BEFORE.search(text, max(block.start, opening - _REACH), opening)
            if before and text[opening + 1].isalnum() and not is_address(text, opening):
                yield ctx.finding(before.start(), opening + 1, replace=f"{before.group()} {text[opening]}")
            after = _AFTER.match(text, closing + 1, block.end)
            if after and _is_word_of_its_own(after.group()) and not is_address(text, closing):
                yield ctx.finding(closing, after.end(), replace=f"{text[closing]} {after.group()}")


def _is_word_of_its_own(word: str) -> bool:
    return is_word(word) and not _ENDING.match(word.lower()) and (len(word) > 1 or word in "aI")
