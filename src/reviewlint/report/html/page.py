"""The page: what the template shows, put together."""

from __future__ import annotations

import base64
import hashlib
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import PurePath
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from reviewlint.document import parse
from reviewlint.finding import Severity
from reviewlint.report.html.charts import ease_chart, groups_chart, months_chart, trend_chart
from reviewlint.report.html.prose import Row, rows_of, shown
from reviewlint.report.survey import Surveyed, line_of, lines_by, surveyed
from reviewlint.result import Earlier, FileReport, Report

_MOST = 12  # lines of a table of statistics
_HIDE = """
body:has(#{0}:not(:checked)) :is(.note, .ref)[data-{1}="{2}"] {{ display: none; }}
body:has(#{0}:not(:checked)) mark[data-{1}="{2}"] {{ background: none; text-decoration: none; }}
"""


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft as the page shows it. `change` counts its findings against the last earlier report that knows it."""

    number: int
    path: str
    rows: Sequence[Row]
    survey: Surveyed
    counts: dict[str, int]
    change: int | None

    @property
    def findings(self) -> int:
        """Return the number of findings, those for information too."""
        return sum(self.counts.values())

    @property
    def rate(self) -> float:
        """Return the findings in 1,000 words, without those for information."""
        return 1000 * self.survey.findings / max(1, self.survey.words)


def page(report: Report) -> str:
    """Return the whole page."""
    found = sorted({finding.rule.split("/")[0] for file in report.files for finding in file.findings})
    groups = {name: f"g{number}" for number, name in enumerate(found)}
    drafts = _drafts(report, groups)
    style = _asset("report.css") + "".join(_HIDE.format(key, "g", key) for key in groups.values())
    style += "".join(_HIDE.format(severity.value, "s", severity.value) for severity in Severity)
    script = _asset("report.js")
    shown_values = {
        "report": report, "drafts": drafts, "groups": groups, "title": _title(report), "style": Markup(style),
        "script": Markup(script), "style_hash": _hash(style), "script_hash": _hash(script),
        "severities": [(s.value, report.count(s)) for s in reversed(Severity)],
        "widest": max((draft.findings for draft in drafts), default=0) or 1, **_numbers(report, drafts),
    }  # fmt: skip
    loader = PackageLoader("reviewlint.report.html")
    environment = Environment(
        loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined
    )
    environment.filters["shown"] = shown
    return environment.get_template("report.html.j2").render(shown_values)


def _numbers(report: Report, drafts: Sequence[Draft]) -> dict[str, Any]:
    """Return the statistics and charts of the page."""
    surveys = [draft.survey for draft in drafts]
    counts: dict[str, Counter[Severity]] = defaultdict(Counter)
    rules: Counter[str] = Counter()
    for finding in (finding for file in report.files for finding in file.findings):
        counts[finding.rule.split("/")[0]][finding.severity] += 1
        rules[finding.rule] += 1
    by_month = lines_by("month", surveys)
    tables = {name: lines_by(name, surveys) for name in ("author", "kind")} | {"month": by_month}
    now = Earlier("now", {}, {severity: report.count(severity) for severity in Severity})
    return {
        "group_counts": {group: sum(found.values()) for group, found in counts.items()},
        "rules": [(name, count, report.rules.get(name)) for name, count in rules.most_common()],
        "tables": {name: lines[-_MOST:] if name == "month" else lines[:_MOST] for name, lines in tables.items()},
        "most": _MOST,
        "total": line_of("all", surveys),
        "groups_chart": groups_chart(counts) if counts else None,
        "ease_chart": ease_chart(surveys) if sum(s.ease is not None for s in surveys) > 2 else None,
        "months_chart": months_chart(by_month),
        "trend_chart": trend_chart(report.earlier, now) if report.earlier else None,
        "trend": [*report.earlier, now] if report.earlier else [],
    }


def _drafts(report: Report, groups: dict[str, str]) -> list[Draft]:
    """Return the drafts, the worst first: most findings in 1,000 words, of those with three findings or more."""
    surveys = [(file, parse(file.source)) for file in report.files]
    seen = [(file, document, surveyed(file, document)) for file, document in surveys]
    seen.sort(key=lambda item: (*_how_bad(item[2]), item[0].path))
    return [
        Draft(
            number,
            shown(file.path),
            rows_of(file, document, number, groups),
            survey,
            _by_severity(file),
            _change(report.earlier, survey),
        )
        for number, (file, document, survey) in enumerate(seen, 1)
    ]


def _how_bad(survey: Surveyed) -> tuple[bool, float, int]:
    return survey.findings < 3, -survey.findings / max(1, survey.words), -survey.findings


def _by_severity(file: FileReport) -> dict[str, int]:
    counts = Counter(finding.severity for finding in file.findings)
    return {severity.value: counts[severity] for severity in reversed(Severity)}


def _change(earlier: Sequence[Earlier], survey: Surveyed) -> int | None:
    before = next((old.drafts[survey.path] for old in reversed(earlier) if survey.path in old.drafts), None)
    return None if before is None else survey.findings - before


def _title(report: Report) -> str:
    if len(report.files) == 1:
        return shown(PurePath(report.files[0].path).name)
    return f"{len(report.files):,} drafts"


def _asset(name: str) -> str:
    return (files("reviewlint.report.html") / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    """Return the hash by which the page's own policy knows a style or script."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
