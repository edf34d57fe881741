"""Reads the corpora that benchmarks take a path to, and lays drafts out as files."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

KINDS = {
    "film": "Movie",
    "series": "TVSeries",
    "book": "Book",
    "manga": "ComicSeries",
    "game": "VideoGame",
    "album": "MusicAlbum",
    "product": "Product",
}
NAMES = {
    "title": "name",
    "year": "datePublished",
    "runtime_minutes": "duration",
    "directors": "director",
    "writers": "author",
    "composers": "musicBy",
    "studios": "productionCompany",
    "publishers": "publisher",
    "distributors": "distributor",
    "developers": "developer",
    "artists": "artist",
}

_MARK = re.compile(r"⟦(?P<category>\w+)\|(?P<quote>[^⟧]*)⟧")


def facts_file(record: dict[str, Any]) -> str | None:
    """Return a record's facts as the text of a facts file (JSON is YAML), or None without any."""
    if record.get("facts_file") or not record.get("facts"):
        return record.get("facts_file")
    facts = record["facts"]
    kind = KINDS.get(facts.get("type", ""), "CreativeWork")
    sheet: dict[str, Any] = {"type": kind}
    sheet |= {ours: facts[theirs] for theirs, ours in NAMES.items() if facts.get(theirs)}
    if "datePublished" in sheet:
        sheet["datePublished"] = str(sheet["datePublished"])
    if facts.get("authors") and kind in ("Book", "ComicSeries"):
        sheet["author"] = facts["authors"]
    elif facts.get("authors"):
        sheet["isBasedOn"] = {"type": "CreativeWork", "author": facts["authors"]}
        if kind == "Movie" and "publisher" in sheet:
            sheet["isBasedOn"]["publisher"] = sheet.pop("publisher")
    if facts.get("cast"):
        sheet["actor"] = [{"name": c["person"], "characterName": c.get("role")} for c in facts["cast"]]
    if facts.get("rating"):
        sites = {"imdb": "IMDb", "metacritic": "Metacritic"}
        sheet["aggregateRating"] = [
            {"author": sites.get(site, site), "ratingValue": value} for site, value in facts["rating"].items()
        ]
    return json.dumps(sheet, ensure_ascii=False, indent=1)


def read_drafts(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the annotated drafts of a JSON Lines file, or of a folder of marked drafts."""
    if path.is_dir():
        yield from (read_marked(draft) for draft in sorted([*path.glob("*.md"), *path.glob("*.txt")]))
    else:
        yield from read_records(path)


def read_marked(path: Path) -> dict[str, Any]:
    """Return a marked draft as a record: its text without marks, and its defects in code points.

    A defect stands between ⟦ and ⟧, its category and a bar before it: ⟦grammar|they was⟧.
    """
    marked = path.read_text(encoding="utf-8")
    text, at = "", 0
    defects = []
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        defects.append({"start": len(text), "end": len(text) + len(mark["quote"]), "category": mark["category"]})
        text += mark["quote"]
        at = mark.end()
    facts = path.with_suffix(".facts.yaml")
    return {
        "id": path.stem,
        "name": path.name,
        "text": text + marked[at:],
        "defects": defects,
        "facts_file": facts.read_text(encoding="utf-8") if facts.exists() else None,
    }


def read_records(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the objects of a JSON Lines file, gzipped or not."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def lay_out(records: list[dict[str, Any]], folder: Path) -> int:
    """Write each record's `text` to a file of its own under `folder`; return the number of words written.

    The file keeps the suffix of the record's `path` or `name`.
    """
    words = 0
    for number, record in enumerate(records):
        suffix = Path(record.get("path") or record.get("name") or "draft.md").suffix or ".md"
        (folder / f"draft-{number:05}{suffix}").write_bytes(record["text"].encode())
        words += len(record["text"].split())
    return words
