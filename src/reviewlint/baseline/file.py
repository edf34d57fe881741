"""The file of known findings: a line for the format, then one line a finding, sorted, so that git can merge it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from reviewlint.errors import ReviewlintError
from reviewlint.fix import write_atomically
from reviewlint.reach import MOST_REPORT, read_bytes

FILE_NAME = "reviewlint-baseline.jsonl"
_FORMAT = "reviewlint-baseline"
_VERSION = 1
_HEADER = json.dumps({_FORMAT: _VERSION})


class Entry(NamedTuple):
    """A known finding.

    `path` is the draft's, seen from the folder of the baseline, with slashes. `fingerprint` says which sentence, and
    the how many-eth of its kind. `text` is the beginning of the marked words, for people.
    """

    path: str
    rule: str
    fingerprint: str
    text: str = ""


def read_baseline(path: Path) -> frozenset[Entry]:
    """Return the entries of a baseline; raise ReviewlintError if it is missing, newer than this reader, or broken."""
    try:
        # Names may be any bytes; and a line ends with a line feed alone.
        data = read_bytes(path, MOST_REPORT, ordinary=False)
        lines = data.decode("utf-8", errors="surrogateescape").replace("\r\n", "\n").split("\n")
    except FileNotFoundError:
        hint = "`reviewlint baseline write` makes it."
        raise ReviewlintError("There is no such baseline.", path=path, hint=hint) from None
    except OSError as error:
        raise ReviewlintError(f"The baseline cannot be read: {error.strerror or error}.", path=path) from None
    _check_header(path, lines[0])
    return frozenset(_entry(path, number, line) for number, line in enumerate(lines, 1) if _is_entry(line))


def write_baseline(path: Path, entries: Iterable[Entry]) -> None:
    """Write a baseline in one step; raise ReviewlintError if that cannot be."""
    lines = [json.dumps(entry._asdict(), ensure_ascii=False) for entry in sorted(set(entries))]
    try:
        data = "\n".join([_HEADER, *lines, ""]).encode(errors="surrogateescape")
        write_atomically(path, data)
    except OSError as error:
        raise ReviewlintError(f"The baseline cannot be written: {error.strerror or error}.", path=path) from None


def _is_entry(line: str) -> bool:
    return bool(line.strip()) and f'"{_FORMAT}"' not in line[:30]


def _check_header(path: Path, line: str) -> None:
    head = _object(line)
    version = head.get(_FORMAT)
    if isinstance(version, int) and version > _VERSION:
        message = f"This baseline is of format {version}, of a newer reviewlint; this one reads format {_VERSION}."
        raise ReviewlintError(message, path=path, hint="Upgrade reviewlint, or write the baseline again.")
    if version != _VERSION and not set(Entry._fields) <= head.keys():  # a merge may have moved the first line
        raise _broken(path, 1, "This is not a baseline", line)


def _entry(path: Path, number: int, line: str) -> Entry:
    values = [_object(line).get(name) for name in Entry._fields]
    if not all(isinstance(value, str) for value in values):
        raise _broken(path, number, "This line is not an entry of a baseline", line)
    return Entry(*map(str, values))


def _broken(path: Path, number: int, what: str, line: str) -> ReviewlintError:
    conflict = line.startswith(("<<<<<<<", "=======", ">>>>>>>", "|||||||"))
    hint = (
        "Keep the lines of both sides, and delete the marks." if conflict else "`reviewlint baseline write` makes one."
    )
    message = "A merge left a conflict here." if conflict else f"{what}."
    return ReviewlintError(message, path=path, line=number, hint=hint)


def _object(line: str) -> dict[str, Any]:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}
