"""What a source of facts is, and the values that pass between sources and the rest.

A package adds a source with an entry point of the group `reviewlint.sources` that names a class without arguments,
which follows `FactSource`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple, Protocol

from reviewlint.errors import ReviewlintError
from reviewlint.facts.media import Medium
from reviewlint.facts.provenance import Provenance
from reviewlint.facts.relations import Relation


class SourceError(ReviewlintError):
    """One source cannot answer: it is down, refuses, or answers with what cannot be read. The others still do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """On what terms a source gives its data.

    `open` tells that values may be published with reviews; only such sources are asked without being named.
    `note` is a sentence for the user. `contact` says that the source asks for the user's address. `keys` are the names
    of the keys that the user must have.
    """

    licence: str
    page: str
    note: str
    open: bool
    contact: bool = False
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """The work that facts are sought for.

    `text` is the draft's, which may mention people; `names` are those who made the work, by the draft's front matter or
    facts; `ids` are known for sure.
    """

    title: str
    year: int | None = None
    medium: Medium = Medium.OTHER
    text: str = ""
    names: tuple[str, ...] = ()
    ids: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A work that a source has, as far as matching needs it.

    `titles` are all it is known by, the usual one first. `years` are all it came out in; `last_year` ends a run.
    `names` are people and companies of it. `fame` orders equals in a list, and decides nothing.
    """

    source: str
    id: str
    titles: tuple[str, ...]
    years: tuple[int, ...] = ()
    last_year: int | None = None
    medium: Medium = Medium.OTHER
    description: str = ""
    names: tuple[str, ...] = ()
    ids: Mapping[str, str] = field(default_factory=dict)
    fame: int = 0

    @property
    def title(self) -> str:
        """Return the usual title."""
        return self.titles[0] if self.titles else self.id


class Sourced(NamedTuple):
    """One value of a relation, as a facts file writes it (text, number, or mapping), and its source."""

    relation: Relation
    value: Any
    provenance: Provenance


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """All that a source says of one work. `type` is one that facts files know; `ids` are those elsewhere."""

    id: str
    type: str
    values: tuple[Sourced, ...]
    ids: Mapping[str, str] = field(default_factory=dict)


class Answer(NamedTuple):
    """What a server answered, read as JSON, and the day it did. `data` is None where there is no such thing (404)."""

    data: Any
    day: date


class Web(Protocol):
    """The way to a source's server, with good manners: see `web.SourceWeb`. A source opens no connection itself."""

    def json(
        self,
        url: str,
        params: Mapping[str, str] | None = None,
        *,
        post: Any = None,
        headers: Mapping[str, str] | None = None,
        secret_params: Mapping[str, str] | None = None,
        secret_headers: Mapping[str, str] | None = None,
        keep: bool = True,
    ) -> Answer:
        """Return the answer of a server to GET, or to POST of a JSON value or text; raise SourceError.

        What is secret is neither kept nor ever shown; with `keep` off, neither is the answer.
        """

    def key(self, name: str) -> str:
        """Return a key of the user's; raise SourceError where there is none."""

    def address(self, usual: str) -> str:
        """Return the address to ask instead of the usual one, if the user's environment names one."""

    def today(self) -> date:
        """Return the day."""


class FactSource(Protocol):
    """A source of facts. `name` is what users type; `ids` are the kinds of ids it finds works by, its own first."""

    name: str
    title: str
    terms: Terms
    kinds: frozenset[Medium]
    gives: tuple[Relation, ...]
    ids: tuple[str, ...]

    def search(self, wanted: Wanted, web: Web) -> Sequence[Candidate]:
        """Return works that may be the wanted one. Raise SourceError."""

    def resolve(self, kind: str, value: str, web: Web) -> str | None:
        """Return this source's own id for an id of one of its kinds, or None. Raise SourceError."""

    def fetch(self, own_id: str, web: Web) -> Record | None:
        """Return all it says of a work, or None if there is no such. Raise SourceError."""
