"""What is believed of a draft's works, for people and for programs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from reviewlint.facts.compare.works import Conflict, conflicts
from reviewlint.facts.known import Facts
from reviewlint.facts.model import Fact, Value, Work
from reviewlint.facts.relations import Relation
from reviewlint.facts.values import Named, PartialDate, Rating


class Row(NamedTuple):
    """A line of the table: how deep the work is nested, what is told, and where it stands."""

    depth: int
    label: str
    value: str
    note: str
    source: str


def rows(work: Work, depth: int = 0) -> Iterator[Row]:
    """Yield a line for each fact of a work, and those of the works it names below theirs."""
    for fact in sorted(work.facts, key=lambda fact: tuple(Relation).index(fact.relation)):
        notes = [
            *(["not sure"] if not fact.sure else []),
            *(["complete"] if work.is_closed(fact.relation) and fact.sure else []),
            *([fact.provenance] if fact.provenance else []),
        ]
        yield Row(depth, fact.relation.label, value_text(fact), ", ".join(notes), source_text(fact))
        if isinstance(fact.value, Work) and len(fact.value.facts) > 1:
            yield from rows(fact.value, depth + 1)


def value_text(fact: Fact) -> str:
    """Return a fact's value as people write it; minutes with their unit."""
    if fact.relation is Relation.DURATION:
        return f"{fact.value:g} minutes"
    if isinstance(fact.value, Named):
        also = f", also {', '.join(fact.value.aliases)}" if fact.value.aliases else ""
        job = f": {fact.value.job}" if fact.value.job else ""
        return f"{fact.value}{job}{also}"
    return str(fact.value)


def source_text(fact: Fact) -> str:
    """Return where a fact stands: `look-back.facts.yaml:7 director`."""
    place = f"{fact.path}:{fact.line}" if fact.path and fact.line else fact.path or fact.origin.value
    return f"{place} {fact.key}"


def conflict_text(conflict: Conflict) -> str:
    """Return a sentence on two sources that do not agree."""
    label = conflict.fact.relation.label
    kept, other = (f"“{value_text(fact)}” ({source_text(fact)})" for fact in (conflict.fact, conflict.other))
    return f"{label.capitalize()}: {kept} is believed, not {other}."


def as_object(facts: Facts) -> dict[str, Any]:
    """Return all that is believed as plain values, for JSON."""
    return {
        "files": list(facts.files),
        "works": [_work(work) for work in facts.works],
        "conflicts": [
            {"relation": c.fact.relation.value, "believed": _fact(c.fact), "other": _fact(c.other)}
            for work in facts.works
            for c in conflicts(work)
        ],
        "problems": [{"path": p.path, "line": p.line, "message": p.message, "hint": p.hint} for p in facts.problems],
    }


def _work(work: Work) -> dict[str, Any]:
    listed = [{**_fact(fact), "closed": work.is_closed(fact.relation)} for fact in work.facts]
    return {"name": work.name, "type": work.type, "medium": work.medium.value, "facts": listed}


def _fact(fact: Fact) -> dict[str, Any]:
    return {
        "relation": fact.relation.value,
        "value": _value(fact.value),
        "key": fact.key,
        "text": fact.text,
        "origin": fact.origin.value,
        "path": fact.path,
        "line": fact.line,
        "provenance": fact.provenance,
        "sure": fact.sure,
    }


def _value(value: Value) -> Any:
    if isinstance(value, Work):
        return _work(value)
    if isinstance(value, Named):
        told: dict[str, Any] = {
            "name": value.name,
            "alternateName": list(value.aliases),
            "characterName": [_value(character) for character in value.characters],
            "areaServed": value.territory,
            "parentOrganization": list(value.kin),
            "roleName": value.job,
        }
        return {key: item for key, item in told.items() if item}
    if isinstance(value, Rating):
        rated: dict[str, Any] = {
            "ratingValue": value.letter or value.value,
            "bestRating": value.best,
            "author": value.author,
            "ratingCount": value.count,
            "dateModified": str(value.modified) if value.modified else None,
        }
        return {key: item for key, item in rated.items() if item is not None}
    return str(value) if isinstance(value, PartialDate) else value
