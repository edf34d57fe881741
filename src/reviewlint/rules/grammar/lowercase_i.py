"""The pronoun “I” in lower case, in a draft that otherwise writes it with a capital."""

from __future__ import annotations

from collections.abc import Iterator

from reviewlint.finding import Finding
from reviewlint.rules.context import Context
from reviewlint.rules.tokens import tokens_of
from reviewlint.rules.wordsets import words

_CONTRACTIONS = ("i'm", "i've", "i'll", "i'd")
_FOLLOWED_BY = words(
    "am was have had has will would could can can't cannot couldn't wouldn't won't should shouldn't must might may "
    "did didn't do don't wasn't haven't hadn't think thought know knew like liked love loved loathe hate hated "
    "guess feel felt saw see watch watched read played hope hoped wish wished want wanted need needed mean believe "
    "suppose suspect remember found find enjoyed enjoy recommend bought got get really just never still also "
    "always honestly actually probably definitely went came said say kept finished started expected understand"
)
_PRECEDED_BY = words("and but that because when if than so while since what how why where before after")
_NUMBERED = words("part volume chapter phase type level war figure")


def check(ctx: Context) -> Iterator[Finding]:
    """Yield each lower-case “I”, unless the draft writes most of them so: that is a manner."""
    tokens = tokens_of(ctx.text)
    small, capital = [], 0
    for i in sorted(tokens.at(("i", *_CONTRACTIONS))):
        if tokens.capital(i):
            capital += 1
        elif tokens.lower[i] != "i" or (
            tokens.before(i) not in _NUMBERED
            and (tokens.after(i) in _FOLLOWED_BY or (tokens.before(i) in _PRECEDED_BY and tokens.after(i)))
        ):
            small.append(i)
    if len(small) > capital:
        return
    for i in small:
        start, end = tokens.starts[i], tokens.ends[i]
        yield ctx.finding(start, end, replace="I" + tokens.text[start + 1 : end])
