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
    """Engines add their grammar to that of reviewlint: LanguageTool, or lingotweaker, which needs no Java."""


@command.command()
@click.option("--via", type=click.Choice(["download", "maven"]), default="download", help="Who fetches it.")
def install(via: str) -> None:
    """Bring LanguageTool to this machine, once: about 250 MB, with Maven 100 MB."""
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
    """Start an engine now and wait for it, so that the next checks need not; it ends when it is not used for long.

    NAME is languagetool or lingotweaker; without it, the one that the configuration means.
    """
    with _plain_words():
        engine = _named(name)
        lacking = engine.lacks()
        if lacking is not None:
            raise lacking
        if engine.server is None:
            put(f"{engine.title} needs no start.")
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
    """End the engines that are running."""
    stopped = [engine.title for engine in _all() if engine.server is not None and engine.server.stop()]
    put(f"{' and '.join(stopped)} stopped." if stopped else "No engine was running.")


@command.command()
def status() -> int:
    """Say which engines are there, which run, and which the next check takes."""
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
            put(f"{engine.title}: {engine.identity()}, starts when it is needed.")
    with _plain_words():
        next_one, trouble = chosen(grammar_settings(find_config(Path.cwd()).layers))
    if next_one is None:
        put("The next check asks none, for grammar.engine is off.")
    else:
        put(f"The next check asks {next_one.title if trouble is None else 'none'}.")
    return 0 if there else 1


@command.command()
@click.argument("name", required=False)
def doctor(name: str | None) -> int:
    """Try all that an engine needs, one thing after the other, and say what to do.

    NAME is languagetool or lingotweaker; without it, all are tried that are there.
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
