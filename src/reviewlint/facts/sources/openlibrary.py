"""Open Library: authors of books, and publisher and pages of an edition, which has to be known by its ISBN.

Its first dates and its lists of editions are often wrong, so no date is taken from it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from reviewlint.facts.media import Medium
from reviewlint.facts.provenance import Provenance
from reviewlint.facts.relations import Relation
from reviewlint.facts.sources.answers_in import at, dicts, text, texts, whole
from reviewlint.facts.sources.base import Candidate, Record, Sourced, Terms, Wanted, Web
from reviewlint.facts.sources.values import person, same_as

_API = "https://openlibrary.org"
_LICENCE = "CC0-1.0"
_FIELDS = "key,title,subtitle,author_name,first_publish_year,edition_count"
_MOST_AUTHORS = 8


class OpenLibrary:
    """The source `openlibrary`. Its own ids are those of works, with the ISBN of an edition where one is known."""

    name = "openlibrary"
    title = "Open Library"
    terms = Terms(
        licence=_LICENCE,
        page="https://openlibrary.org/developers/licensing",
        note="Free to use; much of it comes from libraries' catalogues. Anybody may edit it.",
        open=True,
        contact=True,
    )
    kinds = frozenset({Medium.BOOK})
    gives = (Relation.AUTHOR, Relation.PUBLISHER, Relation.NUMBER_OF_PAGES, Relation.ISBN)
    ids = ("isbn", "openlibrary")

    def search(self, wanted: Wanted, web: Web) -> Sequence[Candidate]:
        """Return works of that title, of the first author that the draft names where it names one."""
        params = {"title": wanted.title, "fields": _FIELDS, "limit": "20"}
        if wanted.names:
            params["author"] = wanted.names[0]
        data = web.json(f"{web.address(_API)}/search.json", params).data
        return [_candidate(doc) for doc in dicts(at(data, "docs")) if str(doc.get("key", "")).startswith("/works/")]

    def resolve(self, kind: str, value: str, web: Web) -> str | None:
        """Return the id of a work, or of an edition of it: OL45883W or OL45883W/9780140328721."""
        if kind == "openlibrary":
            return value
        edition = web.json(f"{web.address(_API)}/isbn/{value}.json").data
        work = next((text(item.get("key")) for item in dicts(at(edition, "works"))), None)
        return None if work is None else f"{work.removeprefix('/works/')}/{value}"

    def fetch(self, own_id: str, web: Web) -> Record | None:
        """Return all it says of a work, and of an edition if its ISBN is in the id."""
        work_id, _, isbn = own_id.partition("/")
        work, day = self._work(work_id, web)
        if not isinstance(work, dict):
            return None
        ids = {"openlibrary": work_id, **({"isbn": isbn} if isbn else {})}
        values = [*self._of_work(work, own_id, day, web), *(self._of_edition(isbn, own_id, web) if isbn else ())]
        own = Provenance(self.title, own_id, "work", day, _LICENCE)
        values += [Sourced(Relation.SAME_AS, page, own) for page in same_as(ids, ("openlibrary",))]
        return Record(id=own_id, type="Book", values=tuple(values), ids=ids)

    def _work(self, work_id: str, web: Web) -> tuple[Any, date]:
        """Return a work; one that was joined with another is that other."""
        answer = web.json(f"{web.address(_API)}/works/{work_id}.json")
        moved = text(at(answer.data, "location")) if at(answer.data, "type", "key") == "/type/redirect" else None
        return web.json(f"{web.address(_API)}{moved}.json") if moved and moved.startswith("/works/") else answer

    def _of_work(self, work: dict[str, Any], own_id: str, day: date, web: Web) -> Iterator[Sourced]:
        own = Provenance(self.title, own_id, "work", day, _LICENCE)
        if name := text(work.get("title")):
            yield Sourced(Relation.NAME, name, own)
        written = Provenance(self.title, own_id, "authors", day, _LICENCE, complete=False)
        for entry in list(dicts(work.get("authors")))[:_MOST_AUTHORS]:
            key = text(at(entry, "author", "key")) or ""
            author = web.json(f"{web.address(_API)}{key}.json").data if key.startswith("/authors/") else None
            if name := text(at(author, "name")):
                others = [*texts(at(author, "alternate_names")), *texts(at(author, "personal_name"))]
                yield Sourced(Relation.AUTHOR, person(name, others[:6]), written)

    def _of_edition(self, isbn: str, own_id: str, web: Web) -> Iterator[Sourced]:
        edition, day = web.json(f"{web.address(_API)}/isbn/{isbn}.json")
        own = Provenance(self.title, own_id, f"edition {isbn}", day, _LICENCE, complete=False)
        yield Sourced(Relation.ISBN, isbn, own)
        for publisher in texts(at(edition, "publishers")):
            yield Sourced(Relation.PUBLISHER, person(publisher), own)
        if pages := whole(at(edition, "number_of_pages")):
            yield Sourced(Relation.NUMBER_OF_PAGES, pages, own)


def _candidate(doc: dict[str, Any]) -> Candidate:
    title, subtitle = str(doc.get("title", "")), text(doc.get("subtitle"))
    first = whole(doc.get("first_publish_year"))
    authors = texts(doc.get("author_name"))
    own = str(doc["key"]).removeprefix("/works/")
    return Candidate(
        source="openlibrary",
        id=own,
        titles=(title, f"{title}: {subtitle}") if subtitle else (title,),
        years=(first,) if first else (),
        medium=Medium.BOOK,
        description=f"book by {', '.join(authors[:3])}" if authors else "book",
        names=tuple(authors),
        ids={"openlibrary": own},
        fame=whole(doc.get("edition_count")) or 0,
    )
