"""Puts the pages of docs/ where the site is built, and points their links at what the site has."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

_LINK = re.compile(r"(?P<before>\]\()(?P<to>[^)\s#:]+)(?P<after>(?:#[^)\s]*)?\))")
_INCLUDE = re.compile(r"<!-- include (\S+)#(\S+) -->")
_UNSEARCHED = "---\nsearch:\n  exclude: true\n---\n"  # it is not about use
FILES = "files"  # files of the repository that a page links to


def copy_docs(root: Path, pages: Path) -> None:
    """Copy docs/ into a folder that is emptied first; sections of other files that a page includes are put in."""
    shutil.rmtree(pages, ignore_errors=True)
    shutil.copytree(root / "docs", pages)
    for page in pages.rglob("*.md"):
        source = root / "docs" / page.relative_to(pages)
        text = page.read_text(encoding="utf-8")
        for found in _INCLUDE.finditer(text):
            text = text.replace(found[0], _section(source.parent / found[1], found[2]))
        page.write_text(text, encoding="utf-8")


def _section(path: Path, anchor: str) -> str:
    """Return what stands under a heading of a file, without the heading."""
    parts = re.split(r"^## (.+)\n", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return next(body for title, body in zip(parts[1::2], parts[2::2], strict=True) if title.lower() == anchor).strip()


def turn_links(root: Path, pages: Path) -> None:
    """Point the links of all pages at what the site has; files outside of docs/ that they link to are copied."""
    waiting = [
        (page, source)
        for page in sorted(pages.rglob("*.md"))
        if (source := root / "docs" / page.relative_to(pages)).exists()
    ]
    while waiting:
        page, source = waiting.pop()
        waiting += _turn_links(page, source, root, pages)


def _turn_links(page: Path, source: Path, root: Path, pages: Path) -> list[tuple[Path, Path]]:
    """Point the links of a page at what the site has; return the pages that were copied for it."""
    copied = []

    def turned(link: re.Match[str]) -> str:
        if (page.parent / link["to"]).exists():
            return link[0]
        target = (source.parent / link["to"]).resolve()
        if not target.exists() or not target.is_relative_to(root):
            raise SystemExit(f"{source.relative_to(root)}: no such file: {link['to']}")
        place = _place(target, root, pages)
        if not place.exists() and target.is_file():
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(target, place)
            if place.suffix == ".md":
                copied.append((place, target))
                place.write_text(_UNSEARCHED + target.read_text(encoding="utf-8"), encoding="utf-8")
        return f"{link['before']}{_between(page, place)}{link['after']}"

    text = page.read_text(encoding="utf-8")
    page.write_text(_outside_code(text, turned), encoding="utf-8")
    return copied


def _place(target: Path, root: Path, pages: Path) -> Path:
    """Return where the site has a file of the repository."""
    inside = target.relative_to(root)
    if inside.parts[0] == "docs":
        return pages / inside.relative_to("docs")
    if inside.parts[0] == "rules":  # a rule has a page, the folder has the list
        return (pages / inside).with_suffix(".md") if target.is_file() else pages / "rules.md"
    if target.is_dir():
        raise SystemExit(f"A page links to the folder {inside}: link to a file in it.")
    return pages / FILES / inside


def _between(page: Path, place: Path) -> str:
    up = len(page.parent.parts)
    common = 0
    for one, other in zip(page.parent.parts, place.parts, strict=False):
        if one != other:
            break
        common += 1
    return "/".join([".."] * (up - common) + list(place.parts[common:]))


def _outside_code(text: str, turned: Callable[[re.Match[str]], str]) -> str:
    """Return a page with its links replaced, except in blocks of code."""
    parts = re.split(r"(^ *```.*?^ *```$)", text, flags=re.MULTILINE | re.DOTALL)
    return "".join(part if number % 2 else _LINK.sub(turned, part) for number, part in enumerate(parts))


def add_other_pages(pages: Path) -> None:
    """Add the pages of docs/ that the menu lacks to its guides, so that none is out of reach."""
    menu = pages / "SUMMARY.md"
    text = menu.read_text(encoding="utf-8")
    linked = {(pages / link["to"]).resolve() for link in _LINK.finditer(text)}
    lines = []
    for page in sorted(pages.rglob("*.md")):
        inside = page.relative_to(pages)
        if page == menu or inside.parts[0] in (FILES, "rules") or page.resolve() in linked:
            continue
        title = page.read_text(encoding="utf-8").partition("\n")[0].removeprefix("# ")
        lines.append(f"    - [{title}]({inside.as_posix()})\n")
    menu.write_text(text.replace("    - <!-- other pages -->\n", "".join(lines)), encoding="utf-8")
