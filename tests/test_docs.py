"""The page of rules says what the rules do now."""

from __future__ import annotations

from pathlib import Path

from pages.rules import list_of_rules

from reviewlint.rules.registry import load_rules

PAGE = Path(__file__).parent.parent / "docs" / "rules.md"


def test_the_page_of_rules_is_fresh() -> None:
    fresh = list_of_rules([rule.info for rule in load_rules()])
    assert PAGE.read_text(encoding="utf-8") == fresh, "Run: python scripts/make_docs.py"
