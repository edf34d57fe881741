"""What Wikidata's properties and classes are here; their ids are stable."""

from __future__ import annotations

import re

from reviewlint.facts.media import Medium
from reviewlint.facts.relations import Relation

_R = Relation
# Properties whose values are people or companies.
NAMED: dict[str, Relation] = {
    "P57": _R.DIRECTOR, "P58": _R.WRITER, "P50": _R.AUTHOR, "P86": _R.COMPOSER, "P344": _R.CINEMATOGRAPHER,
    "P1040": _R.EDITOR, "P162": _R.PRODUCER, "P170": _R.CREATOR, "P110": _R.ILLUSTRATOR, "P655": _R.TRANSLATOR,
    "P287": _R.DESIGNER, "P676": _R.LYRICIST, "P175": _R.ARTIST, "P272": _R.PRODUCTION_COMPANY, "P178": _R.DEVELOPER,
    "P123": _R.PUBLISHER, "P750": _R.DISTRIBUTOR, "P449": _R.BROADCASTER, "P264": _R.RECORD_LABEL,
}  # fmt: skip
# Relations that mean something for works of some media only: the performer of a film is no artist of it.
ONLY_FOR: dict[Relation, frozenset[Medium]] = {
    _R.ARTIST: frozenset({Medium.ALBUM}),
    _R.RECORD_LABEL: frozenset({Medium.ALBUM}),
    _R.DEVELOPER: frozenset({Medium.GAME}),
    _R.BROADCASTER: frozenset({Medium.SERIES, Medium.FILM}),
}
CAST = ("P161", "P725")  # cast member, voice actor; animated films have the cast in either
CHARACTER_ITEM, CHARACTER_TEXT = "P453", "P4633"
# Of a series that is over; pages are those of an edition, and nobody knows of which.
COUNTS: dict[str, Relation] = {
    "P1113": _R.NUMBER_OF_EPISODES, "P2437": _R.NUMBER_OF_SEASONS,
}  # fmt: skip
CLASS, DURATION, TITLE, BASED_ON, SERIES, COUNTRY = "P31", "P2047", "P1476", "P144", "P179", "P495"
RELEASED, RELEASED_WHERE, BEGAN, ENDED = "P577", "P291", "P580", "P582"
SCORE, SCORED_BY, SCORED_ON, SCORE_COUNT = "P444", "P447", "P585", "P7887"
PUBLISHED_IN = "P1433"
IDS: dict[str, str] = {
    "P345": "imdb", "P4947": "tmdb-movie", "P4983": "tmdb-tv", "P8729": "anilist-anime", "P8731": "anilist-manga",
    "P436": "musicbrainz", "P648": "openlibrary", "P5794": "igdb",
}  # fmt: skip
PEOPLE = (
    "P57",
    "P50",
    "P170",
    "P175",
    "P58",
    "P178",
    "P86",
    "P161",
    "P725",
)  # whom a review mentions, the likeliest first

TYPES: dict[Medium, str] = {
    Medium.FILM: "Movie", Medium.SERIES: "TVSeries", Medium.BOOK: "Book", Medium.COMIC: "ComicSeries",
    Medium.GAME: "VideoGame", Medium.ALBUM: "MusicAlbum", Medium.STAGE: "Play",
}  # fmt: skip
# The commonest classes of works of each medium; the first are asked for in a search by class.
CLASSES: dict[Medium, str] = {
    Medium.FILM: "Q11424 Q202866 Q20650540 Q24862 Q506240 Q93204 Q29168811 Q24869 Q226730 Q17517379 Q20667187",
    Medium.SERIES: "Q5398426 Q581714 Q63952888 Q1259759 Q526877 Q15416 Q3464665 Q220898",
    Medium.BOOK: "Q7725634 Q571 Q47461344 Q8261 Q49084 Q149537 Q277759 Q112983 Q4184",
    Medium.COMIC: "Q21198342 Q8274 Q14406742 Q725377 Q21202185 Q1004 Q213369 Q562214",
    Medium.GAME: "Q7889 Q131436 Q4393107 Q65963104 Q209163",
    Medium.ALBUM: "Q482994 Q208569 Q169930 Q209939 Q222910 Q134556 Q4176708",
    Medium.STAGE: "Q2743 Q25379 Q1344",
}
_MEDIUM_OF = {item: medium for medium, items in CLASSES.items() for item in items.split()}
_WORDS: tuple[tuple[Medium, str], ...] = (
    (Medium.ALBUM, r"albums?|single|song|EP|soundtrack"),
    (Medium.GAME, r"(?:video|computer|board|card|mobile) games?"),
    (Medium.COMIC, r"manga|comics?|comic book|graphic novel|manhwa|webtoon|one-shot"),
    (
        Medium.SERIES,
        r"(?:television|TV|web|anime|streaming|drama) (?:series|show|program(?:me)?)|miniseries|sitcom|season",
    ),
    (Medium.BOOK, r"novels?|novella|book|memoir|short story|poem|essay|biography"),
    (Medium.FILM, r"films?|movies?|documentary"),
    (Medium.STAGE, r"musical|play|opera"),
)
_DESCRIBED = re.compile("|".join(f"(?P<{medium.name}>\\b(?:{words})\\b)" for medium, words in _WORDS), re.IGNORECASE)


def medium_of(classes: tuple[str, ...], description: str) -> Medium:
    """Return the medium by the classes of an item, or else by the words of its description, such as "1994 film"."""
    known = next((_MEDIUM_OF[item] for item in classes if item in _MEDIUM_OF), None)
    if known is not None:
        return known
    found = _DESCRIBED.search(re.split(r"\b(?:by|directed|based|from|written)\b", description)[0])
    return Medium[found.lastgroup] if found and found.lastgroup else Medium.OTHER


def type_of(medium: Medium, classes: tuple[str, ...], description: str) -> str:
    """Return the type that a facts file gives such a work."""
    if medium is Medium.COMIC and (
        "manga" in description.casefold() or {"Q21198342", "Q8274", "Q21202185"} & {*classes}
    ):
        return "Manga"
    return TYPES.get(medium, "CreativeWork")
