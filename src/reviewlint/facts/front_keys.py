"""What the keys of a review's front matter mean, as real repositories write them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from reviewlint.facts.media import Medium, fold_key, work_types
from reviewlint.facts.relations import Relation, relation_of
from reviewlint.facts.sites import site_name

# Keys under which a mapping speaks of the work: `book.author`, `schema.product.director`.
_WORK_PREFIXES: Mapping[str, Medium] = {
    "book": Medium.BOOK, "novel": Medium.BOOK, "movie": Medium.FILM, "film": Medium.FILM, "game": Medium.GAME,
    "videogame": Medium.GAME, "album": Medium.ALBUM, "record": Medium.ALBUM, "show": Medium.SERIES,
    "tv": Medium.SERIES, "comic": Medium.COMIC, "manga": Medium.COMIC, "restaurant": Medium.PLACE,
    "product": Medium.OTHER, "work": Medium.OTHER, "item": Medium.OTHER, "itemreviewed": Medium.OTHER,
    "schema": Medium.OTHER, "media": Medium.OTHER, "jsonld": Medium.OTHER, "details": Medium.OTHER,
    "info": Medium.OTHER, "meta": Medium.OTHER, "metadata": Medium.OTHER, "credits": Medium.OTHER,
    "crew": Medium.OTHER, "review": Medium.OTHER,
}  # fmt: skip
# The same, glued to the key: `game_developer`, `book_title`, `filmYear`.
_GLUED = ("videogame", "boardgame", "audiobook", "game", "book", "film", "movie", "album", "series", "show", "comic")
_REVIEW_PREFIXES = frozenset(("review", "verdict", "myreview"))
# What stands at the top without a prefix and is about the work. Others there belong to the page: `author` and
# `editor` are the site's own people, `aliases` are old addresses, `series` is a series of posts.
_TOP = frozenset(
    "director directors directedby cast stars starring staring actor actors voices voicecast writer writers writtenby "
    "writenby screenplay screenwriter screenwriters composer composers musicby scoreby cinematographer cinematography "
    "producer producers creator creators createdby showrunner showrunners illustrator illustrators translator "
    "translators translatedby narrator narrators designer designers artist artists band byartist studio studios "
    "productioncompany productioncompanies developer developers developedby publisher publishers distributor "
    "distributors network networks broadcaster recordlabel label manufacturer brand year years released release "
    "releasedate releaseyear publicationyear publicationdate datepublished premiere enddate runtime runningtime "
    "duration length pages pagecount numberofpages seasons numberofseasons season episodes numberofepisodes episode "
    "tracks numtracks numberoftracks volumes chapters originaltitle originalname englishtitle alternatename "
    "alternativetitle aka imdbid imdb isbn isbn10 isbn13 award awards platform platforms price basedon opened founded "
    "established location where address country countries".split()
)  # fmt: skip
_TITLES = {
    "game": Medium.GAME, "gamename": Medium.GAME, "gametitle": Medium.GAME, "videogame": Medium.GAME,
    "album": Medium.ALBUM, "albumtitle": Medium.ALBUM, "albumname": Medium.ALBUM,
    "movie": Medium.FILM, "movietitle": Medium.FILM, "film": Medium.FILM, "filmtitle": Medium.FILM,
    "book": Medium.BOOK, "booktitle": Medium.BOOK, "show": Medium.SERIES, "tvshow": Medium.SERIES,
    "restaurant": Medium.PLACE, "itemreviewed": Medium.OTHER, "worktitle": Medium.OTHER, "reviewedwork": Medium.OTHER,
}  # fmt: skip
RATINGS = frozenset(
    "rating ratings grade score stars ratingstars starrating starratings myrating myscore ownrating reviewrating "
    "reviewscore verdict overall overallrating overallscore totalscore finalscore finalrating scoreoverall".split()
)
# The parts of a rating that is spelt out: `totalscore.given`, `rating.max`.
RATING_PARTS: Mapping[str, str] = {
    "given": "value", "value": "value", "score": "value", "ratingvalue": "value", "rating": "value",
    "possible": "best", "max": "best", "best": "best", "outof": "best", "bestrating": "best", "scale": "best",
}  # fmt: skip
SCALES = frozenset("ratingmax ratingscale maxrating scoremax maxscore outof bestrating ratingoutof scale".split())
_IDENTITY = frozenset(("imdbid", "imdb", "tmdbid", "isbn", "isbn10", "isbn13"))


class Meaning(NamedTuple):
    """What a key says: the relation, and of a rating the site it comes from."""

    relation: Relation
    site: str | None = None


def meaning(path: str, medium: Medium) -> Meaning | None:
    """Return what a key of the front matter (its parts joined by dots) means for a work, or None if nothing."""
    parts = [fold_key(part) for part in path.split(".")]
    last = parts[-1]
    if len(parts) == 1:
        return _top_meaning(path, last, medium)
    if parts[0] in _REVIEW_PREFIXES and len(parts) == 2:
        return _review_meaning(last)
    if not all(part in _WORK_PREFIXES for part in parts[:-1]):
        return None
    inner = next((m for part in reversed(parts[:-1]) if (m := _WORK_PREFIXES[part]) is not Medium.OTHER), medium)
    return _work_meaning(path.rpartition(".")[2], inner)


def _top_meaning(key: str, folded: str, medium: Medium) -> Meaning | None:
    if folded == "title" or folded in _TITLES:
        return Meaning(Relation.NAME)
    if folded in RATINGS:
        return Meaning(Relation.REVIEW_RATING)
    if site := _rating_site(folded):
        return Meaning(Relation.AGGREGATE_RATING, site or None)
    if folded in ("author", "authors"):
        return Meaning(Relation.REVIEWER)
    if folded in ("date", "created", "datereviewed", "publishdate", "pubdate"):
        return Meaning(Relation.REVIEWED)
    if folded in _TOP:
        return _work_meaning(key, medium)
    for prefix in _GLUED:
        if folded.startswith(prefix) and len(folded) > len(prefix):
            return _work_meaning(folded.removeprefix(prefix), _WORK_PREFIXES.get(prefix, medium))
    return None


def _review_meaning(folded: str) -> Meaning | None:
    if folded in RATINGS:
        return Meaning(Relation.REVIEW_RATING)
    if folded in ("author", "reviewer", "by"):
        return Meaning(Relation.REVIEWER)
    return Meaning(Relation.REVIEWED) if folded.startswith("date") else None


def _work_meaning(key: str, medium: Medium) -> Meaning | None:
    if fold_key(key) == "writenby":  # seen in the wild, as is "staring"
        key = "writtenby"
    relation = relation_of(key, medium)
    if fold_key(key) == "label" and medium not in (Medium.ALBUM, Medium.OTHER):
        return None
    return None if relation is None else Meaning(relation)


def _rating_site(folded: str) -> str | None:
    """Return the site of `imdb_rating` or `metacritic`; an empty text for `onlineRating`, None for no such key."""
    if folded in ("onlinerating", "criticrating", "criticscore", "averagerating", "aggregaterating"):
        return ""
    for ending in ("rating", "score", ""):
        if folded.endswith(ending) and folded not in _IDENTITY and (site := site_name(folded.removesuffix(ending))):
            return site
    return None


def title_medium(path: str) -> Medium | None:
    """Return the medium that a title's key stands for (`game: …`), or None for a plain `title`."""
    return _TITLES.get(fold_key(path))


def medium_of_key(path: str) -> Medium | None:
    """Return the medium that a key's prefix stands for: `book.pages`, `game_developer`; None if it has none."""
    head, _, rest = path.partition(".")
    folded = fold_key(head)
    if rest:
        return _told(_WORK_PREFIXES.get(folded))
    for prefix in _GLUED:
        if folded.startswith(prefix) and relation_of(folded.removeprefix(prefix)) is not None:
            return _told(_WORK_PREFIXES.get(prefix))
    return None


def _told(medium: Medium | None) -> Medium | None:
    return None if medium is Medium.OTHER else medium


def medium_of_word(text: str) -> Medium | None:
    """Return the medium that the value of `type`, `kind` or `category` names: "film", "Book Reviews"; or None."""
    words = [word for word in text.replace("-", " ").replace("_", " ").casefold().split() if word != "the"]
    while words and words[-1] in ("review", "reviews"):
        words.pop()
    folded = "".join(words)
    for candidate in (folded, folded.removesuffix("s")):
        if found := work_types().get(candidate):
            return _told(found.medium)
    return None
