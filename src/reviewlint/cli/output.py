"""Puts what was found where it was asked for: the report or the diff, the errors, and the exit status."""

from __future__ import annotations

import io
import os
import stat
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO

from reviewlint.checking.draft import Outcome
from reviewlint.cli import close_quietly, print_error
from reviewlint.cli.terminal import put, terminal
from reviewlint.errors import ReviewlintError
from reviewlint.fix import diff_of, write_atomically
from reviewlint.report import FORMATS, STATISTICS, TEXT, Earlier, FileReport, Report, write_report
from reviewlint.report.guard import guarded, guarded_diff
from reviewlint.report.style import Style
from reviewlint.rules.registry import load_rules

_FOR_PEOPLE = (FORMATS["text"], FORMATS["concise"], FORMATS["markdown"], STATISTICS)


@dataclass(frozen=True, slots=True)
class Output:
    """Where the report goes and how: `module` writes it; `diff` says that a diff stands in its place.

    `quiet` leaves out all but findings and errors. `told` are the fingerprints of findings that were printed before it.
    """

    module: str
    file: Path | None
    diff: bool
    exit_zero: bool
    earlier: tuple[Earlier, ...] = ()
    quiet: bool = False
    told: set[str] = field(default_factory=set)

    @property
    def is_seen_at_once(self) -> bool:
        """Tell whether somebody reads the report as it is printed."""
        return self.module == TEXT and not self.diff and self.file is None and sys.stdout.isatty()

    def tell(self, file: FileReport) -> None:
        """Print findings before the report, which leaves them out then."""
        from reviewlint.report.text import write_findings  # only at a terminal

        style, width = terminal(sys.stdout)
        text = io.StringIO()
        write_findings(Report((file,), colour=style.on, width=width), text)
        _print(guarded(text.getvalue(), colour=style.on), None, sys.stdout)
        self.told.update(file.fingerprints)


def check_writable(path: Path) -> None:
    """Raise ReviewlintError at once, rather than at the end of a long run."""
    target = path if path.exists() else path.parent
    if not target.exists() or not os.access(target, os.W_OK):
        reason = "it is not writable" if target.exists() else f"there is no folder {path.parent}"
        raise ReviewlintError(f"The report cannot be written there: {reason}.", path=path)


def show(outcomes: Sequence[Outcome], errors: Iterable[ReviewlintError], to: Output, *, aside: bool = False) -> int:
    """Print what was found, to a file, standard output or (`aside`) standard error; return the exit status."""
    all_errors = {str(e): e for e in (*errors, *(error for outcome in outcomes for error in outcome.errors))}
    files = tuple(outcome.report for outcome in outcomes if outcome.report)
    stream = sys.stderr if aside else sys.stdout
    style, width = terminal(stream)
    rules = {rule.info.name: rule.info for rule in load_rules()} if files else {}
    notices = () if to.quiet else tuple(dict.fromkeys(notice for outcome in outcomes for notice in outcome.notices))
    colour = style.on and to.file is None
    told = frozenset(to.told)
    report = Report(files, tuple(all_errors.values()), rules, colour, width, to.earlier, notices, told, to.quiet)
    text = io.StringIO()
    status = report.status
    if to.diff:
        changed = _write_diffs(outcomes, text, quiet=to.quiet)
        status = 2 if report.errors else int(changed)
    else:
        write_report(to.module, report, text)
    _print(_safe(text.getvalue(), to, stream, Style(report.colour)), to.file, stream)
    if not to.is_seen_at_once:  # else they stand in the report
        for notice in notices:
            put(notice, err=True)
    for error in report.errors:
        print_error(error)
    return 0 if to.exit_zero and status == 1 else status


def _safe(text: str, to: Output, stream: TextIO, style: Style) -> str:
    """Return what may be printed: reports for people, and a diff where a terminal or a CI's log shows it.

    Into a file, or a program such as `patch`, a diff goes as it is. Reports for programs have escapes of their own.
    """
    if to.diff:
        if style.on:
            from reviewlint.report.word_diff import in_colour  # only where a person reads it

            return in_colour(text, style)
        logged = "CI" in os.environ and not is_regular(stream)
        return guarded_diff(text) if to.file is None and (logged or stream.isatty()) else text
    return guarded(text, colour=style.on) if to.module in _FOR_PEOPLE else text


def is_regular(stream: TextIO) -> bool:
    """Tell whether a stream goes into a file."""
    try:
        return stat.S_ISREG(os.fstat(stream.fileno()).st_mode)
    except (OSError, ValueError):  # no real stream
        return False


def _write_diffs(outcomes: Iterable[Outcome], out: TextIO, *, quiet: bool) -> bool:
    """Write the diffs of all drafts; tell whether there are any."""
    mended = changed = 0
    for outcome in outcomes:
        if outcome.before is not None and outcome.fixed_text is not None:
            old = outcome.before.as_written(outcome.before.text)
            text = diff_of(outcome.before.path, old, outcome.before.as_written(outcome.fixed_text))
            out.write(text)
            mended += outcome.mended
            changed += bool(text)
    if changed and not quiet:
        places, drafts = "place" if mended == 1 else "places", "draft" if changed == 1 else "drafts"
        put(f"--fix would change {mended} {places} in {changed} {drafts}.", err=True)
    return changed > 0


def _print(text: str, file: Path | None, stream: TextIO) -> None:
    """Print UTF-8, whatever the locale says; a name that cannot be printed is escaped."""
    data = text.encode("utf-8", errors="backslashreplace")
    if file is not None:
        write_atomically(file, data)
        return
    try:
        stream.flush()
        stream.buffer.write(data)
        stream.buffer.flush()
    except BrokenPipeError:
        close_quietly()
