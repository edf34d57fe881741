"""Prints how many credits reviewlint reads from texts of which the credits are known, and how many of those are right.

    python benchmarks/credits.py LEADS [--show wrong|missed]

LEADS holds one JSON object a line: `title`, `year`, `text`, and `truth`, which gives names for some of `directing`,
`writing` and `music`. A text is read as a draft about a film of that title, with no other facts.

Read: texts from which a name is read. Right: those of them in which a name that is read is a known one. Every name is
counted too, since a text with one right name may hold a wrong one beside it. Covered: texts whose known names are read,
out of all that have known names, and out of those that name one of them by surname.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path
from typing import Any

from corpus import read_records
from reviewlint.claims.known import claims_of
from reviewlint.document import Source, parse
from reviewlint.facts.compare.folding import fold
from reviewlint.facts.compare.names import compare_names
from reviewlint.facts.gather import facts_of
from reviewlint.facts.relations import Relation

RELATIONS = {"directing": Relation.DIRECTOR, "writing": Relation.WRITER, "music": Relation.COMPOSER}


def main() -> None:
    """Print a table, a relation a line, and what was asked to be shown."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("leads", type=Path)
    parser.add_argument("--show", choices=("wrong", "missed"), action="append", default=[])
    options = parser.parse_args()
    counts: Counter[tuple[str, str]] = Counter()
    for record in read_records(options.leads):
        claimed = claimed_by(record)
        for kind, known in record["truth"].items():
            said = claimed.get(RELATIONS[kind], [])
            right = [name for name in said if any(same(name, one) for one in known)]
            named = any(is_named(one, record["text"]) for one in known)
            counts.update(
                (kind, what)
                for what, holds in (("texts", True), ("named", named), ("read", said), ("right", right))
                if holds
            )
            counts[kind, "names"] += len(said)
            counts[kind, "right names"] += len(right)
            for what, names in (
                ("wrong", [n for n in said if n not in right]),
                ("missed", known if named and not right else []),
            ):
                if what in options.show and names:
                    print(f"{what} {kind}: {record['title']} | {', '.join(names)} | known: {', '.join(known)}")
    print_table(counts)


def claimed_by(record: dict[str, Any]) -> dict[Relation, list[str]]:
    """Return the names that are read from a text as having made the film, by relation."""
    document = parse(Source("lead.txt", record["text"]))
    facts = facts_of(document, given={"type": "Movie", "name": record["title"]})
    found: dict[Relation, list[str]] = {}
    for told in claims_of(document, facts):
        found.setdefault(told.relation, []).append(told.said)
    return found


def same(claimed: str, known: str) -> bool:
    """Tell whether two names are of one person, a surname alone or another spelling included."""
    return compare_names(claimed, known).agrees


def is_named(name: str, text: str) -> bool:
    """Tell whether a text holds somebody's surname."""
    return fold(name).split()[-1] in fold(text).split()


def print_table(counts: Counter[tuple[str, str]]) -> None:
    """Print what was counted, in texts and in names."""
    print("| credit | texts | name one | read | right | right names | covered of all | of those that name one |")
    print("|---|---:|---:|---:|---:|---:|---:|---:|")
    for kind in sorted({kind for kind, _ in counts}):
        texts, named, read, right = (counts[kind, what] for what in ("texts", "named", "read", "right"))
        names, right_names = counts[kind, "names"], counts[kind, "right names"]
        print(
            f"| {kind} | {texts} | {named} | {read} | {share(right, read)} | {share(right_names, names)} of {names}"
            f" | {share(right, texts)} | {share(right, named)} |"
        )


def share(part: int, whole: int) -> str:
    """Return a share in per cent."""
    return f"{part / max(1, whole):.1%}"


if __name__ == "__main__":
    main()
