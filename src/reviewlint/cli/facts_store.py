"""`reviewlint facts store`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from reviewlint.cli.progress import bar
from reviewlint.cli.terminal import put


@click.group()
def store() -> None:
    """Keep IMDb's files, which you download, on this machine."""


@store.command()
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False))
def build(folder: Path) -> None:
    """Build the store from the files in FOLDER.

    These are title.basics.tsv.gz and the six others at https://datasets.imdbws.com/, which are for personal and
    non-commercial use. The store takes about 1.4 GB, and the old one stays until the new one is whole.
    """
    from reviewlint.facts.sources.imdb import store_path
    from reviewlint.facts.sources.imdb_build import build as build_store

    path = store_path()
    try:
        about = build_store(folder, path, _show)
    finally:
        _clear()
    put(f"{int(about['title']):,} titles, {int(about['person']):,} people and {int(about['credit']):,} credits are in "
        f"{path}, {path.stat().st_size / 1e6:,.0f} MB.")  # fmt: skip
    if int(about["bad"]):
        put(f"{int(about['bad']):,} lines were left out, for they have too few or too many fields.", err=True)
    put("Ask it with `reviewlint facts add TITLE --source imdb`.")


def _show(done: int, size: int) -> None:
    if sys.stderr.isatty():
        sys.stderr.write(f"\r{bar(done, size)} {done / 1e6:,.0f} of {size / 1e6:,.0f} MB")
        sys.stderr.flush()


def _clear() -> None:
    if sys.stderr.isatty():
        sys.stderr.write("\r\x1b[K")
        sys.stderr.flush()
