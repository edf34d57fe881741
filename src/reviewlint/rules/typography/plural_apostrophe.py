"""Plain plurals written with an apostrophe.

“The dog's in the garden” is short for “is”, “the dog's bed” says whose it is. A plural shows by what stands before it:
a number, another plural, or no article where one thing would need one; and nothing that could be owned follows it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewlint.finding import Finding
from reviewlint.lexicon import Tag, inflect, share, tag_sentence
from reviewlint.rules.context import Context
from reviewlint.rules.wordclass import is_countable
from reviewlint.rules.wordsets import SHARED

_POSSESSIVE = re.compile(r"(?<![\w'’-])(?P<noun>[a-z]{3,})['’]s(?![\w'’-])")
_TOKEN = re.compile(r"[\w'’-]+|[^\w\s]")
_REACH = 60  # characters to either side that are looked at
_SEVERAL = frozenset(
    "many several both few these those all most various numerous countless different two three four five "
    "six seven eight nine ten eleven twelve twenty thirty forty fifty hundreds thousands dozens".split()
)
_ARE = frozenset("are were have aren't weren't haven't".split())
_OWNERS = (
    frozenset(
        "people men women children mine someone everyone one other another else everybody anybody nobody who that what "
        "it year week month day night today tomorrow yesterday morning season summer winter century life mum mom dad "
        "grandma granny nan god heaven hell doctor dentist butcher baker author".split()
    )
    | SHARED["person"]
)
_WITHIN = Tag.ADJECTIVE | Tag.NOUN | Tag.COMPARATIVE | Tag.SUPERLATIVE
_NOTHING_OWNED = Tag.PREPOSITION | Tag.CONJUNCTION | Tag.WH | Tag.MODAL | Tag.TO | Tag.MARK
_MAY_BE_OWNED = (
    Tag.NOUN | Tag.PLURAL | Tag.ADJECTIVE | Tag.ING | Tag.PROPER | Tag.POSSESSIVE | Tag.SUPERLATIVE | Tag.NUMBER
)
_VERBS = Tag.VERB | Tag.VERB_S | Tag.PAST | Tag.ING
_HYPHENS = frozenset("-–—")


def check(ctx: Context) -> Iterator[Finding]:
    """Yield plural nouns with an apostrophe."""
    text = ctx.text
    for match in _POSSESSIVE.finditer(text):
        noun = match["noun"]
        if noun in _OWNERS or share(noun, Tag.NOUN) < 0.05 or not _is_plural(ctx, match):
            continue
        yield ctx.finding(*match.span(), replace=inflect.plural_of(noun))


def _is_plural(ctx: Context, match: re.Match[str]) -> bool:
    text, (start, end) = ctx.text, match.span()
    block = ctx.block_of(start)
    if block is None:
        return False
    before = _TOKEN.findall(
        text, max(block.start, text.rfind(" ", block.start, max(block.start, start - _REACH)) + 1), start
    )
    after = _TOKEN.findall(text, end, min(block.end, end + _REACH))[:4] or ["."]
    noun = inflect.plural_of(match["noun"])
    tags = tag_sentence([*before, noun, *after])
    place = len(before)
    follows, first = tags[place + 1], after[0].lower().replace("’", "'")
    if first in _ARE and before and before[-1].lower() not in ("that", "who", "which"):
        return not tags[place - 1] & Tag.PRONOUN and is_countable(match["noun"])
    if not tags[place] & Tag.PLURAL or after[0] in ('"', "“", "(", "￼") or (after[0] in _HYPHENS and len(after) < 2):
        return False
    if before and before[-1].lower() in _SEVERAL and not follows & _MAY_BE_OWNED:
        return True
    return bool(follows & _NOTHING_OWNED) and _follows_plural(before, tags, place, match["noun"])


def _follows_plural(before: list[str], tags: list[Tag], place: int, noun: str) -> bool:
    """Tell whether what stands before a noun asks for a plural: a number, an item of a list, or no article."""
    at = place - 1
    while at >= 0 and place - at <= 4 and _is_within(before[at], tags[at]):
        if before[at][0].isupper():
            return False
        at -= 1
    if at < 0:
        return False
    link, tag = before[at].lower(), tags[at]
    if link in _SEVERAL or (tag & Tag.NUMBER and link not in ("1", "one")):
        return not (link.isdigit() and len(link) == 4)
    if link in (",", "and", "or"):
        earlier = at - 1
        while earlier > 0 and before[earlier] in (",", "and"):
            earlier -= 1
        return earlier >= 0 and bool(tags[earlier] & Tag.PLURAL) and before[earlier].islower()
    if not is_countable(noun):
        return False
    if tag & Tag.PREPOSITION:
        return link in ("of", "with", "about", "like", "between", "through", "into", "from", "by", "for", "without")
    return (
        bool(tag & _VERBS)
        and share(before[at], Tag.VERB | Tag.VERB_S | Tag.PAST | Tag.ING) > 0.8
        and link not in ("is", "was")
    )


def _is_within(word: str, tag: Tag) -> bool:
    """Tell whether a word belongs to the noun after it: "kebab" to "kebab shops"."""
    return word.lower() not in _SEVERAL and bool(tag & _WITHIN or share(word, Tag.NOUN) > 0.6)
