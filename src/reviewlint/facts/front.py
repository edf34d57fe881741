"""Front matter as a source of facts: the keys that reviewers use for the work, each value with its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from reviewlint.document import Document
from reviewlint.document.model import FrontValue
from reviewlint.facts.entries import NAMED_KEYS, names_in
from reviewlint.facts.front_keys import (
    RATING_PARTS,
    RATINGS,
    SCALES,
    Meaning,
    meaning,
    medium_of_key,
    medium_of_word,
    title_medium,
)
from reviewlint.facts.headline import read_headline
from reviewlint.facts.media import Medium, fold_key
from reviewlint.facts.model import Fact, Origin, Value, Work
from reviewlint.facts.people import characters_of
from reviewlint.facts.reading import read_date, read_minutes, read_rating, read_whole, read_years
from reviewlint.facts.relations import Holds, Relation, relation_named, relation_of
from reviewlint.facts.sheet import guess_medium
from reviewlint.facts.sites import site_scale
from reviewlint.facts.values import Named, PartialDate, Rating

IGNORED = "none"  # in a mapping: this key says nothing of the work
_KINDS = frozenset(("type", "kind", "medium", "mediatype", "category", "categories", "reviewtype", "schematype"))
_BOXES = ("params", "extra")  # of Hugo, of Zola
_READ = SCALES | _KINDS | {"slug"}
_BOOKISH = frozenset(("isbn", "isbn10", "isbn13", "pages", "pagecount", "translator", "illustrator", "publisher"))


def check_mapping(mapping: Mapping[str, str]) -> dict[str, Relation | None]:
    """Return a user's mapping from front matter keys to relations, keys folded; None for a key to leave alone.

    Raises ReviewlintError for a word that is no relation.
    """
    return {
        ".".join(fold_key(part) for part in key.split(".")): None if word == IGNORED else relation_named(word)
        for key, word in mapping.items()
    }


def front_work(
    document: Document,
    mapping: Mapping[str, Relation | None] | None = None,
    best_rating: float | None = None,
    known: Medium = Medium.OTHER,
) -> Work:
    """Return what the front matter says of the work under review.

    `mapping` comes from `check_mapping` and goes before the usual meaning of a key. `best_rating` is the scale of
    the reviewer's own ratings where the draft does not give it; `known` the medium where it is known already.
    """
    values = tuple(map(_out_of_box, _about_work(document)))
    if not values:
        return Work()
    medium = known if known is not Medium.OTHER else _medium(values)
    reader = _FrontReader(document, medium, mapping or {}, best_rating or _scale(values))
    facts = [*reader.rows(values), *reader.flat(values)]
    order = {id(value.span): at for at, value in enumerate(values)}
    facts.sort(key=lambda fact: order.get(id(fact.span), 0))
    return Work(medium, facts=tuple(_settle(facts, document, values, medium)))


def unread_keys(document: Document, facts: Iterable[Fact]) -> list[str]:
    """Return the keys of the front matter, each once and in order, that none of some facts comes from.

    A key beside one that is read, as the best of a rating is, counts as read.
    """
    spans = {fact.span for fact in facts if fact.origin is Origin.FRONT}
    values = _about_work(document)
    read = {value.key for value in values if value.span in spans or fold_key(value.key) in _READ}
    boxes = {key.rpartition(".")[0] for key in read} - {"", *_BOXES}
    return list(dict.fromkeys(v.key for v in values if v.key not in read and v.key.rpartition(".")[0] not in boxes))


def _about_work(document: Document) -> tuple[FrontValue, ...]:
    return tuple(v for v in document.front if v.value.strip() and fold_key(v.key.partition(".")[0]) != "facts")


def _out_of_box(value: FrontValue) -> FrontValue:
    """Return a value as if it did not stand in the table that a site generator keeps a page's own keys in."""
    box, _, rest = value.key.partition(".")
    return replace(value, key=rest) if rest and box.casefold() in _BOXES else value


def _medium(values: Sequence[FrontValue]) -> Medium:
    """Return the medium that a `kind`, a prefix or the keys together speak for."""
    for value in values:
        if fold_key(value.key.rpartition(".")[2]) in _KINDS and (medium := medium_of_word(value.value)):
            return medium
    for value in values:
        if medium := title_medium(value.key) or medium_of_key(value.key):
            return medium
    keys = [fold_key(v.key) for v in values if fold_key(v.key) not in ("author", "authors", "label", "platforms")]
    return guess_medium(iter(keys))


def _scale(values: Iterable[FrontValue]) -> float | None:
    """Return the best rating that the front matter itself names (`rating_max: 5`), or None."""
    for value in values:
        if fold_key(value.key) in SCALES and re.fullmatch(r"\d{1,3}", value.value):
            return float(value.value)
    return None


class _FrontReader:
    """Turns front matter values into facts; it holds what all of them need."""

    def __init__(
        self, document: Document, medium: Medium, mapping: Mapping[str, Relation | None], best: float | None
    ) -> None:
        self._document = document
        self._medium = medium
        self._mapping = mapping
        self._best = best
        self._taken: set[int] = set()

    def _meaning(self, key: str) -> Meaning | None:
        folded = ".".join(fold_key(part) for part in key.split("."))
        for mapped in (folded, *(f"{box}.{folded}" for box in _BOXES)):
            if mapped not in self._mapping:
                continue
            relation = self._mapping[mapped]
            return None if relation is None else Meaning(relation)
        return meaning(key, self._medium)

    def _fact(self, relation: Relation, value: Value, front: FrontValue, *, sure: bool = True) -> Fact:
        line = self._document.source.position(front.span.start).line
        text = " ".join(front.value.split())
        path = self._document.source.path
        return Fact(relation, value, Origin.FRONT, front.key, text, path, line, front.span, sure=sure)

    def rows(self, values: Sequence[FrontValue]) -> Iterator[Fact]:
        """Yield facts from lists of mappings: `contributors[].name` with `.role`, `totalscore.given` of `.possible`."""
        for prefix, rows in _tables(values).items():
            folded = fold_key(prefix.rpartition(".")[2])
            found = self._meaning(prefix)
            if folded in RATINGS:
                for row in rows:
                    yield from self._rating_row(row)
            elif found is not None and found.relation.is_role:
                for row in rows:
                    yield from self._person_row(row, found.relation)

    def _rating_row(self, row: Mapping[str, FrontValue]) -> Iterator[Fact]:
        parts = {RATING_PARTS[fold_key(key)]: value for key, value in row.items() if fold_key(key) in RATING_PARTS}
        if "value" not in parts:
            return
        self._taken.update(id(value) for value in row.values())
        try:
            best = float(parts["best"].value) if "best" in parts else self._best
            rating = read_rating(parts["value"].value, best)
        except ValueError:
            return
        yield self._fact(Relation.REVIEW_RATING, rating, parts["value"])

    def _person_row(self, row: Mapping[str, FrontValue], relation: Relation) -> Iterator[Fact]:
        by_key = {known: row[key] for key in row if (known := _NAMED.get(fold_key(key)))}
        self._taken.update(id(value) for value in by_key.values())
        name = by_key.get("name")
        if name is None:
            return
        part = by_key.get("characterName") or by_key.get("roleName")
        if relation is Relation.ACTOR:
            characters = characters_of(part.value) if part else ()
            yield self._fact(relation, Named(name.value, characters=characters), name)
        else:
            named = relation_of(part.value, self._medium) if part else None
            job = part.value if part else None
            yield self._fact(named or relation, Named(name.value, job=job), name)

    def flat(self, values: Sequence[FrontValue]) -> Iterator[Fact]:
        """Yield facts from single values and from lists of them; what cannot be read says nothing."""
        for value in values:
            found = None if id(value) in self._taken else self._meaning(value.key)
            if found is None:
                continue
            try:
                for relation, read in self._values(value, found):
                    yield self._fact(relation, read, value, sure=self._is_sure(value, found))
            except ValueError:
                continue

    def _is_sure(self, value: FrontValue, found: Meaning) -> bool:
        """Tell whether a value is surely about the work: a plain `title` may be a pun."""
        if found.relation is Relation.NAME and fold_key(value.key) == "title":
            return read_headline(value.value).telling
        return True

    def _values(self, value: FrontValue, found: Meaning) -> Iterator[tuple[Relation, Value]]:
        relation, text = found.relation, value.value
        if relation is Relation.NAME:
            yield from _title(value)
        elif fold_key(value.key) == "stars" and re.fullmatch(r"[^\W\d_].*", text):
            yield from ((Relation.ACTOR, named) for named in names_in(text, Relation.ACTOR))
        elif relation.holds is Holds.RATING:
            yield relation, self._rating(value, found)
        elif relation.holds in (Holds.PEOPLE, Holds.COMPANIES, Holds.CAST):
            if not re.search(r"[^\W\d_]", text) or text.casefold() in ("true", "false"):
                raise ValueError("no name")
            yield from ((relation, named) for named in names_in(text, relation))
        elif relation is Relation.DATE_PUBLISHED:
            first, last = read_years(text)
            yield relation, first
            if last is not None:
                yield Relation.END_DATE, last
        elif relation.holds is Holds.WORK:
            yield relation, Work(facts=(self._fact(Relation.NAME, text, value),))
        else:
            yield relation, _single(value, relation)

    def _rating(self, value: FrontValue, found: Meaning) -> Rating:
        best = self._best if found.relation is Relation.REVIEW_RATING else None
        if best is None and "star" in fold_key(value.key):
            best = 5.0
        rating = read_rating(value.value, best)
        if found.relation is Relation.AGGREGATE_RATING:
            scale = rating.best or site_scale(found.site, rating.value)
            rating = replace(rating, author=found.site, best=scale)
        return rating


_NAMED = {fold_key(word): key for key, words in NAMED_KEYS.items() for word in words.split()}


def _tables(values: Sequence[FrontValue]) -> dict[str, list[dict[str, FrontValue]]]:
    """Return the rows under each prefix; a row ends where one of its keys comes again."""
    tables: dict[str, list[dict[str, FrontValue]]] = {}
    for value in values:
        prefix, _, key = value.key.rpartition(".")
        if not prefix:
            continue
        rows = tables.setdefault(prefix, [{}])
        if key in rows[-1]:
            rows.append({})
        rows[-1][key] = value
    return tables


def _title(value: FrontValue) -> Iterator[tuple[Relation, Value]]:
    if not re.search(r"[^\W\d_]", value.value) and title_medium(value.key) is not None:
        raise ValueError("a running number")  # `film: 578`
    headline = read_headline(value.value)
    if not headline.name:
        raise ValueError("no title")
    yield Relation.NAME, headline.name
    if headline.year is not None:
        yield Relation.DATE_PUBLISHED, PartialDate(headline.year)


def _single(value: FrontValue, relation: Relation) -> Value:
    text = " ".join(value.value.split())
    if relation.holds is Holds.DATE:
        return read_date(text)
    if relation.holds is Holds.COUNT:
        return read_whole(text)
    if relation.holds is Holds.DURATION:
        if fold_key(value.key) == "length" and text.isdigit():
            raise ValueError("a length of what?")
        return read_minutes(text)
    return text


def _settle(facts: list[Fact], document: Document, values: Sequence[FrontValue], medium: Medium) -> Iterator[Fact]:
    """Yield the facts with what can only be told from all of them together.

    A game's own key names it, so the headline beside it does not. The `author` of a page with an ISBN or a
    translator wrote the book, if the text speaks of that name.
    """
    named = any(f.relation is Relation.NAME and fold_key(f.key) != "title" for f in facts)
    bookish = medium in (Medium.BOOK, Medium.COMIC) and any(fold_key(value.key) in _BOOKISH for value in values)
    has_author = any(fact.relation is Relation.AUTHOR for fact in facts)
    for fact in facts:
        if fact.relation is Relation.NAME and named and fold_key(fact.key) == "title":
            continue
        if bookish and fact.relation is Relation.REVIEWER and not has_author and "." not in fact.key:
            yield replace(fact, relation=Relation.AUTHOR, sure=_is_spoken_of(fact, document))
        else:
            yield fact


def _is_spoken_of(fact: Fact, document: Document) -> bool:
    """Tell whether the body names the person of a fact, by surname at least."""
    surname = str(fact.value).rpartition(" ")[2]
    return re.search(rf"\b{re.escape(surname)}\b", document.source.text[document.body_start :]) is not None
