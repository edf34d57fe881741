"""`claims/missing-noun`: an adjective that waits for its noun: "It is a very funny."."""

from __future__ import annotations

from collections.abc import Iterator

import re2

from reviewlint.finding import Finding
from reviewlint.lexicon import Tag, share, tags
from reviewlint.rules.claims.words import any_of
from reviewlint.rules.context import Context

_ADVERBS = r"(?:(?:[a-z-]+ly|very|more|most|rather|quite|so|too|still|almost|often) ){0,2}"
_CONTAINER = any_of(
    "plate|plates|bowl|slice|slices|piece|pieces|cup|glass|bottle|pot|side|dish|portion|helping|handful|pile|mound|"
    "plateful|serving|platter|basket|bed|slab|hunk|chunk|pair|set|series|collection|bunch|group|string|trio|host|"
    "range|variety|selection|number|lot|lots|plenty|couple|album|book|gallery|parade|succession|pack|crowd|cast"
)
_STOP = r"(?:\s*(?:[;!]|\.(?:[^\w.]|$)))"
_FRAMES = (
    re2.compile(
        rf"(?:^|[\s—–(])(?P<span>(?:an?|another|every) {_ADVERBS}(?P<first>[a-z-]+(?: and | but |, "
        rf"))?(?P<adjective>[a-z][a-z-]{{3,}}))"
        rf"(?:{_STOP}|\s(?:is|was|has|had|and (?:the|it|he|she|they|this)|but (?:the|it|he|she|they|this))\s)"
    ),
    re2.compile(
        rf"\b(?P<span>an? (?P<better>better|worse|finer|greater|bigger|stronger|funnier|nicer|sadder|more "
        rf"[a-z]+)){_STOP}"
    ),
    re2.compile(
        r"\b(?P<span>(?:remake|version|adaptation|sequel|prequel|reboot|re-release|restoration|director|"
        r"stars?|cast|rest) of the "
        r"(?:19|20)\d\d) (?:is|was|has|had|are|were|which|who|and (?:the|a|it|is|was))\b"
    ),
    re2.compile(
        rf"\b(?P<span>{_CONTAINER} of {_ADVERBS}(?P<adjective>[a-z][a-z-]{{3,}}))(?:{_STOP}|,\s(?:followed|and|"
        rf"but|with|which|then|served)\b)"
    ),
)
_DESCRIBING = Tag.ADJECTIVE | Tag.PARTICIPLE | Tag.PAST | Tag.COMPARATIVE | Tag.SUPERLATIVE
_OFTEN_NOUNS = ("ic", "al", "an", "ist", "ese", "ary", "ive", "ant", "ent", "ate")
_NAMING = Tag.NOUN | Tag.PLURAL | Tag.PROPER
# They stand alone after an article, whatever the lexicon has seen.
_ALONE = frozenset(
    "given little former latter same other another positive natural romantic fake crazy worst best kind".split()
)


def _may_name(word: str) -> bool:
    """Tell whether a word can be a noun, as adjectives in -ic and the like can though no lexicon says so."""
    return word in _ALONE or bool(tags(word) & _NAMING) or share(word, _DESCRIBING) < 0.9 or word.endswith(_OFTEN_NOUNS)


def check(ctx: Context) -> Iterator[Finding]:
    """Yield a finding for each adjective after an article, or after "a plate of", that no noun follows."""
    text = ctx.text
    for frame in _FRAMES:
        groups = frame.groupindex
        for match in frame.finditer(text):
            word = match.group(groups["adjective"]) if "adjective" in groups else ""
            first = match.group(groups["first"]) if "first" in groups else None
            if (word and _may_name(word)) or (first and _may_name(first.split()[0].rstrip(","))):
                continue
            yield ctx.finding(*match.span(groups["span"]))
