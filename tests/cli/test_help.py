"""Every command's help fits a terminal of 80 columns and says what happens by default."""

from __future__ import annotations

from collections.abc import Iterator

import click
import pytest

from reviewlint.cli import main

WIDTH = 80


def commands(command: click.Command, *names: str) -> Iterator[tuple[str, click.Command]]:
    """Yield a command and all those below it, each with its words."""
    yield " ".join(names), command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            assert below is not None
            yield from commands(below, *names, name)


CASES = [pytest.param(words, command, id=words) for words, command in commands(main, "reviewlint")]


def help_of(words: str, command: click.Command) -> str:
    return command.get_help(click.Context(command, info_name=words, terminal_width=WIDTH))


@pytest.mark.parametrize(("words", "command"), CASES)
def test_help_fits_a_terminal(words: str, command: click.Command) -> None:
    text = help_of(words, command)
    assert max(map(len, text.splitlines())) <= WIDTH
    assert "..." not in text.partition("Commands:")[2], "a command's first sentence is cut off"


@pytest.mark.parametrize(("words", "command"), CASES)
def test_help_says_what_happens_by_default(words: str, command: click.Command) -> None:
    text = " ".join(help_of(words, command).split())
    for parameter in command.params:
        if isinstance(parameter, click.Argument) and not parameter.required:
            name = (parameter.name or "").upper()
            assert f"Without {name}" in text or "by default" in text, name
        if isinstance(parameter, click.Option) and not parameter.is_flag and isinstance(parameter.default, str | float):
            assert parameter.show_default, parameter.opts
    if len(command.params) > 1:
        assert "default" in text.lower(), "no word on what happens without options"


@pytest.mark.parametrize(("words", "command"), CASES)
def test_every_option_is_explained(words: str, command: click.Command) -> None:
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert parameter.help, parameter.opts
