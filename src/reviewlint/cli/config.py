"""`reviewlint config`."""

from __future__ import annotations

import json
from pathlib import Path

import click

from reviewlint.config import KEYS, find_config


@click.group(name="config")
def command() -> None:
    """Show the configuration of a draft."""


@command.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def show(file: Path, form: str) -> None:
    """Show what holds for FILE, and where each setting comes from."""
    folder = file if file.is_dir() else file.parent
    config = find_config(folder).for_file(file)
    if form == "json":
        settings = {key: {"value": s.value, "source": s.source} for key, s in config.settings.items()}
        path = None if config.path is None else str(config.path)
        click.echo(json.dumps({"path": path, "settings": settings}, ensure_ascii=False, indent=2))
        return
    click.echo(f"# {config.path or 'No configuration file: the defaults hold.'}")
    for key in KEYS:
        setting = config.settings[key]
        click.echo(f"{key} = {json.dumps(setting.value, ensure_ascii=False)}  # {setting.source}")
