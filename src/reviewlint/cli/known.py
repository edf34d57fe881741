"""The known findings that `reviewlint check --baseline` leaves out."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reviewlint.checking.draft import Choice, Outcome, rules_for
from reviewlint.cli.terminal import put
from reviewlint.config.files import Layer, deciding, find_config, shown
from reviewlint.errors import ReviewlintError

if TYPE_CHECKING:
    from reviewlint.baseline import Entry

_MOST_SHOWN = 10


class Known(NamedTuple):
    """The file of known findings; `strict` says that an entry without its finding is a fault."""

    file: Path
    strict: bool


def known_of(file: Path | None, paths: Sequence[str], *, strict: bool) -> Known | None:
    """Return the file of known findings that an option names, or else the configuration of the paths; None for none.

    Raise ReviewlintError where `strict` has nothing to be strict about.
    """
    folder = next((path if path.is_dir() else path.parent for path in map(Path, paths)), Path())
    if file is None:
        with suppress(ReviewlintError):  # said of each draft
            file = configured_baseline(folder)
    if file is None and strict:
        raise ReviewlintError("--strict-baseline needs --baseline.", hint="Or name the file in the configuration.")
    return None if file is None else Known(file, strict)


def configured_baseline(folder: Path) -> Path | None:
    """Return the baseline that the configuration of a folder names; raise ReviewlintError where that is wrong."""
    layer = deciding((Layer({"baseline": None}), *find_config(folder).layers), "baseline")
    name = layer.values["baseline"]
    return None if name is None or layer.path is None else shown(layer.path.parent / name)


def read_known(known: Known) -> frozenset[Entry]:
    """Return the known findings; raise ReviewlintError if the file cannot be read as a baseline."""
    from reviewlint.baseline import read_baseline  # most runs have none

    return read_baseline(known.file)


def without_known(
    outcomes: Sequence[Outcome], entries: frozenset[Entry], known: Known, choice: Choice
) -> tuple[list[Outcome], bool]:
    """Return the outcomes without what is known, and whether entries without a finding are a fault; tell of them."""
    from reviewlint.baseline import compare

    reports = [outcome.report for outcome in outcomes if outcome.report]
    unsure = {outcome.report.path for outcome in outcomes if outcome.report and outcome.errors}

    def ran_on(path: Path) -> frozenset[str]:  # where something failed, nothing counts as gone
        return frozenset() if str(path) in unsure else rules_for(path, choice)

    compared = compare(reports, entries, known.file.parent, ran_on)
    if compared.hidden:
        put(f"{compared.hidden:,} known {_findings(compared.hidden)} left out by {known.file}.", err=True)
    if compared.stale:
        count = len(compared.stale)
        put(f"{known.file}: {count:,} {_findings(count)} no longer there:", err=True)
        for entry in sorted(compared.stale)[:_MOST_SHOWN]:
            put(f"  {entry.path}: {entry.rule}: {entry.text}", err=True)
        if count > _MOST_SHOWN:
            put(f"  and {count - _MOST_SHOWN:,} more", err=True)
        put(f"`reviewlint baseline prune --baseline {known.file}` takes them out.", err=True)
    kept = iter(compared.reports)
    left = [replace(outcome, report=next(kept)) if outcome.report else outcome for outcome in outcomes]
    return left, known.strict and bool(compared.stale)


def _findings(count: int) -> str:
    return "finding is" if count == 1 else "findings are"
