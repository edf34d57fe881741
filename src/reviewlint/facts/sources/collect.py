"""Asks the sources for one work: the first that knows it says which work it is, the others add what they have of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from reviewlint.facts.compare.folding import fold
from reviewlint.facts.media import Medium, fold_key, work_types
from reviewlint.facts.relations import Relation
from reviewlint.facts.sources.base import Candidate, FactSource, Record, Sourced, SourceError, Wanted, Web
from reviewlint.facts.sources.matching import Choice, Scored, choose

WebOf = Callable[[FactSource], Web]
# Relations whose values from all sources stand side by side; of the others, the first source that has any is taken.
_JOINED = (Relation.ALTERNATE_NAME, Relation.SAME_AS, Relation.AGGREGATE_RATING)


@dataclass(frozen=True, slots=True)
class Gathered:
    """What the sources came to: records of one work, or a choice that somebody has to make, or nothing.

    `reasons` say why the work was taken; `troubles` what kept a source from answering, one for each; `answered` whether
    any did; `title` is the title of the work by which it was found.
    """

    records: tuple[Record, ...] = ()
    reasons: tuple[str, ...] = ()
    choice: Choice | None = None
    troubles: tuple[SourceError, ...] = ()
    answered: bool = False
    title: str = ""

    @property
    def type(self) -> str:
        """Return the type of the work, as facts files name it."""
        return self.records[0].type if self.records else "CreativeWork"

    def values(self) -> tuple[Sourced, ...]:
        """Return the values of all records, in the order of the relations, each relation from one source."""
        return merged(self.records)


def merged(records: Sequence[Record]) -> tuple[Sourced, ...]:
    """Return the values of all records: each relation from the first that has it, some of them from all."""
    kept: list[Sourced] = []
    for relation in Relation:
        given = [[value for value in record.values if value.relation is relation] for record in records]
        if relation in _JOINED:
            seen: dict[str, Sourced] = {}
            for value in (value for values in given for value in values):
                seen.setdefault(_identity(value), value)
            kept += seen.values()
        else:
            kept += next((values for values in given if values), [])
    return tuple(kept)


def _identity(value: Sourced) -> str:
    plain = value.value
    return str(plain.get("author", plain)) if isinstance(plain, dict) else fold_key(str(plain)) or str(plain)


def gather(
    wanted: Wanted,
    sources: Sequence[FactSource],
    web_of: WebOf,
    *,
    given: bool = False,
    pick: int | None = None,
    only_ask: bool = False,
) -> Gathered:
    """Return what some sources say of the wanted work.

    With `given`, the ids were typed by the user: then nothing else will do. `pick` is the number of the candidate that
    the user chose, from 1. With `only_ask` none is taken that the user did not choose.
    """
    asking = _Asking(wanted, sources, web_of, pick, only_ask)
    first = asking.by_ids()
    if first is None and not given:
        first = asking.by_title()
    if first is None:
        return Gathered(choice=asking.choice, troubles=tuple(asking.troubles), answered=asking.answered)
    source, record, reasons, title = first
    records = (record, *asking.others(source, record))
    return Gathered(records, reasons, asking.choice, tuple(asking.troubles), asking.answered, title)


First = tuple[FactSource, Record, tuple[str, ...], str]


class _Asking:
    """One work being asked for; a source in trouble is left out from then on."""

    def __init__(
        self, wanted: Wanted, sources: Sequence[FactSource], web_of: WebOf, pick: int | None, only_ask: bool
    ) -> None:
        self._wanted = wanted
        self._sources = [source for source in sources if wanted.medium in (Medium.OTHER, *source.kinds)]
        self._web_of = web_of
        self._pick = pick
        self._only_ask = only_ask
        self.choice: Choice | None = None
        self.troubles: list[SourceError] = []
        self.answered = False

    def _trouble(self, source: FactSource, error: SourceError) -> None:
        self.troubles.append(error)
        self._sources = [other for other in self._sources if other is not source]

    def by_ids(self) -> First | None:
        """Return the record of the first source that knows one of the ids."""
        for source in list(self._sources):
            try:
                found = self._by_ids(source, self._wanted.ids)
            except SourceError as error:
                self._trouble(source, error)
                continue
            self.answered |= any(kind in source.ids for kind in self._wanted.ids)
            if found is not None:
                return source, found[0], (f"by its {found[1]} id",), self._wanted.title
        return None

    def _by_ids(self, source: FactSource, ids: Mapping[str, str]) -> tuple[Record, str] | None:
        for kind in (kind for kind in source.ids if kind in ids):
            own = source.resolve(kind, ids[kind], self._web_of(source))
            record = source.fetch(own, self._web_of(source)) if own is not None else None
            if record is not None:
                return record, kind
        return None

    def by_title(self) -> First | None:
        """Return the record of the first source that has the title, if one of its candidates is clearly the one.

        Where the kind of work is not known, a source of one kind is not asked: there is an album of almost any title.
        """
        for source in list(self._sources):
            if self._wanted.medium is Medium.OTHER and len(source.kinds) == 1 < len(self._sources):
                continue
            try:
                choice = choose(self._wanted, source.search(self._wanted, self._web_of(source)))
                self.answered = True
                taken = self._picked(choice)
                if taken is None and not choice.ranked:
                    continue
                self.choice = choice
                record = source.fetch(taken.candidate.id, self._web_of(source)) if taken is not None else None
            except SourceError as error:
                self._trouble(source, error)
                continue
            if taken is None or record is None:
                return None
            return source, record, taken.reasons, _matched(self._wanted, taken.candidate)
        return None

    def _picked(self, choice: Choice) -> Scored | None:
        if self._pick is None:
            return None if self._only_ask else choice.taken
        return choice.ranked[self._pick - 1] if 0 < self._pick <= len(choice.ranked) else None

    def others(self, first: FactSource, record: Record) -> list[Record]:
        """Return what the other sources have of the same work: by its ids, or where they clearly have the same."""
        medium = medium_of(record)
        ids = {**self._wanted.ids, **record.ids}
        known = replace(self._wanted, ids=ids, medium=medium, year=self._wanted.year or _year(record))
        records: list[Record] = []
        for source in list(self._sources):
            if source is first or medium not in source.kinds:
                continue
            try:
                found = self._other(source, known, record)
            except SourceError as error:
                self._trouble(source, error)
                continue
            if found is not None:
                records.append(found)
                ids.update({kind: value for kind, value in found.ids.items() if kind not in ids})
        return records

    def _other(self, source: FactSource, known: Wanted, first: Record) -> Record | None:
        """Return what a source has of the work: by an id, or under its title, year and kind if somebody made both.

        Two films of one title came out in one year more than once.
        """
        by_id = self._by_ids(source, known.ids)
        if by_id is not None:
            return by_id[0]
        web = self._web_of(source)
        taken = choose(known, source.search(known, web)).taken
        record = source.fetch(taken.candidate.id, web) if taken is not None else None
        return record if record is not None and people_of(first) & people_of(record) else None


def people_of(record: Record) -> set[str]:
    """Return the people and companies of a record, each name and other name with its words in order of the alphabet."""
    named = [value.value for value in record.values if value.relation.is_role]
    names = [name for value in named for name in _names_in(value)]
    return {" ".join(sorted(fold(name).split())) for name in names}


def _names_in(value: Any) -> list[str]:
    if not isinstance(value, dict):
        return [str(value)]
    others = value.get("alternateName", [])
    return [str(value.get("name", "")), *(others if isinstance(others, list) else [str(others)])]


def medium_of(record: Record) -> Medium:
    """Return the medium of a record's type."""
    found = work_types().get(fold_key(record.type))
    return found.medium if found is not None else Medium.OTHER


def _year(record: Record) -> int | None:
    dates = (str(value.value)[:4] for value in record.values if value.relation is Relation.DATE_PUBLISHED)
    return next((int(year) for year in dates if year.isdigit()), None)


def _matched(wanted: Wanted, candidate: Candidate) -> str:
    """Return the title by which a candidate was found, as the source writes it."""
    from reviewlint.facts.sources.titles import likeness

    return min(candidate.titles, key=lambda title: likeness(wanted.title, title), default=candidate.title)
