"""What holds for a draft: the nearest configuration file, and what the command line says beside it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatch
from functools import cache
from pathlib import Path
from typing import Any

from reviewlint.errors import ReviewlintError, nearest
from reviewlint.finding import Severity
from reviewlint.rules.anatomy import line_of_key, toml_line

FILE_NAME = "reviewlint.toml"
# key -> type, default, a sentence for `config show`, `init` and the docs
KEYS: dict[str, tuple[type, Any, str]] = {
    "select": (list, ["all"], "Rules and groups to check."),
    "ignore": (list, [], "Rules and groups to leave out."),
    "fail-on": (str, "warning", "The least severity that makes the exit status 1: info, warning or error."),
    "rule-folders": (list, [], "Folders with rules of your own, beside this file."),
    "accept": (list, [], "Words that are never wrong. A word with capitals counts only as it is written."),
    "accept-files": (list, [], "Files with such words, one a line, beside this file."),
    "exclude": (list, [], "Patterns of paths that a folder is checked without."),
    "english": (str, "auto", "The English of the drafts: us, gb, or auto to judge from each draft."),
    "facts": (dict, {}, "`keys` maps front matter keys to schema.org names, `rating-scale` is your best rating."),
    "rules": (dict, {}, "A table a rule: its severity and options."),
    "per-file": (list, [], "Tables with `files` (patterns) and any of select, ignore, fail-on and rules."),
    "extend": (str, "", "A configuration file that this one adds to."),
}
_PER_FILE = ("files", "select", "ignore", "fail-on", "rules", "english", "facts")
_CHOICES = {"fail-on": tuple(Severity), "english": ("auto", "us", "gb")}


@dataclass(frozen=True, slots=True)
class Setting:
    """A value and where it comes from: a file and line, or "default"."""

    value: Any
    source: str = "default"


@dataclass(frozen=True, slots=True)
class Config:
    """All settings by key, from one file with what it extends; `root` is the folder that patterns start from."""

    settings: Mapping[str, Setting]
    root: Path
    path: Path | None = None
    per_file: tuple[Mapping[str, Setting], ...] = field(default=())

    def __getitem__(self, key: str) -> Any:
        """Return the value of a key."""
        return self.settings[key].value

    def for_file(self, path: Path) -> Config:
        """Return what holds for one draft: the tables of `per-file` that its path matches go over the rest."""
        settings = dict(self.settings)
        for table in self.per_file:
            if any(matches_path(path, self.root, pattern) for pattern in table["files"].value):
                for key, setting in table.items():
                    if key == "files":
                        continue
                    old = settings[key].value
                    joined = {**old, **setting.value} if isinstance(old, dict) else setting.value
                    joined = [*old, *setting.value] if key == "ignore" else joined
                    settings[key] = Setting(joined, setting.source)
        return Config(settings, self.root, self.path)

    def accepted(self) -> list[str]:
        """Return the accepted words, those of the files included."""
        words = list(self["accept"])
        for name in self["accept-files"]:
            path = self.root / name
            try:
                lines = path.read_text(encoding="utf-8").splitlines()
            except (OSError, UnicodeDecodeError):
                raise ReviewlintError("This file of accepted words cannot be read.", path=path) from None
            words += [line.strip() for line in lines if line.strip() and not line.startswith("#")]
        return words


def matches_path(path: Path, root: Path, pattern: str) -> bool:
    """Tell whether a path, as seen from `root`, matches a pattern: a glob, or a folder for all that is in it."""
    try:
        name = path.resolve().relative_to(root.resolve()).as_posix()
    except ValueError:
        name = path.as_posix()
    pattern = pattern.removeprefix("./").rstrip("/")
    return fnmatch(name, pattern) or fnmatch(path.name, pattern) or name.startswith(f"{pattern}/")


def find_config(folder: Path) -> Config:
    """Return the nearest configuration at or above a folder: reviewlint.toml, or pyproject.toml with our table.

    The search ends at the root of a git repository. Raise ReviewlintError on a file that is wrong.
    """
    return _find(folder.resolve())


@cache
def _find(folder: Path) -> Config:
    own, shared = folder / FILE_NAME, folder / "pyproject.toml"
    if own.is_file():
        return load_config(own)
    if shared.is_file() and _table(shared) is not None:
        return load_config(shared)
    if (folder / ".git").exists() or folder.parent == folder:
        return Config({key: Setting(default) for key, (_, default, _) in KEYS.items()}, folder)
    return _find(folder.parent)


def load_config(path: Path, seen: tuple[Path, ...] = ()) -> Config:
    """Return the configuration of a file and of those that it extends; raise ReviewlintError on a slip."""
    if path.resolve() in seen:
        raise ReviewlintError("This configuration extends itself.", path=path)
    table = _table(path)
    if table is None:
        raise ReviewlintError("This file has no configuration for reviewlint.", path=path)
    text = path.read_text(encoding="utf-8")
    settings = {key: Setting(default) for key, (_, default, _) in KEYS.items()}
    per_file: tuple[Mapping[str, Setting], ...] = ()
    if parent := table.get("extend"):
        if not (path.parent / str(parent)).is_file():
            raise ReviewlintError(f"There is no file {parent} to extend.", path=path, line=line_of_key(text, "extend"))
        base = load_config(path.parent / str(parent), (*seen, path.resolve()))
        settings, per_file = dict(base.settings), base.per_file
    for key, value in table.items():
        _check(path, text, key, value, tuple(KEYS))
        settings[key] = Setting(value, f"{path}:{line_of_key(text, key) or 1}")
    for entry in table.get("per-file", []):
        if not isinstance(entry, dict) or "files" not in entry:
            line = line_of_key(text, "per-file")
            raise ReviewlintError("A per-file table names its “files”.", path=path, line=line)
        for key, value in entry.items():
            if key != "files":
                _check(path, text, key, value, _PER_FILE)
        per_file += ({key: Setting(value, f"{path}:{line_of_key(text, key) or 1}") for key, value in entry.items()},)
    return Config(settings, path.parent, path, per_file)


def _table(path: Path) -> dict[str, Any] | None:
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise ReviewlintError(f"This is not TOML: {error}.", path=path, line=toml_line(error)) from None
    except (OSError, UnicodeDecodeError) as error:
        raise ReviewlintError(f"This configuration cannot be read: {error}.", path=path) from None
    if path.name == FILE_NAME or path.name != "pyproject.toml":
        return table
    found = table.get("tool", {}).get("reviewlint")
    return found if isinstance(found, dict) else None


def _check(path: Path, text: str, key: str, value: object, allowed: Sequence[str]) -> None:
    line = line_of_key(text, key)
    if key not in allowed:
        raise ReviewlintError(f"There is no key “{key}”.", path=path, line=line, hint=nearest(key, allowed))
    kind = KEYS[key][0]
    if not isinstance(value, kind):
        name = {"list": "a list", "str": "a string", "dict": "a table"}[kind.__name__]
        raise ReviewlintError(f"“{key}” must be {name}.", path=path, line=line)
    if key in _CHOICES and value not in _CHOICES[key]:
        choices = ", ".join(_CHOICES[key])
        hint = nearest(str(value), _CHOICES[key])
        raise ReviewlintError(f"“{key}” must be one of {choices}, not “{value}”.", path=path, line=line, hint=hint)
    if kind is list and key != "per-file" and not all(isinstance(item, str) for item in value):  # type: ignore[attr-defined]
        raise ReviewlintError(f"“{key}” must be a list of strings.", path=path, line=line)


def where(config: Config, key: str) -> tuple[Path | None, int | None]:
    """Return the file and line a setting comes from, for an error about its value."""
    path, _, line = config.settings[key].source.rpartition(":")
    return (Path(path), int(line)) if line.isdigit() else (config.path, None)


def joined(values: Iterable[str]) -> list[str]:
    """Return selectors given as "a,b" or one by one as a flat list."""
    return [part.strip() for value in values for part in value.split(",") if part.strip()]
