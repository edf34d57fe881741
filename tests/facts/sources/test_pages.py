"""docs/sources has a page for each source, with its terms and an example."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from reviewlint.facts.sources.base import FactSource
from reviewlint.facts.sources.keys import key_variable
from reviewlint.facts.sources.matching import ENOUGH, LEAD
from reviewlint.facts.sources.registry import load_sources

DOCS = Path(__file__).parents[3] / "docs"
SOURCES = list(load_sources().sources.values())


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.name)
def test_a_source_has_its_page(source: FactSource) -> None:
    page = (DOCS / "sources" / f"{source.name}.md").read_text(encoding="utf-8")
    assert source.terms.page in page
    assert "**Terms.**" in page
    assert "reviewlint facts add" in page
    assert all(key_variable(key) in page for key in source.terms.keys)
    assert source.terms.open or f"--source {source.name}" in page
    for example in page.split("```yaml\n")[1:]:
        assert isinstance(yaml.safe_load(example.partition("```")[0]), dict)
    assert f"sources/{source.name}.md" in (DOCS / "SUMMARY.md").read_text(encoding="utf-8")
    assert f"]({source.name}.md)" in (DOCS / "sources" / "index.md").read_text(encoding="utf-8")


def test_the_points_of_the_page_are_those_of_the_program() -> None:
    page = (DOCS / "sources" / "index.md").read_text(encoding="utf-8")
    assert f"it has {ENOUGH} points, {LEAD} more than the second" in page


def test_the_example_of_a_source_is_python_that_runs() -> None:
    page = (DOCS / "sources" / "own.md").read_text(encoding="utf-8")
    names: dict[str, object] = {}
    exec(page.split("```python\n")[1].partition("```")[0], names)  # our own page
    assert names["Shelf"]().name == "shelf"  # type: ignore[operator]
