"""A facts file read anew from its sources. Only values that were written here, and nobody changed since, may change."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from reviewlint.errors import ReviewlintError
from reviewlint.facts.nodes import Node
from reviewlint.facts.provenance import KEY, checksum, read_provenance, written_sum
from reviewlint.facts.relations import Relation
from reviewlint.facts.sources.adding import Written, read_written
from reviewlint.facts.sources.base import FactSource, Record, SourceError
from reviewlint.facts.sources.collect import WebOf, merged
from reviewlint.facts.sources.edit import apply, places
from reviewlint.facts.sources.layout import Entry, entries_of, entry_sum


@dataclass(frozen=True, slots=True)
class Refreshed:
    """A facts file before and after, the keys that a person changed since (left alone), and sources in trouble."""

    path: Path
    before: str
    after: str
    left: tuple[str, ...] = ()
    troubles: tuple[ReviewlintError, ...] = ()

    def diff(self) -> str:
        """Return what changed but for the days on which it was read, as a unified diff; "" for nothing."""
        old, new = (_without_sources(text).splitlines(keepends=True) for text in (self.before, self.after))
        return "".join(difflib.unified_diff(old, new, str(self.path), str(self.path)))


def _without_sources(text: str) -> str:
    place = places(text.replace("\r\n", "\n")).get(KEY)
    text = text.replace("\r\n", "\n")
    return text if place is None else text[: place.start] + text[place.end :]


def refresh(path: Path, sources: Sequence[FactSource], web_of: WebOf) -> Refreshed | None:
    """Return a facts file with what its sources say now; None if nothing in it was written here.

    A source that cannot answer leaves its values as they are. Raise ReviewlintError for a file that cannot be read.
    """
    held = read_written(path)
    if not held.is_ours:
        return None
    records, silent, troubles = _records(held, sources, web_of)
    changes = _Changes(held, silent)
    changes.take(entries_of(merged(records), held.work.medium))
    try:
        after = apply(held.text, changes.new, changes.changed, changes.gone(records))
    except ReviewlintError as error:
        raise ReviewlintError(error.message, path=path, line=error.line, hint=error.hint) from None
    return Refreshed(path, held.text, after, tuple(changes.left), tuple(troubles))


def _records(
    held: Written, sources: Sequence[FactSource], web_of: WebOf
) -> tuple[list[Record], set[str], list[ReviewlintError]]:
    """Return the records of the works that the file is from, the titles of sources that were silent, and why."""
    by_title = {source.title: source for source in sources}
    records: list[Record] = []
    silent: set[str] = set()
    troubles: list[ReviewlintError] = []
    for title, own_id in held.works_at():
        source = by_title.get(title)
        record = None
        try:
            if source is None:
                raise SourceError(f"The source {title} is not here; what is from it stays.")
            record = source.fetch(own_id, web_of(source))
            if record is None:
                raise SourceError(f"{title} no longer has {own_id}; what is from it stays.")
        except SourceError as error:
            silent.add(title)
            troubles.append(error)
        if record is not None:
            records.append(record)
    return records, silent, troubles


class _Changes:
    """What is to change in a file: keys that are new, that have another value, that are gone; and what is left."""

    def __init__(self, held: Written, silent: set[str]) -> None:
        self._held = held
        self._silent = silent
        self.new: list[Entry] = []
        self.changed: list[Entry] = []
        self.left: list[str] = []
        self._said: set[str] = set()

    def take(self, entries: Sequence[Entry]) -> None:
        """Sort what the sources say now."""
        there = {fact.relation for fact in self._held.work.facts}
        for entry in entries:
            self._said.add(entry.key)
            source = self._held.sources.get(entry.key)
            if source is None and Relation(entry.key) not in there:
                self.new.append(entry)
            elif source is not None and self._is_ours(entry.key, source):
                self.changed.append(entry)
            elif source is not None and written_sum(source) is not None and self._differs(entry):
                self.left.append(entry.key)

    def _differs(self, entry: Entry) -> bool:
        return entry_sum(entry) != checksum(self._held.value(entry.key))

    def _is_ours(self, key: str, source: Node) -> bool:
        """Tell whether a value is as it was written here, and its source answered."""
        value = self._held.value(key)
        if value is None or any(found.source in self._silent for found in read_provenance(source)):
            return False
        return written_sum(source) == checksum(value)

    def gone(self, records: Sequence[Record]) -> list[str]:
        """Return the keys that were written here and that no source has any more."""
        if not records:
            return []
        sources = self._held.sources.items()
        return [key for key, source in sources if key not in self._said and self._is_ours(key, source)]
