"""No link of the built site is broken: every page, file and anchor that a page names is there."""

from __future__ import annotations

import os
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

FOLDER = os.environ.get("REVIEWLINT_SITE", "")
pytestmark = pytest.mark.skipif(not FOLDER, reason="REVIEWLINT_SITE names no built site")


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.anchors: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if value is None:
                continue
            if name in ("href", "src"):
                self.links.append(value)
            elif name in ("id", "name"):
                self.anchors.add(value)


@cache
def read(page: Path) -> _Reader:
    reader = _Reader()
    reader.feed(page.read_text(encoding="utf-8"))
    return reader


def problem(page: Path, link: str) -> str | None:
    """Return what is wrong with a link of a page; those to other sites are not followed."""
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return None if parts.scheme in ("https", "mailto", "data") else f"{link}: not https"
    base = Path(FOLDER) if parts.path.startswith("/") else page.parent
    target = (base / unquote(parts.path).lstrip("/")).resolve() if parts.path else page
    target = target / "index.html" if target.is_dir() else target
    if not target.is_file():
        return f"{link}: no such page"
    if parts.fragment and target.suffix == ".html" and unquote(parts.fragment) not in read(target).anchors:
        return None if parts.fragment.startswith("__") else f"{link}: no such anchor"
    return None


def test_no_link_is_broken() -> None:
    pages = sorted(Path(FOLDER).resolve().rglob("*.html"))
    assert len(pages) > 150
    wrong = [
        f"{page.relative_to(Path(FOLDER).resolve())}: {found}"
        for page in pages
        if page.name != "404.html"  # its links begin at the root of the host
        for link in read(page).links
        if (found := problem(page, link))
    ]
    assert not wrong
