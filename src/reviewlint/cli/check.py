"""`reviewlint check`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import click

from reviewlint.checking.draft import MAX_BYTES, Choice, check_bytes
from reviewlint.checking.engine import engine_for
from reviewlint.cli.cache import cache_for
from reviewlint.cli.known import Known, read_known, without_known
from reviewlint.cli.options import split
from reviewlint.cli.output import Output, check_writable, show
from reviewlint.cli.progress import say, with_progress
from reviewlint.cli.scope import Scope, find_all, find_changed, less_excluded, sifted
from reviewlint.config.files import Layer
from reviewlint.drafts.find import Since, Text
from reviewlint.finding import Safety, Severity
from reviewlint.report import FORMATS, STATISTICS, Earlier

_STDIN = "-"
_SEVERITIES = [severity.value for severity in Severity]


class _Work(NamedTuple):
    """How the work is done.

    `jobs` is the number of processes, None for as many as it is worth. `cached` says whether to use the cache,
    `excluding` whether a draft that is named may be left out.
    """

    jobs: int | None
    cached: bool
    excluding: bool


@click.command(name="check")
@click.argument("paths", nargs=-1, type=click.Path(), metavar="[PATHS | -]...")
@click.option("--stdin-filename", type=click.Path(), metavar="FILE", help="The path that standard input stands for.")
@click.option("--select", multiple=True, callback=split, metavar="RULES", help="Check these rules or groups only.")
@click.option("--ignore", multiple=True, callback=split, metavar="RULES", help="Leave these rules or groups out.")
@click.option("--no-reader", is_flag=True, help="Leave out the reader, the model that looks for garbled prose.")
@click.option("--no-engine", is_flag=True, help="Leave out LanguageTool and all other engines of grammar.")
@click.option("--fail-on", type=click.Choice(_SEVERITIES), help="The least severity for exit status 1.")
@click.option("--exit-zero", is_flag=True, help="Exit with 0 even if there are findings.")
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="text", help="How to report.")
@click.option("--output", type=click.Path(path_type=Path, dir_okay=False), help="Write the report to a file.")
@click.option(
    "--earlier",
    multiple=True,
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="With --format html: a JSON report of before, to show the trend. Give more, the oldest first.",
)
@click.option("--fix", is_flag=True, help="Apply the safe fixes.")
@click.option("--unsafe-fixes", is_flag=True, help="With --fix or --diff: the unsafe fixes too. Read what they did.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing.")
@click.option("--force-exclude", is_flag=True, help="Leave out what a folder is checked without, even if named.")
@click.option("--diff-base", metavar="REF", help="Report only what lines added since this commit, or A..B, brought.")
@click.option("--staged", is_flag=True, help="Check what is staged, and report only what its lines brought.")
@click.option(
    "--baseline", type=click.Path(path_type=Path, dir_okay=False), help="Leave out the known findings in this file."
)
@click.option("--strict-baseline", is_flag=True, help="Exit with 1 if the baseline names findings that are gone.")
@click.option("--statistics", is_flag=True, help="Count the findings by rule.")
@click.option("--watch", "watching", is_flag=True, help="Check again whenever something changes.")
@click.option("--no-cache", is_flag=True, help="Check all drafts anew, and keep no findings.")
@click.option(
    "--timeout",
    type=click.FloatRange(0),
    default=Choice().timeout,
    metavar="SECONDS",
    help="Give a draft up after so many seconds, and go on with the others; 0 sets no limit.  [default: 60]",
)
@click.option("--jobs", type=click.IntRange(1), help="Processes to use.  [default: as many as the work is worth]")
def command(
    paths: tuple[str, ...],
    stdin_filename: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    no_reader: bool,
    no_engine: bool,
    fail_on: str | None,
    exit_zero: bool,
    form: str,
    output: Path | None,
    earlier: tuple[Path, ...],
    fix: bool,
    unsafe_fixes: bool,
    diff: bool,
    force_exclude: bool,
    diff_base: str | None,
    staged: bool,
    baseline: Path | None,
    strict_baseline: bool,
    statistics: bool,
    watching: bool,
    no_cache: bool,
    timeout: float,
    jobs: int | None,
) -> int:
    """Check drafts: files, folders, or - for standard input. Without PATHS, this folder."""
    _refuse_contradictions(click.get_current_context())
    if watching:
        return _watch(paths or (".",))
    choice = Choice(
        _settings(select, ignore, fail_on, reader=not no_reader, engine=not no_engine),
        (Safety.SAFE, Safety.UNSAFE) if unsafe_fixes else (Safety.SAFE,) if fix or diff else (),
        write=fix and not diff,
        measured=form == "text" and not statistics and not diff,
        timeout=timeout,
    )
    to = Output(STATISTICS if statistics else FORMATS[form], output, diff, exit_zero, _prepared(form, earlier))
    if output is not None:
        check_writable(output)
    if _STDIN in paths or stdin_filename is not None:
        return _standard_input(stdin_filename or _STDIN, choice, to, excluding=force_exclude)
    since = Since(diff_base or "HEAD", staged) if diff_base or staged else None
    known = Known(baseline, strict_baseline) if baseline is not None else None
    return _files(paths or (".",), since, known, choice, to, _Work(jobs, cached=not no_cache, excluding=force_exclude))


def _prepared(form: str, earlier: tuple[Path, ...]) -> tuple[Earlier, ...]:
    """Return the earlier reports for the page, or fail before the long work."""
    if form != "html":
        return ()
    from reviewlint.report.html import prepare  # only where it is asked for

    return prepare(earlier)


def _watch(paths: Sequence[str]) -> int:
    from reviewlint.cli.watch import watch  # seldom used

    return watch(paths, [word for word in sys.argv[1:] if word != "--watch"])


def _refuse_contradictions(ctx: click.Context) -> None:
    """Raise click.UsageError for options that do not go together."""
    given = ctx.params
    paths, report = given["paths"], given["statistics"] or given["form"] != "text"
    since = given["diff_base"] is not None or given["staged"]
    piped = _STDIN in paths or given["stdin_filename"] is not None
    for wrong, message in (
        (given["unsafe_fixes"] and not (given["fix"] or given["diff"]), "--unsafe-fixes needs --fix or --diff."),
        (
            given["statistics"] and given["form"] != "text",
            "--statistics is for --format text; JSON has it all to count.",
        ),
        (
            since and (given["fix"] or given["diff"]),
            "Fixes are for whole drafts: --fix and --diff do without --diff-base.",
        ),
        (since and piped, "Standard input has no history: --diff-base and --staged are for files."),
        (given["earlier"] and given["form"] != "html", "--earlier is for --format html."),
        (given["diff"] and report, "--diff prints a diff, and nothing else."),
        (piped and given["watching"], "Standard input cannot be watched."),
        (given["strict_baseline"] and given["baseline"] is None, "--strict-baseline needs --baseline."),
        (piped and given["baseline"] is not None, "--baseline is for files, not for standard input."),
        (piped and paths not in ((), (_STDIN,)), "Standard input is checked alone: give “-” and no other path."),
        ("" in paths, "A path is empty. Is a variable not set?"),
        (given["diff_base"] == "", "The commit for --diff-base is empty. Is a variable not set?"),
    ):
        if wrong:
            raise click.UsageError(message, ctx)


def _settings(
    select: tuple[str, ...], ignore: tuple[str, ...], fail_on: str | None, *, reader: bool, engine: bool
) -> Layer:
    """Return what the command line says over the configuration."""
    values: dict[str, object] = {}
    if ignore:
        values["ignore"] = ignore
    if select:
        values["select"] = select
    if fail_on:
        values["fail-on"] = fail_on
    if not reader:
        values["reader"] = "off"
    if not engine:
        values["grammar"] = {"engine": "off"}
    return Layer(values, option="the command line")


def _files(
    paths: Sequence[str], since: Since | None, known: Known | None, choice: Choice, to: Output, work: _Work
) -> int:
    from reviewlint.checking.pool import check_all

    entries = read_known(known) if known is not None else frozenset()  # before the long work
    found = find_changed(paths, since) if since is not None else find_all(paths)
    if work.excluding:
        found = less_excluded(found)
    drafts = found.drafts
    choice = replace(choice, measured_always=choice.measured and len(drafts) == 1 and not since)
    if len(drafts) == 1 and to.is_seen_at_once and known is None and since is None and not choice.fixes:
        choice = replace(choice, early=to.tell)  # nothing is taken out of these findings later
    with cache_for(work.cached) as store:
        outcomes = list(with_progress(check_all(drafts, choice, work.jobs, store, say), len(drafts)))
    stale = False
    if known is not None:
        outcomes, stale = without_known(outcomes, entries, known, choice)
    status = show([sifted(outcome, found.keep) for outcome in outcomes], found.errors, to)
    return status or int(stale and not to.exit_zero)


def _standard_input(path: str, choice: Choice, to: Output, *, excluding: bool) -> int:
    """Check standard input. With --fix the fixed text goes to standard output, and the report elsewhere."""
    data = sys.stdin.buffer.read(MAX_BYTES + 1)
    if excluding and path != _STDIN and not less_excluded(Scope([Path(path)], ())).drafts:
        if choice.write:
            sys.stdout.buffer.write(data)
            sys.stdout.flush()
        return show([], [], to, aside=choice.write)
    with engine_for([Text(Path(path), data)], choice, say) as choice:
        outcome = check_bytes(path, data, replace(choice, measured_always=choice.measured))
    if choice.write:
        sys.stdout.buffer.write(data if outcome.fixed is None else outcome.fixed)
        sys.stdout.flush()
    return show([outcome], [], to, aside=choice.write)
