"""Reports: one file a format. Each has a function `write(report, out)` that prints a report to a text stream.

Other packages bring more as entry points of the group “reviewlint.reports”: a name, and a module with such a function.
"""

from __future__ import annotations

import importlib
from typing import Protocol, TextIO, cast

from reviewlint.result import Earlier, FileReport, Report

_NAMES = (
    "text",
    "concise",
    "json",
    "jsonl",
    "sarif",
    "github",
    "gitlab",
    "junit",
    "checkstyle",
    "rdjson",
    "markdown",
    "html",
)
# Format -> module; "statistics" is chosen by an option of its own.
FORMATS = {name: f"reviewlint.report.{name}" for name in _NAMES}
GROUP = "reviewlint.reports"
TEXT = FORMATS["text"]
STATISTICS = "reviewlint.report.statistics"

__all__ = [
    "FORMATS",
    "STATISTICS",
    "TEXT",
    "Earlier",
    "FileReport",
    "Report",
    "Reporter",
    "format_module",
    "write_report",
]


class Reporter(Protocol):
    """A module that writes reports of one format."""

    def write(self, report: Report, out: TextIO) -> None:
        """Print a report to a text stream; what it needs and lacks is a ReviewlintError."""


def format_module(name: str) -> str | None:
    """Return the module that writes a format, ours or another package's; None if there is none of that name."""
    if name in FORMATS:
        return FORMATS[name]
    from importlib.metadata import entry_points  # costs start-up

    return next((entry.value for entry in entry_points(group=GROUP, name=name)), None)


def write_report(module: str, report: Report, out: TextIO) -> None:
    """Print a report by one of the modules above, or another package's; only that is imported."""
    reporter = cast(Reporter, importlib.import_module(module))
    reporter.write(report, out)
