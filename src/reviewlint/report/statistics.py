"""`--statistics`: findings counted by rule."""

from __future__ import annotations

from collections import Counter
from typing import TextIO

from reviewlint.finding import Safety
from reviewlint.report.model import Report


def write(report: Report, out: TextIO) -> None:
    """Print a line a rule: how often, its name, and how many of them can be fixed; the commonest first."""
    findings = [finding for file in report.files for finding in file.findings]
    counts = Counter(finding.rule for finding in findings)
    safe = Counter(f.rule for f in findings if f.fix and f.fix.safety == Safety.SAFE)
    unsafe = Counter(f.rule for f in findings if f.fix and f.fix.safety == Safety.UNSAFE)
    width = len(str(max(counts.values(), default=0)))
    for rule, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        fixable = [f"{found[rule]} {name}" for found, name in ((safe, "safe"), (unsafe, "unsafe")) if found[rule]]
        note = f"  [{', '.join(fixable)}]" if fixable else ""
        out.write(f"{count:>{width}}  {rule}{note}\n")
