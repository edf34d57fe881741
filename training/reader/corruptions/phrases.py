"""Corruptions of three to six words at once: what spinners and literal translators leave."""

from __future__ import annotations

import random

from reader.corruptions.words import PREPOSITIONS, replaced
from reader.corruptions.world import ADJECTIVES, NOUNS, VERBS, World, cased_like, inflected, is_target, lemma_of
from reader.tokens import Fault, Token
from reviewlint.lexicon import Tag

_PARTICLES = ("off", "up", "down", "out", "away", "over", "across", "around", "in", "on")


def _spoil(token: Token) -> Token:
    return token.marked(Fault.SPOILED)


def _new(word: str, tag: Tag, before: str = " ") -> Token:
    return Token(word, before, tag, Fault.SPOILED)


def spin(tokens: list[Token], at: int, world: World, rng: random.Random) -> list[Token] | None:
    """Replace most content words of a run, prepositions and articles now and then; all of it is spoiled."""
    end = min(len(tokens), at + rng.randint(3, 7))
    run = tokens[at:end]
    if sum(is_target(t) for t in run) < 2 or any(not t.is_word for t in run):
        return None
    out: list[Token] = []
    changed = 0
    for token in run:
        new = None
        if is_target(token) and rng.random() < 0.75:
            new = replaced(token, world, rng, stranger=0.15)
        elif token.text.lower() in PREPOSITIONS and rng.random() < 0.4:
            new = Token(rng.choice(PREPOSITIONS), token.before, token.tag, Fault.SPOILED)
        elif token.tag & Tag.DETERMINER and rng.random() < 0.25:
            changed += 1
            continue
        elif token.tag & NOUNS and rng.random() < 0.15:
            out.append(_new("the", Tag.DETERMINER))
        changed += new is not None
        out.append(_spoil(new or token))
    if changed < 2:
        return None
    return [*tokens[:at], *out, *tokens[end:]]


def whole_clause(tokens: list[Token], at: int, world: World, rng: random.Random) -> list[Token] | None:
    """Replace every other content word of a long run; between them stands what was there."""
    end = at
    while end < len(tokens) and end < at + 14 and tokens[end].is_word:
        end += 1
    if end - at < 7:
        return None
    new = [replaced(t, world, rng, stranger=0.1) if rng.random() < 0.6 else None for t in tokens[at:end]]
    places = [at + i for i, token in enumerate(new) if token]
    if len(places) < 3:
        return None
    inside = [_spoil(n or t) if places[0] <= at + i <= places[-1] else t
              for i, (n, t) in enumerate(zip(new, tokens[at:end], strict=True))]  # fmt: skip
    return [*tokens[:at], *inside, *tokens[end:]]


def of_phrase(tokens: list[Token], at: int, world: World, rng: random.Random) -> list[Token] | None:
    """Turn "dry humour" into "humour of dryness", "school desk" into "desk of the school"."""
    if at + 1 >= len(tokens) or not tokens[at + 1].tag & NOUNS or tokens[at + 1].text[0].isupper():
        return None
    first, noun = tokens[at], tokens[at + 1]
    if first.tag & ADJECTIVES:
        made = world.wordnet.derived(first.text.lower(), "a", "n")
        if not made:
            return None
        head = rng.choice(made)
    elif first.tag & NOUNS and first.text.islower():
        head = first.text
    else:
        return None
    link = [_new("of", Tag.PREPOSITION)]
    if rng.random() < 0.5:
        link.append(_new(rng.choice(("the", "a")), Tag.DETERMINER))
    body = replaced(noun, world, rng) if rng.random() < 0.4 else None
    lead = Token((body or noun).text, first.before, noun.tag, Fault.SPOILED)
    return [*tokens[:at], lead, *link, _new(head, Tag.NOUN), *tokens[at + 2 :]]


def noun_for_verb(tokens: list[Token], at: int, world: World, rng: random.Random) -> list[Token] | None:
    """Turn "skims the lake" into "makes the skim to the lake"."""
    token = tokens[at]
    if not token.tag & VERBS or not is_target(token):
        return None
    lemma = lemma_of(token)
    nouns = world.wordnet.derived(lemma, "v", "n") or [lemma]
    light = inflected(rng.choice(("make", "do", "give", "put", "have", "take")), token.tag)
    out = [Token(light, token.before, token.tag, Fault.SPOILED)]
    if rng.random() < 0.8:
        out.append(_new(rng.choice(("the", "a", "its")), Tag.DETERMINER))
    out.append(_new(rng.choice(nouns), Tag.NOUN))
    if rng.random() < 0.7:
        out.append(_new(rng.choice(("to", "of", "on", "for", "onto")), Tag.PREPOSITION))
    rest = tokens[at + 1 : at + 3]
    return [*tokens[:at], *out, *(_spoil(t) if t.is_word else t for t in rest), *tokens[at + 3 :]]


def particle(tokens: list[Token], at: int, world: World, rng: random.Random) -> list[Token] | None:
    """Give a verb a particle it does not take, with a wrong synonym now and then."""
    token = tokens[at]
    if not token.tag & VERBS or not is_target(token):
        return None
    word = rng.choice(_PARTICLES)
    verb = replaced(token, world, rng) if rng.random() < 0.5 else None
    if world.is_attested([(verb or token).text, word], 2):
        return None
    return [*tokens[:at], _spoil(verb or token), _new(word, Tag.PREPOSITION), *tokens[at + 1 :]]


def other_part(tokens: list[Token], at: int, world: World, rng: random.Random) -> list[Token] | None:
    """Put a noun for an adjective, an adjective for an adverb, an adverb for an adjective."""
    token = tokens[at]
    word: str | None = None
    if token.tag & ADJECTIVES:
        nouns = world.wordnet.derived(token.text.lower(), "a", "n")
        word = rng.choice(nouns) if nouns and rng.random() < 0.6 else f"{token.text.lower()}ly"
    elif token.tag & NOUNS and token.text.islower():
        made = world.wordnet.derived(lemma_of(token), "n", rng.choice("av"))
        word = rng.choice(made) if made else None
    if word is None or word == token.text.lower():
        return None
    return [*tokens[:at], Token(word, token.before, token.tag, Fault.SPOILED), *tokens[at + 1 :]]


def idiom(tokens: list[Token], at: int, world: World, rng: random.Random) -> list[Token] | None:
    """Replace one or both halves of a fixed expression that WordNet lists."""
    words = tuple(lemma_of(t) for t in tokens[at : at + 3])
    fits = [p for p in world.wordnet.phrases.get(words[0] if words else "", ()) if words[: len(p)] == p]
    if not fits:
        return None
    length = len(fits[0])
    run = tokens[at : at + length]
    new = [replaced(t, world, rng) if rng.random() < 0.7 else None for t in run]
    if not any(new):
        return None
    return [*tokens[:at], *(_spoil(n or t) for n, t in zip(new, run, strict=True)), *tokens[at + length :]]


def shuffle(tokens: list[Token], at: int, world: World, rng: random.Random) -> list[Token] | None:
    """Move a word of a short run to another place in it."""
    run = tokens[at : at + rng.randint(3, 5)]
    if len(run) < 3 or not all(t.is_word and t.text.islower() for t in run):
        return None
    moved = [t.text for t in run]
    moved.insert(rng.randrange(len(moved)), moved.pop(rng.randrange(len(moved))))
    if moved == [t.text for t in run] or world.is_attested(moved, 2):
        return None
    new = [Token(word, t.before, t.tag, Fault.SPOILED) for word, t in zip(moved, run, strict=True)]
    return [*tokens[:at], *new, *tokens[at + len(run) :]]


def transplant(tokens: list[Token], at: int, world: World, rng: random.Random) -> list[Token] | None:
    """Put strangers of the same parts of speech for all content words of a short run; it stays grammatical."""
    end = min(len(tokens), at + rng.randint(2, 5))
    run = tokens[at:end]
    if sum(is_target(t) for t in run) < 2 or any(not t.is_word for t in run):
        return None
    out = []
    for token in run:
        pool = world.pools.get(token.tag) if is_target(token) else None
        word = cased_like(pool.draw(rng), token.text) if pool else token.text
        out.append(Token(word, token.before, token.tag, Fault.SPOILED))
    if world.is_attested([t.text for t in out], 2):
        return None
    return [*tokens[:at], *out, *tokens[end:]]
