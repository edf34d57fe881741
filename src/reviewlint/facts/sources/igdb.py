"""IGDB: games, with developers kept apart from publishers; with the user's own id and secret of Twitch."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

from reviewlint.facts.media import Medium
from reviewlint.facts.provenance import Provenance
from reviewlint.facts.relations import Relation
from reviewlint.facts.sources.answers_in import at, dicts, number, text, whole
from reviewlint.facts.sources.base import Answer, Candidate, Record, Sourced, SourceError, Terms, Wanted, Web
from reviewlint.facts.sources.values import person, rating, same_as

_API = "https://api.igdb.com/v4"
_TOKEN = "https://id.twitch.tv"
_LICENCE = "IGDB terms, credit required"
_WORK = (
    "fields name,slug,first_release_date,total_rating_count,alternative_names.name,involved_companies.company.name,"
    "involved_companies.developer,involved_companies.publisher"
)
_ALL = f"{_WORK},platforms.name,aggregated_rating,aggregated_rating_count,collections.name"


class Igdb:
    """The source `igdb`. Its own ids are numbers; people know the words in the address of a page."""

    name = "igdb"
    title = "IGDB"
    terms = Terms(
        licence=_LICENCE,
        page="https://www.igdb.com/api",
        note="Data by IGDB.com: credit is to be given where it is shown.",
        open=False,
        keys=("igdb-id", "igdb-secret"),
    )
    kinds = frozenset({Medium.GAME})
    gives = (
        Relation.DEVELOPER, Relation.PUBLISHER, Relation.DATE_PUBLISHED, Relation.PLATFORM, Relation.AGGREGATE_RATING,
    )  # fmt: skip
    ids = ("igdb",)

    def __init__(self) -> None:
        self._token: str | None = None

    def search(self, wanted: Wanted, web: Web) -> Sequence[Candidate]:
        """Return games with such a name."""
        title = wanted.title.replace("\\", " ").replace('"', " ")[:200]
        found = self._ask("games", f'search "{title}"; {_WORK}; limit 50;', web).data
        return [_candidate(game) for game in dicts(found) if whole(game.get("id"))]

    def resolve(self, kind: str, value: str, web: Web) -> str | None:
        """Return the number of a game with the words of its page."""
        if value.isdigit():
            return value
        words = "".join(letter for letter in value if letter.isalnum() or letter == "-")
        found = dicts(self._ask("games", f'fields id; where slug = "{words}";', web).data)
        return next((str(game["id"]) for game in found if whole(game.get("id"))), None)

    def fetch(self, own_id: str, web: Web) -> Record | None:
        """Return all it says of a game."""
        if not own_id.isdigit():
            return None
        data, day = self._ask("games", f"{_ALL}; where id = {own_id};", web)
        game = next(dicts(data), None)
        if game is None:
            return None
        slug = text(game.get("slug"))
        ids = {"igdb": slug} if slug else {}
        own = Provenance(self.title, own_id, None, day, _LICENCE)
        links = [Sourced(Relation.SAME_AS, page, own) for page in same_as(ids, ("igdb",))]
        return Record(id=own_id, type="VideoGame", values=(*_values(game, own), *links), ids=ids)

    def _ask(self, path: str, query: str, web: Web) -> Answer:
        """Return an answer. A kept one needs no token, but where there is none the keys must be there."""
        base = web.address(_API)
        client = web.key("igdb-id")
        if self._token is None:
            self._token = self._new_token(base, client, web)
        secret = {"Client-ID": client, "Authorization": f"Bearer {self._token}"}
        return web.json(f"{base}/{path}", post=query, secret_headers=secret)

    def _new_token(self, base: str, client: str, web: Web) -> str:
        server = _TOKEN if base == _API else base
        asked = {"client_id": client, "client_secret": web.key("igdb-secret"), "grant_type": "client_credentials"}
        answer = web.json(f"{server}/oauth2/token", post="", secret_params=asked, keep=False).data
        token = text(at(answer, "access_token"))
        if token is None:
            raise SourceError("Twitch gives no token for IGDB; check your id and secret.")
        return token


def _day(seconds: Any) -> str | None:
    if type(seconds) is not int:
        return None
    try:
        return datetime.fromtimestamp(seconds, UTC).date().isoformat()
    except (ValueError, OverflowError, OSError):
        return None


def _companies(game: dict[str, Any], role: str) -> list[str]:
    found = dicts(game.get("involved_companies"))
    names = [text(at(company, "company", "name")) for company in found if company.get(role) is True]
    return [name for name in names if name]


def _titles(game: dict[str, Any]) -> list[str]:
    names = [text(game.get("name")), *(text(other.get("name")) for other in dicts(game.get("alternative_names")))]
    return list(dict.fromkeys(name for name in names if name))


def _candidate(game: dict[str, Any]) -> Candidate:
    day = _day(game.get("first_release_date"))
    makers = _companies(game, "developer")
    return Candidate(
        source="igdb",
        id=str(game["id"]),
        titles=tuple(_titles(game)),
        years=(int(day[:4]),) if day else (),
        medium=Medium.GAME,
        description=f"game by {', '.join(makers[:2])}" if makers else "game",
        names=tuple(makers),
        ids={"igdb": str(game["slug"])} if text(game.get("slug")) else {},
        fame=whole(game.get("total_rating_count")) or 0,
    )


def _values(game: dict[str, Any], own: Provenance) -> Iterator[Sourced]:
    def of(prop: str, complete: bool | None = None) -> Provenance:
        return Provenance(own.source, own.id, prop, own.day, own.licence, complete)

    for place, name in enumerate(_titles(game)[:9]):
        yield Sourced(Relation.NAME if place == 0 else Relation.ALTERNATE_NAME, name, of("name"))
    for role, relation in (("developer", Relation.DEVELOPER), ("publisher", Relation.PUBLISHER)):
        for name in _companies(game, role):
            yield Sourced(relation, person(name), of(f"involved_companies {role}", complete=False))
    if day := _day(game.get("first_release_date")):
        yield Sourced(Relation.DATE_PUBLISHED, day, of("first_release_date"))
    for platform in (text(platform.get("name")) for platform in dicts(game.get("platforms"))):
        if platform:
            yield Sourced(Relation.PLATFORM, platform, of("platforms", complete=False))
    score = number(game.get("aggregated_rating"))
    if score and own.day:
        count = number(game.get("aggregated_rating_count"))
        value = rating(round(score), 100, "IGDB critics", own.day.isoformat(), count)
        yield Sourced(Relation.AGGREGATE_RATING, value, of("aggregated_rating"))
