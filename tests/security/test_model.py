"""No repository chooses where a draft is sent, and no draft leaves the machine unless its user says so."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from reviewlint.cli import main
from reviewlint.config.files import forget_configs
from reviewlint.second_opinion.settings import ModelSettings, is_loopback

MODEL = '[model]\nurl = "{url}"\nname = "m"\n'


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    (tmp_path / "a.md").write_text("A fine film.\n")


def check() -> Result:
    forget_configs()
    return CliRunner().invoke(main, ["check", "--no-reader", "a.md"])


@pytest.mark.parametrize("table", ['url = "http://127.0.0.1:1"\nname = "m"', 'ask = "all"', 'allow-remote = ["x.org"]'])
def test_a_repository_names_no_model(table: str) -> None:
    Path("reviewlint.toml").write_text(f"[model]\n{table}\n")
    result = check()
    assert result.exit_code == 2
    assert "reviewlint.toml:" in result.stderr


def test_a_trusted_repository_names_one_of_this_machine_only(user_config: Path, tmp_path: Path) -> None:
    user_config.write_text(f'trusted = ["{tmp_path}"]\n')
    Path("reviewlint.toml").write_text(MODEL.format(url="http://localhost:11434"))
    assert check().exit_code == 0
    Path("reviewlint.toml").write_text(MODEL.format(url="http://llm.example.org"))
    assert "another machine" in check().stderr
    Path("reviewlint.toml").write_text(
        MODEL.format(url="http://llm.example.org") + 'allow-remote = ["llm.example.org"]\n'
    )
    assert "only in your own configuration" in check().stderr


@pytest.mark.parametrize(
    "url",
    [
        "http://llm.example.org",
        "http://localhost.example.org",
        "http://localhost@example.org",
        "http://127.0.0.1.example.org",
        "http://10.0.0.1",
        "http://0.0.0.0",
        "http://[::2]",
        "http://",
    ],
)
def test_another_machine_is_an_error_unless_it_is_named(user_config: Path, url: str) -> None:
    user_config.write_text(MODEL.format(url=url))
    result = check()
    assert result.exit_code == 2
    assert "another machine" in result.stderr
    assert "allow-remote" in result.stderr


def test_a_host_that_is_named_is_told_once(user_config: Path) -> None:
    text = MODEL.format(url="http://llm.invalid:1") + 'allow-remote = ["llm.invalid"]\n'
    user_config.write_text(text)
    Path("a.md").write_text("A fine film.\n")
    assert "sent to llm.invalid" in check().stderr
    assert "sent to llm.invalid" not in check().stderr
    user_config.write_text(text.replace("llm.invalid:1", "other.invalid:1"))
    assert check().exit_code == 2


def test_a_model_needs_a_name(user_config: Path) -> None:
    user_config.write_text('[model]\nurl = "http://localhost:1"\n')
    assert "needs a name" in check().stderr


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.9.9.9", "::1"])
def test_loopback(host: str) -> None:
    assert is_loopback(host)
    assert not ModelSettings(f"http://{f'[{host}]' if ':' in host else host}:1", "m").is_remote


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("sentences = -1", "whole number"),
        ("sentences = true", "whole number"),
        ('ask = "often"', "doubts"),
        ('name = ""', "name"),
        ('name = "a\\u001b"', "name"),
        ('alow-remote = ["x"]', "allow-remote"),
        ('url = "ftp://localhost"', "address"),
    ],
)
def test_what_is_wrong_is_told(user_config: Path, line: str, said: str) -> None:
    user_config.write_text(f"[model]\n{line}\n")
    result = check()
    assert result.exit_code == 2
    assert said in result.stderr
