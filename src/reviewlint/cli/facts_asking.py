"""What the commands that ask sources share: the client with the user's settings, and how results are told."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reviewlint.cli.terminal import put, terminal
from reviewlint.config.keys import TABLES
from reviewlint.errors import ReviewlintError

if TYPE_CHECKING:
    from reviewlint.facts.sources.base import FactSource, Web
    from reviewlint.facts.sources.matching import Choice
    from reviewlint.facts.sources.web import Client

CHOICE = 1  # exit status: somebody has to choose
FAILED = 2


def settings() -> dict[str, Any]:
    """Return the user's `contact` and `sources` from [facts] of the configuration, or the environment."""
    from reviewlint.config.files import find_config
    from reviewlint.facts.sources.keys import CONTACT

    found: dict[str, Any] = {}
    for layer in find_config(Path.cwd()).layers:
        table = layer.values.get("facts", {})
        found |= {key: table[key] for key in ("contact", "sources") if key in table}
    if given := os.environ.get(CONTACT, "").strip():
        fits, wanted = TABLES["facts"]["contact"]
        if not fits(given):
            raise ReviewlintError(f"{CONTACT} must be {wanted}.")
        found["contact"] = given
    return found


@contextmanager
def client(fresh: int) -> Iterator[Client]:
    """Yield a client whose kept answers may be so many days old."""
    from reviewlint.cache.folder import cache_folder
    from reviewlint.facts.sources.answers import Answers
    from reviewlint.facts.sources.web import Client

    opened = Client(Answers(cache_folder(), _say), contact=settings().get("contact"), fresh=fresh)
    try:
        yield opened
    finally:
        opened.close()


def _say(words: str) -> None:
    put(words, err=True)


def web_of(opened: Client) -> Callable[[FactSource], Web]:
    """Return how to come by the way to a source's server."""
    return lambda source: opened.web(source)


def tell_troubles(troubles: Iterable[ReviewlintError]) -> None:
    """Print one line for each source that could not answer; the others did."""
    style, _ = terminal(sys.stderr)
    for trouble in troubles:
        put(f"{style.colour('note', 'yellow')}: {trouble}", err=True, colour=style.on)


def tell_choice(title: str, choice: Choice, how: str) -> None:
    """Print the candidates with their numbers, and the reasons of their points."""
    style, _ = terminal(sys.stdout)
    put(f"“{title}” may be one of these; {how}", colour=style.on)
    for number, scored in enumerate(choice.ranked, 1):
        found = scored.candidate
        years = "–".join(str(year) for year in dict.fromkeys((*found.years[:1], *filter(None, (found.last_year,)))))
        about = ", ".join(part for part in (years, found.medium.value, found.description) if part)
        put(f"{number:3}  {style.bold(found.title)} ({about}) {found.source}:{found.id}", colour=style.on)
        put(f"     {style.dim(f'{scored.points} points: ' + ', '.join(scored.reasons))}", colour=style.on)


def kinds_option() -> Callable[[Any], Any]:
    """Return the option --kind."""
    return click.option("--kind", metavar="KIND", help="film, series, book, comic, game, album, stage.")
