"""Applies fixes: in memory, and to files without ever losing text."""

from __future__ import annotations

import contextlib
import os
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from itertools import count, pairwise
from pathlib import Path
from typing import NamedTuple

from reviewlint.errors import ReviewlintError
from reviewlint.finding import Edit, Finding, Safety

ROUNDS = 10  # a fix may make room for another; more rounds than this mean that two rules disagree


class Fixed(NamedTuple):
    """A text with its fixes applied, the findings that were fixed, and whether no fix was left at the end.

    `texts` has for each of these findings the text that its offsets are of: a later round sees another text than the
    first. `unsettled` are the findings whose fixes never came to an end.
    """

    text: str
    mended: tuple[Finding, ...]
    unsettled: tuple[Finding, ...] = ()
    texts: tuple[str, ...] = ()


def apply_fixes(text: str, findings: Iterable[Finding], safeties: Sequence[Safety]) -> tuple[str, list[Finding]]:
    """Return a text with the fixes of the given safeties applied, and the findings that are mended by it.

    A fix is applied whole or not at all. One whose edits touch those of an earlier one waits for another round.
    Line breaks that a fix puts in are those of the text.
    """
    mended: list[Finding] = []
    taken: list[Edit] = []  # in order, and none touches another
    for finding in findings:
        if finding.fix is None or finding.fix.safety not in safeties:
            continue
        edits = sorted(finding.fix.edits, key=lambda edit: edit.span)
        places = [bisect_left(taken, edit.span.start, key=lambda other: other.span.end) for edit in edits]
        after = [taken[at].span.start if at < len(taken) else len(text) + 1 for at in places]
        free = all(edit.span.end < start for edit, start in zip(edits, after, strict=True))
        if not free or any(one.span.end >= other.span.start for one, other in pairwise(edits)):
            continue
        for shift, (edit, at) in enumerate(zip(edits, places, strict=True)):
            taken.insert(at + shift, edit)
        mended.append(finding)
    newline = "\r\n" if "\r\n" in text else "\n"
    parts = []
    end = 0
    for edit in taken:
        new = edit.text if newline == "\n" else edit.text.replace("\r\n", "\n").replace("\n", newline)
        parts += [text[end : edit.span.start], new]
        end = edit.span.end
    return "".join([*parts, text[end:]]), mended


def fix_until_stable(
    text: str,
    check: Callable[[str], Sequence[Finding]],
    safeties: Sequence[Safety],
    harmless: Callable[[str, Sequence[Finding]], Sequence[Finding]] = lambda text, findings: findings,
) -> Fixed:
    """Return a text with fixes applied, round by round, until `check` offers none that is harmless.

    Ends after ROUNDS rounds, or when a text comes back that was there before: then two rules undo each other.
    """
    mended: list[Finding] = []
    texts: list[str] = []
    seen = {text}
    for _ in range(ROUNDS):
        before = text
        text, found = apply_fixes(before, harmless(before, check(before)), safeties)
        if not found:
            return Fixed(text, tuple(mended), texts=tuple(texts))
        mended += found
        texts += [before] * len(found)
        if text in seen:
            break
        seen.add(text)
    left = apply_fixes(text, harmless(text, check(text)), safeties)[1]
    return Fixed(text, tuple(mended), tuple(left), tuple(texts))


def diff_of(path: str, old: str, new: str) -> str:
    """Return a unified diff from one text of a file to another, as `patch` reads it; empty if they are equal."""
    from difflib import unified_diff

    lines = unified_diff(_lines(old), _lines(new), path, path)
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def _lines(text: str) -> list[str]:
    """Return the lines of a text with their ends; `str.splitlines` also splits at what is no line end to `patch`."""
    lines = text.split("\n")
    return [f"{line}\n" for line in lines[:-1]] + ([lines[-1]] if lines[-1] else [])


def keep_copy(path: Path, data: bytes) -> Path:
    """Write what a file held beside it, as `<name>.bak`, and return where; an earlier copy stays, and gets company.

    Raise ReviewlintError where that cannot be done.
    """
    names = (f"{path.name}.bak{f'.{number}' if number > 1 else ''}" for number in count(1))
    copy = next(kept for name in names if not os.path.lexists(kept := path.with_name(name)))
    write_atomically(copy, data)
    return copy


def write_atomically(path: Path, data: bytes) -> None:
    """Put `data` in place of a file's content: all of it or nothing. Mode and owner stay; a link is followed.

    What is no regular file (a terminal, a pipe) is written to. Raise ReviewlintError where that cannot be done.
    """
    try:
        target = path.resolve()
        before = target.stat() if target.exists() else None
        if before is not None and not target.is_file():
            target.write_bytes(data)
        elif before is not None and not os.access(target, os.W_OK):
            raise PermissionError(0, "it is read-only")
        else:
            _replace(target, data, before)
    except (OSError, RuntimeError) as error:  # a loop of links is a RuntimeError before Python 3.13
        reason = getattr(error, "strerror", None) or str(error)
        raise ReviewlintError(f"This file cannot be written: {reason}.", path=path) from error


def _replace(target: Path, data: bytes, before: os.stat_result | None) -> None:
    # Its name is new each time and short: process numbers recur in containers, and long names leave no room.
    part = target.with_name(f".reviewlint-{os.urandom(8).hex()}.part")
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
        if before is not None:
            if hasattr(os, "chown"):
                with contextlib.suppress(OSError):  # only the owner, or root, may give a file away
                    os.chown(part, before.st_uid, before.st_gid)
            part.chmod(before.st_mode & 0o7777)
        part.replace(target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
