"""`reviewlint rules`."""

from __future__ import annotations

import json
import sys

import click

from reviewlint.cli.options import split
from reviewlint.cli.terminal import terminal
from reviewlint.report.cells import wrapped
from reviewlint.report.describe import as_object
from reviewlint.rules.registry import check_selectors, load_rules, select


@click.command(name="rules")
@click.option(
    "--select", "chosen", multiple=True, callback=split, metavar="RULES", help="List these rules or groups only."
)
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table")
def command(chosen: tuple[str, ...], form: str) -> None:
    """List the rules."""
    rules = load_rules()
    check_selectors(chosen, rules)
    picked = {rule.info.name for rule in select(rules, chosen, ())} if chosen else {rule.info.name for rule in rules}
    infos = [rule.info for rule in rules if rule.info.name in picked]
    if form == "json":
        click.echo(json.dumps([as_object(info) for info in infos], ensure_ascii=False, indent=2))
        return
    style, width = terminal(sys.stdout)
    group = ""
    for info in infos:
        if info.group != group:
            group = info.group
            click.echo(f"\n{style.bold(group)}" if info is not infos[0] else style.bold(group), color=style.on)
        marks = [
            info.severity.value,
            *(["fix"] if info.fix == "safe" else ["unsafe fix"] if info.fix == "unsafe" else []),
        ]
        marks += ["preview"] if info.preview else []
        note = style.dim(f"({', '.join(marks)})")
        click.echo(f"  {info.name} {note}", color=style.on)
        for line in wrapped(style.plain, info.summary, width, "    "):
            click.echo(line)
