"""Another package brings rules and a format by its entry points alone. (Engines and sources: see their own tests.)"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from reviewlint.cli import main

_FILES = {
    "shouting/__init__.py": "",
    "shouting/house/__init__.py": "",
    "shouting/house/shout.toml": """
summary = "A sentence that shouts."
message = "It shouts."
why = "Readers hear it."
severity = "warning"
since = "0.1"
kind = "code"
""",
    "shouting/house/shout.py": """
def check(ctx):
    at = ctx.document.source.text.find("!")
    if at >= 0:
        yield ctx.finding(at, at + 1)
""",
    "shouting/count.py": """
def write(report, out):
    print(sum(len(file.findings) for file in report.files), file=out)
""",
    "shouting-1.0.dist-info/METADATA": "Metadata-Version: 2.1\nName: shouting\nVersion: 1.0\n",
    "shouting-1.0.dist-info/entry_points.txt": """
[reviewlint.rules]
shouting = shouting
broken = shouting.missing
[reviewlint.reports]
count = shouting.count
""",
}


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, text in _FILES.items():
        path = tmp_path / "site" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path / "site")
    for name in ("shouting", "shouting.house", "shouting.house.shout", "shouting.count"):
        monkeypatch.setitem(sys.modules, name, None)
        monkeypatch.delitem(sys.modules, name)
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.md").write_text("It is loud!\n", encoding="utf-8")


def run(*words: str) -> tuple[int, str, str]:
    done = CliRunner().invoke(main, ["check", "a.md", *words])
    return done.exit_code, done.stdout, done.stderr


def configure(text: str) -> None:
    Path("reviewlint.toml").write_text(text, encoding="utf-8")


def test_a_rule_with_code_comes_from_another_package(package: None) -> None:
    configure('rule-packages = ["shouting"]\nselect = ["house"]\n')
    status, out, _ = run("--format", "json")
    assert status == 1
    (finding,) = json.loads(out)["files"][0]["findings"]
    assert (finding["rule"], finding["start"]) == ("house/shout", 10)


@pytest.mark.parametrize(
    ("name", "words"),
    [("broken", "The rules of broken cannot be loaded"), ("absent", "There are no rules named absent here.")],
)
def test_rules_that_cannot_be_loaded_are_an_error(package: None, name: str, words: str) -> None:
    configure(f'rule-packages = ["{name}"]\n')
    status, _, err = run()
    assert status == 2
    assert words in err


def test_a_format_comes_from_another_package(package: None) -> None:
    configure('rule-packages = ["shouting"]\nselect = ["house"]\n')
    assert run("--format", "count")[:2] == (1, "1\n")
    status, _, err = run("--format", "counts")
    assert status == 2
    assert "is not one of" in err
