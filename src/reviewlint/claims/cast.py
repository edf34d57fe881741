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
def _patterns() -> tuple[re.Pattern[str], ...]:
    made = "played|voiced|portrayed|embodied|sung|performed"
    does = r"plays|voices|portrays|played|voiced|embodies|(?:is|was|stars) (?:\w+ )?as|as"
    return tuple(
        re.compile(pattern)
        for pattern in (
            rf"{_ROLE} \((?:voiced by |played by |voice of )?{_ACTOR}\)",
            rf"{_ROLE}(?: of [A-Z]\w+)?,? (?:who is |is |was )?(?:{made}) by {_ACTOR}",
            rf"{_ACTOR} (?:{does}) (?:the )?(?:old |young )?(?P<role>{NAME})",
            rf"{_ACTOR} (?:[a-z]+ ){{2,6}}as (?:the )?(?P<role>{NAME})",
            rf"(?:[Vv]oicing|[Pp]laying) (?:\w+ ){{0,4}}?{_ROLE} is {_ACTOR}",
            rf"[Tt]he voice of {_ROLE} is {_ACTOR}",
            rf"{_ACTOR} (?:is|was) (?:the voice of )(?P<role>{NAME})",
        )
    )


def read_cast(document: Document, text: str, facts: Facts) -> Iterator[CastClaim]:
    """Yield the claims of who plays whom."""
    for sentence in document.sentences:
        for pattern in _patterns():
            for match in pattern.finditer(text, sentence.start, sentence.end):
                role, actor = match["role"], match["actor"]
                if (
                    is_name(role)
                    and is_name(actor)
                    and not names_another_work(document, sentence, facts, match.start())
                ):
                    yield CastClaim(role, actor.removesuffix("’s").removesuffix("'s"), *match.span("actor"))
