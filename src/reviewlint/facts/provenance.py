"""Where a value of a facts file was taken from, and whether a person changed it since.

A facts file keeps it under `provenance:`, by key:

    provenance:
      duration: {source: Wikidata, id: Q42, property: P2047, date: 2026-11-29, licence: CC0-1.0, written: 9f2c51d07e}
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from typing import Any

from reviewlint.facts.nodes import Items, Node, Scalar, Table

KEY = "provenance"
_SUM_BYTES = 5


@dataclass(frozen=True, slots=True)
class Provenance:
    """The source of a value. `day` is when the source gave it; `complete` tells whether it calls its list complete."""

    source: str
    id: str
    property: str | None = None
    day: date | None = None
    licence: str | None = None
    complete: bool | None = None

    def __str__(self) -> str:
        """Return it for people: `Wikidata Q42 P57, 2026-11-29`."""
        told = " ".join(part for part in (self.source, self.id, self.property) if part)
        return f"{told}, {self.day}" if self.day else told

    def as_plain(self, written: str | None = None) -> dict[str, Any]:
        """Return it as a facts file keeps it; `written` is the checksum of what was written."""
        told: dict[str, Any] = {
            "source": self.source,
            "id": self.id,
            "property": self.property,
            "date": self.day,
            "licence": self.licence,
            "complete": self.complete,
            "written": written,
        }
        return {key: value for key, value in told.items() if value is not None}


def read_provenance(node: Node) -> tuple[Provenance, ...]:
    """Return what a facts file says of the source of one key; nothing for a person's own words."""
    items = node.items if isinstance(node, Items) else (node,)
    return tuple(found for item in items if isinstance(item, Table) and (found := _of(item)) is not None)


def _of(table: Table) -> Provenance | None:
    texts = {entry.key: entry.value.text for entry in table.entries if isinstance(entry.value, Scalar)}
    if not texts.get("source"):
        return None
    complete = {"true": True, "false": False}.get(texts.get("complete", "").casefold())
    return Provenance(
        texts["source"], texts.get("id", ""), texts.get("property"), _day(texts), texts.get("licence"), complete
    )


def _day(texts: dict[str, str]) -> date | None:
    try:
        return date.fromisoformat(texts.get("date", ""))
    except ValueError:
        return None


def written_sum(node: Node) -> str | None:
    """Return the checksum that stands beside a key's source, or None where a person wrote the key."""
    items = node.items if isinstance(node, Items) else (node,)
    for item in items:
        found = item.get("written") if isinstance(item, Table) else None
        if isinstance(found, Scalar):
            return found.text
    return None


def checksum(node: Node) -> str:
    """Return a short checksum of a value, whatever its layout: it tells whether a person changed it (not who)."""
    return blake2b(_canonical(node).encode(errors="surrogatepass"), digest_size=_SUM_BYTES).hexdigest()


def _canonical(node: Node) -> str:
    if isinstance(node, Table):
        return "{" + ",".join(f"{entry.key!r}:{_canonical(entry.value)}" for entry in node.entries) + "}"
    if isinstance(node, Items):
        return "[" + ",".join(_canonical(item) for item in node.items) + "]"
    return repr(node.text) if isinstance(node, Scalar) else "~"
