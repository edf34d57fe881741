"""What a stranger's repository may not do to whoever checks it: send, read or write what is outside of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from reviewlint.cli import main
from reviewlint.config.files import forget_configs

ONE_RULE = ("--select", "grammar/doubled-word", "--no-reader", "--no-cache")
TEXT = "It was was late.\n"


@pytest.fixture(autouse=True)
def fresh() -> None:
    forget_configs()


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Return a folder of the user's with something private in it, outside of the repository."""
    folder = tmp_path / "home"
    folder.mkdir()
    (folder / "letter.md").write_text(TEXT, encoding="utf-8")
    return folder


@pytest.fixture
def stranger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a stranger's repository, which is the current folder."""
    folder = tmp_path / "stranger"
    (folder / ".git").mkdir(parents=True)
    (folder / "draft.md").write_text(TEXT, encoding="utf-8")
    monkeypatch.chdir(folder)
    return folder


def check(*words: str) -> Result:
    forget_configs()
    return CliRunner().invoke(main, ["check", *ONE_RULE, *words])


def paths(result: Result) -> list[str]:
    return [file["path"] for file in json.loads(result.stdout)["files"]]


def trust(user_config: Path, *folders: Path) -> None:
    user_config.write_text(f"trusted = {[str(folder) for folder in folders]}\n", encoding="utf-8")


def test_a_link_out_of_the_repository_is_no_draft_of_it(stranger: Path, home: Path) -> None:
    (stranger / "link.md").symlink_to(home / "letter.md")
    (stranger / "inner.md").symlink_to("draft.md")
    (stranger / "folder").symlink_to(home)
    assert paths(check("--format", "json", ".")) == ["draft.md", "inner.md"]
    check("--fix", ".")
    assert (stranger / "draft.md").read_text(encoding="utf-8") == "It was late.\n"
    assert (home / "letter.md").read_text(encoding="utf-8") == TEXT


def test_a_link_that_is_named_is_followed(stranger: Path, home: Path) -> None:
    (stranger / "link.md").symlink_to(home / "letter.md")
    check("--fix", "link.md")
    assert (home / "letter.md").read_text(encoding="utf-8") == "It was late.\n"
    assert (stranger / "link.md").is_symlink()


def test_without_a_repository_a_folder_is_the_bound(
    tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "unpacked").mkdir()
    (tmp_path / "unpacked" / "link.md").symlink_to(home / "letter.md")
    monkeypatch.chdir(tmp_path)
    assert paths(check("--format", "json", "unpacked")) == []


def test_what_stands_in_the_home_folder_makes_no_repository_of_all_below(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(home))
    (home / ".git").mkdir()
    (home / "unpacked").mkdir()
    (home / "unpacked" / "link.md").symlink_to(home / "letter.md")
    monkeypatch.chdir(home / "unpacked")
    assert paths(check("--format", "json", ".")) == []


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('[grammar]\nurl = "http://127.0.0.1:9/v2"', "cannot choose the server"),
        ('[grammar]\nurl = "https://example.org"', "cannot choose the server"),
        ('rule-folders = ["../rules"]', "is outside"),
        ('rule-folders = ["linked"]', "is outside"),
        ('accept = "../home/letter.md"', "is outside"),
        ('accept = "/etc/hostname"', "is outside"),
        ('[[per-file]]\nfiles = ["*.md"]\naccept = "../home/letter.md"', "is outside"),
        ('extend = "../home/base.toml"', "is outside"),
        ('extend = "linked.toml"', "is outside"),
        ('trusted = ["."]', "of your own configuration"),
    ],
)
def test_a_configuration_does_not_reach_out(
    stranger: Path, home: Path, user_config: Path, line: str, said: str
) -> None:
    (home / "base.toml").write_text('ignore = ["facts"]\n', encoding="utf-8")
    (home.parent / "rules").mkdir()
    (stranger / "linked").symlink_to(home.parent / "rules")
    (stranger / "linked.toml").symlink_to(home / "base.toml")
    (stranger / "reviewlint.toml").write_text(f"{line}\n", encoding="utf-8")
    result = check("draft.md")
    assert result.exit_code == 2
    assert said in result.stderr
    assert "reviewlint.toml:" in result.stderr
    if "grammar" not in line and "trusted" not in line:
        trust(user_config, stranger.parent)
        assert check("draft.md").exit_code == 1


def test_a_link_is_no_configuration_of_a_repository(stranger: Path, home: Path) -> None:
    (home / "letter.toml").write_text('password = "x"\n', encoding="utf-8")
    (stranger / "reviewlint.toml").symlink_to(home / "letter.toml")
    result = check("draft.md")
    assert result.exit_code == 2
    assert "a link to a file outside" in result.stderr
    assert "password" not in result.stderr
    (stranger / "reviewlint.toml").unlink()
    (home / "letter.toml").write_text('[tool.reviewlint]\npassword = "x"\n', encoding="utf-8")
    (stranger / "pyproject.toml").symlink_to(home / "letter.toml")
    assert "password" not in check("draft.md").stderr


def test_a_linked_rule_is_not_read(stranger: Path, home: Path) -> None:
    (home / "private.toml").write_text("secret = 1\n", encoding="utf-8")
    (stranger / "rules" / "house").mkdir(parents=True)
    (stranger / "rules" / "house" / "mine.toml").symlink_to(home / "private.toml")
    (stranger / "reviewlint.toml").write_text('rule-folders = ["rules"]\n', encoding="utf-8")
    result = check("draft.md")
    assert "a link to a file outside" in result.stderr
    assert "secret" not in result.stderr


@pytest.mark.parametrize("way", ["link", "front", "folder"])
def test_facts_outside_are_not_read(stranger: Path, home: Path, user_config: Path, way: str) -> None:
    (home / "private.yaml").write_text("secretKey: hunter2\n", encoding="utf-8")
    (home / "draft.yaml").write_text("secretKey: hunter2\n", encoding="utf-8")
    if way == "link":
        (stranger / "draft.facts.yaml").symlink_to(home / "private.yaml")
    elif way == "folder":
        (stranger / "facts").symlink_to(home)
    else:
        (stranger / "draft.md").write_text("---\nfacts: ../home/private.yaml\n---\n" + TEXT, encoding="utf-8")
    result = check("draft.md")
    assert result.exit_code == 2
    assert "outside" in result.stderr
    assert "secretKey" not in result.stderr
    trust(user_config, stranger)
    assert "secretKey" in check("draft.md").stderr


def test_the_users_own_configuration_holds_under_a_repositorys(stranger: Path, home: Path, user_config: Path) -> None:
    (home / "words").write_text("is\n", encoding="utf-8")
    user_config.write_text(f'accept = "{home}/words"\nfail-on = "error"\nselect = ["claims"]\n', encoding="utf-8")
    (stranger / "reviewlint.toml").write_text('fail-on = "info"\n', encoding="utf-8")
    forget_configs()
    told = CliRunner().invoke(main, ["config", "show", "draft.md"]).stdout
    assert f'accept = "{home}/words"' in told
    assert 'select = ["claims"]' in told
    assert 'fail-on = "info"' in told


def test_init_writes_through_no_link(stranger: Path, home: Path) -> None:
    (stranger / "reviewlint.toml").symlink_to(home / "new.toml")
    assert CliRunner().invoke(main, ["init"]).exit_code == 2
    assert not (home / "new.toml").exists()


@pytest.mark.parametrize("line", ['contact = "stranger@evil.example"', 'sources = ["tmdb"]'])
def test_a_repository_does_not_say_who_asks_sources_nor_which(stranger: Path, user_config: Path, line: str) -> None:
    (stranger / "reviewlint.toml").write_text(f"[facts]\n{line}\n", encoding="utf-8")
    result = check("draft.md")
    assert result.exit_code == 2
    assert "A repository cannot set" in result.stderr
    trust(user_config, stranger)
    assert check("draft.md").exit_code == 1
