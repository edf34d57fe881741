"""`claims/missing-noun`: an adjective that waits for its noun: "It is a very funny."."""

from __future__ import annotations

from collections.abc import Iterator

from reviewlint.finding import Finding
from reviewlint.lexicon import Tag, share, tags
from reviewlint.rules.claims.frames import frames_of, gaps
from reviewlint.rules.claims.words import any_of
from reviewlint.rules.context import Context

_ADVERBS = r"(?:(?:[a-z-]+ly|very|more|most|rather|quite|so|too|still|almost|often) ){0,2}"
_CONTAINER = any_of(
    "plate|plates|bowl|slice|slices|piece|pieces|cup|glass|bottle|pot|side|dish|portion|helping|handful|pile|mound|"
    "plateful|serving|platter|basket|bed|slab|hunk|chunk|pair|set|series|collection|bunch|group|string|trio|host|"
    "range|variety|selection|number|lot|lots|plenty|couple|album|book|gallery|parade|succession|pack|crowd|cast"
)
_STOP = r"(?:\s*(?:[;!]|\.(?:[^\w.]|$)))"
_THEN = any_of("the|it|he|she|they|this")
# The group `adjective` holds what may not be a noun, `first` an adjective before it.
_FRAMES = frames_of(
    rf"(?:^|[\s—–(])(?P<span>(?-i:an?) (?P<adverb>{_ADVERBS})(?P<first>[a-z-]+(?: and | but |, "
    rf"))?(?P<adjective>(?-i:[a-z]{{4,}})))(?:{_STOP}|\s(?:is|was|has|had|and {_THEN}|but {_THEN})\s)",
    rf"\b(?P<span>an? (?:better|worse|finer|greater|bigger|stronger|funnier|nicer|sadder|more [a-z]+)){_STOP}",
    r"\b(?P<span>(?:remake|version|adaptation|sequel|prequel|reboot|re-release|restoration|director|stars?|cast|rest) "
    rf"of the (?:19|20)\d\d) (?:is|was|has|had|are|were|which|who|and {_THEN})\b",
    rf"\b(?P<span>{_CONTAINER} of {_ADVERBS}(?P<adjective>(?-i:[a-z]{{4,}})))(?:{_STOP}|,\s(?:followed|with|which|"
    rf"then|served)\b)",
)
_DESCRIBING = Tag.ADJECTIVE | Tag.PARTICIPLE | Tag.PAST | Tag.COMPARATIVE | Tag.SUPERLATIVE
_OFTEN_NOUNS = ("ic", "al", "an", "ist", "ese", "ary", "ive", "ant", "ent", "ate")
_PLAINLY_ADJECTIVE = ("ful", "ous", "less", "able", "ible", "ish", "some")
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
    for gap in gaps(ctx.text, _FRAMES):
        words = {name: gap.match.group(index) or "" for name, index in gap.match.re.groupindex.items()}
        word, first = words.get("adjective", "").lower(), words.get("first", "").lower()
        if (word and _may_name(word)) or (first and _may_name(first.split()[0].rstrip(","))):
            continue
        # Alone after the article, only what is plainly an adjective: others are nouns now and then ("a regular").
        if "adverb" in words and not words["adverb"] and not first and not word.endswith(_PLAINLY_ADJECTIVE):
            continue
        yield ctx.finding(gap.start, gap.end)
