"""How many claims are read from sentences of our own, and how many of those read are right, a relation at a time."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

import pytest
import yaml

from reviewlint.claims.known import claims_of
from reviewlint.document import Source, parse
from reviewlint.facts.gather import facts_of

BENCH = yaml.safe_load(Path(__file__).with_name("bench.yaml").read_text(encoding="utf-8"))
# Relation -> least recall, least precision, as measured when this was written. Raise them with the patterns.
LEAST = {
    "actor": (1.00, 1.00),
    "aggregateRating": (1.00, 1.00),
    "author": (1.00, 1.00),
    "broadcaster": (1.00, 1.00),
    "cinematographer": (1.00, 1.00),
    "creator": (1.00, 1.00),
    "datePublished": (1.00, 1.00),
    "developer": (1.00, 1.00),
    "director": (1.00, 1.00),
    "distributor": (1.00, 1.00),
    "duration": (1.00, 1.00),
    "illustrator": (1.00, 1.00),
    "musicBy": (1.00, 1.00),
    "producer": (1.00, 1.00),
    "productionCompany": (1.00, 1.00),
    "publisher": (1.00, 1.00),
    "recordLabel": (1.00, 1.00),
    "translator": (1.00, 1.00),
}


def read(entry: dict[str, object]) -> set[tuple[str, str]]:
    """Return the relation and the words of each claim that is read from a sentence."""
    document = parse(Source("draft.md", f"The harbour is quiet.\n\n{entry['text']}\n"))
    facts = facts_of(document, given={"type": entry["kind"], "name": "The Long Pier"})
    found = set()
    for told in claims_of(document, facts):
        said = told.said.partition(" as ")[0] if told.relation.value == "actor" else told.said
        found.add(("author" if told.relation.value == "writer" else told.relation.value, said))
    return found


@cache
def counted() -> tuple[Counter[str], Counter[str], Counter[str]]:
    """Return for each relation the claims there are, those read, and those read rightly."""
    there, seen, right = Counter[str](), Counter[str](), Counter[str]()
    for entry in BENCH:
        wanted = {(key, str(v)) for key, values in entry.items() if key not in ("kind", "text") for v in values}
        found = read(entry)
        there.update(key for key, _ in wanted)
        seen.update(key for key, _ in found)
        right.update(key for key, _ in wanted & found)
    return there, seen, right


@pytest.mark.parametrize("relation", LEAST)
def test_no_relation_falls(relation: str) -> None:
    there, seen, right = counted()
    recall, precision = LEAST[relation]
    assert right[relation] / there[relation] >= recall
    assert right[relation] / max(1, seen[relation]) >= precision


def test_every_relation_is_watched() -> None:
    there, seen, _ = counted()
    assert there.keys() | seen.keys() == LEAST.keys()


def test_nothing_is_read_from_the_traps() -> None:
    traps = [entry for entry in BENCH if entry.keys() == {"kind", "text"}]
    assert len(traps) > 8
    assert {entry["text"]: read(entry) for entry in traps if read(entry)} == {}
