"""What is known of the works a draft reviews, each value with its source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from reviewlint.facts.media import Medium
from reviewlint.facts.relations import Relation, closed_by_default
from reviewlint.facts.values import Named, PartialDate, Rating
from reviewlint.finding import Related, Span


class Origin(StrEnum):
    """Where a fact comes from. An earlier member outranks a later one."""

    FILE = "facts file"
    FRONT = "front matter"

    @property
    def rank(self) -> int:
        """Return 0 for the most trusted origin."""
        return tuple(Origin).index(self)


@dataclass(frozen=True, slots=True)
class Fact:
    """One value of one relation, and all that is known of where it stands.

    `key` and `text` are as written in the source. `line` counts from 1. `span` is set where the source is the
    draft's own front matter. `provenance` says where the value was taken from. `sure` is False for a value
    that may not be about the work at all, such as a punning headline: it may support a claim, never contradict one.
    `sourced` is True for a value that a source gave and nobody changed since: sources differ among themselves.
    """

    relation: Relation
    value: Value
    origin: Origin
    key: str
    text: str
    path: str | None = None
    line: int | None = None
    span: Span | None = None
    provenance: str | None = None
    sure: bool = True
    sourced: bool = False

    @property
    def named(self) -> Named | None:
        """Return the value if it is a person, company or character."""
        return self.value if isinstance(self.value, Named) else None

    def related(self) -> Related:
        """Return the fact as a note beside a finding: "duration: PT58M", with path and line."""
        note = f"{self.key}: {self.text}" + (f" ({self.provenance})" if self.provenance else "")
        return Related(note, self.path, self.line)


@dataclass(frozen=True)
class Work:
    """What is known of one work. Facts stand in the order of trust, and of their source within it.

    `complete` are the relations whose lists name everybody; `open` those whose source says that they may not.
    """

    medium: Medium = Medium.OTHER
    type: str | None = None
    facts: tuple[Fact, ...] = ()
    complete: frozenset[Relation] = frozenset()
    open: frozenset[Relation] = frozenset()
    _by_relation: dict[Relation, tuple[Fact, ...]] = field(init=False, repr=False, compare=False, default_factory=dict)

    def __post_init__(self) -> None:
        for fact in self.facts:
            self._by_relation[fact.relation] = (*self._by_relation.get(fact.relation, ()), fact)

    def get(self, relation: Relation) -> tuple[Fact, ...]:
        """Return every fact of a relation, the most trusted first."""
        return self._by_relation.get(relation, ())

    def best(self, relation: Relation) -> tuple[Fact, ...]:
        """Return the sure facts of a relation from the most trusted origin that has any."""
        sure = [fact for fact in self.get(relation) if fact.sure]
        return tuple(fact for fact in sure if fact.origin is sure[0].origin)

    def fair(self, relation: Relation) -> tuple[Fact, ...]:
        """Return the facts to hold a claim against: the best ones, and those that are not sure."""
        return (*self.best(relation), *(fact for fact in self.get(relation) if not fact.sure))

    def is_closed(self, relation: Relation) -> bool:
        """Tell whether the list of this relation is complete, so that a name outside it contradicts it."""
        if not self.best(relation):
            return False
        if relation in self.complete:
            return True
        return relation not in self.open and closed_by_default(relation, self.medium)

    @property
    def name(self) -> str | None:
        """Return the title of the work."""
        names = self.best(Relation.NAME) or self.get(Relation.NAME)
        return str(names[0].value) if names else None

    @property
    def titles(self) -> tuple[str, ...]:
        """Return every title the work is known by."""
        facts = (*self.get(Relation.NAME), *self.get(Relation.ALTERNATE_NAME))
        return tuple(dict.fromkeys(str(fact.value) for fact in facts))

    def named(self) -> Iterator[Fact]:
        """Yield the facts whose values are people, companies or characters."""
        return (fact for fact in self.facts if isinstance(fact.value, Named))

    def works(self, relation: Relation) -> tuple[Work, ...]:
        """Return the works that a relation such as `isBasedOn` names."""
        return tuple(fact.value for fact in self.get(relation) if isinstance(fact.value, Work))

    def dates(self) -> tuple[PartialDate, ...]:
        """Return every day the best source knows the work to have come out, festivals and countries included."""
        facts = (*self.best(Relation.DATE_PUBLISHED), *self.best(Relation.RELEASED_EVENT))
        return tuple(fact.value for fact in facts if isinstance(fact.value, PartialDate))

    def strings(self) -> Iterator[str]:
        """Yield every name and text of the facts, those of the works within included."""
        for fact in self.facts:
            if isinstance(fact.value, Named):
                yield from fact.value.all_names()
            elif isinstance(fact.value, Work):
                yield from fact.value.strings()
            elif isinstance(fact.value, str):
                yield fact.value

    def __str__(self) -> str:
        """Return the title, and the author where there is one."""
        authors = [str(fact.value) for fact in self.get(Relation.AUTHOR)]
        return (self.name or self.medium.value) + (f" by {', '.join(authors)}" if authors else "")


Value = str | int | float | Named | PartialDate | Rating | Work

UNKNOWN_WORK = Work()
