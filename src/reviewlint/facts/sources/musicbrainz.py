"""MusicBrainz: albums with artists, labels, tracks and lengths. Its core data is free of any rights (CC0).

An album is a release group; its tracks and label are those of its first official release, for later ones add tracks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from reviewlint.facts.media import Medium
from reviewlint.facts.provenance import Provenance
from reviewlint.facts.relations import Relation
from reviewlint.facts.sources.answers_in import at, dicts, number, text, whole, year
from reviewlint.facts.sources.base import Answer, Candidate, Record, Sourced, Terms, Wanted, Web
from reviewlint.facts.sources.ids import read_id
from reviewlint.facts.sources.values import duration, person, same_as

_API = "https://musicbrainz.org/ws/2"
_LICENCE = "CC0-1.0"


class MusicBrainz:
    """The source `musicbrainz`."""

    name = "musicbrainz"
    title = "MusicBrainz"
    terms = Terms(
        licence=_LICENCE,
        page="https://musicbrainz.org/doc/About/Data_License",
        note="Core data is free of any rights. Anybody may edit it.",
        open=True,
        contact=True,
    )
    kinds = frozenset({Medium.ALBUM})
    gives = (
        Relation.ARTIST, Relation.RECORD_LABEL, Relation.DATE_PUBLISHED, Relation.NUM_TRACKS, Relation.DURATION,
    )  # fmt: skip
    ids = ("musicbrainz",)

    def search(self, wanted: Wanted, web: Web) -> Sequence[Candidate]:
        """Return release groups of that title, of the artists that the draft names where it names some."""
        query = f"releasegroup:{_quoted(wanted.title)}"
        if wanted.names:
            query += f" AND artist:({' OR '.join(_quoted(name) for name in wanted.names[:4])})"
        data = self._get("release-group", web, query=query, limit="50").data
        return [_candidate(group) for group in dicts(at(data, "release-groups")) if text(group.get("id"))]

    def resolve(self, kind: str, value: str, web: Web) -> str | None:
        """Return the id of a release group."""
        return value if kind == self.name else None

    def fetch(self, own_id: str, web: Web) -> Record | None:
        """Return all it says of a release group and its first official release."""
        group, day = self._get(f"release-group/{own_id}", web, inc="artist-credits aliases releases url-rels")
        if not isinstance(group, dict):
            return None
        first = _first_release(group)
        inc = "recordings labels"
        release = self._get(f"release/{first}", web, inc=inc).data if first is not None else None
        own = Provenance(self.title, own_id, "release group", day, _LICENCE)
        edition = Provenance(self.title, own_id, f"release {first}", day, _LICENCE, complete=False)
        ids = {"musicbrainz": own_id, **_links(group)}
        links = [Sourced(Relation.SAME_AS, page, own) for page in same_as(ids, ("musicbrainz",))]
        values = (*_of_group(group, own), *_of_release(release, edition), *links)
        return Record(id=own_id, type="MusicAlbum", values=values, ids=ids)

    def _get(self, path: str, web: Web, **params: str) -> Answer:
        return web.json(f"{web.address(_API)}/{path}", {**params, "fmt": "json"})


def _quoted(words: str) -> str:
    """Return words as a phrase of a Lucene query."""
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"')[:200] + '"'


def _candidate(group: dict[str, Any]) -> Candidate:
    artists = [name for credit in dicts(group.get("artist-credit")) if (name := text(credit.get("name")))]
    kinds = [group.get("primary-type"), *(group.get("secondary-types") or [])]
    described = " ".join(kind for kind in kinds if isinstance(kind, str))
    return Candidate(
        source="musicbrainz",
        id=group["id"],
        titles=tuple(dict.fromkeys([str(group.get("title", "")), *_aliases(group)])),
        years=year(group.get("first-release-date")),
        medium=Medium.ALBUM,
        description=f"{described or 'release'} by {' & '.join(artists)}" if artists else described,
        names=tuple(artists),
        ids={"musicbrainz": group["id"]},
        fame=whole(group.get("count")) or 0,
    )


def _aliases(group: dict[str, Any]) -> list[str]:
    return [name for alias in dicts(group.get("aliases")) if (name := text(alias.get("name")))]


def _first_release(group: dict[str, Any]) -> str | None:
    """Return the id of the first official release; one without a date comes last."""
    official = [r for r in dicts(group.get("releases")) if r.get("status") in ("Official", None) and text(r.get("id"))]
    found = min(official, key=lambda release: text(release.get("date")) or "9999", default=None)
    return None if found is None else str(found["id"])


def _links(group: dict[str, Any]) -> dict[str, str]:
    pages = [text(at(relation, "url", "resource")) for relation in dicts(group.get("relations"))]
    found = [read_id(page) for page in pages if page and "wikidata.org" in page]
    return dict(pair for pair in found if pair is not None)


def _of_group(group: dict[str, Any], own: Provenance) -> Iterator[Sourced]:
    if name := text(group.get("title")):
        yield Sourced(Relation.NAME, name, own)
    for alias in _aliases(group)[:8]:
        yield Sourced(Relation.ALTERNATE_NAME, alias, own)
    credit = Provenance(own.source, own.id, "artist credit", own.day, own.licence, complete=True)
    for artist in dicts(group.get("artist-credit")):
        if name := text(artist.get("name")):
            yield Sourced(Relation.ARTIST, person(name, [text(at(artist, "artist", "name")) or name]), credit)
    if day := text(group.get("first-release-date")):
        yield Sourced(Relation.DATE_PUBLISHED, day, own)


def _of_release(release: Any, edition: Provenance) -> Iterator[Sourced]:
    """Yield label, tracks and length; the length only where that of every track is known."""
    for info in dicts(at(release, "label-info")):
        if name := text(at(info, "label", "name")):
            yield Sourced(Relation.RECORD_LABEL, person(name), edition)
    media = list(dicts(at(release, "media")))
    tracks = sum(whole(medium.get("track-count")) or 0 for medium in media)
    if tracks:
        yield Sourced(Relation.NUM_TRACKS, tracks, edition)
    lengths = [number(track.get("length")) for medium in media for track in dicts(medium.get("tracks"))]
    known = [length for length in lengths if length is not None]
    if tracks and len(known) == tracks:
        yield Sourced(Relation.DURATION, duration(sum(known) / 60_000), edition)
