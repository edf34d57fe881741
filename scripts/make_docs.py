"""Makes docs/rules.md from the files of the rules.

    python scripts/make_docs.py [--check]

With --check nothing is written; the exit status is 1 if the page no longer says what the rules do.
"""

from __future__ import annotations

import sys
from pathlib import Path

from reviewlint.report.describe import as_page
from reviewlint.rules.registry import load_rules

PAGE = Path(__file__).resolve().parent.parent / "docs" / "rules.md"


def main() -> int:
    """Write the page, or tell whether it is fresh."""
    page = as_page([rule.info for rule in load_rules()])
    fresh = PAGE.is_file() and PAGE.read_text(encoding="utf-8") == page
    if "--check" in sys.argv[1:]:
        if not fresh:
            print("docs/rules.md is not what the rules say now. Run: python scripts/make_docs.py", file=sys.stderr)
        return int(not fresh)
    if not fresh:
        PAGE.parent.mkdir(exist_ok=True)
        PAGE.write_text(page, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
