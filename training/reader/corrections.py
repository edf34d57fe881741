"""Reads corrections that authors made to their own sentences: as examples, and as the words people take for others.

The file has one JSON object a line: `source`, `before`, `after`, `tier`, and `edits` into `before` (`start`, `end`,
`new`). Only the tier `error` is learnt from, and only sources whose checksum has any rest but one when divided by four:
the others are held back to measure on.
"""

from __future__ import annotations

import gzip
import json
import zlib
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from reader.examples import LONGEST, Example, as_example
from reader.tokens import Fault, tokens_of

_KINDS = {"article": Fault.FORM, "preposition": Fault.FORM, "agreement/verb form": Fault.FORM, "apostrophe": Fault.FORM}


def is_held_back(source: str) -> bool:
    """Tell whether corrections of a source are measured on, not learnt from."""
    return zlib.crc32(source.encode()) % 4 == 1


def read_corrections(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the corrections that may be learnt from."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            if row["tier"] == "error" and not is_held_back(row["source"]):
                yield row


def real_slips(path: Path) -> dict[str, list[str]]:
    """Return for each right word what authors wrote for it, once a time it happened."""
    found: dict[str, list[str]] = defaultdict(list)
    for row in read_corrections(path):
        for edit in row["edits"]:
            old, new = row["before"][edit["start"] : edit["end"]].strip().lower(), edit["new"].strip().lower()
            if (
                edit["tier"] == "error"
                and edit["class"] != "spelling"
                and old.replace("'", "").isalpha()
                and new.replace("'", "").isalpha()
            ):
                found[new].append(old)
    return dict(found)


def corrected_examples(path: Path) -> Iterator[Example]:
    """Yield sentences as their authors first wrote them, with the faults marked, and as they mended them."""
    for row in read_corrections(path):
        example = _example(row)
        if example is not None:
            yield example
        after = tokens_of(row["after"])
        if 3 < len(after) <= LONGEST:
            yield as_example(after)


def _example(row: dict[str, Any]) -> Example | None:
    tokens = tokens_of(row["before"])
    if not 3 < len(tokens) <= LONGEST:
        return None
    faults = [0] * len(tokens)
    places = []
    at = 0
    for token in tokens:
        start = at + len(token.before)
        places.append((start, start + len(token.text)))
        at = start + len(token.text)
    for edit in row["edits"]:
        start, end = edit["start"], edit["end"]
        touched = [i for i, (a, b) in enumerate(places) if a < end and start < b]
        gap = start == end or not row["before"][start:end].strip()
        if gap:
            touched = [i for i, (a, _) in enumerate(places) if a >= start][:1]
        for i in touched:
            if edit["tier"] != "error" or edit["class"] in ("punctuation", "capital", "other", "spelling"):
                faults[i] = -1
            elif faults[i] >= 0:
                kind = Fault.FORM | (Fault.MISSING if gap else Fault(0))
                faults[i] |= int(kind if edit["class"] in _KINDS or gap else Fault.SPOILED | Fault.FORM)
    return Example(tuple(t.text for t in tokens), tuple(faults))
