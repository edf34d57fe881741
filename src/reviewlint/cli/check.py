"""`reviewlint check`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import click

from reviewlint.checking.draft import Choice, Choose, Outcome, check_bytes
from reviewlint.checking.engine import engine_for
from reviewlint.checking.opinion import adviser_for
from reviewlint.cli.cache import cache_for
from reviewlint.cli.contradictions import STDIN, refuse_contradictions
from reviewlint.cli.known import Known, known_of, read_known, without_known
from reviewlint.cli.options import FormatName, set_colour, split
from reviewlint.cli.output import Output, check_writable, show
from reviewlint.cli.progress import say, with_progress
from reviewlint.cli.scope import Scope, find_all, find_changed, less_excluded, only_first, sifted
from reviewlint.config.files import Layer
from reviewlint.document.formats import most_bytes
from reviewlint.drafts.find import Since, Text
from reviewlint.finding import Safety, Severity
from reviewlint.report import FORMATS, STATISTICS, Earlier, format_module

_FORMATS_HELP = f"Print the report as {', '.join(FORMATS)}."
_SEVERITIES = [severity.value for severity in Severity]


class _Work(NamedTuple):
    """How the work is done.

    `jobs` is the number of processes, None for as many as it is worth. `cached` says whether to use the cache,
    `excluding` whether a draft that is named may be left out. `copy` is where a reviewed Word document is put.
    """

    jobs: int | None
    cached: bool
    excluding: bool
    copy: Path | None = None


@click.command(name="check")
@click.argument("paths", nargs=-1, type=click.Path(), metavar="[PATHS | -]...")
@click.option("--stdin-filename", type=click.Path(), metavar="FILE", help="Treat standard input as this file.")
@click.option(
    "--select",
    multiple=True,
    callback=split,
    metavar="RULES",
    show_default="all",
    help="Check only these rules or groups.",
)
@click.option("--ignore", multiple=True, callback=split, metavar="RULES", help="Leave out these rules or groups.")
@click.option("--no-reader", is_flag=True, help="Turn off the reader, the model that finds garbled prose.")
@click.option("--no-model", is_flag=True, help="Turn off the language model that you configured.")
@click.option("--no-engine", is_flag=True, help="Turn off LanguageTool and all other engines.")
@click.option(
    "--fail-on", type=click.Choice(_SEVERITIES), show_default="warning", help="Exit with 1 from this severity on."
)
@click.option("--exit-zero", is_flag=True, help="Exit with 0 even if there are findings.")
@click.option(
    "-f",
    "--format",
    "form",
    type=FormatName(),
    default="text",
    metavar="FORMAT",
    show_default=True,
    help=_FORMATS_HELP,
)
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    show_default="standard output",
    help="Write the report to this file.",
)
@click.option(
    "--earlier",
    multiple=True,
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="With --format html: an earlier JSON report, to show the trend. Repeat it, oldest first.",
)
@click.option("--fix", is_flag=True, help="Apply the safe fixes. By default no draft is changed.")
@click.option("--unsafe-fixes", is_flag=True, help="With --fix or --diff: the unsafe fixes too. Check the result.")
@click.option("--ask", is_flag=True, help="With --fix: ask before each fix.")
@click.option("--backup", is_flag=True, help="With --fix: save the old version of each draft as DRAFT.bak.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing.")
@click.option("--force-exclude", is_flag=True, help="Skip excluded and ignored files even if you name them.")
@click.option("--diff-base", metavar="REF", help="Report only findings in lines added since this commit, or in A..B.")
@click.option("--staged", is_flag=True, help="Check staged drafts, and report only findings in staged lines.")
@click.option(
    "--baseline",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Leave out the known findings in this file.",
)
@click.option("--strict-baseline", is_flag=True, help="Exit with 1 if the baseline lists findings that are gone.")
@click.option("--statistics", is_flag=True, help="Count the findings by rule instead of listing them.")
@click.option("-q", "--quiet", is_flag=True, help="Print only findings and errors.")
@click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    callback=set_colour,
    expose_value=False,
    show_default="auto",
    help="When to use colours. auto means at a terminal.",
)
@click.option("--watch", "watching", is_flag=True, help="Check again whenever something changes, until Ctrl-C.")
@click.option("--no-cache", is_flag=True, help="Check every draft again, and store no findings.")
@click.option(
    "--timeout",
    type=click.FloatRange(0),
    default=Choice().timeout,
    metavar="SECONDS",
    show_default="60",
    help="Give up on a draft after this many seconds, and go on with the others. 0 means no limit.",
)
@click.option(
    "--jobs", type=click.IntRange(1), metavar="N", show_default="as many as are worth it", help="Processes to use."
)
def command(
    paths: tuple[str, ...],
    stdin_filename: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    no_reader: bool,
    no_model: bool,
    no_engine: bool,
    fail_on: str | None,
    exit_zero: bool,
    form: str,
    output: Path | None,
    earlier: tuple[Path, ...],
    fix: bool,
    unsafe_fixes: bool,
    ask: bool,
    backup: bool,
    diff: bool,
    force_exclude: bool,
    diff_base: str | None,
    staged: bool,
    baseline: Path | None,
    strict_baseline: bool,
    statistics: bool,
    quiet: bool,
    watching: bool,
    no_cache: bool,
    timeout: float,
    jobs: int | None,
) -> int:
    """Check drafts: files, folders, or - for standard input. Without PATHS, this folder.

    By default all rules run except those in preview, all findings are printed, and no draft is changed. The
    configuration can change this, and options override it.

    The exit status is 0 if there are no errors or warnings, 1 if there are, and 2 if something could not be checked.
    """
    refuse_contradictions(click.get_current_context())
    if watching:
        return _watch(paths or (".",))
    copied = output is not None and output.suffix.lower() == ".docx"
    choice = Choice(
        _settings(select, ignore, fail_on, reader=not no_reader, engine=not no_engine, model=not no_model),
        (Safety.SAFE, Safety.UNSAFE) if unsafe_fixes else (Safety.SAFE,) if fix or diff else (),
        write=fix and not diff,
        copied=copied,
        backup=backup,
        measured=form == "text" and not (statistics or diff or quiet),
        timeout=0 if ask else timeout,  # a person may take their time
        choose=_asking(unsafe_fixes) if ask else None,
    )
    module = STATISTICS if statistics else str(format_module(form))
    to = Output(module, None if copied else output, diff, exit_zero, _prepared(form, earlier), quiet=quiet)
    if output is not None:
        check_writable(output)
    if STDIN in paths or stdin_filename is not None:
        return _standard_input(stdin_filename or STDIN, choice, to, excluding=force_exclude)
    since = Since(diff_base or "HEAD", staged) if diff_base or staged else None
    known = known_of(baseline, paths, strict=strict_baseline)
    work = _Work(jobs, cached=not no_cache, excluding=force_exclude, copy=output if copied else None)
    return _files(paths or (".",), since, known, choice, to, work)


def _prepared(form: str, earlier: tuple[Path, ...]) -> tuple[Earlier, ...]:
    """Return the earlier reports for the page, or fail before the long work."""
    if form != "html":
        return ()
    from reviewlint.report.html import prepare  # only where it is asked for

    return prepare(earlier)


def _asking(unsafe: bool) -> Choose:
    """Return who asks about each fix; raise ReviewlintError where nobody is there to answer."""
    from reviewlint.cli.ask import Asker  # seldom used

    return Asker.at_terminal((Safety.SAFE, Safety.UNSAFE) if unsafe else (Safety.SAFE,))


def _watch(paths: Sequence[str]) -> int:
    from reviewlint.cli.watch import watch  # seldom used

    return watch(paths, [word for word in sys.argv[1:] if word != "--watch"])


def _settings(
    select: tuple[str, ...], ignore: tuple[str, ...], fail_on: str | None, *, reader: bool, engine: bool, model: bool
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
    if not model:
        values["model"] = {"ask": "off"}
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
    choice = replace(choice, measured=choice.measured and len(drafts) == 1 and not since)
    if since is not None and choice.write:
        choice = replace(choice, choose=only_first(found.keep, choice.choose))
    if choice.choose is not None:  # who is asked, or remembers, is in this process
        work = work._replace(jobs=1, cached=False)
    if len(drafts) == 1 and to.is_seen_at_once and known is None and since is None and not choice.fixes:
        choice = replace(choice, early=to.tell)  # nothing is taken out of these findings later
    with cache_for(work.cached) as store:
        fresh = check_all(drafts, choice, work.jobs, store, say)
        outcomes = list(fresh if to.quiet or choice.choose else with_progress(fresh, len(drafts)))
    stale = False
    if known is not None:
        outcomes, stale = without_known(outcomes, entries, known, choice)
    if since is not None and any(outcome.mended for outcome in outcomes):
        found = replace(found, keep=find_changed(paths, since).keep)  # for lines may have moved
    if work.copy is not None:
        _copy(outcomes, work.copy, to)
    status = show([sifted(outcome, found.keep) for outcome in outcomes], found.errors, to)
    return status or int(stale and not to.exit_zero)


def _copy(outcomes: Sequence[Outcome], file: Path, to: Output) -> None:
    from reviewlint.cli.reviewed import write_reviewed  # seldom used

    write_reviewed(outcomes, file, quiet=to.quiet)


def _standard_input(path: str, choice: Choice, to: Output, *, excluding: bool) -> int:
    """Check standard input. With --fix the fixed text goes to standard output, and the report elsewhere."""
    data = sys.stdin.buffer.read(most_bytes(path) + 1)
    if excluding and path != STDIN and not less_excluded(Scope([Path(path)], ())).drafts:
        if choice.write:
            sys.stdout.buffer.write(data)
            sys.stdout.flush()
        return show([], [], to, aside=choice.write)
    drafts = [Text(Path(path), data)]
    with engine_for(drafts, choice, say) as choice, adviser_for(drafts, choice, say, remembers=True) as choice:
        outcome = check_bytes(path, data, choice)
    if choice.write:
        sys.stdout.buffer.write(data if outcome.fixed is None else outcome.fixed)
        sys.stdout.flush()
    return show([outcome], [], to, aside=choice.write)
