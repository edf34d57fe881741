from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from reviewlint.facts.assemble import read_file
from reviewlint.facts.media import Medium
from reviewlint.facts.relations import Relation
from reviewlint.facts.sources.answers import Answers
from reviewlint.facts.sources.base import Record, Wanted
from reviewlint.facts.sources.web import Client
from reviewlint.facts.sources.wikidata import Wikidata
from reviewlint.facts.sources.wikidata_terms import CLASSES, medium_of
from tests.facts.sources.conftest import Run
from tests.facts.sources.wikidata_server import (
    FILM,
    MINUTE,
    SECOND,
    FakeWikidata,
    amount,
    day,
    item,
    native,
    ref,
    statement,
    text,
)  # fmt: skip

R = Relation
Read = Callable[..., Record]
UNKNOWN = {"mainsnak": {"snaktype": "somevalue"}, "rank": "normal"}
NONE = {"mainsnak": {"snaktype": "novalue"}, "rank": "normal"}


@pytest.fixture
def read(wikidata: FakeWikidata, cache_dir: Path) -> Read:
    """Return the record of a film with some claims; Q21 to Q29 are people and companies, 1 to 9."""
    wikidata.add(*(item(20 + number, f"Name {number}") for number in range(1, 10)))

    def of(**claims: Any) -> Record:
        wikidata.add(item(99, "Work", **{"P31": ref(FILM), **claims}))
        source = Wikidata()
        folder = cache_dir / str(wikidata.asked.total())  # nothing is kept from one call to the next
        web = Client(Answers(folder, print), contact="me@example.org", clock=lambda: date(2026, 11, 29)).web(source)
        record = source.fetch("Q99", web)
        assert record is not None
        return record

    return of


def told(record: Record, relation: Relation) -> list[Any]:
    values = [value.value for value in record.values if value.relation is relation]
    return [value["name"] if isinstance(value, dict) and set(value) == {"name"} else value for value in values]


def test_a_preferred_statement_goes_before_others_and_a_deprecated_one_counts_for_nothing(read: Read) -> None:
    record = read(
        P57=[statement(ref("Q21")), statement(ref("Q22"), rank="preferred")],
        P86=[statement(ref("Q23"), rank="deprecated"), statement(ref("Q24"))],
    )
    assert told(record, R.DIRECTOR) == ["Name 2"]
    assert told(record, R.COMPOSER) == ["Name 4"]


def test_every_length_and_date_that_is_not_deprecated_counts(read: Read) -> None:
    record = read(
        P2047=[statement(amount(115, MINUTE), rank="preferred"), statement(amount(7200, SECOND)), amount(2, "Q1")],
        P577=[
            statement(day("1982-12-25")),
            statement(day("1982"), rank="preferred"),
            statement(day("1981"), rank="deprecated"),
        ],
    )
    assert told(record, R.DURATION) == ["PT115M", "PT120M"]
    assert told(record, R.DATE_PUBLISHED) == ["1982-12-25"]
    assert told(record, R.RELEASED_EVENT) == [{"startDate": "1982"}, {"startDate": "1982-12-25"}]


def test_what_has_ended_keeps_its_last_day(read: Read) -> None:
    record = read(
        P123=[statement(ref("Q21"), P582=day("2005")), statement(ref("Q22")), statement(ref("Q23"), P582=NONE)]
    )
    assert told(record, R.PUBLISHER) == [
        {"name": "Name 1", "endDate": "2005"}, "Name 2", {"name": "Name 3", "endDate": "unknown"},
    ]  # fmt: skip


def test_no_value_and_unknown_value_are_nothing(read: Read) -> None:
    record = read(P86=NONE, P57=[UNKNOWN, ref("Q21")], P577=UNKNOWN, P2047=NONE)
    assert told(record, R.COMPOSER) == told(record, R.DATE_PUBLISHED) == told(record, R.DURATION) == []
    assert told(record, R.DIRECTOR) == ["Name 1"]


def test_the_list_of_a_work_it_is_from_is_not_complete_either(project: Path, run: Run, wikidata: FakeWikidata) -> None:
    run("add", "Look Back", "--year", "2024")
    (work,) = read_file(project / "look-back.facts.yaml").works
    (source,) = work.works(R.IS_BASED_ON)
    assert not source.is_closed(R.AUTHOR)
    assert [fact.provenance for fact in source.get(R.AUTHOR)] == ["Wikidata Q6"]


def test_no_list_is_called_complete(read: Read) -> None:
    record = read(P57=ref("Q21"))
    assert [v.provenance.complete for v in record.values if v.relation is R.DIRECTOR] == [False]


def test_the_cast_is_in_either_property_once_with_its_part(read: Read) -> None:
    record = read(
        P161=[ref("Q21"), statement(ref("Q22"), P4633=text("Fujino"))],
        P725=[statement(ref("Q21"), P453=ref("Q23"))],
    )
    assert told(record, R.ACTOR) == [
        {"name": "Name 1", "characterName": {"name": "Name 3"}},
        {"name": "Name 2", "characterName": {"name": "Fujino"}},
    ]  # fmt: skip


def test_companies_keep_their_roles_apart(read: Read) -> None:
    record = read(P272=ref("Q21"), P750=statement(ref("Q22"), P291=ref("Q17")), P123=ref("Q23"), P449=ref("Q24"),
                  P178=ref("Q25"), P264=ref("Q26"), P175=ref("Q27"))  # fmt: skip
    assert told(record, R.PRODUCTION_COMPANY) == ["Name 1"]
    assert told(record, R.DISTRIBUTOR) == [{"name": "Name 2", "areaServed": "Japan"}]
    assert told(record, R.PUBLISHER) == ["Name 3"]
    assert told(record, R.BROADCASTER) == ["Name 4"]
    assert told(record, R.DEVELOPER) == told(record, R.RECORD_LABEL) == told(record, R.ARTIST) == []  # of a film


def test_a_game_an_album_and_a_series(read: Read) -> None:
    game = read(P31=ref("Q7889"), P178=ref("Q21"), P123=ref("Q22"))
    assert (game.type, told(game, R.DEVELOPER), told(game, R.PUBLISHER)) == ("VideoGame", ["Name 1"], ["Name 2"])
    album = read(P31=ref("Q482994"), P175=ref("Q21"), P264=ref("Q22"), P162=ref("Q23"))
    assert (album.type, told(album, R.ARTIST), told(album, R.RECORD_LABEL)) == ("MusicAlbum", ["Name 1"], ["Name 2"])
    series = read(P31=ref("Q5398426"), P580=day("2002-06-02"), P582=day("2008"), P1113=amount(60), P2437=amount(5),
                  P2047=amount(58, MINUTE), P577=day("2001"))  # fmt: skip
    assert (series.type, told(series, R.DATE_PUBLISHED), told(series, R.END_DATE)) == (
        "TVSeries",
        ["2002-06-02"],
        ["2008"],
    )
    assert (told(series, R.NUMBER_OF_EPISODES), told(series, R.NUMBER_OF_SEASONS)) == ([60], [5])
    assert told(series, R.DURATION) == []  # that of an episode
    running = read(P31=ref("Q5398426"), P580=day("2024"), P1113=amount(8), P2437=amount(1), P1104=amount(300))
    assert told(running, R.NUMBER_OF_EPISODES) == told(running, R.NUMBER_OF_SEASONS) == []
    assert told(read(P31=ref("Q571"), P1104=amount(300)), R.NUMBER_OF_PAGES) == []  # of an edition


def test_a_score_needs_its_site_and_day_and_the_newest_counts(read: Read) -> None:
    record = read(
        P444=[
            statement(text("8.0/10"), P447=ref("Q21"), P585=day("2025-01-01")),
            statement(text("8.1/10"), P447=ref("Q21"), P585=day("2026-01-01"), P7887=amount(1000)),
            statement(text("94%"), P447=ref("Q22"), P585=day("2026-01-01")),
            statement(text("3/4"), P447=ref("Q23")),
            statement(text("good"), P447=ref("Q24"), P585=day("2026-01-01")),
        ]
    )
    assert told(record, R.AGGREGATE_RATING) == [
        {"ratingValue": 8.1, "bestRating": 10, "author": "Name 1", "ratingCount": 1000, "dateModified": "2026-01-01"},
        {"ratingValue": 94, "bestRating": 100, "author": "Name 2", "dateModified": "2026-01-01"},
    ]


def test_an_item_that_was_joined_with_another_is_that_other(
    read: Read, wikidata: FakeWikidata, cache_dir: Path
) -> None:
    wikidata.add({**item(21, "Name 1"), "redirects": {"from": "Q50", "to": "Q21"}})
    wikidata.items["Q50"] = wikidata.items["Q21"]
    assert told(read(P57=ref("Q50")), R.DIRECTOR) == ["Name 1"]
    source = Wikidata()
    found = source.fetch("Q50", Client(Answers(cache_dir, print), contact="me@example.org").web(source))
    assert found is not None
    assert found.id == "Q21"


def test_a_search_is_no_longer_than_it_may_be(wikidata: FakeWikidata, cache_dir: Path) -> None:
    source = Wikidata()
    web = Client(Answers(cache_dir, print), contact="me@example.org").web(source)
    for medium in Medium:
        source.search(Wanted(title="A very long title " * 20, medium=medium), web)
    from urllib.parse import parse_qs

    searches = [found[0] for asked in wikidata.asked if (found := parse_qs(asked).get("srsearch"))]
    assert len(searches) > 5
    assert max(map(len, searches)) <= 300


def test_titles_are_those_people_use(read: Read, wikidata: FakeWikidata) -> None:
    wikidata.add(item(99, "x"))
    record = read(P1476=native("ワーク"), P345=text("tt1"))
    assert told(record, R.NAME) == ["Work"]
    assert told(record, R.ALTERNATE_NAME) == ["ワーク"]
    assert record.ids == {"wikidata": "Q99", "imdb": "tt1"}


@pytest.mark.parametrize(
    ("described", "medium"),
    [
        ("1994 film directed by Frank Darabont", Medium.FILM),
        ("American television series", Medium.SERIES),
        ("novel by Daphne du Maurier", Medium.BOOK),
        ("2009 film based on the video game", Medium.FILM),
        ("2024 video game", Medium.GAME),
        ("one-shot manga by Tatsuki Fujimoto", Medium.COMIC),
        ("soundtrack album of the film", Medium.ALBUM),
        ("town in France", Medium.OTHER),
    ],
)
def test_the_medium_by_the_description(described: str, medium: Medium) -> None:
    assert medium_of((), described) is medium


def test_a_class_stands_for_one_medium() -> None:
    listed = [item for items in CLASSES.values() for item in items.split()]
    assert len(listed) == len(set(listed))


def test_a_work_is_found_by_its_class_where_its_title_is_common(wikidata: FakeWikidata, cache_dir: Path) -> None:
    wikidata.add(item(200, "Drive", "family name"), item(201, "Drive", "2011 film", P31=ref(FILM), P577=day("2011")))
    hidden = {**wikidata.items["Q201"], "labels": {"mul": {"language": "mul", "value": "Drive"}}}
    wikidata.items["Q201"] = hidden
    source = Wikidata()
    client = Client(Answers(cache_dir, print), contact="me@example.org")
    found = source.search(Wanted(title="Drive", year=2011, medium=Medium.FILM), client.web(source))
    assert [candidate.id for candidate in found] == ["Q201"]
    assert not [query for query in wikidata.asked if "haswbstatement" in query]
    assert source.search(Wanted(title="Drive", year=1997, medium=Medium.FILM), client.web(source)) != []
    assert [query for query in wikidata.asked if "haswbstatement" in query]
