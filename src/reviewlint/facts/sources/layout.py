"""Facts as the text of a facts file: one line a value, nothing that its reader would take for something else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from reviewlint.facts.media import Medium
from reviewlint.facts.nodes import Table, read_yaml
from reviewlint.facts.provenance import Provenance, checksum
from reviewlint.facts.relations import Holds, Relation, relation_of
from reviewlint.facts.sources.base import Sourced

_WIDTH = 110
_LONGEST = 300  # letters of a name or title
_MOST = 60  # values of a key
_EMPTY: tuple[Any, ...] = (None, "", [], {})
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
# Words and signs at which the reader of facts files splits a text into several names.
_SPLITS = (",", ";", "|", " / ", " and ", " & ", " with ", "(", " as ", "\n")


class Entry(NamedTuple):
    """A key of a facts file with its value, and where that is from."""

    key: str
    value: Any
    sources: tuple[Provenance, ...]


def entries_of(values: Iterable[Sourced], medium: Medium) -> list[Entry]:
    """Return the keys of a facts file for some values; what means another thing in this medium is left out."""
    by_relation: dict[Relation, list[Sourced]] = {}
    for value in values:
        by_relation.setdefault(value.relation, []).append(value)
    found = []
    for relation, given in by_relation.items():
        if relation_of(relation.value, medium) is not relation:
            continue
        cleaned = [clean for value in given if (clean := _clean(value.value)) not in _EMPTY]
        known = {repr(plain): plain for clean in cleaned if (plain := _plain(clean, relation))}
        if not known:
            continue
        plain = list(known.values())[:_MOST]
        sources = tuple(dict.fromkeys(value.provenance for value in given))
        found.append(Entry(relation.value, plain[0] if len(plain) == 1 else plain, sources))
    return found


def _clean(value: Any) -> Any:
    """Return a value of a source with its texts on one line each and without control letters; None for one too long."""
    if isinstance(value, str):
        line = " ".join("".join(letter if letter.isprintable() else " " for letter in value).split())
        return line if len(line) <= _LONGEST else None
    if isinstance(value, list):
        return [item for item in map(_clean, value) if item not in _EMPTY]
    if isinstance(value, dict):
        kept = {key: clean for key, item in value.items() if (clean := _clean(item)) not in _EMPTY}
        return kept if "name" in kept or "name" not in value else None
    return value


def _plain(value: Any, relation: Relation) -> Any:
    """Return a value with bare texts for what is nothing but a name; a cast's names would be read with their parts."""
    return value if relation.holds is Holds.CAST and set(value) == {"name"} else _bare(value)


def _bare(value: Any) -> Any:
    """Return a bare text for a mapping that is nothing but a name, unless it would be read as several."""
    if isinstance(value, list):
        return [_bare(item) for item in value]
    if not isinstance(value, dict):
        return value
    if set(value) == {"name"} and not any(sign in value["name"] for sign in _SPLITS):
        return value["name"]
    return {key: _bare(item) for key, item in value.items()}


def entry_text(key: str, value: Any) -> str:
    """Return a key with its value as YAML; a list that is too long for a line has a line for each item."""
    text = f"{key}: {flow(value)}"
    if isinstance(value, list) and (len(text) > _WIDTH or any(isinstance(item, dict) for item in value)):
        return "\n".join([f"{key}:", *(f"  - {flow(item)}" for item in value)])
    return text


def flow(value: Any) -> str:
    """Return a value as YAML on one line."""
    import yaml

    class Plain(yaml.SafeDumper):
        def ignore_aliases(self, data: Any) -> bool:
            return True

    text = yaml.dump(
        _dumpable(value), Dumper=Plain, default_flow_style=True, allow_unicode=True, sort_keys=False, width=1 << 30
    )
    return text.removesuffix("\n").removesuffix("\n...")


def _dumpable(value: Any) -> Any:
    """Return a value with its days as YAML knows them."""
    if isinstance(value, Mapping):
        return {key: _dumpable(item) for key, item in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_dumpable(item) for item in value]
    if isinstance(value, str) and _DAY.fullmatch(value):
        try:
            return date.fromisoformat(value)  # written bare: 2024-06-28
        except ValueError:
            return value
    return value


def entry_sum(entry: Entry) -> str:
    """Return the checksum of a value as it will be read again."""
    root, _ = read_yaml(entry_text(entry.key, entry.value))
    return checksum(root.get(entry.key) if isinstance(root, Table) else None)


def provenance_text(entry: Entry) -> str:
    """Return the line under `provenance:` for a key, without its indent."""
    written = entry_sum(entry)
    told = [source.as_plain(written if at == 0 else None) for at, source in enumerate(entry.sources)]
    return f"{entry.key}: {flow(told[0] if len(told) == 1 else told)}"


def new_file(type_name: str, entries: Sequence[Entry]) -> str:
    """Return the text of a new facts file."""
    lines = [f"type: {type_name}", *(entry_text(entry.key, entry.value) for entry in entries)]
    lines += ["provenance:", *(f"  {provenance_text(entry)}" for entry in entries)]
    return "\n".join(lines) + "\n"
