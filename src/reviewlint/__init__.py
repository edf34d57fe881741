"""reviewlint: a linter for review drafts.

`check` and `check_paths` are the front door for programs; `python -m reviewlint` is the command line.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reviewlint.api import check, check_paths
    from reviewlint.errors import ReviewlintError
    from reviewlint.finding import Edit, Finding, Fix, Related, Safety, Severity, Span
    from reviewlint.result import FileReport, Report

__version__ = "0.1.0"
__all__ = [
    "Edit",
    "FileReport",
    "Finding",
    "Fix",
    "Related",
    "Report",
    "ReviewlintError",
    "Safety",
    "Severity",
    "Span",
    "__version__",
    "check",
    "check_paths",
]
_HOMES = {
    "reviewlint.api": ("check", "check_paths"),
    "reviewlint.errors": ("ReviewlintError",),
    "reviewlint.finding": ("Edit", "Finding", "Fix", "Related", "Safety", "Severity", "Span"),
    "reviewlint.result": ("FileReport", "Report"),
}


def __getattr__(name: str) -> object:
    """Return a public name from its home, which is imported when it is first asked for: the command line needs none."""
    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(home), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
