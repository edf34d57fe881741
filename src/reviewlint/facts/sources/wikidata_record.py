"""An item of Wikidata as the values of a facts file, each with its property."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from reviewlint.facts.media import Medium
from reviewlint.facts.provenance import Provenance
from reviewlint.facts.relations import Relation
from reviewlint.facts.sources import wikidata_terms as terms
from reviewlint.facts.sources.base import Record, Sourced
from reviewlint.facts.sources.statements import (
    Statement,
    amount_of,
    item_of,
    items,
    label,
    minutes_of,
    names_of,
    statements,
    text_in,
    text_value,
    time_of,
)
from reviewlint.facts.sources.values import duration, person, rating, same_as

_MOST_CAST = 40
_MOST_ALIASES = 6
_OF_SOURCE = {"P50": "author", "P170": "creator", "P57": "director", "P175": "byArtist", "P123": "publisher"}
_SCORE = re.compile(r"(?P<value>\d+(?:[.,]\d+)?)\s*(?:/\s*(?P<best>\d+)|(?P<percent>%))")
Entity = Mapping[str, Any]


class Item(NamedTuple):
    """An item, the day it was read, and the items that it is based on."""

    entity: Entity
    day: date
    sources: Mapping[str, Entity]

    @property
    def description(self) -> str:
        """Return the English description."""
        described = self.entity.get("descriptions")
        return (text_value(described.get("en")) if isinstance(described, dict) else None) or ""

    @property
    def medium(self) -> Medium:
        """Return the medium."""
        return terms.medium_of(items(self.entity, terms.CLASS), self.description)

    def refers_to(self) -> list[str]:
        """Return the ids of all items whose names are needed."""
        found: list[str] = []
        for prop in (*terms.NAMED, terms.BASED_ON, terms.SERIES, terms.COUNTRY):
            for statement in statements(self.entity, prop).statements:
                found += [
                    item
                    for value in (statement.value, *statement.qualifiers.get(terms.RELEASED_WHERE, ()))
                    if (item := item_of(value))
                ]
        for prop in terms.CAST:
            for statement in statements(self.entity, prop).statements[:_MOST_CAST]:
                found += [item for value in (statement.value, *statement.qualifiers.get(terms.CHARACTER_ITEM, ()))
                          if (item := item_of(value))]  # fmt: skip
        for prop, qualifier in ((terms.RELEASED, terms.RELEASED_WHERE), (terms.SCORE, terms.SCORED_BY)):
            for statement in statements(self.entity, prop, all_ranks=True).statements:
                found += [item for value in statement.qualifiers.get(qualifier, ()) if (item := item_of(value))]
        for source in self.sources.values():
            found += [item for prop in (*_OF_SOURCE, terms.PUBLISHED_IN) for item in items(source, prop)]
        return found


def read_item(item: Item, names: Mapping[str, Entity]) -> Record:
    """Return the record of an item; `names` are the items it refers to. What has no name is left out."""
    reader = _Reader(item, names)
    ids = {"wikidata": item.entity["id"], **external_ids(item.entity)}
    own = reader.provenance()
    links = tuple(Sourced(Relation.SAME_AS, page, own) for page in same_as(ids, ("wikidata", "imdb")))
    values = (*reader.titles(), *reader.dates(), *reader.numbers(), *reader.named(), *reader.cast(), *reader.works())
    type_name = terms.type_of(item.medium, items(item.entity, terms.CLASS), item.description)
    return Record(id=item.entity["id"], type=type_name, values=(*values, *reader.ratings(), *links), ids=ids)


def external_ids(entity: Entity) -> dict[str, str]:
    """Return the ids that an item has elsewhere; of each kind the first."""
    found: dict[str, str] = {}
    for prop, kind in terms.IDS.items():
        for statement in statements(entity, prop).statements:
            if isinstance(statement.value, str):
                found.setdefault(kind, statement.value)
    return found


def _first(times: list[str]) -> str:
    """Return the first day, of sorted ones; where the year alone stands beside a day in it, the day."""
    in_year = [time for time in times if time[:4] == times[0][:4]]
    return next((time for time in in_year if len(time) == max(map(len, in_year))), times[0])


class _Reader:
    """Reads the values of one item."""

    def __init__(self, item: Item, names: Mapping[str, Entity]) -> None:
        self._entity = item.entity
        self._day = item.day
        self._sources = item.sources
        self._names = names
        self._medium = item.medium

    def provenance(self, prop: str | None = None, complete: bool | None = None) -> Provenance:
        return Provenance("Wikidata", str(self._entity["id"]), prop, self._day, "CC0-1.0", complete)

    def _name(self, item: str | None) -> str | None:
        return label(self._names[item]) if item is not None and item in self._names else None

    def _person(self, item: str | None) -> dict[str, Any] | None:
        """Return the name of somebody with the other names that a review may use."""
        if item is None or item not in self._names or not (name := self._name(item)):
            return None
        others = [other for other in names_of(self._names[item], ("en", "mul", "ja")) if other != name]
        return person(name, others[:_MOST_ALIASES])

    def titles(self) -> Iterator[Sourced]:
        name = label(self._entity)
        if name:
            yield Sourced(Relation.NAME, name, self.provenance("label"))
        native = [text_in(s.value) for s in statements(self._entity, terms.TITLE).statements]
        others = dict.fromkeys([*native, *names_of(self._entity, ("en", "mul"))])
        for other in [text for text in others if text and text != name][:8]:
            yield Sourced(Relation.ALTERNATE_NAME, other, self.provenance("alias"))

    def dates(self) -> Iterator[Sourced]:
        began = terms.BEGAN if self._medium is Medium.SERIES else terms.RELEASED
        for prop in dict.fromkeys((began, terms.RELEASED)):
            listed = statements(self._entity, prop, all_ranks=True).statements
            dated = sorted(((time, s) for s in listed if (time := time_of(s.value))), key=lambda pair: pair[0])
            if dated:
                yield Sourced(Relation.DATE_PUBLISHED, _first([time for time, _ in dated]), self.provenance(prop))
                yield from self._releases(dated)
                break
        for statement in statements(self._entity, terms.ENDED).statements if self._medium is Medium.SERIES else ():
            if time := time_of(statement.value):
                yield Sourced(Relation.END_DATE, time, self.provenance(terms.ENDED))

    def _releases(self, dated: list[tuple[str, Statement]]) -> Iterator[Sourced]:
        """Yield each release, if there are several or places are known."""
        for time, statement in dated[:12]:
            where = [self._name(item_of(value)) for value in statement.qualifiers.get(terms.RELEASED_WHERE, ())]
            places = ", ".join(place for place in where if place)
            if places or len(dated) > 1:
                event = {"startDate": time, **({"location": places} if places else {})}
                yield Sourced(Relation.RELEASED_EVENT, event, self.provenance(terms.RELEASED))

    def numbers(self) -> Iterator[Sourced]:
        if self._medium is not Medium.SERIES:  # there it is that of an episode
            lengths = [minutes_of(s.value) for s in statements(self._entity, terms.DURATION, all_ranks=True).statements]
            for minutes in dict.fromkeys(minutes for minutes in lengths if minutes):
                yield Sourced(Relation.DURATION, duration(minutes), self.provenance(terms.DURATION))
        is_over = self._medium is Medium.SERIES and statements(self._entity, terms.ENDED).statements
        for prop, relation in terms.COUNTS.items() if is_over else ():
            amounts = [amount_of(s.value) for s in statements(self._entity, prop).statements]
            if len(amounts) == 1 and amounts[0]:  # of several, no one knows which it is
                yield Sourced(relation, int(amounts[0]), self.provenance(prop))
        for statement in statements(self._entity, terms.COUNTRY).statements:
            if name := self._name(statement.item):
                yield Sourced(Relation.COUNTRY, name, self.provenance(terms.COUNTRY))

    def _means(self, relation: Relation) -> bool:
        return self._medium in terms.ONLY_FOR.get(relation, frozenset(Medium))

    def named(self) -> Iterator[Sourced]:
        """Yield people and companies. Wikidata calls no list complete; what has ended keeps its last day."""
        for prop, relation in terms.NAMED.items():
            if not self._means(relation):
                continue
            for statement in statements(self._entity, prop).statements:
                value = self._person(statement.item)
                if value is None:
                    continue
                if statement.ended is not None:
                    value = {**value, "endDate": statement.ended or "unknown"}
                where = [self._name(item_of(place)) for place in statement.qualifiers.get(terms.RELEASED_WHERE, ())]
                if where and where[0]:
                    value = {**value, "areaServed": where[0]}
                yield Sourced(relation, value, self.provenance(prop, complete=False))

    def cast(self) -> Iterator[Sourced]:
        seen: dict[str, Sourced] = {}
        for prop in terms.CAST:
            for statement in statements(self._entity, prop).statements[:_MOST_CAST]:
                value = self._person(statement.item)
                if value is None or statement.item is None:
                    continue
                parts = [self._person(item_of(part)) for part in statement.qualifiers.get(terms.CHARACTER_ITEM, ())]
                texts = [text_in(part) for part in statement.qualifiers.get(terms.CHARACTER_TEXT, ())]
                known = [part for part in parts if part] or [{"name": text} for text in texts if text]
                if known:
                    value = {**value, "characterName": known[0] if len(known) == 1 else known}
                if statement.item not in seen or (known and "characterName" not in seen[statement.item].value):
                    seen[statement.item] = Sourced(Relation.ACTOR, value, self.provenance(prop, complete=False))
        yield from seen.values()

    def works(self) -> Iterator[Sourced]:
        for item in items(self._entity, terms.BASED_ON):
            if name := self._name(item):
                yield Sourced(Relation.IS_BASED_ON, self._source(item, name), self.provenance(terms.BASED_ON))
        for item in items(self._entity, terms.SERIES)[:2]:
            if name := self._name(item):
                yield Sourced(Relation.PART_OF_SERIES, {"name": name}, self.provenance(terms.SERIES))

    def _source(self, item: str, name: str) -> dict[str, Any]:
        """Return the work that this one is based on, with who made and who published it."""
        source = self._sources.get(item, {})
        described = Item(source, self._day, {}) if source else None
        value: dict[str, Any] = {"name": name}
        if described is not None and described.medium is not Medium.OTHER:
            kind = terms.type_of(described.medium, items(source, terms.CLASS), described.description)
            value = {"type": kind, **value}
        for prop, key in _OF_SOURCE.items():
            people = [person for ref in items(source, prop) if (person := self._person(ref))]
            if people:
                value[key] = people[0] if len(people) == 1 else people
        published_in = [found for ref in items(source, terms.PUBLISHED_IN) if (found := self._name(ref))]
        if published_in:
            value["isPartOf"] = published_in[0]
        if len(value) > 1:
            value["provenance"] = {"source": "Wikidata", "id": item, "complete": False}
        return value

    def ratings(self) -> Iterator[Sourced]:
        """Yield scores whose site and day are known, the newest of each site."""
        newest: dict[str, tuple[str, dict[str, Any]]] = {}
        for statement in statements(self._entity, terms.SCORE).statements:
            site = next((self._name(item_of(v)) for v in statement.qualifiers.get(terms.SCORED_BY, ())), None)
            day = next((time_of(value) for value in statement.qualifiers.get(terms.SCORED_ON, ())), None)
            found = _SCORE.fullmatch(statement.value.strip()) if isinstance(statement.value, str) else None
            if found is None or not site or not day or (site in newest and newest[site][0] >= day):
                continue
            votes = next((amount_of(value) for value in statement.qualifiers.get(terms.SCORE_COUNT, ())), None)
            best = 100 if found["percent"] else int(found["best"])
            newest[site] = (day, rating(float(found["value"].replace(",", ".")), best, site, day, votes))
        for _, value in newest.values():
            yield Sourced(Relation.AGGREGATE_RATING, value, self.provenance(terms.SCORE))
