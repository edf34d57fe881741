"""A file in which rows are kept from run to run: one SQLite table, which several processes may use at once."""

from __future__ import annotations

import os
import sqlite3
import stat
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Generic, TypeVar

from reviewlint.cache.folder import refusal
from reviewlint.cache.seal import is_mine, seal

MAX_BYTES = 64_000_000
_PAGES = "SELECT (SELECT page_count FROM pragma_page_count) - (SELECT freelist_count FROM pragma_freelist_count)"
_WAIT = 2.0  # seconds for another process
_DAY = 86_400
_UNWRITABLE = (
    sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_PERM, sqlite3.SQLITE_READONLY,
)  # fmt: skip
_BESIDE = ("", "-wal", "-shm", "-journal")  # the file, and what SQLite keeps with it
T = TypeVar("T")
R = TypeVar("R", bound=tuple[Any, ...])


class Store(Generic[R]):
    """An open file of rows. Where it cannot be used, or no more, it holds nothing and the run goes on without.

    `row` is the named tuple that a row is; the first of its fields is the key, which is bytes. What befalls the file
    goes to `say`; nothing is raised.
    """

    def __init__(self, path: Path, row: Callable[..., R], say: Callable[[str], None]) -> None:
        self._path = path
        self._row = row
        self._fields: tuple[str, ...] = row._fields  # type: ignore[attr-defined]
        self._say = say
        self._used: list[bytes] = []
        self._new: list[R] = []
        self._told = False
        self._connection: sqlite3.Connection | None = None
        self._guarded(self._connect, None)

    def _connect(self) -> None:
        self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        reason = refusal(self._path.parent) or _out_of_order(self._path)
        if reason is not None:
            raise OSError(reason)
        seal()  # without a key, nothing that is read can be believed
        connection = sqlite3.connect(self._path, timeout=_WAIT, isolation_level=None)
        connection.execute("PRAGMA auto_vacuum = INCREMENTAL")
        with suppress(sqlite3.OperationalError):  # at once, where another process is changing it: it is the file's
            connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = OFF")  # after a power cut it is built anew
        key, *others = self._fields
        connection.execute(f"CREATE TABLE IF NOT EXISTS kept ({key} BLOB PRIMARY KEY, {', '.join(others)}, used, seal)")
        self._connection = connection

    def get(self, key: bytes) -> R | None:
        """Return what is known under a key."""
        names = ", ".join(self._fields)
        found = self._ask(f"SELECT {names}, used, seal FROM kept WHERE {self._fields[0]} = ?", (key,))
        if not found:
            return None
        *values, used, sealed = found[0]
        if sealed != self._sealed(values):  # somebody else's, or damaged
            return None
        if used != _today():
            self._used.append(key)
        return self._row(*values)

    def _sealed(self, values: Sequence[Any]) -> bytes:
        """Return the seal of a row: of its fields' names, of the kinds of its values, and of these."""
        return seal(" ".join(self._fields).encode(), *map(_bytes, values))

    def put(self, row: R) -> None:
        """Keep a row; it is written with others, so that processes seldom wait for each other."""
        self._new.append(row)
        if len(self._new) >= 100:
            self.flush()

    def flush(self) -> None:
        """Write what is to be kept, and drop what was not used for longest if there is too much."""
        new, used, self._new, self._used = self._new, self._used, [], []
        if new or used:
            self._guarded(lambda: self._write(new, used), None)

    def _write(self, new: Sequence[R], used: Sequence[bytes]) -> None:
        if self._connection is None:
            return
        today = _today()
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            marks = ", ".join("?" * (len(self._fields) + 2))
            rows = [(*row, today, self._sealed(row)) for row in new]
            self._connection.executemany(f"INSERT OR REPLACE INTO kept VALUES ({marks})", rows)
            old = f"UPDATE kept SET used = ? WHERE {self._fields[0]} = ?"
            self._connection.executemany(old, [(today, key) for key in used])
            size = self._size()
            if size > MAX_BYTES:
                share = 1 - MAX_BYTES / size / 2  # down to half, so that it is seldom done
                self._connection.execute(
                    "DELETE FROM kept WHERE rowid IN (SELECT rowid FROM kept ORDER BY used, rowid"
                    " LIMIT (SELECT CAST(count(*) * ? AS INTEGER) FROM kept))",
                    (share,),
                )
            self._connection.execute("COMMIT")
        except BaseException:
            with suppress(sqlite3.Error):
                self._connection.execute("ROLLBACK")
            raise
        if size > MAX_BYTES:
            self._connection.execute("PRAGMA incremental_vacuum").fetchall()

    def _size(self) -> int:
        pages, size = self._ask(_PAGES), self._ask("PRAGMA page_size")
        return int(pages[0][0]) * int(size[0][0]) if pages and size else 0

    def info(self) -> tuple[int, int]:
        """Return the number of rows and the size in bytes."""
        if self._connection is None:
            return 0, 0
        return int((self._ask("SELECT count(*) FROM kept") or [(0,)])[0][0]), self._size()

    @property
    def usable(self) -> bool:
        """Tell whether anything can be kept here."""
        return self._connection is not None

    def close(self) -> None:
        """Write what is to be kept, and let go of the file."""
        self.flush()
        if self._connection is not None:
            with suppress(sqlite3.Error):
                self._connection.close()
            self._connection = None

    def _ask(self, words: str, values: tuple[object, ...] = ()) -> list[Any]:
        connection = self._connection
        if connection is None:
            return []
        return self._guarded(lambda: connection.execute(words, values).fetchall(), [])

    def _guarded(self, work: Callable[[], T], otherwise: T) -> T:
        """Return what some work on the file returns. A damaged file is begun anew; one that is in use or cannot be
        written is left alone; the latter is said once."""
        try:
            return work()
        except (sqlite3.OperationalError, OSError) as error:
            code = getattr(error, "sqlite_errorcode", None)
            if not self._told and (code is None or code & 0xFF in _UNWRITABLE):
                self._told = True
                why = getattr(error, "strerror", None) or error
                self._say(f"The cache {self._path} cannot be written: {why}. What is found now is not kept.")
            return otherwise
        except sqlite3.DatabaseError:
            self._rebuild()
            return otherwise

    def _rebuild(self) -> None:
        self._connection = None
        try:
            remove(self._path)
            self._connect()
        except (sqlite3.Error, OSError):
            return
        self._say(f"The cache {self._path} was damaged, so it is built again.")


def _bytes(value: Any) -> bytes:
    """Return a value of a row with its kind, as SQLite keeps it."""
    if isinstance(value, str):
        return b"s" + str.encode(value, errors="surrogatepass")
    return b"b" + value if isinstance(value, bytes) else repr(value).encode()


def _out_of_order(path: Path) -> str | None:
    """Return what is wrong with what stands in a file's place: SQLite would wait for ever at a pipe, and follow a link.

    None where there is nothing, or an ordinary file.
    """
    for ending in _BESIDE:
        try:
            state = os.lstat(f"{path}{ending}")
        except FileNotFoundError:
            continue
        if not stat.S_ISREG(state.st_mode) or not is_mine(state):
            return f"{path.name}{ending} is not an ordinary file of this user"
    return None


def remove(path: Path) -> None:
    """Delete such a file and what SQLite keeps beside it; raise OSError if that cannot be."""
    for ending in _BESIDE:
        with suppress(FileNotFoundError):
            os.unlink(f"{path}{ending}")  # noqa: PTH108


def _today() -> int:
    return int(time.time() // _DAY)
