"""`reviewlint baseline`."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reviewlint.baseline import FILE_NAME, Compared, Entry, compare, entries_of, read_baseline, write_baseline
from reviewlint.checking.draft import Choice, rules_for
from reviewlint.cli import print_error
from reviewlint.cli.cache import cache_for
from reviewlint.cli.known import configured_baseline
from reviewlint.cli.progress import say, with_progress
from reviewlint.cli.terminal import put
from reviewlint.drafts.find import find_drafts
from reviewlint.errors import ReviewlintError

if TYPE_CHECKING:
    from reviewlint.result import FileReport

_file = click.option(
    "--baseline",
    "file",
    type=click.Path(path_type=Path, dir_okay=False),
    callback=lambda ctx, param, file: file or configured_baseline(Path()) or Path(FILE_NAME),
    help=f"The file of known findings.  [default: `baseline` of the configuration, or {FILE_NAME}]",
)
_paths = click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATHS]...")


@click.group(name="baseline")
def command() -> None:
    """Keep a file of known findings, so that `check --baseline FILE` reports only new ones."""


@command.command()
@_paths
@_file
def write(paths: tuple[Path, ...], file: Path) -> None:
    """Write all findings in PATHS into a new file. Without PATHS, this folder."""
    if file.exists():
        hint = "Run `reviewlint baseline update` to bring it up to date."
        raise ReviewlintError("This baseline already exists, so nothing was written.", path=file, hint=hint)
    entries = [entry for report in _check(paths) for entry in entries_of(report, file.parent)]
    write_baseline(file, entries)
    put(f"Wrote {file} with {_counted(len(set(entries)))}.")


@command.command()
@_paths
@_file
def update(paths: tuple[Path, ...], file: Path) -> None:
    """Add new findings in PATHS, and remove those that are gone.

    Without PATHS, this folder. Entries of other drafts stay.
    """
    known, compared = _compare(paths, file)
    new = {entry for report in compared.reports for entry in entries_of(report, file.parent)}
    write_baseline(file, (known - compared.met - compared.stale) | compared.renewed | new)
    put(f"{file}: {len(new):,} added, {len(compared.stale):,} removed.")


@command.command()
@_paths
@_file
def prune(paths: tuple[Path, ...], file: Path) -> None:
    """Remove findings that are gone from PATHS, and add none. Without PATHS, this folder."""
    known, compared = _compare(paths, file)
    write_baseline(file, (known - compared.met - compared.stale) | compared.renewed)
    put(f"{file}: {len(compared.stale):,} removed, {len(known) - len(compared.stale):,} left.")


@command.command()
@_file
def show(file: Path) -> None:
    """Count the entries by rule and by draft."""
    entries = read_baseline(file)
    put(f"{file}: {_counted(len(entries))}.")
    for title, counts in (
        ("rule", Counter(entry.rule for entry in entries)),
        ("draft", Counter(entry.path for entry in entries)),
    ):
        put(f"\nBy {title}:" if counts else "", end=bool(counts))
        for name, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
            put(f"{count:7,}  {name}")


def _compare(paths: tuple[Path, ...], file: Path) -> tuple[frozenset[Entry], Compared]:
    known = read_baseline(file)  # before the long work
    return known, compare(_check(paths), known, file.parent, lambda path: rules_for(path, Choice()))


def _check(paths: tuple[Path, ...]) -> list[FileReport]:
    """Return what is found in the paths; raise ReviewlintError if something could not be checked, for it would count
    as mended."""
    from reviewlint.checking.pool import check_all

    drafts, errors = find_drafts(paths or (Path(),))
    with cache_for(True) as store:
        outcomes = list(with_progress(check_all(drafts, Choice(), None, store, say), len(drafts)))
    errors += [error for outcome in outcomes for error in outcome.errors]
    for error in errors:
        print_error(error)
    if errors:
        raise ReviewlintError("The baseline was not changed.", hint="Fix the errors above first.")
    return [outcome.report for outcome in outcomes if outcome.report]


def _counted(number: int) -> str:
    return f"{number:,} finding{'s' * (number != 1)}"
