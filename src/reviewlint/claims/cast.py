"""Who plays whom: "Ann (Mia Lee)", "Ann, played by Mia Lee", "Mia Lee as Ann"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reviewlint.claims.claim import CastClaim
from reviewlint.claims.names import NAME, is_name
from reviewlint.claims.scope import names_another_work
from reviewlint.document import Document
from reviewlint.facts.known import Facts

_ROLE = rf"(?:the )?(?P<role>{NAME})"
_ACTOR = rf"(?P<actor>{NAME})"


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """Return each pattern after a cheap one, without a match of which in a sentence it has none either."""
    made = "played|voiced|portrayed|embodied|sung|performed"
    does = r"plays|voices|portrays|played|voiced|embodies|(?:is|was|stars) (?:\w+ )?as|as"
    return tuple(
        (re.compile(cue), re.compile(pattern))
        for cue, pattern in (
            (r" \(", rf"{_ROLE} \((?:voiced by |played by |voice of )?{_ACTOR}\)"),
            (rf"(?:{made}) by ", rf"{_ROLE}(?: of [A-Z]\w+)?,? (?:who is |is |was )?(?:{made}) by {_ACTOR}"),
            (rf" (?:{does}) ", rf"{_ACTOR} (?:{does}) (?:the )?(?:old |young )?(?P<role>{NAME})"),
            (r" as ", rf"{_ACTOR} (?:[a-z]+ ){{2,6}}as (?:the )?(?P<role>{NAME})"),
            (r"oicing |laying ", rf"(?:[Vv]oicing|[Pp]laying) (?:\w+ ){{0,4}}?{_ROLE} is {_ACTOR}"),
            (r"he voice of", rf"[Tt]he voice of {_ROLE} is {_ACTOR}"),
            (r"the voice of", rf"{_ACTOR} (?:is|was) (?:the voice of )(?P<role>{NAME})"),
        )
    )


def read_cast(document: Document, text: str, facts: Facts) -> Iterator[CastClaim]:
    """Yield the claims of who plays whom."""
    for sentence in document.sentences:
        for cue, pattern in _patterns():
            if not cue.search(text, sentence.start, sentence.end):
                continue
            for match in pattern.finditer(text, sentence.start, sentence.end):
                role, actor = match["role"], match["actor"]
                if (
                    is_name(role)
                    and is_name(actor)
                    and not names_another_work(document, sentence, facts, match.start())
                ):
                    yield CastClaim(role, actor.removesuffix("’s").removesuffix("'s"), *match.span("actor"))
