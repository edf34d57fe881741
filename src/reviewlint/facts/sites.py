"""Sites and papers that rate works, and the scales they rate on."""

from __future__ import annotations

from functools import cache

from reviewlint.facts.media import fold_key

_SCALES: dict[float, str] = {
    10: "IMDb|Internet Movie Database; MyAnimeList|MAL; TMDB|The Movie Database; Pitchfork; GameSpot; IGN; Trakt; "
    "BoardGameGeek|BGG; Discogs; OpenCritic user; AniDB",
    100: "Metacritic; Rotten Tomatoes|RT; OpenCritic; AniList; Steam; AllMusic user; RogerEbert user",
    5: "Letterboxd; Goodreads; StoryGraph|The StoryGraph; Amazon; Audible; Google|Google Maps; Tripadvisor; Yelp; "
    "AllMusic; Rate Your Music|RYM; Backloggd; App Store; Google Play|Play Store; Trustpilot; Serializd",
    4: "Roger Ebert|RogerEbert.com",
}


@cache
def _sites() -> dict[str, tuple[str, float]]:
    sites = {}
    for best, names in _SCALES.items():
        for spellings in names.split("; "):
            first, *others = spellings.split("|")
            for name in (first, *others):
                sites[fold_key(name)] = (first, best)
    return sites


def site_name(name: str) -> str | None:
    """Return a site's usual name, or None if it is not one that is known."""
    found = _sites().get(fold_key(name))
    return None if found is None else found[0]


def site_scale(name: str | None, value: float) -> float | None:
    """Return the best rating a site gives, or None if that is not known or the value does not tell.

    Metacritic shows critics of a hundred and users of ten: 8.9 there is a user score.
    """
    found = _sites().get(fold_key(name)) if name else None
    if found is None:
        return None
    if found[0] == "Metacritic" and value <= 10 and value != int(value):
        return 10.0
    return found[1] if value <= found[1] else None
