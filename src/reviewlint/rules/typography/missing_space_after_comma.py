"""Words that run into each other at a comma, semicolon or colon."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewlint.finding import Finding, Safety
from reviewlint.lexicon import is_word
from reviewlint.rules.context import Context
from reviewlint.rules.typography.gluing import STARTERS, in_title, is_address, is_common, put_space, run_at

_MARK = re.compile(r"(?<=[^\s,;:])(?P<mark>[,;:])(?P<after>[^\W\d_][\w'’-]*+)")
_BEFORE = re.compile(r"(?P<word>[^\W_][\w'’-]*|)(?P<close>[)\]”\"’]*)\Z")
_REACH = 40  # characters; longer words are none
_KEYS = re.compile(r"^\W*\w+(?:,\w+){2,}\W*$")  # W,A,S,D
_SHORT = 2  # letters of a key
_NOT_GLUED = frozenset(("tl;dr", "file:", "mailto:", "http:", "https:"))
_CONTRACTED = re.compile(r"(?:s|t|d|m|ll|re|ve)\Z")  # “that;s”: a slip for an apostrophe


def check(ctx: Context) -> Iterator[Finding]:
    """Yield each pair of words with a comma, semicolon or colon, and no space, between them."""
    text = ctx.text
    for match in _MARK.finditer(text):
        at = match.start()
        before = _BEFORE.search(text, max(0, at - _REACH), at)
        if before and _is_glued(text, before, match) and not in_title(ctx, before.start(), match.end()):
            # “A brain:body ratio” and “nor:con” are names of a kind.
            safety = Safety.UNSAFE if match["mark"] == ":" else None
            yield put_space(ctx, before.start(), at, match.start("after"), match.end(), safety)


def _is_glued(text: str, found: re.Match[str], match: re.Match[str]) -> bool:
    before, mark, after = found["word"], match["mark"], match["after"]
    low = after.lower().replace("’", "'")
    run = run_at(text, match.start("mark"))
    if (mark == ";" and _CONTRACTED.match(low)) or (before.isupper() and after.isupper() and len(after) > 1):
        return False
    if "&" in run or is_address(text, match.start("mark")) or run.strip('()"“”.,!?').lower() in _NOT_GLUED:
        return False
    if before.isdigit() and not found["close"]:
        return mark == "," and (low in STARTERS or is_common(low, 50))
    if mark == ",":
        return not _KEYS.match(run) or all(len(part) > _SHORT for part in re.findall(r"\w+", run)[:2])
    if run.count(mark) > 1 or len(before) < _SHORT or before[0].isdigit():
        return False
    if not after[0].islower():
        return mark == ";" and low in STARTERS
    return (low in STARTERS or is_common(low, 20)) and is_word(before.rpartition("-")[2])
