"""Wikidata: works of every medium, free of any rights (CC0). Two to five requests a work, never SPARQL."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from reviewlint.facts.media import Medium
from reviewlint.facts.relations import Relation
from reviewlint.facts.sources import wikidata_terms as wd
from reviewlint.facts.sources.base import Candidate, Record, SourceError, Terms, Wanted, Web
from reviewlint.facts.sources.statements import items, label, names_of, statements, text_value, time_of
from reviewlint.facts.sources.titles import Likeness, likeness
from reviewlint.facts.sources.wikidata_record import Item, external_ids, read_item

_API = "https://www.wikidata.org/w/api.php"
_BATCH = 50  # ids in one request
_WHOLE = 10  # the same for whole items, of which some have half a megabyte
_FOUND = 20
_LONGEST_SEARCH = 300  # letters that a search may have
_LONGEST_TITLE = 150
_NAMED_FOR = 8  # candidates whose people are looked up
_NAMES = ("en", "mul", "ja")
Entity = Mapping[str, Any]


class Wikidata:
    """The source `wikidata`."""

    name = "wikidata"
    title = "Wikidata"
    terms = Terms(
        licence="CC0-1.0",
        page="https://www.wikidata.org/wiki/Wikidata:Licensing",
        note="Free of any rights. Anybody may edit it.",
        open=True,
        contact=True,
    )
    kinds = frozenset(wd.TYPES)
    gives = (
        *dict.fromkeys(wd.NAMED.values()), Relation.ACTOR, Relation.DURATION, Relation.DATE_PUBLISHED,
        Relation.IS_BASED_ON, Relation.AGGREGATE_RATING, *wd.COUNTS.values(),
    )  # fmt: skip
    ids = ("wikidata", *wd.IDS.values())

    def __init__(self) -> None:
        self._seen: dict[str, tuple[Entity, date]] = {}

    def search(self, wanted: Wanted, web: Web) -> Sequence[Candidate]:
        """Return items whose label or alias is the title; if none of the medium is among them, by class too."""
        self._seen.clear()
        found = self._by_name(wanted.title, web)
        works = self._works(found, web)
        if not any(_fits(wanted, candidate) for candidate in works):
            more = [item for item in self._by_class(wanted, web) if item not in found]
            works += self._works(more, web)
        return self._with_names(works, web) if wanted.text else works

    def resolve(self, kind: str, value: str, web: Web) -> str | None:
        """Return the item that has an id of another source."""
        if kind == self.name:
            return value
        props = [prop for prop, known in wd.IDS.items() if known == kind]
        words = "|".join(f"{prop}={value}" for prop in props)
        return next(iter(self._full_text(f"haswbstatement:{words}", web)), None) if props else None

    def fetch(self, own_id: str, web: Web) -> Record | None:
        """Return all it says of a work."""
        entity, day = next(self._entities([own_id], web), (None, web.today()))
        if entity is None:
            return None
        based = items(entity, wd.BASED_ON)[:3]
        sources = {item["id"]: item for item, _ in self._entities(based, web)}
        item = Item(entity, day, sources)
        referred = [ref for ref in item.refers_to() if ref not in sources]
        labels = dict(self._labels(referred, web))
        return read_item(item, {**labels, **sources})

    def _by_name(self, title: str, web: Web) -> list[str]:
        asked = {"action": "wbsearchentities", "search": title[:250], "language": "en", "uselang": "en"}
        data = self._api({**asked, "type": "item", "limit": str(_FOUND)}, web)[0]
        return [hit["id"] for hit in _dicts(data.get("search")) if isinstance(hit.get("id"), str)]

    def _by_class(self, wanted: Wanted, web: Web) -> list[str]:
        """Return items by a search in labels and aliases that only looks at works of the medium, if that is known.

        As many classes are named, the commonest first, as a search may be long.
        """
        title = wanted.title.replace('"', " ").replace("\\", " ")[:_LONGEST_TITLE]
        words = f'inlabel:"{title}"'
        for number, item in enumerate(wd.CLASSES.get(wanted.medium, "").split()):
            more = f"{'|' if number else ' haswbstatement:'}{wd.CLASS}={item}"
            words += more if len(words) + len(more) <= _LONGEST_SEARCH else ""
        return self._full_text(words, web)

    def _full_text(self, words: str, web: Web) -> list[str]:
        data = self._api({"action": "query", "list": "search", "srsearch": words, "srlimit": str(_FOUND)}, web)[0]
        query = data.get("query")
        return [hit["title"] for hit in _dicts(query.get("search") if isinstance(query, dict) else None)]

    def _api(self, params: Mapping[str, str], web: Web) -> tuple[Mapping[str, Any], date]:
        data, day = web.json(web.address(_API), {**params, "format": "json", "maxlag": "5"})
        if not isinstance(data, dict):
            raise SourceError("Wikidata answers with something else than it should.")
        if isinstance(data.get("error"), dict):
            raise SourceError(f"Wikidata refuses: {str(data['error'].get('info', 'no reason given'))[:200]}.")
        return data, day

    def _entities(self, ids: Iterable[str], web: Web) -> Iterator[tuple[Any, date]]:
        """Yield whole items, each asked for once."""
        wanted = list(dict.fromkeys(ids))
        missing = [item for item in wanted if item not in self._seen]
        for at in range(0, len(missing), _WHOLE):
            asked = {"ids": "|".join(missing[at : at + _WHOLE]), "props": "labels|aliases|descriptions|claims"}
            data, day = self._api({"action": "wbgetentities", **asked}, web)
            for key, entity in _entities_in(data):
                self._seen[key] = self._seen[entity["id"]] = (entity, day)
        yield from (self._seen[item] for item in wanted if item in self._seen)

    def _labels(self, ids: Sequence[str], web: Web) -> Iterator[tuple[str, Entity]]:
        """Yield the names of items."""
        wanted = list(dict.fromkeys(ids))
        for at in range(0, len(wanted), _BATCH):
            asked = {"ids": "|".join(wanted[at : at + _BATCH]), "props": "labels|aliases"}
            more = {"languages": "|".join(_NAMES), "languagefallback": "1"}
            yield from _entities_in(self._api({"action": "wbgetentities", **asked, **more}, web)[0])

    def _works(self, ids: Sequence[str], web: Web) -> list[Candidate]:
        """Return the items that are works."""
        found = [_candidate(entity) for entity, _ in self._entities(ids, web)]
        return [candidate for candidate in found if candidate.medium is not Medium.OTHER]

    def _with_names(self, works: list[Candidate], web: Web) -> list[Candidate]:
        """Return the works with the people that a review may mention."""
        people = {work.id: _people(self._seen[work.id][0]) for work in works[:_NAMED_FOR] if work.id in self._seen}
        asked = [item for at in range(_BATCH) for own in people.values() for item in own[at : at + 1]][:_BATCH]
        labels = {item: label(entity) for item, entity in self._labels(asked, web)} if asked else {}
        return [_named(work, [labels.get(item) for item in people.get(work.id, ())]) for work in works]


def _named(work: Candidate, names: Iterable[str | None]) -> Candidate:
    return replace(work, names=tuple(name for name in names if name))


def _people(entity: Entity) -> list[str]:
    return [item for prop in wd.PEOPLE for item in items(entity, prop)[:6]]


def _fits(wanted: Wanted, candidate: Candidate) -> bool:
    """Tell whether a candidate has the title, and nothing that is known speaks against it."""
    if wanted.medium is not Medium.OTHER and candidate.medium is not wanted.medium:
        return False
    if wanted.year and candidate.years and min(abs(wanted.year - year) for year in candidate.years) > 1:
        return False
    return any(likeness(wanted.title, title) <= Likeness.EDITION for title in candidate.titles)


def _candidate(entity: Entity) -> Candidate:
    classes = items(entity, wd.CLASS)
    described = entity.get("descriptions")
    english = described.get("en") or described.get("mul") if isinstance(described, dict) else None
    description = text_value(english) or ""
    own = [str(s.value.get("text")) for s in statements(entity, wd.TITLE).statements if isinstance(s.value, dict)]
    labels = entity.get("labels")
    return Candidate(
        source="wikidata",
        id=entity["id"],
        titles=tuple(dict.fromkeys((*names_of(entity), *own))) or (entity["id"],),
        years=_years(entity, (wd.RELEASED, wd.BEGAN)),
        last_year=max(_years(entity, (wd.ENDED,)), default=None),
        medium=wd.medium_of(classes, description),
        description=description,
        ids={"wikidata": entity["id"], **external_ids(entity)},
        fame=len(labels) if isinstance(labels, dict) else 0,
    )


def _years(entity: Entity, props: Iterable[str]) -> tuple[int, ...]:
    times = (time_of(s.value) for prop in props for s in statements(entity, prop, all_ranks=True).statements)
    return tuple(sorted({int(time[:4]) for time in times if time}))


def _entities_in(data: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    entities = data.get("entities")
    for key, entity in entities.items() if isinstance(entities, dict) else ():
        if isinstance(entity, dict) and isinstance(entity.get("id"), str) and "missing" not in entity:
            yield key, entity
            moved = entity.get("redirects")
            if isinstance(moved, dict) and isinstance(moved.get("from"), str):  # joined with another item since
                yield moved["from"], entity


def _dicts(value: Any) -> Iterator[dict[str, Any]]:
    return (item for item in value if isinstance(item, dict)) if isinstance(value, list) else iter(())
