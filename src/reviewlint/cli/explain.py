"""`reviewlint explain`."""

from __future__ import annotations

import json
import sys

import click

from reviewlint.cli.terminal import terminal
from reviewlint.errors import ReviewlintError, nearest
from reviewlint.report.describe import as_object, explain
from reviewlint.rules.anatomy import GROUPS
from reviewlint.rules.registry import load_rules


@click.command(name="explain")
@click.argument("name", metavar="RULE")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def command(name: str, form: str) -> None:
    """Say what a rule finds and why, with its examples; of a group, of each of its rules."""
    infos = [
        rule.info for rule in load_rules() if name in (rule.info.name, rule.info.group, rule.info.name.split("/")[1])
    ]
    if not infos:
        known = [*(rule.info.name for rule in load_rules()), *GROUPS]
        raise ReviewlintError(f"There is no rule or group “{name}”.", hint=nearest(name, known))
    if form == "json":
        click.echo(json.dumps([as_object(info) for info in infos], ensure_ascii=False, indent=2))
        return
    style, width = terminal(sys.stdout)
    click.echo("\n\n".join(explain(info, style, width) for info in infos), color=style.on)
