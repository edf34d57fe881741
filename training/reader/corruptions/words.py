"""Corruptions of one word: a wrong synonym, a stranger, a wrong form, a doubling, an insertion."""

from __future__ import annotations

import random

from reader.corruptions.world import (
    NOUNS,
    VERBS,
    World,
    cased_like,
    inflected,
    is_target,
    lemma_of,
    looks,
    part_of,
)
from reader.tokens import Fault, Token
from reviewlint.lexicon import Tag

PREPOSITIONS = (
    "of in to for with on at from by about into over after under between through against during without "
    "across behind beyond among towards upon around beside near off onto along".split()
)
_AGREEMENT = {
    "is": "are", "are": "is", "was": "were", "were": "was", "has": "have", "have": "has", "does": "do", "do": "does",
    "he": "him", "she": "her", "they": "them", "him": "he", "them": "they", "who": "which", "which": "who",
    "himself": "itself", "herself": "itself", "itself": "himself", "themselves": "itself", "this": "these",
    "these": "this", "those": "that", "many": "much", "much": "many", "fewer": "less", "its": "it's", "it's": "its",
    "their": "there", "than": "then", "there": "their", "a": "an", "an": "a", "between": "among",
}  # fmt: skip


def synonym(word: str, token: Token, world: World, rng: random.Random) -> str | None:
    """Return a synonym or sister of a token, mostly of a wrong sense; None where WordNet has none."""
    part = part_of(token.tag)
    if part is None:
        return None
    if rng.random() < 0.1 and (far := far_word(word, part, world, rng)):
        return far
    choices = world.wordnet.synonyms(word, part)
    wrong = [other for other, sense in choices if sense > 0]
    near = [other for other, _ in choices]
    pick = rng.random()
    if pick < 0.5 and wrong:
        return frequent(wrong, world, rng)
    if pick < 0.75 and near:
        return frequent(near, world, rng)
    sisters = world.wordnet.neighbours(word, part)
    return frequent(sisters, world, rng) if sisters else (rng.choice(near) if near else None)


def frequent(words: list[str], world: World, rng: random.Random) -> str:
    """Return one of some words: mostly a frequent one, for paraphrasing tools take what is common."""
    if rng.random() < 0.3:
        return rng.choice(words)
    return rng.choices(words, [(world.counts[word] + 0.2) ** 0.6 for word in words])[0]


def far_word(word: str, part: str, world: World, rng: random.Random) -> str | None:
    """Return a word two steps away, over another part of speech: "dry" by "dryness" to "drought"."""
    over = rng.choice("nva")
    middle = world.wordnet.derived(word, part, over)
    if not middle:
        return None
    near = world.wordnet.neighbours(rng.choice(middle), over)
    if not near:
        return None
    last = rng.choice(near)
    return rng.choice(world.wordnet.derived(last, over, part) or [last])


def replaced(token: Token, world: World, rng: random.Random, *, stranger: float = 0.25) -> Token | None:
    """Return a token with another word of its kind in its place, or None."""
    if not is_target(token):
        return None
    other = None
    if rng.random() < stranger and (pool := world.pools.get(token.tag)):
        word = pool.draw(rng)
    else:
        other = synonym(lemma_of(token), token, world, rng)
        if other is None:
            return None
        word = other if rng.random() < 0.15 else inflected(other, token.tag)
    if word.lower() == token.text.lower():
        return None
    return Token(cased_like(word, token.text), token.before, token.tag, Fault.SPOILED)


def substitute(tokens: list[Token], at: int, world: World, rng: random.Random) -> list[Token] | None:
    """Replace the word at `at`; unsure where both new pairs are common in sound text."""
    token = replaced(tokens[at], world, rng)
    if token is None:
        return None
    around = [t.text for t in tokens[max(0, at - 1) : at]] + [token.text] + [t.text for t in tokens[at + 1 : at + 2]]
    sure = not world.is_attested(around)
    return [*tokens[:at], token.marked(Fault.SPOILED, sure=sure), *tokens[at + 1 :]]


def lookalike(tokens: list[Token], at: int, world: World, rng: random.Random) -> list[Token] | None:
    """Put a word of the same kind that looks like the one at `at`: "pickle" for "pick", "piece" for "peace"."""
    token = tokens[at]
    low = token.text.lower()
    if not is_target(token) or len(low) < 4:
        return None
    near = [
        word for word in world.alike.get((token.tag, looks(low)), ()) if word != low and abs(len(word) - len(low)) < 4
    ]
    if not near:
        return None
    word = rng.choice(near)
    around = [t.text for t in tokens[max(0, at - 1) : at]] + [word] + [t.text for t in tokens[at + 1 : at + 2]]
    other = Token(cased_like(word, token.text), token.before, token.tag, Fault.SPOILED)
    sure = not world.is_attested(around) and lemma_of(other) != lemma_of(token)
    return [*tokens[:at], other.marked(Fault.SPOILED, sure=sure), *tokens[at + 1 :]]


def many_words(tokens: list[Token], at: int, world: World, rng: random.Random) -> list[Token] | None:
    """Put a synonym of several words, mostly of a wrong sense: "take place" for "pass"."""
    token = tokens[at]
    part = part_of(token.tag)
    if part is None or not is_target(token):
        return None
    choices = world.wordnet.many_word_synonyms(lemma_of(token), part)
    if not choices:
        return None
    first, *rest = rng.choice(choices).split()
    first = inflected(first, token.tag) if part == "v" else first
    before, after = tokens[max(0, at - 1) : at], tokens[at + 1 : at + 2]
    ends = [*(t.text for t in before), first], [rest[-1], *(t.text for t in after)]
    sure = not all(world.is_attested(end, 3) for end in ends)
    head = Token(first, token.before, token.tag, Fault.SPOILED, sure)
    return [*tokens[:at], head, *(Token(w, " ", token.tag, Fault.SPOILED, sure) for w in rest), *tokens[at + 1 :]]


def insert_modifier(tokens: list[Token], at: int, world: World, rng: random.Random) -> list[Token] | None:
    """Put a stray noun or adjective before the noun at `at`: "the appreciation window"."""
    token = tokens[at]
    pool = world.pools.get(rng.choice((Tag.NOUN, Tag.NOUN, Tag.ADJECTIVE)))
    if not token.tag & NOUNS or token.text[0].isupper() or pool is None:
        return None
    stray = Token(pool.draw(rng), token.before, Tag.NOUN, Fault.SPOILED)
    if world.is_attested([stray.text, token.text], 3):
        return None
    return [*tokens[:at], stray, token.marked(Fault.SPOILED), *tokens[at + 1 :]]


def double(tokens: list[Token], at: int, world: World, rng: random.Random) -> list[Token] | None:
    """Double a word, bare or with "and", or put a near-synonym beside it: "hopes and hopes", "debt money"."""
    token = tokens[at]
    if not is_target(token):
        return None
    other = token.text.lower()
    if rng.random() < 0.6:
        found = synonym(lemma_of(token), token, world, rng)
        if found is None:
            return None
        other = inflected(found, token.tag)
    extra = Token(other, " ", token.tag, Fault.SPOILED)
    middle = [Token("and", " ", Tag.CONJUNCTION, Fault.SPOILED)] if rng.random() < 0.5 else []
    if rng.random() < 0.2:
        middle = [Token("of", " ", Tag.PREPOSITION, Fault.SPOILED)]
    return [*tokens[:at], token.marked(Fault.SPOILED), *middle, extra, *tokens[at + 1 :]]


def wrong_form(tokens: list[Token], at: int, world: World, rng: random.Random) -> list[Token] | None:
    """Bend a word: agreement, tense, pronoun, article, number, an adverb without its ending."""
    token = tokens[at]
    low = token.text.lower()
    word: str | None = None
    if low in _AGREEMENT and rng.random() < 0.8:
        word = _AGREEMENT[low]
    elif token.tag & VERBS and low.isalpha():
        forms = [inflected(lemma_of(token), tag) for tag in (Tag.VERB, Tag.VERB_S, Tag.PAST, Tag.ING)]
        word = rng.choice([form for form in forms if form != low] or [low])
    elif token.tag & NOUNS and low.isalpha():
        word = lemma_of(token) if token.tag & Tag.PLURAL else inflected(low, Tag.PLURAL)
    elif token.tag & Tag.ADVERB and low.endswith("ly") and len(low) > 5:
        word = low[:-2]
    if word is None or word == low:
        return None
    bent = Token(cased_like(word, token.text), token.before, token.tag, Fault.FORM)
    around = [t.text for t in tokens[max(0, at - 1) : at]] + [word] + [t.text for t in tokens[at + 1 : at + 2]]
    return [*tokens[:at], bent.marked(Fault.FORM, sure=not world.is_attested(around, 20)), *tokens[at + 1 :]]


def wrong_preposition(tokens: list[Token], at: int, world: World, rng: random.Random) -> list[Token] | None:
    """Put another preposition in place of one, or of nothing after a verb."""
    token = tokens[at]
    if token.text.lower() not in PREPOSITIONS or not 0 < at < len(tokens) - 1:
        return None
    word = rng.choice(PREPOSITIONS)
    if word == token.text.lower() or world.is_attested([tokens[at - 1].text, word, tokens[at + 1].text], 2):
        return None
    return [*tokens[:at], Token(word, token.before, token.tag, Fault.FORM), *tokens[at + 1 :]]


def article(tokens: list[Token], at: int, world: World, rng: random.Random) -> list[Token] | None:
    """Take out the article at `at`, or put one in before a noun that has none."""
    token = tokens[at]
    if token.text.lower() in ("a", "an", "the") and at + 1 < len(tokens) and token.text.islower():
        nxt = tokens[at + 1]
        bare = Token(nxt.text, token.before, nxt.tag, nxt.faults | Fault.FORM, nxt.sure)
        sure = at > 0 and not world.is_attested([tokens[at - 1].text, nxt.text], 4)
        return [*tokens[:at], bare.marked(Fault.FORM, sure=sure), *tokens[at + 2 :]]
    previous = tokens[at - 1] if at else None
    if token.tag & NOUNS and token.text.islower() and previous and previous.tag & (Tag.PREPOSITION | VERBS):
        word = rng.choice(("the", "a", "an"))
        if world.is_attested([previous.text, word, token.text], 2):
            return None
        return [*tokens[:at], Token(word, token.before, Tag.DETERMINER, Fault.FORM), *tokens[at:]]
    return None
