"""Files without an end, or far too long, in every place where one is read; and names that no file can have."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from reviewlint.cli import main
from reviewlint.config.files import forget_configs

ONE_RULE = ("--select", "grammar/doubled-word", "--no-reader", "--no-cache")


@pytest.fixture(autouse=True)
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / ".git").mkdir()
    (tmp_path / "draft.md").write_text("It was was late.\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    forget_configs()
    return tmp_path


def check(*words: str) -> Result:
    return CliRunner().invoke(main, ["check", *ONE_RULE, *words])


@pytest.fixture(params=["device", "pipe", "long"])
def endless(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / "endless"
    if request.param == "device":
        path.symlink_to("/dev/zero")
    elif request.param == "pipe":
        os.mkfifo(path)
    else:
        path.write_bytes(b"# x\n" * 4_000_000)
    return path


def test_a_gitignore(endless: Path, site: Path) -> None:
    endless.rename(site / ".gitignore")
    assert check(".").exit_code == 1


def test_a_configuration(endless: Path, site: Path) -> None:
    endless.rename(site / "reviewlint.toml")
    result = check(".")
    assert result.exit_code == (2 if (site / "reviewlint.toml").is_file() else 1)
    assert result.exit_code == 1 or "it has more than 1 MB" in result.stderr


def test_a_file_of_words(endless: Path, site: Path, user_config: Path) -> None:
    user_config.write_text(f'trusted = ["{site}"]\n', encoding="utf-8")
    (site / "reviewlint.toml").write_text('accept = "endless"\n', encoding="utf-8")
    result = check("draft.md")
    assert result.exit_code == 2
    assert "The file of words endless cannot be read: it " in result.stderr


def test_facts(endless: Path, site: Path, user_config: Path) -> None:
    user_config.write_text(f'trusted = ["{site}"]\n', encoding="utf-8")
    endless.rename(site / "draft.facts.yaml")
    assert "1 warning" in check("draft.md").stdout


def test_a_rule(endless: Path, site: Path) -> None:
    (site / "rules" / "house").mkdir(parents=True)
    endless.rename(site / "rules" / "house" / "x.toml")
    (site / "reviewlint.toml").write_text('rule-folders = ["rules"]\n', encoding="utf-8")
    result = check("draft.md")
    assert "1 warning" in result.stdout
    assert result.exit_code == 2


@pytest.mark.parametrize("words", [["-"], ["/dev/zero"]])
def test_standard_input_and_a_draft(words: list[str]) -> None:
    command = [sys.executable, "-m", "reviewlint", "check", *ONE_RULE, *words]
    with Path("/dev/zero").open("rb") as zeros:
        done = subprocess.run(command, stdin=zeros, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "MB" in done.stderr


def test_a_baseline_and_an_earlier_report(tmp_path: Path) -> None:
    for words in (["--baseline", "/dev/zero"], ["--format", "html", "--earlier", "/dev/zero"]):
        result = check(*words, "draft.md")
        assert result.exit_code == 2
        assert "it has more than" in result.stderr


@pytest.mark.parametrize(
    "lines", [["!"], ["\\"], ["[z-a]"], ["[a[:alpha:]"], ["x\\", "old/"], [f"f{n}*" for n in range(9000)]]
)
def test_lines_of_a_gitignore_that_git_takes_end_no_run(site: Path, lines: list[str]) -> None:
    (site / ".gitignore").write_text("\n".join([*lines, "ignored.md", ""]), encoding="utf-8")
    (site / "ignored.md").write_text("It was was late.\n", encoding="utf-8")
    result = check(".")
    assert (result.exit_code, result.stderr) == (1, "")
    assert "1 warning" in result.stdout


@pytest.mark.parametrize(
    ("config", "said"),
    [
        ('exclude = ["ok", "[z-a]"]', "reviewlint.toml:1: “[z-a]” is not a pattern"),
        ('[[per-file]]\nfiles = ["!"]', "reviewlint.toml:2: “!” is not a pattern"),
        (f"fail-on = {'1' * 4999}", "reviewlint.toml:1: This is not TOML: A number has too many digits."),
        ('accept = "a\\u0000b"', "The file of words"),
        (f'accept = "{"a" * 400}"', "The file of words"),
        (f'rule-folders = ["{"a" * 400}"]', "There is no folder"),
        (f'extend = "{"a" * 400}"', "There is no file"),
    ],
)
def test_what_no_file_can_be_called_is_one_clear_error(site: Path, config: str, said: str) -> None:
    (site / "reviewlint.toml").write_text(f"{config}\n", encoding="utf-8")
    result = check("draft.md")
    assert result.exit_code == 2
    assert said in result.stderr
    assert "itself failed" not in result.stderr


@pytest.mark.parametrize(
    ("head", "said"),
    [
        (f"---\nfacts: {'c' * 300}\n---\n", "There is no facts file “ccc"),
        ('---\nfacts: "a\\0b"\n---\n', "There is no facts file “a"),
        (f"---\nslug: {'c' * 300}\n---\n", ""),
        (f"+++\npages = {'9' * 4444}\n+++\n", "draft.md:2: The front matter is not TOML: A number has too many digits"),
    ],
)
def test_front_matter_of_impossible_values_costs_no_findings(site: Path, head: str, said: str) -> None:
    (site / "draft.md").write_text(f"{head}It was was late.\n", encoding="utf-8")
    result = check("draft.md")
    assert "1 warning" in result.stdout
    assert said in result.stderr
    assert "itself failed" not in result.stderr
    assert "failed on this draft" not in result.stderr


def test_a_name_as_long_as_names_can_be(site: Path) -> None:
    for name in (f"{'n' * 250}.md", f"{'ü' * 125}.md"):
        (site / name).write_text("It was was late.\n", encoding="utf-8")
        result = check("--fix", name)
        assert (result.exit_code, result.stderr) == (0, "")
        assert (site / name).read_text(encoding="utf-8") == "It was late.\n"


def test_a_baseline_with_an_impossible_path(site: Path) -> None:
    entry = f'{{"path": "{"p" * 300}", "rule": "x", "fingerprint": "y", "text": ""}}'
    (site / "b.jsonl").write_text(f'{{"reviewlint-baseline": 1}}\n{entry}\n', encoding="utf-8")
    result = check("--baseline", "b.jsonl", "draft.md")
    assert result.exit_code == 1
    assert "1 finding is no longer there" in result.stderr.replace("findings are", "finding is")


def test_a_folder_deeper_than_a_path_can_say(site: Path) -> None:
    descriptor = os.open(site, os.O_RDONLY)
    for _ in range(420):
        os.mkdir("folder-of-ten", dir_fd=descriptor)
        below = os.open("folder-of-ten", os.O_RDONLY, dir_fd=descriptor)
        os.close(descriptor)
        descriptor = below
    os.close(descriptor)
    result = check(".")
    assert "1 warning" in result.stdout
    assert "itself failed" not in result.stderr


def test_a_current_folder_that_is_gone(site: Path) -> None:
    (site / "gone").mkdir()
    code = (
        "import os, sys; os.chdir('gone'); os.rmdir('../gone'); from reviewlint.cli import main; main(['check', '.'])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (
        2,
        "error: The current folder no longer exists. Change to one that does, and try again.\n",
    )
