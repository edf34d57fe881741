"""TMDB: films and series, with the user's own key. For non-commercial use, and with credit given."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from reviewlint.facts.media import Medium
from reviewlint.facts.provenance import Provenance
from reviewlint.facts.relations import Relation
from reviewlint.facts.sources.answers_in import at, dicts, number, text, whole, year
from reviewlint.facts.sources.base import Answer, Candidate, Record, Sourced, Terms, Wanted, Web
from reviewlint.facts.sources.values import duration, person, rating, same_as

_API = "https://api.themoviedb.org/3"
_LICENCE = "TMDB terms of use, non-commercial"
_MORE = {
    "movie": "credits,release_dates,alternative_titles,external_ids",
    "tv": "aggregate_credits,alternative_titles,external_ids",
}
_MEDIA = {"movie": Medium.FILM, "tv": Medium.SERIES}
_JOBS = {
    "Director": Relation.DIRECTOR, "Screenplay": Relation.WRITER, "Writer": Relation.WRITER,
    "Teleplay": Relation.WRITER, "Original Music Composer": Relation.COMPOSER,
    "Director of Photography": Relation.CINEMATOGRAPHER, "Editor": Relation.EDITOR, "Producer": Relation.PRODUCER,
}  # fmt: skip
_OF_EPISODES = (Relation.DIRECTOR, Relation.WRITER, Relation.EDITOR, Relation.CINEMATOGRAPHER)
_OVER = ("Ended", "Canceled")  # of a series that goes on, counts are of yesterday
_MOST_CAST = 40
_PREMIERE_TO_CINEMA = (1, 2, 3)  # types of a release; later ones are on disc and television


class Tmdb:
    """The source `tmdb`. Its own ids are movie/603 and tv/1399."""

    name = "tmdb"
    title = "TMDB"
    terms = Terms(
        licence=_LICENCE,
        page="https://www.themoviedb.org/api-terms-of-use",
        note="This product uses the TMDB API but is not endorsed or certified by TMDB. Non-commercial use; values may "
        "be kept for six months and do not belong into a public repository.",
        open=False,
        keys=("tmdb",),
    )
    kinds = frozenset({Medium.FILM, Medium.SERIES})
    gives = (
        *dict.fromkeys(_JOBS.values()), Relation.ACTOR, Relation.CREATOR, Relation.PRODUCTION_COMPANY,
        Relation.BROADCASTER, Relation.DURATION, Relation.DATE_PUBLISHED, Relation.NUMBER_OF_SEASONS,
        Relation.NUMBER_OF_EPISODES, Relation.AGGREGATE_RATING,
    )  # fmt: skip
    ids = ("tmdb-movie", "tmdb-tv", "imdb")

    def search(self, wanted: Wanted, web: Web) -> Sequence[Candidate]:
        """Return films and series with such a title: those of the year first, for a list shows the famous first."""
        kinds = [kind for kind, medium in _MEDIA.items() if wanted.medium in (medium, Medium.OTHER)]
        found: dict[str, Candidate] = {}
        for kind in kinds:
            years = [str(wanted.year)] if wanted.year else []
            for when in (*years, ""):
                key = "year" if kind == "movie" else "first_air_date_year"
                params = {"query": wanted.title, **({key: when} if when else {})}
                for hit in dicts(at(self._get(f"search/{kind}", web, **params).data, "results")):
                    candidate = _candidate(hit, kind)
                    found.setdefault(candidate.id, candidate)
        return list(found.values())

    def resolve(self, kind: str, value: str, web: Web) -> str | None:
        """Return the id of a film or series, also for one of IMDb."""
        if kind != "imdb":
            return f"{kind.removeprefix('tmdb-')}/{value}"
        data = self._get(f"find/{value}", web, external_source="imdb_id").data
        for own, key in (("movie", "movie_results"), ("tv", "tv_results")):
            for hit in dicts(at(data, key)):
                return f"{own}/{hit.get('id')}"
        return None

    def fetch(self, own_id: str, web: Web) -> Record | None:
        """Return all it says of a film or series."""
        kind, _, number_of = own_id.partition("/")
        if kind not in _MORE or not number_of.isdigit():
            return None
        data, day = self._get(own_id, web, append_to_response=_MORE[kind])
        if not isinstance(data, dict):
            return None
        imdb = text(at(data, "external_ids", "imdb_id"))
        wikidata = text(at(data, "external_ids", "wikidata_id"))
        ids = {f"tmdb-{kind}": number_of, **({"imdb": imdb} if imdb else {}),
               **({"wikidata": wikidata} if wikidata else {})}  # fmt: skip
        reader = _Reader(data, kind, own_id, day)
        links = [Sourced(Relation.SAME_AS, page, reader.own()) for page in same_as(ids, (f"tmdb-{kind}", "imdb"))]
        type_name = "Movie" if kind == "movie" else "TVSeries"
        return Record(id=own_id, type=type_name, values=(*reader.values(), *links), ids=ids)

    def _get(self, path: str, web: Web, **params: str) -> Answer:
        """Return an answer; the key is one of version 3, or a token of version 4 that goes into a header."""
        key = web.key("tmdb")
        url = f"{web.address(_API)}/{path}"
        if key.startswith("eyJ"):
            return web.json(url, params, secret_headers={"Authorization": f"Bearer {key}"})
        return web.json(url, params, secret_params={"api_key": key})


def _candidate(hit: dict[str, Any], kind: str) -> Candidate:
    titles = [text(hit.get(key)) for key in ("title", "name", "original_title", "original_name")]
    own = str(hit.get("id"))
    return Candidate(
        source="tmdb",
        id=f"{kind}/{own}",
        titles=tuple(dict.fromkeys(title for title in titles if title)),
        years=year(hit.get("release_date") or hit.get("first_air_date")),
        medium=_MEDIA[kind],
        description=_MEDIA[kind].value,
        ids={f"tmdb-{kind}": own},
        fame=int(number(hit.get("popularity")) or 0),
    )


class _Reader:
    """Reads the values of one film or series."""

    def __init__(self, data: dict[str, Any], kind: str, own_id: str, day: date) -> None:
        self._data = data
        self._is_film = kind == "movie"
        self._id = own_id
        self._day = day

    def own(self, prop: str | None = None, complete: bool | None = None) -> Provenance:
        return Provenance("TMDB", self._id, prop, self._day, _LICENCE, complete)

    def values(self) -> Iterator[Sourced]:
        yield from self._titles()
        yield from self._dates()
        yield from self._numbers()
        yield from self._companies()
        yield from self._crew()
        yield from self._cast()

    def _titles(self) -> Iterator[Sourced]:
        names = [text(self._data.get(key)) for key in ("title", "name", "original_title", "original_name")]
        others = at(self._data, "alternative_titles", "titles" if self._is_film else "results")
        names += [text(other.get("title")) for other in dicts(others) if other.get("iso_3166_1") in ("US", "GB", "JP")]
        known = list(dict.fromkeys(name for name in names if name))
        for place, name in enumerate(known[:9]):
            yield Sourced(Relation.NAME if place == 0 else Relation.ALTERNATE_NAME, name, self.own("titles"))

    def _dates(self) -> Iterator[Sourced]:
        key = "release_date" if self._is_film else "first_air_date"
        if day := text(self._data.get(key)):
            yield Sourced(Relation.DATE_PUBLISHED, day, self.own(key))
        last = text(self._data.get("last_air_date"))
        if last and not self._is_film and self._data.get("status") in _OVER:
            yield Sourced(Relation.END_DATE, last, self.own("last_air_date"))
        for country in list(dicts(at(self._data, "release_dates", "results")))[:12]:
            days = [
                str(release.get("release_date"))[:10]
                for release in dicts(country.get("release_dates"))
                if release.get("type") in _PREMIERE_TO_CINEMA and text(release.get("release_date"))
            ]
            if days and (where := text(country.get("iso_3166_1"))):
                event = {"startDate": min(days), "location": where}
                yield Sourced(Relation.RELEASED_EVENT, event, self.own("release_dates"))

    def _numbers(self) -> Iterator[Sourced]:
        minutes = number(self._data.get("runtime"))
        if minutes and self._is_film:  # what series say of their episodes is no longer kept up
            yield Sourced(Relation.DURATION, duration(minutes), self.own("runtime"))
        for key, relation in (
            ("number_of_seasons", Relation.NUMBER_OF_SEASONS),
            ("number_of_episodes", Relation.NUMBER_OF_EPISODES),
        ):
            if (count := whole(self._data.get(key))) and self._data.get("status") in _OVER:
                yield Sourced(relation, count, self.own(key))
        score, votes = number(self._data.get("vote_average")), number(self._data.get("vote_count"))
        if score and votes:
            value = rating(round(score, 1), 10, "TMDB", self._day.isoformat(), votes)
            yield Sourced(Relation.AGGREGATE_RATING, value, self.own("vote_average"))

    def _companies(self) -> Iterator[Sourced]:
        for key, relation in (
            ("production_companies", Relation.PRODUCTION_COMPANY),
            ("networks", Relation.BROADCASTER),
            ("created_by", Relation.CREATOR),
        ):
            for company in dicts(self._data.get(key)):
                if name := text(company.get("name")):
                    yield Sourced(relation, person(name), self.own(key, complete=False))

    def _crew(self) -> Iterator[Sourced]:
        """Yield the crew; of a series those who worked on some episodes are left out."""
        credits = at(self._data, "credits" if self._is_film else "aggregate_credits", "crew")
        for member in dicts(credits):
            jobs = [member.get("job")] if self._is_film else [job.get("job") for job in dicts(member.get("jobs"))]
            for job in jobs:
                relation = _JOBS.get(str(job))
                name = text(member.get("name"))
                if relation is None or not name or (not self._is_film and relation in _OF_EPISODES):
                    continue
                value = person(name, [text(member.get("original_name")) or name])
                yield Sourced(relation, value, self.own(f"crew {job}", complete=False))

    def _cast(self) -> Iterator[Sourced]:
        """Yield the cast; of a series from all seasons, for `credits` holds the last one only."""
        cast = list(dicts(at(self._data, "credits" if self._is_film else "aggregate_credits", "cast")))
        for member in cast[:_MOST_CAST]:
            name = text(member.get("name"))
            if not name:
                continue
            value = person(name, [text(member.get("original_name")) or name])
            played = [text(member.get("character"))] if self._is_film else [
                text(role.get("character")) for role in dicts(member.get("roles"))]  # fmt: skip
            parts = [part.removesuffix(" (voice)").strip() for part in played if part]
            if parts:
                value["characterName"] = {"name": parts[0]} if len(parts) == 1 else [{"name": p} for p in parts[:4]]
            yield Sourced(Relation.ACTOR, value, self.own("cast", complete=False))
