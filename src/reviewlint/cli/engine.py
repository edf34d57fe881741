"""`reviewlint engine`: the engines of grammar on this machine."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from reviewlint.cli.terminal import put
from reviewlint.config.files import find_config
from reviewlint.config.setup import grammar_settings
from reviewlint.engines import Trouble
from reviewlint.engines.base import Engine
from reviewlint.engines.failures import forget_failure, recent_failure
from reviewlint.engines.languagetool import install as installing
from reviewlint.engines.languagetool.place import VERSION, install_folder
from reviewlint.engines.registry import chosen, engine_named, engine_names
from reviewlint.engines.trial import warm_up
from reviewlint.errors import ReviewlintError


@click.group(name="engine")
def command() -> None:
    """Manage engines, which add grammar rules: LanguageTool, or lingotweaker, which needs no Java.

    By default a check uses an engine that is installed; `check --no-engine` leaves it out.
    """


@command.command()
@click.option(
    "--via",
    type=click.Choice(["download", "maven"]),
    default="download",
    show_default=True,
    help="Download it from languagetool.org or by Maven.",
)
def install(via: str) -> None:
    """Install LanguageTool.

    It takes a download of about 250 MB, or 100 MB by Maven. Nothing else in reviewlint downloads anything.
    """
    if installing.is_installed():
        put(f"LanguageTool {VERSION} is in {install_folder()}.")
        return
    put(f"fetching LanguageTool {VERSION} …", err=True)
    with _plain_words():
        installing.by_maven() if via == "maven" else installing.by_download()
    put(f"LanguageTool {VERSION} is now in {install_folder()}.")


@command.command()
@click.argument("name", required=False)
def start(name: str | None) -> None:
    """Start an engine now.

    The next checks need not wait for it then.

    It ends when nobody has used it for half an hour.

    NAME is languagetool or lingotweaker; by default the one that a check uses.
    """
    with _plain_words():
        engine = _named(name)
        lacking = engine.lacks()
        if lacking is not None:
            raise lacking
        if engine.server is None:
            put(f"{engine.title} does not need to be started.")
            return
        forget_failure(engine)
        if engine.server.found() is None:
            put(f"starting {engine.title} …", err=True)
            engine.server.stop()  # what is left of one that failed
        try:
            engine.begin()
            warm_up(engine)
            note = engine.server.address()
        except Trouble:
            engine.server.stop()
            raise
    put(f"{engine.title} answers at {note.url}, process {note.server}.")


@command.command()
def stop() -> None:
    """Stop all running engines."""
    stopped = [engine.title for engine in _all() if engine.server is not None and engine.server.stop()]
    put(f"{' and '.join(stopped)} stopped." if stopped else "No engine was running.")


@command.command()
def status() -> int:
    """Show which engines are installed and running.

    The last line names the one that the next check uses.
    """
    there = False
    for engine in _all():
        lacking, failed = engine.lacks(), recent_failure(engine)
        note = engine.server.found() if engine.server is not None and lacking is None else None
        there |= lacking is None
        if lacking is not None:
            put(f"{engine.title}: no. {lacking}")
        elif note is not None:
            put(f"{engine.title}: {engine.identity()}, answers at {note.url}, process {note.server}.")
        elif failed is not None:
            put(f"{engine.title}: {engine.identity()}. {failed}")
        else:
            put(f"{engine.title}: {engine.identity()}, starts when needed.")
    with _plain_words():
        next_one, trouble = chosen(grammar_settings(find_config(Path.cwd()).layers))
    if next_one is None:
        put("The next check uses none: grammar.engine is off.")
    else:
        put(f"The next check uses {next_one.title if trouble is None else 'none'}.")
    return 0 if there else 1


@command.command()
@click.argument("name", required=False)
def doctor(name: str | None) -> int:
    """Test everything that an engine needs.

    It stops at the first thing that is missing, and says what to do.

    NAME is languagetool or lingotweaker; by default all installed ones are tested.
    """
    with _plain_words():
        engines = [_named(name)] if name else [e for e in _all() if e.lacks() is None] or _all()
    well = True
    for engine in engines:
        well &= _is_well(engine)
    return 0 if well else 1


def _is_well(engine: Engine) -> bool:
    """Print what is tried, until something fails; tell whether nothing did."""
    put(f"{engine.title}:")
    was_there = engine.server is not None and engine.server.found() is not None
    try:
        for step in engine.steps():
            put(f"{'ok' if step.good else 'no':4}{step.name}: {step.word}")
            if not step.good:
                return False
        forget_failure(engine)
        return True
    finally:
        if engine.server is not None and not was_there:
            engine.server.stop()


def _all() -> list[Engine]:
    """Return all engines that can be loaded; one that cannot is told of."""
    grammar = grammar_settings(find_config(Path.cwd()).layers)
    found = []
    for name in engine_names():
        try:
            found.append(engine_named(name, grammar))
        except Trouble as trouble:
            put(str(trouble), err=True)
    return found


def _named(name: str | None) -> Engine:
    """Return an engine by its name, or the one that the configuration means."""
    grammar = grammar_settings(find_config(Path.cwd()).layers)
    if name is not None:
        return engine_named(name, grammar)
    engine = chosen(grammar).engine
    if engine is None:
        raise Trouble("The configuration sets grammar.engine to off", "Name an engine.")
    return engine


@contextmanager
def _plain_words() -> Iterator[None]:
    """Turn what an engine lacks into an error as all others are."""
    try:
        yield
    except Trouble as trouble:
        raise ReviewlintError(f"{trouble.reason}.", hint=trouble.remedy) from None
