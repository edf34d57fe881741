"""`reviewlint corpus`: whole corpora, from Parquet, JSON lines or folders to tables of findings."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reviewlint.cli.options import split
from reviewlint.cli.progress import bar, say
from reviewlint.cli.terminal import put, terminal
from reviewlint.errors import ReviewlintError, nearest

if TYPE_CHECKING:
    from reviewlint.checking.draft import Choice
    from reviewlint.corpus.columns import Columns
    from reviewlint.corpus.local import Done
    from reviewlint.corpus.output import Output
    from reviewlint.corpus.parts import Corpus
    from reviewlint.corpus.tally import Line, Tally
    from reviewlint.report.style import Style

_PAUSE = 0.5  # seconds between two looks of the bar


@click.group(name="corpus")
def command() -> None:
    """Check millions of reviews, and count the findings. Needs `pip install 'reviewlint[corpus]'`."""


@command.command()
@click.argument("given", type=click.Path(path_type=Path), metavar="IN")
@click.argument("out", type=click.Path(path_type=Path, file_okay=False), metavar="OUT")
@click.option(
    "--engine",
    type=click.Choice(["local", "ray"]),
    default="local",
    show_default=True,
    help="Run on this machine or with Ray.",
)
@click.option("--jobs", type=click.IntRange(1), help="Processes to use.  [default: one for each core]")
@click.option(
    "--column", "named", multiple=True, metavar="KEY=NAME", help="The name of a column, as in text=reviewText."
)
@click.option("--partition-by", type=click.Choice(["source", "month"]), help="Write a folder for each source or month.")
@click.option("--select", multiple=True, callback=split, metavar="RULES", help="Check only these rules or groups.")
@click.option("--ignore", multiple=True, callback=split, metavar="RULES", help="Leave out these rules or groups.")
@click.option("--no-reader", is_flag=True, help="Turn off the reader, which takes most of the time.")
def run(
    given: Path,
    out: Path,
    engine: str,
    jobs: int | None,
    named: tuple[str, ...],
    partition_by: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    no_reader: bool,
) -> None:
    """Check the reviews in IN; write findings to OUT.

    IN is a file of Parquet or JSON lines, or a folder of these or of drafts. OUT gets Parquet files with the id of each
    review and its findings. If a run was interrupted, start it again and it continues. The configuration of the current
    folder applies.
    """
    from reviewlint.checking.pool import cores
    from reviewlint.config.files import absolute, shown
    from reviewlint.corpus.output import Asked, Output
    from reviewlint.corpus.parts import corpus_at

    if engine == "ray":
        from reviewlint.corpus.needs import needed

        needed("ray.data", "ray")
    choice = _choice(select, ignore, reader=not no_reader)
    given, out = absolute(given), absolute(out)  # the processes of a cluster have folders of their own
    corpus = corpus_at(given, _columns(named))
    output = Output(out, Asked(engine, str(given), len(corpus.parts), _digest(corpus, choice), partition_by))
    output.begin()
    began = time.monotonic()
    if engine == "ray":
        from reviewlint.corpus.ray import run_ray

        run_ray(corpus, choice, output, jobs or cores())
    else:
        from reviewlint.corpus.local import Job, run_local

        done = run_local(corpus, Job(corpus.columns, choice, output), jobs or cores())
        say(_summary(list(_shown(done, len(corpus.parts), output)), time.monotonic() - began))
    output.note(complete=True)
    put(f"The findings are in {shown(out)}. `reviewlint corpus report {shown(out)}` counts them.", err=True)


def _choice(select: tuple[str, ...], ignore: tuple[str, ...], *, reader: bool) -> Choice:
    from reviewlint.config.files import Layer, find_config
    from reviewlint.corpus.rows import with_config

    values: dict[str, object] = {"select": list(select)} if select else {}
    values |= {"ignore": list(ignore)} if ignore else {}
    values |= {} if reader else {"reader": "off"}
    return with_config(Layer(values, option="the command line"), find_config(Path()))


def _digest(corpus: Corpus, choice: Choice) -> str:
    """Return what changes when the findings of a run may change: its input, its configuration, the version."""
    from hashlib import sha256

    from reviewlint import __version__
    from reviewlint.checking.draft import layers_of
    from reviewlint.checking.keys import configuration

    configured = configuration(layers_of(Path("draft.md"), choice))
    return sha256(corpus.digest.encode() + configured + __version__.encode()).hexdigest()


def _columns(named: Iterable[str]) -> Columns:
    from reviewlint.corpus.columns import Columns

    keys = [field.name for field in fields(Columns)]
    given = {}
    for item in named:
        key, equals, name = item.partition("=")
        if key not in keys or not equals or not name:
            hint = nearest(key, keys) or f"KEY is one of {', '.join(keys)}: --column text=body."
            raise ReviewlintError(f"“{item}” names no column.", hint=hint)
        given[key] = name
    return Columns(**given)


def _shown(done: Iterable[Done], parts: int, output: Output) -> Iterable[Done]:
    """Yield what came of each part; at a terminal, show how far it is."""
    at = sum(output.is_done(number) for number in range(parts))
    if at:
        say(f"{at:,} of {parts:,} parts were done before.")
    rows, last = 0, 0.0
    for each in done:
        at, rows = at + 1, rows + each.rows
        yield each
        if sys.stderr.isatty() and time.monotonic() - last > _PAUSE:
            last = time.monotonic()
            sys.stderr.write(f"\r{bar(at, parts)} {at:,} of {parts:,} parts, {rows:,} reviews")
            sys.stderr.flush()


def _summary(done: list[Done], seconds: float) -> str:
    rows, words = sum(each.rows for each in done), sum(each.words for each in done)
    found, failed = sum(each.findings for each in done), sum(each.errors for each in done)
    peak = max((each.memory for each in done), default=0)
    return (
        f"{rows:,} reviews, {words:,} words, {found:,} findings, {failed:,} with an error, in {seconds:,.1f} s: "
        f"{words / max(seconds, 1e-9):,.0f} words a second, {peak / 1e6:,.0f} MB a process at most."
    )


@command.command()
@click.argument("out", type=click.Path(path_type=Path), metavar="OUT")
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "html"]),
    default="table",
    show_default=True,
    help="How to print it.",
)
@click.option("--output", type=click.Path(path_type=Path, dir_okay=False), help="Write it to a file.")
def report(out: Path, form: str, output: Path | None) -> None:
    """Count the findings in OUT.

    `corpus run` wrote them. They are counted by rule, by source and by month.
    """
    from reviewlint.corpus.tally import tally_of

    tally = tally_of(out)
    if form == "html":
        from reviewlint.corpus.page import page

        text = page(tally, out.name)
    else:
        style, _ = terminal(sys.stdout)
        text = "\n".join(_tables(tally, style))
    if output is None:
        put(text)
    else:
        try:
            output.write_text(f"{text}\n", encoding="utf-8")
        except OSError as error:
            raise ReviewlintError(f"This cannot be written: {error.strerror}.", path=output) from None


def _tables(tally: Tally, style: Style) -> Iterable[str]:
    from reviewlint.report.columns import aligned

    rules = [[line.name, f"{line.findings:,}", f"{line.reviews:,}", f"{line.rate:.2f}"] for line in tally.by_rule]
    heads = ["reviews", "words", "findings", "per 1,000"]
    for head, rows in (
        (["rule", "findings", "reviews", "per 1,000"], rules),
        (["source", *heads], [_cells(line) for line in tally.by_source]),
        (["month", *heads], [_cells(line) for line in tally.by_month]),
    ):
        first, *rest = aligned([head, *rows], right=range(1, len(head)))
        yield from (style.bold(first), *rest, "")
    if tally.sources > len(tally.by_source):
        yield f"and {tally.sources - len(tally.by_source):,} more sources"
    yield from aligned([_cells(tally.total)], right=range(1, 5))
    yield from tally.notes()


def _cells(line: Line) -> list[str]:
    return [line.name, f"{line.reviews:,}", f"{line.words:,}", f"{line.findings:,}", f"{line.rate:.2f}"]
