"""Values of a facts file, from its tree: people with their aliases and parts, ratings, dates."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from reviewlint.errors import ReviewlintError, nearest
from reviewlint.facts.media import fold_key
from reviewlint.facts.nodes import Items, Node, Scalar, Table
from reviewlint.facts.people import characters_of, read_cast, split_names
from reviewlint.facts.reading import check_rating, read_date, read_rating, read_whole
from reviewlint.facts.relations import Holds, Relation
from reviewlint.facts.sites import site_name, site_scale
from reviewlint.facts.values import Named, PartialDate, Rating

MAX_PROBLEMS = 20


@dataclass(slots=True)
class Reading:
    """What is wrong with a source, as it is read."""

    path: str | None
    problems: list[ReviewlintError] = field(default_factory=list)

    def report(self, message: str, line: int | None, hint: str | None = None) -> None:
        """Note a problem; after twenty the rest is left out."""
        if len(self.problems) < MAX_PROBLEMS:
            self.problems.append(ReviewlintError(message, path=self.path, line=line, hint=hint))


# Keys of a person, company or character: what each fills, and the words people write for it.
NAMED_KEYS: Mapping[str, str] = {
    "name": "name title value legalName person",
    "alternateName": "alternateName alternateNames alias aliases aka nickname stageName additionalName nativeName",
    "characterName": "characterName character characters role roles plays as part",
    "areaServed": "areaServed territory territories region market country",
    "parentOrganization": "parentOrganization parent parents owner subOrganization subsidiary subsidiaries "
    "labels imprint imprints division memberOf",
    "roleName": "roleName job jobTitle position",
}
RATING_KEYS: Mapping[str, str] = {
    "ratingValue": "ratingValue value score rating",
    "bestRating": "bestRating best outOf scale max maximum",
    "author": "author site source by publisher name reviewAspect",
    "ratingCount": "ratingCount reviewCount count votes numVotes",
    "dateModified": "dateModified date asOf read datePublished dateCreated",
}
DATE_KEYS: Mapping[str, str] = {
    "startDate": "startDate date releaseDate datePublished value year day",
    "location": "location place country region territory area where name areaServed",
}
# Keys of schema.org that say nothing a review is held against.
UNUSED = frozenset(
    fold_key(key)
    for key in "@context @id $schema type @type provenance image thumbnailUrl description abstract headline keywords "
    "url sameAs gender birthDate deathDate nationality worstRating trailer contentRating review offers notes note "
    "comment identifier audience copyrightYear potentialAction inLanguage text endDate mainEntityOfPage "
    "alternativeHeadline disambiguatingDescription sourceOrganization jobTitle bookFormat bookEdition encoding".split()
)


def items_of(node: Node) -> tuple[Node, ...]:
    """Return the items of a list, or the one value; empty values are left out."""
    items = node.items if isinstance(node, Items) else (node,)
    return tuple(item for item in items if item is not None)


def fields_of(table: Table, keys: Mapping[str, str], reading: Reading, what: str) -> Iterator[tuple[str, Node]]:
    """Yield the canonical key and value of each entry; a key that means nothing is a problem."""
    known = {fold_key(word): key for key, words in keys.items() for word in words.split()}
    for entry in table.entries:
        key = known.get(fold_key(entry.key))
        if key is not None:
            yield key, entry.value
        elif fold_key(entry.key) not in UNUSED:
            spellings = [word for words in keys.values() for word in words.split()]
            hint = nearest(entry.key, spellings) or f"Known are {', '.join(keys)}."
            reading.report(f"{what} has no “{entry.key}”.", entry.line, hint)


def text_of(node: Node) -> str | None:
    """Return the text of a scalar or of the name in a mapping, or None."""
    if isinstance(node, Table):
        node = node.get("name", "value", "title")
    if isinstance(node, Scalar) and node.text.strip():
        return " ".join(node.text.split())
    return None


def texts_of(node: Node) -> tuple[str, ...]:
    """Return the texts of a list or a single value."""
    return tuple(text for item in items_of(node) if (text := text_of(item)) is not None)


def read_named(node: Node, relation: Relation, reading: Reading) -> Iterator[Named]:
    """Yield the people or companies that one item of a list names: one, or several in a string."""
    if isinstance(node, Scalar):
        if relation.holds is not Holds.COMPANIES and relation not in _GROUPS and not any(map(str.isalpha, node.text)):
            raise ValueError(f"“{node.text}” is not a name")
        yield from names_in(node.text, relation)
    elif isinstance(node, Table):
        named = _named_table(node, reading)
        if named is None:
            reading.report("A name is missing here.", node.line, "Write {name: …}.")
        else:
            yield named
    elif node is not None:
        reading.report("There is a list here instead of a name.", node.line)


def names_in(text: str, relation: Relation) -> Iterator[Named]:
    """Yield the people or companies that a string names for a relation."""
    if relation.holds is Holds.CAST:
        yield from (read_cast(name) for name in split_names(text, groups=True))
    elif relation in _GROUPS or relation.holds is Holds.COMPANIES:
        yield from (Named(name) for name in split_names(text, groups=True))
    else:
        yield from (Named(name) for name in split_names(text))


_GROUPS = (Relation.ARTIST, Relation.CHARACTER)  # a band keeps its "and"; a character may have one word


def _named_table(table: Table, reading: Reading) -> Named | None:
    inner = next((e.value for e in table.entries if isinstance(e.value, Table) and fold_key(e.key) in _ROLE_OF), None)
    named = _named_table(inner, reading) if isinstance(inner, Table) else None
    for key, value in fields_of(_without(table, inner), NAMED_KEYS, reading, "A name"):
        if key == "characterName":
            characters = tuple(c for item in items_of(value) for c in _characters(item, reading))
            named = replace(named or Named(""), characters=characters)
            continue
        texts = texts_of(value)
        if key == "name" and texts:
            named = replace(named or Named(""), name=texts[0])
        elif key == "alternateName":
            named = replace(named or Named(""), aliases=texts)
        elif key == "areaServed":
            named = replace(named or Named(""), territory=", ".join(texts) or None)
        elif key == "parentOrganization":
            named = replace(named or Named(""), kin=(*(named.kin if named else ()), *texts))
        elif texts:
            named = replace(named or Named(""), job=", ".join(texts))
    return named if named is not None and named.name else None


# schema.org's Role: {type: PerformanceRole, actor: {name: …}, characterName: …}
_ROLE_OF = frozenset(("actor", "director", "author", "producer", "creator", "contributor", "byartist", "musicby"))


def _without(table: Table, value: Node) -> Table:
    return table if value is None else Table(tuple(e for e in table.entries if e.value is not value), table.line)


def _characters(node: Node, reading: Reading) -> tuple[Named, ...]:
    if isinstance(node, Scalar):
        return characters_of(node.text)
    return tuple(read_named(node, Relation.CHARACTER, reading))


def read_ratings(node: Node, reading: Reading) -> Iterator[Rating]:
    """Yield ratings: a value, a mapping of schema.org's, or a mapping from sites to values."""
    if isinstance(node, Scalar):
        yield read_rating(node.text)
        return
    if not isinstance(node, Table):
        raise ValueError("a rating is a value or a mapping with ratingValue")
    sites = [(entry, site) for entry in node.entries if (site := site_name(entry.key))]
    if sites and len(sites) == len(node.entries):
        for entry, site in sites:
            for item in items_of(entry.value):
                for rating in read_ratings(item, reading):
                    yield _scaled(replace(rating, author=rating.author or site))
        return
    yield _rating_table(node, reading)


def _rating_table(table: Table, reading: Reading) -> Rating:
    texts: dict[str, str] = {}
    for key, value in fields_of(table, RATING_KEYS, reading, "A rating"):
        if isinstance(value, Items):
            raise ValueError(f"{key} is one value, not a list")
        texts.setdefault(key, " ".join(texts_of(value)))
    if not texts.get("ratingValue"):
        raise ValueError("this rating has no ratingValue")
    best = read_rating(texts["bestRating"]).value if texts.get("bestRating") else None
    author = texts.get("author") or None
    return _scaled(
        replace(
            read_rating(texts["ratingValue"], best),
            author=(site_name(author) or author) if author else None,
            count=read_whole(texts["ratingCount"]) if texts.get("ratingCount") else None,
            modified=read_date(texts["dateModified"]) if texts.get("dateModified") else None,
        )
    )


def _scaled(rating: Rating) -> Rating:
    """Return the rating with the scale of its site, where it gives none of its own."""
    if rating.best is None and rating.letter is None:
        rating = replace(rating, best=site_scale(rating.author, rating.value))
    return check_rating(rating)


def read_dated(node: Node, read: Callable[[str], PartialDate], reading: Reading) -> PartialDate:
    """Return a date from a scalar, or from an event with a date and a place."""
    if isinstance(node, Scalar):
        return read(node.text)
    if not isinstance(node, Table):
        raise ValueError("a date is a day or a mapping with startDate")
    day: PartialDate | None = None
    places: list[str] = []
    for key, value in fields_of(node, DATE_KEYS, reading, "A release"):
        for text in texts_of(value):
            if key == "startDate":
                day = read(text)
            else:
                places.append(text)
    if day is None:
        raise ValueError("this release has no startDate")
    return replace(day, where=", ".join(places) or None)
