"""What the terminal can show."""

from __future__ import annotations

import os
import shutil
from typing import TextIO

from reviewlint.report.style import Style


def terminal(out: TextIO) -> tuple[Style, int]:
    """Return how to colour what goes to `out`, and the width in columns.

    NO_COLOR and FORCE_COLOR decide on colour (no-color.org), or else whether `out` is a terminal.
    """
    wanted = not os.environ.get("NO_COLOR") and (bool(os.environ.get("FORCE_COLOR")) or out.isatty())
    return Style(wanted), shutil.get_terminal_size().columns
