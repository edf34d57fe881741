"""Words that run into each other at a mark: what they share, and what only looks like it."""

from __future__ import annotations

import re

from reviewlint.document import Kind
from reviewlint.document.view import HIDDEN
from reviewlint.finding import Finding, Safety
from reviewlint.lexicon import frequency
from reviewlint.rules.context import Context

# Words that open a sentence or a clause; no file and no site ends in one of them.
STARTERS = frozenset(
    "a after all although an and another are as at because before both but by did do does each even every few finally "
    "for from had has have he her here his how however i if in instead is it its it's i'm i've just like many maybe "
    "most much my neither no nobody nor not nothing now of on once one only or other our perhaps she since so some "
    "still such than that that's the their them then there there's these they they're this those though to too two "
    "under unfortunately until we we're well were what what's when where which while who whose why will with without "
    "would yes yet you you're your".split()
)
# Ends of addresses and file names, and of names such as Node.js.
ENDINGS = frozenset(
    "ai am app at avi be biz blog ca cc cd ch club co com css de dk dll doc docx edu en es eu exe fm fr game gg gif "
    "gov hk html hu ie ini info io ir is it jp jpeg jpg js json ly md me mkv mobi mov mp name net news nl no nu nz one "
    "online org page pdf php pl png pro ps py rar ru se shop site so space store tech today to tv txt uk us wav "
    "world xml xyz yaml zip".split()
)
ABBREVIATIONS = frozenset(
    "mr mrs ms dr st mt ft fr sr jr no nos vol vols ep eps prof gen col sgt lt capt rev hon vs feat dir pp ed eds op "
    "ph inc ltd corp bros dept est approx ca cf fig ver".split()
)
_ADDRESS = re.compile(r"://|[@\\=_{}<>|~]|^[/#(]*(?:[#/]|www\.)|\w/\w.*\.\w|\w\.\w+/\w")
_BLANK = re.compile(r"\s")


def run_at(text: str, at: int) -> str:
    """Return the run of characters without a blank that holds the offset `at`."""
    start = at
    while start and not text[start - 1].isspace():
        start -= 1
    end = _BLANK.search(text, at)
    return text[start : end.start() if end else len(text)]


def is_address(text: str, at: int) -> bool:
    """Tell whether the run of characters at an offset is an address, a handle, a path or code."""
    return _ADDRESS.search(run_at(text, at)) is not None


def in_title(ctx: Context, start: int, end: int) -> bool:
    """Tell whether a stretch lies within a title: who writes *The.Movie* so, means it."""
    view = ctx.document.prose
    return bool(view.kind_at(start) & view.kind_at(end - 1) & Kind.TITLE)


def is_readable(ctx: Context, start: int, end: int) -> bool:
    """Tell whether a rule reads all of a stretch, and no title or address holds it."""
    text = ctx.text
    return HIDDEN not in text[start:end] and not in_title(ctx, start, end) and not is_address(text, start)


def is_common(word: str, per_million: float) -> bool:
    """Tell whether a word occurs at least so often in a million words of reviews."""
    return frequency(word) >= per_million


def put_space(ctx: Context, start: int, mark: int, after: int, end: int, safety: Safety | None = None) -> Finding:
    """Return a finding on two glued words, from `start` to `end`, with a fix that puts a space before `after`.

    Where markup stands between the words, only what follows from the `mark` on is marked.
    """
    if not ctx.document.is_exact(start, end):
        start = mark
    text = ctx.document.prose.text
    return ctx.finding(start, end, replace=f"{text[start:after]} {text[after:end]}", safety=safety)
