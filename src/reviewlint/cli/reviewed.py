"""`reviewlint check draft.docx --output reviewed.docx`: a copy with comments and tracked changes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from reviewlint.checking.draft import Outcome
from reviewlint.checking.word import is_word, reviewed
from reviewlint.cli.terminal import put
from reviewlint.document.word.mark import Comment
from reviewlint.errors import ReviewlintError
from reviewlint.fix import write_atomically
from reviewlint.report.comments import comment_on


def write_reviewed(outcomes: Sequence[Outcome], file: Path, *, quiet: bool) -> None:
    """Write the copy of the one draft that was checked, and say so; raise ReviewlintError where it is
    not one, or no Word document.

    What stands in the copy as a tracked change has no comment.
    """
    checked = [outcome for outcome in outcomes if outcome.report is not None]
    if not checked:
        return  # it is not there or cannot be read, which is said
    if len(checked) != 1 or checked[0].report is None or not is_word(checked[0].report.source):
        raise ReviewlintError("A .docx is written of one Word document.", path=file, hint="Name one .docx to check.")
    outcome, report = checked[0], checked[0].report
    remarks = [Comment(finding.span, comment_on(report.source.text, finding)) for finding in report.findings]
    write_atomically(file, reviewed(report.source, remarks, outcome.tracked))
    if not quiet:
        changes = len(outcome.tracked)
        also = f" and {changes:,} tracked change{'s' * (changes != 1)}" if changes else ""
        put(f"Wrote {file} with {len(remarks):,} comment{'s' * (len(remarks) != 1)}{also}.", err=True)
