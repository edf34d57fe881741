"""The people and titles that a draft or its facts make known: each takes the verb of one."""

from __future__ import annotations

import re

from reviewlint.facts.relations import Relation
from reviewlint.rules.context import Context
from reviewlint.rules.grammar.given_names import GIVEN_NAMES

_NAME = r"[A-Z][\w'’-]+(?: (?:[A-Z]\. )?(?:[a-z]{2,3} )?[A-Z][\w'’-]+){1,2}"
# “Commissioner Treviranus (Miguel Sandoval)”, “directed by Ann Hui”, “director Ann Hui”: these are people.
_PEOPLE = re.compile(
    rf"\(({_NAME})\)|"
    r"\b(?:directed|written|played|voiced|composed|sung|narrated|portrayed|translated) by "
    rf"({_NAME})|\b(?:director|actor|actress|writer|author|novelist|singer|composer|screenwriter|starring) ({_NAME})"
)
# “Olivia Colman”, but neither “the James Brown Band” nor “Simon & Garfunkel”.
_TWO_NAMES = re.compile(
    r"(?<![Tt]he )\b(?P<given>[A-Z][a-z]+) (?P<last>[A-Z][\w'’-]+)\b(?!'s| [A-Z&]| and (?:the|[A-Z]))"
)
_NOT_PEOPLE = frozenset(
    {
        Relation.ARTIST, Relation.PRODUCTION_COMPANY, Relation.DEVELOPER, Relation.PUBLISHER, Relation.DISTRIBUTOR,
        Relation.BROADCASTER, Relation.RECORD_LABEL, Relation.MANUFACTURER, Relation.CREATOR, Relation.PRODUCER,
        Relation.COMPOSER,
    }
)  # fmt: skip
_SHORTEST = 3  # letters of a surname worth knowing


def people_of(ctx: Context) -> frozenset[str]:
    """Return the last words, in lower case, of the names of people that the facts or the draft make known."""
    names = [name for match in _PEOPLE.finditer(ctx.text) for name in match.groups() if name]
    names += [match["last"] for match in _TWO_NAMES.finditer(ctx.text) if match["given"].lower() in GIVEN_NAMES]
    for work in ctx.facts.works:
        for fact in work.named():
            if fact.relation not in _NOT_PEOPLE and fact.named is not None:
                names += fact.named.all_names()
    lasts = (name.split()[-1].lower().replace("’", "'") for name in names if name.split())
    return frozenset(last for last in lasts if len(last) >= _SHORTEST and not last.endswith("s"))


def titles_of(ctx: Context) -> tuple[str, ...]:
    """Return the titles of the works under review, as the facts have them."""
    return tuple(title for work in ctx.facts.works for title in work.titles if " " in title)
