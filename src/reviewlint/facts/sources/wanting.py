"""What a draft says of the work that facts are sought for: its title, year and kind, ids, and its text."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from reviewlint.document.view import Kind
from reviewlint.errors import ReviewlintError
from reviewlint.facts.compare.folding import fold
from reviewlint.facts.headline import read_headline
from reviewlint.facts.media import Medium, fold_key, work_types
from reviewlint.facts.relations import Relation
from reviewlint.facts.sources.base import Wanted
from reviewlint.facts.sources.ids import ids_in

if TYPE_CHECKING:
    from reviewlint.document import Document
    from reviewlint.facts.known import Facts

_MAKERS = (Relation.ARTIST, Relation.AUTHOR, Relation.DIRECTOR, Relation.DEVELOPER, Relation.CREATOR)
KINDS = tuple(medium.value for medium in Medium if medium not in (Medium.OTHER, Medium.PLACE, Medium.PRODUCT))


def kind_named(word: str) -> Medium:
    """Return the medium that a user means: film, Movie, manga, anime; raise ReviewlintError for another word."""
    if word in KINDS:
        return Medium(word)
    found = work_types().get(fold_key(word))
    if found is None or found.medium.value not in KINDS:
        raise ReviewlintError(f"“{word}” is not a kind of work.", hint=f"Kinds are {', '.join(KINDS)}.")
    return found.medium


def wanted_of(document: Document, facts: Facts) -> Wanted | None:
    """Return what a draft says of its work; None if it has neither a title nor an id."""
    work = facts.main
    heading = _first_heading(document)
    headline = read_headline(heading) if heading else None
    title = work.name or (headline.name if headline else "")
    ids = ids_in(str(fact.value) for fact in work.get(Relation.SAME_AS))
    if isbn := work.get(Relation.ISBN):
        ids["isbn"] = re.sub(r"[-\s]", "", str(isbn[0].value))
    if not title and not ids:
        return None
    years = [day.year for day in work.dates()]
    year = min(years) if years else headline.year if headline and fold(headline.name) == fold(title) else None
    names = tuple(fact.named.name for role in _MAKERS for fact in work.get(role) if fact.named is not None)
    return Wanted(title=title, year=year, medium=work.medium, text=document.source.text, names=names, ids=ids)


def _first_heading(document: Document) -> str:
    block = next((block for block in document.blocks if block.kind & Kind.HEADING), None)
    return document.prose.text[block.start : block.end].strip() if block is not None else ""


def slug(title: str) -> str:
    """Return a title as the name of a file: look-back. Letters of other scripts stay."""
    plain = unicodedata.normalize("NFC", fold(title)).replace(" ", "-")
    return re.sub(r"[^\w-]", "", plain)[:80].strip("-") or "work"
