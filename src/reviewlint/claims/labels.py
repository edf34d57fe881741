"""Credits in lists and tables: “Label: Low Tide Records”, and a cell “Publisher” before a cell “Kiosk Press”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewlint.claims.claim import NameClaim
from reviewlint.claims.construction import cues
from reviewlint.claims.names import COMPANY, is_name, split_names
from reviewlint.document import Document, Kind
from reviewlint.facts.relations import Relation

_SPLIT = rf"(?:{COMPANY}(?:, {COMPANY})*(?:,? (?:and|&) {COMPANY})?)"
_VALUE = re.compile(rf"\s*(?P<names>{_SPLIT})\s*\.?\s*$")
_LABEL = re.compile(r"\W*(?:the )?(?P<label>[A-Za-z][a-z-]+)(?: by)?\W*$", re.IGNORECASE)
_LINE = re.compile(rf"[-*• ]*(?P<label>[A-Z][a-z-]+)(?: [Bb]y)? ?[:|–—] ?(?P<names>{_SPLIT})\s*\.?(?=\s*(?:\n|$))")
_LONGEST = 24  # code points of a label


def read_labels(document: Document, text: str, wanted: dict[Relation, Relation]) -> Iterator[NameClaim]:
    """Yield the credits that a label gives; `wanted` says what relation of the facts a word's relation stands for."""
    label = None
    for block in document.blocks:
        if block.kind & Kind.FRONT:
            continue
        if block.kind & Kind.TABLE:
            if label is not None and (match := _VALUE.match(text, block.start, block.end)):
                yield from _claims(match, label, wanted)
            short = block.end - block.start <= _LONGEST
            found = _LABEL.match(text, block.start, block.end) if short else None
            label = found["label"] if found else None
        else:
            label = None
            for match in _LINE.finditer(text, block.start, block.end):
                if match.start() == block.start or text[match.start() - 1] == "\n":
                    yield from _claims(match, match["label"], wanted)


def _claims(match: re.Match[str], label: str, wanted: dict[Relation, Relation]) -> Iterator[NameClaim]:
    meanings = [one for one in cues().get(label.lower(), ()) if one.sort != "work"]
    relation = next((wanted[one] for meaning in meanings for one in meaning.relations if one in wanted), None)
    for name, start, end in split_names(match["names"], match.start("names")) if relation else ():
        if relation is not None and is_name(name):
            yield NameClaim(relation, name, start, end)
