"""The html report in headless Chromium: at desk and telephone width, light and dark, by keyboard."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from reviewlint.document import Source
from reviewlint.finding import Finding, Severity, Span
from reviewlint.report import FORMATS, Earlier, FileReport, Report, write_report
from tests.report.example import report

if TYPE_CHECKING:
    from playwright.sync_api import Page

SIZES = {"desk": (1280, 900), "telephone": (390, 844)}


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("html") / "report.html"
    earlier = Earlier("2024-05", {"clean.md": 2}, dict.fromkeys(Severity, 4))
    return _written(path, replace(report(80), earlier=(earlier,)))


def _written(path: Path, what: Report) -> str:
    with path.open("w", encoding="utf-8") as out:
        write_report(FORMATS["html"], what, out)
    return path.as_uri()


def _open(browser: Any, address: str, size: str = "desk", scheme: str = "light") -> Page:
    """Return the page, which asked for nothing but itself and complained of nothing."""
    width, height = SIZES[size]
    page: Page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(address)
    assert (asked, said) == ([address], [])
    return page


def _shown(page: Page, what: str) -> int:
    return int(
        page.evaluate("what => [...document.querySelectorAll(what)].filter(e => e.checkVisibility()).length", what)
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_wider_than_the_window(browser: Any, address: str, size: str, scheme: str) -> None:
    page = _open(browser, address, size, scheme)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.close()


@pytest.mark.parametrize("size", SIZES)
def test_bars_by_group_are_seen(browser: Any, address: str, size: str) -> None:
    page = _open(browser, address, size, "light")
    assert _shown(page, "figure svg .bar rect") > 0
    page.close()


@pytest.mark.parametrize(("size", "beside"), [("desk", True), ("telephone", False)])
def test_notes_stand_beside_the_text_or_under_it(browser: Any, address: str, size: str, beside: bool) -> None:
    page = _open(browser, address, size)
    row = page.locator(".row:has(.note)").first
    text, notes = row.locator(".text").bounding_box(), row.locator(".notes").bounding_box()
    assert text is not None
    assert notes is not None
    assert (notes["x"] >= text["x"] + text["width"]) == beside
    assert (notes["y"] >= text["y"] + text["height"]) != beside
    page.close()


# The colours of text against what is behind it, by WCAG's formula; the least ratio for text is 4.5.
CONTRAST = """what => {
  const canvas = document.createElement("canvas").getContext("2d");
  const rgb = c => { canvas.fillStyle = c; canvas.fillRect(0, 0, 1, 1); return canvas.getImageData(0, 0, 1, 1).data; };
  const light = c => [...rgb(c)].slice(0, 3).map(v => v / 255)
    .map(v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
  const behind = e => { for (; e; e = e.parentElement) {
    const c = getComputedStyle(e).backgroundColor; if (c !== "rgba(0, 0, 0, 0)") return c; } return "white"; };
  return Math.min(...[...document.querySelectorAll(what)].map(e => {
    const [a, b] = [light(getComputedStyle(e).color), light(behind(e))];
    return (Math.max(a, b) + .05) / (Math.min(a, b) + .05); }));
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_can_be_read(browser: Any, address: str, scheme: str) -> None:
    page = _open(browser, address, scheme=scheme)
    page.evaluate("document.querySelectorAll('article').forEach(e => e.style.contentVisibility = 'visible')")
    assert page.evaluate(CONTRAST, "p, h1, h2, li, b, a, mark, td, th, label, span, code, del, ins, figcaption") >= 4.5
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(27, 28, 30)"
    assert dark == (scheme == "dark")
    page.close()


def test_filters_leave_findings_out(browser: Any, address: str) -> None:
    page = _open(browser, address)
    notes = page.locator(".note").count()
    assert page.locator("#said").inner_text() == f"{notes} of {notes} findings shown"
    page.get_by_label("grammar").uncheck()
    assert page.locator("#said").inner_text() == f"{notes - 3} of {notes} findings shown"
    assert _shown(page, ".note") == notes - 3
    page.get_by_label("error").uncheck()
    assert _shown(page, ".note") == notes - 4
    assert _shown(page, ".ref") == notes - 4
    page.get_by_label("grammar").check()
    assert _shown(page, ".note") == notes - 1
    page.close()


def test_by_keyboard(browser: Any, address: str) -> None:
    page = _open(browser, address)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "drafts"
    page.keyboard.press("Tab")
    while page.evaluate("!document.activeElement.closest('.note')"):
        page.keyboard.press("Tab")
    focus = "document.activeElement.closest('.note').id"
    assert page.evaluate(focus) == "f1-1"
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    for key, expected in (("n", "f1-2"), ("n", "f1-3"), ("p", "f1-2"), ("p", "f1-1"), ("p", "f2-1"), ("n", "f1-1")):
        page.keyboard.press(key)
        assert page.evaluate(focus) == expected
    assert page.locator("mark.lit").count() >= 1
    page.get_by_label("warning").focus()
    page.keyboard.press("Space")
    page.keyboard.press("n")
    assert {page.evaluate("document.activeElement.closest('.note').dataset.s")} <= {"error", "info"}
    page.close()


def test_a_mark_leads_to_its_note_and_back(browser: Any, address: str) -> None:
    page = _open(browser, address)
    page.locator('mark[data-s="error"]').first.click()
    note = page.locator(".note:focus-within")
    assert "104" in note.inner_text()
    note.locator("a").first.press("Enter")
    assert page.evaluate("location.hash") == "#m1-2"
    page.close()


def test_ten_thousand_findings_stay_usable(browser: Any, tmp_path: Path) -> None:
    text = "Some words stand here.\n\n" * 100
    found = tuple(Finding("a/x", Span(n * 24, n * 24 + 4), "M.", Severity.WARNING) for n in range(100))
    files = tuple(FileReport(Source(f"{n}.md", text), found, ("",) * 100) for n in range(100))
    page = _open(browser, _written(tmp_path / "many.html", Report(files)))
    assert page.locator("#said").inner_text() == "10,000 of 10,000 findings shown"
    page.keyboard.press("p")
    assert page.evaluate("document.activeElement.closest('.note').id") == "f100-100"
    page.get_by_label("warning").uncheck()
    assert page.locator("#said").inner_text() == "0 of 10,000 findings shown"
    page.close()
