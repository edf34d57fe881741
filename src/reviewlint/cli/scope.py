"""Which drafts a run checks, and which of their findings it is about."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from reviewlint.checking.draft import Choose, Outcome
from reviewlint.cli.terminal import put
from reviewlint.config.files import absolute
from reviewlint.drafts.find import Since, Text, find_drafts, is_draft_below
from reviewlint.errors import ReviewlintError
from reviewlint.finding import Finding
from reviewlint.result import FileReport


@dataclass(frozen=True, slots=True)
class Scope:
    """The drafts, what kept others from being found, and what to keep of a report; None keeps all."""

    drafts: Sequence[Path | Text]
    errors: Sequence[ReviewlintError]
    keep: Callable[[FileReport], FileReport] | None = None


def find_all(paths: Sequence[str]) -> Scope:
    """Return all drafts in some paths; say so if there are none."""
    drafts, errors = find_drafts([Path(path) for path in paths])
    if not drafts and not errors:
        places = "this folder" if list(paths) == ["."] else ", ".join(paths)
        put(f"No drafts found in {places}: no .md, .txt or .html file that is not left out.", err=True)
    return Scope(drafts, errors)


def less_excluded(scope: Scope) -> Scope:
    """Return a scope without the drafts that its repository, or else the current folder, is checked without.

    So a hook that is given names leaves out what a check of the whole repository leaves out.
    """
    from reviewlint.drafts.git import top_of

    here = absolute(Path())
    kept = []
    for draft in scope.drafts:
        path = draft if isinstance(draft, Path) else draft.path
        full, top = absolute(path), top_of(path) or here
        if not full.is_relative_to(top) or is_draft_below(full, top):
            kept.append(draft)
    return replace(scope, drafts=kept)


def find_changed(paths: Sequence[str], since: Since) -> Scope:
    """Return the drafts in some paths that changed; raise ReviewlintError if git cannot say."""
    from reviewlint.drafts.changed import changed_drafts  # most runs ask git nothing

    changed = changed_drafts([Path(path) for path in paths], since)
    return Scope(changed.drafts, changed.errors, changed.only_added)


def only_first(keep: Callable[[FileReport], FileReport] | None, then: Choose | None) -> Choose:
    """Return what chooses among the findings of a draft the first time only, for a fix may move the lines.

    It chooses those that `keep` keeps, and of these what `then` chooses.
    """
    seen: set[str] = set()

    def choose(report: FileReport) -> Sequence[Finding]:
        if report.path in seen:
            return ()
        seen.add(report.path)
        kept = report if keep is None else keep(report)
        return kept.findings if then is None else then(kept)

    return choose


def sifted(outcome: Outcome, keep: Callable[[FileReport], FileReport] | None) -> Outcome:
    """Return an outcome with what is to be kept of its report."""
    if keep is None or outcome.report is None:
        return outcome
    return replace(outcome, report=keep(outcome.report))
