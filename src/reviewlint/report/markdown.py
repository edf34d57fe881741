"""`--format markdown`: a table a draft, for a comment on a pull request or the summary of a job."""

from __future__ import annotations

import re
from typing import TextIO

from reviewlint.finding import Finding, Severity
from reviewlint.report.cells import visible
from reviewlint.result import FileReport, Report

MOST = 200  # findings that are shown: a comment at GitHub holds 65,536 characters
_SIGNS = {Severity.ERROR: "❌ error", Severity.WARNING: "⚠️ warning", Severity.INFO: "ℹ️ info"}
_MARKUP = re.compile(r"([\\`*_\[\]<>|~#&@])")


def write(report: Report, out: TextIO) -> None:
    """Print a heading with the numbers, a table for each draft with findings, and the errors of the tool."""
    out.write(f"### reviewlint: {_numbers(report)}\n")
    left = MOST
    for file in report.files:
        if file.findings and left > 0:
            out.write(f"\n#### {_plain(file.path)}\n\n| line | | finding | rule |\n|---:|---|---|---|\n")
            for finding in file.findings[:left]:
                out.write(_row(file, finding))
            left -= len(file.findings)
    if left < 0:
        out.write(f"\nand {-left:,} more.\n")
    for error in report.errors:
        where = f"{_plain(str(error.path))}: " if error.path else ""
        out.write(f"\n> **Error:** {where}{_plain(error.message)}\n")


def _numbers(report: Report) -> str:
    told = [
        f"{count:,} {name}{'' if count == 1 else 's'}"
        for name, severity in (("error", Severity.ERROR), ("warning", Severity.WARNING), ("info", Severity.INFO))
        if (count := report.count(severity))
    ]
    drafts = f"{len(report.files):,} draft{'' if len(report.files) == 1 else 's'}"
    return f"{', '.join(told) or 'no findings'} in {drafts}"


def _row(file: FileReport, finding: Finding) -> str:
    line = file.source.position(finding.span.start).line
    message = _plain(finding.message)
    if finding.fix:
        message += f" <br>{finding.fix.safety} fix: {_plain(finding.fix.title)}"
    for item in finding.related:
        where = f" ({item.path}{f':{item.line}' if item.line else ''})" if item.path else ""
        message += f" <br>note: {_plain(item.message + where)}"
    return f"| {line} | {_SIGNS[finding.severity]} | {message} | `{finding.rule}` |\n"


def _plain(text: str) -> str:
    """Return a text on one line, of which Markdown makes nothing: no markup, no mention, no reference."""
    return _MARKUP.sub(r"\\\1", " ".join(visible(text).split())).replace("\\@", "&#64;").replace("\\&", "&amp;")
