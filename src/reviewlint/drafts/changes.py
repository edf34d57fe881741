"""Asks git what changed: in the files as they are, in what is staged, or between two commits."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from reviewlint.drafts.diff import Lines, added_lines
from reviewlint.drafts.git import commit, git, is_shallow, tells
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

    def texts(self, paths: Sequence[Path]) -> dict[Path, bytes]:
        """Return the texts of files in the index or the commit; raise ReviewlintError for one that is not there."""
        names = {path: self.revision + path.relative_to(self.top).as_posix() for path in paths}
        together = [path for path in paths if "\n" not in names[path]]
        texts = dict(zip(together, _blobs(self.top, [names[path] for path in together]), strict=True))
        return {
            path: texts[path] if path in texts else git(self.top, "cat-file", "blob", names[path]) for path in paths
        }


def _blobs(top: Path, names: Sequence[str]) -> Iterator[bytes]:
    """Yield the texts behind some names of git that hold no line end, by one process."""
    if not names:
        return
    data = git(top, "cat-file", "--batch", given=b"".join(os.fsencode(name) + b"\n" for name in names))
    at = 0
    for name in names:
        end = data.index(b"\n", at)
        _, kind, size = (b"", b"", *data[at:end].rsplit(b" ", 2))[-3:]
        if kind != b"blob" or not size.isdigit():  # “missing”, “ambiguous”
            hint = "Is there a merge to be finished?" if name.startswith(":") else None
            raise ReviewlintError("git has no single text for this.", path=top / name.partition(":")[2], hint=hint)
        start = end + 1
        at = start + int(size) + 1
        yield data[start : at - 1]


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


def tracked(changes: Changes, endings: tuple[str, ...]) -> list[Path]:
    """Return the files with these endings that git knows where the texts of some changes stand, as absolute paths."""
    commit_name = changes.revision.rstrip(":")
    listing = ("ls-tree", "-r", "--name-only", "-z", "--full-tree", commit_name) if commit_name else ("ls-files", "-z")
    names = map(os.fsdecode, git(changes.top, *listing).split(b"\0"))
    return [changes.top / name for name in names if name.lower().endswith(endings)]


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
