"""`reviewlint facts sources`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from reviewlint.cli.facts_asking import settings, tell_troubles
from reviewlint.cli.options import table_or_json
from reviewlint.cli.terminal import put, terminal
from reviewlint.report.guard import json_text

if TYPE_CHECKING:
    from reviewlint.facts.sources.base import FactSource


@click.command()
@table_or_json
def sources(form: str) -> None:
    """List the sources of facts.

    The list says what each gives, its licence, and what it needs.
    """
    from reviewlint.facts.sources.registry import load_sources

    loaded = load_sources()
    tell_troubles(loaded.problems)
    contact = settings().get("contact")
    if form == "json":
        put(json_text({"version": 1, "sources": [_as_object(s, contact) for s in loaded.sources.values()]}, indent=2))
        return
    style, _ = terminal(sys.stdout)
    for source in loaded.sources.values():
        asked = "asked by default" if source.terms.open else f"only with --source {source.name}"
        put(f"{style.bold(source.title)} ({source.name}), {asked}", colour=style.on)
        put(f"  for    {', '.join(sorted(kind.value for kind in source.kinds))}")
        put(f"  gives  {', '.join(dict.fromkeys(relation.label for relation in source.gives))}")
        put(f"  terms  {source.terms.licence}. {source.terms.note} {source.terms.page}")
        for need in needs(source, contact):
            put(f"  {style.colour('needs', 'yellow')}  {need}", colour=style.on)


def needs(source: FactSource, contact: str | None) -> list[str]:
    """Return what a source needs of the user and does not have yet."""
    from reviewlint.facts.sources.keys import CONTACT, find_key, key_variable

    missing = [f"your key in {key_variable(key)} or the keyring" for key in source.terms.keys if not find_key(key)]
    if source.terms.contact and not contact:
        missing.insert(0, f"`contact` under [facts] of your own configuration, or {CONTACT}")
    return [*missing, *(getattr(source, "lacks", list)())]


def _as_object(source: FactSource, contact: str | None) -> dict[str, Any]:
    return {
        "name": source.name,
        "title": source.title,
        "open": source.terms.open,
        "licence": source.terms.licence,
        "terms": source.terms.page,
        "note": source.terms.note,
        "kinds": sorted(kind.value for kind in source.kinds),
        "gives": [relation.value for relation in source.gives],
        "keys": list(source.terms.keys),
        "needs": needs(source, contact),
    }
