"""What of the disk is read: ordinary files, up to a size, and nothing outside of the repository by way of a link."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

# Marks of the top of a project. A repository's goes before those of a configuration, which may stand below it.
_REPOSITORY = ".git"
_PROJECT = ("reviewlint.toml", "pyproject.toml")
MOST_DRAFT = 2_000_000  # bytes; as long as three novels: a slip, not a review
MOST_PACKED = 64_000_000  # bytes of a Word document, with its pictures
MOST_CONFIG = 1_000_000  # bytes of a configuration, a rule or a file of words
MOST_GITIGNORE = 250_000
MOST_REPORT = 64_000_000  # of a baseline, or a report of before


def is_file(path: Path) -> bool:
    """Tell whether there is such a file; a name that no file can have is none (`Path.is_file` raises for some)."""
    return os.path.isfile(path)  # noqa: PTH113


def is_folder(path: Path) -> bool:
    """Tell whether there is such a folder; a name that none can have is none."""
    return os.path.isdir(path)  # noqa: PTH112


def exists(path: Path) -> bool:
    """Tell whether something is there; under a name that nothing can have, nothing is."""
    return os.path.exists(path)  # noqa: PTH110


def read_bytes(path: Path, most: int, *, ordinary: bool = True) -> bytes:
    """Return what is in a file; raise OSError where it cannot be read, or holds more than `most` bytes.

    With `ordinary`, a pipe or a device, which may have no end or never answer, is such a case too.
    """
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0) | (getattr(os, "O_NONBLOCK", 0) if ordinary else 0))
    with os.fdopen(handle, "rb") as file:
        if ordinary and not stat.S_ISREG(os.fstat(handle).st_mode):
            raise OSError(errno.EINVAL, "it is not an ordinary file", str(path))
        data = file.read(most + 1)
    if len(data) > most:
        raise OSError(errno.EFBIG, f"it has more than {most / 1e6:g} MB", str(path))
    return data


def read_text(path: Path, most: int = MOST_CONFIG) -> str:
    """Return the UTF-8 text of an ordinary file, without a byte order mark and with line feeds as line ends.

    Raise OSError as `read_bytes` does, and UnicodeDecodeError.
    """
    return read_bytes(path, most).decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")


def top_above(folder: Path) -> Path | None:
    """Return the top of the project that a folder, given from the root, lies in; None if it is in none.

    That is the repository's top, or else the nearest folder with a configuration. What stands in the home folder or
    above it makes no project of all that its user has.
    """
    marked: Path | None = None
    home = os.path.expanduser("~")  # noqa: PTH111
    for place in (folder, *folder.parents):
        if str(place) == home or place == place.parent:
            break
        if exists(place / _REPOSITORY):
            return place
        if marked is None and any(is_file(place / name) for name in _PROJECT):
            marked = place
    return marked


def is_within(path: Path, *folders: Path) -> bool:
    """Tell whether a path, once all links are followed, lies in one of some folders, or is one of them."""
    real = _real(path)
    return any(real == place or place in real.parents for place in map(_real, folders))


def leads_out(path: Path, folder: Path) -> bool:
    """Tell whether a path seen from a folder leads out of its project, or of the folder where there is none.

    Links are followed. A name that nothing can have leads nowhere.
    """
    if "\0" in str(path):
        return False
    return not is_within(path, top_above(Path(os.path.abspath(folder))) or folder, folder)  # noqa: PTH100


def _real(path: Path) -> Path:
    return Path(os.path.realpath(path))
