"""`--format json`: one object, described by findings.schema.json beside this file."""

from __future__ import annotations

from typing import Any, TextIO

from reviewlint import __version__
from reviewlint.document import Source
from reviewlint.errors import ReviewlintError
from reviewlint.finding import Finding, Fix, Severity
from reviewlint.report.guard import json_text
from reviewlint.result import FileReport, Report

VERSION = 1  # changes only when the meaning of a field does


def write(report: Report, out: TextIO) -> None:
    """Print the report as JSON, with a line end."""
    out.write(json_text(as_object(report)) + "\n")


def as_object(report: Report) -> dict[str, Any]:
    """Return the report as the object that is printed. Offsets are code points, lines and columns start at 1."""
    return {
        "version": VERSION,
        "tool": {"name": "reviewlint", "version": __version__},
        "files": [{"path": file.path, "findings": finding_objects(file)} for file in report.files],
        "errors": [_error(error) for error in report.errors],
        "notices": [{"message": notice} for notice in report.notices],
        "summary": {
            "files": len(report.files),
            "errors": report.count(Severity.ERROR),
            "warnings": report.count(Severity.WARNING),
            "infos": report.count(Severity.INFO),
        },
    }


def finding_objects(file: FileReport) -> list[dict[str, Any]]:
    """Return the findings of a file as objects, each as the schema describes it."""
    return [
        _finding(file.source, finding, fingerprint)
        for finding, fingerprint in zip(file.findings, file.fingerprints, strict=True)
    ]


def _finding(source: Source, finding: Finding, fingerprint: str) -> dict[str, Any]:
    start, end = source.position(finding.span.start), source.position(finding.span.end)
    shown: dict[str, Any] = {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "message": finding.message,
        "start": finding.span.start,
        "end": finding.span.end,
        "line": start.line,
        "column": start.column,
        "end_line": end.line,
        "end_column": end.column,
        "fix": _fix(finding.fix) if finding.fix else None,
        "related": [{"message": item.message, "path": item.path, "line": item.line} for item in finding.related],
        "fingerprint": fingerprint,
    }
    return shown | ({"code": finding.code} if finding.code else {})


def _fix(fix: Fix) -> dict[str, Any]:
    edits = [{"start": edit.span.start, "end": edit.span.end, "text": edit.text} for edit in fix.edits]
    return {"title": fix.title, "safety": fix.safety.value, "edits": edits}


def _error(error: ReviewlintError) -> dict[str, Any]:
    return {"path": error.path, "line": error.line, "message": error.message, "hint": error.hint}
