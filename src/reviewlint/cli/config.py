"""`reviewlint config`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import click

from reviewlint.cli.terminal import put, terminal
from reviewlint.config.files import Layer, Origin, deciding, find_config, shown
from reviewlint.config.keys import SETTINGS
from reviewlint.config.options import options_of
from reviewlint.config.setup import rules_of, set_up, verdicts
from reviewlint.errors import ReviewlintError
from reviewlint.report.guard import json_text
from reviewlint.report.style import Style

# Each layer adds to those before it.
_ADDING = ("ignore", "accept", "exclude", "rule-folders", "rule-packages", "facts", "grammar", "model", "rules")
_ASIDE = ("per-file", "extend")  # shown by what they bring in


class _Line(NamedTuple):
    key: str
    value: Any
    origin: Origin


@click.group(name="config")
def command() -> None:
    """Show the settings that apply to a draft."""


@command.command()
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How to print it."
)
def show(file: Path, form: str) -> None:
    """Show the settings and rules that apply to FILE.

    It names the file and line that each comes from. FILE may be a draft or a folder.
    A setting that no file sets has its default.
    """
    if not file.exists():
        raise ReviewlintError("There is no such file or folder.", path=file)
    config = find_config(file if file.is_dir() else file.parent)
    layers = config.for_draft(file)
    if form == "json":
        put(json_text(_as_object(file, config.path, layers), indent=2))
        return
    style, _ = terminal(sys.stdout)
    put("\n".join(_text(file, config.path, layers, style)), colour=style.on)


def _text(file: Path, path: Path | None, layers: tuple[Layer, ...], style: Style) -> Iterator[str]:
    yield style.bold(str(file))
    yield f"{shown(path)} applies." if path else "No configuration file is near: the defaults hold."
    yield ""
    for line in _lines(layers):
        yield f"{line.key} = {json_text(line.value)}  {style.dim(f'# {line.origin}')}"
    yield ""
    every = verdicts(rules_of(layers)[0], layers)
    off = [verdict for verdict in every if not verdict.on]
    yield f"{len(every) - len(off)} rules run, {len(off)} do not{':' if off else '.'}"
    for verdict in off:
        yield f"  {verdict.rule.info.name}: {verdict.why}  {style.dim(f'# {verdict.origin}')}"


def _lines(layers: tuple[Layer, ...]) -> Iterator[_Line]:
    """Yield each setting that holds, after checking them all."""
    set_up(layers)
    for key in SETTINGS:
        if key in _ASIDE:
            continue
        having = [layer for layer in layers if layer.values.get(key)]
        if not having and SETTINGS[key].default is None:
            continue
        if not having or key not in _ADDING:
            having = [deciding(layers, key)]
        for layer in having:
            yield from _parts(key, layer.values[key], layer)


def _parts(key: str, value: Any, layer: Layer, *above: str) -> Iterator[_Line]:
    """Yield a setting, or what a table of settings holds, one line each."""
    path = (*above, key)
    if isinstance(value, dict) and value:
        for name, item in value.items():
            yield from _parts(name, item, layer, *path)
        return
    name = ".".join(part if part.replace("-", "").isalnum() else json_text(part) for part in path)
    yield _Line(name, value, layer.origin(*path))


def _as_object(file: Path, path: Path | None, layers: tuple[Layer, ...]) -> dict[str, Any]:
    setup = set_up(layers)
    rules = [
        {
            "rule": verdict.rule.info.name,
            "on": verdict.on,
            "why": verdict.why,
            "severity": setup.severities.get(verdict.rule.info.name, verdict.rule.info.severity).value,
            "options": options_of(verdict.rule.info, layers),
            "origin": _origin(verdict.origin),
        }
        for verdict in verdicts(rules_of(layers)[0], layers)
    ]
    settings = [{"key": key, "value": value, "origin": _origin(origin)} for key, value, origin in _lines(layers)]
    return {
        "file": str(file),
        "config": None if path is None else str(shown(path)),
        "settings": settings,
        "rules": rules,
    }


def _origin(origin: Origin) -> dict[str, Any] | None:
    return None if origin.path is None else {"path": str(origin.path), "line": origin.line}
