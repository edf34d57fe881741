"""What corruptions of form do to a sentence: one word put for another or left out, and what they ask of it."""

from __future__ import annotations

from reader.corruptions.world import World, cased_like
from reader.tokens import Fault, Token
from reviewlint.lexicon import Tag


def bent(tokens: list[Token], at: int, word: str, *, sure: bool = True) -> list[Token]:
    """Return tokens with `word`, perhaps several, in place of the one at `at`, marked as a wrong form."""
    token = tokens[at]
    first, *rest = cased_like(word, token.text).split()
    new = [
        Token(first, token.before, token.tag, Fault.FORM, sure),
        *(Token(w, " ", token.tag, Fault.FORM, sure) for w in rest),
    ]
    return [*tokens[:at], *new, *tokens[at + 1 :]]


def without(tokens: list[Token], at: int, *, sure: bool = True) -> list[Token] | None:
    """Return tokens less the one at `at`; the next one is marked, and has the capital of the one that is gone."""
    if at + 1 >= len(tokens):
        return None
    nxt = tokens[at + 1]
    text = cased_like(nxt.text, tokens[at].text) if at == 0 else nxt.text
    bare = Token(text, tokens[at].before, nxt.tag, nxt.faults | Fault.FORM | Fault.MISSING, nxt.sure and sure)
    return [*tokens[:at], bare, *tokens[at + 2 :]]


def text_at(tokens: list[Token], at: int) -> str:
    """Return the token at a place in small letters, or nothing where there is none."""
    return tokens[at].text.lower() if 0 <= at < len(tokens) else ""


def tag_at(tokens: list[Token], at: int) -> Tag:
    """Return the tag of the token at a place, or none where there is none."""
    return tokens[at].tag if 0 <= at < len(tokens) else Tag(0)


def is_common(world: World, tokens: list[Token], first: int, word: str, last: int, least: int) -> bool:
    """Tell whether `word` between two tokens makes pairs that are common in sound text."""
    return world.is_attested([w for w in (text_at(tokens, first), word, text_at(tokens, last)) if w], least)
