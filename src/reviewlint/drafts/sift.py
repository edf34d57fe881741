"""Keeps the findings that touch an added line."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from pathlib import Path

from reviewlint.config.files import absolute
from reviewlint.drafts.changes import Changes
from reviewlint.drafts.diff import Lines
from reviewlint.finding import Finding
from reviewlint.result import FileReport


def only_added(report: FileReport, changes: Changes) -> FileReport:
    """Return a report with those findings only that an added line brought about.

    These stand on one, or rest on a fact that does, in the draft itself or in its facts file.
    """
    own = absolute(Path(report.path))
    added = changes.lines.get(own, ())
    if added is None:
        return report
    starts = _line_starts(report.source.text)
    kept = [
        (finding, name)
        for finding, name in zip(report.findings, report.fingerprints, strict=True)
        if _touches(finding, added, starts) or _rests_on(finding, report, changes)
    ]
    findings = tuple(finding for finding, _ in kept)
    return replace(report, findings=findings, fingerprints=tuple(name for _, name in kept), measures=None)


def _line_starts(text: str) -> list[int]:
    """Return where lines start as git counts them: a lone carriage return ends none."""
    starts = [0]
    while at := text.find("\n", starts[-1]) + 1:
        starts.append(at)
    return starts


def _touches(finding: Finding, added: Lines, starts: list[int]) -> bool:
    first = bisect_right(starts, finding.span.start)
    last = bisect_right(starts, max(finding.span.start, finding.span.end - 1))
    return any(start <= last and first < end for start, end in added)


def _rests_on(finding: Finding, report: FileReport, changes: Changes) -> bool:
    for related in finding.related:
        if related.line is None:
            continue
        added = changes.lines.get(absolute(Path(related.path or report.path)), ())
        if added is None or any(start <= related.line < end for start, end in added):
            return True
    return False
