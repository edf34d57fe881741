"""IMDb's own files, as the user downloads them: tab-separated, in gzip or not, read line by line.

Their fields hold bare quotes, so they are no CSV. `\\N` stands for nothing. Seven files are described at
https://developer.imdb.com/non-commercial-datasets/ ; what is in them may be used personally and non-commercially.
"""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

from reviewlint.errors import ReviewlintError
from reviewlint.reach import is_file

NOTHING = "\\N"
COLUMNS: dict[str, tuple[str, ...]] = {
    "title.basics": (
        "tconst", "titleType", "primaryTitle", "originalTitle", "isAdult", "startYear", "endYear", "runtimeMinutes",
        "genres",
    ),
    "title.akas": (
        "titleId", "ordering", "title", "region", "language", "types", "attributes", "isOriginalTitle",
    ),
    "title.crew": ("tconst", "directors", "writers"),
    "title.principals": ("tconst", "ordering", "nconst", "category", "job", "characters"),
    "title.episode": ("tconst", "parentTconst", "seasonNumber", "episodeNumber"),
    "title.ratings": ("tconst", "averageRating", "numVotes"),
    "name.basics": ("nconst", "primaryName", "birthYear", "deathYear", "primaryProfession", "knownForTitles"),
}  # fmt: skip
NEEDED = ("title.basics", "name.basics", "title.crew")
_LONGEST = 1_000_000  # bytes of a heading
_TOLD = 50_000  # rows between two words on how far it is


class ImdbFiles:
    """The files in a folder. `read` counts the bytes that were read of them, packed; `bad` the lines left out."""

    def __init__(self, folder: Path, tell: Callable[[int, int], None]) -> None:
        self._tell = tell
        self.paths = {name: found for name in COLUMNS if (found := _find(folder, name)) is not None}
        missing = [f"{name}.tsv.gz" for name in NEEDED if name not in self.paths]
        if missing:
            hint = "Download them from https://datasets.imdbws.com/ into this folder."
            raise ReviewlintError(f"These files are missing: {', '.join(missing)}.", path=folder, hint=hint)
        self._size = sum(path.stat().st_size for path in self.paths.values())
        self._before = 0
        self.rows = 0
        self.bad = 0

    def rows_of(self, name: str) -> Iterator[list[str]]:
        """Yield the rows of a file, without its heading; nothing if it is not there.

        Raise ReviewlintError where it is damaged, or has other columns than it should.
        """
        path = self.paths.get(name)
        if path is None:
            return
        try:
            with path.open("rb") as packed:
                yield from self._rows(name, path, packed)
        except (EOFError, zlib.error, OSError, UnicodeDecodeError) as error:
            reason = "it is not UTF-8" if isinstance(error, UnicodeDecodeError) else str(error) or "it is cut short"
            raise ReviewlintError(f"This file is damaged: {reason}.", path=path, hint="Download it again.") from None
        self._before += path.stat().st_size

    def _rows(self, name: str, path: Path, packed: IO[bytes]) -> Iterator[list[str]]:
        columns = COLUMNS[name]
        plain = gzip.GzipFile(fileobj=packed) if path.suffix == ".gz" else packed
        heading = plain.readline(_LONGEST).decode().rstrip("\r\n").split("\t")
        if tuple(heading) != columns:
            raise ReviewlintError(f"This file has other columns than {name}.", path=path)
        for line in plain:
            row = line.decode().rstrip("\r\n").split("\t")
            if len(row) == len(columns):
                yield row
            else:
                self.bad += 1
            self.rows += 1
            if self.rows % _TOLD == 0:
                self._tell(self._before + packed.tell(), self._size)


def _find(folder: Path, name: str) -> Path | None:
    return next((path for end in (".tsv.gz", ".tsv") if is_file(path := folder / f"{name}{end}")), None)


def number_of(own_id: str) -> int | None:
    """Return the number in an id of IMDb: 111161 of tt0111161."""
    digits = own_id[2:]
    return int(digits) if digits.isdigit() and len(digits) < 10 else None


def whole(field: str) -> int | None:
    """Return a whole number, or None for nothing."""
    return int(field) if field.isdigit() and len(field) < 10 else None
