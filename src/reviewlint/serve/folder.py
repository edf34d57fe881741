"""The drafts that the page may read and write: those under the folder where it was started, and nothing else."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from reviewlint.document import Source
from reviewlint.document.formats import PACKED
from reviewlint.document.parse import SUFFIXES
from reviewlint.drafts.find import find_drafts
from reviewlint.errors import ReviewlintError
from reviewlint.facts.gather import SUFFIXES as FACTS_SUFFIXES
from reviewlint.fix import write_atomically
from reviewlint.reach import MOST_CONFIG, MOST_DRAFT, exists, is_folder, is_within, read_bytes

MOST_LISTED = 20_000
_TEXTS = tuple(SUFFIXES - PACKED)  # a Word document is no text to write in
_KNOWN = (*_TEXTS, *FACTS_SUFFIXES)


class Held(NamedTuple):
    """A file as it stands: its text, with line feeds as line ends, and a name for this state of it."""

    text: str
    version: str


class Changed(ReviewlintError):
    """A file is no longer as the page had it."""


class Folder:
    """A folder and what is below it. Paths in it are given with `/`, from the folder."""

    def __init__(self, top: Path) -> None:
        self.top = top

    def drafts(self) -> list[str]:
        """Return the drafts in the folder that are texts, as `check` finds them; no more than MOST_LISTED."""
        found, _ = find_drafts([self.top])
        names = [self.name_of(path) for path in found]
        return [name for name in names if name.lower().endswith(_TEXTS)][:MOST_LISTED]

    def name_of(self, path: Path) -> str:
        """Return the path of a file from the folder."""
        return path.relative_to(self.top).as_posix()

    def shown(self, words: str) -> str:
        """Return words with the paths in them as seen from the folder."""
        return words.replace(f"{self.top}{os.sep}", "")

    def path_of(self, name: str) -> Path:
        """Return the file of a draft or of facts; raise ReviewlintError for one that is not in the folder.

        Links are followed: what lies elsewhere, or is hidden, is not in the folder, whatever leads there.
        """
        parts = PurePosixPath(name).parts
        path = self.top.joinpath(*parts)
        plain = bool(parts) and not any(part.startswith(".") or "\\" in part or ":" in part for part in parts)
        if not plain or "\0" in name or name.startswith("/") or not is_within(path, self.top):
            raise ReviewlintError("This file is not in the folder where the page was started.", path=name or None)
        if not name.lower().endswith(_KNOWN):
            raise ReviewlintError("This is neither a draft nor a facts file.", path=name)
        return path

    def has(self, path: Path) -> bool:
        """Tell whether a file lies in the folder, once links are followed."""
        return path.is_relative_to(self.top) and is_within(path, self.top)

    def read(self, name: str) -> Held:
        """Return a file as it stands; raise ReviewlintError where it cannot be read."""
        data = self._bytes(name)
        text = Source.from_bytes(name, data).text.replace("\r\n", "\n").replace("\r", "\n")
        return Held(text, _version(data))

    def write(self, name: str, text: str, version: str | None) -> str:
        """Put a text into a file and return its new version. Line ends, encoding and byte order mark stay.

        `version` is what the page has read, None for a file that is to be new. Raise Changed where the file is not so
        any more, and ReviewlintError where it cannot be written.
        """
        path = self.path_of(name)
        if not is_folder(path.parent):
            raise ReviewlintError("There is no such folder.", path=name)
        before = self._bytes(name) if exists(path) else None
        if (None if before is None else _version(before)) != version:
            raise Changed("This file is not as it was when the page read it.", path=name)
        old = Source.from_bytes(name, before or b"")
        data = old.to_bytes(text.replace("\n", "\r\n") if "\r\n" in old.text else text)
        if len(data) > _most(name):
            raise ReviewlintError(f"This is longer than {_most(name) / 1e6:g} MB.", path=name)
        write_atomically(path, data)
        return _version(data)

    def _bytes(self, name: str) -> bytes:
        try:
            return read_bytes(self.path_of(name), _most(name))
        except OSError as error:
            raise ReviewlintError(f"This file cannot be read: {error.strerror or error}.", path=name) from None


def _most(name: str) -> int:
    return MOST_CONFIG if name.lower().endswith(FACTS_SUFFIXES) else MOST_DRAFT


def _version(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
