"""`reviewlint cache`, and the cache for a run."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from reviewlint.cli.terminal import put
from reviewlint.errors import ReviewlintError

if TYPE_CHECKING:
    from reviewlint.cache.rows import Row
    from reviewlint.cache.store import Store


@click.group(name="cache")
def command() -> None:
    """Show or clear the cache of findings.

    By default findings are kept between runs, and a draft is checked again only if something about it changed;
    `check --no-cache` does without.
    """


@command.command()
def info() -> None:
    """Show where the cache is and how big it is."""
    from reviewlint.cache.rows import cache_file
    from reviewlint.cache.store import MAX_BYTES

    path = cache_file()
    if not path.exists():
        put(f"{path}: nothing yet.")
        return
    with cache_for(True) as store:
        if store is None or not store.usable:
            raise ReviewlintError("The cache cannot be written, so it is not used.", path=path)
        drafts, size = store.info()
    put(f"{path}: {drafts:,} draft{'s' * (drafts != 1)}, {size / 1e6:.1f} MB of at most {MAX_BYTES / 1e6:.0f} MB.")


@command.command()
def clear() -> None:
    """Delete the cache of findings and of compiled rules."""
    from reviewlint.cache.rows import cache_file
    from reviewlint.cache.store import remove
    from reviewlint.cache.tables import forget

    path = cache_file()
    try:
        there = path.exists()
        remove(path)
        forget()
    except OSError as error:
        raise ReviewlintError(f"The cache cannot be deleted: {error.strerror or error}.", path=path) from None
    put(f"Deleted {path}." if there else "There is no cache.")


@contextmanager
def cache_for(wanted: bool) -> Iterator[Store[Row] | None]:
    """Open the cache for a run; None if it is not wanted. What befalls it is said on standard error."""
    if not wanted:
        yield None
        return
    from reviewlint.cache.rows import cache_file, open_store  # a run without it need not load SQLite

    try:
        path = cache_file()
    except ReviewlintError:  # `reviewlint cache info` says so
        yield None
        return
    store = open_store(lambda message: put(message, err=True), path)
    try:
        yield store
    finally:
        store.close()
