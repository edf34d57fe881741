"""What a run may still ask, shared by all its processes: a small file of SQLite that lasts as long as the run."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from reviewlint.second_opinion.settings import ModelSettings

_WAIT = 10.0  # seconds for another process


@dataclass(frozen=True, slots=True)
class Budget:
    """The file in which a run counts."""

    path: Path

    def take(self, settings: ModelSettings, tokens: int) -> str | None:
        """Take a sentence and the most tokens that it may need; return None, or why there is none to be had.

        That is what stopped the run, or the cap reached.
        """
        with self._open() as connection:
            sentences, spent, seconds, stopped = connection.execute("SELECT * FROM spent").fetchone()
            if stopped:
                return str(stopped)
            for cap, full, name in (
                (settings.sentences, sentences >= settings.sentences, "sentences"),
                (settings.tokens, spent + tokens > settings.tokens, "tokens"),
                (settings.seconds, seconds >= settings.seconds, "seconds"),
            ):
                if full:
                    return f"a run asks for at most {cap:,g} {name} (model.{name})"
            connection.execute("UPDATE spent SET sentences = sentences + 1, tokens = tokens + ?", (tokens,))
        return None

    def spend(self, tokens: int, seconds: float) -> None:
        """Count what a question took, in tokens more or fewer than were taken for it."""
        with self._open() as connection:
            connection.execute("UPDATE spent SET tokens = tokens + ?, seconds = seconds + ?", (tokens, seconds))

    def stop(self, reason: str) -> None:
        """Let no process of the run ask any more."""
        with self._open() as connection:
            connection.execute("UPDATE spent SET stopped = coalesce(stopped, ?)", (reason,))

    def left(self, settings: ModelSettings) -> float:
        """Return the seconds that are left."""
        with self._open() as connection:
            spent: float = connection.execute("SELECT seconds FROM spent").fetchone()[0]
        return max(0.0, settings.seconds - spent)

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        """Give the file to one process at a time, and write what it changed."""
        with closing(sqlite3.connect(self.path, timeout=_WAIT, isolation_level=None)) as connection:
            connection.execute("BEGIN IMMEDIATE")
            yield connection
            connection.execute("COMMIT")


@contextmanager
def new_budget() -> Iterator[Budget]:
    """Give a budget that nothing is spent of; it is gone at the end."""
    with TemporaryDirectory(prefix="reviewlint-") as folder:
        path = Path(folder) / "spent.db"
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("CREATE TABLE spent (sentences, tokens, seconds, stopped)")
            connection.execute("INSERT INTO spent VALUES (0, 0, 0.0, NULL)")
            connection.commit()
        yield Budget(path)
