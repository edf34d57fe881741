"""The configuration of a draft: the nearest file, what that extends, and its tables for some drafts only."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from reviewlint.cache.folder import user_config
from reviewlint.config.checks import check_layer, check_table, refuse_reaching_out
from reviewlint.config.former import with_current_names
from reviewlint.config.keys import SETTINGS
from reviewlint.config.patterns import names
from reviewlint.errors import ReviewlintError
from reviewlint.reach import exists, is_file, is_within, leads_out, read_text
from reviewlint.toml_places import read_toml

if TYPE_CHECKING:
    from reviewlint.toml_places import Key

FILE_NAME = "reviewlint.toml"
_SHARED = "pyproject.toml"
CONFIG_NAMES = (FILE_NAME, _SHARED)
_TABLE = ("tool", "reviewlint")
_OUR_TABLE = re.compile(r"^[ \t]*\[+[ \t]*tool[ \t]*\.[ \t]*reviewlint\b", re.MULTILINE)


class Origin(NamedTuple):
    """Where a setting comes from: a file and line, or else an option or the default."""

    path: Path | None = None
    line: int | None = None
    option: str = "default"

    def __str__(self) -> str:
        """Return the place as people write it."""
        if self.path is None:
            return self.option
        return f"{self.path}:{self.line}" if self.line else str(self.path)


@dataclass(frozen=True, slots=True, eq=False)
class Layer:
    """Settings that stand together: in a table of a file, on the command line, or the defaults.

    `text` is the whole file, and `table` says where in it they stand. `files` are patterns of the drafts they are
    for, seen from the file's folder; without any they are for all.
    """

    values: Mapping[str, Any]
    path: Path | None = None
    text: str = ""
    table: Key = ()
    files: tuple[str, ...] = ()
    option: str = "default"

    def __post_init__(self) -> None:
        object.__setattr__(self, "values", with_current_names(self.values))

    def origin(self, *key: str | int) -> Origin:
        """Return where a key stands, or the nearest key above it."""
        if self.path is None:
            return Origin(option=self.option)
        full, lines = (*self.table, *key), _lines(self.text)
        line = next((lines[full[:end]] for end in range(len(full), 0, -1) if full[:end] in lines), None)
        return Origin(shown(self.path), line)

    def error(self, message: str, *key: str | int, hint: str | None = None) -> ReviewlintError:
        """Return an error about a key."""
        origin = self.origin(*key)
        return ReviewlintError(message, path=origin.path, line=origin.line, hint=hint)

    def holds_for(self, draft: Path) -> bool:
        """Tell whether these settings are for a draft."""
        return not self.files or self.path is None or matches(draft, self.path.parent, self.files)


@cache
def _lines(text: str) -> dict[Key, int]:
    from reviewlint.toml_places import key_lines  # only somebody's slip needs it

    return key_lines(text)


DEFAULTS = Layer({key: setting.default for key, setting in SETTINGS.items() if setting.default is not None})


@dataclass(frozen=True, slots=True, eq=False)
class Config:
    """All settings that may hold in a folder; a later layer goes over an earlier one. `path` is the nearest file."""

    layers: tuple[Layer, ...] = (DEFAULTS,)
    path: Path | None = None

    def for_draft(self, draft: Path) -> tuple[Layer, ...]:
        """Return the layers that hold for a draft."""
        return tuple(layer for layer in self.layers if layer.holds_for(draft))

    def excludes(self, path: Path, *, folder: bool) -> bool:
        """Tell whether a file or folder is left out when what is above it is checked."""
        return any(
            layer.path is not None and matches(path, layer.path.parent, tuple(layer.values["exclude"]), folder=folder)
            for layer in self.layers
            if layer.values.get("exclude")
        )


def matches(path: Path, root: Path, patterns: tuple[str, ...], *, folder: bool = False) -> bool:
    """Tell whether a file or folder fits one of the patterns of a .gitignore that stands in `root`."""
    full = absolute(path)
    patterns = tuple(pattern[pattern.startswith("./") :] for pattern in patterns)  # ./ as a shell completes it
    if not full.is_relative_to(root):
        return False
    return names(patterns, full.relative_to(root).as_posix() + "/" * folder)


def absolute(path: Path) -> Path:
    """Return a path from the root, without `..`; links are not followed, so it is the path that people know."""
    return Path(os.path.abspath(path))  # noqa: PTH100


def shown(path: Path) -> Path:
    """Return a path as people like to read it: from the current folder, if it lies below that."""
    full, here = absolute(path), Path.cwd()
    return full.relative_to(here) if full.is_relative_to(here) else full


def find_config(folder: Path) -> Config:
    """Return the nearest configuration at or above a folder: reviewlint.toml, or pyproject.toml with our table.

    The search ends at the top of a git repository, or at the home folder. The user's own configuration holds under it.
    Raise ReviewlintError on a file that is wrong, or that asks for what only the user's own may.
    """
    return _find(absolute(folder))


def forget_configs() -> None:
    """Read configurations anew from now on, for one may have changed."""
    _find.cache_clear()
    _of_user.cache_clear()


def is_trusted(folder: Path) -> bool:
    """Tell whether the user's own configuration trusts what stands in a folder."""
    own = user_config()
    return any(
        is_within(folder, own.parent / Path(name).expanduser())
        for layer in _of_user()
        if own is not None
        for name in layer.values.get("trusted", ())
    )


@cache
def _of_user() -> tuple[Layer, ...]:
    """Return the layers of the user's own configuration, if there is one."""
    path = user_config()
    return _layers(path, (), of_user=True) if path is not None and is_file(path) else ()


@cache
def _find(folder: Path) -> Config:
    for name in CONFIG_NAMES:
        path = folder / name
        if path != user_config() and is_file(path) and (name == FILE_NAME or _has_table(path)):
            return Config((DEFAULTS, *_of_user(), *_layers(path, ())), path)
    if folder.parent == folder or exists(folder / ".git") or folder == _home():
        return Config((DEFAULTS, *_of_user()))
    return _find(folder.parent)


@cache
def _home() -> Path | None:
    try:
        return Path.home()
    except RuntimeError:  # a user without one
        return None


def _has_table(path: Path) -> bool:
    """Tell whether a pyproject.toml has our table. One that cannot be read is ours to report where it names it."""
    text = ""
    try:
        text = read_text(path)
        return "reviewlint" in text and not leads_out(path, path.parent) and _ours(path, read_toml(text)) is not None
    except tomllib.TOMLDecodeError:
        return _OUR_TABLE.search(text) is not None and not leads_out(path, path.parent)
    except (OSError, ValueError):
        return False


def _ours(path: Path, table: Any) -> Any:
    """Return our part of a file's table, or None if it has none."""
    if path.name == _SHARED:
        for key in _TABLE:
            table = table.get(key) if isinstance(table, dict) else None
    return table


def _layers(path: Path, above: tuple[Path, ...], *, of_user: bool = False) -> tuple[Layer, ...]:
    """Return the layers of a file, those of what it extends first; `above` are the files that extend this one."""
    if path.resolve() in above:
        raise ReviewlintError("This configuration extends itself.", path=shown(path))
    trusted = of_user or is_trusted(path.parent)
    if not trusted and leads_out(path, path.parent):
        raise ReviewlintError("This configuration is a link to a file outside of its repository.", path=shown(path))
    text, table = _read(path)
    prefix: Key = _TABLE if path.name == _SHARED else ()
    layer = Layer(table, path, text, prefix)
    check_layer(layer, of_user=of_user)
    tables = tuple(_for_some(layer, at) for at in range(len(table.get("per-file", ()))))
    for each in (layer, *tables) if not trusted else ():
        refuse_reaching_out(each, path.parent)
    extended: tuple[Layer, ...] = ()
    if parent := table.get("extend"):
        base = absolute(path.parent / parent)
        if not is_file(base):
            raise layer.error(f"There is no file {parent} to extend.", "extend", hint="It is sought from this folder.")
        extended = _layers(base, (*above, path.resolve()), of_user=of_user)
    return (*extended, layer, *tables)


def _read(path: Path) -> tuple[str, dict[str, Any]]:
    try:
        text = read_text(path)
        table = _ours(path, read_toml(text))
    except tomllib.TOMLDecodeError as error:
        reason, _, place = str(error).partition(" (at ")
        number = place.removeprefix("line ").partition(",")[0]
        line = int(number) if number.isdigit() else text.count("\n") + 1  # else "end of document"
        raise ReviewlintError(f"This is not TOML: {reason}.", path=shown(path), line=line) from None
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ReviewlintError(f"This configuration cannot be read: {reason}.", path=shown(path)) from None
    if not isinstance(table, dict):
        raise ReviewlintError("There is no table [tool.reviewlint] in this file.", path=shown(path))
    return text, table


def _for_some(whole: Layer, at: int) -> Layer:
    """Return the layer of one of the tables of `per-file`."""
    values = whole.values["per-file"][at]
    files = values.get("files", ())
    patterns = tuple(files) if isinstance(files, list) else ()
    layer = Layer(values, whole.path, whole.text, (*whole.table, "per-file", at), patterns)
    check_table(layer)
    return layer


def last(layers: Iterable[Layer], key: str) -> Any:
    """Return the value of a key in the last layer that has it."""
    return deciding(layers, key).values[key]


def deciding(layers: Iterable[Layer], key: str) -> Layer:
    """Return the last layer that has a key; the defaults have those that need one."""
    return [layer for layer in layers if key in layer.values][-1]
