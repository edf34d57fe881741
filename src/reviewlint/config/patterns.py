"""Patterns of .gitignore files."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from reviewlint.reach import MOST_GITIGNORE, read_bytes

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

_AT_ONCE = 500  # lines; RE2 has a bound for what it compiles together


@cache
def specs_of(lines: tuple[str, ...]) -> tuple[GitIgnoreSpec, ...]:
    """Return what some lines leave out, one after the other: the last that knows a path decides.

    A line that is no pattern leaves nothing out, as with git, which takes it without a word.
    """
    found: list[GitIgnoreSpec] = []
    for at in range(0, len(lines), _AT_ONCE):
        found += _compiled(lines[at : at + _AT_ONCE])
    return tuple(found)


def _compiled(lines: Sequence[str]) -> list[GitIgnoreSpec]:
    from pathspec import GitIgnoreSpec  # most runs name files

    try:
        return [GitIgnoreSpec.from_lines(lines)]
    except Exception:  # of pathspec's, of re and of RE2: each has a class of its own
        if len(lines) == 1:
            return []
        half = len(lines) // 2
        return [*_compiled(lines[:half]), *_compiled(lines[half:])]


def is_pattern(line: str) -> bool:
    """Tell whether a line is a pattern, a comment or empty."""
    return bool(_compiled([line]))


def names(lines: tuple[str, ...], path: str) -> bool:
    """Tell whether some lines name a path, written with slashes from their folder; a folder's ends in one."""
    verdict = verdict_on(specs_of(lines), path)
    return bool(verdict)


def verdict_on(specs: Sequence[GitIgnoreSpec], path: str) -> bool | None:
    """Return whether a path is left out (True), brought back (False), or not spoken of."""
    verdict: bool | None = None
    for spec in specs:
        said = spec.check_file(path).include
        verdict = verdict if said is None else said
    return verdict


def read_gitignore(folder: Path) -> tuple[GitIgnoreSpec, ...]:
    """Return what the .gitignore in a folder says. git follows no link there, and reads no device; nor do we."""
    path = folder / ".gitignore"
    try:
        if os.path.islink(path):  # noqa: PTH114
            return ()
        lines = read_bytes(path, MOST_GITIGNORE).decode("utf-8", errors="replace").splitlines()
    except OSError:
        return ()
    return specs_of(tuple(lines))
