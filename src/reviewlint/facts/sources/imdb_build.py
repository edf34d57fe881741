"""Builds a store of films and series from IMDb's files: one pass over each, nothing kept in memory but marks.

Episodes are left out, three titles in four, but counted. The store is a SQLite file that takes the place of the old
one only once it is whole.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from itertools import islice
from pathlib import Path

from reviewlint.errors import ReviewlintError
from reviewlint.facts.sources.imdb_files import NOTHING, ImdbFiles, number_of, whole
from reviewlint.facts.sources.titles import loose_key, title_key

VERSION = 1
KINDS = ("movie", "tvMovie", "short", "tvShort", "video", "tvSpecial", "tvSeries", "tvMiniSeries", "videoGame")
ROLES = ("director", "writer", "actor", "composer", "cinematographer", "editor", "producer")
_OF_CATEGORY = {"actor": "actor", "actress": "actor", "self": "actor"} | {role: role for role in ROLES[3:]}
_BATCH = 20_000
_SCHEMA = """
CREATE TABLE title (id INTEGER PRIMARY KEY, kind INTEGER, name TEXT, original TEXT, year INTEGER, last INTEGER,
                    minutes INTEGER, rating REAL, votes INTEGER, seasons INTEGER, episodes INTEGER);
CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT);
CREATE TABLE credit (title INTEGER, role INTEGER, place INTEGER, person INTEGER, part TEXT,
                     PRIMARY KEY (title, role, place)) WITHOUT ROWID;
CREATE TABLE known (key TEXT, title INTEGER, PRIMARY KEY (key, title)) WITHOUT ROWID;
CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TEMP TABLE raw_key (key TEXT, title INTEGER);
CREATE TEMP TABLE raw_credit (title INTEGER, role INTEGER, place INTEGER, person INTEGER, part TEXT);
CREATE TEMP TABLE raw_rating (title INTEGER PRIMARY KEY, rating REAL, votes INTEGER);
CREATE TEMP TABLE raw_episodes (title INTEGER, season INTEGER);
"""


class _Marks:
    """A set of numbers as one bit each, which grows with the greatest."""

    def __init__(self) -> None:
        self._bits = bytearray(1 << 16)

    def add(self, number: int) -> None:
        place = number >> 3
        if place >= len(self._bits):
            self._bits.extend(bytes(place + 1 - len(self._bits) + (len(self._bits) >> 2)))
        self._bits[place] |= 1 << (number & 7)

    def __contains__(self, number: object) -> bool:
        if not isinstance(number, int) or number >> 3 >= len(self._bits):
            return False
        return bool(self._bits[number >> 3] & (1 << (number & 7)))


def build(folder: Path, store: Path, tell: Callable[[int, int], None] = lambda done, size: None) -> dict[str, str]:
    """Build the store at `store` from the files in a folder; return what is in it, by name.

    `tell` is called with the bytes done and the bytes there are. Raise ReviewlintError where a file is missing or
    damaged, or the store cannot be written; then the old store stays.
    """
    files = ImdbFiles(folder, tell)
    part = store.with_name(f".{store.name}-{os.urandom(4).hex()}.part")
    try:
        store.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(part, isolation_level=None)
        try:
            about = _Build(files, connection).run()
        finally:
            connection.close()
        part.replace(store)
    except (sqlite3.Error, OSError) as error:
        reason = getattr(error, "strerror", None) or error
        raise ReviewlintError(f"The store cannot be written: {reason}.", path=store) from None
    finally:
        part.unlink(missing_ok=True)
    return about


class _Build:
    """One build."""

    def __init__(self, files: ImdbFiles, connection: sqlite3.Connection) -> None:
        self._files = files
        self._connection = connection
        self._titles = _Marks()
        self._people = _Marks()

    def run(self) -> dict[str, str]:
        """Fill the store; return what is in it."""
        for setting in ("journal_mode = OFF", "synchronous = OFF", "temp_store = FILE", "cache_size = -64000"):
            self._connection.execute(f"PRAGMA {setting}")
        self._connection.executescript(_SCHEMA)
        self._connection.execute("BEGIN")
        self._put("title (id, kind, name, original, year, last, minutes)", 7, self._basics())
        self._put("raw_key", 2, self._other_titles())
        self._put("raw_credit", 5, self._crew())
        self._put("raw_credit", 5, self._principals())
        self._put("person", 2, self._names())
        self._put("raw_rating", 3, self._ratings())
        self._put("raw_episodes", 2, self._episodes())
        self._settle()
        about = self._about()
        self._connection.executemany("INSERT INTO about VALUES (?, ?)", about.items())
        self._connection.execute("COMMIT")
        return about

    def _put(self, table: str, width: int, rows: Iterator[tuple[object, ...]]) -> None:
        marks = ", ".join("?" * width)
        while batch := list(islice(rows, _BATCH)):
            self._connection.executemany(f"INSERT OR IGNORE INTO {table} VALUES ({marks})", batch)

    def _basics(self) -> Iterator[tuple[object, ...]]:
        kinds = {kind: number for number, kind in enumerate(KINDS)}
        keys: list[tuple[str, int]] = []
        for own_id, kind, name, original, adult, year, last, minutes, _ in self._files.rows_of("title.basics"):
            number = number_of(own_id)
            if number is None or kind not in kinds or adult == "1":
                continue
            self._titles.add(number)
            keys += ((key, number) for title in {name, original} for key in _keys(title))
            if len(keys) >= _BATCH:
                self._connection.executemany("INSERT INTO raw_key VALUES (?, ?)", keys)
                keys.clear()
            other = original if original not in (name, NOTHING) else None
            yield number, kinds[kind], name, other, whole(year), whole(last), whole(minutes)
        self._connection.executemany("INSERT INTO raw_key VALUES (?, ?)", keys)

    def _other_titles(self) -> Iterator[tuple[object, ...]]:
        for row in self._files.rows_of("title.akas"):
            number = number_of(row[0])
            if number in self._titles:
                yield from ((key, number) for key in _keys(row[2]))

    def _crew(self) -> Iterator[tuple[object, ...]]:
        """Yield directors and writers: here all of them stand, among the principals only some."""
        for own_id, *lists in self._files.rows_of("title.crew"):
            number = number_of(own_id)
            if number not in self._titles:
                continue
            for role, people in enumerate(lists):
                for place, person in enumerate(people.split(",") if people != NOTHING else ()):
                    if (who := number_of(person)) is not None:
                        self._people.add(who)
                        yield number, role, place, who, None

    def _principals(self) -> Iterator[tuple[object, ...]]:
        for own_id, place, person, category, _, parts in self._files.rows_of("title.principals"):
            number, who, role = number_of(own_id), number_of(person), _OF_CATEGORY.get(category)
            if role is None or who is None or number not in self._titles:
                continue
            self._people.add(who)
            yield number, ROLES.index(role), whole(place) or 0, who, _part(parts) if category != "self" else None

    def _names(self) -> Iterator[tuple[object, ...]]:
        for row in self._files.rows_of("name.basics"):
            number = number_of(row[0])
            if number in self._people and row[1] != NOTHING:
                yield number, row[1]

    def _ratings(self) -> Iterator[tuple[object, ...]]:
        for own_id, rating, votes in self._files.rows_of("title.ratings"):
            number = number_of(own_id)
            if number in self._titles:
                yield number, _decimal(rating), whole(votes)

    def _episodes(self) -> Iterator[tuple[object, ...]]:
        for _, parent, season, _ in self._files.rows_of("title.episode"):
            number = number_of(parent)
            if number in self._titles:
                yield number, whole(season)

    def _settle(self) -> None:
        """Put what came in the order of the files into the order of look-ups."""
        for words in (
            "INSERT OR IGNORE INTO known SELECT key, title FROM raw_key ORDER BY key, title",
            "INSERT OR IGNORE INTO credit SELECT * FROM raw_credit ORDER BY title, role, place",
            "UPDATE title SET rating = r.rating, votes = r.votes FROM raw_rating AS r WHERE title.id = r.title",
            "UPDATE title SET seasons = e.seasons, episodes = e.episodes FROM (SELECT title, "
            "max(season) AS seasons, count(*) AS episodes FROM raw_episodes GROUP BY title) AS e "
            "WHERE title.id = e.title",
        ):
            self._connection.execute(words)

    def _about(self) -> dict[str, str]:
        counts = {name: str(self._connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0])
                  for name in ("title", "person", "credit", "known")}  # fmt: skip
        newest = max(path.stat().st_mtime for path in self._files.paths.values())
        of_files = datetime.fromtimestamp(newest, UTC).date().isoformat()
        about = {"version": str(VERSION), "files": of_files, "built": date.today().isoformat()}
        return {**about, **counts, "rows": str(self._files.rows), "bad": str(self._files.bad)}


def _keys(title: str) -> set[str]:
    return set() if title == NOTHING else {title_key(title), loose_key(title)}


def _part(parts: str) -> str | None:
    """Return the characters of a field such as ["Fujino"], each on a line."""
    if not parts.startswith("["):
        return None
    try:
        listed = json.loads(parts)
    except ValueError:
        return None
    return "\n".join(part for part in listed if isinstance(part, str) and part.strip()) or None


def _decimal(field: str) -> float | None:
    try:
        return float(field)
    except ValueError:
        return None
