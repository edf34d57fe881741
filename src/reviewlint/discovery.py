"""Finds the drafts to check."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reviewlint.config import Config, find_config, matches_path
from reviewlint.document.parse import SUFFIXES
from reviewlint.errors import ReviewlintError

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

    GitRules = tuple[Path, GitIgnoreSpec]

# Files beside the drafts of a repository that are no reviews. Named on the command line, they are checked.
_NO_DRAFT = re.compile(
    r"(?i)^(readme|changelog|changes|contributing|license|licence|copying|code_of_conduct|security|authors|robots"
    r"|requirements.*|humans)\.[a-z]+$"
)
_NO_FOLDER = {"node_modules", "__pycache__", "venv", "site-packages"}


def find_drafts(paths: Sequence[Path]) -> tuple[list[Path], list[ReviewlintError]]:
    """Return the drafts that paths name, in order and each once, and an error for each path that is not there.

    A folder stands for the drafts in it: what .gitignore, `exclude` or a leading dot leaves out is left out.
    """
    drafts: dict[Path, None] = {}
    errors = []
    for path in paths:
        if path.is_dir():
            drafts |= dict.fromkeys(_walk(path, find_config(path)))
        elif path.exists():
            drafts[path] = None
        else:
            errors.append(ReviewlintError("There is no such file or folder.", path=path))
    return list(drafts), errors


def _walk(folder: Path, config: Config) -> Iterator[Path]:
    ignored = _git_rules(folder)
    seen: set[tuple[int, int]] = set()
    stack = [folder]
    while stack:
        here = stack.pop()
        status = here.stat()
        if (status.st_dev, status.st_ino) in seen:  # a loop of links
            continue
        seen.add((status.st_dev, status.st_ino))
        ignored = [*ignored, *_rules_of(here)] if here != folder else ignored
        entries = sorted(os.scandir(here), key=lambda entry: entry.name)
        folders = []
        for entry in entries:
            path = Path(entry.path) if str(here) != "." else Path(entry.name)
            if entry.name.startswith(".") or _is_ignored(path, entry.is_dir(), ignored):
                continue
            if any(matches_path(path, config.root, pattern) for pattern in config["exclude"]):
                continue
            if entry.is_dir():
                if entry.name not in _NO_FOLDER:
                    folders.append(path)
            elif path.suffix.lower() in SUFFIXES and not _NO_DRAFT.match(entry.name):
                yield path
        stack += reversed(folders)


def _git_rules(folder: Path) -> list[GitRules]:
    """Return the .gitignore rules of a folder and of those above it, up to the root of its repository."""
    above = [folder.resolve(), *folder.resolve().parents]
    root = next((i for i, path in enumerate(above) if (path / ".git").exists()), 0)
    return [rules for path in reversed(above[: root + 1]) for rules in _rules_of(path)]


def _rules_of(folder: Path) -> list[GitRules]:
    file = folder / ".gitignore"
    if not file.is_file():
        return []
    from pathspec import GitIgnoreSpec  # most runs name files

    lines = file.read_text(encoding="utf-8", errors="replace").splitlines()
    return [(folder.resolve(), GitIgnoreSpec.from_lines(lines))]


def _is_ignored(path: Path, is_folder: bool, rules: list[GitRules]) -> bool:
    ignored = False
    full = path.absolute()
    for folder, spec in rules:
        if full.is_relative_to(folder):
            name = full.relative_to(folder).as_posix() + ("/" if is_folder else "")
            verdict = spec.check_file(name).include
            ignored = ignored if verdict is None else verdict
    return ignored
