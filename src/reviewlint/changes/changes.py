"""Asks git what changed: in the files as they are, in what is staged, or between two commits."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from reviewlint.changes.diff import Lines, added_lines
from reviewlint.changes.git import commit, git, is_shallow, tells
from reviewlint.errors import ReviewlintError

_DIFF = (
    "diff",
    "--unified=0",
    "--inter-hunk-context=0",
    "--find-renames",
    "--diff-filter=d",
    "--no-color",
    "--no-ext-diff",
    "--no-textconv",
    "--text",
    "--no-relative",
    "--no-indent-heuristic",
    "--submodule=short",
    "--src-prefix=a/",
    "--dst-prefix=b/",
)


@dataclass(frozen=True, slots=True)
class Changes:
    """What was added in the repository at `top`.

    `lines` are the added lines of each file that has some, by absolute path; None stands for all lines. `revision` is
    where the texts stand: "" for the files as they are, ":" for what is staged, "<commit>:" for a commit.
    """

    top: Path
    lines: Mapping[Path, Lines | None]
    revision: str = ""

    def text(self, path: Path) -> bytes | None:
        """Return a file's text where that is not the one in the folder; raise ReviewlintError where git fails."""
        if not self.revision:
            return None
        return git(self.top, "cat-file", "blob", self.revision + path.relative_to(self.top).as_posix())


def changes_in(top: Path, base: str, *, staged: bool = False) -> Changes:
    """Return what was added in a repository since `base`.

    `base` is a commit, and what counts is the point where the present branch left it; `A..B` and `A...B` compare two
    commits as git does. With `staged` the index stands in place of the files. Raise ReviewlintError where git does not
    know a commit.
    """
    if ".." in base:
        if staged:
            raise ReviewlintError(f"“{base}” names two commits; what is staged is compared with one.")
        return _between(top, base)
    start = _meeting_point(top, base)
    patch = git(top, *_DIFF, *(("--cached",) if staged else ()), start, "--")
    lines: dict[Path, Lines | None] = _by_path(top, added_lines(patch))
    if not staged:
        others = git(top, "ls-files", "--others", "--exclude-standard", "-z").split(b"\0")
        lines |= {top / os.fsdecode(name): None for name in others if name}
    return Changes(top, lines, ":" if staged else "")


def tracked(top: Path, endings: Iterable[str]) -> list[Path]:
    """Return the files that git knows, by their endings, as absolute paths."""
    names = git(top, "ls-files", "-z", "--", *(f"*{ending}" for ending in endings)).split(b"\0")
    return [top / os.fsdecode(name) for name in names if name]


def _between(top: Path, pair: str) -> Changes:
    first, second = pair.split("..." if "..." in pair else "..", 1)
    start, end = commit(top, first or "HEAD"), commit(top, second or "HEAD")
    if "..." in pair:
        start = _common(top, start, end, pair)
    return Changes(top, _by_path(top, added_lines(git(top, *_DIFF, start, end, "--"))), f"{end}:")


def _meeting_point(top: Path, base: str) -> str:
    start = commit(top, base)
    head = tells(top, "rev-parse", "--verify", "--quiet", "HEAD")
    if head is None or base == "HEAD" or start == head:
        return start
    return _common(top, start, head, base)


def _common(top: Path, first: str, second: str, shown: str) -> str:
    found = tells(top, "merge-base", first, second)
    if found:
        return found.partition("\n")[0]
    hint = "This clone is shallow: `git fetch --unshallow`, or `fetch-depth: 0` in CI." if is_shallow(top) else None
    raise ReviewlintError(f"git finds no common ancestor for “{shown}”.", hint=hint)


def _by_path(top: Path, lines: Mapping[bytes, Lines]) -> dict[Path, Lines | None]:
    return {top / os.fsdecode(name): ranges for name, ranges in lines.items()}
