"""All engines there are, and which of them a configuration means."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import NamedTuple

from reviewlint.engines.base import Engine
from reviewlint.engines.failures import recent_failure
from reviewlint.engines.grammar import Grammar
from reviewlint.engines.trouble import Trouble

GROUP = "reviewlint.engines"
# Those that come with reviewlint, the one that knows most first. Other packages bring theirs as entry points.
_OURS = {
    "languagetool": "reviewlint.engines.languagetool.engine:make",
    "lingotweaker": "reviewlint.engines.lingotweaker.engine:make",
}
AUTO, OFF = "auto", "off"
VARIABLE = "REVIEWLINT_NO_ENGINE"  # in the environment, for programs that run others: no engine, whatever is configured


class Chosen(NamedTuple):
    """The engine that is to be asked, or what keeps it, and all others, from that; None where all are off."""

    engine: Engine | None
    trouble: Trouble | None = None


def engine_names() -> list[str]:
    """Return the names of all engines, those of other packages included, in the order in which they are preferred."""
    from importlib.metadata import entry_points  # costs start-up

    return list(dict.fromkeys((*_OURS, *sorted(entry.name for entry in entry_points(group=GROUP)))))


def is_engine(name: object) -> bool:
    """Tell whether there is an engine of that name."""
    return name in _OURS or (isinstance(name, str) and name in engine_names())


def engine_named(name: str, grammar: Grammar) -> Engine:
    """Return an engine as it is configured; raise Trouble where it cannot be loaded."""
    return _factory(name)(grammar)


def _factory(name: str) -> Callable[[Grammar], Engine]:
    if name in _OURS:
        module, _, factory = _OURS[name].partition(":")
        return getattr(import_module(module), factory)  # type: ignore[no-any-return]
    from importlib.metadata import entry_points

    for entry in entry_points(group=GROUP, name=name):
        try:
            return entry.load()  # type: ignore[no-any-return]
        except Exception as error:  # whatever another package does
            reason = f"The engine {name} of {entry.value} cannot be loaded: {error}"
            raise Trouble(reason, "Install its package again.", lasting=True) from None
    raise Trouble(f"There is no engine {name}", "`reviewlint engine status` lists them.", absent=True)


def engines_for(grammar: Grammar) -> Iterator[Engine]:
    """Yield the engines that a configuration allows, in order; raise Trouble for one that cannot be loaded."""
    if grammar.engine == OFF or os.environ.get(VARIABLE):
        return
    if grammar.engine != AUTO:
        yield engine_named(grammar.engine, grammar)
    elif grammar.url is not None:  # an address is only for the first
        yield engine_named(next(iter(_OURS)), grammar)
    else:
        yield from (engine_named(name, grammar) for name in _OURS)


def chosen(grammar: Grammar) -> Chosen:
    """Return the engine for a run: the first that is warm, else of those that are here the one that answers soonest.

    One that has failed in the last minutes stands aside. Raise Trouble for one that cannot be loaded.
    """
    found = [Chosen(engine, engine.lacks() or recent_failure(engine)) for engine in engines_for(grammar)]
    able = [engine for engine, trouble in found if trouble is None and engine is not None]
    if able:
        warm = next((engine for engine in able if engine.is_warm()), None)
        return Chosen(warm or min(able, key=lambda engine: engine.cold))
    # a fault is to be told before that there is none
    return min(found, key=lambda each: each.trouble is None or each.trouble.absent, default=Chosen(None))


def identity_of(grammar: Grammar) -> str:
    """Return words that change when what the engines of a configuration would say may change.

    It is of all of them, for which one answers changes from run to run, and little of what it says does.
    """
    try:
        found = [engine.identity() for engine in engines_for(grammar) if engine.lacks() is None]
    except Trouble as trouble:
        return f"none: {trouble}"
    return "; ".join(found) or grammar.engine
