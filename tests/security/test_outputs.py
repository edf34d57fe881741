"""Whatever a stranger writes into drafts, names of files, facts, configuration or baseline, no output is a command."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from reviewlint.report import FORMATS
from tests.report.test_guard import is_obeyed

EVIL = "\\n::error file=a.md::forged\\n##[warning]x\\n##vso[x]y\\e]0;owned\\a\\e[31mred\\x9b1m\\L::notice::x"
HEAD = f'title: "A {EVIL}"\nauthor: "{EVIL}"\ndirector: "B {EVIL}"\nfacts: "x{EVIL}"\nrating: "{EVIL}"\n'
BODY = """It is is \x1b[2J\x9b31m bad,and ::error::x ##[error]y.

::error::It was was so.

 ::warning::It was was\rso.
"""


@pytest.fixture(autouse=True)
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / ".git").mkdir()
    for name in ("a.md", "::error file=x::b.md", "::warning::c\x1b[31m\nd.md"):
        (tmp_path / name).write_text(f"---\n{HEAD}---\n{BODY}", encoding="utf-8")
    (tmp_path / "a.facts.yaml").write_text(
        f'name: "{EVIL}"\n"dirctor{EVIL}": x\nduration: "{EVIL}"\n', encoding="utf-8"
    )
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*words: str, ci: bool = True) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if name != "CI"} | ({"CI": "true"} if ci else {})
    command = [sys.executable, "-m", "reviewlint", *words]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False, env=environment)


def check_all_is_harmless(text: str, *, but: str = "") -> None:
    lines = [line for line in text.split("\n") if not (but and line.startswith(but))]
    assert not is_obeyed("\n".join(lines))
    assert not any(char in text for char in "\x1b\x07\x9b")


@pytest.mark.parametrize("form", FORMATS)
def test_reports(form: str) -> None:
    done = run("check", "--no-reader", "--no-cache", "--format", form, ".")
    assert "was was" in done.stdout
    own = "::" if form == "github" else ""
    check_all_is_harmless(done.stdout, but=own)
    if form == "github":
        lines = done.stdout.splitlines()
        assert all(line.startswith(("::error file=", "::warning file=", "::notice file=")) for line in lines)
        assert not any("forged" in line.partition("::")[0] for line in lines)
    assert "There is no facts file" in done.stderr
    check_all_is_harmless(done.stderr)


@pytest.mark.parametrize(
    "words",
    [
        ("check", "--no-reader", "--diff", "."),
        ("check", "--no-reader", "--statistics", "."),
        ("check", "::error::none.md"),
        ("::error::none.md",),
        ("check", "--select", "\n::error::x", "."),
        ("check", "--stdin-filename", "::error::x"),
        ("facts", "show", "a.md"),
        ("facts", "show", "a.md", "--format", "json"),
        ("stats", "."),
        ("stats", ".", "--format", "json"),
        ("baseline", "write", "--baseline", "::error::x.jsonl"),
        ("explain", "\n::error::x"),
    ],
    ids=" ".join,
)
def test_other_commands(words: tuple[str, ...]) -> None:
    done = run(*words)
    assert done.stdout or done.stderr
    check_all_is_harmless(done.stdout)
    check_all_is_harmless(done.stderr)


def test_a_configuration_and_a_baseline(site: Path) -> None:
    (site / "reviewlint.toml").write_text('accept = ["\\n::error::x \\u001b[31m"]\n', encoding="utf-8")
    (site / "known.jsonl").write_text(
        '{"reviewlint-baseline": 1}\n{"path": "\\n::error::x", "rule": "\\n::error::x", "fingerprint": "y",'
        ' "text": "\\u001b[31m\\n::error::x"}\n',
        encoding="utf-8",
    )
    for words in (
        ("config", "show", "a.md"),
        ("config", "show", "a.md", "--format", "json"),
        ("baseline", "show", "--baseline", "known.jsonl"),
        ("check", "--no-reader", "--no-cache", "--baseline", "known.jsonl", "a.md"),
    ):
        done = run(*words)
        assert "::error" in done.stdout + done.stderr or ": :error" in done.stdout + done.stderr
        check_all_is_harmless(done.stdout)
        check_all_is_harmless(done.stderr)
    (site / "reviewlint.toml").write_text('"\\n::error::x \\u001b[31m" = 1\n', encoding="utf-8")
    done = run("check", "a.md")
    assert done.returncode == 2
    check_all_is_harmless(done.stderr)


def test_a_diff_for_a_program_is_the_draft_as_it_is(site: Path) -> None:
    assert "\x1b[2J" in run("check", "--no-reader", "--diff", ".", ci=False).stdout
    run("check", "--no-reader", "--diff", "--output", "x.patch", ".")
    assert "\x1b[2J" in (site / "x.patch").read_text(encoding="utf-8")
