"""The reference of the command line, made from click."""

from __future__ import annotations

import inspect
from collections.abc import Iterator

import click

from reviewlint.cli import main


def page_of_commands() -> str:
    """Return a page with every command: its usage, what it does, its options and their defaults."""
    lines = [
        "# Command reference",
        "",
        "Every command and option, made from the program itself. `reviewlint COMMAND --help` prints the same.",
        "See [Checking drafts](../command-line.md) for how they work together.",
        "",
    ]
    for words, command in _commands(main, "reviewlint"):
        lines += [f"## {words}", "", *_section(words, command)]
    return "\n".join(lines)


def _commands(command: click.Command, *names: str) -> Iterator[tuple[str, click.Command]]:
    yield " ".join(names), command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            if below is not None:
                yield from _commands(below, *names, name)


def _section(words: str, command: click.Command) -> Iterator[str]:
    context = click.Context(command, info_name=words)
    yield from ("```text", command.get_usage(context).removeprefix("Usage: "), "```", "")
    yield from (inspect.cleandoc(command.help or ""), "")
    records = [record for param in command.get_params(context) if (record := param.get_help_record(context))]
    if records:
        yield from ("| option | meaning |", "|---|---|")
        yield from (f"| `{_cell(option)}` | {_cell(text)} |" for option, text in records)
        yield ""


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "&lt;")
