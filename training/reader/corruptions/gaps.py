"""Corruptions that take something out: numbers, objects, heads, names."""

from __future__ import annotations

import random

from reader.corruptions.world import ADJECTIVES, NOUNS, VERBS, World
from reader.tokens import Fault, Token
from reviewlint.lexicon import Tag


def _cut(tokens: list[Token], start: int, end: int) -> list[Token] | None:
    """Take `tokens[start:end]` out; the token after the gap is where something is missing."""
    if end >= len(tokens) or start == 0:
        return None
    return [*tokens[:start], tokens[end].marked(Fault.MISSING), *tokens[end + 1 :]]


def drop_number(tokens: list[Token], at: int, world: World, rng: random.Random) -> list[Token] | None:
    """Take a number out: "for minutes", "has a rating of and"."""
    token = tokens[at]
    return _cut(tokens, at, at + 1) if token.tag & Tag.NUMBER or token.text.isdigit() else None


def drop_head(tokens: list[Token], at: int, world: World, rng: random.Random) -> list[Token] | None:
    """Take the noun out of a noun phrase and leave its article or adjective standing."""
    token = tokens[at]
    previous = tokens[at - 1] if at else None
    if not token.tag & NOUNS or previous is None or at + 1 >= len(tokens):
        return None
    if not previous.tag & (Tag.DETERMINER | Tag.POSSESSIVE | ADJECTIVES) or tokens[at + 1].tag & (NOUNS | ADJECTIVES):
        return None
    return _cut(tokens, at, at + 1)


def drop_object(tokens: list[Token], at: int, world: World, rng: random.Random) -> list[Token] | None:
    """Take out all that follows a preposition or verb up to the next mark or function word."""
    token = tokens[at]
    if not (token.tag & (Tag.PREPOSITION | Tag.TO | VERBS | Tag.CONJUNCTION)) or at + 2 >= len(tokens):
        return None
    end = at + 1
    content = Tag.DETERMINER | Tag.POSSESSIVE | Tag.NUMBER | Tag.PROPER | NOUNS | ADJECTIVES
    while end < len(tokens) and (tokens[end].tag & content):
        end += 1
    return _cut(tokens, at + 1, end) if 1 <= end - at - 1 <= 5 else None


def drop_word(tokens: list[Token], at: int, world: World, rng: random.Random) -> list[Token] | None:
    """Take out a single word that the sentence needs: a verb, a preposition, "of", "to"."""
    token = tokens[at]
    if not token.tag & (VERBS | Tag.PREPOSITION | Tag.TO | Tag.MODAL) or at + 1 >= len(tokens) or at == 0:
        return None
    if world.is_attested([tokens[at - 1].text, tokens[at + 1].text], 4):
        return None
    return _cut(tokens, at, at + 1)
