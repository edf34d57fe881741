"""`reviewlint engine`: LanguageTool on this machine."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import click

from reviewlint.config import find_config
from reviewlint.engines.languagetool import install as installing
from reviewlint.engines.languagetool import warm
from reviewlint.engines.languagetool.place import VERSION, install_folder, missing
from reviewlint.engines.languagetool.trouble import Trouble
from reviewlint.errors import ReviewlintError
from reviewlint.setup import grammar_settings


@click.group(name="engine")
def command() -> None:
    """LanguageTool adds its grammar to that of reviewlint, where it and Java are on this machine."""


@command.command()
@click.option("--via", type=click.Choice(["download", "maven"]), default="download", help="Who fetches it.")
def install(via: str) -> None:
    """Bring LanguageTool to this machine, once: about 250 MB, with Maven 100 MB."""
    if installing.is_installed():
        click.echo(f"LanguageTool {VERSION} is in {install_folder()}.")
        return
    click.echo(f"fetching LanguageTool {VERSION} …", err=True)
    with _plain_words():
        installing.by_maven() if via == "maven" else installing.by_download()
    click.echo(f"LanguageTool {VERSION} is now in {install_folder()}.")


@command.command()
def start() -> None:
    """Start a server that stays, so that the next checks need not wait; it ends by itself when it is not used."""
    note = warm.found()
    if note is None:
        click.echo("starting LanguageTool …", err=True)
        with _plain_words():
            note = warm.start(_memory())
    click.echo(f"LanguageTool {note.version} answers at {note.url}, process {note.server}.")


@command.command()
def stop() -> None:
    """End the server that `start` left."""
    click.echo("LanguageTool is stopped." if warm.stop() else "No server was running.")


@command.command()
def status() -> int:
    """Say whether LanguageTool is there, and whether a server runs."""
    trouble = missing()
    if trouble is not None:
        click.echo(str(trouble))
        return 1
    note = warm.found()
    click.echo(f"LanguageTool {VERSION} is in {install_folder()}.")
    if note is None:
        click.echo("No server is running; each check that needs one starts its own.")
    else:
        click.echo(f"A server answers at {note.url}, process {note.server}.")
    return 0


@command.command()
def doctor() -> int:
    """Try everything that LanguageTool needs, one after the other."""
    from reviewlint.engines.languagetool.doctor import steps

    with closing(steps(_memory())) as tried:  # so that a server of its own ends with it
        for step in tried:
            click.echo(f"{'ok' if step.good else 'no':4}{step.name}: {step.word}")
            if not step.good:
                return 1
    return 0


def _memory() -> int:
    return grammar_settings(find_config(Path.cwd()).layers).memory


@contextmanager
def _plain_words() -> Iterator[None]:
    """Turn what LanguageTool lacks into an error as all others are."""
    try:
        yield
    except Trouble as trouble:
        raise ReviewlintError(f"{trouble.reason}.", hint=trouble.remedy) from None
