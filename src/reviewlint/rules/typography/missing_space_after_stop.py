"""Sentences without a space between them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewlint.finding import Finding
from reviewlint.lexicon import is_word, share_capital
from reviewlint.rules.context import Context
from reviewlint.rules.typography.gluing import ABBREVIATIONS, ENDINGS, STARTERS, is_common, is_readable, put_space

_GLUED = re.compile(
    r"(?<![\w.'’@#/\\-])(?P<before>[A-Za-z]{2,}+(?:['’-][A-Za-z]++)*+|(?:19|20)\d\d)(?P<close>[)\]”\"]?)"
    r"(?P<stop>[.!?]+[)”]?)(?P<after>[A-Za-z]++(?:['’][A-Za-z]++)*+)(?!\.?[\w@/\\(=])"
)
_DOTS = re.compile(r"\.{2}")


def check(ctx: Context) -> Iterator[Finding]:
    """Yield each pair of words with the end of a sentence, and no space, between them."""
    text = ctx.text
    for match in _GLUED.finditer(text):
        start, end = match.span()
        before, stop, after = match["before"], match["stop"], match["after"]
        if not ctx.document.is_exact(match.start("stop"), match.start("after") + 1):
            continue  # markup stands between them, which may draw a line or a box
        if _DOTS.search(stop) or not _joins_sentences(before, stop[0], after) or not is_readable(ctx, start, end):
            continue
        yield put_space(ctx, start, match.start("stop"), match.start("after"), end)


def _joins_sentences(before: str, stop: str, after: str) -> bool:
    low = after.lower().replace("’", "'")
    if stop == "." and before.lower() in ABBREVIATIONS:
        return False
    if after[0].islower():
        return _goes_on_small(before, low)
    if low in STARTERS:
        return True
    if low in ENDINGS or before.isdigit():
        return False
    if before[0].islower():
        return is_word(before) and (not after.isupper() or len(before) > 2)
    # "Paint.Net", "Birth.Death": between two capitals only a common word begins a sentence for sure.
    return is_common(low, 20 if stop != "." else 200) and share_capital(low) < 0.1


def _goes_on_small(before: str, low: str) -> bool:
    """Tell whether a small word after a stop can only be the next sentence's, and no part of an address."""
    if not is_common(before, 5) or len(before) < 3 or not before.islower():
        return False
    return low in STARTERS - {"me", "no", "one"} or (low not in ENDINGS and is_common(low, 100) and len(low) > 2)
