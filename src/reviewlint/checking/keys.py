"""What the findings on a draft depend on, beside its facts, as one key."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path

from reviewlint import __version__
from reviewlint.checking.engine import identity_of
from reviewlint.config.files import Layer, absolute
from reviewlint.reach import MOST_CONFIG, read_bytes

_PACKAGE = Path(__file__).resolve().parents[1]


def key_of(path: str, data: bytes, layers: tuple[Layer, ...]) -> bytes:
    """Return the key of a draft: its path, for findings name it, its bytes, its configuration and the programs."""
    engine = identity_of(layers).encode(errors="surrogateescape") + b"\0"
    digest = sha256(program() + configuration(layers) + engine + path.encode(errors="surrogateescape") + b"\0")
    digest.update(data)
    return digest.digest()


@cache
def program() -> bytes:
    """Return a digest of this program: its version, what it is made of, and the packages installed beside it."""
    parts = [__version__, sys.version, *_installed(), *_made_of()]
    return sha256("\n".join(parts).encode(errors="surrogateescape")).digest()


def _installed() -> Iterator[str]:
    """Yield the packages on the path with their versions, by the names of their folders."""
    for folder in sys.path:
        try:
            names = os.listdir(folder or ".")  # noqa: PTH208
        except OSError:
            continue
        yield from sorted(name for name in names if name.endswith((".dist-info", ".egg-info")))


def _made_of() -> Iterator[str]:
    """Yield what the program consists of: the hashes in its record, or sizes and times if it runs from its sources."""
    for record in _PACKAGE.parent.glob(f"reviewlint-{__version__}.dist-info/RECORD"):
        yield record.read_text(encoding="utf-8", errors="replace")
        return
    for folder in (_PACKAGE, _PACKAGE.parents[1] / "rules"):
        yield from _times(folder)


def _times(folder: Path) -> Iterator[str]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        if entry.is_dir():
            if entry.name != "__pycache__":
                yield from _times(Path(entry.path))
        else:
            state = entry.stat()
            yield f"{entry.path} {state.st_size} {state.st_mtime_ns}"


@cache
def configuration(layers: tuple[Layer, ...]) -> bytes:
    """Return a digest of some layers of configuration and of the files that they name."""
    digest = sha256()
    for layer in layers:
        if not layer.values:  # as a command line without options
            continue
        digest.update(json.dumps(layer.values, default=str, sort_keys=True).encode(errors="surrogateescape"))
        for path in _named_files(layer):
            digest.update(str(path).encode(errors="surrogateescape") + b"\0" + _content(path))
    return digest.digest()


def _named_files(layer: Layer) -> Iterable[Path]:
    folder = layer.path.parent if layer.path else Path()
    accept = layer.values.get("accept")
    if isinstance(accept, str):
        yield absolute(folder / accept)
    for name in layer.values.get("rule-folders", ()):
        yield from sorted(absolute(folder / name).rglob("*.toml"))


def _content(path: Path) -> bytes:
    try:
        return sha256(read_bytes(path, MOST_CONFIG)).digest()
    except OSError:
        return b"unreadable"


def facts_digest(files: Iterable[Path]) -> bytes:
    """Return a digest of facts files: their paths, for findings name them, and what is in them."""
    digest = sha256()
    for path in files:
        digest.update(str(path).encode(errors="surrogateescape") + b"\0" + _content(path))
    return digest.digest()
