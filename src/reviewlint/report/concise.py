"""`--format concise`: one line a finding, as editors and `grep` read it."""

from __future__ import annotations

from typing import TextIO

from reviewlint.report.cells import visible
from reviewlint.result import Report


def write(report: Report, out: TextIO) -> None:
    """Print `path:line:column: severity: message [rule]` for each finding."""
    for file in report.files:
        for finding in file.findings:
            at = file.source.position(finding.span.start)
            message = " ".join(visible(finding.message).split())
            out.write(f"{visible(file.path)}:{at.line}:{at.column}: {finding.severity}: {message} [{finding.rule}]\n")
