"""A newcomer finds how to do twelve things by the site's search, and by its menus, at a desk and on a telephone."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.site.serving import served

if TYPE_CHECKING:
    from playwright.sync_api import Page

FOLDER = os.environ.get("REVIEWLINT_SITE", "")
AXE = os.environ.get("REVIEWLINT_AXE", "")
pytestmark = pytest.mark.skipif(not FOLDER, reason="REVIEWLINT_SITE names no built site")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
SIZES = {"desk": (1280, 900), "telephone": (390, 844)}
# What somebody wants, what they type into the search, the menus they open, where it is, and words that answer it.
TASKS = [
    ("check a first draft", "first draft", "Tutorials > An editor's first draft", "tutorials/first-draft", "--fix"),
    ("understand a finding", "could of", "Rules > All rules > grammar > could-of", "rules/grammar/could-of", "have"),
    ("change a setting", "configuration", "Reference > Configuration", "reference/configuration", "per-file"),
    ("keep one sentence as it is", "suppress", "Guides > Suppress a finding", "suppress", "ignore["),
    ("apply fixes", "apply fixes", "Guides > Apply fixes", "fixes", "--unsafe-fixes"),
    ("say how long a film is", "facts running time", "Tutorials > Facts for a work", "tutorials/facts", "duration"),
    ("add a hook", "pre-commit", "Guides > Hooks and CI", "ci", "hooks"),
    ("check pull requests", "pull request", "Guides > Hooks and CI", "ci", "actions/checkout"),
    ("begin with old reviews", "baseline", "Guides > Start with old reviews", "baseline", "baseline write"),
    ("write a rule", "own rules", "Guides > House style and own rules", "writing-rules", "[[bad]]"),
    (
        "read the report in a program",
        "JSON report",
        "Reference > JSON report",
        "reference/findings-json",
        "fingerprint",
    ),
    ("use it from Python", "Python", "Reference > Python", "python", "from reviewlint import check"),
]
CASES = [pytest.param(*task, id=task[0].replace(" ", "-")) for task in TASKS]


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with served(Path(FOLDER)) as found:
        yield found


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(params=SIZES)
def page(request: pytest.FixtureRequest, browser: Any, address: str) -> Iterator[Page]:
    """Yield the start page, which asks no other host for anything."""
    width, height = SIZES[request.param]
    page = browser.new_page(viewport={"width": width, "height": height})
    page.set_default_timeout(10_000)
    asked: list[str] = []
    page.on("request", lambda sent: asked.append(sent.url))
    page.goto(f"{address}/")
    yield page
    page.close()
    assert [url for url in asked if not url.startswith((address, "data:", "blob:"))] == []


@pytest.mark.parametrize(("task", "query", "menus", "place", "words"), CASES)
def test_the_search_finds_it(page: Page, task: str, query: str, menus: str, place: str, words: str) -> None:
    from playwright.sync_api import TimeoutError

    field = page.get_by_role("combobox", name="Search")
    for _ in range(20):  # the page listens to keys once its script has run
        page.keyboard.press("Control+k")
        with suppress(TimeoutError):
            field.wait_for(timeout=1_000)
            break
    field.fill(query)
    found = page.locator("ol a[href*='?h=']")
    found.first.wait_for()
    page.wait_for_function("n => n > 0", arg=found.count())
    places = [str(link.get_attribute("href")).partition("?")[0].rstrip("/") for link in found.all()[:5]]
    at = next((number for number, one in enumerate(places) if one.endswith(f"/{place}")), None)
    assert at is not None, f"{task}: “{query}” finds {places}"
    found.nth(at).click()
    page.wait_for_url(f"**/{place}/**")
    assert words in page.locator("article").inner_text()


@pytest.mark.parametrize(("task", "query", "menus", "place", "words"), CASES)
def test_the_menus_lead_to_it(page: Page, task: str, query: str, menus: str, place: str, words: str) -> None:
    *sections, last = menus.split(" > ")
    if page.viewport_size and page.viewport_size["width"] < 1000:
        page.locator("label.md-header__button[for=__drawer]").click()
    else:
        page.locator(".md-tabs__link", has_text=sections.pop(0)).click()
    nav = page.locator(".md-sidebar--primary")
    for section in sections:
        label = nav.locator(f"label.md-nav__link:has-text('{section}')").first
        if not label.evaluate("label => document.getElementById(label.getAttribute('for')).checked"):
            label.click()
    nav.get_by_role("link", name=last, exact=True).first.click()
    page.wait_for_url(f"**/{place}/**")
    assert words in page.locator("article").inner_text()


def pages_to_examine() -> list[str]:
    """Return every page that a person wrote, and one rule of each group."""
    places = {path.parent.relative_to(FOLDER).as_posix() for path in Path(FOLDER).rglob("index.html")}
    rules = sorted(place for place in places if place.startswith("rules/") and place.count("/") == 2)
    one_each = {place.split("/")[1]: place for place in rules}
    return sorted((places - set(rules)) | set(one_each.values()))


@pytest.mark.skipif(not AXE, reason="REVIEWLINT_AXE names no axe.min.js")
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
def test_axe_finds_nothing(browser: Any, address: str, size: str, scheme: str) -> None:
    width, height = SIZES[size]
    page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)
    found = {}
    for place in pages_to_examine():
        page.goto(f"{address}/{place}/")
        page.add_script_tag(path=AXE)
        violations = page.evaluate("axe.run().then(done => done.violations)")
        if violations:
            found[place] = [(one["id"], [node["target"] for node in one["nodes"][:3]]) for one in violations]
    page.close()
    assert not found
