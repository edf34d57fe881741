import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from reviewlint.cli.facts import command

FACTS = """\
type: Movie
name: The Straight Story
director: David Lynch
runtime: 1h 52m
isBasedOn: {name: An Article, author: A B}
"""
DRAFT = "---\ntitle: The Straight Story\nyear: 1999\ndirector: David Lean\n---\nText.\n"


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    (tmp_path / "d.facts.yaml").write_text(FACTS, encoding="utf-8")
    (tmp_path / "d.md").write_text(DRAFT, encoding="utf-8")
    return tmp_path / "d.md"


def test_the_table_tells_each_value_and_its_source(draft: Path) -> None:
    result = CliRunner().invoke(command, ["show", str(draft)])
    assert result.exit_code == 0
    lines = [" ".join(line.split()).replace(f"{draft.parent}/", "") for line in result.stdout.splitlines()]
    assert lines[0] == "The Straight Story (Movie)"
    assert "director David Lynch d.facts.yaml:3 director (complete)" in lines
    assert "running time 112 minutes d.facts.yaml:4 runtime" in lines
    assert "author A B d.facts.yaml:5 author (complete)" in lines
    assert lines[-3] == (
        "! Director: “David Lynch” (d.facts.yaml:3 director) is believed, not “David Lean” (d.md:4 director)."
    )


def test_json_tells_the_same(draft: Path) -> None:
    told = json.loads(CliRunner().invoke(command, ["show", str(draft), "--format", "json"]).stdout)
    assert told["version"] == 1
    assert told["files"] == [str(draft.with_name("d.facts.yaml"))]
    (work,) = told["works"]
    director = [fact for fact in work["facts"] if fact["relation"] == "director"]
    assert [(f["value"], f["origin"], f["line"], f["closed"]) for f in director] == [
        ({"name": "David Lynch"}, "facts file", 3, True), ({"name": "David Lean"}, "front matter", 4, True),
    ]  # fmt: skip
    assert [c["relation"] for c in told["conflicts"]] == ["director"]
    assert told["problems"] == []


def test_problems_are_told_and_the_rest_shown(draft: Path) -> None:
    draft.with_name("d.facts.yaml").write_text("name: X\ndirectr: Y\n", encoding="utf-8")
    result = CliRunner().invoke(command, ["show", str(draft)])
    assert result.exit_code == 2
    assert "“directr” is not a key of a facts file." in result.stderr
    assert "X" in result.stdout


def test_the_configuration_says_what_keys_mean(draft: Path) -> None:
    (draft.parent / "reviewlint.toml").write_text('[facts]\nkeys = { chef = "composer" }\nrating-scale = 20\n')
    draft.write_text("---\nchef: A Composer\nrating: 17\n---\nText.\n", encoding="utf-8")
    output = CliRunner().invoke(command, ["show", str(draft)]).stdout
    assert "A Composer" in output
    assert "17/20" in output


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ('keys = { chef = "compsoer" }', "not a key of facts"), ("kyes = {}", "not a key of [facts]"),
        ("rating-scale = -1", "best rating"), ("keys = 3", "must be a table of strings"),
    ],
)  # fmt: skip
def test_a_wrong_configuration_is_told(draft: Path, table: str, told: str) -> None:
    (draft.parent / "reviewlint.toml").write_text(f"[facts]\n{table}\n")
    result = CliRunner().invoke(command, ["show", str(draft)])
    assert told in str(result.exception)


def test_a_draft_that_is_not_there(tmp_path: Path) -> None:
    result = CliRunner().invoke(command, ["show", str(tmp_path / "no.md")])
    assert "cannot be read" in str(result.exception)


def test_each_claim_stands_beside_what_is_known(draft: Path) -> None:
    prose = "David Lean directed the film. It runs 112 minutes. The music is by Ann Bo.\n"
    text = f"---\ntitle: The Straight Story\n---\n{prose}"
    draft.write_text(text, encoding="utf-8")
    shown = CliRunner().invoke(command, ["show", str(draft)]).stdout.split("\n\n")[-1].splitlines()
    assert [" ".join(line.split()).replace(f"{draft.parent}/", "") for line in shown] == [
        "line claim verdict known",
        "4 director: David Lean contradicts David Lynch (d.facts.yaml:3 director)",
        "4 running time: 112 minutes agrees 112 minutes (d.facts.yaml:4 runtime)",
        "4 composer: Ann Bo unknown",
    ]
    told = json.loads(CliRunner().invoke(command, ["show", str(draft), "--format", "json"]).stdout)["claims"]
    assert [(c["relation"], c["verdict"], text[c["start"] : c["end"]]) for c in told] == [
        ("director", "contradicts", "David Lean"),
        ("duration", "agrees", "112 minutes"),
        ("musicBy", "unknown", "Ann Bo"),
    ]


def test_a_draft_without_claims_says_so(draft: Path) -> None:
    assert "makes no claims" in CliRunner().invoke(command, ["show", str(draft)]).stdout


def test_keys_that_were_not_read_are_told(draft: Path) -> None:
    draft.write_text("---\ntitle: The Straight Story\ndirectr: A B\n---\nText.\n", encoding="utf-8")
    assert "Not read from the front matter: directr." in CliRunner().invoke(command, ["show", str(draft)]).stdout
    told = json.loads(CliRunner().invoke(command, ["show", str(draft), "--format", "json"]).stdout)
    assert told["unread"] == ["directr"]
