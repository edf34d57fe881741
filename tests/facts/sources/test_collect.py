from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pytest

from reviewlint.facts.media import Medium
from reviewlint.facts.provenance import Provenance
from reviewlint.facts.relations import Relation
from reviewlint.facts.sources import registry
from reviewlint.facts.sources.base import Candidate, FactSource, Record, Sourced, SourceError, Terms, Wanted, Web
from reviewlint.facts.sources.collect import Gathered, gather
from tests.facts.sources.conftest import Run

R = Relation


@dataclass
class Fake:
    """A source with some works in it; one that is down raises."""

    name: str
    works: dict[str, tuple[Candidate, Record]] = field(default_factory=dict)
    ids: tuple[str, ...] = ()
    down: bool = False
    kinds: frozenset[Medium] = frozenset(Medium)
    gives: tuple[Relation, ...] = ()
    terms: Terms = Terms(licence="free", page="https://x.example", note="A note.", open=True)

    @property
    def title(self) -> str:
        return self.name.title()

    def put(self, own: str, title: str, year: int, medium: Medium = Medium.FILM, **more: Any) -> "Fake":
        ids = more.pop("ids", {})
        source = Provenance(self.title, own, None, date(2026, 11, 29))
        values = [Sourced(R.NAME, title, source), Sourced(R.DATE_PUBLISHED, str(year), source)]
        values += [Sourced(R(key), value, source) for key, value in more.items()]
        candidate = Candidate(source=self.name, id=own, titles=(title,), years=(year,), medium=medium, ids=ids)
        type_name = {Medium.FILM: "Movie", Medium.ALBUM: "MusicAlbum"}[medium]
        self.works[own] = (candidate, Record(id=own, type=type_name, values=tuple(values), ids=ids))
        return self

    def search(self, wanted: Wanted, web: Web) -> Sequence[Candidate]:
        if self.down:
            raise SourceError(f"{self.title} is down.")
        return [candidate for candidate, _ in self.works.values()]

    def resolve(self, kind: str, value: str, web: Web) -> str | None:
        if self.down:
            raise SourceError(f"{self.title} is down.")
        return next((own for own, (found, _) in self.works.items() if found.ids.get(kind) == value), None)

    def fetch(self, own_id: str, web: Web) -> Record | None:
        return self.works[own_id][1] if own_id in self.works else None


def asked(wanted: Wanted, *sources: FactSource, **more: Any) -> Gathered:
    return gather(wanted, sources, lambda source: None, **more)  # type: ignore[arg-type,return-value]


def told(gathered: Gathered) -> dict[str, Any]:
    return {value.relation.value: value.value for value in gathered.values()}


EVIL = Wanted(title="Evil", year=2019, medium=Medium.FILM)


def test_the_first_source_says_which_work_it_is_and_the_others_add() -> None:
    first = Fake("one", ids=("imdb",)).put("a", "Evil", 2019, ids={"imdb": "tt1"}, director="D")
    second = Fake("two", ids=("imdb",)).put("b", "Another Title", 1950, ids={"imdb": "tt1"}, director="X", musicBy="M")
    found = asked(EVIL, first, second)
    assert told(found) == {"name": "Evil", "director": "D", "musicBy": "M", "datePublished": "2019"}


def test_a_source_that_is_down_hides_none_of_the_others() -> None:
    second = Fake("two").put("b", "Evil", 2019, director="D")
    found = asked(EVIL, Fake("one", down=True), second, Fake("three", down=True))
    assert told(found)["director"] == "D"
    assert [str(trouble) for trouble in found.troubles] == ["One is down.", "Three is down."]


def test_whether_any_answered_is_known() -> None:
    assert not asked(EVIL, Fake("one", down=True)).answered
    assert asked(EVIL, Fake("one", down=True), Fake("two")).answered


def test_another_source_adds_only_what_is_clearly_the_same_work() -> None:
    first = Fake("one").put("a", "Evil", 2019)
    second = Fake("two").put("b", "Evil", 2003, director="Wrong").put("c", "Evils", 2019, director="Wrong")
    assert "director" not in told(asked(EVIL, first, second))


def test_of_two_works_of_one_title_and_year_only_one_with_the_same_makers_is_added() -> None:
    first = Fake("one").put("a", "Evil", 2019, director={"name": "Kiyotaka Oshiyama"})
    other = Fake("two").put("b", "Evil", 2019, director="Somebody Else", musicBy="Wrong")
    same = Fake("three").put(
        "c", "Evil", 2019, director={"name": "D", "alternateName": "Oshiyama Kiyotaka"}, editor="Right"
    )
    found = told(asked(EVIL, first, other, same))
    assert "musicBy" not in found
    assert found["editor"] == "Right"


def test_an_id_that_nobody_has_is_not_replaced_by_a_title() -> None:
    source = Fake("one", ids=("imdb",)).put("a", "Evil", 2019)
    wanted = Wanted(title="Evil", year=2019, medium=Medium.FILM, ids={"imdb": "tt9"})
    assert asked(wanted, source, given=True).records == ()
    assert asked(wanted, source).records != ()  # an id that only stands in the draft


def test_a_choice_is_asked_before_another_source_may_take_one() -> None:
    unclear = Fake("one").put("a", "Evil", 2019).put("b", "Evil", 2019)
    found = asked(EVIL, unclear, Fake("two").put("c", "Evil", 2019))
    assert found.records == ()
    assert found.choice is not None
    assert len(found.choice.ranked) == 2
    assert asked(EVIL, unclear, pick=2).records[0].id == "b"
    assert asked(EVIL, unclear, pick=3).records == ()


def test_without_a_kind_no_source_of_one_kind_takes_the_title() -> None:
    albums = Fake("two", kinds=frozenset({Medium.ALBUM})).put("c", "Evil", 2019, Medium.ALBUM)
    assert asked(Wanted(title="Evil", year=2019), Fake("one"), albums).records == ()
    assert asked(Wanted(title="Evil", year=2019, medium=Medium.ALBUM), Fake("one"), albums).records != ()
    assert asked(Wanted(title="Evil", year=2019), albums).records != ()


class Point:
    """What `entry_points` returns for a source of another package."""

    dist = None

    def __init__(self, name: str, made: Any) -> None:
        self.name = name
        self._made = made

    def load(self) -> Any:
        return self._made


def test_a_source_of_another_package_works_and_a_broken_one_is_told(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    theirs = Fake("theirs").put("a", "Evil", 2019, director="D. Their")
    points = [Point("theirs", lambda: theirs), Point("broken", lambda: object()), Point("ours", lambda: Fake("tmdb"))]
    monkeypatch.setattr(registry, "entry_points", lambda group: points if group == "reviewlint.sources" else [])
    listed = run("sources")
    assert "Theirs (theirs), asked by default" in listed.stdout
    assert "The source “broken” of another package fails" in listed.stderr
    assert "The source “tmdb” of another package has the name of another one." in listed.stderr
    result = run("add", "Evil", "--year", "2019", "--source", "theirs")
    assert result.exit_code == 0, result.output
    from pathlib import Path

    assert "director: D. Their" in Path("evil.facts.yaml").read_text(encoding="utf-8")
