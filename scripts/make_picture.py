"""Draws docs/report.svg: what reviewlint says of the example, as a terminal shows it.

    python scripts/make_picture.py [--check]

With --check nothing is written; the exit status is 1 if the picture no longer shows what reviewlint says.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from rich.console import Console
from rich.text import Text

ROOT = Path(__file__).resolve().parent.parent
PICTURE = ROOT / "docs" / "report.svg"
WIDTH = 96
SHOWN = 34  # lines; the picture is a first look, not the whole report


def draw() -> str:
    """Return the picture as SVG. Its element ids do not depend on chance."""
    environment = os.environ | {"FORCE_COLOR": "1", "COLUMNS": str(WIDTH), "NO_COLOR": ""}
    command = [sys.executable, "-m", "reviewlint", "check", "examples/look-back.md"]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    lines = done.stdout.splitlines()
    tail = next(i for i, line in enumerate(lines) if "school grade" in line or "min to read" in line)
    shown = [*lines[:SHOWN], "…", "", *lines[tail:]]
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        console = Console(record=True, width=WIDTH, file=nowhere, force_terminal=True)
        console.print(Text.from_ansi("\n".join(["$ reviewlint check examples/look-back.md", "", *shown])))
    svg = console.export_svg(title="reviewlint", unique_id="reviewlint")
    return re.sub(r"[ \t]+$", "", svg, flags=re.MULTILINE)


def main() -> None:
    """Write the picture, or say whether it is fresh."""
    svg = draw()
    if "--check" in sys.argv[1:]:
        sys.exit(0 if PICTURE.read_text(encoding="utf-8") == svg else "docs/report.svg is stale: run this script.")
    PICTURE.write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    main()
