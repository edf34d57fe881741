"""Fixes and comments in Word documents, which are not their text: what cannot be tracked stays a finding."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import PurePath

from reviewlint.document import Source
from reviewlint.document.layout import moved
from reviewlint.document.word.mark import Comment, changeable, marked
from reviewlint.document.word.read import DOCX
from reviewlint.finding import Edit, Finding, Safety
from reviewlint.fix import Fixed, apply_fixes


def is_word(source: Source) -> bool:
    """Tell whether comments and changes can be written into a draft's file."""
    return source.packed is not None and PurePath(source.path).suffix.lower() == DOCX


def with_text(source: Source, text: str) -> Source:
    """Return a source with another text, and its layout moved along."""
    layout = moved(source.layout, source.text, text) if source.layout else ()
    return replace(source, text=text, layout=layout)


def trackable(source: Source, findings: Sequence[Finding], safeties: Sequence[Safety]) -> list[Finding]:
    """Return the findings whose fixes can be tracked in a document; none in other formats than Word's."""
    offered = [finding for finding in findings if finding.fix is not None and finding.fix.safety in safeties]
    if not offered or not is_word(source):
        return []
    allowed = changeable(source, [_edits(finding) for finding in offered])
    return [finding for finding, may in zip(offered, allowed, strict=True) if may]


def fix_document(source: Source, findings: Sequence[Finding], safeties: Sequence[Safety]) -> Fixed:
    """Return the text of a document with those fixes applied that can be tracked in it; none in other formats."""
    text, done = apply_fixes(source.text, trackable(source, findings, safeties), safeties)
    return Fixed(text, tuple(done), texts=(source.text,) * len(done))


def tracked(source: Source, fixed: Sequence[Finding]) -> bytes:
    """Return the document with the fixes of some findings as tracked changes."""
    return reviewed(source, (), fixed)


def reviewed(source: Source, remarks: Sequence[Comment], fixed: Sequence[Finding]) -> bytes:
    """Return the document with comments, and the fixes of some findings as tracked changes."""
    if not remarks and not fixed:
        return source.packed or b""
    edits = [edit for finding in fixed for edit in _edits(finding)]
    return marked(source, remarks, sorted(edits, key=lambda edit: edit.span), datetime.now(UTC))


def _edits(finding: Finding) -> tuple[Edit, ...]:
    return () if finding.fix is None else finding.fix.edits
