"""`--format json`: as the schema says, and nothing else."""

from __future__ import annotations

import io
import json
from importlib.resources import files
from typing import Any

import jsonschema
import pytest

from reviewlint import __version__
from reviewlint.document import Source
from reviewlint.errors import ReviewlintError
from reviewlint.finding import Edit, Finding, Fix, Related, Safety, Severity, Span
from reviewlint.report import FORMATS, FileReport, Report, write_report

SCHEMA = json.loads((files("reviewlint.report") / "findings.schema.json").read_text(encoding="utf-8"))
TEXT = "---\ntitle: x\n---\n\n😀 It runs for\n75 Minutes.\n"


def full_report() -> Report:
    at = TEXT.index("75")
    fix = Fix("58 minutes", Safety.UNSAFE, (Edit(Span(at, at + 2), "58"),))
    related = (Related("duration: PT58M", "x.facts.yaml", 5), Related("so it is said"))
    found = (
        Finding("facts/wrong-runtime", Span(at, at + 10), "Not 75.", Severity.ERROR, fix, related),
        Finding("grammar/engine", Span(at - 5, at + 2), "Two lines.", Severity.INFO, code="EN_X"),
        Finding("typography/at-end", Span(len(TEXT), len(TEXT)), "An end.", Severity.WARNING),
    )
    errors = (ReviewlintError("No.", path="y.md", line=3, hint="Yes."), ReviewlintError("Never."))
    checked = FileReport(Source("b/x.md", TEXT), found, tuple(f"{n:040x}" for n in range(3)))
    return Report((checked, FileReport(Source("sound.md", ""), (), ())), errors)


def told(report: Report) -> Any:
    out = io.StringIO()
    write_report(FORMATS["json"], report, out)
    assert out.getvalue().endswith("}\n")
    return json.loads(out.getvalue())


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("report", [full_report(), Report(())])
def test_reports_are_as_the_schema_says(report: Report) -> None:
    jsonschema.validate(told(report), SCHEMA)


def test_the_schema_refuses_what_is_no_report() -> None:
    report = told(full_report())
    for spoil in (
        lambda r: r.pop("version"),
        lambda r: r.update(version=2),
        lambda r: r.update(extra=1),
        lambda r: r["files"][0]["findings"][0].update(severity="fatal"),
        lambda r: r["files"][0]["findings"][0].update(start=-1),
        lambda r: r["files"][0]["findings"][0].pop("fingerprint"),
        lambda r: r["files"][0]["findings"][0].update(rule="E501"),
        lambda r: r["errors"][0].pop("message"),
    ):
        spoilt = json.loads(json.dumps(report))
        spoil(spoilt)
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(spoilt, SCHEMA)


def test_a_finding_in_full() -> None:
    at = TEXT.index("75")
    assert told(full_report())["files"][0]["findings"][0] == {
        "rule": "facts/wrong-runtime",
        "severity": "error",
        "message": "Not 75.",
        "start": at,
        "end": at + 10,
        "line": 6,
        "column": 1,
        "end_line": 6,
        "end_column": 11,
        "fix": {"title": "58 minutes", "safety": "unsafe", "edits": [{"start": at, "end": at + 2, "text": "58"}]},
        "related": [
            {"message": "duration: PT58M", "path": "x.facts.yaml", "line": 5},
            {"message": "so it is said", "path": None, "line": None},
        ],
        "fingerprint": f"{0:040x}",
    }


def test_a_finding_over_two_lines_with_a_code() -> None:
    finding = told(full_report())["files"][0]["findings"][1]
    assert [finding[key] for key in ("line", "column", "end_line", "end_column")] == [5, 10, 6, 3]
    assert (finding["code"], finding["fix"], finding["related"]) == ("EN_X", None, [])


def test_the_rest_of_the_object() -> None:
    report = told(full_report())
    assert (report["version"], report["tool"]) == (1, {"name": "reviewlint", "version": __version__})
    assert [file["path"] for file in report["files"]] == ["b/x.md", "sound.md"]
    assert report["errors"] == [
        {"path": "y.md", "line": 3, "message": "No.", "hint": "Yes."},
        {"path": None, "line": None, "message": "Never.", "hint": None},
    ]
    assert report["summary"] == {"files": 2, "errors": 1, "warnings": 1, "infos": 1}


def test_what_was_left_out_stands_beside_the_errors() -> None:
    report = told(Report((), notices=("Late.",)))
    jsonschema.validate(report, SCHEMA)
    assert report["notices"] == [{"message": "Late."}]
    assert report["errors"] == []
