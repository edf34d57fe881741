"""What the findings of many drafts have in common: by rule, by author, by month, by kind of work."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import mean
from typing import Any

from reviewlint.document import Document, parse
from reviewlint.document.model import FrontValue
from reviewlint.facts.gather import facts_of
from reviewlint.finding import Severity
from reviewlint.result import FileReport
from reviewlint.rules.readability.measures import measure

_AUTHORS = ("reviewer", "author", "authors", "by", "byline")
_DATES = ("date", "published", "datepublished", "pubdate", "created", "updated")
_MONTH = re.compile(r"(?<!\d)((?:19|20)\d\d)-?(0[1-9]|1[0-2])(?!\d{4})")
NOBODY, NO_DATE = "nobody named", "no date"


@dataclass(frozen=True, slots=True)
class Surveyed:
    """A draft in numbers. `rules` counts its findings but those for information; `ease` is the Flesch reading ease."""

    path: str
    author: str
    month: str
    kind: str
    words: int
    rules: Counter[str]
    ease: float | None

    @property
    def findings(self) -> int:
        """Return the number of findings."""
        return self.rules.total()


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a table: how many drafts, words and findings there are; findings in 1,000 words; the mean ease."""

    name: str
    drafts: int
    words: int
    findings: int
    rate: float
    ease: float | None


def surveyed(file: FileReport, document: Document | None = None) -> Surveyed:
    """Return a draft in numbers; `document` is the draft parsed, if it is parsed already."""
    document = document or parse(file.source)
    measures = measure(document)
    return Surveyed(
        file.path,
        _front(document.front, _AUTHORS) or NOBODY,
        _month(document, file.path),
        facts_of(document).main.medium.value,
        measures.words,
        Counter(finding.rule for finding in file.findings if finding.severity is not Severity.INFO),
        measures.ease,
    )


def lines_by(key: str, drafts: Iterable[Surveyed]) -> list[Line]:
    """Return a line for each author, month or kind; months in order, others with the most findings first."""
    groups: dict[str, list[Surveyed]] = defaultdict(list)
    for draft in drafts:
        groups[getattr(draft, key)].append(draft)
    lines = [line_of(name, group) for name, group in groups.items()]
    return sorted(lines, key=lambda line: line.name if key == "month" else (-line.findings, line.name))


def line_of(name: str, drafts: Sequence[Surveyed]) -> Line:
    """Return what some drafts come to."""
    words, findings = sum(draft.words for draft in drafts), sum(draft.findings for draft in drafts)
    eases = [draft.ease for draft in drafts if draft.ease is not None]
    rate = 1000 * findings / words if words else 0.0
    return Line(name, len(drafts), words, findings, rate, mean(eases) if eases else None)


def worst(drafts: Iterable[Surveyed], most: int) -> list[Surveyed]:
    """Return the drafts with the most findings in 1,000 words, of those with three findings or more."""
    many = [draft for draft in drafts if draft.findings > 2]
    return sorted(many, key=lambda draft: (-draft.findings / max(1, draft.words), draft.path))[:most]


def as_object(drafts: Sequence[Surveyed], most: int) -> dict[str, Any]:
    """Return all tables as plain values, for JSON."""
    rules = sum((draft.rules for draft in drafts), Counter[str]())
    return {
        "version": 1,
        "all": _line(line_of("all", drafts)),
        "rules": dict(sorted(rules.items(), key=lambda item: (-item[1], item[0]))),
        **{f"by_{key}": [_line(line) for line in lines_by(key, drafts)] for key in ("author", "month", "kind")},
        "worst": [{"path": d.path, "words": d.words, "findings": d.findings} for d in worst(drafts, most)],
    }


def _line(line: Line) -> dict[str, Any]:
    return {
        "name": line.name,
        "drafts": line.drafts,
        "words": line.words,
        "findings": line.findings,
        "per_1000_words": round(line.rate, 2),
        "reading_ease": None if line.ease is None else round(line.ease, 1),
    }


def date_in(front: Sequence[FrontValue]) -> str:
    """Return what front matter says of the date of a draft; nothing where it says nothing."""
    return _front(front, _DATES)


def _front(front: Sequence[FrontValue], keys: Sequence[str]) -> str:
    """Return the first value of the front matter that stands under one of the keys."""
    values = {value.key.lower(): " ".join(value.value.split()) for value in reversed(front)}
    return next((values[key] for key in keys if values.get(key)), "")


def _month(document: Document, path: str) -> str:
    """Return the month of a draft as 2024-05, by its front matter or its name."""
    return month_in(date_in(document.front)) or month_in(path) or NO_DATE


def month_in(text: str) -> str | None:
    """Return the first month that stands in a text as 2024-05 or 202405, written in the former way."""
    found = _MONTH.search(text)
    return f"{found[1]}-{found[2]}" if found else None
