"""Findings as JSON and back. (A pickle in a folder that others can write to would be a way in.)"""

from __future__ import annotations

import json
from typing import Any

from reviewlint.finding import Edit, Finding, Fix, Related, Safety, Severity, Span


def to_json(findings: tuple[Finding, ...]) -> str:
    """Return findings as compact JSON."""
    return json.dumps([_plain(finding) for finding in findings], ensure_ascii=True, separators=(",", ":"))


def from_json(text: str) -> tuple[Finding, ...]:
    """Return the findings; raise ValueError, TypeError or LookupError if the text holds none such."""
    return tuple(_finding(item) for item in json.loads(text))


def _plain(finding: Finding) -> list[Any]:
    fix = finding.fix
    edits = fix and [(edit.span.start, edit.span.end, edit.text) for edit in fix.edits]
    return [
        finding.rule,
        finding.span.start,
        finding.span.end,
        finding.message,
        finding.severity,
        fix and [fix.title, fix.safety, edits],
        [(related.message, related.path, related.line) for related in finding.related],
        finding.code,
    ]


def _finding(item: list[Any]) -> Finding:
    rule, start, end, message, severity, fix, related, code = item
    return Finding(
        rule,
        Span(start, end),
        message,
        Severity(severity),
        None if fix is None else Fix(fix[0], Safety(fix[1]), tuple(Edit(Span(s, e), text) for s, e, text in fix[2])),
        tuple(Related(*one) for one in related),
        code,
    )
