"""Who is mostly what among the names of a heap of reviews: a director, an actor, a composer.

Bootstrapped from wordings that are nearly always right; a name counts for a role if it is said often enough and nearly
only with it. The names are for training alone and are not shipped.
"""

from __future__ import annotations

import csv
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

NAME = r"([A-Z][\w’'-]+(?: [A-Z]\.)*(?: (?:de |van |von |del |la |di )*[A-Z][\w’'-]+){1,2})"
# Wordings by role; in each, N is the name.
WORDINGS = {
    "director": r"[Dd]irected by N|\b[Dd]irector N|N['’]s? direction|N (?:directs|directed)\b",
    "writer": r"\b(?:written|penned|scripted) by N|\b(?:screen|script)writer N|[Ss]cript by N|[Ss]creenplay by N"
    r"|N['’]s? (?:script|screenplay)\b",
    "author": r"\b(?:novelist|author) N|N['’]s? (?:novel|book|memoir|novella)s?\b"
    r"|\b(?:novel|book|memoir|stories|story) by N",
    "developer": r"\b[Dd]eveloped by N|\b[Dd]evelopers? N",
    "publisher": r"\b[Pp]ublished by N|\b[Pp]ublishers? N",
    "musicBy": r"\b(?:[Mm]usic|[Ss]core|[Ss]oundtrack|composed) by N|\bcomposer N|N['’]s? (?:score|music)\b",
    "cinematographer": r"\bcinematographer N|(?:[Cc]inematography|photographed|lensed|[Pp]hotography) by N",
    "producer": r"\bproduced by N|\b[Pp]roducer N",
    "actor": r"\b(?:played|portrayed|voiced) by N|\b[Ss]tar(?:s|ring) N|\b(?:actor|actress) N"
    r"|N (?:plays|stars|portrays|co-stars)\b|N as [A-Z]|\(N\)|N['’]s? performance\b",
}
FEWEST = 2
NEARLY_ONLY = 0.85
OSCARS = {"Directing": "director", "Writing": "writer", "Music": "musicBy"}


def roles_of_names(reviews: Iterable[str], oscars: Path | None) -> dict[str, str]:
    """Return the one role of each name that has one."""
    said: dict[str, Counter[str]] = defaultdict(Counter)
    patterns = {
        role: [
            re.compile(re.sub(r"\bN\b", lambda _: NAME, wording)) for wording in re.split(r"\|(?![^(]*\))", wordings)
        ]
        for role, wordings in WORDINGS.items()
    }
    for review in reviews:
        for role, frames in patterns.items():
            for pattern in frames:
                for match in pattern.finditer(review):
                    said[re.sub(r"['’]s?$", "", match[1])][role] += 1
    if oscars is not None:
        lines = (line for line in oscars.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
        for row in csv.DictReader(lines, delimiter="\t"):
            for name in re.split(r"[|,;] ?", row["nominees"]):
                said[name.strip()][OSCARS[row["class"]]] += 3
    return {
        name: role
        for name, counts in said.items()
        for role, count in counts.most_common(1)
        if count >= FEWEST and count >= NEARLY_ONLY * sum(counts.values())
    }
