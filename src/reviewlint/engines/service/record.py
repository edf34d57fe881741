"""The note that a server's keeper leaves: which process it is, and where the server answers.

It lies in a folder of its own that only its user may enter. The token stands in the keeper's command line too, so that
a process that merely has its number is not taken for it.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

NAME = "server.json"
HERE = "127.0.0.1"


@dataclass(frozen=True, slots=True)
class Record:
    """A keeper and its server: the numbers of their processes, and the port on this machine once the server answers.

    `trouble` and `remedy` say why there is no server, if it could not be started.
    """

    keeper: int
    token: str
    server: int | None = None
    port: int | None = None
    trouble: str | None = None
    remedy: str | None = None

    @property
    def url(self) -> str:
        """Return the address that requests start with."""
        return f"http://{HERE}:{self.port}"


def write(folder: Path, record: Record) -> None:
    """Put a note into its folder, at once as a whole; raise OSError where that cannot be."""
    new = folder / f"{NAME}.{os.getpid()}"
    new.write_text(json.dumps(asdict(record)), encoding="utf-8")
    new.replace(folder / NAME)


def write_first(folder: Path, record: Record) -> None:
    """Put a note into its folder unless there is one; raise OSError where that cannot be."""
    with suppress(FileExistsError), (folder / NAME).open("x", encoding="utf-8") as file:
        file.write(json.dumps(asdict(record)))


def read(folder: Path) -> Record | None:
    """Return the note in a folder, or None where there is none that makes sense."""
    try:
        said = json.loads((folder / NAME).read_text(encoding="utf-8"))
        record = Record(**said)
    except (OSError, ValueError, TypeError):
        return None
    return record if isinstance(record.keeper, int) and isinstance(record.token, str) else None


def touch(folder: Path) -> None:
    """Say that the server is in use; it ends when it has not been for long."""
    with suppress(OSError):
        os.utime(folder / NAME)
