"""A dentist in one sentence who is a plumber in another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewlint.claims.names import NAME, is_name
from reviewlint.finding import Finding
from reviewlint.rules.context import Context
from reviewlint.rules.facts.twice import Said, second_finding

# Jobs of which nobody has two. Groups are one job in several words.
_JOBS = (
    "dentist", "plumber", "nurse", "teacher schoolteacher professor lecturer tutor", "baker",
    "butcher", "barber hairdresser",
    "policeman policewoman detective inspector sergeant cop officer", "lawyer solicitor barrister attorney judge",
    "doctor surgeon physician psychiatrist", "pharmacist chemist",
    "priest vicar pastor monk nun bishop", "librarian archivist",
    "accountant bookkeeper", "carpenter joiner", "electrician", "mechanic", "firefighter fireman",
    "fisherman", "farmer shepherd",
    "postman postwoman", "waiter waitress barman barmaid bartender", "cook chef", "tailor seamstress", "gardener",
    "architect", "engineer", "astronaut", "pilot", "sailor captain", "taxi-driver chauffeur", "locksmith", "blacksmith",
    "undertaker", "violinist", "pianist", "translator interpreter", "beekeeper", "vet", "optician",
    "clockmaker watchmaker",
    "miner", "lighthouse-keeper", "goldsmith", "cobbler shoemaker",
)  # fmt: skip
_GROUP = {word: at for at, group in reversed(list(enumerate(_JOBS))) for word in group.split()}
_JOB = "|".join(sorted(_GROUP, key=len, reverse=True))
_IS = re.compile(rf"\b(?P<name>{NAME}) is (?:an?|the) (?:[a-z-]+ ){{0,2}}?(?P<job>{_JOB})\b")
_WHO = re.compile(
    rf"\b(?P<name>{NAME}), (?:an?|the) (?:[a-z-]+ ){{0,2}}?(?P<job>{_JOB})\b(?=[,.;]| (?:who|in|of|from|with)\b)"
)
_OTHERWISE = re.compile(
    r"\b(?:former|formerly|retired|ex|once|later|turned|turns|becomes?|became|pretends?|posing|poses"
    r"|disguised|as|used to|was|"
    r"plays?|calls?|thinks?|believes?|says?|part-time|amateur|also|now|trained|would-be|not|like)\b|n['’]t\b"
)


def check(ctx: Context) -> Iterator[Finding]:
    """Yield the second of two jobs of one name."""
    named = _GROUP.keys() & ctx.document.word_starts.keys()
    if len({_GROUP[job] for job in named}) < 2:
        return
    found = sorted(
        (
            match
            for sentence in ctx.document.sentences_with(named)
            for pattern in (_IS, _WHO)
            for match in pattern.finditer(ctx.text, sentence.start, sentence.end)
        ),
        key=lambda match: match.start("job"),
    )
    first: dict[str, Said] = {}
    for match in found:
        sentence = ctx.sentence_of(match.start())
        if sentence is None or not is_name(match["name"]) or _OTHERWISE.search(ctx.text, sentence.start, sentence.end):
            continue
        name, said = match["name"].split()[0], Said(*match.span(), match["job"])
        before = first.setdefault(name, said)
        if _GROUP[str(before.value)] != _GROUP[match["job"]]:
            yield second_finding(ctx, before, said, name=match["name"], first=before.value, second=match["job"])
