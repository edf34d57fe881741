"""`--format rdjson`: reviewdog's Diagnostic Format. Columns count bytes of UTF-8, from 1, as that format has them."""

from __future__ import annotations

from typing import Any, TextIO

from reviewlint.document import Source
from reviewlint.finding import Finding, Span
from reviewlint.report.guard import json_text
from reviewlint.result import Report


def write(report: Report, out: TextIO) -> None:
    """Print one object with all findings."""
    found = [_diagnostic(file.path, file.source, finding) for file in report.files for finding in file.findings]
    out.write(json_text({"source": {"name": "reviewlint"}, "diagnostics": found}) + "\n")


def _diagnostic(path: str, source: Source, finding: Finding) -> dict[str, Any]:
    told: dict[str, Any] = {
        "message": finding.message,
        "location": {"path": path, "range": _range(source, finding.span)},
        "severity": finding.severity.name,
        "code": {"value": finding.rule},
    }
    if finding.fix:
        edits = finding.fix.edits
        told["suggestions"] = [{"range": _range(source, edit.span), "text": edit.text} for edit in edits]
    return told


def _range(source: Source, span: Span) -> dict[str, Any]:
    return {"start": _place(source, span.start), "end": _place(source, span.end)}


def _place(source: Source, offset: int) -> dict[str, int]:
    at = source.position(offset)
    before = source.text[offset - at.column + 1 : offset]
    return {"line": at.line, "column": len(before.encode("utf-8", errors="surrogatepass")) + 1}
