"""Corruptions that carry another language's frames into English: order, compounds, "has hunger", "herself the hand"."""

from __future__ import annotations

import random

from reader.corruptions.words import replaced
from reader.corruptions.world import ADJECTIVES, NOUNS, VERBS, World, cased_like, inflected, is_target, lemma_of
from reader.tokens import Fault, Token
from reviewlint.lexicon import Tag

_SELF = {"his": "himself", "her": "herself", "its": "itself", "their": "themselves", "my": "myself", "our": "ourselves"}
_OBJECT = {"he": "him", "she": "her", "they": "them", "it": "it", "i": "me", "we": "us", "you": "you"}
_HAVE = {"is": "has", "are": "have", "was": "had", "were": "had"}
_ABSTRACT = ("ness", "ity", "tion", "ment", "ance", "ence", "ship", "ism", "ure")
_NO_TAG = Tag(0)


def _new(word: str, tag: Tag = _NO_TAG, before: str = " ") -> Token:
    return Token(word, before, tag, Fault.SPOILED)


def _spoil(token: Token, before: str | None = None) -> Token:
    return Token(token.text, token.before if before is None else before, token.tag, token.faults | Fault.SPOILED)


def _tag_at(tokens: list[Token], at: int) -> Tag:
    return tokens[at].tag if at < len(tokens) else _NO_TAG


def behind(tokens: list[Token], at: int, world: World, rng: random.Random) -> list[Token] | None:
    """Put an adjective behind its noun, bare or with "of": "a coat old", "a coat of old"."""
    if not _tag_at(tokens, at) & ADJECTIVES or not _tag_at(tokens, at + 1) & NOUNS or tokens[at].text[0].isupper():
        return None
    if _tag_at(tokens, at + 2) & (NOUNS | ADJECTIVES):
        return None
    adjective, noun = tokens[at], tokens[at + 1]
    link = [_new("of", Tag.PREPOSITION)] if rng.random() < 0.6 else []
    return [*tokens[:at], _spoil(noun, adjective.before), *link, _spoil(adjective, " "), *tokens[at + 2 :]]


def turned_compound(tokens: list[Token], at: int, world: World, rng: random.Random) -> list[Token] | None:
    """Turn a compound round: "coat rack" to "rack coat", "well-known" to "known-well", "outlook" to "look-out"."""
    token = tokens[at]
    if "-" in token.text[1:-1]:
        halves = token.text.lower().split("-")
        turned = "-".join(reversed(halves))
        return [*tokens[:at], _new(turned, token.tag, token.before), *tokens[at + 1 :]] if len(halves) == 2 else None
    if token.tag & NOUNS and token.text.islower() and _tag_at(tokens, at + 1) & NOUNS:
        after = tokens[at + 1]
        if world.is_attested([after.text, token.text], 2):
            return None
        return [*tokens[:at], _spoil(after, token.before), _spoil(token, " "), *tokens[at + 2 :]]
    word = token.text
    cuts = [i for i in range(3, len(word) - 2) if word[:i] in world.words and word[i:] in world.words]
    if not is_target(token) or not word.islower() or not cuts:
        return None
    cut = rng.choice(cuts)
    joined = rng.choice((f"{word[cut:]}-{word[:cut]}", f"{word[cut:]} {word[:cut]}", f"{word[:cut]} {word[cut:]}"))
    first, *rest = joined.split()
    return [*tokens[:at], _new(first, token.tag, token.before), *(_new(w, token.tag) for w in rest), *tokens[at + 1 :]]


def clause_compound(tokens: list[Token], at: int, world: World, rng: random.Random) -> list[Token] | None:
    """Press a verb and its object into a compound: "paints the door" to "is door-painting"."""
    token = tokens[at]
    if not token.tag & VERBS or not is_target(token):
        return None
    place = at + 1
    while _tag_at(tokens, place) & (Tag.DETERMINER | Tag.POSSESSIVE | ADJECTIVES) and place < at + 3:
        place += 1
    if not _tag_at(tokens, place) & NOUNS or tokens[place].text[0].isupper():
        return None
    noun, verb = lemma_of(tokens[place]), lemma_of(token)
    made = rng.choice(
        (
            f"is {noun}-{inflected(verb, Tag.ING)}", f"being {noun}-{inflected(verb, Tag.PAST)}",
            f"{noun} {inflected(verb, Tag.ING)}", f"does the {noun} {inflected(verb, Tag.ING)}",
            f"{noun}-{inflected(verb, Tag.PAST)}",
        )
    )  # fmt: skip
    first, *rest = made.split()
    return [*tokens[:at], _new(first, token.tag, token.before), *map(_new, rest), *tokens[place + 1 :]]


def have_noun(tokens: list[Token], at: int, world: World, rng: random.Random) -> list[Token] | None:
    """Turn "is hungry" into "has hunger"."""
    token = tokens[at]
    have = _HAVE.get(token.text)
    if have is None or not _tag_at(tokens, at + 1) & ADJECTIVES:
        return None
    nouns = world.wordnet.derived(tokens[at + 1].text.lower(), "a", "n")
    if not nouns:
        return None
    article = [_new(rng.choice(("the", "a")), Tag.DETERMINER)] if rng.random() < 0.4 else []
    return [*tokens[:at], _new(have, token.tag, token.before), *article, _new(rng.choice(nouns), Tag.NOUN),
            *tokens[at + 2 :]]  # fmt: skip


def dative(tokens: list[Token], at: int, world: World, rng: random.Random) -> list[Token] | None:
    """Turn "she likes" into "to her likes", "likes to her"."""
    pronoun = _OBJECT.get(tokens[at].text.lower())
    if pronoun is None or not _tag_at(tokens, at + 1) & (Tag.VERB_S | Tag.PAST) or not is_target(tokens[at + 1]):
        return None
    verb, first = tokens[at + 1], tokens[at]
    to = [_new(cased_like("to", first.text), Tag.TO, first.before), _new(pronoun)]
    if rng.random() < 0.5:
        return [*tokens[:at], *to, _spoil(verb), *tokens[at + 2 :]]
    return [*tokens[: at + 1], _spoil(verb), _new("to", Tag.TO), _new(pronoun), *tokens[at + 2 :]]


def own_part(tokens: list[Token], at: int, world: World, rng: random.Random) -> list[Token] | None:
    """Turn "shuts her eyes" into "shuts herself the eyes"."""
    own = _SELF.get(tokens[at].text)
    if own is None or at == 0 or not tokens[at - 1].tag & VERBS or not _tag_at(tokens, at + 1) & NOUNS:
        return None
    inside = [_new(own, Tag.PRONOUN), _new("the", Tag.DETERMINER), _spoil(tokens[at + 1])]
    return [*tokens[: at - 1], _spoil(tokens[at - 1]), *inside, *tokens[at + 2 :]]


def object_first(tokens: list[Token], at: int, world: World, rng: random.Random) -> list[Token] | None:
    """Set the object before its verb: "he bread bakes"; or the adverb between: "he bakes slowly bread"."""
    token = tokens[at]
    if not token.tag & VERBS or not is_target(token) or at == 0:
        return None
    end = at + 1
    while end < len(tokens) and end < at + 4 and tokens[end].tag & (Tag.DETERMINER | Tag.POSSESSIVE | ADJECTIVES):
        end += 1
    if not _tag_at(tokens, end) & (NOUNS | Tag.PRONOUN):
        return None
    moved = [_spoil(t, " ") for t in tokens[at + 1 : end + 1]]
    return [*tokens[:at], *moved, _spoil(token), *tokens[end + 1 :]]


def does(tokens: list[Token], at: int, world: World, rng: random.Random) -> list[Token] | None:
    """Turn "feeds him" into "does feed to him"."""
    token = tokens[at]
    if not token.tag & (Tag.VERB_S | Tag.PAST) or not is_target(token) or at + 1 >= len(tokens):
        return None
    verb = replaced(Token(lemma_of(token), " ", Tag.VERB), world, rng) if rng.random() < 0.5 else None
    done = _new("does" if token.tag & Tag.VERB_S else "did", token.tag, token.before)
    link = [_new(rng.choice(("to", "of", "for")))] if tokens[at + 1].tag & (Tag.PRONOUN | Tag.DETERMINER) else []
    if not verb and not link:
        return None  # "did add" is sound
    return [*tokens[:at], done, _spoil(verb) if verb else _new(lemma_of(token)), *link, *tokens[at + 1 :]]


def abstract_chain(tokens: list[Token], at: int, world: World, rng: random.Random) -> list[Token] | None:
    """Put a chain of abstract nouns for one noun: "the kindness and reality of judgement"."""
    token = tokens[at]
    pool = world.pools.get(Tag.NOUN)
    if not token.tag & NOUNS or not token.text.islower() or pool is None or at + 1 >= len(tokens):
        return None
    nouns = [word for word in (pool.draw(rng) for _ in range(40)) if word.endswith(_ABSTRACT)]
    if len(nouns) < 2:
        return None
    made = rng.choice(
        (f"{nouns[0]} and {nouns[1]} of {token.text}", f"{nouns[0]} of {nouns[1]}", f"{token.text} of {nouns[0]}",
         f"{nouns[0]} {token.text}", f"{token.text} {nouns[0]} and {nouns[1]}")
    )  # fmt: skip
    first, *rest = made.split()
    return [*tokens[:at], _new(first, token.tag, token.before), *map(_new, rest), *tokens[at + 1 :]]
