"""`--format sarif`: SARIF 2.1.0 (OASIS), for code scanning at GitHub and elsewhere.

Columns count code points, from 1, as `columnKind` says. Every rule that has a finding is described.
"""

from __future__ import annotations

from pathlib import PurePath
from typing import Any, TextIO
from urllib.parse import quote

from reviewlint import __version__
from reviewlint.document import Source
from reviewlint.errors import ReviewlintError
from reviewlint.finding import Finding, Fix, Related, Severity, Span
from reviewlint.report.guard import json_text
from reviewlint.result import FileReport, Report
from reviewlint.rules.anatomy import RuleInfo

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def write(report: Report, out: TextIO) -> None:
    """Print the log, with a line end."""
    out.write(json_text(as_log(report)) + "\n")


def as_log(report: Report) -> dict[str, Any]:
    """Return the report as a SARIF log with one run."""
    names = sorted({finding.rule for file in report.files for finding in file.findings})
    places = {name: index for index, name in enumerate(names)}
    rules = [_rule(name, report.rules.get(name)) for name in names]
    driver = {"name": "reviewlint", "version": __version__, "rules": rules}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {
                "executionSuccessful": not report.errors,
                "toolExecutionNotifications": [
                    *(_notification(error) for error in report.errors),
                    *({"level": "note", "message": {"text": notice}} for notice in report.notices),
                ],
            }
        ],
        "results": [
            _result(file, finding, fingerprint, places[finding.rule])
            for file in report.files
            for finding, fingerprint in zip(file.findings, file.fingerprints, strict=True)
        ],
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(name: str, info: RuleInfo | None) -> dict[str, Any]:
    rule: dict[str, Any] = {"id": name}
    if info is not None:
        why = " ".join(info.why.split())
        rule |= {
            "shortDescription": {"text": info.summary},
            "fullDescription": {"text": why},
            "help": {"text": f"{info.summary}\n\n{why}"},
            "defaultConfiguration": {"level": _LEVELS[info.severity]},
            "properties": {"tags": [info.group]},
        }
    return rule


def _result(file: FileReport, finding: Finding, fingerprint: str, index: int) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [{"physicalLocation": _location(file.path, _region(file.source, finding.span))}],
        "partialFingerprints": {"reviewlint/v1": fingerprint},
    }
    if finding.related:
        result["relatedLocations"] = [_related(number, item) for number, item in enumerate(finding.related, 1)]
    if finding.fix:
        result["fixes"] = [_fix(file, finding.fix)]
    if finding.code:
        result["properties"] = {"code": finding.code}
    return result


def _location(path: str, region: dict[str, Any] | None) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": _artifact(path)}
    return place | ({"region": region} if region else {})


def _artifact(path: str) -> dict[str, str]:
    return {"uri": quote(PurePath(path).as_posix(), errors="surrogateescape")}  # names may be any bytes


def _region(source: Source, span: Span) -> dict[str, Any]:
    start, end = source.position(span.start), source.position(span.end)
    return {"startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column}


def _related(number: int, item: Related) -> dict[str, Any]:
    place: dict[str, Any] = {"id": number, "message": {"text": item.message}}
    if item.path:
        place["physicalLocation"] = _location(item.path, {"startLine": item.line} if item.line else None)
    return place


def _fix(file: FileReport, fix: Fix) -> dict[str, Any]:
    changes = [
        {"deletedRegion": _region(file.source, edit.span), "insertedContent": {"text": edit.text}} for edit in fix.edits
    ]
    return {
        "description": {"text": f"{fix.safety} fix: {fix.title}"},
        "artifactChanges": [{"artifactLocation": _artifact(file.path), "replacements": changes}],
    }


def _notification(error: ReviewlintError) -> dict[str, Any]:
    told: dict[str, Any] = {"level": "error", "message": {"text": " ".join(filter(None, (error.message, error.hint)))}}
    if error.path:
        region = {"startLine": error.line} if error.line else None
        told["locations"] = [{"physicalLocation": _location(str(error.path), region)}]
    return told
