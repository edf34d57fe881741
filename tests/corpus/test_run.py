"""Runs on this machine: interrupted, gone on with, and counted."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pyarrow.dataset as ds
import pytest
from click.testing import CliRunner, Result

from reviewlint import ReviewlintError
from reviewlint.cli import main
from reviewlint.corpus import local, parts
from reviewlint.corpus.output import files_of
from reviewlint.corpus.tally import tally_of

TEXTS = ("It is is a calm film.", "A fine book.", "It has a rating of on IMDb.")
COUNT = 60


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(parts, "BYTES", 900)
    monkeypatch.chdir(tmp_path)
    rows = [
        {"id": f"r{n}", "text": TEXTS[n % 3], "source": ("blog/x", "it's")[n % 2], "date": f"2024-0{n % 4 + 1}-07"}
        for n in range(COUNT)
    ]
    (tmp_path / "in.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    return tmp_path / "in.jsonl"


def run(*words: str) -> Result:
    return CliRunner().invoke(main, ["corpus", *words])


def found(folder: Path) -> list[dict[str, Any]]:
    rows = ds.dataset(files_of(folder), format="parquet").to_table().to_pylist()
    return sorted(rows, key=lambda row: int(row["id"][1:]))


def test_a_crash_in_the_middle_and_a_second_run_give_each_id_once(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lint = local.lint_rows
    calls = []

    def crash(*given: Any) -> Any:
        calls.append(1)
        if len(calls) == 3:
            raise MemoryError
        return lint(*given)

    monkeypatch.setattr(local, "lint_rows", crash)
    assert run("run", "in.jsonl", "out", "--no-reader", "--jobs", "1").exit_code == 2
    assert 0 < len(found(tmp_path / "out")) < COUNT
    assert "not finished" in run("report", "out").output
    monkeypatch.setattr(local, "lint_rows", lint)
    done = run("run", "in.jsonl", "out", "--no-reader", "--jobs", "1")
    assert "2 of 6 parts were done before" in done.output
    rows = found(tmp_path / "out")
    assert [row["id"] for row in rows] == [f"r{n}" for n in range(COUNT)]
    assert [len(row["findings"]) for row in rows] == [1, 0, 1] * (COUNT // 3)
    assert run("run", "in.jsonl", "once", "--no-reader", "--jobs", "1").exit_code == 0
    assert found(tmp_path / "once") == rows


def test_half_a_file_is_never_there(corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def half(table: object, path: Path, **more: object) -> None:
        path.write_bytes(b"PAR1 and then the power goes")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pyarrow.parquet.write_table", half)
    done = run("run", "in.jsonl", "out", "--no-reader", "--jobs", "1")
    assert (done.exit_code, "No space left" in done.output) == (2, True)
    assert [path for path in (tmp_path / "out").iterdir() if path.name != "_run"] == []
    assert not any((tmp_path / "out" / "_run" / "done").iterdir())


def test_processes_find_what_one_finds(corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "BYTES", 3_000)
    assert run("run", "in.jsonl", "one", "--no-reader", "--jobs", "1").exit_code == 0
    assert run("run", "in.jsonl", "two", "--no-reader", "--jobs", "2").exit_code == 0
    assert found(tmp_path / "two") == found(tmp_path / "one")


def test_partitions(corpus: Path, tmp_path: Path) -> None:
    assert run("run", "in.jsonl", "out", "--no-reader", "--jobs", "1", "--partition-by", "source").exit_code == 0
    folders = {path.name for path in (tmp_path / "out").iterdir()}
    assert folders == {"_run", "source=blog%2Fx", "source=it%27s"}
    tally = tally_of(tmp_path / "out")
    assert {line.name: line.reviews for line in tally.by_source} == {"blog/x": COUNT // 2, "it's": COUNT // 2}
    assert (tally.total.reviews, tally.ids) == (COUNT, COUNT)


def test_partitions_need_their_column(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pq = pytest.importorskip("pyarrow.parquet")
    pa = pytest.importorskip("pyarrow")
    monkeypatch.chdir(tmp_path)
    pq.write_table(pa.table({"text": ["Fine."]}), "in.parquet")
    done = run("run", "in.parquet", "out", "--no-reader", "--jobs", "1", "--partition-by", "month")
    assert (done.exit_code, "No review has a month" in done.output) == (2, True)


def test_the_report_counts_by_rule_source_and_month(corpus: Path, tmp_path: Path) -> None:
    run("run", "in.jsonl", "out", "--no-reader", "--jobs", "1")
    tally = tally_of(tmp_path / "out")
    assert tally.complete
    assert (tally.total.reviews, tally.total.findings, tally.ids, tally.failed) == (COUNT, 40, COUNT, 0)
    assert {line.name: (line.findings, line.reviews) for line in tally.by_rule} == {
        "claims/missing-rating": (20, 20),
        "grammar/doubled-word": (20, 20),
    }
    assert [(line.name, line.reviews) for line in tally.by_month] == [(f"2024-0{m}", 15) for m in (1, 2, 3, 4)]
    table = run("report", "out").output
    assert "grammar/doubled-word" in table
    assert "2024-03" in table


def test_the_page_has_no_script_and_shows_what_data_says_as_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    row = {"id": "<b>", "text": "It is is fine.", "source": "<script>alert(1)</script>", "date": "2024-01"}
    (tmp_path / "in.jsonl").write_text(json.dumps(row))
    run("run", "in.jsonl", "out", "--no-reader", "--jobs", "1")
    assert run("report", "out", "--format", "html", "--output", "page.html").exit_code == 0
    page = (tmp_path / "page.html").read_text()
    assert "<script" not in page
    assert "&lt;script&gt;alert(1)" in page
    assert "default-src 'none'" in page


def test_rows_with_an_error_and_ids_that_are_there_twice_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in.jsonl").write_text('{"id": 1, "text": "Fine."}\n{"id": 1, "text": null}\n')
    run("run", "in.jsonl", "out", "--no-reader", "--jobs", "1")
    report = run("report", "out").output
    assert "2 reviews have 1 different ids" in report
    assert "There is no text." in report


@pytest.mark.parametrize(
    "changed",
    [("--ignore", "claims"), ("--column", "id=source"), ("--partition-by", "month")],
    ids=lambda words: words[0],
)
def test_a_folder_of_another_run_is_left_alone(corpus: Path, changed: tuple[str, str]) -> None:
    assert run("run", "in.jsonl", "out", "--no-reader", "--jobs", "1").exit_code == 0
    done = run("run", "in.jsonl", "out", "--no-reader", "--jobs", "1", *changed)
    assert (done.exit_code, "another run" in done.output) == (2, True)


def test_the_configuration_of_the_folder_applies(corpus: Path, tmp_path: Path) -> None:
    (tmp_path / "reviewlint.toml").write_text('ignore = ["claims"]\nreader = "off"\n')
    assert run("run", "in.jsonl", "out", "--jobs", "1").exit_code == 0
    assert {line.name for line in tally_of(tmp_path / "out").by_rule} == {"grammar/doubled-word"}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("run", "gone", "out"), "no such file"),
        (("run", "in.jsonl", "."), "other files"),
        (("run", "in.jsonl", "out", "--column", "txt=x"), "Did you mean “text”"),
        (("run", "in.jsonl", "out", "--column", "text=body"), "no column “body”"),
        (("run", "in.jsonl", "out", "--select", "grammer"), "grammer"),
        (("report", "."), "no findings"),
        (("report", "gone"), "no findings"),
    ],
)
def test_what_is_wrong_is_told(corpus: Path, words: tuple[str, ...], said: str) -> None:
    done = run(*words, *(("--jobs", "1") if words[0] == "run" else ()))
    assert done.exit_code == 2
    assert said in done.output


def test_a_table_of_somebody_else_is_no_crash(tmp_path: Path) -> None:
    pa, pq = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    pq.write_table(pa.table({"a": [1]}), tmp_path / "x.parquet")
    with pytest.raises(ReviewlintError, match="cannot be counted"):
        tally_of(tmp_path)
