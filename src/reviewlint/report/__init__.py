"""Reports: one file a format. Each has a function `write(report, out)` that prints a report to a text stream."""

from __future__ import annotations

import importlib
from typing import TextIO

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
TEXT = FORMATS["text"]
STATISTICS = "reviewlint.report.statistics"

__all__ = ["FORMATS", "STATISTICS", "TEXT", "Earlier", "FileReport", "Report", "write_report"]


def write_report(module: str, report: Report, out: TextIO) -> None:
    """Print a report by one of the modules above; only that is imported."""
    importlib.import_module(module).write(report, out)
