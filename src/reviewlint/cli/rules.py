"""`reviewlint rules`."""

from __future__ import annotations

import sys

import click

from reviewlint.cli.chosen import named, rules_here
from reviewlint.cli.options import split, table_or_json
from reviewlint.cli.terminal import put, terminal
from reviewlint.report.describe import as_object
from reviewlint.report.explain import overview
from reviewlint.report.guard import json_text


@click.command(name="rules")
@click.option(
    "--select",
    "chosen",
    multiple=True,
    callback=split,
    metavar="RULES",
    show_default="all",
    help="List only these rules or groups.",
)
@table_or_json
def command(chosen: tuple[str, ...], form: str) -> None:
    """List the rules, including your own. By default, all of them."""
    infos = rules_here()
    if chosen:
        names = {info.name for name in chosen for info in named(infos, name)}
        infos = [info for info in infos if info.name in names]
    if form == "json":
        put(json_text([as_object(info) for info in infos], indent=2))
        return
    style, width = terminal(sys.stdout)
    put("\n".join(overview(infos, style, width)), colour=style.on)
