"""Brackets that run into the word before or after them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewlint.finding import Finding
from reviewlint.lexicon import is_word
from reviewlint.rules.context import Context
from reviewlint.rules.typography.gluing import in_title, is_address, is_common, put_space

_OPENING = re.compile(r"(?<=[A-Za-z]{2})\((?P<inside>[A-Za-z][^()\n]*|(?:19|20)\d\d)\)(?P<after>\w?)")
_BEFORE = re.compile(r"(?<![\w.'’-])[A-Za-z]+(?:['’-][A-Za-z]+)*\Z")
_REACH = 40  # characters; longer words are none
_CLOSING = re.compile(
    r"(?P<start>(?<=\s)|(?<=^))?\((?P<inside>[^()\n]+)\)(?P<after>[A-Za-z]{2,}+|[aI](?=\s))(?![\w(])", re.MULTILINE
)
_ENDING = re.compile(r"(?:e?s|ies|ed|ing|ly|er|ers|d|r|n|y|al|ish|ic|ful|less|able|man|men|wo|fe)\Z")
_WORD = re.compile(r"[A-Za-z'’-]+\Z")
# Words of four letters and more that stand in brackets before a word to change it: "(anti)hero".
_PREFIXES = frozenset(
    "anti over super semi mini mega post inter under self multi hyper ultra pseudo quasi meta some home half trans "
    "extra non-".split()
)
_INITIALS = re.compile(r"[A-Z]{2,}\d*\Z")


def check(ctx: Context) -> Iterator[Finding]:
    """Yield each word with a bracket, and no space, next to it. "Actor(s)" and "(un)happy" are sound."""
    text = ctx.text
    if "(" not in text:
        return
    for match in _OPENING.finditer(text):
        at = match.start()
        before = _BEFORE.search(text, max(0, at - _REACH), at)
        if before and _opens_glued(before.group(), match) and not _is_excused(ctx, before.start(), at + 1):
            yield put_space(ctx, before.start(), at, at, at + 1 + _first_word(match["inside"]))
    for match in _CLOSING.finditer(text):
        if _closes_glued(match) and not _is_excused(ctx, match.end("inside"), match.end()):
            at = match.start("after")
            begin = match.end("inside") - len(_last_word(match["inside"]))
            yield put_space(ctx, begin, at - 1, at, match.end())


def _is_excused(ctx: Context, start: int, end: int) -> bool:
    return in_title(ctx, start, end) or is_address(ctx.text, start)


def _first_word(inside: str) -> int:
    """Return the length of the first word in a bracket."""
    found = re.match(r"[\w'’-]+", inside)
    return found.end() if found else 0


def _last_word(inside: str) -> str:
    found = _WORD.search(inside)
    return found.group() if found else inside[-1:]


def _opens_glued(before: str, match: re.Match[str]) -> bool:
    inside = match["inside"]
    if match["after"]:
        return False
    first = inside[: _first_word(inside)]
    if len(first) < 4 and is_word(before + first):
        return False  # “no(t as much)”
    if " " in inside:
        return not _INITIALS.match(before) or inside[0].islower()
    if inside.isdigit():
        return is_word(before)  # "The film(2019)"
    if len(inside) < 4 or _ENDING.match(inside.lower()) or is_word(before + inside):
        return False
    # One word in brackets: a name or a word of its own, but no argument of a function.
    return (inside[0].isupper() and inside[1:].islower()) or (is_common(inside, 5) and is_common(before, 5))


def _closes_glued(match: re.Match[str]) -> bool:
    inside, after = match["inside"], match["after"]
    if not is_word(after) or _ENDING.match(after):
        return False
    if re.search(r"[\s,;]", inside.strip()):
        return True
    word = inside.strip("\"“”‘’'.,!?")
    if match["start"] is None or len(word) < 4 or word.lower() in _PREFIXES or is_word(word + after):
        return False
    return (word[0].isupper() or is_common(word, 2)) and is_common(after, 50)
