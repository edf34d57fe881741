"""Findings of slow passes that still stand after an edit elsewhere: they stay in sight until the pass is done again."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from reviewlint.checking.judge import one_a_place
from reviewlint.document.source import BOM
from reviewlint.finding import Edit, Finding, Span
from reviewlint.lsp.differences import shared_ends

if TYPE_CHECKING:
    from reviewlint.lsp.passes import Checked, Pass

_BLANK_LINE = re.compile(r"\r?\n[ \t]*\r?\n")


class Change(NamedTuple):
    """The paragraphs of a text that an edit has changed, as code points of the text before, and how the rest moves."""

    start: int
    end: int
    shift: int


def change_between(before: str, after: str) -> Change:
    """Return the paragraphs in which two texts differ; what lies before and behind them is the same in both."""
    if before == after:
        return Change(0, 0, 0)
    head, tail = shared_ends(before, after)
    start = max((found.end() for found in _BLANK_LINE.finditer(before, 0, head)), default=0)
    following = _BLANK_LINE.search(before, len(before) - tail)
    return Change(start, following.start() if following else len(before), len(after) - len(before))


def carried(earlier: Checked, text: str, found: Iterable[Finding], until: Pass) -> tuple[Finding, ...]:
    """Return findings of this text, with those that later passes than `until` made in paragraphs that are the same."""
    change = change_between(earlier.version.text.removeprefix(BOM), text.removeprefix(BOM))
    later = ("reader", "engine")[int(until) :]
    kept = [moved for f in earlier.findings if _kind(f, earlier) in later and (moved := _moved(f, change)) is not None]
    return tuple(one_a_place([*found, *kept])) if kept else tuple(found)


def _kind(finding: Finding, checked: Checked) -> str:
    info = checked.rules.get(finding.rule)
    return info.kind if info is not None else ""


def _moved(finding: Finding, change: Change) -> Finding | None:
    """Return a finding where it stands after the change; None for one that has to do with a changed paragraph."""
    fix = finding.fix
    spans = [finding.span, *(edit.span for edit in (fix.edits if fix else ()))]
    if all(span.end <= change.start for span in spans):
        return finding
    if any(span.start < change.end for span in spans):
        return None
    if fix is not None:
        fix = replace(fix, edits=tuple(Edit(_by(edit.span, change.shift), edit.text) for edit in fix.edits))
    return replace(finding, span=_by(finding.span, change.shift), fix=fix)


def _by(span: Span, shift: int) -> Span:
    return Span(span.start + shift, span.end + shift)
