"""Makes docs/rules.md from the files of the rules, and the site.

    python scripts/make_docs.py            # write docs/rules.md
    python scripts/make_docs.py --check    # write nothing; exit with 1 if docs/rules.md is not fresh
    python scripts/make_docs.py --site     # build the site in build/site, and fail on a broken link

The site needs the extra `docs`. Its pages are those of docs/, and pages made here: one a rule, the commands, the
configuration and the schemas. They are built into build/pages and are not part of the repository.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from pages.rules import list_of_rules, write_rules
from pages.staging import add_other_pages, copy_docs, turn_links

from reviewlint.rules.anatomy import RuleInfo
from reviewlint.rules.registry import load_rules

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "rules.md"
PAGES = ROOT / "build" / "pages"
FINDINGS = ROOT / "src/reviewlint/report/findings.schema.json"
FACTS = ROOT / "src/reviewlint/facts/facts.schema.json"


def main() -> int:
    """Write the list of rules or the site, or say whether the list is fresh."""
    infos = [rule.info for rule in load_rules()]
    page = list_of_rules(infos)
    fresh = PAGE.is_file() and PAGE.read_text(encoding="utf-8") == page
    if "--check" in sys.argv[1:]:
        if not fresh:
            print("docs/rules.md is not fresh. Run: python scripts/make_docs.py", file=sys.stderr)
        return int(not fresh)
    if not fresh:
        PAGE.write_text(page, encoding="utf-8")
    if "--site" in sys.argv[1:]:
        make_pages(infos)
        return subprocess.run([sys.executable, "-m", "zensical", "build", "--clean", "--strict"], cwd=ROOT).returncode
    return 0


def make_pages(infos: Sequence[RuleInfo]) -> None:
    """Write all pages of the site into build/pages."""
    from pages.commands import page_of_commands
    from pages.precision import page_of_precision, picture_of_precision
    from pages.settings import page_of_schema, page_of_settings

    made = {
        "commands.md": page_of_commands(),
        "configuration.md": page_of_settings(infos),
        "findings-json.md": page_of_schema("JSON report", "The fields of `check --format json`.", FINDINGS),
        "precision.md": page_of_precision(infos),
        "precision.svg": picture_of_precision(infos),
        "facts-json.md": page_of_schema("Facts file", "The keys of a facts file.", FACTS),
    }
    copy_docs(ROOT, PAGES)
    write_rules(infos, PAGES / "rules")
    folder = PAGES / "reference"
    folder.mkdir(exist_ok=True)
    for name, text in made.items():
        (folder / name).write_text(text, encoding="utf-8")
    turn_links(ROOT, PAGES)
    add_other_pages(PAGES)


if __name__ == "__main__":
    sys.exit(main())
