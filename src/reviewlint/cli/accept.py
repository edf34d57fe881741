"""`reviewlint accept`."""

from __future__ import annotations

from pathlib import Path

import click

from reviewlint.cli.options import draft_of
from reviewlint.cli.terminal import put
from reviewlint.config.edit import accept_words
from reviewlint.config.files import shown


@click.command(name="accept")
@click.argument("words", nargs=-1, required=True, metavar="WORD...")
@click.option(
    "--file",
    type=click.Path(path_type=Path),
    metavar="FILE",
    show_default="the one of this folder",
    help="Use the configuration of this draft.",
)
def command(words: tuple[str, ...], file: Path | None) -> None:
    """Accept WORD: it is never reported again.

    By default it is added to the configuration of this folder, or to its file of words. Put a name of several words in
    quotation marks.
    """
    path = accept_words(draft_of(file), [word.strip() for word in words if word.strip()])
    put(f"{shown(path)} accepts {', '.join(words)}.")
