"""What a draft says of its work, put into its facts file: an editor found that the draft is right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reviewlint.checking.facts import facts_in
from reviewlint.claims.known import Told, claims_of
from reviewlint.document import Document, Source
from reviewlint.document.source import BOM
from reviewlint.errors import ReviewlintError
from reviewlint.facts.gather import SUFFIXES
from reviewlint.facts.known import Facts
from reviewlint.facts.model import Origin
from reviewlint.facts.nodes import MAX_BYTES, read_yaml
from reviewlint.facts.relations import Holds
from reviewlint.facts.sheet import read_sheet
from reviewlint.facts.sources.edit import apply
from reviewlint.facts.sources.layout import Entry
from reviewlint.finding import Span
from reviewlint.lsp.passes import Version
from reviewlint.reach import read_text

_WRITTEN = (Holds.PEOPLE, Holds.COMPANIES, Holds.CAST, Holds.DURATION, Holds.COUNT, Holds.DATE)
_YAML = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class Statement:
    """Something that a draft says of its work and its facts file does not: the words and their place in the draft.

    `text` is the facts file `path` with it; `instead` is what stands there now, if that is something else.
    """

    label: str
    said: str
    span: Span
    path: Path
    text: str
    instead: str | None = None


def statements_at(version: Version, span: Span) -> Iterator[Statement]:
    """Yield what a draft says at a place, where it can be put into its facts file and then agrees with that."""
    path = str(version.path)
    document, facts = facts_in(Source(path, version.text.removeprefix(BOM)), version.path)
    for told in claims_of(document, facts):
        place = document.prose.to_source(told.start, told.end)
        if told.verdict == "agrees" or not (place.start <= span.end and span.start <= place.end):
            continue
        file = _file_of(version.path, facts)
        text = _with(told, file, facts) if file is not None else None
        if file is not None and text is not None and _agrees(told, document, text):
            instead = told.comparison.against if told.fact is not None else None
            yield Statement(told.relation.label, told.said, place, file, text, instead)


def _file_of(draft: Path, facts: Facts) -> Path | None:
    """Return the facts file of a draft, be it there or not; None for one that is not written in YAML."""
    if not facts.files:
        return draft.with_suffix(SUFFIXES[0])
    path = Path(facts.files[0])
    return path if path.suffix in _YAML else None


def _with(told: Told, path: Path, facts: Facts) -> str | None:
    """Return the text of a facts file with what a draft says; None where it has no place for it yet."""
    value = _value_of(told)
    if value is None:
        return None
    same = [fact for fact in facts.main.facts if fact.relation is told.relation and fact.origin is Origin.FILE]
    try:
        text = read_text(path, MAX_BYTES) if path.exists() else ""
        if not same:
            return apply(text, [Entry(told.relation.value, value, ())])
        if len(same) == 1 and told.fact is not None:  # of several, it could be said beside them or in place of any
            return apply(text, (), [Entry(same[0].key, value, ())])
    except (ReviewlintError, OSError, ValueError):
        return None
    return None


def _value_of(told: Told) -> Any:
    """Return what is said as a facts file says it; None for what is not written so."""
    if told.relation.holds not in _WRITTEN:
        return None
    if told.relation.holds is Holds.CAST:
        actor, as_, role = told.said.rpartition(" as ")
        return [{"name": actor, "characterName": role}] if as_ else None
    if told.relation.holds in (Holds.PEOPLE, Holds.COMPANIES):
        return {"name": told.said} if any(sign in told.said for sign in ",;|&(") else told.said
    return told.said


def _agrees(told: Told, document: Document, text: str) -> bool:
    """Tell whether a draft agrees with the text of a facts file in what it says there, and that can be read."""
    root, problem = read_yaml(text)
    sheet = read_sheet(root)
    if problem is not None or sheet.problems:
        return False
    place = (told.start, told.end, told.relation)
    again = claims_of(document, Facts(sheet.works))
    return any(each.verdict == "agrees" for each in again if (each.start, each.end, each.relation) == place)
