"""A present tense with “since” and a point in time, where the perfect belongs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewlint.finding import Finding
from reviewlint.lexicon import Tag, inflect
from reviewlint.rules.context import Context
from reviewlint.rules.tokens import Tokens, tokens_of
from reviewlint.rules.wordclass import can_be, is_countable
from reviewlint.rules.wordsets import SHARED, words

_YEAR = re.compile(r"(?:1[5-9]|20)\d\d(?:s|'s)?")
_EVENT = words(
    "start beginning opening war launch release age turn birth childhood debut divorce wedding death accident fire "
    "premiere founding spring summer autumn winter fall year month week night fifties sixties seventies eighties "
    "nineties"
)
_ALONE = words("childhood birth yesterday independence christmas easter school breakfast lunch") | SHARED["month"]
# States that last: “is closed since May”.
_LASTING = words(
    "closed open married dead missing retired available active famous known gone pregnant ill sick widowed "
    "divorced sober vegetarian unemployed homeless"
)
_LASTING_VERBS = words("lives works exists teaches belongs runs serves sells resides waits airs live exist reside")
# “The best since 2003”, “his first album since May”: the perfect is not called for.
_COMPARED = words(
    "first second third fourth fifth only last best worst most least biggest greatest highest lowest longest more "
    "less better worse than ever to as so such not never one any when if"
)
_BREAKS = words("and but or which that who where because while what how though although after before")
_REACH = 9


def check(ctx: Context) -> Iterator[Finding]:
    """Yield each present tense, up to nine words before “since” and a point in time, that tells a lasting state."""
    tokens = tokens_of(ctx.text)
    for since in tokens.at(("since",)):
        if not tokens.near[since] or not _is_point(tokens, since + 1):
            continue
        found = _present(tokens, since)
        if found is not None:
            start, end, replace = found
            yield ctx.finding(tokens.starts[start], tokens.ends[end], replace=replace)


def _is_point(tokens: Tokens, i: int) -> bool:
    """Tell whether token i begins a point in time."""
    if not tokens.joined(i - 1, i):
        return False
    word = tokens.low(i)
    if _YEAR.fullmatch(word) or word in _ALONE or word in SHARED["weekday"]:
        return True
    if word in ("the", "its", "his", "her", "their", "last", "early", "late", "mid"):
        following = tokens.after(i)
        return following in _EVENT or _YEAR.fullmatch(following) is not None
    return False


def _present(tokens: Tokens, since: int) -> tuple[int, int, str] | None:
    """Return the first and last token of a present tense before token `since`, and what should stand there."""
    for i in range(since - 1, max(-1, since - _REACH - 1), -1):
        word = tokens.lower[i]
        if word in _COMPARED or word.endswith("est") or can_be(word, Tag.SUPERLATIVE | Tag.COMPARATIVE):
            return None
        if word in ("has", "have"):
            return _have(tokens, i, since)
        if word in ("is", "are", "am"):
            return _be(tokens, i)
        if word in _LASTING_VERBS and _is_verb(tokens, i):
            has = "has " if word.endswith("s") else "have "
            return i, i, has + inflect.participle(inflect.base_form(word))
        past = word not in _LASTING and can_be(word, Tag.PAST | Tag.MODAL)
        if word in _BREAKS or past or not tokens.near[i]:
            return None
    return None


def _is_verb(tokens: Tokens, i: int) -> bool:
    before = tokens.before(i)
    if before in SHARED["subject"] or before in ("who", "which") or (i > 0 and tokens.capital(i - 1)):
        return True
    return tokens.before(i, 2) in ("the", "a", "this", "her", "his", "their", "our", "my") and is_countable(before)


def _have(tokens: Tokens, i: int, since: int) -> tuple[int, int, str] | None:
    """Judge “has a star since 2009”: a noun phrase must follow, no participle."""
    following = tokens.low(i + 1)
    if following not in ("a", "an", "no", "its", "two", "three", "four", "five", "many"):
        return None
    if tokens.before(i) in SHARED["modal"] or any(tokens.lower[k] in _BREAKS for k in range(i + 1, since)):
        return None
    return i, i, f"{tokens.word(i)} had"


def _be(tokens: Tokens, i: int) -> tuple[int, int, str] | None:
    """Judge “is running since 2003” and “is closed since May”."""
    at = i + 2 if tokens.after(i) in SHARED["adverb"] else i + 1
    word = tokens.low(at)
    if not tokens.joined(i, at):
        return None
    going_on = word.endswith("ing") and can_be(word, Tag.ING) and word not in ("being", "going", "nothing", "something")
    if not going_on and word not in _LASTING:
        return None
    verb = tokens.lower[i]
    have = "has" if verb == "is" else "have"
    middle = f"{tokens.word(i + 1)} " if at == i + 2 else ""
    return i, at, f"{have} {middle}been {tokens.word(at)}"
