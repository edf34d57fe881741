"""`kind = "repeat"`: the same word twice in a row, across a line break too."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from reviewlint.document.view import HIDDEN
from reviewlint.finding import Finding
from reviewlint.rules.anatomy import RuleInfo
from reviewlint.rules.context import Context
from reviewlint.rules.tokens import Tokens, tokens_of


def compile_rule(info: RuleInfo) -> Callable[[Context], Iterator[Finding]]:
    """Return a check for doubled words but those in `allow`.

    A word three times in a row is meant; so is a name ("Duran Duran").
    """
    allowed = frozenset(word.lower() for word in info.keys.get("allow", ()))

    def check(ctx: Context) -> Iterator[Finding]:
        tokens = tokens_of(ctx.text)
        for i in range(1, len(tokens)):
            if tokens.lower[i] == tokens.lower[i - 1] and tokens.near[i] and _is_slip(tokens, i, allowed):
                yield ctx.finding(tokens.starts[i - 1], tokens.ends[i], replace=tokens.word(i - 1))

    return check


def _is_slip(tokens: Tokens, i: int, allowed: frozenset[str]) -> bool:
    """Tell whether tokens i - 1 and i, the same word, are one too many."""
    word = tokens.lower[i]
    if word in allowed or word == HIDDEN or not word[0].isalpha():
        return False
    if tokens.after(i) == word or tokens.before(i - 1) == word:
        return False
    if tokens.word(i)[0].isupper() and word != "i":
        return False  # a name, or its beginning: “of The The”
    return tokens.word(i - 1) == tokens.word(i) or tokens.starts_sentence(i - 1)
