from pathlib import Path

import pytest
from pytest_httpserver import HTTPServer

from tests.facts.sources.conftest import Run
from tests.facts.sources.wikidata_server import FILM, FakeWikidata, day, item, ref


@pytest.fixture
def reviews(project: Path, wikidata: FakeWikidata) -> Path:
    folder = project / "reviews"
    folder.mkdir()
    for number in range(4):
        wikidata.add(item(100 + number, f"Film {number}", "film", P31=ref(FILM), P577=day("2001"), P57=ref("Q2")))
        text = f"---\ntitle: Film {number}\nyear: 2001\nkind: film\n---\nText.\n"
        (folder / f"{number}.md").write_text(text, encoding="utf-8")
    return folder


def test_every_draft_of_a_folder_gets_its_facts_once(reviews: Path, run: Run, wikidata: FakeWikidata) -> None:
    result = run("add", "reviews")
    assert result.exit_code == 0, result.output
    assert len(list(reviews.glob("*.facts.yaml"))) == 4
    assert "4 drafts: 4 written, 0 had their facts, 0 need a choice, 0 failed." in result.stdout
    asked = wikidata.asked.total()
    assert "0 written, 4 had their facts" in run("add", "reviews").stdout
    assert wikidata.asked.total() == asked


def test_a_run_that_was_ended_goes_on_and_asks_nothing_twice(reviews: Path, run: Run, wikidata: FakeWikidata) -> None:
    run("add", "reviews")
    (reviews / "3.facts.yaml").unlink()  # its answers had come, and the file had not been written
    assert "1 written, 3 had their facts" in run("add", "reviews").stdout
    assert set(wikidata.asked.values()) == {1}


def test_some_need_a_choice_and_some_fail_and_the_others_are_written(
    reviews: Path, run: Run, wikidata: FakeWikidata
) -> None:
    wikidata.add(item(200, "Film 1", "other film", P31=ref(FILM), P577=day("2001")))
    assert run("add", "reviews").exit_code == 1
    (reviews / "none.md").write_text("# Nobody Knows This\n", encoding="utf-8")
    (reviews / "untitled.md").write_text("Text only.\n", encoding="utf-8")
    result = run("add", "reviews")
    assert result.exit_code == 2
    assert "“Film 1” may be 2 works" in result.stdout
    assert "No source has “Nobody Knows This”." in result.stdout
    assert "This draft has no title" in result.stdout
    assert "0 written, 3 had their facts, 1 need a choice, 2 failed" in result.stdout


def test_a_source_that_is_down_is_told_and_no_crash(
    reviews: Path, run: Run, httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REVIEWLINT_WIKIDATA_URL", "http://127.0.0.1:9/")
    result = run("add", "reviews")
    assert result.exit_code == 2
    assert "Wikidata cannot be reached" in result.stdout
    assert "Traceback" not in result.output


def test_hand_written_facts_are_completed(reviews: Path, run: Run) -> None:
    (reviews / "0.facts.yaml").write_text("type: Movie\nname: Film 0\nruntime: 90\n", encoding="utf-8")
    run("add", "reviews")
    text = (reviews / "0.facts.yaml").read_text(encoding="utf-8")
    assert text.startswith("type: Movie\nname: Film 0\nruntime: 90\ndirector: Kiyotaka Oshiyama\n")
