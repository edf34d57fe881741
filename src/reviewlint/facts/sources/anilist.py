"""AniList: anime and manga, with staff roles, studios kept apart from producers, and voices. For non-commercial use."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from reviewlint.facts.media import Medium
from reviewlint.facts.provenance import Provenance
from reviewlint.facts.relations import Relation
from reviewlint.facts.sources.answers_in import at, dicts, number, text, texts, whole
from reviewlint.facts.sources.base import Answer, Candidate, Record, Sourced, SourceError, Terms, Wanted, Web
from reviewlint.facts.sources.values import duration, person, rating, same_as

_API = "https://graphql.anilist.co"
_LICENCE = "AniList, non-commercial"
# GraphQL; the fields that tell works apart, those that a search adds, and those of one work.
_WORK = """
id type format title { romaji english native } synonyms startDate { year month day } endDate { year } episodes
"""
_SEARCH = (
    "query ($search: String, $type: MediaType) { Page(perPage: 15) { media(search: $search, type: $type) {"
    + _WORK
    + """popularity
studios { edges { isMain node { name } } }
staff(perPage: 8) { edges { role node { name { full } } } }
} } }"""
)
_FETCH = (
    "query ($id: Int) { Media(id: $id) {"
    + _WORK
    + """status duration chapters volumes averageScore
studios { edges { isMain node { name isAnimationStudio } } }
relations { edges { relationType(version: 2) node { format title { romaji english native } } } }
staff(perPage: 25) { edges { role node { name { full native alternative } } } }
characters(perPage: 25, sort: [ROLE, RELEVANCE]) { edges {
node { name { full native alternative } } voiceActors(language: JAPANESE) { name { full native alternative } }
} } } }"""
)
_MEDIA = {"MOVIE": Medium.FILM, "MANGA": Medium.COMIC, "ONE_SHOT": Medium.COMIC, "NOVEL": Medium.BOOK}
_TYPES = {Medium.FILM: "Movie", Medium.SERIES: "TVSeries", Medium.COMIC: "Manga", Medium.BOOK: "Book"}
# Roles by their exact words; those for some episodes only, or with more words, are other work.
_ROLES: dict[str, tuple[Relation, ...]] = {
    "Director": (Relation.DIRECTOR,),
    "Script": (Relation.WRITER,),
    "Screenplay": (Relation.WRITER,),
    "Series Composition": (Relation.WRITER,),
    "Music": (Relation.COMPOSER,),
    "Director of Photography": (Relation.CINEMATOGRAPHER,),
    "Editing": (Relation.EDITOR,),
    "Producer": (Relation.PRODUCER,),
    "Story & Art": (Relation.AUTHOR, Relation.ILLUSTRATOR),
    "Story": (Relation.AUTHOR,),
    "Art": (Relation.ILLUSTRATOR,),
    "Illustration": (Relation.ILLUSTRATOR,),
}


class AniList:
    """The source `anilist`. It is asked at most every two seconds, for it allows thirty requests a minute."""

    name = "anilist"
    title = "AniList"
    pause = 2.0
    terms = Terms(
        licence=_LICENCE,
        page="https://docs.anilist.co/guide/terms-of-use",
        note="For non-commercial use; no collections of its data.",
        open=False,
    )
    kinds = frozenset({Medium.FILM, Medium.SERIES, Medium.COMIC, Medium.BOOK})
    gives = (
        Relation.DIRECTOR, Relation.WRITER, Relation.COMPOSER, Relation.AUTHOR, Relation.ILLUSTRATOR, Relation.ACTOR,
        Relation.PRODUCTION_COMPANY, Relation.PRODUCER, Relation.DURATION, Relation.DATE_PUBLISHED,
        Relation.NUMBER_OF_EPISODES, Relation.IS_BASED_ON, Relation.AGGREGATE_RATING,
    )  # fmt: skip
    ids = ("anilist-anime", "anilist-manga")

    def search(self, wanted: Wanted, web: Web) -> Sequence[Candidate]:
        """Return anime or manga with such a title."""
        variables = {"search": wanted.title}
        if wanted.medium in (Medium.COMIC, Medium.BOOK):
            variables["type"] = "MANGA"
        elif wanted.medium in (Medium.FILM, Medium.SERIES):
            variables["type"] = "ANIME"
        data = self._ask(_SEARCH, variables, web).data
        found = (_candidate(media) for media in dicts(at(data, "data", "Page", "media")))
        return [candidate for candidate in found if candidate is not None]

    def resolve(self, kind: str, value: str, web: Web) -> str | None:
        """Return the id, which is one for anime and manga."""
        return value

    def fetch(self, own_id: str, web: Web) -> Record | None:
        """Return all it says of a work."""
        if not own_id.isdigit():
            return None
        data, day = self._ask(_FETCH, {"id": int(own_id)}, web)
        media = at(data, "data", "Media")
        medium = _medium(media) if isinstance(media, dict) else None
        if medium is None:
            return None
        kind = "anilist-manga" if media.get("type") == "MANGA" else "anilist-anime"
        ids = {kind: own_id}
        reader = _Reader(media, medium, own_id, day)
        links = [Sourced(Relation.SAME_AS, page, reader.own()) for page in same_as(ids, (kind,))]
        return Record(id=own_id, type=_TYPES[medium], values=(*reader.values(), *links), ids=ids)

    def _ask(self, query: str, variables: dict[str, Any], web: Web) -> Answer:
        answer = web.json(web.address(_API), post={"query": query, "variables": variables})
        if at(answer.data, "data") is None and (problems := list(dicts(at(answer.data, "errors")))):
            raise SourceError(f"AniList refuses: {str(problems[0].get('message'))[:200]}")
        return answer


def _medium(media: dict[str, Any]) -> Medium | None:
    """Return the medium of a format; an animation of one part is a film, whatever it was sold as."""
    kind = media.get("format")
    if kind in ("TV", "TV_SHORT", "ONA", "OVA", "SPECIAL"):
        return Medium.FILM if kind in ("ONA", "OVA", "SPECIAL") and media.get("episodes") == 1 else Medium.SERIES
    return _MEDIA.get(str(kind))


def _titles(media: dict[str, Any]) -> list[str]:
    title = media.get("title")
    named = [text(at(title, form)) for form in ("english", "romaji", "native")]
    return list(dict.fromkeys([name for name in named if name] + texts(media.get("synonyms"))))


def _candidate(media: dict[str, Any]) -> Candidate | None:
    medium = _medium(media)
    if medium is None or whole(media.get("id")) is None:
        return None
    kind = "anilist-manga" if media.get("type") == "MANGA" else "anilist-anime"
    people = [text(at(edge, "node", "name", "full")) for edge in dicts(at(media, "staff", "edges"))]
    studios = [text(at(edge, "node", "name")) for edge in dicts(at(media, "studios", "edges")) if edge.get("isMain")]
    first, last = whole(at(media, "startDate", "year")), whole(at(media, "endDate", "year"))
    return Candidate(
        source="anilist",
        id=str(media["id"]),
        titles=tuple(_titles(media)),
        years=(first,) if first else (),
        last_year=last if medium is Medium.SERIES else None,
        medium=medium,
        description=str(media.get("format", "")).replace("_", " ").lower(),
        names=tuple(name for name in (*people, *studios) if name),
        ids={kind: str(media["id"])},
        fame=whole(media.get("popularity")) or 0,
    )


def _name(node: Any) -> dict[str, Any] | None:
    name = at(node, "name")
    full = text(at(name, "full"))
    return person(full, [*texts(at(name, "native")), *texts(at(name, "alternative"))][:6]) if full else None


class _Reader:
    """Reads the values of one work."""

    def __init__(self, media: dict[str, Any], medium: Medium, own_id: str, day: date) -> None:
        self._media = media
        self._medium = medium
        self._id = own_id
        self._day = day

    def own(self, prop: str | None = None, complete: bool | None = None) -> Provenance:
        return Provenance("AniList", self._id, prop, self._day, _LICENCE, complete)

    def values(self) -> Iterator[Sourced]:
        titles = _titles(self._media)
        for at_place, name in enumerate(titles[:9]):
            yield Sourced(Relation.NAME if at_place == 0 else Relation.ALTERNATE_NAME, name, self.own("title"))
        yield from self._dates_and_counts()
        yield from self._staff()
        yield from self._studios()
        yield from self._voices()
        yield from self._sources()
        score = number(self._media.get("averageScore"))
        if score:
            value = rating(score, 100, "AniList", self._day.isoformat())
            yield Sourced(Relation.AGGREGATE_RATING, value, self.own("averageScore"))

    def _dates_and_counts(self) -> Iterator[Sourced]:
        known: list[str] = []
        for part in ("year", "month", "day"):
            if (count := whole(at(self._media, "startDate", part))) is None:
                break
            known.append(f"{count:02}")
        if known:
            yield Sourced(Relation.DATE_PUBLISHED, "-".join(known), self.own("startDate"))
        minutes = number(self._media.get("duration"))
        if minutes and self._medium is Medium.FILM:  # of a series it is that of an episode
            yield Sourced(Relation.DURATION, duration(minutes), self.own("duration"))
        counts = {
            "episodes": (Relation.NUMBER_OF_EPISODES, self._medium is Medium.SERIES),
            "chapters": (Relation.NUMBER_OF_CHAPTERS, self._medium is Medium.COMIC),
            "volumes": (Relation.NUMBER_OF_VOLUMES, self._medium is Medium.COMIC),
        }
        for key, (relation, fits) in counts.items():
            count = whole(self._media.get(key))
            if count and fits and self._media.get("status") == "FINISHED":
                yield Sourced(relation, count, self.own(key))

    def _staff(self) -> Iterator[Sourced]:
        for edge in dicts(at(self._media, "staff", "edges")):
            value = _name(edge.get("node"))
            for relation in _ROLES.get(str(edge.get("role", "")), ()) if value else ():
                yield Sourced(relation, value, self.own(f"staff {edge['role']}", complete=False))

    def _studios(self) -> Iterator[Sourced]:
        for edge in dicts(at(self._media, "studios", "edges")):
            if name := text(at(edge, "node", "name")):
                job = "animation studio" if at(edge, "node", "isAnimationStudio") else "producer"
                company = {"name": name, "roleName": job}
                yield Sourced(Relation.PRODUCTION_COMPANY, company, self.own("studios", complete=False))

    def _voices(self) -> Iterator[Sourced]:
        for edge in dicts(at(self._media, "characters", "edges")):
            character = _name(edge.get("node"))
            for actor in dicts(edge.get("voiceActors")):
                if (value := _name(actor)) and character:
                    cast = {**value, "characterName": character}
                    yield Sourced(Relation.ACTOR, cast, self.own("characters", complete=False))

    def _sources(self) -> Iterator[Sourced]:
        """Yield the work that this one is made from, with who wrote it."""
        creators = [
            value
            for edge in dicts(at(self._media, "staff", "edges"))
            if edge.get("role") in ("Original Creator", "Original Story") and (value := _name(edge.get("node")))
        ]
        for edge in dicts(at(self._media, "relations", "edges")):
            node = edge.get("node")
            titles = _titles(node) if isinstance(node, dict) else []
            if edge.get("relationType") != "SOURCE" or not titles or not isinstance(node, dict):
                continue
            medium = _medium(node)
            source: dict[str, Any] = {"type": _TYPES[medium]} if medium else {}
            source["name"] = titles[0]
            if creators:
                source["author"] = creators[0] if len(creators) == 1 else creators
            yield Sourced(Relation.IS_BASED_ON, source, self.own("relations"))
            return
