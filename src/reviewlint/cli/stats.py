"""`reviewlint stats`."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reviewlint.checking.draft import Choice
from reviewlint.cli import print_error
from reviewlint.cli.cache import cache_for
from reviewlint.cli.options import table_or_json
from reviewlint.cli.progress import say, with_progress
from reviewlint.cli.terminal import put, terminal
from reviewlint.drafts.find import find_drafts
from reviewlint.report.guard import json_text

if TYPE_CHECKING:
    from reviewlint.report.style import Style
    from reviewlint.report.survey import Line, Surveyed

MOST = 10  # lines of a table that may be long


@click.command(name="stats")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATHS]...")
@table_or_json
@click.pass_context
def command(ctx: click.Context, paths: tuple[Path, ...], form: str) -> None:
    """Count the findings of many drafts: by rule, author, month and kind of work.

    Without PATHS, this folder. The exit status is 2 if a draft could not be checked.
    """
    from reviewlint.checking.pool import check_all
    from reviewlint.report.survey import as_object, surveyed

    drafts, errors = find_drafts(list(paths) or [Path()])
    with cache_for(True) as store:
        outcomes = list(with_progress(check_all(drafts, Choice(), None, store, say), len(drafts)))
    seen = [surveyed(outcome.report) for outcome in outcomes if outcome.report]
    if form == "json":
        put(json_text(as_object(seen, MOST), indent=2))
    elif seen:
        style, _ = terminal(sys.stdout)
        put("\n".join(_tables(seen, style)), colour=style.on)
    else:
        put("No drafts found.", err=True)
    problems = {str(error): error for error in (*errors, *(e for outcome in outcomes for e in outcome.errors))}
    for error in problems.values():
        print_error(error)
    if problems:
        ctx.exit(2)


def _tables(drafts: Sequence[Surveyed], style: Style) -> Iterator[str]:
    from reviewlint.report.columns import aligned
    from reviewlint.report.survey import line_of, lines_by, worst

    rules = sum((draft.rules for draft in drafts), Counter[str]())
    yield from _lines("rule", [[name, f"{count:,}"] for name, count in _commonest(rules)], ["findings"], style)
    for key in ("author", "month", "kind"):
        lines = lines_by(key, drafts)
        if len(lines) > 1 or key == "kind":
            shown = lines if key == "month" else lines[:MOST]
            yield ""
            yield from _lines(key, [_cells(line) for line in shown], _HEADS, style)
            if len(lines) > len(shown):
                yield f"and {len(lines) - len(shown):,} more"
    if found := worst(drafts, MOST):
        rows = [[draft.path, f"{draft.words:,}", f"{draft.findings:,}"] for draft in found]
        yield ""
        yield from _lines("worst drafts", rows, ["words", "findings"], style)
    yield ""
    yield from aligned([_cells(line_of("all", drafts))], right=range(1, 6))


_HEADS = ["drafts", "words", "findings", "per 1,000", "ease"]


def _commonest(rules: Counter[str]) -> list[tuple[str, int]]:
    return sorted(rules.items(), key=lambda item: (-item[1], item[0]))[: 2 * MOST]


def _cells(line: Line) -> list[str]:
    ease = "" if line.ease is None else f"{line.ease:.0f}"
    return [line.name, f"{line.drafts:,}", f"{line.words:,}", f"{line.findings:,}", f"{line.rate:.1f}", ease]


def _lines(name: str, rows: list[list[str]], heads: list[str], style: Style) -> Iterator[str]:
    from reviewlint.report.columns import aligned

    head, *lines = aligned([[name, *heads], *rows], right=range(1, len(heads) + 1))
    yield style.bold(head)
    yield from lines
