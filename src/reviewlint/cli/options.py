"""Options that several commands have."""

from __future__ import annotations

import click


def set_colour(ctx: click.Context, param: click.Parameter, value: str) -> None:
    """Let `--color` decide for all that the command prints."""
    ctx.color = {"always": True, "never": False}.get(value)


def split(ctx: click.Context, param: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """Return values given as "a,b", or one by one, as a flat tuple."""
    return tuple(part.strip() for value in values for part in value.split(",") if part.strip())
