"""`reviewlint config show`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from reviewlint.cli import main

CONFIG = """\
extend = "base.toml"
ignore = ["claims"]

[rules."readability/tangled-sentence"]
max-words = 60

[[per-file]]
files = ["music/"]
fail-on = "info"
accept = ["isekai"]
"""


@pytest.fixture(autouse=True)
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a repository with a configuration the current folder."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    (tmp_path / "reviewlint.toml").write_text(CONFIG, encoding="utf-8")
    (tmp_path / "base.toml").write_text('ignore = ["readability/hard-draft"]\nfail-on = "error"\n', encoding="utf-8")
    (tmp_path / "music").mkdir()
    (tmp_path / "music" / "x.md").write_text("One.\n", encoding="utf-8")
    return tmp_path


def show(*words: str) -> Result:
    return CliRunner().invoke(main, ["config", "show", *words])


def test_each_setting_is_shown_with_its_place() -> None:
    result = show("music/x.md")
    assert result.exit_code == 0, result.stderr
    lines = result.stdout.splitlines()
    assert lines[:2] == ["music/x.md", "reviewlint.toml applies."]
    for line in (
        'select = ["all"]  # default',
        'ignore = ["readability/hard-draft"]  # base.toml:1',
        'ignore = ["claims"]  # reviewlint.toml:2',
        'fail-on = "info"  # reviewlint.toml:9',
        'accept = ["isekai"]  # reviewlint.toml:10',
        'rules."readability/tangled-sentence".max-words = 60  # reviewlint.toml:5',
    ):
        assert line in lines
    assert "  readability/hard-draft: ignore names “readability/hard-draft”  # base.toml:1" in lines
    assert any(line.startswith("  claims/") and line.endswith("# reviewlint.toml:2") for line in lines)


def test_a_folder_can_be_asked_about() -> None:
    assert 'fail-on = "error"  # base.toml:2' in show(".").stdout


def test_without_a_configuration_the_defaults_are_shown(site: Path) -> None:
    (site / "reviewlint.toml").unlink()
    result = show("music/x.md")
    assert "No configuration file is near: the defaults hold." in result.stdout
    assert 'fail-on = "warning"  # default' in result.stdout


def test_as_json() -> None:
    told = json.loads(show("--format", "json", "music/x.md").stdout)
    assert (told["file"], told["config"]) == ("music/x.md", "reviewlint.toml")
    settings = {item["key"]: item for item in told["settings"]}
    assert settings["fail-on"] == {
        "key": "fail-on",
        "value": "info",
        "origin": {"path": "reviewlint.toml", "line": 9},
    }
    assert settings["select"]["origin"] is None
    rules = {item["rule"]: item for item in told["rules"]}
    tangled = rules["readability/tangled-sentence"]
    assert (tangled["on"], tangled["options"]["max-words"]) == (True, 60)
    assert rules["readability/hard-draft"]["on"] is False


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("ignore = 1", "reviewlint.toml:1: “ignore” must be a list of strings."),
        ('ignore = [\n"clams"]', "reviewlint.toml:2: There is no rule or group “clams”."),
        (
            '[rules."readability/tangled-sentence"]\nmax-word = 3',
            "reviewlint.toml:2: readability/tangled-sentence has no",
        ),
    ],
)
def test_a_slip_is_an_error(site: Path, text: str, said: str) -> None:
    (site / "reviewlint.toml").write_text(text, encoding="utf-8")
    result = show("music/x.md")
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr


def test_a_file_that_is_not_there() -> None:
    result = show("none.md")
    assert result.exit_code == 2
    assert "none.md: There is no such file or folder." in result.stderr
