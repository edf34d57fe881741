import json
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from reviewlint.cli import main
from reviewlint.facts.sources.adding import read_written
from reviewlint.facts.sources.ages import Old, in_words, old_values

SOURCE = "{{source: Wikidata, id: Q1, date: {day}, written: aa}}"


@pytest.fixture
def facts(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    (tmp_path / "d.md").write_text("# Look Back\n", encoding="utf-8")
    text = (
        "type: Movie\nname: Look Back\ndatePublished: 2024-06-28\ndirector: A B\nmusicBy: C D\naggregateRating: 8/10\n"
        "provenance:\n  director: " + SOURCE.format(day="2026-05-01") + "\n  musicBy: by hand\n"
        "  aggregateRating: " + SOURCE.format(day="2026-10-25") + "\n  name: " + SOURCE.format(day="soon") + "\n"
    )
    (tmp_path / "d.facts.yaml").write_text(text, encoding="utf-8")
    return tmp_path / "d.facts.yaml"


def test_credits_keep_180_days_and_ratings_30(facts: Path) -> None:
    held = read_written(facts)
    assert old_values(held, date(2026, 10, 28)) == []
    assert old_values(held, date(2026, 11, 29)) == [Old("director", 212, 180), Old("aggregateRating", 35, 30)]


def test_what_is_said_of_an_unreleased_work_keeps_7_days(facts: Path) -> None:
    facts.write_text(facts.read_text(encoding="utf-8").replace("2024-06-28", "2027-06"), encoding="utf-8")
    assert old_values(read_written(facts), date(2026, 11, 2)) == [
        Old("director", 185, 7), Old("aggregateRating", 8, 7),
    ]  # fmt: skip


def test_words() -> None:
    assert in_words([Old("director", 212, 180), Old("musicBy", 190, 180), Old("aggregateRating", 35, 30)]) == [
        "director, musicBy: read 212 days ago, worth another look after 180.",
        "aggregateRating: read 35 days ago, worth another look after 30.",
    ]


def test_facts_show_tells_it(facts: Path) -> None:
    facts.write_text(facts.read_text(encoding="utf-8").replace("2026-05-01", "2020-05-01"), encoding="utf-8")
    result = CliRunner().invoke(main, ["facts", "show", str(facts.with_name("d.md"))])
    assert result.exit_code == 0
    assert "director: read " in result.stdout
    assert "facts refresh" in result.stdout
    told = json.loads(
        CliRunner().invoke(main, ["facts", "show", str(facts.with_name("d.md")), "--format", "json"]).stdout
    )
    assert told["old"][0]["key"] == "director"
    assert told["old"][0]["keeps"] == 180
