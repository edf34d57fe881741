"""Findings of many drafts, counted."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from reviewlint.cli import main
from reviewlint.document import Source
from reviewlint.finding import Finding, Severity, Span
from reviewlint.report import FileReport
from reviewlint.report.survey import NO_DATE, NOBODY, as_object, lines_by, surveyed, worst

BODY = "The keeper counts the steps. " * 10


def a_draft(path: str, head: str, *rules: str) -> FileReport:
    found = tuple(
        Finding(rule, Span(n, n + 1), "No.", Severity.INFO if rule == "grammar/note" else Severity.WARNING)
        for n, rule in enumerate(rules)
    )
    return FileReport(Source(path, f"---\n{head}\n---\n{BODY}"), found, ("",) * len(found))


DRAFTS = [
    surveyed(a_draft("a.md", "author: Ann\ndate: 2024-05-06\nkind: film", "grammar/x", "grammar/x", "claims/y")),
    surveyed(a_draft("b.md", "reviewer: Ben\ndate: 2024-04-30\nkind: book", "claims/y", "grammar/note")),
    surveyed(a_draft("2023-11-02-c.md", "author: Ann\nkind: film")),
    surveyed(a_draft("d.md", "title: D")),
]


def test_a_draft_in_numbers() -> None:
    first = DRAFTS[0]
    assert (first.author, first.month, first.kind, first.words, first.findings) == ("Ann", "2024-05", "film", 50, 3)
    assert [draft.month for draft in DRAFTS] == ["2024-05", "2024-04", "2023-11", NO_DATE]
    assert DRAFTS[3].author == NOBODY


def test_the_tables() -> None:
    assert [(line.name, line.drafts, line.findings) for line in lines_by("author", DRAFTS)] == [
        ("Ann", 2, 3), ("Ben", 1, 1), (NOBODY, 1, 0),
    ]  # fmt: skip
    assert [line.name for line in lines_by("month", DRAFTS)] == ["2023-11", "2024-04", "2024-05", NO_DATE]
    assert lines_by("kind", DRAFTS)[0].rate == pytest.approx(30)


def test_the_worst_have_several_findings() -> None:
    assert [draft.path for draft in worst(DRAFTS, 5)] == ["a.md"]


def test_json_has_all_tables() -> None:
    told = as_object(DRAFTS, 5)
    assert told["rules"] == {"claims/y": 2, "grammar/x": 2}
    assert told["all"]["findings"] == 4
    assert {line["name"] for line in told["by_kind"]} >= {"film", "book"}


def test_the_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.md").write_text("---\nauthor: Ann\n---\nIt is is loud. " + BODY, encoding="utf-8")
    shown = CliRunner().invoke(main, ["stats"])
    assert shown.exit_code == 0
    assert "grammar/doubled-word         1" in shown.stdout
    told = json.loads(CliRunner().invoke(main, ["stats", "--format", "json", "a.md"]).stdout)
    assert told["rules"] == {"grammar/doubled-word": 1}


def test_the_command_with_nothing_to_count(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, ["stats"])
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "No drafts found.\n")
    assert CliRunner().invoke(main, ["stats", "nowhere.md"]).exit_code == 2
