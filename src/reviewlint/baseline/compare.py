"""Holds findings against a baseline."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from reviewlint.baseline.file import Entry
from reviewlint.config.files import absolute
from reviewlint.reach import exists
from reviewlint.result import FileReport

_MOST = 60  # characters of the marked words in an entry


@dataclass(frozen=True, slots=True)
class Compared:
    """Reports without what is known, the entries that were met (as they should read now) and those that were not.

    An entry that no check could meet, because its draft was not checked or its rule did not run, is in neither.
    """

    reports: tuple[FileReport, ...]
    met: frozenset[Entry]
    stale: frozenset[Entry]
    renewed: frozenset[Entry]

    @property
    def hidden(self) -> int:
        """Return the number of findings that are known."""
        return len(self.renewed)


def entries_of(report: FileReport, folder: Path) -> list[Entry]:
    """Return an entry for each finding of a report, in order, with paths seen from `folder`."""
    path = seen_from(folder, Path(report.path))
    return [
        Entry(path, finding.rule, name, _excerpt(report.source.text[finding.span.start : finding.span.end]))
        for finding, name in zip(report.findings, report.fingerprints, strict=True)
    ]


def seen_from(folder: Path, path: Path) -> str:
    """Return a path relative to a folder, with slashes."""
    return os.path.relpath(absolute(path), absolute(folder)).replace(os.sep, "/")


def compare(
    reports: Sequence[FileReport], known: Iterable[Entry], folder: Path, rules_for: Callable[[Path], frozenset[str]]
) -> Compared:
    """Hold reports against the entries of a baseline that stands in `folder`.

    A finding is known if its draft has an entry with its fingerprint; else if another draft had it and has lost it,
    by being checked or by being gone: so text that moves keeps its entry. `rules_for` says which rules ran on a draft.
    """
    entries = {(entry.path, entry.fingerprint): entry for entry in known}
    now = [entries_of(report, folder) for report in reports]
    met = {key: entry for found in now for entry in found if (key := (entry.path, entry.fingerprint)) in entries}
    left = {key: entry for key, entry in entries.items() if key not in met}
    checked = {seen_from(folder, Path(report.path)): report for report in reports}
    free = {key: entry for key, entry in left.items() if _is_free(entry, checked, folder, rules_for)}
    homeless: dict[str, list[Entry]] = defaultdict(list)
    for _, entry in sorted(free.items(), reverse=True):
        homeless[entry.fingerprint].append(entry)
    moved: set[Entry] = set()
    kept = []
    for report, found in zip(reports, now, strict=True):
        new = []
        for at, entry in enumerate(found):
            if (entry.path, entry.fingerprint) in met:
                continue
            if homeless[entry.fingerprint]:
                origin = homeless[entry.fingerprint].pop()
                moved.add(origin)
                met[entry.path, entry.fingerprint] = entry
            else:
                new.append(at)
        kept.append(_only(report, new))
    was_met = {entries[key] for key in met if key in entries} | moved
    return Compared(tuple(kept), frozenset(was_met), frozenset(free.values()) - moved, frozenset(met.values()))


def _is_free(
    entry: Entry, checked: dict[str, FileReport], folder: Path, rules_for: Callable[[Path], frozenset[str]]
) -> bool:
    """Tell whether the draft of an entry is known to have the finding no more."""
    report = checked.get(entry.path)
    if report is None:
        return not exists(folder / entry.path)
    return entry.rule in rules_for(Path(report.path))


def _only(report: FileReport, places: Sequence[int]) -> FileReport:
    if len(places) == len(report.findings):
        return report
    findings = tuple(report.findings[at] for at in places)
    return replace(report, findings=findings, fingerprints=tuple(report.fingerprints[at] for at in places))


def _excerpt(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _MOST else words[: _MOST - 1] + "…"
