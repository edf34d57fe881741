"""Finds the drafts to check."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reviewlint.config import absolute, find_config
from reviewlint.document.parse import SUFFIXES
from reviewlint.errors import ReviewlintError

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

    GitRules = tuple[tuple[Path, GitIgnoreSpec], ...]

# Files of a repository that are no reviews. Named on the command line, they are checked.
_NO_DRAFT = re.compile(
    r"(?:(?i:readme|changelog|contributing|code[_-]of[_-]conduct|licen[cs]e(?:-[\w-]+)?|robots|humans|404)"
    r"|AUTHORS|CHANGES|CONTRIBUTORS|COPYING|HISTORY|MAINTAINERS|NEWS|NOTICE|SECURITY|SUPPORT|TODO)(?:\.[\w-]+)+"
    r"|(?:requirements|constraints)[\w-]*\.txt|CMakeLists\.txt"
)
# Folders of programs, of what they make, and of the templates of site generators.
_NO_DRAFTS_IN = {"node_modules", "vendor", "__pycache__", "site-packages", "_site", "_layouts", "_includes", "layouts"}


def find_drafts(paths: Sequence[Path]) -> tuple[list[Path], list[ReviewlintError]]:
    """Return the drafts that paths name, in order and each once, and an error for each path that cannot be read.

    A folder stands for the drafts in it and below, by name. Left out are hidden files and folders, what .gitignore
    and `exclude` name, links to folders, and files that no repository keeps reviews in.
    """
    drafts: dict[Path, Path] = {}
    errors: list[ReviewlintError] = []
    for path in paths:
        try:
            path.stat()
        except (FileNotFoundError, NotADirectoryError):
            errors.append(ReviewlintError("There is no such file or folder.", path=path))
            continue
        except OSError as error:
            errors.append(_unreadable(error, path))
            continue
        for draft in _walk(path, errors) if path.is_dir() else (path,):
            drafts.setdefault(absolute(draft), draft)
    return list(drafts.values()), errors


def _unreadable(error: OSError, path: Path) -> ReviewlintError:
    return ReviewlintError(f"This cannot be read: {error.strerror or error}.", path=path)


def _walk(top: Path, errors: list[ReviewlintError]) -> Iterator[Path]:
    stack: list[tuple[Path, bool, GitRules]] = [(top, True, _rules_above(absolute(top)))]
    while stack:
        path, is_folder, ignoring = stack.pop()
        if not is_folder:
            yield path
            continue
        try:
            entries = sorted(os.scandir(path), key=lambda entry: entry.name, reverse=True)
        except OSError as error:
            errors.append(_unreadable(error, path))
            continue
        ignoring = (*ignoring, *_rules_of(absolute(path)))
        for entry in entries:
            folder = entry.is_dir(follow_symlinks=False)
            wanted = _may_hold_drafts(entry) if folder else _may_be_draft(entry)
            if wanted and not _is_left_out(path / entry.name, folder, ignoring):
                stack.append((path / entry.name, folder, ignoring))


def _may_hold_drafts(entry: os.DirEntry[str]) -> bool:
    if entry.name.startswith(".") or entry.name in _NO_DRAFTS_IN:
        return False
    return not Path(entry.path, "pyvenv.cfg").is_file()


def _may_be_draft(entry: os.DirEntry[str]) -> bool:
    name = entry.name
    if name.startswith(".") or os.path.splitext(name)[1].lower() not in SUFFIXES or _NO_DRAFT.fullmatch(name):  # noqa: PTH122
        return False
    try:
        return entry.is_file()
    except OSError:  # a loop of links
        return False


def _is_left_out(path: Path, folder: bool, ignoring: GitRules) -> bool:
    if ignoring and _is_ignored(absolute(path), folder, ignoring):
        return True
    try:
        return find_config(path.parent).excludes(path, folder=folder)
    except ReviewlintError:  # said when a draft beside it is checked
        return False


def _rules_above(folder: Path) -> GitRules:
    """Return the .gitignore rules of the folders above, up to the top of the repository.

    A folder that they ignore, but that somebody named all the same, is checked as if they were not there.
    """
    above = folder.parents
    top = next((at for at, path in enumerate((folder, *above)) if (path / ".git").exists()), 0)
    rules = tuple(rule for path in reversed(above[:top]) for rule in _rules_of(path))
    return () if _is_ignored(folder, True, rules) else rules


def _rules_of(folder: Path) -> GitRules:
    try:
        lines = (folder / ".gitignore").read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ()
    from pathspec import GitIgnoreSpec  # most runs name files

    return ((folder, GitIgnoreSpec.from_lines(lines)),)


def _is_ignored(path: Path, folder: bool, ignoring: GitRules) -> bool:
    ignored = False
    for root, spec in ignoring:
        verdict = spec.check_file(path.relative_to(root).as_posix() + "/" * folder).include
        ignored = ignored if verdict is None else verdict
    return ignored
