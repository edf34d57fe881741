"""The facts file: schema.org names and people's own words for them, each value with its line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from reviewlint.errors import ReviewlintError, nearest
from reviewlint.facts.entries import (
    UNUSED,
    Reading,
    items_of,
    read_dated,
    read_named,
    read_ratings,
    text_of,
    texts_of,
)
from reviewlint.facts.media import Medium, fold_key, work_types
from reviewlint.facts.model import Fact, Origin, Value, Work
from reviewlint.facts.nodes import Entry, Items, Node, Scalar, Table
from reviewlint.facts.people import jobs_in, split_jobs
from reviewlint.facts.provenance import checksum, read_provenance, written_sum
from reviewlint.facts.reading import read_date, read_minutes, read_whole, read_years
from reviewlint.facts.relations import Holds, Relation, known_keys, relation_named, relation_of
from reviewlint.facts.values import Named

_WORKS = ("works", "@graph")
_OWN_KEYS = ("type", "works", "provenance", "complete", "itemReviewed")
_MAX_NESTING = 4  # a film of a book of a series of …


class Sheet(NamedTuple):
    """The works a source speaks of, and what is wrong with it."""

    works: tuple[Work, ...]
    problems: tuple[ReviewlintError, ...]


def read_sheet(root: Node, path: str | None = None, origin: Origin = Origin.FILE) -> Sheet:
    """Return the works in the tree of a facts file, and a problem for each thing in it that is wrong.

    What is wrong is left out; the rest holds.
    """
    reading = Reading(path)
    works: list[Work] = []
    if isinstance(root, Table):
        for table in _work_tables(root, reading):
            works.append(_work(table, origin, reading, 0))
    elif isinstance(root, Items):
        reading.report("A facts file is a mapping, not a list.", root.line, "List several works under the key “works”.")
    elif root is not None:
        reading.report("A facts file is a mapping such as “director: …”.", root.line)
    return Sheet(tuple(work for work in works if work.facts), tuple(reading.problems))


def _work_tables(root: Table, reading: Reading) -> Iterator[Table]:
    """Yield the mapping of each work: the whole file, or the items of `works`."""
    several = [entry for entry in root.entries if entry.key in _WORKS]
    if not several:
        yield root
        return
    for entry in root.entries:
        if entry.key not in _WORKS and fold_key(entry.key) not in UNUSED:
            message = f"“{entry.key}” stands beside “{several[0].key}”, so no work has it."
            reading.report(message, entry.line, "Put it into one of the works.")
    for entry in several:
        for item in items_of(entry.value):
            if isinstance(item, Table):
                yield item
            else:
                reading.report("Each of the works is a mapping.", item.line if item else entry.line)


def _work(table: Table, origin: Origin, reading: Reading, depth: int) -> Work:
    reviewed = table.get("itemReviewed")
    extra: list[Fact] = []
    if isinstance(reviewed, Table):  # a Review of schema.org: its author is the reviewer
        for entry in table.entries:
            if fold_key(entry.key) in ("author", "reviewrating"):
                relation = Relation.REVIEWER if fold_key(entry.key) == "author" else Relation.REVIEW_RATING
                extra += _facts(entry, relation, origin, reading, depth)
        table = reviewed
    type_name, medium = _type(table, reading)
    facts: list[Fact] = []
    seen: set[str] = set()
    for entry in table.entries:
        if entry.key in seen:
            reading.report(f"“{entry.key}” is given twice.", entry.line, "Write a list.")
            continue
        seen.add(entry.key)
        key_relation = relation_of(entry.key, medium)
        if key_relation is not None:
            facts += _facts(entry, key_relation, origin, reading, depth)
        elif entry.key not in _OWN_KEYS and fold_key(entry.key) not in UNUSED:
            hint = nearest(entry.key, (*known_keys(), *_OWN_KEYS))
            reading.report(f"“{entry.key}” is not a key of a facts file.", entry.line, hint)
    told = (*_with_provenance(table, facts), *extra)
    return Work(medium, type_name, told, _complete(table, reading), _open(table, medium))


def _type(table: Table, reading: Reading) -> tuple[str | None, Medium]:
    """Return the type as written and its medium; without a type, what the keys speak for."""
    node = table.get("type", "@type")
    names = texts_of(node)
    for name in names:
        if found := work_types().get(fold_key(name)):
            return name, found.medium
    if names and isinstance(node, Scalar | Items):
        hint = nearest(names[0], [kind.name for kind in work_types().values()])
        reading.report(f"“{names[0]}” is not a type of work.", node.line, hint)
    return None, guess_medium(fold_key(entry.key) for entry in table.entries)


# Keys that tell a medium, the most telling first.
_SIGNS: tuple[tuple[Medium, frozenset[str]], ...] = (
    (
        Medium.SERIES,
        frozenset("numberofseasons numberofepisodes seasons episodes broadcaster network showrunner".split()),
    ),
    (Medium.GAME, frozenset("developer developers gameplatform platforms developedby".split())),
    (
        Medium.FILM,
        frozenset("director directors runtime screenplay cinematographer cast actor starring staring".split()),
    ),
    (Medium.ALBUM, frozenset("byartist recordlabel numtracks tracks label band".split())),
    (
        Medium.BOOK,
        frozenset("isbn isbn13 isbn10 numberofpages pages translator illustrator publisher author".split()),
    ),
    (Medium.ALBUM, frozenset(("artist", "artists"))),
    (Medium.PRODUCT, frozenset("manufacturer brand price".split())),
)


def guess_medium(keys: Iterator[str]) -> Medium:
    """Return the medium that folded keys speak for, the most telling first."""
    present = set(keys)
    return next((medium for medium, signs in _SIGNS if present & signs), Medium.OTHER)


def _complete(table: Table, reading: Reading) -> frozenset[Relation]:
    """Return the relations whose lists the file calls complete."""
    found = set()
    node = table.get("complete")
    for text in texts_of(node):
        try:
            found.add(relation_named(text))
        except ReviewlintError as error:
            reading.report(error.message, node.line if node else None, error.hint)
    return frozenset(found)


def _with_provenance(table: Table, facts: list[Fact]) -> list[Fact]:
    """Return the facts with the work's provenance: one text or source for all, or a mapping from keys to these."""
    node = table.get("provenance")
    if isinstance(node, Scalar) or read_provenance(node):
        return [replace(fact, provenance=fact.provenance or _source_text(node)) for fact in facts]
    if isinstance(node, Table):
        by_key = {fold_key(entry.key): _source_text(entry.value) for entry in node.entries}
        as_given = {fold_key(entry.key) for entry in node.entries if _is_as_given(table.get(entry.key), entry.value)}
        told = [(fact, fold_key(fact.key)) for fact in facts]
        return [replace(f, provenance=f.provenance or by_key.get(k), sourced=k in as_given) for f, k in told]
    return facts


def _is_as_given(value: Node, source: Node) -> bool:
    """Tell whether a value is as a source gave it: its checksum still fits."""
    written = written_sum(source)
    return written is not None and written == checksum(value)


def _source_text(node: Node) -> str | None:
    """Return where a value is from: a person's own words, or what a source's mapping says."""
    known = read_provenance(node)
    return "; ".join(str(source) for source in known) if known else text_of(node)


def _open(table: Table, medium: Medium) -> frozenset[Relation]:
    """Return the relations whose source says that its list may lack somebody."""
    node = table.get("provenance")
    if any(source.complete is False for source in read_provenance(node)):  # of the work as a whole
        return frozenset(Relation)
    entries = node.entries if isinstance(node, Table) else ()
    named = {entry.key for entry in entries for source in read_provenance(entry.value) if source.complete is False}
    return frozenset(relation for key in named if (relation := relation_of(key, medium)) is not None)


def _facts(entry: Entry, relation: Relation, origin: Origin, reading: Reading, depth: int) -> Iterator[Fact]:
    """Yield a fact for each value of an entry; a value of the wrong sort is a problem."""
    items = items_of(entry.value)
    if relation.holds is Holds.COUNT and len(items) > 1:  # the tracks themselves, not their number
        yield Fact(relation, len(items), origin, entry.key, f"{len(items)} listed", reading.path, entry.line)
        return
    for item in items:
        try:
            for value_relation, value in _values(item, relation, origin, reading, depth):
                yield Fact(
                    value_relation,
                    value,
                    origin,
                    entry.key,
                    _written(item, value),
                    reading.path,
                    item.line if item else entry.line,
                    provenance=text_of(item.get("provenance")) if isinstance(item, Table) else None,
                )
        except ValueError as error:
            message = f"“{entry.key}” has a wrong value: {error}."
            reading.report(message, item.line if item else entry.line)


def _values(
    item: Node, relation: Relation, origin: Origin, reading: Reading, depth: int
) -> Iterator[tuple[Relation, Value]]:
    holds = relation.holds
    if holds in (Holds.PEOPLE, Holds.COMPANIES, Holds.CAST):
        for named in read_named(item, relation, reading):
            yield from _credits(named, relation)
    elif holds is Holds.RATING:
        yield from ((relation, rating) for rating in read_ratings(item, reading))
    elif holds is Holds.WORK:
        if depth >= _MAX_NESTING:
            raise ValueError("it is nested too deep")
        yield relation, _nested(item, origin, reading, depth)
    elif relation is Relation.DATE_PUBLISHED and isinstance(item, Scalar):
        first, last = read_years(item.text)
        yield relation, first
        if last is not None:
            yield Relation.END_DATE, last
    elif holds is Holds.DATE:
        yield relation, read_dated(item, read_date, reading)
    else:
        text = text_of(item)
        if text is None:
            raise ValueError("there is no value here" if isinstance(item, Scalar) else "it is no single value")
        plain: Value = text
        if holds is Holds.DURATION:
            plain = read_minutes(text)
        elif holds is Holds.COUNT:
            plain = read_whole(text)
        yield relation, plain


def _credits(named: Named, relation: Relation) -> Iterator[tuple[Relation, Named]]:
    """Yield what somebody is credited with; a cast list's "narrator" or "vocals, guitar" is work and no part."""
    played = " & ".join(character.name for character in named.characters)
    jobs: tuple[str, ...] = ()
    if relation is Relation.CONTRIBUTOR:
        jobs = split_jobs(named.job or "")
    elif relation is Relation.ACTOR:
        jobs = jobs_in(named.job or played)
    if not jobs:
        yield relation, named
        return
    credited = replace(named, characters=(), job=", ".join(jobs))
    roles = {found for job in jobs if (found := relation_of(job.split()[-1])) is not None and found.is_role}
    yield from ((role, credited) for role in Relation if role in (roles or {Relation.CONTRIBUTOR}))


def _nested(item: Node, origin: Origin, reading: Reading, depth: int) -> Work:
    """Return a work that another one names: by its title alone, or with facts of its own."""
    if isinstance(item, Table):
        return _work(item, origin, reading, depth + 1)
    if not isinstance(item, Scalar) or not item.text.strip():
        raise ValueError("it is not a work; write {name: …}")
    fact = Fact(Relation.NAME, item.text.strip(), origin, "name", item.text, reading.path, item.line)
    return Work(facts=(fact,))


def _written(item: Node, value: Value) -> str:
    return item.text if isinstance(item, Scalar) else str(value)
