"""`check --fix --ask` and `--backup`: fixes that somebody sees and decides on."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from reviewlint.cli import main
from reviewlint.cli.ask import Asker
from reviewlint.finding import Safety

DRAFT = "It is is loud.\n\nThe the end.\n\nIt was was good.\n"
RULES = ["--select", "grammar/doubled-word"]


@pytest.fixture(autouse=True)
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a folder with two drafts the current one, and let somebody sit at its terminal."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(Asker, "at_terminal", classmethod(lambda cls, safeties: cls(safeties)))
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text(DRAFT, encoding="utf-8")
    return tmp_path


def ask(answers: str, *words: str) -> Result:
    return CliRunner().invoke(main, ["check", *RULES, "--fix", "--ask", *words], input=answers)


def text(name: str) -> str:
    return Path(name).read_text(encoding="utf-8")


def test_each_fix_is_asked_about() -> None:
    result = ask("y\nn\nyes\n", "a.md")
    assert text("a.md") == "It is loud.\n\nThe the end.\n\nIt was good.\n"
    assert result.exit_code == 1
    assert "a.md: 2 fixes" in result.stdout
    assert result.stdout.count("Fix it?") == 3


def test_all_goes_for_the_drafts_that_follow_too() -> None:
    result = ask("n\nall\n", "a.md", "b.md")
    assert text("a.md") == "It is is loud.\n\nThe end.\n\nIt was good.\n"
    assert text("b.md") == "It is loud.\n\nThe end.\n\nIt was good.\n"
    assert result.stdout.count("Fix it?") == 2


def test_quit_keeps_what_was_decided_and_checks_the_rest() -> None:
    result = ask("y\nq\n", "a.md", "b.md")
    assert (text("a.md"), text("b.md")) == ("It is loud.\n\nThe the end.\n\nIt was was good.\n", DRAFT)
    assert "5 warnings in 2 drafts." in result.stdout


def test_own_words_stand_in_place_of_the_fix() -> None:
    ask("e\nis very\nq\n", "a.md")
    assert text("a.md").startswith("It is very loud.")


def test_an_unknown_answer_is_explained() -> None:
    result = ask("what\n?\nq\n", "a.md")
    assert result.stdout.count("y: fix it") == 2
    assert text("a.md") == DRAFT


def test_an_interrupt_leaves_the_draft_as_it_was() -> None:
    result = ask("y\n", "a.md")  # and no more input
    assert result.exit_code == 130
    assert text("a.md") == DRAFT


def test_unsafe_fixes_are_asked_about_where_they_are_wanted() -> None:
    assert Asker((Safety.SAFE, Safety.UNSAFE)).safeties == (Safety.SAFE, Safety.UNSAFE)


def test_nobody_to_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    result = ask("", "a.md")
    assert result.exit_code == 2
    assert "--ask needs a terminal" in result.stderr


def test_a_backup_is_kept_and_never_overwritten() -> None:
    check = ["check", *RULES, "--fix", "--backup", "a.md"]
    CliRunner().invoke(main, check)
    assert (text("a.md.bak"), text("a.md")) == (
        DRAFT,
        DRAFT.replace("is is", "is").replace("The the", "The").replace("was was", "was"),
    )
    CliRunner().invoke(main, check)
    assert not Path("a.md.bak.2").exists()  # nothing was fixed
    Path("a.md").write_text("So so so.\n", encoding="utf-8")
    Path("a.md").write_text("It had had of of it.\n", encoding="utf-8")
    CliRunner().invoke(main, check)
    assert text("a.md.bak") == DRAFT
    assert text("a.md.bak.2") == "It had had of of it.\n"


@pytest.mark.parametrize("words", [["--ask"], ["--backup"], ["--fix", "--ask", "--diff"], ["--fix", "--ask", "-"]])
def test_options_that_do_not_go_together(words: list[str]) -> None:
    assert CliRunner().invoke(main, ["check", *words]).exit_code == 2
