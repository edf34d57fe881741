"""Puts the pages of docs/ where the site is built, and turns their links to other files of the repository."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

_LINK = re.compile(r"(?P<before>\]\()(?P<to>[^)\s#:]+)(?P<after>(?:#[^)\s]*)?\))")
FILES = "files"  # files of the repository that a page links to


def stage(root: Path, pages: Path) -> None:
    """Copy docs/ into an empty folder; files outside of docs/ that it links to are copied as well."""
    shutil.rmtree(pages, ignore_errors=True)
    shutil.copytree(root / "docs", pages)
    waiting = [(page, root / "docs" / page.relative_to(pages)) for page in sorted(pages.rglob("*.md"))]
    while waiting:
        page, source = waiting.pop()
        waiting += _turn_links(page, source, root, pages)
    add_other_pages(pages)


def _turn_links(page: Path, source: Path, root: Path, pages: Path) -> list[tuple[Path, Path]]:
    """Point the links of a page at what the site has; return the pages that were copied for it."""
    copied = []

    def turned(link: re.Match[str]) -> str:
        target = (source.parent / link["to"]).resolve()
        if not target.exists() or not target.is_relative_to(root):
            raise SystemExit(f"{source.relative_to(root)}: no such file: {link['to']}")
        place = _place(target, root, pages)
        if not place.exists() and target.is_file():
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(target, place)
            if place.suffix == ".md":
                copied.append((place, target))
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


def _outside_code(text: str, turned: object) -> str:
    """Return a page with its links replaced, except in blocks of code."""
    parts = re.split(r"(^ *```.*?^ *```$)", text, flags=re.MULTILINE | re.DOTALL)
    return "".join(part if number % 2 else _LINK.sub(turned, part) for number, part in enumerate(parts))  # type: ignore[call-overload]


def add_other_pages(pages: Path) -> None:
    """Add the pages of docs/ that the menu lacks to its guides, so that none is out of reach."""
    menu = pages / "SUMMARY.md"
    text = menu.read_text(encoding="utf-8")
    linked = {(pages / link["to"]).resolve() for link in _LINK.finditer(text)}
    lines = []
    for page in sorted(pages.rglob("*.md")):
        inside = page.relative_to(pages)
        if page == menu or inside.parts[0] == FILES or page.resolve() in linked:
            continue
        title = page.read_text(encoding="utf-8").partition("\n")[0].removeprefix("# ")
        lines.append(f"    - [{title}]({inside.as_posix()})")
    menu.write_text(text.replace("    - <!-- other pages -->", "\n".join(lines)), encoding="utf-8")
