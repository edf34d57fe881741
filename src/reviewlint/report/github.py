"""`--format github`: workflow commands that GitHub shows beside the lines of a change.

The form is that of "Workflow commands for GitHub Actions" in GitHub's documentation.
"""

from __future__ import annotations

from typing import TextIO

from reviewlint.finding import Severity
from reviewlint.report.cells import visible
from reviewlint.result import Report

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def write(report: Report, out: TextIO) -> None:
    """Print one command a finding, and one for each error of the tool."""
    for file in report.files:
        for finding in file.findings:
            start, end = file.source.position(finding.span.start), file.source.position(finding.span.end)
            place = {"file": file.path, "line": start.line, "endLine": end.line}
            if start.line == end.line:  # columns are only read where all is on one line
                place |= {"col": start.column, "endColumn": end.column}
            out.write(_command(_COMMANDS[finding.severity], {**place, "title": finding.rule}, finding.message))
    for error in report.errors:
        known = {"file": error.path, "line": error.line}
        place = {key: value for key, value in known.items() if value is not None}
        out.write(
            _command("error", {**place, "title": "reviewlint"}, " ".join(filter(None, (error.message, error.hint))))
        )


def _command(name: str, properties: dict[str, object], message: str) -> str:
    told = ",".join(f"{key}={_escaped(str(value), ',:')}" for key, value in properties.items())
    return f"::{name} {told}::{_escaped(message)}\n"


def _escaped(text: str, more: str = "") -> str:
    text = "\n".join(map(visible, text.splitlines()))
    for char in "%\r\n" + more:  # the percent sign first
        text = text.replace(char, f"%{ord(char):02X}")
    return text
