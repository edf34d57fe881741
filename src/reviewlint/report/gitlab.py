"""`--format gitlab`: a Code Quality report, as GitLab reads it from an artifact."""

from __future__ import annotations

from pathlib import PurePath
from typing import TextIO

from reviewlint.finding import Severity
from reviewlint.report.guard import json_text
from reviewlint.result import Report

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def write(report: Report, out: TextIO) -> None:
    """Print a JSON array with one object a finding."""
    issues = [
        {
            "description": finding.message,
            "check_name": finding.rule,
            "fingerprint": fingerprint,
            "severity": _SEVERITIES[finding.severity],
            "location": {
                "path": PurePath(file.path).as_posix(),
                "lines": {
                    "begin": file.source.position(finding.span.start).line,
                    "end": file.source.position(finding.span.end).line,
                },
            },
        }
        for file in report.files
        for finding, fingerprint in zip(file.findings, file.fingerprints, strict=True)
    ]
    out.write(json_text(issues) + "\n")
