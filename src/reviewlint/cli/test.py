"""`reviewlint test`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from reviewlint.cli import print_error
from reviewlint.cli.terminal import put, terminal
from reviewlint.errors import ReviewlintError
from reviewlint.report.style import Style
from reviewlint.rules.examples import failures
from reviewlint.rules.registry import Rule, rule_files, rules_dir
from reviewlint.rules.rule_file import load_rule


@click.command(name="test")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATHS]...")
def command(paths: tuple[Path, ...]) -> int:
    """Run the examples of the rules in PATHS, which are rule files and folders.

    Without PATHS, the built-in rules. The exit status is 1 if a rule fails one of its examples, and 2 if a file is not
    a rule.
    """
    style, _ = terminal(sys.stdout)
    broken = failing = examples = 0
    files = _files(paths)
    for path in files:
        try:
            private = not path.is_relative_to(rules_dir().resolve())
            rule = Rule(load_rule(path, private=private))
            problems = list(failures(rule, private=private))
            examples += len(rule.info.bad) + len(rule.info.good)
        except ReviewlintError as error:
            print_error(error)
            broken += 1
            continue
        if problems:
            failing += 1
            _show(rule, problems, style)
    put(_summary(len(files) - broken, examples, failing, broken, style), colour=style.on)
    return 2 if broken else int(failing > 0)


def _files(paths: Sequence[Path]) -> list[Path]:
    """Return the rule files in the paths, in order; raise ReviewlintError where there is none."""
    if not paths:
        return rule_files(rules_dir())
    files: list[Path] = []
    for path in paths:
        found = sorted(path.rglob("*.toml")) if path.is_dir() else [path]
        if not found:
            raise ReviewlintError("This folder has no rule files.", path=path, hint="Rule files end in .toml.")
        files += found
    return [path.resolve() for path in files]


def _show(rule: Rule, problems: Sequence[str], style: Style) -> None:
    put(f"{style.bold(rule.info.name)} {style.dim(str(rule.info.path))}", colour=style.on)
    for problem in problems:
        first, *rest = problem.splitlines()
        put(f"  {style.red('fails')} {first}", colour=style.on)
        for line in rest:
            put(f"    {line}", colour=style.on)
    put()


def _summary(rules: int, examples: int, failing: int, broken: int, style: Style) -> str:
    ran = f"{rules} rule{'s' * (rules != 1)}, {examples} example{'s' * (examples != 1)}"
    if not failing and not broken:
        return f"{ran}: {style.green('all as they should be')}."
    parts = [f"{failing} rule{'s' * (failing != 1)} failing"] if failing else []
    parts += [f"{broken} file{'s' * (broken != 1)} that cannot be read as a rule"] if broken else []
    return f"{ran}: {style.red(' and '.join(parts))}."
