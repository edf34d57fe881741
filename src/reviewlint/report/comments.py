"""A finding as a comment beside the words in Word."""

from __future__ import annotations

from reviewlint.finding import Finding
from reviewlint.report.applied import before_and_after

_LONGEST = 200  # characters of words that are suggested


def comment_on(text: str, finding: Finding) -> str:
    """Return what to say of a finding on a text: the message, the words that a fix puts there, sources and rule."""
    lines = [finding.message]
    if finding.fix is not None:
        old, new = before_and_after(text, finding.fix.edits)
        short = max(len(old), len(new)) <= _LONGEST and "\n" not in old + new
        lines.append(f"Suggested: {old} → {new}" if short and new.strip() else f"Suggested: {finding.fix.title}")
    for item in finding.related:
        where = f" ({item.path}{f', line {item.line}' if item.line else ''})" if item.path else ""
        lines.append(f"{item.message}{where}")
    return "\n".join([*lines, finding.rule])
