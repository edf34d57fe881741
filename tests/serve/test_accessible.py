"""axe-core finds no violation on the page: at two widths, light and dark, in each view and dialog."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.serve.browsing import DESK, SIZES, Served, opened

if TYPE_CHECKING:
    from playwright.sync_api import Page

# `npm ci` in editors/page brings it; it is for the tests alone.
AXE = Path(__file__).parents[2] / "editors" / "page" / "node_modules" / "axe-core" / "axe.min.js"


def _to_draft(page: Page) -> None:
    if page.get_by_role("tab", name="Draft").is_visible():
        page.get_by_role("tab", name="Draft").click()


def _findings(page: Page) -> None:
    page.get_by_role("tab", name="Findings").click()
    page.locator("#cards .card-head").first.click()
    page.locator("#cards").get_by_text("Why this is reported").click()
    page.locator("#filters").get_by_role("button", name="grammar").click()


def _facts(page: Page) -> None:
    page.get_by_role("tab", name="Facts").click()
    page.locator(".claim").first.wait_for()
    page.locator("#facts-editor summary").click()


def _open(page: Page) -> None:
    page.get_by_role("button", name="Open…").click()
    page.locator("#open-list button").first.wait_for()


def _ignore(page: Page) -> None:
    _to_draft(page)
    page.locator(".cm-content").press("Control+Home")
    page.keyboard.press("F8")
    page.keyboard.press("Alt+i")
    page.locator("#ignore-dialog[open]").wait_for()


def _keys(page: Page) -> None:
    page.get_by_role("button", name="Keys").click()


def _search(page: Page) -> None:
    _to_draft(page)
    page.locator(".cm-content").press("Control+f")
    page.locator(".cm-search").wait_for()


def _draft(page: Page) -> None:
    page.locator(".mark-warning").click()


VIEWS: dict[str, Callable[[Page], None]] = {
    "draft": _draft, "findings": _findings, "facts": _facts, "open": _open, "ignore": _ignore, "keys": _keys,
    "search": _search,
}  # fmt: skip


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
def test_axe_finds_no_violation(browser: Any, served: Served, size: str, scheme: str) -> None:
    if not AXE.is_file() and not os.environ.get("REVIEWLINT_NEEDS_BROWSER"):
        pytest.skip("axe-core is not installed: npm ci in editors/page")
    wrong = {}
    with opened(browser, served, policy=False) as show:
        page = show("look-back.md", size=size, scheme=scheme)
        page.add_script_tag(content=AXE.read_text(encoding="utf-8"))
        for name, act in VIEWS.items():
            act(page)
            found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
            wrong |= {f"{name}: {each['id']}": [node["html"][:200] for node in each["nodes"]] for each in found}
            page.keyboard.press("Escape")  # leaves a dialog
    assert not wrong, json.dumps(wrong, indent=1)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_an_empty_page_too(browser: Any, served: Served, scheme: str) -> None:
    if not AXE.is_file() and not os.environ.get("REVIEWLINT_NEEDS_BROWSER"):
        pytest.skip("axe-core is not installed: npm ci in editors/page")
    with opened(browser, served, policy=False) as show:
        page = show("", size=DESK, scheme=scheme)
        page.add_script_tag(content=AXE.read_text(encoding="utf-8"))
        assert page.evaluate("axe.run()")["violations"] == []
