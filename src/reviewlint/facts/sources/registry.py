"""The sources there are: ours, and those that other packages add by the entry point group `reviewlint.sources`."""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Sequence
from importlib.metadata import EntryPoint, entry_points
from typing import NamedTuple

from reviewlint.errors import ReviewlintError, nearest
from reviewlint.facts.media import Medium
from reviewlint.facts.sources.base import FactSource

GROUP = "reviewlint.sources"
_OURS = {
    "wikidata": "wikidata:Wikidata",
    "musicbrainz": "musicbrainz:MusicBrainz",
    "openlibrary": "openlibrary:OpenLibrary",
    "anilist": "anilist:AniList",
    "tmdb": "tmdb:Tmdb",
    "igdb": "igdb:Igdb",
    "omdb": "omdb:Omdb",
    "imdb": "imdb:Imdb",
}
# Whom to ask first about works of some media; the rest follows in the order above.
_FIRST = {Medium.ALBUM: ("musicbrainz", "wikidata"), Medium.BOOK: ("wikidata", "openlibrary")}


class Loaded(NamedTuple):
    """The sources that could be loaded, by name, and what is wrong with those of other packages."""

    sources: dict[str, FactSource]
    problems: tuple[ReviewlintError, ...]


def load_sources() -> Loaded:
    """Return all sources. One of another package cannot take the name of one of ours."""
    sources = {name: _ours(place) for name, place in _OURS.items()}
    problems = []
    for point in entry_points(group=GROUP):
        try:
            source = _foreign(point)
        except Exception as error:  # whatever another package's code raises
            problems.append(ReviewlintError(f"The source “{point.name}” of {_package(point)} fails: {error!r}."))
            continue
        if source.name in sources:
            message = f"The source “{source.name}” of {_package(point)} has the name of another one."
            problems.append(ReviewlintError(message))
        else:
            sources[source.name] = source
    return Loaded(sources, tuple(problems))


def _ours(place: str) -> FactSource:
    module, _, name = place.partition(":")
    source: FactSource = getattr(importlib.import_module(f"reviewlint.facts.sources.{module}"), name)()
    return source


def _foreign(point: EntryPoint) -> FactSource:
    source: FactSource = point.load()()
    for part in ("name", "title", "terms", "kinds", "gives", "ids", "search", "resolve", "fetch"):
        if not hasattr(source, part):
            raise TypeError(f"it has no {part}")
    return source


def _package(point: EntryPoint) -> str:
    return f"the package {point.dist.name}" if point.dist is not None else "another package"


def chosen_sources(names: Iterable[str], medium: Medium) -> tuple[list[FactSource], tuple[ReviewlintError, ...]]:
    """Return the named sources in this order, or the open ones where none is named, and what is wrong with others.

    Raise ReviewlintError for a name that is none.
    """
    loaded = load_sources()
    named = list(dict.fromkeys(names))
    for name in named:
        if name not in loaded.sources:
            hint = nearest(name, loaded.sources) or "`reviewlint facts sources` lists them."
            raise ReviewlintError(f"There is no source “{name}”.", hint=hint)
    if named:
        return [loaded.sources[name] for name in named], loaded.problems
    return _in_order([source for source in loaded.sources.values() if source.terms.open], medium), loaded.problems


def _in_order(sources: Sequence[FactSource], medium: Medium) -> list[FactSource]:
    first = _FIRST.get(medium, ())
    return sorted(sources, key=lambda source: first.index(source.name) if source.name in first else len(first))
