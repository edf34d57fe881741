"""`reviewlint init`."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import click

from reviewlint.cli.terminal import put
from reviewlint.config.files import FILE_NAME, find_config
from reviewlint.config.keys import OF_USER, SETTINGS
from reviewlint.errors import ReviewlintError
from reviewlint.fix import write_atomically

HOOK_FILE = ".pre-commit-config.yaml"
HOOK = """\
repos:
  - repo: local
    hooks:
      - id: reviewlint
        name: reviewlint
        entry: reviewlint check --force-exclude
        language: system
        types_or: [markdown, plain-text, html]
        require_serial: true
"""
_HOOK_HINT = "With --hook it writes only the hook."
_TABLES = """\
# A rule's severity and options; `reviewlint explain RULE` names them.
# [rules."readability/tangled-sentence"]
# severity = "info"
# max-words = 60

# Other settings for some drafts; `files` has patterns as in .gitignore.
# [[per-file]]
# files = ["music/"]
# ignore = ["readability"]
"""
_EXAMPLES = {
    "facts": '[facts]\n# rating-scale = 10\n# keys = { "movie.helmer" = "director" }',
    "extend": '"../base.toml"',
    "baseline": '"reviewlint-baseline.jsonl"',
}


@click.command(name="init")
@click.option("--hook", is_flag=True, help=f"Also write a pre-commit hook to {HOOK_FILE}, without asking.")
def command(hook: bool) -> None:
    """Write a reviewlint.toml into this folder, with every setting as a comment.

    By default it asks, at a terminal, whether to write a pre-commit hook as well. It changes no file that exists.
    """
    path = Path(FILE_NAME)
    near = find_config(Path()).path
    there = near is not None and near.parent == Path.cwd()
    if os.path.lexists(path) and not hook:  # a link to nothing is there too
        raise ReviewlintError("This file already exists, so nothing was written.", path=path, hint=_HOOK_HINT)
    if there and near is not None and not hook:
        message = "This folder is already configured, under [tool.reviewlint]."
        raise ReviewlintError(message, path=near.name, hint=_HOOK_HINT)
    if there or os.path.lexists(path):
        put(f"{path if near is None else near.name} is already there, so it stays as it is.")
    else:
        write_atomically(path, template().encode())
        put(f"Wrote {path}. Every setting in it is a comment: the defaults apply until you remove a #.")
    hooks = Path(HOOK_FILE)
    if not hook and at_a_terminal() and not os.path.lexists(hooks):
        hook = click.confirm("Write a pre-commit hook too?", default=False)
    if hook and not os.path.lexists(hooks):
        write_atomically(hooks, HOOK.encode())
        put(f"Wrote {hooks}. Run `pre-commit install` to turn it on.")
    else:
        put(f"For a pre-commit hook, add this to {hooks}:\n\n{HOOK}", end=False)


def at_a_terminal() -> bool:
    """Tell whether there is somebody to ask."""
    return sys.stdin.isatty()


def template() -> str:
    """Return a configuration file in which every key stands with its default, commented out."""
    lines = ["# reviewlint: settings for the drafts in this folder and below.", ""]
    tables = []
    for key, setting in SETTINGS.items():
        if key in ("rules", "per-file", "model", *OF_USER):  # a repository has no model of its own
            continue
        example = _EXAMPLES.get(key) or json.dumps(setting.default)
        if example.startswith("[" + key):
            tables += [f"# {setting.doc}", f"# {example}", ""]
        else:
            lines += [f"# {setting.doc}", f"# {key} = {example}", ""]
    return "\n".join([*lines, *tables]) + "\n" + _TABLES
