"""Charts as inline SVG, by pygal. The page's own style sheet colours them, for light, dark and paper."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from typing import Any
from xml.etree import ElementTree

import pygal
from markupsafe import Markup

from reviewlint.finding import Severity
from reviewlint.report.html.prose import shown
from reviewlint.report.survey import NO_DATE, Line, Surveyed
from reviewlint.result import Earlier

# pygal leaves a finder for plug-ins behind, of a kind that Python warns of at each import after it.
sys.meta_path[:] = [finder for finder in sys.meta_path if type(finder).__module__ != "pygal"]

_DOTS = 1500  # a chart with more dots is a blot
_MONTHS, _LABELS = 36, 6  # most dots on a line, and most names under it
_XLINK = "{http://www.w3.org/1999/xlink}"
ElementTree.register_namespace("", "http://www.w3.org/2000/svg")


def groups_chart(counts: Mapping[str, Mapping[Severity, int]]) -> Markup:
    """Return the findings of each group as bars, in parts by severity."""
    chart = _chart(pygal.HorizontalStackedBar, "groups", height=90 + 40 * len(counts), show_legend=True)
    names = sorted(counts, key=lambda name: sum(counts[name].values()))
    chart.x_labels = [shown(name) for name in names]
    for severity in reversed(Severity):
        chart.add(severity.value, [counts[name].get(severity, 0) for name in names])
    return _svg(chart)


def ease_chart(drafts: Sequence[Surveyed]) -> Markup:
    """Return a dot for each draft: its reading ease, and its findings in 1,000 words."""
    dots = [(round(d.ease, 1), round(1000 * d.findings / max(1, d.words), 1)) for d in drafts if d.ease is not None]
    chart = _chart(pygal.XY, "ease", stroke=False, dots_size=4, height=300)
    chart.add("drafts", dots[:_DOTS])
    return _svg(chart)


def months_chart(lines: Sequence[Line]) -> Markup | None:
    """Return the reading ease and the findings in 1,000 words month by month, or None for fewer than two months."""
    dated = [line for line in lines if line.name != NO_DATE]
    if len(dated) < 2:
        return None
    dots = len(dated) <= _MONTHS
    chart = _chart(pygal.Line, "months", height=300, show_legend=True, legend_at_bottom_columns=2, show_dots=dots)
    chart.x_labels = [line.name for line in dated]
    if len(dated) > _LABELS:
        chart.x_labels_major_count, chart.show_minor_x_labels = _LABELS, False
    chart.add("findings in 1,000 words", [round(line.rate, 1) for line in dated])
    chart.add("reading ease", [None if line.ease is None else round(line.ease, 1) for line in dated])
    return _svg(chart)


def trend_chart(earlier: Sequence[Earlier], now: Earlier) -> Markup:
    """Return the findings of each severity from the earliest report to this one."""
    chart = _chart(pygal.Line, "trend", height=300, show_legend=True)
    reports = [*earlier, now]
    chart.x_labels = [shown(report.name) for report in reports]
    for severity in reversed(Severity):
        chart.add(severity.value, [report.counts[severity] for report in reports])
    return _svg(chart)


def _chart(kind: Any, name: str, **options: Any) -> Any:
    fixed: dict[str, Any] = {
        "width": 640, "js": [], "css": [], "margin": 12, "margin_right": 32, "pretty_print": False, "min_scale": 2,
        "max_scale": 6, "show_legend": False, "legend_at_bottom": True, "legend_at_bottom_columns": 3,
        "truncate_label": -1, "truncate_legend": -1, "legend_box_size": 12, "include_x_axis": True,
        "value_formatter": lambda value: f"{value:,.10g}",
    }  # fmt: skip
    chart = kind(**(fixed | options))
    chart.uuid = f"chart-{name}"
    return chart


def _svg(chart: Any) -> Markup:
    """Return a chart without its styles, scripts and links: the page forbids them, and has its own."""
    root = ElementTree.fromstring(chart.render(disable_xml_declaration=True))
    for parent in list(root.iter()):
        for child in list(parent):
            if child.tag.rpartition("}")[2] in ("style", "script", "title", "desc") or _is_tooltip(child):
                parent.remove(child)
    for element in root.iter():
        for key in [key for key in element.attrib if key in ("style", "id") or key.startswith((_XLINK, "on"))]:
            del element.attrib[key]
    root.set("aria-hidden", "true")  # the figure has a caption, and tables have the numbers
    return Markup(ElementTree.tostring(root, encoding="unicode"))


def _is_tooltip(element: ElementTree.Element) -> bool:
    return element.get("class") in ("tooltip", "tooltip-overlay")
