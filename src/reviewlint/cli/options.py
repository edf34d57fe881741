"""Options that several commands have."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from reviewlint.config.files import FILE_NAME
from reviewlint.report import FORMATS, format_module

table_or_json = click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json"]),
    default="table",
    show_default=True,
    help="How to print them.",
)


class FormatName(click.Choice[str]):
    """The name of a report's format; those of other packages are known but not listed."""

    def __init__(self) -> None:
        super().__init__(list(FORMATS))

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the name if there is such a format."""
        return value if format_module(value) else super().convert(value, param, ctx)


def set_colour(ctx: click.Context, param: click.Parameter, value: str) -> None:
    """Let `--color` decide for all that the command prints."""
    ctx.color = {"always": True, "never": False}.get(value)


def split(ctx: click.Context, param: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """Return values given as "a,b", or one by one, as a flat tuple."""
    return tuple(part.strip() for value in values for part in value.split(",") if part.strip())


def draft_of(file: Path | None) -> Path:
    """Return a draft whose configuration is that of `--file`, a draft or a folder; without one, of this folder."""
    return (file or Path()) / FILE_NAME if file is None or file.is_dir() else file
