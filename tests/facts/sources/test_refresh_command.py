from pathlib import Path

import pytest

from tests.facts.sources.conftest import Run
from tests.facts.sources.wikidata_server import MINUTE, FakeWikidata, amount, item, ref, statement


@pytest.fixture
def facts(project: Path, run: Run, wikidata: FakeWikidata) -> Path:
    assert run("add", "Look Back", "--year", "2024").exit_code == 0
    return project / "look-back.facts.yaml"


@pytest.fixture(autouse=True)
def no_kept_answers(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Let each run ask anew: answers of the same day would do."""
    from itertools import count

    from reviewlint.cache import folder

    numbers = count()
    monkeypatch.setattr(folder, "cache_folder", lambda: tmp_path / ".kept" / str(next(numbers)))


def change(wikidata: FakeWikidata, **claims: object) -> None:
    work = wikidata.items["Q1"]
    work["claims"] = {**work["claims"], **item(1, "x", **claims)["claims"]}


def test_what_changed_is_shown_and_written(facts: Path, run: Run, wikidata: FakeWikidata) -> None:
    change(wikidata, P2047=amount(62, MINUTE), P1040=ref("Q2"))
    result = run("refresh", "look-back.facts.yaml")
    assert result.exit_code == 0, result.output
    changed = [line for line in result.stdout.splitlines() if line[0] in "+-" and line[1] not in "+-"]
    assert changed == ["-duration: PT58M", "+duration: PT62M", "+editor: Kiyotaka Oshiyama"]
    assert "duration: PT62M" in facts.read_text(encoding="utf-8")
    assert "nothing changed" in run("refresh").stdout


def test_a_value_that_a_person_changed_is_never_touched(facts: Path, run: Run, wikidata: FakeWikidata) -> None:
    mine = facts.read_text(encoding="utf-8").replace("duration: PT58M", "duration: 61 min # as I saw it")
    mine = mine.replace("writer: Kiyotaka Oshiyama\n", "")
    facts.write_text(mine, encoding="utf-8")
    change(wikidata, P2047=amount(62, MINUTE))
    result = run("refresh", "look-back.facts.yaml")
    assert "left as you have them: writer, duration." in result.stdout
    assert facts.read_text(encoding="utf-8") == mine


def test_what_the_source_takes_back_goes(facts: Path, run: Run, wikidata: FakeWikidata) -> None:
    change(wikidata, P86=statement(ref("Q3"), rank="deprecated"))
    assert "-musicBy: haruka nakamura" in run("refresh", "look-back.facts.yaml").stdout
    assert "musicBy" not in facts.read_text(encoding="utf-8")


def test_a_dry_run_only_shows(facts: Path, run: Run, wikidata: FakeWikidata) -> None:
    before = facts.read_bytes()
    change(wikidata, P2047=amount(62, MINUTE))
    assert "+duration: PT62M" in run("refresh", "--dry-run").stdout
    assert facts.read_bytes() == before


def test_a_work_that_is_gone_leaves_its_values(facts: Path, run: Run, wikidata: FakeWikidata) -> None:
    before = facts.read_bytes()
    del wikidata.items["Q1"]
    result = run("refresh", "look-back.facts.yaml")
    assert result.exit_code == 2
    assert "Wikidata no longer has Q1; what is from it stays." in result.stderr
    assert facts.read_bytes() == before


def test_files_of_people_are_left_alone(project: Path, run: Run, wikidata: FakeWikidata) -> None:
    (project / "a.md").write_text("# A\n", encoding="utf-8")
    (project / "a.facts.yaml").write_text("name: A\n", encoding="utf-8")
    result = run("refresh")
    assert result.exit_code == 0
    assert "0 of 1 facts file came from sources." in result.stdout
    assert not wikidata.asked
