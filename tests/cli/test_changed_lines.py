"""`reviewlint check --diff-base`: what touches an added line is reported, and nothing else."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.repository import Repository

from reviewlint.cli import main


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    repository = Repository(tmp_path)
    repository.put("a.md", "It is is old.\n\nIt is loud.\n")
    repository.put("b.md", "It is is old too.\n")
    repository.commit()
    monkeypatch.chdir(tmp_path)
    return repository


def run(*words: str, rules: str = "grammar/doubled-word") -> Result:
    return CliRunner().invoke(main, ["check", "--select", rules, *words])


def found(*words: str, rules: str = "grammar/doubled-word") -> list[tuple[str, int]]:
    result = run(*words, "--format", "json", rules=rules)
    assert result.exit_code in (0, 1), result.stderr
    return [(file["path"], f["line"]) for file in json.loads(result.stdout)["files"] for f in file["findings"]]


def test_only_added_lines_are_reported(site: Repository) -> None:
    site.put("a.md", "It is is old.\n\nIt is is loud.\n")
    assert found() == [("a.md", 1), ("a.md", 3), ("b.md", 1)]
    assert found("--diff-base", "HEAD") == [("a.md", 3)]
    assert run("--diff-base", "HEAD").exit_code == 1


def test_nothing_new_is_status_0(site: Repository) -> None:
    assert found("--diff-base", "HEAD") == []
    assert run("--diff-base", "HEAD").exit_code == 0


def test_paths_choose_among_what_changed(site: Repository) -> None:
    for name in ("new/c.md", "new/.hidden.md", "new/README.md", "new/node_modules/d.md", "new/out/e.md", "f.md"):
        site.put(name, "It is is new.\n")
    site.put("reviewlint.toml", 'exclude = ["out/"]\n')
    assert found("--diff-base", "HEAD") == [("f.md", 1), ("new/c.md", 1)]
    assert found("--diff-base", "HEAD", "new") == [("new/c.md", 1)]
    assert found("--diff-base", "HEAD", "new/README.md", "a.md") == [("new/README.md", 1)]


def test_what_is_staged_is_checked_as_it_is_staged(site: Repository) -> None:
    site.put("a.md", "It is is old.\n\nIt is is loud.\n")
    site.git("add", "a.md")
    site.put("a.md", "It is old.\n\nIt is loud.\n\nIt is is later.\n")
    assert found("--staged") == [("a.md", 3)]
    assert found("--staged", "--diff-base", "HEAD", "b.md") == []


def test_a_draft_of_a_commit_need_not_be_there_now(site: Repository) -> None:
    site.put("gone.md", "It is is gone.\n")
    site.commit()
    site.git("rm", "-q", "gone.md")
    site.commit()
    assert found("--diff-base", "HEAD~2..HEAD~1") == [("gone.md", 1)]


def test_carriage_returns_alone_end_no_line_for_git(site: Repository) -> None:
    site.put("a.md", "It is\ris old.\r\rIt is loud.\n\nIt is is new.\n")
    site.commit()
    site.put("a.md", "It is\ris old.\r\rIt is loud.\n\nIt is is new.\n\nIt is is newer.\n")
    assert found("--diff-base", "HEAD") == [("a.md", 8)]


def test_a_new_fact_is_held_against_an_old_draft(site: Repository) -> None:
    site.put("film.md", "# Harbour Lights\n\nThe film runs 75 minutes.\n")
    site.put("film.facts.yaml", "type: Movie\nname: Harbour Lights\n")
    site.commit()
    site.put("film.facts.yaml", "type: Movie\nname: Harbour Lights\nduration: 58 min\n")
    assert found("--diff-base", "HEAD", rules="facts") == [("film.md", 3)]
    site.commit()
    site.put("film.md", "# Harbour Lights\n\nThe film runs 75 minutes.\n\nMore.\n")
    assert found("--diff-base", "HEAD", rules="facts") == []


def test_facts_of_a_commit_go_with_the_drafts_of_that_commit(site: Repository) -> None:
    site.put("film.facts.yaml", "type: Movie\nname: Harbour Lights\n")
    site.put("x.facts.yaml", "type: Movie\nname: Nine Days\n")
    site.commit()
    site.put("film.md", "It is is later.\n")  # not in that commit
    site.commit()
    assert found("--diff-base", "HEAD~2..HEAD~1") == []
    site.put("film.facts.yaml", "type: Movie\nname: Harbour Lights\nduration: 58 min\n")
    site.git("add", "-A")
    assert found("--staged") == []


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--diff-base", "mian"], "git knows no commit “mian” here. Did you mean “main”?"),
        (["--diff-base", ""], "Is a variable not set?"),
        (["--diff-base", "HEAD", "--diff"], "cannot be used with --diff-base"),
        (["--staged", "-"], "standard input has no history"),
        (["--diff-base", "HEAD", "none.md"], "There is no such file or folder"),
    ],
)
def test_slips_are_told_in_words(site: Repository, words: list[str], told: str) -> None:
    result = run(*words)
    assert result.exit_code == 2
    assert told in result.stderr


def test_outside_a_repository(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path_factory.mktemp("bare"))
    result = run("--diff-base", "HEAD")
    assert result.exit_code == 2
    assert "not in a git repository" in result.stderr


def test_fixes_go_where_lines_were_added(site: Repository) -> None:
    site.put("a.md", "The the line.\n\nIt is is old.\n\nIt is is loud.\n")
    result = run("--diff-base", "HEAD", "--fix", "a.md")
    assert Path("a.md").read_text(encoding="utf-8") == "The line.\n\nIt is is old.\n\nIt is loud.\n"
    assert "Fixed 2 findings." in result.stdout
    assert result.exit_code == 0


@pytest.mark.parametrize("words", [["--staged"], ["--diff-base", "HEAD..HEAD"]])
def test_no_fix_goes_into_git(site: Repository, words: list[str]) -> None:
    result = run("--fix", *words)
    assert result.exit_code == 2
    assert "--fix writes to files" in result.stderr
