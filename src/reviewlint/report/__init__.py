"""Reports: one file a format. Each has a function `write(report, out)` that prints a report to a text stream."""

from __future__ import annotations

import importlib
from typing import TextIO

from reviewlint.report.model import FileReport, Report

FORMATS = {"text": "reviewlint.report.text", "json": "reviewlint.report.json"}

__all__ = ["FORMATS", "FileReport", "Report", "write_report"]


def write_report(name: str, report: Report, out: TextIO) -> None:
    """Print a report in the named format; only that format's module is imported."""
    importlib.import_module(FORMATS[name]).write(report, out)
