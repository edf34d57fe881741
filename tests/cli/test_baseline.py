"""`reviewlint baseline`, and `reviewlint check --baseline`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.repository import Repository

from reviewlint.cli import main

FILE = "reviewlint-baseline.jsonl"
KNOWN = ["--baseline", FILE]


@pytest.fixture(autouse=True)
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    put("reviewlint.toml", 'select = ["grammar/doubled-word", "typography/doubled-space"]\n')
    put("a.md", "It is is old.\n\nIt is loud.\n")
    put("b/c.md", "She saw the the end.\n")


def put(name: str, text: str) -> None:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def run(*words: str) -> Result:
    return CliRunner().invoke(main, list(words))


def new(*words: str) -> list[tuple[str, int]]:
    result = run("check", *KNOWN, "--format", "json", *words)
    assert result.exit_code in (0, 1), result.stderr
    return [(file["path"], f["line"]) for file in json.loads(result.stdout)["files"] for f in file["findings"]]


def write() -> None:
    assert run("baseline", "write").output == f"Wrote {FILE} with 2 findings.\n"


def test_after_writing_nothing_is_new() -> None:
    write()
    result = run("check", *KNOWN)
    assert result.exit_code == 0
    assert f"2 known findings are left out by {FILE}." in result.stderr
    assert run("check").exit_code == 1


def test_only_what_is_new_is_reported() -> None:
    write()
    put("a.md", "It is is old.\n\nIt is is loud.\n")
    assert new() == [("a.md", 3)]
    assert run("check", *KNOWN).exit_code == 1


def test_a_second_one_of_its_kind_is_new() -> None:
    write()
    put("a.md", "It is is old.\n\nIt is is old.\n")
    assert new() == [("a.md", 3)]


def test_text_that_moves_keeps_its_entry() -> None:
    write()
    put("a.md", "# New\n\nSome more.\n\nIt is loud. It is\nis old.\n")
    Path("b/c.md").rename("d.md")
    assert new("--strict-baseline") == []
    put("d.md", "Gone.\n")
    put("a.md", "It is is old.\n\nShe saw the the end.\n")
    assert run("baseline", "update").output == f"{FILE}: 0 added, 0 removed.\n"
    assert run("baseline", "show").stdout.count("a.md") == 1
    assert new("--strict-baseline") == []


def test_text_that_is_copied_is_new() -> None:
    write()
    put("new.md", "It is is old.\n")
    assert new() == [("new.md", 1)]
    assert new("new.md") == [("new.md", 1)]


def test_an_entry_whose_finding_is_gone_is_told_and_fails_if_strict() -> None:
    write()
    put("a.md", "It is old.\n")
    result = run("check", *KNOWN)
    assert result.exit_code == 0
    assert f"{FILE}: 1 finding is no longer there:\n  a.md: grammar/doubled-word: is" in result.stderr
    assert run("check", *KNOWN, "--strict-baseline").exit_code == 1
    assert run("check", *KNOWN, "--strict-baseline", "--exit-zero").exit_code == 0
    assert run("baseline", "prune").output == f"{FILE}: 1 removed, 1 left.\n"
    assert run("check", *KNOWN, "--strict-baseline").exit_code == 0


def test_what_was_not_checked_is_not_gone() -> None:
    write()
    assert new("--strict-baseline", "b") == []
    assert run("check", *KNOWN, "--strict-baseline", "b").exit_code == 0
    assert run("check", *KNOWN, "--strict-baseline", "--select", "typography/doubled-space").exit_code == 0
    assert run("baseline", "prune", "b").output == f"{FILE}: 0 removed, 2 left.\n"


def test_where_something_fails_nothing_counts_as_gone() -> None:
    write()
    put("a.md", "It is old.\n")
    put("a.facts.yaml", "duration: [\n")
    result = run("check", *KNOWN)
    assert result.exit_code == 2
    assert "no longer there" not in result.stderr


def test_a_draft_that_is_gone_takes_its_entries_along() -> None:
    write()
    Path("b/c.md").unlink()
    assert run("check", *KNOWN, "--strict-baseline", "a.md").exit_code == 1
    assert run("baseline", "update", "a.md").output == f"{FILE}: 0 added, 1 removed.\n"


def test_update_adds_and_takes_out_and_leaves_others_alone() -> None:
    write()
    put("a.md", "It is old, and and loud.\n")
    put("b/c.md", "She saw the end.\n")
    assert run("baseline", "update", "a.md").output == f"{FILE}: 1 added, 1 removed.\n"
    assert new() == []
    assert run("check", *KNOWN, "--strict-baseline").exit_code == 1  # b/c.md


def test_show_counts() -> None:
    write()
    assert run("baseline", "show").stdout == (
        f"{FILE}: 2 findings.\n\nBy rule:\n      2  grammar/doubled-word\n\nBy draft:\n      1  a.md\n      1  b/c.md\n"
    )


def test_paths_count_from_the_folder_of_the_baseline(monkeypatch: pytest.MonkeyPatch) -> None:
    write()
    monkeypatch.chdir("b")
    result = run("check", "--baseline", f"../{FILE}", "--strict-baseline", "c.md", "../a.md")
    assert result.exit_code == 0, result.output


def test_git_merges_baselines_line_by_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    repository = Repository(tmp_path / "merged")
    monkeypatch.chdir(repository.top)
    put("reviewlint.toml", 'select = ["grammar/doubled-word"]\n')
    put(".gitattributes", f"{FILE} merge=union\n")
    put("m.md", "It is is old.\n")
    assert run("baseline", "write").exit_code == 0
    repository.commit()
    for branch, name in (("one", "a.md"), ("two", "z.md")):
        repository.git("switch", "-q", "-c", branch, "main")
        put(name, "It is is new.\n")
        assert run("baseline", "update").exit_code == 0
        repository.commit()
    repository.git("merge", "-q", "--no-edit", "one")
    assert run("check", *KNOWN, "--strict-baseline").exit_code == 0
    merged = Path(FILE).read_bytes()
    run("baseline", "update")
    assert Path(FILE).read_bytes() == merged


def test_what_cannot_be_checked_changes_no_baseline() -> None:
    write()
    before = Path(FILE).read_bytes()
    Path("a.md").write_bytes(b"\xff")
    result = run("baseline", "update")
    assert result.exit_code == 2
    assert "not UTF-8" in result.stderr
    assert "was not changed" in result.stderr
    assert Path(FILE).read_bytes() == before


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["check", *KNOWN], "There is no such baseline. `reviewlint baseline write` makes it."),
        (["baseline", "update"], "There is no such baseline."),
        (["baseline", "show", "--baseline", "a.md"], "a.md:1: This is not a baseline."),
        (["check", "--strict-baseline"], "--strict-baseline needs --baseline."),
        (["check", *KNOWN, "-"], "not standard input"),
    ],
)
def test_slips_are_told_in_words(words: list[str], told: str) -> None:
    result = run(*words)
    assert result.exit_code == 2
    assert told in result.stderr


def test_a_baseline_that_is_there_is_not_overwritten() -> None:
    write()
    assert run("baseline", "write").exit_code == 2
