"""IMDb by a store on this machine, which `reviewlint facts store build` makes from IMDb's own files. No network.

Personal and non-commercial use only: neither the files nor the store are part of reviewlint.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote

from reviewlint.cache.folder import system_data
from reviewlint.errors import ReviewlintError
from reviewlint.facts.media import Medium
from reviewlint.facts.provenance import Provenance
from reviewlint.facts.relations import Relation
from reviewlint.facts.sources.base import Candidate, Record, Sourced, SourceError, Terms, Wanted, Web
from reviewlint.facts.sources.imdb_build import KINDS, ROLES, VERSION
from reviewlint.facts.sources.titles import Likeness, likeness, loose_key, title_key, without_edition
from reviewlint.facts.sources.values import duration, person, rating, same_as

VARIABLE = "REVIEWLINT_IMDB_STORE"
_LICENCE = "IMDb, personal and non-commercial"
_FOUND = 20
_NAMED_FOR = 8  # candidates whose people are looked up, if there is a draft that may mention them
_RELATIONS = {
    "director": Relation.DIRECTOR, "writer": Relation.WRITER, "actor": Relation.ACTOR, "composer": Relation.COMPOSER,
    "cinematographer": Relation.CINEMATOGRAPHER, "editor": Relation.EDITOR, "producer": Relation.PRODUCER,
}  # fmt: skip
# The crew's lists name all directors; writers include those of a book that a film is from, and others are a selection.
_COMPLETE = frozenset({Relation.DIRECTOR})


class _Row(NamedTuple):
    """A row of the table `title`."""

    id: int
    kind: int
    name: str
    original: str | None
    year: int | None
    last: int | None
    minutes: int | None
    rating: float | None
    votes: int | None
    seasons: int | None
    episodes: int | None


def store_path() -> Path:
    """Return where the store is: what REVIEWLINT_IMDB_STORE names, or where this system keeps data of programs."""
    given = os.environ.get(VARIABLE, "").strip()
    if given:
        return Path(given)
    try:
        return system_data() / "reviewlint" / "imdb.sqlite"
    except RuntimeError:
        raise ReviewlintError("There is no home folder for a store.", hint=f"Name a file in {VARIABLE}.") from None


class Imdb:
    """The source `imdb`."""

    name = "imdb"
    title = "IMDb"
    terms = Terms(
        licence=_LICENCE,
        page="https://developer.imdb.com/non-commercial-datasets/",
        note="Information courtesy of IMDb (https://www.imdb.com). Used with permission. Personal and non-commercial "
        "use; values do not belong into a public repository.",
        open=False,
    )
    kinds = frozenset({Medium.FILM, Medium.SERIES, Medium.GAME})
    gives = (
        *_RELATIONS.values(), Relation.DURATION, Relation.DATE_PUBLISHED, Relation.NUMBER_OF_SEASONS,
        Relation.NUMBER_OF_EPISODES, Relation.AGGREGATE_RATING,
    )  # fmt: skip
    ids = ("imdb",)

    def lacks(self) -> list[str]:
        """Return what it needs of the user."""
        return [] if store_path().is_file() else ["a store: `reviewlint facts store build FOLDER`"]

    def search(self, wanted: Wanted, web: Web) -> Sequence[Candidate]:
        """Return titles with one of the keys of the wanted title, those near its year first."""
        with _opened() as store:
            return self.candidates(store, wanted)

    def candidates(self, store: sqlite3.Connection, wanted: Wanted) -> list[Candidate]:
        """Return the same from a store that is open."""
        titles = {wanted.title, without_edition(wanted.title)}
        keys = {form(title) for title in titles for form in (title_key, loose_key)}
        words = (
            f"SELECT * FROM title WHERE id IN (SELECT title FROM known WHERE key IN ({', '.join('?' * len(keys))})) "
            "ORDER BY abs(coalesce(year, 0) - ?), votes DESC LIMIT ?"
        )
        rows = [_Row(*row) for row in store.execute(words, (*keys, wanted.year or 0, _FOUND))]
        named = rows[:_NAMED_FOR] if wanted.text else []
        people = {row.id: self._people(row.id, store) for row in named}
        return [_candidate(row, wanted.title, people.get(row.id, ())) for row in rows]

    def _people(self, title: int, store: sqlite3.Connection) -> tuple[str, ...]:
        words = "SELECT name FROM credit JOIN person ON person.id = credit.person WHERE title = ? AND role < 3 LIMIT 12"
        return tuple(name for (name,) in store.execute(words, (title,)))

    def credits(self, store: sqlite3.Connection, title: int) -> list[Sequence[Any]]:
        """Return role, name and part of all who are credited for a title, from a store that is open."""
        words = (
            "SELECT role, name, part FROM credit JOIN person ON person.id = credit.person "
            "WHERE title = ? ORDER BY role, place"
        )
        return list(store.execute(words, (title,)))

    def resolve(self, kind: str, value: str, web: Web) -> str | None:
        """Return the id."""
        return value

    def fetch(self, own_id: str, web: Web) -> Record | None:
        """Return all that the store has of a title."""
        number = own_id.removeprefix("tt")
        if not number.isdigit():
            return None
        with _opened() as store:
            found = store.execute("SELECT * FROM title WHERE id = ?", (int(number),)).fetchone()
            if found is None:
                return None
            row = _Row(*found)
            day = date.fromisoformat(_about(store)["files"])
            credits = self.credits(store, row.id)
        values = (*_of_title(row, own_id, day), *_of_credits(credits, own_id, day))
        medium = _medium(row.kind)
        type_name = {Medium.FILM: "Movie", Medium.SERIES: "TVSeries"}.get(medium, "VideoGame")
        return Record(id=own_id, type=type_name, values=values, ids={"imdb": own_id})


@contextmanager
def _opened() -> Iterator[sqlite3.Connection]:
    """Yield the store, which nobody writes to; raise SourceError where there is none, or an older one."""
    path = store_path()
    if not path.is_file():
        raise SourceError("There is no store of IMDb's files.", hint="`reviewlint facts store build FOLDER` makes it.")
    try:
        where = f"file:{quote(str(path.absolute()))}?mode=ro&immutable=1"
        with closing(sqlite3.connect(where, uri=True)) as store:
            if _about(store).get("version") != str(VERSION):
                raise SourceError("The store of IMDb's files is of another version.", hint="Build it anew.")
            yield store
    except sqlite3.Error as error:
        raise SourceError(f"The store of IMDb's files cannot be read: {error}.", hint="Build it anew.") from None


def _about(store: sqlite3.Connection) -> dict[str, str]:
    return dict(store.execute("SELECT key, value FROM about").fetchall())


def _id(number: int) -> str:
    return f"tt{number:07}"


def _medium(kind: int) -> Medium:
    name = KINDS[kind]
    if name == "videoGame":
        return Medium.GAME
    return Medium.SERIES if name in ("tvSeries", "tvMiniSeries") else Medium.FILM


def _candidate(row: _Row, title: str, people: tuple[str, ...]) -> Candidate:
    """Return a candidate; where the title it was found by is neither of its main ones, it is one in another country."""
    titles = (row.name, row.original) if row.original else (row.name,)
    if not any(likeness(title, known) <= Likeness.EDITION for known in titles):
        titles = (*titles, title)
    return Candidate(
        source="imdb",
        id=_id(row.id),
        titles=titles,
        years=(row.year,) if row.year else (),
        last_year=row.last,
        medium=_medium(row.kind),
        description=KINDS[row.kind],
        names=people,
        ids={"imdb": _id(row.id)},
        fame=row.votes or 0,
    )


def _of_title(row: _Row, own_id: str, day: date) -> Iterator[Sourced]:
    def own(prop: str) -> Provenance:
        return Provenance("IMDb", own_id, prop, day, _LICENCE)

    is_series = _medium(row.kind) is Medium.SERIES
    yield Sourced(Relation.NAME, row.name, own("primaryTitle"))
    if row.original:
        yield Sourced(Relation.ALTERNATE_NAME, row.original, own("originalTitle"))
    if row.year:
        yield Sourced(Relation.DATE_PUBLISHED, str(row.year), own("startYear"))
    if row.last and is_series:
        yield Sourced(Relation.END_DATE, str(row.last), own("endYear"))
    if row.minutes and _medium(row.kind) is Medium.FILM:
        yield Sourced(Relation.DURATION, duration(row.minutes), own("runtimeMinutes"))
    if row.last and is_series:  # while it runs, the counts are of yesterday
        if row.seasons:
            yield Sourced(Relation.NUMBER_OF_SEASONS, row.seasons, own("seasonNumber"))
        if row.episodes:
            yield Sourced(Relation.NUMBER_OF_EPISODES, row.episodes, own("episodeNumber"))
    if row.rating:
        value = rating(row.rating, 10, "IMDb", day.isoformat(), row.votes)
        yield Sourced(Relation.AGGREGATE_RATING, value, own("averageRating"))
    for page in same_as({"imdb": own_id}, ("imdb",)):
        yield Sourced(Relation.SAME_AS, page, own("tconst"))


def _of_credits(credits: Sequence[Sequence[Any]], own_id: str, day: date) -> Iterator[Sourced]:
    for role, name, part in credits:
        relation = _RELATIONS[ROLES[role]]
        own = Provenance("IMDb", own_id, ROLES[role], day, _LICENCE, complete=relation in _COMPLETE)
        value = person(name)
        if part and relation is Relation.ACTOR:
            parts = [{"name": one} for one in part.split("\n")]
            value["characterName"] = parts[0] if len(parts) == 1 else parts
        yield Sourced(relation, value, own)
