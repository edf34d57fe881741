"""`reviewlint init`."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from reviewlint.cli import main
from reviewlint.cli.init import HOOK, template
from reviewlint.config.files import find_config
from reviewlint.config.keys import OF_USER, SETTINGS
from reviewlint.config.setup import set_up


@pytest.fixture(autouse=True)
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make an empty repository the current folder."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def init(*words: str, given: str | None = None) -> Result:
    return CliRunner().invoke(main, ["init", *words], input=given)


def test_it_writes_a_configuration_that_changes_nothing(site: Path) -> None:
    result = init()
    assert result.exit_code == 0
    assert tomllib.loads((site / "reviewlint.toml").read_text(encoding="utf-8")) == {}
    assert not (site / ".pre-commit-config.yaml").exists()
    assert HOOK in result.stdout


def test_every_setting_stands_in_it_and_holds_once_the_marks_are_off(site: Path) -> None:
    text = re.sub(r"(?m)^# (?=\[|[a-z-]+ = )", "", template())
    table = tomllib.loads(text)
    assert set(table) == set(SETTINGS) - {"model", *OF_USER}
    (site / "reviewlint.toml").write_text(text.replace('"../base.toml"', '"base.toml"'), encoding="utf-8")
    (site / "base.toml").write_text("", encoding="utf-8")
    assert set_up(find_config(site).for_draft(site / "music" / "x.md")).rules


def test_nothing_is_overwritten(site: Path) -> None:
    (site / "reviewlint.toml").write_text("# mine\n", encoding="utf-8")
    result = init()
    assert (result.exit_code, result.stdout) == (2, "")
    assert "nothing was written" in result.stderr
    assert (site / "reviewlint.toml").read_text(encoding="utf-8") == "# mine\n"
    assert not (site / ".pre-commit-config.yaml").exists()


@pytest.mark.parametrize("name", ["reviewlint.toml", "pyproject.toml"])
def test_a_hook_is_written_beside_a_configuration(site: Path, name: str) -> None:
    mine = "[tool.reviewlint]\n" if name == "pyproject.toml" else "# mine\n"
    (site / name).write_text(mine, encoding="utf-8")
    result = init("--hook")
    assert result.exit_code == 0
    assert f"{name} is already there, so it stays as it is." in result.stdout
    assert (site / name).read_text(encoding="utf-8") == mine
    assert (site / ".pre-commit-config.yaml").read_text(encoding="utf-8") == HOOK
    assert not (site / "reviewlint.toml").exists() or name == "reviewlint.toml"


def test_a_table_in_pyproject_is_a_configuration_already(site: Path) -> None:
    (site / "pyproject.toml").write_text("[tool.reviewlint]\n", encoding="utf-8")
    assert init().exit_code == 2
    (site / "drafts").mkdir()


def test_the_hook_is_written_on_request(site: Path) -> None:
    result = init("--hook")
    assert result.exit_code == 0
    hook = yaml.safe_load((site / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"][0]["hooks"][0]
    assert hook["entry"].split() == ["reviewlint", "check", "--force-exclude"]


def test_hooks_that_are_there_stay(site: Path) -> None:
    (site / ".pre-commit-config.yaml").write_text("repos: []\n", encoding="utf-8")
    result = init("--hook")
    assert result.exit_code == 0
    assert HOOK in result.stdout
    assert (site / ".pre-commit-config.yaml").read_text(encoding="utf-8") == "repos: []\n"


@pytest.mark.parametrize(("answer", "written"), [("y\n", True), ("\n", False)])
def test_at_a_terminal_it_asks(site: Path, monkeypatch: pytest.MonkeyPatch, answer: str, written: bool) -> None:
    monkeypatch.setattr("reviewlint.cli.init.at_a_terminal", lambda: True)
    assert init(given=answer).exit_code == 0
    assert (site / ".pre-commit-config.yaml").exists() is written
