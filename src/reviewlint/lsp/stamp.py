"""Whether the files that decide about a draft have changed, for editors that do not watch files."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from reviewlint.config.files import CONFIG_NAMES, find_config
from reviewlint.config.setup import rule_folders
from reviewlint.errors import ReviewlintError

Stamp = tuple[tuple[str, int, int], ...]


def stamp_of(draft: Path) -> Stamp:
    """Return the sizes and times of the configuration files of a draft, with the words and rules that they name.

    Facts files are not among them: these are read at each check.
    """
    return tuple(stamp for path in _files(draft) if (stamp := _stamp(path)) is not None)


def _files(draft: Path) -> Iterator[Path]:
    for folder in draft.parents:
        yield from (folder / name for name in CONFIG_NAMES)
    with suppress(ReviewlintError):
        layers = find_config(draft.parent).layers
        for layer in layers:
            if layer.path is not None:
                yield layer.path
                if isinstance(accept := layer.values.get("accept"), str):
                    yield layer.path.parent / accept
        for folder in rule_folders(layers):
            yield from sorted(folder.glob("*/*.toml"))


def _stamp(path: Path) -> tuple[str, int, int] | None:
    try:
        found = os.stat(path)  # noqa: PTH116
    except (OSError, ValueError):
        return None
    return str(path), found.st_mtime_ns, found.st_size
