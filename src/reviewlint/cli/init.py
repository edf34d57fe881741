"""`reviewlint init`."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from reviewlint.config import FILE_NAME, KEYS
from reviewlint.errors import ReviewlintError
from reviewlint.fix import write_atomically

HOOK_FILE = Path(".pre-commit-config.yaml")
HOOK = """\
repos:
  - repo: local
    hooks:
      - id: reviewlint
        name: reviewlint
        entry: reviewlint check
        language: system
        types_or: [markdown, plain-text, html]
        require_serial: true
"""


@click.command(name="init")
@click.option("--hook/--no-hook", default=None, help="Write a pre-commit hook too, or do not ask for one.")
def command(hook: bool | None) -> None:
    """Write a commented reviewlint.toml into this folder, and a pre-commit hook if you want one."""
    path = Path(FILE_NAME)
    if path.exists():
        raise ReviewlintError("This file is there already; it stays as it is.", path=path)
    write_atomically(path, template().encode())
    click.echo(f"Wrote {path}. Every line in it is a comment: the defaults hold until you take a # away.")
    if hook is None and sys.stdin.isatty():
        hook = click.confirm("Write a pre-commit hook too?", default=False)
    if hook and HOOK_FILE.exists():
        click.echo(f"{HOOK_FILE} is there already. Add this to it:\n\n{HOOK}")
    elif hook:
        write_atomically(HOOK_FILE, HOOK.encode())
        click.echo(f"Wrote {HOOK_FILE}. `pre-commit install` puts it to work.")


def template() -> str:
    """Return a configuration file in which every key stands with its default, commented out."""
    lines = ["# reviewlint: what holds for the drafts in this folder and below.", ""]
    for key, (kind, default, doc) in KEYS.items():
        if kind is dict or key in ("per-file", "extend"):
            continue
        lines += [f"# {doc}", f"# {key} = {json.dumps(default)}", ""]
    lines += [
        "# A rule's severity and options; `reviewlint explain RULE` names them.",
        '# [rules."readability/tangled-sentence"]',
        "# max-words = 60",
        "",
        "# Other settings for some drafts.",
        "# [[per-file]]",
        '# files = ["music/*"]',
        '# ignore = ["readability"]',
        "",
    ]
    return "\n".join(lines)
