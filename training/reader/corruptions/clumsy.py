"""Corruptions that read like a literal translation: small words in wrong places, idioms taken apart."""

from __future__ import annotations

import random

from reader.corruptions.words import PREPOSITIONS, replaced
from reader.corruptions.world import ADJECTIVES, NOUNS, VERBS, World, cased_like, inflected, is_target, lemma_of
from reader.tokens import Fault, Token
from reviewlint.lexicon import Tag

_NO_TAG = Tag(0)
_OBJECT_OF = {"his": "him", "her": "her", "its": "it", "their": "them", "my": "me", "your": "you", "our": "us"}
_REFLEXIVES = ("itself", "himself", "herself", "themselves", "oneself")
_STACKED = ("each", "every", "own", "such", "this", "that", "any", "both", "all", "same", "one")
_REDUNDANT = ("back", "again", "else", "together", "other", "also", "up", "off", "away", "in total", "at all", "more")
_IRREGULAR = {
    "feet": "foots", "teeth": "tooths", "children": "childs", "men": "mans", "women": "womans", "people": "persons",
    "person": "persona", "advice": "advices", "information": "informations", "music": "musics", "money": "moneys",
    "furniture": "furnitures", "dialogue": "dialogues", "work": "works", "mice": "mouses", "wives": "wifes",
    "lives": "lifes", "better": "more good", "worse": "more bad", "best": "most good", "worst": "most bad",
    "bigger": "more big", "easier": "more easy", "happier": "more happy", "darker": "more dark", "man": "male",
    "woman": "female", "boy": "juvenile", "girl": "female child", "never": "not ever", "nobody": "not any person",
    "nothing": "not anything", "everyone": "the every person", "together": "with each the other",
}  # fmt: skip


def _new(word: str, tag: Tag = _NO_TAG) -> Token:
    return Token(word, " ", tag, Fault.SPOILED)


def _spoil(token: Token) -> Token:
    return token.marked(Fault.SPOILED)


def _noun_after(tokens: list[Token], at: int) -> int | None:
    """Return the place of the noun that ends the phrase begun before `at`, adjectives passed over."""
    for place in range(at, min(at + 3, len(tokens))):
        if tokens[place].tag & NOUNS and not (place + 1 < len(tokens) and tokens[place + 1].tag & NOUNS):
            return place
        if not tokens[place].tag & (ADJECTIVES | NOUNS):
            return None
    return None


def of_pronoun(tokens: list[Token], at: int, world: World, rng: random.Random) -> list[Token] | None:
    """Turn "his old coat" into "the old coat of him"."""
    other = _OBJECT_OF.get(tokens[at].text.lower())
    noun = _noun_after(tokens, at + 1)
    if other is None or noun is None:
        return None
    article = Token(cased_like("the", tokens[at].text), tokens[at].before, Tag.DETERMINER, Fault.SPOILED)
    inside = [_spoil(token) for token in tokens[at + 1 : noun + 1]]
    return [*tokens[:at], article, *inside, _new("of"), _new(other), *tokens[noun + 1 :]]


def stacked_determiner(tokens: list[Token], at: int, world: World, rng: random.Random) -> list[Token] | None:
    """Set an article beside a determiner that takes none: "the every week", "an own garden"."""
    token = tokens[at]
    low = token.text.lower()
    if low in _STACKED and token.text.islower() and at + 1 < len(tokens) and tokens[at + 1].is_word:
        article = Token(rng.choice(("the", "a")), token.before, Tag.DETERMINER, Fault.SPOILED)
        out = [article, _spoil(Token(token.text, " ", token.tag))]
    elif low in ("the", "a", "an", "his", "her", "their") and token.text.islower() and _noun_after(tokens, at + 1):
        out = [_spoil(token), _new(rng.choice(("every", "each", "own", "one", "own", "same")))]
    else:
        return None
    if world.is_attested([t.text for t in out], 3):
        return None
    return [*tokens[:at], *out, *tokens[at + 1 :]]


def adjective_as_noun(tokens: list[Token], at: int, world: World, rng: random.Random) -> list[Token] | None:
    """Put the bare adjective where its noun stood: "lost in the quiet", "the brave of her"."""
    token = tokens[at]
    if not token.tag & NOUNS or not token.text.islower() or at + 1 >= len(tokens):
        return None
    made = world.wordnet.derived(lemma_of(token), "n", "a")
    pool = world.pools.get(Tag.ADJECTIVE)
    if tokens[at + 1].tag & (NOUNS | ADJECTIVES) or not (made or pool):
        return None
    word = rng.choice(made) if made and rng.random() < 0.8 else (pool.draw(rng) if pool else made[0])
    out = [Token(word, token.before, Tag.ADJECTIVE, Fault.SPOILED)]
    if at and tokens[at - 1].tag & ADJECTIVES:
        return [*tokens[: at - 1], _spoil(tokens[at - 1]), *out, *tokens[at + 1 :]]
    return [*tokens[:at], *out, *tokens[at + 1 :]]


def stray_preposition(tokens: list[Token], at: int, world: World, rng: random.Random) -> list[Token] | None:
    """Give a verb a preposition before its object ("enters into the room"), or take the true one's place."""
    token = tokens[at]
    if not token.tag & VERBS or not is_target(token) or at + 1 >= len(tokens):
        return None
    after = tokens[at + 1]
    word = rng.choice(PREPOSITIONS[:18])
    verb = (replaced(token, world, rng) if rng.random() < 0.3 else None) or token
    if world.is_attested([verb.text, word], 2):
        return None
    if after.text.lower() in PREPOSITIONS and after.text.lower() != word:
        return [*tokens[:at], _spoil(verb), _new(word, Tag.PREPOSITION), *tokens[at + 2 :]]
    if after.tag & (Tag.DETERMINER | Tag.POSSESSIVE | Tag.PRONOUN | Tag.PROPER):
        return [*tokens[:at], _spoil(verb), _new(word, Tag.PREPOSITION), *tokens[at + 1 :]]
    return None


def reflexive(tokens: list[Token], at: int, world: World, rng: random.Random) -> list[Token] | None:
    """Make a verb reflexive that is not: "remembers herself of winter"."""
    token = tokens[at]
    if not token.tag & (Tag.VERB_S | Tag.PAST) or not is_target(token) or at + 1 >= len(tokens):
        return None
    own = _new(rng.choice(_REFLEXIVES), Tag.PRONOUN)
    link = [_new(rng.choice(("of", "to", "with", "from")), Tag.PREPOSITION)] if rng.random() < 0.5 else []
    return [*tokens[:at], _spoil(token), own, *link, *tokens[at + 1 :]]


def redundant(tokens: list[Token], at: int, world: World, rng: random.Random) -> list[Token] | None:
    """Add a small word that says it again: "repeat it again back", "everyone together else"."""
    token = tokens[at]
    if not token.tag & (VERBS | Tag.PRONOUN | NOUNS) or at + 1 >= len(tokens) or not tokens[at + 1].is_word:
        return None
    word = rng.choice(_REDUNDANT)
    if world.is_attested([token.text, word.split()[0]], 2):
        return None
    return [*tokens[:at], _spoil(token), *(_new(w) for w in word.split()), *tokens[at + 1 :]]


def simple_form(tokens: list[Token], at: int, world: World, rng: random.Random) -> list[Token] | None:
    """Put a learner's form or a census word for a common one: "foots", "more good", "persons"."""
    token = tokens[at]
    other = _IRREGULAR.get(token.text.lower())
    if other is None:
        return None
    first, *rest = other.split()
    head = Token(cased_like(first, token.text), token.before, token.tag, Fault.SPOILED)
    return [*tokens[:at], head, *(_new(w) for w in rest), *tokens[at + 1 :]]


def move_pronoun(tokens: list[Token], at: int, world: World, rng: random.Random) -> list[Token] | None:
    """Turn "gave him money" into "gave to him money", "take it back" into "take back it"."""
    token = tokens[at]
    if token.text.lower() not in _OBJECT_OF.values() or not 0 < at < len(tokens) - 1 or not tokens[at - 1].tag & VERBS:
        return None
    after = tokens[at + 1]
    if after.text.lower() in ("back", "up", "down", "off", "out", "in", "away", "over"):
        moved = [Token(after.text, token.before, after.tag, Fault.SPOILED), _new(token.text)]
        return [*tokens[:at], *moved, *tokens[at + 2 :]]
    if world.is_attested([tokens[at - 1].text, "to"], 2):
        return None
    return [*tokens[: at - 1], _spoil(tokens[at - 1]), _new("to"), _spoil(token), *tokens[at + 1 :]]


def round_about(tokens: list[Token], at: int, world: World, rng: random.Random) -> list[Token] | None:
    """Say a noun by a heavy phrase: "the stairs" as "the stairs in the quality of height"."""
    token = tokens[at]
    pool = world.pools.get(Tag.NOUN)
    if not token.tag & NOUNS or not token.text.islower() or pool is None or at == 0:
        return None
    if at + 1 < len(tokens) and tokens[at + 1].tag & (NOUNS | Tag.PREPOSITION):
        return None
    head = replaced(token, world, rng) if rng.random() < 0.5 else None
    article = [_new(rng.choice(("the", "a")), Tag.DETERMINER)] if rng.random() < 0.5 else []
    word = pool.draw(rng) if rng.random() < 0.6 else inflected(lemma_of(token), Tag.NOUN)
    tail = [_new(rng.choice(("of", "of", "for", "in", "by", "to")), Tag.PREPOSITION), *article, _new(word, Tag.NOUN)]
    return [*tokens[:at], _spoil(head or token), *tail, *tokens[at + 1 :]]


def infinitive(tokens: list[Token], at: int, world: World, rng: random.Random) -> list[Token] | None:
    """Bend an infinitive or a participle: "for to leave", "for leaving", "is doing its walk"."""
    token = tokens[at]
    if at + 1 >= len(tokens):
        return None
    after = tokens[at + 1]
    if token.text == "to" and after.tag & Tag.VERB:
        out = rng.choice(
            (
                [Token("for", token.before, Tag.PREPOSITION, Fault.SPOILED), _new("to"), _spoil(after)],
                [Token("for", token.before, Tag.PREPOSITION, Fault.SPOILED), _new(inflected(after.text, Tag.ING))],
                [_spoil(token), _new("be"), _new(inflected(after.text, Tag.PAST))],
            )
        )
        return [*tokens[:at], *out, *tokens[at + 2 :]]
    if token.text in ("is", "are", "was", "were") and after.tag & Tag.ING:
        base = lemma_of(after)
        return [*tokens[:at], _spoil(token), _new("doing"), _new(rng.choice(("the", "its", "a"))), _new(base),
                *tokens[at + 2 :]]  # fmt: skip
    return None
