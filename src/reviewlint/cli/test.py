"""`reviewlint test`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from reviewlint.cli.terminal import terminal
from reviewlint.errors import ReviewlintError
from reviewlint.rules.examples import failures
from reviewlint.rules.registry import Rule
from reviewlint.rules.rule_file import load_rule
from reviewlint.run import all_rules


@click.command(name="test")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, exists=True))
def command(paths: tuple[Path, ...]) -> int:
    """Run the examples of rules: the built-in ones, or those in PATHS (rule files and folders of them)."""
    rules = list(_rules_in(paths)) if paths else list(all_rules())
    style, _ = terminal(sys.stdout)
    wrong = 0
    for rule in rules:
        for problem in failures(rule):
            wrong += 1
            click.echo(f"{style.red('fails')} {problem}", color=style.on)
    examples = sum(len(rule.info.bad) + len(rule.info.good) for rule in rules)
    click.echo(f"{len(rules)} rules, {examples} examples, {wrong or 'none'} failing", err=bool(wrong))
    return int(wrong > 0)


def _rules_in(paths: tuple[Path, ...]) -> Iterator[Rule]:
    for path in paths:
        files = sorted(path.rglob("*.toml")) if path.is_dir() else [path]
        if not files:
            raise ReviewlintError("There is no rule file here.", path=path)
        yield from (Rule(load_rule(file.resolve())) for file in files)
