"""Finds the drafts to check."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reviewlint.config.files import absolute, find_config
from reviewlint.config.patterns import read_gitignore, verdict_on
from reviewlint.document.parse import SUFFIXES
from reviewlint.errors import ReviewlintError
from reviewlint.reach import exists, is_file, is_folder, is_within, top_above

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

    GitRules = tuple[tuple[Path, tuple[GitIgnoreSpec, ...]], ...]

# Files of a repository that are no reviews. Named on the command line, they are checked.
_NO_DRAFT = re.compile(
    r"(?:(?i:readme|changelog|contributing|code[_-]of[_-]conduct|licen[cs]e(?:-[\w-]+)?|robots|humans|404)"
    r"|AUTHORS|CHANGES|CONTRIBUTORS|COPYING|HISTORY|MAINTAINERS|NEWS|NOTICE|SECURITY|SUPPORT|TODO)(?:\.[\w-]+)+"
    r"|(?:requirements|constraints)[\w-]*\.txt|CMakeLists\.txt"
)
# Folders of programs, of what they make, and of the templates of site generators.
NO_DRAFTS_IN = {"node_modules", "vendor", "__pycache__", "site-packages", "_site", "_layouts", "_includes", "layouts"}


class Text(NamedTuple):
    """A draft whose text does not stand in the file at its path, but in the index of git or a commit."""

    path: Path
    data: bytes


class Since(NamedTuple):
    """What a run looks at: what was added since the commit `base`, in the files or, with `staged`, in the index."""

    base: str
    staged: bool = False


def find_drafts(paths: Sequence[Path]) -> tuple[list[Path], list[ReviewlintError]]:
    """Return the drafts that paths name, in order and each once, and an error for each path that cannot be read.

    A folder stands for the drafts in it and below, by name. Left out are hidden files and folders, what .gitignore
    and `exclude` name, links to folders, links to files outside of the repository, and files that no repository keeps
    reviews in.
    """
    drafts: dict[Path, Path] = {}
    errors: list[ReviewlintError] = []
    for path in paths:
        try:
            path.stat()
        except (FileNotFoundError, NotADirectoryError, ValueError):  # a name with a NUL in it
            errors.append(ReviewlintError("There is no such file or folder.", path=path))
            continue
        except OSError as error:
            errors.append(_unreadable(error, path))
            continue
        for draft in _walk(path, errors) if is_folder(path) else (path,):
            drafts.setdefault(absolute(draft), draft)
    return list(drafts.values()), errors


def drafts_among(files: Iterable[Path], paths: Sequence[Path]) -> list[Path]:
    """Return those of some files that `find_drafts` would find in the paths, in its order, without looking for others.

    The files are given as absolute paths; they need not exist.
    """
    found: dict[Path, Path] = {}
    files = sorted(files, key=lambda file: file.parts)
    for path in paths:
        top = absolute(path)
        for file in files:
            if file == top or (top in file.parents and is_draft_below(file, top)):
                found.setdefault(file, path / file.relative_to(top))
    return list(found.values())


def is_draft_below(file: Path, top: Path) -> bool:
    """Tell whether `find_drafts` would find a file in the folder `top`. Both paths are absolute; neither need exist."""
    if not _is_named_as_draft(file.name):
        return False
    ignoring = _rules_above(top)
    folder = top
    for name in file.relative_to(top).parts[:-1]:
        ignoring = (*ignoring, *_rules_of(folder))
        folder /= name
        if not _may_hold_drafts(name, folder) or _is_left_out(folder, True, ignoring):
            return False
    return not _is_left_out(file, False, (*ignoring, *_rules_of(folder)))


def _unreadable(error: OSError, path: Path) -> ReviewlintError:
    return ReviewlintError(f"This cannot be read: {error.strerror or error}.", path=path)


def _walk(top: Path, errors: list[ReviewlintError]) -> Iterator[Path]:
    stack: list[tuple[Path, bool, GitRules]] = [(top, True, _rules_above(absolute(top)))]
    bounds = _bounds(top)
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
            wanted = _may_hold_drafts(entry.name, Path(entry.path)) if folder else _may_be_draft(entry, bounds)
            if wanted and not _is_left_out(path / entry.name, folder, ignoring):
                stack.append((path / entry.name, folder, ignoring))


def _may_hold_drafts(name: str, folder: Path) -> bool:
    if name.startswith(".") or name in NO_DRAFTS_IN:
        return False
    return not is_file(folder / "pyvenv.cfg")


def _is_named_as_draft(name: str) -> bool:
    return os.path.splitext(name)[1].lower() in SUFFIXES and name[0] != "." and not _NO_DRAFT.fullmatch(name)  # noqa: PTH122


def _may_be_draft(entry: os.DirEntry[str], bounds: tuple[Path, ...]) -> bool:
    try:
        if not _is_named_as_draft(entry.name) or not entry.is_file():
            return False
        return not entry.is_symlink() or is_within(Path(entry.path), *bounds)
    except OSError:  # a loop of links
        return False


def _bounds(top: Path) -> tuple[Path, ...]:
    """Return the folders in which the target of a link must lie to be checked with the folder `top`."""
    project = top_above(absolute(top))
    return (top,) if project is None else (top, project)


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
    top = next((at for at, path in enumerate((folder, *above)) if exists(path / ".git")), 0)
    rules = tuple(rule for path in reversed(above[:top]) for rule in _rules_of(path))
    return () if _is_ignored(folder, True, rules) else rules


def _rules_of(folder: Path) -> GitRules:
    specs = read_gitignore(folder)
    return ((folder, specs),) if specs else ()


def _is_ignored(path: Path, folder: bool, ignoring: GitRules) -> bool:
    ignored = False
    for root, specs in ignoring:
        verdict = verdict_on(specs, path.relative_to(root).as_posix() + "/" * folder)
        ignored = ignored if verdict is None else verdict
    return ignored
