"""`reviewlint facts`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reviewlint.cli import print_error
from reviewlint.cli.facts_add import add
from reviewlint.cli.facts_refresh import refresh
from reviewlint.cli.facts_sources import sources
from reviewlint.cli.facts_store import store
from reviewlint.cli.options import table_or_json
from reviewlint.cli.terminal import put, terminal
from reviewlint.errors import ReviewlintError
from reviewlint.report.guard import json_text

if TYPE_CHECKING:
    from reviewlint.document import Document
    from reviewlint.facts.describe import Row
    from reviewlint.facts.known import Facts
    from reviewlint.facts.sources.ages import Old
    from reviewlint.report.style import Style


@click.group(name="facts")
def command() -> None:
    """Show the facts about the work that a draft reviews, or get them from open sources."""


for _one in (add, refresh, sources, store):
    command.add_command(_one)


@command.command()
@click.argument("draft", type=click.Path(path_type=Path))
@table_or_json
@click.pass_context
def show(ctx: click.Context, draft: Path, form: str) -> None:
    """Show the facts for DRAFT, then its claims.

    Each fact has its source. Each claim has a verdict: it agrees with the facts, contradicts them, or the facts do not
    cover it. The exit status is 2 if a facts file or the front matter has an error.
    """
    from reviewlint.checking.facts import read_facts
    from reviewlint.claims.known import as_objects
    from reviewlint.facts.describe import as_object
    from reviewlint.facts.front import unread_keys

    document, facts = read_facts(draft)
    if form == "json":
        told = {"version": 1, "draft": document.source.path, **as_object(facts)}
        told["claims"] = as_objects(document, facts)
        told["old"] = [
            dict(zip(("path", "key", "days", "keeps"), (path, *old), strict=True)) for path, old in _old(facts)
        ]
        told["unread"] = unread_keys(document, [fact for work in facts.works for fact in work.facts])
        put(json_text(told, indent=2))
    else:
        style, _ = terminal(sys.stdout)
        put(
            "\n".join(_table(facts, style))
            or "There are no facts about this work. Write some into a facts file beside the draft.",
            colour=style.on,
        )
        if unread := unread_keys(document, [fact for work in facts.works for fact in work.facts]):
            put("\n".join(["", *_unread(unread, style)]), colour=style.on)
        put("\n".join(_claims(document, facts, style)), colour=style.on)
        _tell_age(facts, style)
        for problem in facts.problems:
            print_error(problem)
    if facts.problems:
        ctx.exit(2)


def _old(facts: Facts) -> list[tuple[str, Old]]:
    """Return what is old in the facts files, with their paths."""
    from datetime import date

    from reviewlint.facts.sources.adding import read_written
    from reviewlint.facts.sources.ages import old_values

    found = []
    for path in facts.files:
        try:
            held = read_written(Path(path))
        except ReviewlintError:  # what is wrong with it is told anyway
            continue
        found += [(path, old) for old in old_values(held, date.today())]
    return found


def _tell_age(facts: Facts, style: Style) -> None:
    """Print which values from sources are old, which is no fault of theirs."""
    from reviewlint.facts.sources.ages import in_words

    old = _old(facts)
    for path in dict.fromkeys(path for path, _ in old):
        for words in in_words(one for where, one in old if where == path):
            put(style.dim(f"{words} `reviewlint facts refresh {path}` asks again."), colour=style.on)


def _table(facts: Facts, style: Style) -> list[str]:
    from reviewlint.facts.compare.works import conflicts
    from reviewlint.facts.describe import conflict_text, rows
    from reviewlint.report.cells import visible

    lines: list[str] = []
    for work in facts.works:
        lines += [""] if lines else []
        kind = visible(work.type or work.medium.value)
        lines.append(f"{style.bold(visible(work.name or 'The work'))} {style.dim(f'({kind})')}")
        lines += _aligned(list(rows(work)), style)
        lines += [f"  {style.colour('!', 'yellow')} {visible(conflict_text(conflict))}" for conflict in conflicts(work)]
    return lines


def _unread(keys: list[str], style: Style) -> list[str]:
    """Return which keys of the front matter no fact comes from: one of them may be misspelt, or need a meaning."""
    from reviewlint.report.cells import wrapped

    _, width = terminal(sys.stdout)
    return wrapped(style.dim, f"Not read from the front matter: {', '.join(keys)}.", width)


def _claims(document: Document, facts: Facts, style: Style) -> list[str]:
    from reviewlint.claims.known import claim_rows
    from reviewlint.report.columns import aligned

    rows = [list(row) for row in claim_rows(document, facts)]
    if not rows:
        return ["", "The draft makes no claims about its work that can be checked."]
    head, *lines = aligned([["line", "claim", "verdict", "known"], *rows], right=(0,))
    colours = {"contradicts": "red", "misspelt": "yellow", "agrees": "green"}
    shown = [style.bold(head)]
    for row, line in zip(rows, lines, strict=True):
        shown.append(style.colour(line, colours[row[2]]) if row[2] in colours else line)
    return ["", *shown]


def _aligned(table: list[Row], style: Style) -> list[str]:
    """Return the rows with their columns under each other; a label that repeats is told once."""
    from reviewlint.facts.describe import Row
    from reviewlint.report.cells import cells, visible

    table = [Row(row.depth, *map(visible, row[1:])) for row in table]
    labels = ["  " * (row.depth + 1) + row.label for row in table]
    width, wide = max(map(len, labels), default=0), min(48, max((cells(row.value) for row in table), default=0))
    lines = []
    for at, (label, row) in enumerate(zip(labels, table, strict=True)):
        shown = label if not at or labels[at - 1] != label else ""
        note = f" ({row.note})" if row.note else ""
        padding = " " * max(0, wide - cells(row.value))
        lines.append(f"{shown:{width}}  {row.value}{padding}  {style.dim(row.source + note)}".rstrip())
    return lines
