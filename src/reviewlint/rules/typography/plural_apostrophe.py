"""Plain plurals written with an apostrophe."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewlint.finding import Finding
from reviewlint.lexicon import Tag, inflect, share, tag_sentence
from reviewlint.rules.context import Context

_NUMBERS = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|many|several|both|few"
_AFTER_NUMBER = re.compile(
    rf"\b(?:{_NUMBERS}) (?:[a-z]+ )?(?P<span>(?P<noun>[a-z]{{3,}})['’]s)(?= (?P<next>[a-z]+)|[.,;:!?])"
)
_BEFORE_ARE = re.compile(
    r"\b(?:the|all|these|those|most|other) (?:[a-z]+ )?(?P<span>(?P<noun>[a-z]{3,})['’]s) (?P<next>are|were|have)\b"
)
_IN_LIST = re.compile(
    r"[a-z]{2,}s, (?:[a-z]+ )?(?P<span>(?P<noun>[a-z]{3,})['’]s) (?P<next>at|of|on|in|with|from|and)\b"
)
_OWNERS = frozenset(
    "people men women children someone everyone one other everybody anybody nobody who that what".split()
)
_NOUNS = Tag.NOUN | Tag.PLURAL


def check(ctx: Context) -> Iterator[Finding]:
    """Yield plural nouns with an apostrophe: after a number, before “are”, or in a list of plurals."""
    text = ctx.text
    if "'s" not in text and "’s" not in text:
        return
    for pattern in (_AFTER_NUMBER, _BEFORE_ARE, _IN_LIST):
        for match in pattern.finditer(text):
            noun, following = match["noun"], match["next"]
            if noun in _OWNERS or (pattern is _AFTER_NUMBER and _owns(text, match)):
                continue
            kind = match.groupdict().get("kind")  # "bus" in "bus stop's"
            least = 0.2 if kind and share(kind, Tag.NOUN) > 0.6 else 0.8
            if share(noun, Tag.NOUN) < least or (pattern is _IN_LIST and not kind and following == "and"):
                continue
            start, end = match.span("span")
            yield ctx.finding(start, end, replace=inflect.plural_of(noun))


def _owns(text: str, match: re.Match[str]) -> bool:
    """Tell whether a noun that is owned follows: "three years' work" is another slip."""
    if match["next"] is None:
        return False
    words = text[match.start() : match.end("span")].split() + text[match.end("span") :].split()[:2]
    found = tag_sentence([word.strip(".,;:!?") or "," for word in words])
    return bool(found[-2] & (_NOUNS | Tag.ADJECTIVE | Tag.ING))
