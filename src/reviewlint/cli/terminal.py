"""What the terminal can show, and the one way to print on it."""

from __future__ import annotations

import os
import shutil
from typing import TextIO

import click

from reviewlint.report.guard import guarded
from reviewlint.report.style import Style


def terminal(out: TextIO) -> tuple[Style, int]:
    """Return how to colour what goes to `out`, and the width in columns.

    `--color` decides on colour, or else NO_COLOR and FORCE_COLOR (no-color.org), or else whether `out` is a terminal.
    """
    ctx = click.get_current_context(silent=True)
    if ctx is not None and ctx.color is not None:
        return Style(ctx.color), shutil.get_terminal_size().columns
    wanted = not os.environ.get("NO_COLOR") and (bool(os.environ.get("FORCE_COLOR")) or out.isatty())
    return Style(wanted), shutil.get_terminal_size().columns


def put(text: str = "", *, err: bool = False, colour: bool = False, end: bool = True) -> None:
    """Print a text, and a line end with `end`; what it quotes is neither obeyed by a terminal nor by a CI's runner."""
    click.echo(guarded(text, colour=colour), err=err, nl=end, color=colour)
