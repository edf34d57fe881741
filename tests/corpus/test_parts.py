"""A corpus as parts, and their rows."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from reviewlint import ReviewlintError
from reviewlint.corpus import Columns, parts
from reviewlint.corpus.columns import USUAL
from reviewlint.corpus.parts import corpus_at
from reviewlint.corpus.read import read_part


def rows_of(path: Path, columns: Columns = USUAL) -> list[dict[str, Any]]:
    corpus = corpus_at(path, columns)
    return [row for part in corpus.parts for table in read_part(part, columns) for row in table.to_pylist()]


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "ROWS", 30)
    monkeypatch.setattr(parts, "BYTES", 64)
    monkeypatch.setattr(parts, "DRAFTS", 2)
    monkeypatch.setattr("reviewlint.corpus.read.BATCH", 7)


@pytest.mark.parametrize("group", [1, 17, 30, 100])
def test_each_row_of_parquet_is_in_one_part(tmp_path: Path, group: int) -> None:
    file = tmp_path / "a.parquet"
    pq.write_table(
        pa.table({"id": range(100), "text": [f"Review {n}." for n in range(100)]}), file, row_group_size=group
    )
    assert len(corpus_at(file, Columns()).parts) == 4
    rows = rows_of(file)
    assert [row["id"] for row in rows] == list(range(100))
    assert [row["text"] for row in rows] == [f"Review {n}." for n in range(100)]
    assert {row["source"] for row in rows} == {"a.parquet"}


@pytest.mark.parametrize("length", range(1, 12))
def test_each_line_is_in_one_part_wherever_parts_begin(tmp_path: Path, length: int) -> None:
    file = tmp_path / "a.jsonl"
    lines = [json.dumps({"id": n, "text": "x" * (n % length * 9)}) for n in range(40)]
    file.write_text("\n".join(lines) + "\n" * (length % 3))
    assert len(corpus_at(file, Columns()).parts) > 5
    assert [row["id"] for row in rows_of(file)] == [str(n) for n in range(40)]


def test_packed_lines_are_one_part(tmp_path: Path) -> None:
    with gzip.open(tmp_path / "a.jsonl.gz", "wt") as file:
        file.write("".join(json.dumps({"text": f"Review {n}."}) + "\n" for n in range(20)))
    assert len(corpus_at(tmp_path, Columns()).parts) == 1
    rows = rows_of(tmp_path)
    assert [row["text"] for row in rows] == [f"Review {n}." for n in range(20)]
    assert len({row["id"] for row in rows}) == 20


def test_a_line_that_is_no_object_is_a_row_without_text(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_bytes(
        b'{"text": "Fine."}\nbroken\n[1]\n{"text": 5}\n{"text": true}\n\xff\n{"text": "\\ud800"}\n' + b"[" * 9_999
    )
    rows = rows_of(file)
    assert [row["text"] for row in rows] == ["Fine.", None, None, "5", None, None, "?", None]
    assert len({row["id"] for row in rows}) == 8


def test_ids_facts_and_dates_of_lines(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text('{"id": 12, "text": "Fine.", "facts": {"name": "Up"}, "date": 20240105, "source": "blog"}')
    assert rows_of(file) == [
        {"id": "12", "text": "Fine.", "facts": '{"name": "Up"}', "date": "20240105", "source": "blog", "path": None}
    ]


def test_drafts_of_a_folder(tmp_path: Path) -> None:
    (tmp_path / "film").mkdir()
    (tmp_path / "film" / "a.md").write_text("---\ndate: 2023-02-01\n---\nFine.\n")
    (tmp_path / "film" / "2022-05-03-b.txt").write_text("Fine.")
    (tmp_path / "c.html").write_bytes(b"<p>\xff")
    rows = {row["id"]: row for row in rows_of(tmp_path)}
    assert sorted(rows) == ["c.html", "film/2022-05-03-b.txt", "film/a.md"]
    assert rows["film/a.md"]["date"] == "2023-02-01"
    assert rows["film/2022-05-03-b.txt"]["date"] == "film/2022-05-03-b.txt"
    assert [rows[name]["source"] for name in sorted(rows)] == [".", "film", "film"]


def test_what_is_hidden_or_ours_is_no_part(tmp_path: Path) -> None:
    for name in ("a.jsonl", ".b.jsonl", "_c.jsonl", "_run/d.jsonl"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text('{"text": "Fine."}')
    assert {part.name for part in corpus_at(tmp_path, Columns()).parts} == {"a.jsonl"}


def test_the_digest_changes_with_the_files(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text('{"text": "Fine."}')
    before = corpus_at(file, Columns()).digest
    assert corpus_at(file, Columns()).digest == before
    assert corpus_at(file, Columns(id="key")).digest != before
    file.write_text('{"text": "Fine too."}')
    assert corpus_at(file, Columns()).digest != before


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.parquet", b"no Parquet", "cannot be read"),
        ("a.csv", b"text\nx", "neither"),
        ("a.jsonl", b"", "no reviews"),
        ("a.jsonl.gz", b"no gzip", "cannot be read"),
        ("a.jsonl", b'{"body": "Fine."}', "no column “text”"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_name(tmp_path: Path, name: str, data: bytes, words: str) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(ReviewlintError, match=words) as caught:
        rows_of(tmp_path / name)
    assert name in str(caught.value)
