"""The present perfect with a time that is over."""

from __future__ import annotations

from collections.abc import Iterator

from reviewlint.finding import Finding
from reviewlint.lexicon import Tag, share
from reviewlint.rules.context import Context
from reviewlint.rules.tokens import Tokens, tokens_of
from reviewlint.rules.wordclass import can_be
from reviewlint.rules.wordsets import SHARED, words

_HAVE = words("have has i've we've you've they've")
_STOPS = words("since that which who what when where if because while as than and but or until before after so how why")
_SPANS = words("year years month months week weeks day days hour hours decade decades night summer winter spring")
_REACH = 7


def check(ctx: Context) -> Iterator[Finding]:
    """Yield each perfect that stands a few words before “yesterday”, “last year” or “two years ago”."""
    tokens = tokens_of(ctx.text)
    for i in tokens.at(("yesterday", "ago", "last")):
        time = _time(tokens, i)
        if time is None:
            continue
        found = _perfect(tokens, time[0])
        if found is not None:
            yield ctx.finding(
                tokens.starts[found[0]],
                tokens.ends[found[1]],
                time=tokens.text[tokens.starts[time[0]] : tokens.ends[time[1]]],
            )


def _time(tokens: Tokens, i: int) -> tuple[int, int] | None:
    """Return the first and last token of a time that is over, at token i, which no noun follows."""
    word = tokens.lower[i]
    if word == "yesterday":
        return (i, i) if tokens.pause(i + 1) else None
    if word == "last":
        bare = tokens.before(i) not in SHARED["article"] | SHARED["possessive"] | SHARED["demonstrative"]
        return (i, i + 1) if bare and tokens.after(i) in _SPANS and tokens.pause(i + 2) else None
    if tokens.before(i) in _SPANS and tokens.joined(i - 2, i) and tokens.pause(i + 1):
        return i - 2, i
    return None


def _perfect(tokens: Tokens, before: int) -> tuple[int, int] | None:
    """Return “have” and its participle, a few words before token `before` in the same clause, or None."""
    for k in range(before - 1, max(-1, before - _REACH - 1), -1):
        word = tokens.lower[k]
        if not tokens.near[k + 1] or word in _STOPS:
            return None
        if word in _HAVE:
            if tokens.before(k) in SHARED["modal"] | {"to", "not"}:
                return None
            verb = k + 2 if tokens.after(k) in SHARED["adverb"] else k + 1
            done = tokens.lower[verb]
            sure = verb < before and can_be(done, Tag.PARTICIPLE) and done not in ("been", "got", "had")
            return (k, verb) if sure else None
        if share(word, Tag.VERB_S | Tag.MODAL | Tag.TO) > 0.5:
            return None
    return None
