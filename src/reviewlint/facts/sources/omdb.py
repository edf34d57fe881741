"""OMDb: films and series with the rating on IMDb, with the user's own key. All of its values are texts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any

from reviewlint.facts.media import Medium
from reviewlint.facts.provenance import Provenance
from reviewlint.facts.relations import Relation
from reviewlint.facts.sources.answers_in import at, dicts, text
from reviewlint.facts.sources.base import Answer, Candidate, Record, Sourced, SourceError, Terms, Wanted, Web
from reviewlint.facts.sources.values import duration, person, rating, same_as

_API = "https://www.omdbapi.com/"
_LICENCE = "CC-BY-NC-4.0"
_MEDIA = {"movie": Medium.FILM, "series": Medium.SERIES, "game": Medium.GAME}
_TYPES = {"movie": "Movie", "series": "TVSeries", "game": "VideoGame"}
_NAMED = {"Director": Relation.DIRECTOR, "Writer": Relation.WRITER, "Actors": Relation.ACTOR}
_SITES = {"Internet Movie Database": "IMDb"}
_NONE = "N/A"


class Omdb:
    """The source `omdb`. Its own ids are those of IMDb."""

    name = "omdb"
    title = "OMDb"
    terms = Terms(
        licence=_LICENCE,
        page="https://www.omdbapi.com/legal.htm",
        note="Non-commercial use, with credit; a free key allows 1,000 requests a day.",
        open=False,
        keys=("omdb",),
    )
    kinds = frozenset({Medium.FILM, Medium.SERIES, Medium.GAME})
    gives = (
        Relation.DIRECTOR, Relation.WRITER, Relation.ACTOR, Relation.DURATION, Relation.DATE_PUBLISHED,
        Relation.AGGREGATE_RATING,
    )  # fmt: skip
    ids = ("imdb",)

    def search(self, wanted: Wanted, web: Web) -> Sequence[Candidate]:
        """Return works with such a title, of the year if there are any."""
        kind = next((kind for kind, medium in _MEDIA.items() if medium is wanted.medium), "")
        params = {"s": wanted.title, **({"type": kind} if kind else {})}
        found: list[Candidate] = []
        for more in ({"y": str(wanted.year)} if wanted.year else {}, {}):
            hits = dicts(at(self._get(web, **params, **more).data, "Search"))
            found = [_candidate(hit) for hit in hits if hit.get("Type") in _MEDIA and text(hit.get("imdbID"))]
            if found or not more:
                break
        return found or self._exactly(wanted, web)

    def _exactly(self, wanted: Wanted, web: Web) -> list[Candidate]:
        """Return the one work that it takes for the title; for a short one, which many begin with, it lists none."""
        data = self._get(web, t=wanted.title, **({"y": str(wanted.year)} if wanted.year else {})).data
        return [_candidate(data)] if at(data, "Type") in _MEDIA and text(at(data, "imdbID")) else []

    def resolve(self, kind: str, value: str, web: Web) -> str | None:
        """Return the id, which is that of IMDb."""
        return value

    def fetch(self, own_id: str, web: Web) -> Record | None:
        """Return all it says of a work."""
        data, day = self._get(web, i=own_id)
        kind = at(data, "Type")
        if kind not in _TYPES:
            return None
        own = Provenance(self.title, own_id, None, day, _LICENCE)
        links = [Sourced(Relation.SAME_AS, page, own) for page in same_as({"imdb": own_id}, ("imdb",))]
        values = (*_plain(data, kind, own), *_people(data, own), *_ratings(data, own))
        return Record(id=own_id, type=_TYPES[kind], values=(*values, *links), ids={"imdb": own_id})

    def _get(self, web: Web, **params: str) -> Answer:
        answer = web.json(web.address(_API), params, secret_params={"apikey": web.key("omdb")})
        problem = text(at(answer.data, "Error"))
        if problem and "not found" not in problem and "Incorrect IMDb ID" not in problem and "Too many" not in problem:
            raise SourceError(f"OMDb refuses: {problem[:200]}")
        return answer


def _candidate(hit: dict[str, Any]) -> Candidate:
    years = [int(found) for found in re.findall(r"\d{4}", str(hit.get("Year", "")))]
    return Candidate(
        source="omdb",
        id=str(hit["imdbID"]),
        titles=(str(hit.get("Title", "")),),
        years=tuple(years[:1]),
        last_year=years[-1] if len(years) > 1 else None,
        medium=_MEDIA[hit["Type"]],
        description=str(hit["Type"]),
        ids={"imdb": str(hit["imdbID"])},
    )


def _own(own: Provenance, prop: str, complete: bool | None = None) -> Provenance:
    return Provenance(own.source, own.id, prop, own.day, own.licence, complete)


def _known(data: dict[str, Any], key: str) -> str | None:
    found = text(data.get(key))
    return None if found == _NONE else found


def _plain(data: dict[str, Any], kind: str, own: Provenance) -> Iterator[Sourced]:
    if name := _known(data, "Title"):
        yield Sourced(Relation.NAME, name, _own(own, "Title"))
    if released := _day(_known(data, "Released")):
        yield Sourced(Relation.DATE_PUBLISHED, released.isoformat(), _own(own, "Released"))
    found = re.fullmatch(r"(\d[\d,]*) min", _known(data, "Runtime") or "")
    if found and kind == "movie":  # of a series it is that of an episode
        yield Sourced(Relation.DURATION, duration(float(found[1].replace(",", ""))), _own(own, "Runtime"))


def _day(released: str | None) -> date | None:
    try:
        return datetime.strptime(released or "", "%d %b %Y").date()
    except ValueError:
        return None


def _people(data: dict[str, Any], own: Provenance) -> Iterator[Sourced]:
    """Yield people; who wrote the book that a film is from has a note in brackets, and is left out."""
    for key, relation in _NAMED.items():
        for name in re.split(r"\s*,\s*", _known(data, key) or ""):
            if name and "(" not in name:
                yield Sourced(relation, person(name), _own(own, key, complete=False))


def _ratings(data: dict[str, Any], own: Provenance) -> Iterator[Sourced]:
    votes = (_known(data, "imdbVotes") or "").replace(",", "")
    for given in dicts(data.get("Ratings")):
        site = _SITES.get(str(given.get("Source")), text(given.get("Source")))
        found = re.fullmatch(r"(\d+(?:\.\d+)?)(?:/(\d+)|%)", str(given.get("Value")))
        if site and found:
            count = int(votes) if site == "IMDb" and votes.isdigit() else None
            day = own.day.isoformat() if own.day else None
            value = rating(float(found[1]), float(found[2] or 100), site, day, count)
            yield Sourced(Relation.AGGREGATE_RATING, value, _own(own, "Ratings"))
