"""Ids of works as people give them: Q42, tt0111161, an address of a page, or `tmdb:603`."""

from __future__ import annotations

import re
from collections.abc import Iterable

from reviewlint.errors import ReviewlintError

_UUID = r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
# The kinds of ids there are, and how each is written: bare, and in the address of a page.
_FORMS: tuple[tuple[str, str, str, str], ...] = (
    ("wikidata", r"Q\d+", r"wikidata\.org/(?:wiki|entity)/(Q\d+)", "https://www.wikidata.org/wiki/{}"),
    ("imdb", r"tt\d{5,}", r"imdb\.com/(?:[a-z]{2}/)?title/(tt\d+)", "https://www.imdb.com/title/{}/"),
    ("tmdb-movie", "", r"themoviedb\.org/movie/(\d+)", "https://www.themoviedb.org/movie/{}"),
    ("tmdb-tv", "", r"themoviedb\.org/tv/(\d+)", "https://www.themoviedb.org/tv/{}"),
    ("anilist-anime", "", r"anilist\.co/anime/(\d+)", "https://anilist.co/anime/{}"),
    ("anilist-manga", "", r"anilist\.co/manga/(\d+)", "https://anilist.co/manga/{}"),
    ("musicbrainz", _UUID, rf"musicbrainz\.org/release-group/({_UUID})", "https://musicbrainz.org/release-group/{}"),
    ("openlibrary", r"OL\d+W", r"openlibrary\.org/works/(OL\d+W)", "https://openlibrary.org/works/{}"),
    ("isbn", r"(?:97[89][- ]?)?(?:\d[- ]?){9}[\dXx]", r"openlibrary\.org/isbn/([\dXx-]+)", "urn:isbn:{}"),
    ("igdb", "", r"igdb\.com/games/([a-z0-9-]+)", "https://www.igdb.com/games/{}"),
)
KINDS = tuple(kind for kind, *_ in _FORMS)
_SHORT = {"tmdb": "tmdb-movie", "anilist": "anilist-anime", "mb": "musicbrainz", "ol": "openlibrary"}


def parse_id(text: str) -> tuple[str, str]:
    """Return the kind and value of an id as somebody typed it; raise ReviewlintError if it is none."""
    found = read_id(text)
    if found is None:
        hint = "Such as Q42, tt0111161, tmdb-movie:603, or the address of its page."
        raise ReviewlintError(f"“{text}” is not an id of a work.", hint=hint)
    return found


def read_id(text: str) -> tuple[str, str] | None:
    """Return the kind and value of an id, or None if the text is no id."""
    text = text.strip()
    kind, colon, value = text.partition(":")
    kind = _SHORT.get(kind.casefold(), kind.casefold())
    if colon and kind and value and not value.startswith("//") and re.fullmatch(r"[a-z][a-z0-9-]*", kind):
        value = value.removeprefix("isbn:") if kind == "urn" else value
        return ("isbn" if kind == "urn" else kind), _plain(kind, value.strip())
    for known, bare, page, _ in _FORMS:
        if (found := re.search(page, text)) is not None:
            return known, _plain(known, found[1])
        if bare and re.fullmatch(bare, text):
            return known, _plain(known, text)
    return None


def _plain(kind: str, value: str) -> str:
    return re.sub(r"[-\s]", "", value).upper() if kind in ("isbn", "urn") else value


def page_of(kind: str, value: str) -> str | None:
    """Return the address of the page of a work with an id, or None if there is none for ids of this kind."""
    return next((page.format(value) for known, _, _, page in _FORMS if known == kind), None)


def ids_in(texts: Iterable[str]) -> dict[str, str]:
    """Return the ids among some texts, such as the values of `sameAs`; of each kind the first."""
    found: dict[str, str] = {}
    for text in texts:
        if "://" in text or text.startswith("urn:") or re.fullmatch(r"Q\d+|tt\d{5,}", text.strip()):
            read = read_id(text)
            if read is not None:
                found.setdefault(*read)
    return found
