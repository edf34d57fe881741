"""`--format jsonl`: one JSON object a line for each finding, as in `--format json`, with its `path`."""

from __future__ import annotations

from typing import TextIO

from reviewlint.report.guard import json_text
from reviewlint.report.json import finding_objects
from reviewlint.result import Report


def write(report: Report, out: TextIO) -> None:
    """Print the findings, a line each, in the order of the files."""
    for file in report.files:
        for found in finding_objects(file):
            out.write(json_text({"path": file.path, **found}) + "\n")
