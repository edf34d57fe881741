"""“‘Mira’ Sandoval is Mira Kessler”: the actor's first name has slipped into the character's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewlint.facts.compare.folding import fold, one_edit
from reviewlint.finding import Finding
from reviewlint.rules.context import Context

_NICK = re.compile(r"(?<=[a-z,] )[‘'“\"](?P<nick>[A-Z][a-zà-ÿ]{2,})[’'”\"] (?P<name>[A-Z][a-zà-ÿ]{2,})\b")
_FULL = re.compile(r"\b(?P<first>[A-Z][a-zà-ÿ]{2,}) (?P<last>[A-Z][a-zà-ÿ]{2,})\b")


def check(ctx: Context) -> Iterator[Finding]:
    """Yield a quoted nickname before a name, where another full name in the sentence begins with that nickname."""
    for match in _NICK.finditer(ctx.text):
        sentence = ctx.sentence_of(match.start())
        before = ctx.text[: match.start()].rstrip().rpartition(" ")[2]
        if sentence is None or before[:1].isupper():
            continue
        for other in _FULL.finditer(ctx.text, sentence.start, sentence.end):
            if _is_of_another(match, other):
                yield ctx.finding(
                    *match.span(), replace=match["name"], nick=match["nick"], actor=f"{other['first']} {other['last']}"
                )
                break


def _is_of_another(match: re.Match[str], other: re.Match[str]) -> bool:
    nick, first = fold(match["nick"]), fold(other["first"])
    same = nick == first or (len(nick) > 3 and nick[0] == first[0] and one_edit(nick, first))
    return same and fold(other["last"]) != fold(match["name"])
