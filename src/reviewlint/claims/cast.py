"""Who plays whom: "Ann (Mia Lee)", "Ann, played by Mia Lee", "Mia Lee as Ann"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reviewlint.claims.claim import CastClaim
from reviewlint.claims.names import NAME, is_name
from reviewlint.claims.scope import names_another_work, says_otherwise
from reviewlint.document import Document
from reviewlint.facts.known import Facts

_ROLE = rf"(?:the )?(?P<role>{NAME})"
_ACTOR = rf"(?P<actor>{NAME})"


@cache
def _patterns() -> tuple[tuple[tuple[str, ...], re.Pattern[str]], ...]:
    """Return each pattern after letters, of which a sentence must hold some for it to match."""
    made = "played|voiced|portrayed|embodied|sung|performed"
    does = r"plays|voices|portrays|played|voiced|embodies|embodied"
    as_role = r"(?: is| was| stars)?(?: \w+)? as (?:the )?(?:old |young )?"
    return tuple(
        (cues, re.compile(pattern))
        for cues, pattern in (
            ((" (",), rf"{_ROLE} \((?:voiced by |played by |voice of )?{_ACTOR}\)"),
            (("ed by ", "sung by "), rf"{_ROLE}(?: of [A-Z]\w+)?,? (?:who is |is |was )?(?:{made}) by {_ACTOR}"),
            (
                (" plays ", " voices ", " portrays ", " played ", " voiced ", " embodies "),
                rf"{_ACTOR} (?:{does}) (?:the )?(?:old |young )?(?P<role>{NAME})",
            ),
            ((" as ",), rf"{_ACTOR}{as_role}(?P<role>{NAME})"),
            ((" as ",), rf"{_ACTOR} (?:[a-z]+ ){{2,6}}as (?:the )?(?P<role>{NAME})"),
            ((" as ",), rf"\b[Ww]ith {_ACTOR} as (?:the )?(?P<role>{NAME})"),
            ((", as ",), rf"{_ACTOR}, as (?:the )?(?P<role>{NAME}),"),
            ((" role of ",), rf"{_ACTOR} (?:[a-z]+ ){{0,3}}in the (?:title )?role of (?:the )?(?P<role>{NAME})"),
            ((" role of ",), rf"\b[Ii]n the (?:title )?role of {_ROLE}, {_ACTOR}"),
            ((" lends ", " gives ", " brings "), rf"{_ACTOR} (?:lends|gives|brings) (?:life to )?(?P<role>{NAME})"),
            (("oicing ", "laying "), rf"(?:[Vv]oicing|[Pp]laying) (?:\w+ ){{0,4}}?{_ROLE} is {_ACTOR}"),
            (("he voice of",), rf"[Tt]he voice of {_ROLE} is {_ACTOR}"),
            (("the voice of",), rf"{_ACTOR} (?:is|was) (?:the voice of )(?P<role>{NAME})"),
        )
    )


def read_cast(document: Document, text: str, facts: Facts) -> Iterator[CastClaim]:
    """Yield the claims of who plays whom."""
    for sentence in document.sentences:
        part = text[sentence.start : sentence.end]
        for cues, pattern in _patterns():
            if not any(cue in part for cue in cues):
                continue
            for match in pattern.finditer(text, sentence.start, sentence.end):
                role, actor = match["role"], match["actor"]
                if (
                    is_name(role)
                    and is_name(actor)
                    and not names_another_work(document, sentence, facts, match.start())
                    and not says_otherwise(text, sentence)
                ):
                    yield CastClaim(role, actor.removesuffix("’s").removesuffix("'s"), *match.span("actor"))
