"""Writes into a configuration what an editor has decided, and leaves the rest of the file as it is."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import tomlkit
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import Array

from reviewlint.config.files import FILE_NAME, Config, Layer, absolute, find_config, shown
from reviewlint.config.setup import forget_setups
from reviewlint.errors import ReviewlintError
from reviewlint.fix import write_atomically
from reviewlint.reach import read_text, top_above

_ROOM = 100  # characters of a list on one line


def accept_words(draft: Path, words: Sequence[str]) -> Path:
    """Accept words in all drafts that share the configuration of `draft`, and return the file that was written.

    They go into the file of words that the nearest configuration names, or else into its list; where there is no
    configuration, a new one at the top of the project, or beside the draft. Words that are there already are not
    written again. Raise ReviewlintError where a file is wrong or cannot be written.
    """
    own = _own_layer(find_config(absolute(draft).parent))
    path = words_file(draft)
    if own is not None and path != own.path:
        _append_lines(path, words)
    else:
        root, place = _open(path, own)
        _append(place, "accept", words)
        write_atomically(path, tomlkit.dumps(root).encode())
    forget_setups()
    return path


def words_file(draft: Path) -> Path:
    """Return the file that `accept_words` writes for a draft, which need not be there.

    Raise ReviewlintError where the configuration is wrong.
    """
    config = find_config(absolute(draft).parent)
    own = _own_layer(config)
    accept = own.values.get("accept") if own is not None else None
    if own is not None and own.path is not None and isinstance(accept, str):
        return absolute(own.path.parent / accept)
    return _path_for(draft, config)


def ignore_rules(draft: Path, rules: Sequence[str], only: Path | None = None) -> Path:
    """Ignore rules or groups in all drafts that share the configuration of `draft`, and return the file written.

    With `only`, a draft or a folder, they are ignored there and nowhere else. Where there is no configuration, a new
    one is made as by `accept_words`. Raise ReviewlintError where a file is wrong or cannot be written.
    """
    config = find_config(absolute(draft).parent)
    path = _path_for(draft, config)
    root, place = _open(path, _own_layer(config))
    _append(place if only is None else _table_for(place, _pattern(only, path.parent)), "ignore", rules)
    write_atomically(path, tomlkit.dumps(root).encode())
    forget_setups()
    return path


def _path_for(draft: Path, config: Config) -> Path:
    return config.path or (top_above(absolute(draft).parent) or absolute(draft).parent) / FILE_NAME


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


def _open(path: Path, own: Layer | None) -> tuple[tomlkit.TOMLDocument, Any]:
    """Return a file as a document, and our table in it."""
    try:
        root = tomlkit.parse(_read(path))
    except TOMLKitError as error:
        raise ReviewlintError(f"This is not TOML: {error}", path=shown(path)) from None
    place: Any = root
    for key in own.table if own is not None else ():
        place = place[key]
    return root, place


def _append(place: Any, key: str, items: Sequence[str]) -> None:
    """Append to the list of a table what is not yet in it; a list that gets long has one item a line."""
    if key not in place:
        place[key] = tomlkit.array()
    for item in dict.fromkeys(items):
        if item not in place[key]:
            place[key].append(item)
    shown_as = place[key].as_string()
    if len(shown_as) > _ROOM and "\n" not in shown_as:
        place[key].multiline(True)


def _table_for(place: Any, pattern: str) -> Any:
    """Return the table of `per-file` that is for a pattern alone; it is added where there is none."""
    if "per-file" not in place:
        place["per-file"] = tomlkit.aot()
    tables = place["per-file"]
    found = next((table for table in tables if list(table.get("files", ())) == [pattern]), None)
    if found is not None:
        return found
    table = tomlkit.inline_table() if isinstance(tables, Array) else tomlkit.table()
    table["files"] = [pattern]
    tables.append(table)
    return tables[-1]


def _pattern(only: Path, folder: Path) -> str:
    """Return the pattern of .gitignore that fits a file or folder and nothing else, seen from a folder above it."""
    full = absolute(only)
    if not full.is_relative_to(folder):
        raise ReviewlintError(f"This is outside of {shown(folder)}, where the configuration is.", path=only)
    escaped = "".join(f"\\{char}" if char in "*?[]" else char for char in full.relative_to(folder).as_posix())
    return f"/{escaped}{'/' * only.is_dir()}"


def _read(path: Path) -> str:
    try:
        return read_text(path)
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or error
        raise ReviewlintError(f"This file cannot be read: {reason}.", path=shown(path)) from None
