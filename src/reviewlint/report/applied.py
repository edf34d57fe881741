"""What a fix changed, in words: the stretch as it was and as it is now."""

from __future__ import annotations

from reviewlint.document import Source
from reviewlint.finding import Edit, Finding, Span
from reviewlint.result import Applied

_FAR = 200  # characters; a word that is longer is shown by no report, and a draft may be one word


def applied(source: Source, finding: Finding) -> Applied | None:
    """Return what the fix of a finding changes in the text that its offsets are of; None where it has no fix."""
    if finding.fix is None:
        return None
    line = source.position(finding.span.start).line
    return Applied(finding.rule, line, finding.fix.title, *before_and_after(source.text, finding.fix.edits))


def before_and_after(text: str, edits: tuple[Edit, ...]) -> tuple[str, str]:
    """Return the stretch that edits change, widened to whole words, as it is and as it becomes."""
    span = stretch_of(text, edits)
    parts, at = [], span.start
    for edit in sorted(edits, key=lambda edit: edit.span):
        parts += [text[at : edit.span.start], edit.text]
        at = edit.span.end
    return text[span.start : span.end], "".join([*parts, text[at : span.end]])


def stretch_of(text: str, edits: tuple[Edit, ...]) -> Span:
    """Return the stretch that edits change, widened to whole words."""
    start, end = min(e.span.start for e in edits), max(e.span.end for e in edits)
    changed = "".join(edit.text + text[edit.span.start : edit.span.end] for edit in edits)
    first, last = _to_words(text, start, end, over=" \t" if changed.isspace() else "")
    if any(map(str.isalnum, changed)):
        while first < start and not text[first].isalnum():  # marks beside a changed word say nothing
            first += 1
        while last > end and not text[last - 1].isalnum():
            last -= 1
    return Span(first, last)


def _to_words(text: str, start: int, end: int, over: str) -> tuple[int, int]:
    """Return a span widened to whole words, over certain characters first, so that a change is seen in its words."""
    least, most = max(0, start - _FAR), min(len(text), end + _FAR)
    while start > least and text[start - 1] in over:
        start -= 1
    while end < most and text[end] in over:
        end += 1
    while start > least and not text[start - 1].isspace():
        start -= 1
    while end < most and not text[end].isspace():
        end += 1
    return start, end
