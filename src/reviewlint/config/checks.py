"""What a layer of configuration may say: the keys there are, their values, and what only a trusted one may ask for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from reviewlint.config.keys import CHOICES, FOR_SOME, KINDS, OF_USER, OF_USER_IN, SETTINGS, TABLES
from reviewlint.config.patterns import is_pattern
from reviewlint.errors import nearest
from reviewlint.reach import leads_out

if TYPE_CHECKING:
    from reviewlint.config.files import Layer

_HINT = "Put it into your own configuration, or trust this folder there: docs/security.md says how."


def check_layer(layer: Layer, *, of_user: bool = False) -> None:
    """Raise ReviewlintError for a key that there is not, or a value that its key cannot hold."""
    for key, value in layer.values.items():
        if key not in SETTINGS:
            raise layer.error(f"“{key}” is not a key of the configuration.", key, hint=nearest(key, SETTINGS))
        if key in OF_USER and not of_user:
            raise layer.error(f"“{key}” is a key of your own configuration, not of a repository's.", key)
        _check(layer, SETTINGS[key].kind, key, value)
        for name in OF_USER_IN.get(key, ()) if not of_user else ():
            if name in value:
                raise layer.error(f"“{name}” is allowed only in your own configuration.", key, name)


def check_table(layer: Layer) -> None:
    """Raise ReviewlintError for what is wrong with a table of `per-file`."""
    for key, value in layer.values.items():
        if key not in FOR_SOME:
            raise layer.error(f"“{key}” is not a key of a per-file table.", key, hint=nearest(key, FOR_SOME))
        _check(layer, "patterns" if key == "files" else SETTINGS[key].kind, key, value)
    if not layer.files:
        raise layer.error("A per-file table says which drafts it is for.", hint='Add files = ["music/"].')


def _check(layer: Layer, kind: str, key: str, value: Any) -> None:
    if kind in CHOICES:
        choices = CHOICES[kind]
        if value not in choices:
            wanted = ", ".join(f"“{choice}”" for choice in choices)
            raise layer.error(f"“{key}” is one of {wanted}.", key, hint=nearest(str(value), choices))
        return
    fits, wanted = KINDS[kind]
    if not fits(value):
        hint = f'Write ["{value}"].' if kind in ("strings", "patterns") and isinstance(value, str) else None
        raise layer.error(f"“{key}” must be {wanted}.", key, hint=hint)
    if kind == "patterns":
        for at, line in enumerate(value):
            if not is_pattern(line):
                raise layer.error(f"“{line}” is not a pattern as in .gitignore.", key, at)
    if kind in TABLES:
        for name, item in value.items():
            if name not in TABLES[kind]:
                raise layer.error(f"“{name}” is not a key of [{key}].", key, name, hint=nearest(name, TABLES[kind]))
            fits, wanted = TABLES[kind][name]
            if not fits(item):
                raise layer.error(f"“{name}” must be {wanted}.", key, name)


def refuse_reaching_out(layer: Layer, folder: Path) -> None:
    """Raise ReviewlintError where a repository's configuration, which stands in `folder`, asks for what lies outside.

    Else whoever only checks a stranger's repository would send drafts to a server of the stranger's choice, or have
    files of their own read.
    """
    if "url" in layer.values.get("grammar", {}):
        message = "A repository cannot choose the server that your drafts are sent to."
        raise layer.error(message, "grammar", "url", hint=_HINT)
    if "model" in layer.values:
        message = "A repository cannot choose a language model that your drafts are sent to."
        raise layer.error(message, "model", hint=_HINT)
    for key in ("contact", "sources"):
        if key in layer.values.get("facts", {}):
            message = f"A repository cannot set the “{key}” of your requests to sources."
            raise layer.error(message, "facts", key, hint=_HINT)
    named: list[tuple[str, str, tuple[int, ...]]] = [
        ("rule-folders", name, (at,)) for at, name in enumerate(layer.values.get("rule-folders", ()))
    ]
    named += [
        (key, layer.values[key], ())
        for key in ("accept", "extend", "baseline")
        if isinstance(layer.values.get(key), str)
    ]
    for key, name, place in named:
        if leads_out(folder / name, folder):
            raise layer.error(f"“{name}” is outside this repository.", key, *place, hint=_HINT)
