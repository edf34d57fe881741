"""`reviewlint explain`."""

from __future__ import annotations

import sys

import click

from reviewlint.cli.chosen import named, rules_here
from reviewlint.cli.terminal import put, terminal
from reviewlint.report.describe import as_object
from reviewlint.report.explain import explain, overview
from reviewlint.report.guard import json_text


@click.command(name="explain")
@click.argument("names", metavar="RULE...", nargs=-1, required=True)
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How to print it."
)
def command(names: tuple[str, ...], form: str) -> None:
    """Show what a rule finds and why, with its examples; or list the rules of a group.

    You can leave out the group of a rule: `reviewlint explain doubled-word`.
    """
    infos = rules_here()
    style, width = terminal(sys.stdout)
    chosen = {name: named(infos, name) for name in names}
    if form == "json":
        found = [as_object(info) for listed in chosen.values() for info in listed]
        put(json_text(found, indent=2))
        return
    parts = []
    for name, listed in chosen.items():
        is_group = not listed or name == listed[0].group or name == "all"
        parts += [overview(listed, style, width, name)] if is_group else [explain(i, style, width) for i in listed]
    put("\n\n".join("\n".join(lines) for lines in parts), colour=style.on)
