"""`--format text`: for a person at a desk. Each finding with the words it means, what contradicts it and the fix."""

from __future__ import annotations

from collections import Counter
from typing import TextIO

from reviewlint.document import Source
from reviewlint.finding import Finding, Fix, Safety, Severity
from reviewlint.report.frame import cells, frame_of, wrapped
from reviewlint.report.model import FileReport, Report
from reviewlint.report.style import Style

_LABELS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
_WIDEST = 110  # a frame wider than this is hard to scan
_LONGEST_FIX = 60


def write(report: Report, out: TextIO) -> None:
    """Print the report, file by file, and a summary."""
    style = Style(report.colour)
    width = max(30, min(report.width, _WIDEST))
    for file in report.files:
        if file.findings:
            out.write(f"{style.bold(file.path)}\n\n")
            for finding in file.findings:
                for line in _finding(file, finding, style, width):
                    out.write(f"{line}\n")
                out.write("\n")
        if file.measures and (file.findings or len(report.files) == 1):
            out.write("\n".join(wrapped(style.dim, f"{file.path}: {file.measures}.", width)) + "\n\n")
    for line in summary(report, style, width):
        out.write(f"{line}\n")


def _finding(file: FileReport, finding: Finding, style: Style, width: int) -> list[str]:
    place = file.source.position(finding.span.start)
    label = style.colour(finding.severity.value, _LABELS[finding.severity])
    name = finding.rule + (f":{finding.code}" if finding.code else "")
    lines = [f"{place.line}:{place.column} {label} {style.dim(name)}"]
    lines += wrapped(style.bold, finding.message, width, "  ")
    lines += [f"  {line}" for line in frame_of(file.source, finding.span, width - 2, style)]
    for item in finding.related:
        where = f" ({item.path}{f':{item.line}' if item.line else ''})" if item.path else ""
        lines += wrapped(style.dim, f"= {item.message}{where}", width, "  ")
    if finding.fix:
        lines += _fix(file.source, finding.fix, style, width)
    return lines


def _fix(source: Source, fix: Fix, style: Style, width: int) -> list[str]:
    """Return the fix as a small diff of the words it changes, or in words where that would not be small."""
    start = min(edit.span.start for edit in fix.edits)
    end = max(edit.span.end for edit in fix.edits)
    start, end = _to_words(source.text, start, end)
    old = new = source.text[start:end]
    for edit in sorted(fix.edits, key=lambda edit: edit.span, reverse=True):
        new = new[: edit.span.start - start] + edit.text + new[edit.span.end - start :]
    kind = "fix" if fix.safety == Safety.SAFE else "unsafe fix"
    if max(len(old), len(new)) > _LONGEST_FIX or "\n" in old + new:
        return wrapped(style.green, f"{kind}: {fix.title}", width, "  ")
    if cells(f"{kind}: -{old} +{new}") + 3 <= width:
        return [f"  {style.dim(f'{kind}:')} {style.red(f'-{old}')} {style.green(f'+{new}')}"]
    return [f"  {style.dim(f'{kind}:')}", f"  {style.red(f'-{old}')}", f"  {style.green(f'+{new}')}"]


def _to_words(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span widened to whole words, so that a changed letter is seen in its word."""
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return start, end


def summary(report: Report, style: Style, width: int) -> list[str]:
    """Return the closing lines: how many findings, of which rules, and how many can be fixed."""
    counts = {severity: report.count(severity) for severity in reversed(Severity)}
    drafts = _many(len(report.files), "draft")
    fixed = sum(file.fixed for file in report.files)
    lines = [style.green(f"Fixed {_many(fixed, 'fault')}.")] if fixed else []
    if not sum(counts.values()):
        return [*lines, style.green(f"Nothing to say about {drafts}.")] if report.files else lines
    said = ", ".join(_many(count, severity.value) for severity, count in counts.items() if count)
    lines += wrapped(style.bold, f"{said} in {drafts}", width)
    rules = Counter(finding.rule for file in report.files for finding in file.findings)
    lines += wrapped(style.dim, ", ".join(f"{rule} {count}" for rule, count in rules.most_common()), width, "  ")
    safe, unsafe = report.fixable(Safety.SAFE), report.fixable(Safety.UNSAFE)
    if safe:
        lines += wrapped(style.plain, f"--fix mends {safe}" + _and_unsafe(unsafe), width)
    elif unsafe:
        lines += wrapped(style.plain, f"--unsafe-fixes mends {unsafe}; read what it did", width)
    return lines


def _and_unsafe(count: int) -> str:
    return f", --unsafe-fixes {count} more (read what it did)" if count else ""


def _many(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
