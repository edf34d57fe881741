"""`reviewlint ignore`."""

from __future__ import annotations

from pathlib import Path

import click

from reviewlint.cli.chosen import named, rules_here
from reviewlint.cli.options import draft_of
from reviewlint.cli.terminal import put
from reviewlint.config.edit import ignore_rules
from reviewlint.config.files import shown
from reviewlint.errors import ReviewlintError
from reviewlint.rules.anatomy import GROUPS


@click.command(name="ignore")
@click.argument("rules", nargs=-1, required=True, metavar="RULE...")
@click.option(
    "--file",
    type=click.Path(path_type=Path),
    metavar="FILE",
    show_default="all drafts",
    help="Turn it off only for this draft or folder.",
)
def command(rules: tuple[str, ...], file: Path | None) -> None:
    """Turn RULE off, which may be a rule or a group.

    It is added to the configuration of this folder.
    """
    if file is not None and not file.exists():
        raise ReviewlintError("There is no such file or folder.", path=file)
    infos = rules_here()
    names = [rule if rule in GROUPS else named(infos, rule)[0].name for rule in rules]
    path = ignore_rules(draft_of(file), names, file)
    put(f"{shown(path)} ignores {', '.join(names)}{'' if file is None else f' in {file}'}.")
