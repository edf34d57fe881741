"""`reviewlint serve` as a process of its own, and Chromium to look at it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from playwright.sync_api import Page

DESK = "desk"
SIZES = {DESK: (1280, 900), "telephone": (390, 844)}


class Served(NamedTuple):
    """A folder, and the address of the page that serves it."""

    folder: Path
    address: str


@contextmanager
def opened(browser: Any, served: Served, *, policy: bool = True) -> Iterator[Callable[..., Page]]:
    """Give a function that opens a draft (or none) and waits until it is checked in full.

    Each page has a context of its own. `policy` says whether the page's Content-Security-Policy is enforced. Afterwards
    no page has written to its console, and none has asked another host.
    """
    said: list[str] = []
    contexts: list[Any] = []

    def show(draft: str, *, size: str = DESK, scheme: str = "light") -> Page:
        width, height = SIZES[size]
        context = browser.new_context(
            viewport={"width": width, "height": height}, color_scheme=scheme, bypass_csp=not policy
        )
        contexts.append(context)
        page: Page = context.new_page()
        page.set_default_timeout(20_000)
        page.on("request", lambda request: said.append(request.url) if not _is_own(request.url, served) else None)
        page.on("console", lambda message: said.append(message.text) if "409" not in message.text else None)
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto(served.address + (f"&open={draft}" if draft else ""))
        page.locator("#checked", has_text="Checked.").wait_for(state="attached")
        return page

    yield show
    for context in contexts:
        context.close()
    assert said == []


def _is_own(url: str, served: Served) -> bool:
    return url.startswith((served.address.partition("#")[0], "blob:"))
