"""Each source on answers in the shape that its documentation gives, made up, over the loopback."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pytest_httpserver import HTTPServer

from reviewlint.facts.media import Medium
from reviewlint.facts.relations import Relation
from reviewlint.facts.sources.anilist import AniList
from reviewlint.facts.sources.answers import Answers
from reviewlint.facts.sources.base import FactSource, Record, SourceError, Wanted, Web
from reviewlint.facts.sources.igdb import Igdb
from reviewlint.facts.sources.musicbrainz import MusicBrainz
from reviewlint.facts.sources.omdb import Omdb
from reviewlint.facts.sources.openlibrary import OpenLibrary
from reviewlint.facts.sources.tmdb import Tmdb
from reviewlint.facts.sources.web import Client

TODAY = date(2026, 11, 29)
To = Callable[[FactSource], Web]
R = Relation


@pytest.fixture
def to(httpserver: HTTPServer, cache_dir: Path, monkeypatch: pytest.MonkeyPatch) -> To:
    client = Client(Answers(cache_dir, print), contact="me@example.org", clock=lambda: TODAY)

    def way(source: FactSource) -> Web:
        monkeypatch.setenv(f"REVIEWLINT_{source.name.upper()}_URL", httpserver.url_for("/"))
        for key in source.terms.keys:
            monkeypatch.setenv(f"REVIEWLINT_{key.upper().replace('-', '_')}_KEY", f"my-{key}")
        return client.web(source)

    return way


def values(record: Record | None, relation: Relation) -> list[Any]:
    assert record is not None
    found = [value.value for value in record.values if value.relation is relation]
    return [value["name"] if isinstance(value, dict) and set(value) == {"name"} else value for value in found]


GROUP = "416bb5e5-c7d1-3977-8fd7-7c9daf6c2be6"
RELEASE = "90b1e0f2-0000-4000-8000-000000000001"


def test_musicbrainz(httpserver: HTTPServer, to: To) -> None:
    credit = [{"name": "The Example", "artist": {"id": "a", "name": "Example, The"}, "joinphrase": ""}]
    group = {"id": GROUP, "title": "Low Water", "first-release-date": "1977-02-04", "primary-type": "Album",
             "secondary-types": [], "artist-credit": credit}  # fmt: skip
    releases = [
        {"id": "later", "status": "Official", "date": "2013-01-01"}, {"id": "none", "status": "Official", "date": ""},
        {"id": "boot", "status": "Bootleg", "date": "1976"},
        {"id": RELEASE, "status": "Official", "date": "1977-02-04"},
    ]  # fmt: skip
    wikidata = [{"type": "wikidata", "url": {"resource": "https://www.wikidata.org/wiki/Q201940"}}]
    media = [{"track-count": 2, "tracks": [{"length": 180_000}, {"length": 150_500}]}]
    release = {"id": RELEASE, "label-info": [{"label": {"name": "Harvest"}}, {"label": None}], "media": media}
    query = 'releasegroup:"Low \\"Water\\"" AND artist:("The Example")'
    httpserver.expect_request(
        "/release-group", query_string={"query": query, "limit": "50", "fmt": "json"}
    ).respond_with_json({"release-groups": [group]})
    httpserver.expect_request(f"/release-group/{GROUP}").respond_with_json(
        {**group, "releases": releases, "relations": wikidata, "aliases": [{"name": "LW"}]}
    )
    httpserver.expect_request(f"/release/{RELEASE}").respond_with_json(release)
    source = MusicBrainz()
    (found,) = source.search(Wanted(title='Low "Water"', names=("The Example",)), to(source))
    assert (found.titles, found.years, found.names) == (("Low Water",), (1977,), ("The Example",))
    record = source.fetch(GROUP, to(source))
    assert record is not None
    assert record.ids == {"musicbrainz": GROUP, "wikidata": "Q201940"}
    assert values(record, R.ARTIST) == [{"name": "The Example", "alternateName": "Example, The"}]
    assert values(record, R.RECORD_LABEL) == ["Harvest"]
    sent = [request.query_string.decode() for request, _ in httpserver.log]
    assert sent[1:] == ["inc=artist-credits+aliases+releases+url-rels&fmt=json", "inc=recordings+labels&fmt=json"]
    assert values(record, R.NUM_TRACKS) == [2]
    assert values(record, R.DURATION) == ["PT5M30S"]  # of 330.5 seconds
    assert {v.provenance.complete for v in record.values if v.relation is R.ARTIST} == {True}
    assert {str(v.provenance) for v in record.values if v.relation is R.DURATION} == {
        f"MusicBrainz {GROUP} release {RELEASE}, 2026-11-29"
    }


def test_openlibrary_gives_pages_of_an_edition_only(httpserver: HTTPServer, to: To) -> None:
    isbn = "9780140328721"
    edition = {
        "title": "Fantastic Fox",
        "publishers": ["Puffin"],
        "number_of_pages": 96,
        "works": [{"key": "/works/OL1W"}],
    }
    httpserver.expect_request(f"/isbn/{isbn}.json").respond_with_data(
        "", status=302, headers={"Location": "/books/OL7M.json"}
    )
    httpserver.expect_request("/books/OL7M.json").respond_with_json(edition)
    work = {"title": "Fantastic Fox", "authors": [{"author": {"key": "/authors/OL2A"}}, {"author": "?"}]}
    httpserver.expect_request("/works/OL1W.json").respond_with_json(work)
    moved = {"type": {"key": "/type/redirect"}, "location": "/works/OL1W"}
    httpserver.expect_request("/works/OL9W.json").respond_with_json(moved)
    httpserver.expect_request("/authors/OL2A.json").respond_with_json(
        {"name": "R. Example", "alternate_names": ["Example"]}
    )
    docs = [{"key": "/works/OL1W", "title": "Fantastic Fox", "author_name": ["R. Example"], "first_publish_year": 1970}]
    httpserver.expect_request("/search.json").respond_with_json({"docs": docs})
    source = OpenLibrary()
    (found,) = source.search(Wanted(title="Fantastic Fox"), to(source))
    assert (found.id, found.years, found.names) == ("OL1W", (1970,), ("R. Example",))
    assert source.resolve("isbn", isbn, to(source)) == f"OL1W/{isbn}"
    record = source.fetch(f"OL1W/{isbn}", to(source))
    assert values(record, R.PUBLISHER) == ["Puffin"]
    assert values(record, R.NUMBER_OF_PAGES) == [96]
    plain = source.fetch("OL9W", to(source))
    assert values(plain, R.AUTHOR) == [{"name": "R. Example", "alternateName": "Example"}]
    assert values(plain, R.NUMBER_OF_PAGES) == values(plain, R.DATE_PUBLISHED) == []


def anime(**more: Any) -> dict[str, Any]:
    name = {"romaji": "Rukku Bakku", "english": "Look Back", "native": "ルックバック"}
    return {"id": 7, "type": "ANIME", "format": "MOVIE", "title": name, "synonyms": [], "episodes": 1,
            "startDate": {"year": 2024, "month": 6, "day": 28}, "endDate": {"year": 2024}, **more}  # fmt: skip


def staff(role: str, name: str) -> dict[str, Any]:
    return {"role": role, "node": {"name": {"full": name, "native": None, "alternative": []}}}


def test_anilist_keeps_roles_apart(httpserver: HTTPServer, to: To) -> None:
    people = [
        staff("Director", "Kiyotaka Oshiyama"), staff("Episode Director (ep 1)", "X"), staff("Art Director", "Y"),
        staff("Original Creator", "Tatsuki Fujimoto"), staff("Music", "haruka nakamura"), staff("Director", ""),
    ]  # fmt: skip
    studios = [
        {"isMain": True, "node": {"name": "Studio DURIAN", "isAnimationStudio": True}},
        {"isMain": False, "node": {"name": "Avex Pictures", "isAnimationStudio": False}},
    ]
    manga = {"relationType": "SOURCE", "node": {"format": "ONE_SHOT", "title": {"romaji": "Look Back"}}}
    voice = {"node": {"name": {"full": "Ayumu Fujino"}}, "voiceActors": [{"name": {"full": "Yuumi Kawai"}}]}
    media = anime(duration=58, averageScore=85, status="FINISHED", staff={"edges": people}, studios={"edges": studios},
                  relations={"edges": [manga]}, characters={"edges": [voice]})  # fmt: skip
    httpserver.expect_oneshot_request("/", method="POST").respond_with_json({"data": {"Page": {"media": [anime()]}}})
    httpserver.expect_request("/", method="POST").respond_with_json({"data": {"Media": media}})
    source = AniList()
    (found,) = source.search(Wanted(title="Look Back", medium=Medium.FILM), to(source))
    assert found.titles == ("Look Back", "Rukku Bakku", "ルックバック")
    assert json.loads(httpserver.log[0][0].get_data())["variables"] == {"search": "Look Back", "type": "ANIME"}
    record = source.fetch("7", to(source))
    assert values(record, R.DIRECTOR) == ["Kiyotaka Oshiyama"]
    assert values(record, R.COMPOSER) == ["haruka nakamura"]
    assert values(record, R.PRODUCTION_COMPANY) == [
        {"name": "Studio DURIAN", "roleName": "animation studio"}, {"name": "Avex Pictures", "roleName": "producer"},
    ]  # fmt: skip
    assert values(record, R.IS_BASED_ON) == [
        {"type": "Manga", "name": "Look Back", "author": {"name": "Tatsuki Fujimoto"}}
    ]
    assert values(record, R.ACTOR) == [{"name": "Yuumi Kawai", "characterName": {"name": "Ayumu Fujino"}}]
    assert values(record, R.DURATION) == ["PT58M"]
    assert values(record, R.DATE_PUBLISHED) == ["2024-06-28"]
    assert values(record, R.NUMBER_OF_EPISODES) == []


def test_anilist_that_is_closed_is_told(httpserver: HTTPServer, to: To) -> None:
    said = {"errors": [{"message": "The AniList API has been temporarily disabled."}], "data": None}
    httpserver.expect_request("/").respond_with_json(said)
    with pytest.raises(SourceError, match="temporarily disabled"):
        AniList().fetch("7", to(AniList()))


def test_tmdb_film(httpserver: HTTPServer, to: To) -> None:
    film = {
        "id": 603, "title": "The Grid", "original_title": "Le Réseau", "release_date": "1999-03-31", "runtime": 136,
        "vote_average": 8.217, "vote_count": 26000, "production_companies": [{"name": "Village Road"}],
        "external_ids": {"imdb_id": "tt0133093", "wikidata_id": None},
        "alternative_titles": {"titles": [
            {"iso_3166_1": "US", "title": "Grid 1"}, {"iso_3166_1": "FR", "title": "No"},
        ]},
        "credits": {
            "cast": [{"name": "K. Example", "original_name": "K. Example", "character": "Neo (voice)"}],
            "crew": [{"name": "L. W", "job": "Director"}, {"name": "D. D", "job": "Original Music Composer"},
                     {"name": "N. N", "job": "Novel"}],
        },
        "release_dates": {"results": [{"iso_3166_1": "DE", "release_dates": [
            {"type": 4, "release_date": "1999-01-01T00:00:00.000Z"},
            {"type": 3, "release_date": "1999-06-17T00:00:00.000Z"},
        ]}]},
    }  # fmt: skip
    httpserver.expect_request("/search/movie").respond_with_json({"results": [film]})
    httpserver.expect_request("/movie/603").respond_with_json(film)
    httpserver.expect_request("/find/tt0133093").respond_with_json({"movie_results": [{"id": 603}], "tv_results": []})
    source = Tmdb()
    (found,) = source.search(Wanted(title="The Grid", year=1999, medium=Medium.FILM), to(source))
    assert (found.id, found.titles, found.years) == ("movie/603", ("The Grid", "Le Réseau"), (1999,))
    assert source.resolve("imdb", "tt0133093", to(source)) == "movie/603"
    record = source.fetch("movie/603", to(source))
    assert values(record, R.DIRECTOR) == ["L. W"]
    assert values(record, R.WRITER) == []
    assert values(record, R.COMPOSER) == ["D. D"]
    assert values(record, R.ACTOR) == [{"name": "K. Example", "characterName": {"name": "Neo"}}]
    assert values(record, R.ALTERNATE_NAME) == ["Le Réseau", "Grid 1"]
    assert values(record, R.RELEASED_EVENT) == [{"startDate": "1999-06-17", "location": "DE"}]
    assert values(record, R.AGGREGATE_RATING) == [
        {"ratingValue": 8.2, "bestRating": 10, "author": "TMDB", "ratingCount": 26000, "dateModified": "2026-11-29"}
    ]
    assert all(request.args["api_key"] == "my-tmdb" for request, _ in httpserver.log)


def test_tmdb_series_has_the_cast_of_all_seasons(
    httpserver: HTTPServer, to: To, monkeypatch: pytest.MonkeyPatch
) -> None:
    crew = [
        {"name": "E. P", "jobs": [{"job": "Director"}]},
        {"name": "M. C", "jobs": [{"job": "Original Music Composer"}]},
    ]
    show = {
        "id": 9, "name": "The Wire Room", "first_air_date": "2002-06-02", "last_air_date": "2008-03-09",
        "status": "Ended",
        "number_of_seasons": 5, "number_of_episodes": 60, "episode_run_time": [60], "networks": [{"name": "HBO"}],
        "created_by": [{"name": "D. S"}],
        "credits": {"cast": [{"name": "Last Season Only"}]},
        "aggregate_credits": {"cast": [{"name": "D. W", "roles": [{"character": "Jimmy"}]}], "crew": crew},
    }  # fmt: skip
    httpserver.expect_request("/tv/9").respond_with_json(show)
    source = Tmdb()
    web = to(source)
    monkeypatch.setenv("REVIEWLINT_TMDB_KEY", "eyJ.of.version.4")
    record = source.fetch("tv/9", web)
    assert values(record, R.ACTOR) == [{"name": "D. W", "characterName": {"name": "Jimmy"}}]
    assert values(record, R.DIRECTOR) == values(record, R.DURATION) == []
    assert (values(record, R.BROADCASTER), values(record, R.CREATOR)) == (["HBO"], ["D. S"])
    assert (values(record, R.END_DATE), values(record, R.NUMBER_OF_EPISODES)) == (["2008-03-09"], [60])
    assert httpserver.log[0][0].headers["Authorization"] == "Bearer eyJ.of.version.4"
    assert "api_key" not in httpserver.log[0][0].args


def test_omdb(httpserver: HTTPServer, to: To) -> None:
    film = {
        "Title": "Look Back", "Year": "2024", "Released": "28 Jun 2024", "Runtime": "58 min",
        "Director": "Kiyotaka Oshiyama",
        "Writer": "Tatsuki Fujimoto (manga), Kiyotaka Oshiyama", 
        "Actors": "Yumi Kawai, Mizuki Yoshida", "Awards": "N/A",
        "Ratings": [{"Source": "Internet Movie Database", "Value": "8.0/10"}, 
                    {"Source": "Rotten Tomatoes", "Value": "100%"},
                    {"Source": "Other", "Value": "good"}],
        "imdbVotes": "10,000", "imdbID": "tt9999999", "Type": "movie", "Response": "True",
    }  # fmt: skip
    no = {"Response": "False", "Error": "Movie not found!"}
    httpserver.expect_request("/", query_string="s=Look+Back&type=movie&y=2025&apikey=my-omdb").respond_with_json(no)
    hits = {"Search": [{"Title": "Look Back", "Year": "2024", "imdbID": "tt9999999", "Type": "movie"}]}
    httpserver.expect_request("/", query_string="s=Look+Back&type=movie&apikey=my-omdb").respond_with_json(hits)
    httpserver.expect_request("/", query_string="i=tt9999999&apikey=my-omdb").respond_with_json(film)
    httpserver.expect_request("/", query_string="i=tt1&apikey=my-omdb").respond_with_json(
        {"Response": "False", "Error": "Request limit reached!"}
    )
    many = {"Response": "False", "Error": "Too many results."}
    httpserver.expect_request("/", query_string="s=M&apikey=my-omdb").respond_with_json(many)
    httpserver.expect_request("/", query_string="t=M&apikey=my-omdb").respond_with_json({**film, "Title": "M"})
    source = Omdb()
    assert source.search(Wanted(title="M"), to(source))[0].titles == ("M",)
    (found,) = source.search(Wanted(title="Look Back", year=2025, medium=Medium.FILM), to(source))
    assert found.years == (2024,)
    record = source.fetch("tt9999999", to(source))
    assert values(record, R.WRITER) == ["Kiyotaka Oshiyama"]
    assert values(record, R.ACTOR) == ["Yumi Kawai", "Mizuki Yoshida"]
    assert values(record, R.DATE_PUBLISHED) == ["2024-06-28"]
    assert [rating["author"] for rating in values(record, R.AGGREGATE_RATING)] == ["IMDb", "Rotten Tomatoes"]
    assert values(record, R.AGGREGATE_RATING)[0]["ratingCount"] == 10_000
    with pytest.raises(SourceError, match="Request limit reached"):
        source.fetch("tt1", to(source))


def test_igdb_keeps_developer_and_publisher_apart(httpserver: HTTPServer, to: To, cache_dir: Path) -> None:
    game = {
        "id": 113112, "name": "Hades", "slug": "hades--1", "first_release_date": 1600300800,
        "involved_companies": [
            {"company": {"name": "Supergiant"}, "developer": True, "publisher": False},
            {"company": {"name": "Private Division"}, "developer": False, "publisher": True},
            {"company": {"name": "Porters"}, "developer": False, "publisher": False},
        ],
        "platforms": [{"name": "Switch"}], "alternative_names": [{"name": "ハデス"}],
    }  # fmt: skip
    httpserver.expect_request("/oauth2/token", method="POST").respond_with_json({"access_token": "tok"})
    httpserver.expect_request("/games", method="POST").respond_with_json([game])
    source = Igdb()
    (found,) = source.search(Wanted(title='Ha"des'), to(source))
    assert (found.years, found.names) == ((2020,), ("Supergiant",))
    record = source.fetch("113112", to(source))
    assert values(record, R.DEVELOPER) == ["Supergiant"]
    assert values(record, R.PUBLISHER) == ["Private Division"]
    assert values(record, R.DATE_PUBLISHED) == ["2020-09-17"]
    assert source.resolve("igdb", 'hades--1"; where 1', to(source)) == "113112"
    bodies = [request.get_data(as_text=True) for request, _ in httpserver.log]
    assert bodies[1].startswith('search "Ha des"; fields name')
    assert bodies[3] == 'fields id; where slug = "hades--1where1";'
    assert [request.path for request, _ in httpserver.log].count("/oauth2/token") == 1
    assert b"my-igdb-secret" not in b"".join(path.read_bytes() for path in cache_dir.iterdir())


@pytest.mark.parametrize(
    "source", [MusicBrainz(), OpenLibrary(), AniList(), Tmdb(), Omdb(), Igdb()], ids=lambda s: s.name
)
@pytest.mark.parametrize(
    "answer", [None, [], {}, "text", 7, {"data": []}, {"docs": [[]], "results": "x", "Search": {}}]
)
def test_answers_of_another_shape_are_no_crash(httpserver: HTTPServer, to: To, source: FactSource, answer: Any) -> None:
    httpserver.expect_request("/oauth2/token").respond_with_json({"access_token": "tok"})
    from re import compile as pattern

    httpserver.expect_request(pattern(".*")).respond_with_json(answer)
    assert list(source.search(Wanted(title="X", year=2000), to(source))) == []
    own = {"musicbrainz": GROUP, "openlibrary": "OL1W/9780140328721", "tmdb": "movie/1", "omdb": "tt1"}.get(
        source.name, "1"
    )
    record = source.fetch(own, to(source))
    assert record is None or all(
        value.relation is R.SAME_AS or value.value == "9780140328721" for value in record.values
    )


@pytest.mark.parametrize("source", [Tmdb(), Omdb(), Igdb()], ids=lambda s: s.name)
def test_without_a_key_nothing_is_asked(httpserver: HTTPServer, to: To, source: FactSource,
                                        monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    web = to(source)
    for key in source.terms.keys:
        monkeypatch.delenv(f"REVIEWLINT_{key.upper().replace('-', '_')}_KEY")
    monkeypatch.setattr("reviewlint.facts.sources.keys._from_keyring", lambda name: None)
    with pytest.raises(SourceError, match=f"{source.title} needs your key"):
        source.search(Wanted(title="X"), web)
    assert not httpserver.log
