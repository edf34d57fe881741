"""A question whose verb stands after its subject: “What you are waiting for?”."""

from __future__ import annotations

from collections.abc import Iterator

from reviewlint.finding import Finding
from reviewlint.lexicon import Tag, share
from reviewlint.rules.context import Context
from reviewlint.rules.tokens import Tokens, tokens_of
from reviewlint.rules.wordsets import words

_ASKING = words("what why how")
_ASKERS = words("you we i he she they it")
_HELPERS = words(
    "is are was were am have has had can could will would should did does do must don't "
    "doesn't didn't can't won't isn't"
)
_BREAKS = words("if because that which who while though although unless but and or than whether")


def check(ctx: Context) -> Iterator[Finding]:
    """Yield each question that begins with an asking word, a pronoun and then a helper verb or a verb in -s."""
    tokens = tokens_of(ctx.text)
    for i in tokens.at(_ASKING):
        if tokens.after(i) in _ASKERS and _asks(tokens, i) and _is_statement(tokens, i + 2):
            yield ctx.finding(tokens.starts[i], tokens.ends[i + 2])


def _asks(tokens: Tokens, i: int) -> bool:
    """Tell whether token i begins a sentence, or a clause after a comma, that ends in a question mark."""
    if not tokens.starts_sentence(i) and tokens.gap(i).strip() != ",":
        return False
    for k in range(i + 1, min(len(tokens), i + 12)):
        gap = tokens.gap(k + 1)
        if "?" in gap:
            return True
        if not tokens.near[k + 1 : k + 2] or any(mark in gap for mark in ".!;:,—–\n") or tokens.low(k) in _BREAKS:
            return False
    return False


def _is_statement(tokens: Tokens, verb: int) -> bool:
    """Tell whether a helper, or a verb in -s, stands at `verb` and no other helper after it turns the order round."""
    if not tokens.joined(verb - 2, verb):
        return False
    word = tokens.lower[verb]
    if word not in _HELPERS and share(word, Tag.VERB_S) < 0.9:
        return False
    last = next((k for k in range(verb + 1, len(tokens)) if not tokens.near[k]), len(tokens))
    return not any(tokens.lower[k] in _HELPERS | {"do"} for k in range(verb + 1, last))
