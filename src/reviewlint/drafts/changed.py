"""Finds the drafts that changed since a commit, without looking through all others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from reviewlint.config.files import absolute
from reviewlint.document.parse import SUFFIXES
from reviewlint.drafts.changes import Changes, changes_in, tracked
from reviewlint.drafts.find import Since, Text, drafts_among
from reviewlint.drafts.git import top_of
from reviewlint.drafts.sift import only_added
from reviewlint.errors import ReviewlintError
from reviewlint.facts.gather import SUFFIXES as FACTS_SUFFIXES
from reviewlint.facts.gather import slugs_of
from reviewlint.reach import exists, is_file, leads_out
from reviewlint.result import FileReport


@dataclass(frozen=True, slots=True)
class Changed:
    """The drafts to check, the paths that could not be looked at, and what changed, by repository."""

    drafts: tuple[Path | Text, ...]
    errors: tuple[ReviewlintError, ...]
    changes: Mapping[Path, Changes]

    def only_added(self, report: FileReport) -> FileReport:
        """Return a report with what an added line brought about."""
        top = top_of(Path(report.path))
        return report if top is None else only_added(report, self.changes[top])


def changed_drafts(paths: Sequence[Path], since: Since) -> Changed:
    """Return the drafts in the paths that gained a line since a commit, and those whose facts did.

    Raise ReviewlintError if git cannot say.
    """
    drafts: dict[Path, Path | Text] = {}
    errors: list[ReviewlintError] = []
    changes: dict[Path, Changes] = {}
    for path in paths:
        top = top_of(path)
        if top is None:
            raise ReviewlintError("This is not in a git repository, so changes cannot be found.", path=path)
        if top not in changes:
            changes[top] = changes_in(top, since.base, staged=since.staged)
        if not exists(path) and not changes[top].revision:
            errors.append(ReviewlintError("There is no such file or folder.", path=path))
            continue
        candidates = {*changes[top].lines, *_by_facts(changes[top])}
        drafts |= _with_texts(drafts_among(candidates, [path]), changes[top])
    return Changed(tuple(drafts.values()), tuple(errors), changes)


def _with_texts(drafts: Sequence[Path], changes: Changes) -> dict[Path, Path | Text]:
    """Return drafts by their absolute paths, with their texts where these do not stand in the files."""
    if not changes.revision:
        return {absolute(draft): draft for draft in drafts if is_file(draft) and not leads_out(draft, draft.parent)}
    texts = changes.texts([absolute(draft) for draft in drafts])
    return {absolute(draft): Text(draft, texts[absolute(draft)]) for draft in drafts}


def _by_facts(changes: Changes) -> Iterable[Path]:
    """Return the drafts that by their names may belong to a facts file with an added line."""
    slugs = {slug for path in changes.lines if (slug := _slug(path))}
    if not slugs:
        return ()
    return [draft for draft in tracked(changes, tuple(SUFFIXES)) if not slugs.isdisjoint(slugs_of(draft))]


def _slug(facts: Path) -> str | None:
    """Return the name of the work that a facts file is for, or None if it is none."""
    ending = next((ending for ending in FACTS_SUFFIXES if facts.name.endswith(ending)), None)
    if ending is None and facts.parent.name == "facts":
        ending = facts.suffix
    return None if ending is None else facts.name.removesuffix(ending)
