"""Writes into a configuration what an editor has decided, and leaves the rest of the file as it is."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import tomlkit
from tomlkit.exceptions import TOMLKitError

from reviewlint.config.files import FILE_NAME, Config, Layer, absolute, find_config, forget_configs, shown
from reviewlint.errors import ReviewlintError
from reviewlint.fix import write_atomically
from reviewlint.reach import read_text, top_above


def accept_words(draft: Path, words: Sequence[str]) -> Path:
    """Accept words in all drafts that share the configuration of `draft`, and return the file that was written.

    They go into the file of words that the nearest configuration names, or else into its list; where there is no
    configuration, a new one at the top of the project, or beside the draft. Words that are there already are not
    written again. Raise ReviewlintError where a file is wrong or cannot be written.
    """
    config = find_config(absolute(draft).parent)
    own = _own_layer(config)
    accept = own.values.get("accept") if own is not None else None
    if own is not None and own.path is not None and isinstance(accept, str):
        path = absolute(own.path.parent / accept)
        _append_lines(path, words)
    else:
        path = config.path or (top_above(absolute(draft).parent) or absolute(draft).parent) / FILE_NAME
        _append_items(path, own.table if own is not None else (), words)
    forget_configs()
    return path


def _own_layer(config: Config) -> Layer | None:
    """Return what the nearest file itself says for all drafts."""
    return next((layer for layer in config.layers if config.path is not None and _is_of(layer, config.path)), None)


def _is_of(layer: Layer, path: Path) -> bool:
    return layer.path == path and not layer.files


def _append_lines(path: Path, words: Sequence[str]) -> None:
    text = _read(path)
    known = {line.strip() for line in text.splitlines()}
    new = [word for word in dict.fromkeys(words) if word not in known]
    if new:
        start = text if not text or text.endswith("\n") else f"{text}\n"
        write_atomically(path, (start + "".join(f"{word}\n" for word in new)).encode())


def _append_items(path: Path, table: Sequence[str | int], words: Sequence[str]) -> None:
    try:
        root = tomlkit.parse(_read(path))
    except TOMLKitError as error:
        raise ReviewlintError(f"This is not TOML: {error}", path=shown(path)) from None
    place: Any = root
    for key in table:
        place = place[key]
    if "accept" not in place:
        place["accept"] = tomlkit.array()
    for word in dict.fromkeys(words):
        if word not in place["accept"]:
            place["accept"].append(word)
    write_atomically(path, tomlkit.dumps(root).encode())


def _read(path: Path) -> str:
    try:
        return read_text(path)
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or error
        raise ReviewlintError(f"This file cannot be read: {reason}.", path=shown(path)) from None
