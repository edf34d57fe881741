"""Reads the corpora that benchmarks take a path to, and lays drafts out as files."""

from __future__ import annotations

import gzip
import json
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


def facts_file(facts: dict[str, Any]) -> str:
    """Return a record's `facts` as the text of a facts file (JSON is YAML)."""
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


def read_records(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the objects of a JSON Lines file, gzipped or not."""
    with (
        gzip.open(path, "rt", encoding="utf-8")
        if path.suffix == ".gz"
        else path.open(encoding="utf-8") as lines
    ):
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
