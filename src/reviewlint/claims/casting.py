"""Who plays whom, read from any wording: each name near a character that the facts know, weighed by the scorer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewlint.claims.claim import CastClaim
from reviewlint.claims.construction import cast_features, tokens_of
from reviewlint.claims.mentions import Mention, mentions_in
from reviewlint.claims.scope import names_another_work, says_otherwise, tells_otherwise
from reviewlint.claims.scorer import probability
from reviewlint.document import Document
from reviewlint.facts.compare.folding import fold
from reviewlint.facts.compare.names import compare_named
from reviewlint.facts.compare.works import work_titled
from reviewlint.facts.known import Facts
from reviewlint.facts.model import Fact
from reviewlint.facts.relations import Relation

_FARTHEST = 24  # tokens between a name and a character
LIKELY = 0.5
_PRONOUN = 0.8  # how sure a pronoun is
_PLAYS_THEM = re.compile(r" (?:plays|played|portrays|portrayed|voices|voiced) (?:him|her)\b")


def read_casting(document: Document, text: str, facts: Facts) -> Iterator[CastClaim]:
    """Yield for each mention of a known character the name that most likely plays it, with its probability."""
    cast = [fact for fact in facts.main.get(Relation.ACTOR) if fact.named and fact.named.characters]
    if document.word_starts.keys() & {"him", "her"}:
        yield from _by_pronoun(document, text, cast, facts)
    words = {word for fact in cast for word in _words(fact)} & document.word_starts.keys()
    for sentence in document.sentences_with(words):
        mentions = list(mentions_in(text, sentence))
        roles = {at: fact for at, one in enumerate(mentions) if (fact := _played(one, cast)) is not None}
        players = [at for at, one in enumerate(mentions) if at not in roles and _may_play(one, cast, facts)]
        if not roles or not players or tells_otherwise(document, text, sentence):
            continue
        if names_another_work(document, sentence, facts, sentence.end):
            continue
        tokens = tokens_of(text, sentence.start, sentence.end, mentions)
        places = {token.mention: place for place, token in enumerate(tokens) if token.mention >= 0}
        for role in roles:
            near = [at for at in players if abs(places[at] - places[role]) <= _FARTHEST]
            scored = [(probability(cast_features(tokens, places[at], places[role])), at) for at in near]
            likely, at = max(scored, default=(0.0, -1))
            if likely >= LIKELY:
                actor = mentions[at]
                yield CastClaim(mentions[role].name, actor.name, actor.start, actor.end, likely)


def _by_pronoun(document: Document, text: str, cast: list[Fact], facts: Facts) -> Iterator[CastClaim]:
    """Yield who is said to play “him” or “her”: the first known character of the sentence before."""
    for at in range(1, len(document.sentences)):
        sentence, before = document.sentences[at], document.sentences[at - 1]
        verb = _PLAYS_THEM.search(text, sentence.start, sentence.end) if before.block == sentence.block else None
        if verb is None or says_otherwise(text, sentence):
            continue
        actor = next((one for one in mentions_in(text, sentence) if one.end == verb.start()), None)
        role = next((one for one in mentions_in(text, before) if _played(one, cast) is not None), None)
        if actor is not None and role is not None and _may_play(actor, cast, facts):
            yield CastClaim(role.name, actor.name, actor.start, actor.end, _PRONOUN)


def _words(fact: Fact) -> set[str]:
    characters = fact.named.characters if fact.named else ()
    return {word.lower() for one in characters for name in one.names for word in name.split() if word[0].isupper()}


def _played(mention: Mention, cast: list[Fact]) -> Fact | None:
    """Return the actor of the character that a name is, or None: “George Lucas” is no Colonel Lucas."""
    words = set(fold(mention.name).split())
    for fact in cast:
        characters = fact.named.characters if fact.named else ()
        if any(words <= set(fold(name).split()) for character in characters for name in character.names):
            return fact
    return None


def _may_play(mention: Mention, cast: list[Fact], facts: Facts) -> bool:
    """Tell whether a name can be an actor's: a full one, or the surname of one in the cast."""
    if work_titled(mention.name, facts) is not None:
        return False
    known = any(fact.named and compare_named(mention.name, fact.named).agrees for fact in cast)
    return known or " " in mention.name
