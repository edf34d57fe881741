"""`--format text`: for a person at a desk. Each finding with the words it means, what contradicts it and the fix."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import TextIO

from reviewlint.document import Source
from reviewlint.finding import Finding, Fix, Safety, Severity
from reviewlint.report.applied import before_and_after
from reviewlint.report.cells import cells, visible, wrapped
from reviewlint.report.frame import frame_of
from reviewlint.report.style import Style
from reviewlint.result import Applied, FileReport, Report

COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
_NARROWEST, _WIDEST = 30, 110  # columns; a wider frame is hard to scan
_TIE = "\u00a0"  # holds a number to its word where lines are broken
_LONGEST_FIX = 60  # characters on either side of a fix that is shown word for word
_MOST = 1_000  # findings of one draft that are shown; who has more of them reads no further, or asks a program


def write(report: Report, out: TextIO) -> None:
    """Print the report, file by file, and a summary."""
    style = Style(report.colour)
    width = max(_NARROWEST, min(report.width, _WIDEST))
    for file in report.files:
        new = [item for item, name in zip(file.findings, file.fingerprints, strict=True) if name not in report.told]
        for finding in new[:_MOST]:
            out.writelines(f"{line}\n" for line in [*_finding(file, finding, style, width), ""])
        if len(new) > _MOST:
            more = f"{file.path}: {_many(len(new) - _MOST, 'more finding')}; --format concise lists them all."
            out.writelines(f"{line}\n" for line in [*wrapped(style.dim, more, width), ""])
    if not report.quiet:
        out.writelines(f"{line}\n" for line in summary(report, style, width))


def write_findings(report: Report, out: TextIO) -> None:
    """Print the findings alone, as `write` does."""
    style = Style(report.colour)
    width = max(_NARROWEST, min(report.width, _WIDEST))
    for file in report.files:
        for finding in file.findings:
            out.writelines(f"{line}\n" for line in [*_finding(file, finding, style, width), ""])


def _finding(file: FileReport, finding: Finding, style: Style, width: int) -> list[str]:
    """Return a finding as lines. One that is only for information is said in a lower voice."""
    quiet = finding.severity == Severity.INFO
    lines = _header(file, finding, style, width)
    lines += wrapped(style.plain if quiet else style.bold, finding.message, width, "  ")
    colours = ("dim",) if quiet else (COLOURS[finding.severity], "bold")
    lines += [f"  {line}" for line in frame_of(file.source, finding.span, width - 2, style, *colours)]
    for item in finding.related:
        where = f" ({item.path}{f':{item.line}' if item.line else ''})" if item.path else ""
        lines += wrapped(style.plain, f"note: {item.message}{where}", width, "  ", "        ")
    if finding.fix:
        lines += _fix(file.source, finding.fix, style, width)
    return lines


def _header(file: FileReport, finding: Finding, style: Style, width: int) -> list[str]:
    """Return the place, the severity and the rule, on more lines than one where they do not fit it."""
    place = file.source.position(finding.span.start)
    where = visible(f"{file.path}:{place.line}:{place.column}")
    name = finding.rule + (f":{finding.code}" if finding.code else "")
    what = f"{style.colour(finding.severity.value, COLOURS[finding.severity])} {style.dim(name)}"
    if cells(f"{where}  {finding.severity.value} {name}") <= width:
        return [f"{style.bold(where)}  {what}"]
    if cells(f"  {finding.severity.value} {name}") <= width:
        return [style.bold(where), f"  {what}"]
    return [style.bold(where), *(f"  {part}" for part in what.split(" "))]


def _fix(source: Source, fix: Fix, style: Style, width: int) -> list[str]:
    """Return the words that a fix changes, before and after; or, where there are many, its title."""
    label = f"{fix.safety.value} fix:"
    old, new = before_and_after(source.text, fix.edits)
    if max(len(old), len(new)) > _LONGEST_FIX or "\n" in old + new or "\r" in old + new:
        return wrapped(style.green, f"{label} {fix.title}", width, "  ", "    ")
    old, new = visible(old), visible(new)
    if not new.strip():
        return wrapped(style.red, f"{label} take out {old.strip() or 'the blank'}", width, "  ", "    ")
    if cells(f"  {label} {old} → {new}") <= width:
        return [f"  {label} {style.red(old)} → {style.green(new)}"]
    return [
        f"  {label}",
        *wrapped(style.red, f"- {old}", width, "    ", "      "),
        *wrapped(style.green, f"+ {new}", width, "    ", "      "),
    ]


def summary(report: Report, style: Style, width: int) -> list[str]:
    """Return the closing lines: how many findings, of which rules, and how many can be fixed."""
    lines = _applied(report, style, width)
    if report.notices:
        left_out = [line for notice in report.notices for line in wrapped(style.plain, notice, width)]
        return [*summary(replace(report, notices=()), style, width), *left_out]
    if not report.files:
        return lines
    counts = {severity: report.count(severity) for severity in reversed(Severity)}
    if not any(counts.values()):
        lines.append(style.green(f"No findings in {_many(len(report.files), 'draft')}."))
        return lines + _measures(report, style, width)
    found = ", ".join(_many(count, severity.value) for severity, count in counts.items() if count)
    lines += wrapped(style.bold, f"{found} in {_drafts(report)}.", width)
    rules = Counter(finding.rule for file in report.files for finding in file.findings)
    listed = [f"{count}{_TIE}{rule}" for rule, count in sorted(rules.items(), key=lambda item: (-item[1], item[0]))]
    lines += [line.replace(_TIE, " ") for line in wrapped(style.dim, ", ".join(listed), width, "  ")]
    lines += [line for text in _what_to_do(report) for line in wrapped(style.plain, text, width)]
    return lines + _measures(report, style, width)


def _measures(report: Report, style: Style, width: int) -> list[str]:
    """Return the line on readability, where one draft was checked; `reviewlint stats` has it for many."""
    shown = [file.measures for file in report.files if file.measures]
    return wrapped(style.dim, f"{shown[0]}.", width) if len(report.files) == len(shown) == 1 else []


def _applied(report: Report, style: Style, width: int) -> list[str]:
    """Return what `--fix` has changed, file by file, and how much that was."""
    lines = []
    for file in report.files:
        if file.applied:
            lines.append(style.bold(visible(f"{file.path}: {_many(len(file.applied), 'fix', 'fixes')}")))
            lines += [line for one in file.applied[:_MOST] for line in _one_applied(one, style, width)]
    return [*lines, style.green(f"Fixed {_many(report.fixed, 'finding')}."), ""] if report.fixed else []


def _one_applied(one: Applied, style: Style, width: int) -> list[str]:
    """Return the line of a fix, its words before and after, and its rule; on two lines where one is too short."""
    if max(len(one.before), len(one.after)) > _LONGEST_FIX or "\n" in one.before + one.after:
        plain, shown = one.title, visible(one.title)
    else:
        before, after = visible(one.before), visible(one.after) if one.after.strip() else "(nothing)"
        plain, shown = f"{before} → {after}", f"{style.red(before)} → {style.green(after)}"
    start = f"  {one.line}: "
    if cells(f"{start}{plain}  {one.rule}") <= width:
        return [f"{start}{shown}  {style.dim(one.rule)}"]
    return [f"{start}{style.dim(one.rule)}", *wrapped(style.plain, plain, width, "    ")]


def _drafts(report: Report) -> str:
    """Return how many drafts have findings, and of how many."""
    with_findings = sum(bool(file.findings) for file in report.files)
    of_all = f" of {len(report.files):,}" if with_findings < len(report.files) else ""
    return f"{with_findings:,}{of_all} draft{'' if len(report.files) == 1 else 's'}"


def _what_to_do(report: Report) -> Iterator[str]:
    """Yield what the fixes that are offered can do."""
    safe, unsafe = report.fixable(Safety.SAFE), report.fixable(Safety.UNSAFE)
    if safe:
        yield f"--fix can fix {safe:,}."
    if unsafe:
        more = " more" if safe else ""
        yield f"--fix --unsafe-fixes can fix {unsafe:,}{more}; check the result."


def _many(count: int, noun: str, nouns: str = "") -> str:
    return f"{count:,} {noun if count == 1 else nouns or f'{noun}s'}"
