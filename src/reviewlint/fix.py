"""Applies fixes: in memory, and to files without ever losing text."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Callable, Iterable, Sequence
from difflib import unified_diff
from pathlib import Path

from reviewlint.errors import ReviewlintError
from reviewlint.finding import Finding, Safety

ROUNDS = 10  # a fix may make room for another; more rounds than this mean that two rules disagree


def apply_fixes(text: str, findings: Iterable[Finding], safeties: Sequence[Safety]) -> tuple[str, int]:
    """Return a text with the fixes of the given safeties applied, and how many were.

    A fix whose edits touch those of an earlier one waits for another round.
    """
    applied = 0
    taken: list[tuple[int, int, str]] = []
    for finding in findings:
        if finding.fix is None or finding.fix.safety not in safeties:
            continue
        edits = [(edit.span.start, edit.span.end, edit.text) for edit in finding.fix.edits]
        if any(start <= end_ and start_ <= end for start, end, _ in edits for start_, end_, _ in taken):
            continue
        taken += edits
        applied += 1
    for start, end, new in sorted(taken, reverse=True):
        text = text[:start] + new + text[end:]
    return text, applied


def fix_until_stable(
    text: str, check: Callable[[str], Sequence[Finding]], safeties: Sequence[Safety]
) -> tuple[str, int]:
    """Return a text with fixes applied until none is left, and how many there were in all."""
    total = 0
    for _ in range(ROUNDS):
        text, applied = apply_fixes(text, check(text), safeties)
        if not applied:
            break
        total += applied
    return text, total


def diff_of(path: str, old: str, new: str) -> str:
    """Return a unified diff from one text of a file to another; empty if they are equal."""
    lines = unified_diff(old.splitlines(keepends=True), new.splitlines(keepends=True), path, path)
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def write_atomically(path: Path, data: bytes) -> None:
    """Put `data` in place of a file's content: all of it or nothing. The mode stays; a link is followed.

    Raise ReviewlintError where the folder cannot be written.
    """
    target = path.resolve()
    part = None
    try:
        mode = target.stat().st_mode if target.exists() else None
        handle, part = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        with os.fdopen(handle, "wb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
        umask = os.umask(0)
        os.umask(umask)
        Path(part).chmod(0o666 & ~umask if mode is None else mode & 0o7777)
        Path(part).replace(target)
    except OSError as error:
        raise ReviewlintError(f"This file cannot be written: {error.strerror}.", path=path) from error
    finally:
        if part is not None:
            with contextlib.suppress(FileNotFoundError):
                Path(part).unlink()
