"""`--format html`: one file that needs no network. Drafts as prose with findings in the margin, charts and an index."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path
from typing import TextIO

from reviewlint.errors import ReviewlintError
from reviewlint.report.guard import xml_text
from reviewlint.report.html.earlier import read_earlier
from reviewlint.result import Earlier, Report


def write(report: Report, out: TextIO) -> None:
    """Print the page; raise ReviewlintError where the libraries for it are missing."""
    need_libraries()
    from reviewlint.report.html.page import page  # jinja2 and pygal are imported only here

    out.write(xml_text(page(report)))


def prepare(earlier: Iterable[Path]) -> tuple[Earlier, ...]:
    """Return earlier reports, in the order given; raise ReviewlintError before the long work rather than after it."""
    need_libraries()
    return tuple(read_earlier(path) for path in earlier)


def need_libraries() -> None:
    """Raise ReviewlintError where a library of the page is not installed."""
    missing = [name for name in ("jinja2", "pygal") if find_spec(name) is None]
    if missing:
        raise ReviewlintError(
            f"The html report needs {' and '.join(missing)}.", hint='Install it: pip install "reviewlint[html]"'
        )
