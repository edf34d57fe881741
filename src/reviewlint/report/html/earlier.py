"""Reads the JSON reports of earlier runs, for what has changed since."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from reviewlint.errors import ReviewlintError
from reviewlint.finding import Severity
from reviewlint.reach import MOST_REPORT, read_bytes
from reviewlint.result import Earlier

_HINT = "It must be written by “check --format json”."


def read_earlier(path: Path) -> Earlier:
    """Return what an earlier report counted; raise ReviewlintError if it is no JSON report of reviewlint."""
    try:
        data = json.loads(read_bytes(path, MOST_REPORT, ordinary=False))
    except OSError as error:
        raise ReviewlintError(f"The earlier report cannot be read: {error.strerror}.", path=path) from error
    except (ValueError, RecursionError) as error:
        raise ReviewlintError("The earlier report is not JSON.", path=path, hint=_HINT) from error
    if isinstance(data, dict) and data.get("version", 1) != 1:
        raise ReviewlintError("The earlier report has a version that this reviewlint does not know.", path=path)
    try:
        return _counted(path.stem, data)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise ReviewlintError("This is not a report of reviewlint.", path=path, hint=_HINT) from error


def _counted(name: str, data: Any) -> Earlier:
    counts = dict.fromkeys(Severity, 0)
    drafts: dict[str, int] = {}
    for file in data["files"]:
        severities = [Severity(finding["severity"]) for finding in file["findings"]]
        for severity in severities:
            counts[severity] += 1
        drafts[str(file["path"])] = sum(severity is not Severity.INFO for severity in severities)
    return Earlier(name, drafts, counts)
