"""Remarks in a draft that silence rules, and what is wrong with such remarks.

    <!-- reviewlint: ignore[rule, group] reason -->     on the line of the finding, or alone before its block
    <!-- reviewlint: disable[rule] reason --> … <!-- reviewlint: enable[rule] -->
    <!-- reviewlint: ignore-file[rule] reason -->

In plain text the same words stand after %%. [sic] after a word silences what is said of that word.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from reviewlint.document import Document
from reviewlint.errors import nearest
from reviewlint.finding import Edit, Finding, Fix, Safety, Severity, Span
from reviewlint.rules.anatomy import GROUPS, RuleInfo
from reviewlint.rules.registry import matches

RULE = "typography/bad-suppression"
_REMARK = re.compile(r"\s*reviewlint:\s*(?P<verb>[a-z-]+)\s*(?:\[(?P<names>[^\]]*)\])?", re.IGNORECASE)
_SIC = re.compile(r"\s*\[sic\]", re.IGNORECASE)
VERBS = ("ignore", "disable", "enable", "ignore-file")


@dataclass(slots=True)
class Suppression:
    """A stretch of the source in which `selector` is silent, and whether it has silenced anything."""

    selector: str
    start: int
    end: int
    remark: Span
    used: bool = field(default=False)


Problem = tuple[Span, str]


def read_suppressions(document: Document, names: Iterable[str]) -> tuple[list[Suppression], list[Problem]]:
    """Return the suppressions of a draft, and what is wrong with its remarks; `names` are the rules there are."""
    known = [*names, *GROUPS]
    found: list[Suppression] = []
    problems: list[Problem] = []
    open_ranges: dict[str, Suppression] = {}
    for comment in document.comments:
        remark = _REMARK.match(comment.text)
        if remark is None:
            continue
        verb, listed = remark["verb"].lower(), remark["names"]
        if verb not in VERBS:
            problems.append(
                (comment.span, f"“{verb}” is no remark that reviewlint knows. {nearest(verb, VERBS) or ''}")
            )
            continue
        selectors = [name.strip() for name in (listed or "").split(",") if name.strip()]
        if not selectors:
            problems.append((comment.span, f"Name the rules to {verb}, as in {verb}[typography]."))
        for selector in selectors:
            if selector not in known:
                problems.append((comment.span, f"There is no rule “{selector}”. {nearest(selector, known) or ''}"))
            elif verb == "enable":
                if selector in open_ranges:
                    open_ranges.pop(selector).end = comment.span.start
                else:
                    problems.append((comment.span, f"“{selector}” is enabled here but was not disabled before."))
            else:
                suppression = Suppression(selector, *_extent(document, verb, comment.span), comment.span)
                found.append(suppression)
                if verb == "disable":
                    open_ranges[selector] = suppression
    problems += [
        (item.remark, f"“{item.selector}” is disabled here and never enabled again; use ignore-file for a whole file.")
        for item in open_ranges.values()
    ]
    return found, problems


def _extent(document: Document, verb: str, span: Span) -> tuple[int, int]:
    """Return the stretch of the source that a remark speaks of."""
    source = document.source
    if verb == "ignore-file":
        return 0, len(source.text)
    if verb == "disable":
        return span.end, len(source.text)
    first, last = source.position(span.start).line, source.position(span.end).line
    start, end = source.line_starts[first - 1], _line_end(document, last)
    if source.text[start : span.start].strip() or source.text[span.end : end].strip():
        return start, end
    return span.end, _next_block_end(document, span.end)


def _line_end(document: Document, line: int) -> int:
    starts = document.source.line_starts
    return starts[line] if line < len(starts) else len(document.source.text)


def _next_block_end(document: Document, offset: int) -> int:
    for block in document.blocks:
        span = document.prose.to_source(block.start, block.end)
        if span.start >= offset:
            return span.end
    return len(document.source.text)


def apply_suppressions(
    document: Document, findings: Sequence[Finding], suppressions: Sequence[Suppression]
) -> list[Finding]:
    """Return the findings that no remark silences; marks the suppressions that were used."""
    kept = []
    for finding in findings:
        silent = _is_sic(document, finding)
        for item in suppressions:
            if item.start <= finding.span.start < item.end and matches(finding.rule, item.selector):
                item.used = silent = True
        if not silent:
            kept.append(finding)
    return kept


def _is_sic(document: Document, finding: Finding) -> bool:
    text = document.source.text
    return "[sic]" in text and _SIC.match(text, finding.span.end) is not None


def findings_on_remarks(
    document: Document,
    suppressions: Sequence[Suppression],
    problems: Sequence[Problem],
    info: RuleInfo,
    checked: Callable[[str], bool],
) -> list[Finding]:
    """Return findings for bad remarks, and for those that silenced nothing.

    A selector counts as unused only if `checked` tells that some rule it takes in was run. The fix takes out a
    remark none of whose selectors was used.
    """
    found = [Finding(RULE, span, info.message.format(problem=text.strip()), info.severity) for span, text in problems]
    for span in dict.fromkeys(item.remark for item in suppressions):
        mine = [item for item in suppressions if item.remark == span]
        unused = [item.selector for item in mine if not item.used and checked(item.selector)]
        if unused:
            problem = f"This remark silences nothing of {', '.join(unused)}; take it out."
            fix = _removal(document, span) if len(unused) == len(mine) and not _opens_range(mine, document) else None
            found.append(Finding(RULE, span, info.message.format(problem=problem), Severity(info.severity), fix))
    return found


def _opens_range(mine: Sequence[Suppression], document: Document) -> bool:
    """Tell whether a remark opens a range that another closes: taking out one would leave the other."""
    return any(item.start == item.remark.end and item.end != len(document.source.text) for item in mine) and any(
        "disable" in document.source.text[item.remark.start : item.remark.end] for item in mine
    )


def _removal(document: Document, span: Span) -> Fix:
    """Return the fix that takes out a remark, with its line if it stands alone there."""
    text = document.source.text
    line_start = max(text.rfind("\n", 0, span.start), text.rfind("\r", 0, span.start)) + 1
    end = _line_end(document, document.source.position(span.end).line)
    alone = not text[line_start : span.start].strip() and not text[span.end : end].strip()
    place = Span(line_start, end) if alone else Span(len(text[: span.start].rstrip(" ")), span.end)
    return Fix("take the remark out", Safety.SAFE, (Edit(place, ""),))
