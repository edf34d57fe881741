"""`--statistics`: findings counted by rule."""

from __future__ import annotations

from collections import Counter
from typing import TextIO

from reviewlint.finding import Safety
from reviewlint.report.columns import aligned
from reviewlint.report.style import Style
from reviewlint.result import Report


def write(report: Report, out: TextIO) -> None:
    """Print a table: how often, which rule, and how many of them have a fix; the commonest first."""
    findings = [finding for file in report.files for finding in file.findings]
    counts = Counter(finding.rule for finding in findings)
    safe = Counter(f.rule for f in findings if f.fix and f.fix.safety == Safety.SAFE)
    unsafe = Counter(f.rule for f in findings if f.fix and f.fix.safety == Safety.UNSAFE)
    style = Style(report.colour)
    rows = [["count", "rule", "fixable"]] if counts else []
    for rule, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        fixable = [f"{found[rule]:,} {name}" for found, name in ((safe, "safe"), (unsafe, "unsafe")) if found[rule]]
        rows.append([f"{count:,}", rule, ", ".join(fixable)])
    for number, line in enumerate(aligned(rows, right=(0,))):
        out.write(f"{style.bold(line) if number == 0 else line}\n")
    total = sum(counts.values())
    drafts = f"{len(report.files):,} draft{'' if len(report.files) == 1 else 's'}"
    out.write(f"{total:,} finding{'' if total == 1 else 's'} in {drafts}\n")
