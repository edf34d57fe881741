"""`reviewlint check`."""

from __future__ import annotations

import contextlib
import io
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TextIO

import click

from reviewlint.cli import print_error
from reviewlint.cli.terminal import terminal
from reviewlint.config import find_config, joined
from reviewlint.discovery import find_drafts
from reviewlint.document import Source
from reviewlint.errors import ReviewlintError
from reviewlint.finding import Safety, Severity
from reviewlint.fix import diff_of, write_atomically
from reviewlint.report import FORMATS, Report, write_report
from reviewlint.run import Choice, Outcome, check_source, rules_by_name

STDIN = "-"
_SEVERITIES = [severity.value for severity in Severity]


@click.command(name="check")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, allow_dash=True), metavar="[PATHS | -]...")
@click.option("--stdin-filename", type=click.Path(path_type=Path), help="The path that standard input stands for.")
@click.option("--select", multiple=True, metavar="RULES", help="Check these rules or groups only.")
@click.option("--ignore", multiple=True, metavar="RULES", help="Leave these rules or groups out.")
@click.option("--fail-on", type=click.Choice(_SEVERITIES), help="The least severity for exit status 1.")
@click.option("--exit-zero", is_flag=True, help="Exit with 0 even if there are findings.")
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="text", help="How to report.")
@click.option("--output", type=click.Path(path_type=Path, dir_okay=False), help="Write the report to a file.")
@click.option("--fix", is_flag=True, help="Apply the safe fixes.")
@click.option("--unsafe-fixes", is_flag=True, help="Apply the unsafe fixes too.")
@click.option("--diff", is_flag=True, help="Show what the fixes would change, and change nothing.")
@click.option("--statistics", is_flag=True, help="Count findings by rule.")
@click.option("--jobs", type=click.IntRange(1), help="Processes to use. [default: one a core for many drafts]")
def command(
    paths: tuple[Path, ...],
    stdin_filename: Path | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str | None,
    exit_zero: bool,
    form: str,
    output: Path | None,
    fix: bool,
    unsafe_fixes: bool,
    diff: bool,
    statistics: bool,
    jobs: int | None,
) -> int:
    """Check drafts: files, folders, or - for standard input. Without PATHS, this folder."""
    fixes = (Safety.SAFE, Safety.UNSAFE) if unsafe_fixes else (Safety.SAFE,) if fix or diff else ()
    choice = Choice(
        tuple(joined(select)) or None,
        tuple(joined(ignore)),
        fixes,
        write=(fix or unsafe_fixes) and not diff,
        measured=form == "text" and not statistics,
    )
    if Path(STDIN) in paths:
        return _standard_input(stdin_filename or Path("stdin.md"), choice, diff, form, output, fail_on, exit_zero)
    drafts, missing = find_drafts(paths or (Path(),))
    if not drafts and not missing:
        click.echo("There is no draft here: no .md, .txt or .html file that is not left out.", err=True)
    outcomes = list(_outcomes(drafts, choice, jobs))
    if diff:
        return _show_diffs(outcomes, missing)
    report = _report(outcomes, missing, output)
    _print(report, "statistics" if statistics else form, output)
    return _status(report, fail_on, exit_zero)


def _outcomes(drafts: Sequence[Path], choice: Choice, jobs: int | None) -> Iterator[Outcome]:
    """Yield what came of each draft, in order; many drafts are spread over processes."""
    from reviewlint.parallel import check_all

    yield from check_all(drafts, choice, jobs)


def _standard_input(
    path: Path, choice: Choice, diff: bool, form: str, output: Path | None, fail_on: str | None, exit_zero: bool
) -> int:
    source = Source.from_bytes(str(path), sys.stdin.buffer.read())
    outcome = check_source(source, choice)
    if diff:
        return _show_diffs([outcome], [])
    if choice.write and outcome.fixed is not None:
        sys.stdout.buffer.write(source.to_bytes(outcome.fixed))
        sys.stdout.flush()
        return 2 if outcome.errors else 0
    report = _report([outcome], [], output)
    _print(report, form, output)
    return _status(report, fail_on, exit_zero)


def _report(outcomes: Sequence[Outcome], missing: Sequence[ReviewlintError], output: Path | None) -> Report:
    files = tuple(outcome.report for outcome in outcomes if outcome.report)
    errors = (*missing, *(error for outcome in outcomes for error in outcome.errors))
    style, width = terminal(sys.stdout)
    return Report(files, errors, rules_by_name(), style.on and output is None, width)


def _print(report: Report, form: str, output: Path | None) -> None:
    if output is None:
        _write(report, form, sys.stdout)
        sys.stdout.flush()
    else:
        text = io.StringIO()
        _write(report, form, text)
        write_atomically(output, text.getvalue().encode())
    for error in report.errors:
        print_error(error)


def _write(report: Report, form: str, out: TextIO) -> None:
    if form == "statistics":
        from reviewlint.report.statistics import write

        write(report, out)
    else:
        write_report(form, report, out)


def _show_diffs(outcomes: Sequence[Outcome], missing: Sequence[ReviewlintError]) -> int:
    changed = False
    for outcome in outcomes:
        if outcome.report and outcome.fixed is not None:
            text = diff_of(outcome.report.path, outcome.report.source.text, outcome.fixed)
            changed = changed or bool(text)
            click.echo(text, nl=False)
    errors = [*missing, *(error for outcome in outcomes for error in outcome.errors)]
    for error in errors:
        print_error(error)
    return 2 if errors else int(changed)


def _status(report: Report, fail_on: str | None, exit_zero: bool) -> int:
    """Return 2 if the tool failed somewhere, 1 if a draft has a finding that is grave enough for it, else 0."""
    if report.errors:
        return 2
    if exit_zero:
        return 0
    for file in report.files:
        least = Severity(fail_on or _least(Path(file.path)))
        if any(finding.severity.rank >= least.rank for finding in file.findings):
            return 1
    return 0


def _least(path: Path) -> str:
    with contextlib.suppress(ReviewlintError):
        return str(find_config(path.parent).for_file(path)["fail-on"])
    return Severity.WARNING.value
