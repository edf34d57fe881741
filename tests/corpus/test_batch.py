"""A table in, a table out."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pyarrow as pa
import pytest

from reviewlint import ReviewlintError, check
from reviewlint.corpus import Columns, lint_batch

CONFIG = {"reader": "off"}
SPOILED = "It is is a calm film, and it has a rating of on IMDb."


def linted(rows: list[dict[str, Any]], **more: Any) -> list[dict[str, Any]]:
    names = list(dict.fromkeys(name for row in rows for name in row))
    table = pa.table({name: [row.get(name) for row in rows] for name in names})
    return lint_batch(table, **{"config": CONFIG, **more}).to_pylist()


def test_findings_are_those_of_a_check() -> None:
    (row,) = linted([{"id": 7, "text": SPOILED}])
    report = check(SPOILED, config={**CONFIG, "grammar": {"engine": "off"}})
    assert [(f["rule"], f["start"], f["end"], f["message"], f["severity"]) for f in row["findings"]] == [
        (f.rule, f.span.start, f.span.end, f.message, f.severity.value) for f in report.findings
    ]
    assert [f["fingerprint"] for f in row["findings"]] == list(report.files[0].fingerprints)
    assert row["findings"][0]["fix"] == {
        "title": "is",
        "safety": "safe",
        "edits": [{"start": 5, "end": 8, "text": ""}],
    }
    assert row["findings"][1]["fix"] is None
    assert (row["id"], row["words"], row["error"]) == (7, 14, None)


def test_text_is_not_copied_and_ids_keep_their_type() -> None:
    table = pa.table({"id": pa.array([1, 2], pa.int64()), "text": ["Fine.", "Good."], "stars": [1, 2]})
    found = lint_batch(table, config=CONFIG)
    assert found.column_names == ["id", "words", "findings", "error"]
    assert found.schema.field("id").type == pa.int64()


def test_spans_are_code_points() -> None:
    (row,) = linted([{"text": "😀 It is is fine."}])
    assert (row["findings"][0]["start"], row["findings"][0]["end"]) == (5, 10)


def test_a_row_that_cannot_be_checked_says_why_and_costs_no_other() -> None:
    rows = linted(
        [
            {"id": 1, "text": None},
            {"id": 2, "text": "a" * 2_000_001},
            {"id": 3, "text": "x", "facts": "[" * 100_000},
            {"id": 4, "text": "x", "facts": "[1]"},
            {"id": 5, "text": SPOILED, "facts": None},
            {"id": 6, "text": ""},
        ]
    )
    assert [row["error"] is None for row in rows] == [False, False, False, False, True, True]
    assert "no text" in rows[0]["error"]
    assert "2.0 MB" in rows[1]["error"]
    assert "no JSON object" in rows[3]["error"]
    assert len(rows[4]["findings"]) == 2


def test_facts_of_a_row_are_held_against_it_alone() -> None:
    facts = json.dumps({"type": "Movie", "name": "Look Back", "duration": 58})
    rows = linted([{"text": "The film runs 75 minutes.", "facts": f} for f in (facts, None)])
    assert [[f["rule"] for f in row["findings"]] for row in rows] == [["facts/wrong-runtime"], []]


def test_a_path_gives_the_format_and_leads_nowhere(tmp_path: Any) -> None:
    (tmp_path / "reviewlint.toml").write_text("nonsense")
    (tmp_path / "x.facts.yaml").write_text("nonsense: [")
    text = "<p>It is is fine.</p>"
    rows = linted([{"text": text, "path": str(tmp_path / name)} for name in ("x.html", "x.md", "../../x\0.exe")])
    assert [row["error"] for row in rows] == [None] * 3
    assert rows[0]["findings"][0]["rule"] == "grammar/doubled-word"


def test_months_and_sources_go_along() -> None:
    rows = linted(
        [
            {"text": "Fine.", "source": "blog", "date": day}
            for day in ("2024-05-03", "reviews/2023/202401_x", "not a date", None)
        ]
    )
    assert [row["month"] for row in rows] == ["2024-05", "2024-01", None, None]
    assert linted([{"text": "Fine.", "date": date(2020, 2, 1)}])[0]["month"] == "2020-02"
    assert rows[0]["source"] == "blog"


def test_columns_may_have_other_names() -> None:
    (row,) = linted([{"asin": "B1", "body": SPOILED}], columns=Columns(id="asin", text="body"))
    assert (row["id"], len(row["findings"])) == ("B1", 2)


def test_an_empty_table_has_the_same_columns() -> None:
    empty = lint_batch(pa.table({"id": pa.array([], pa.string()), "text": pa.array([], pa.string())}), config=CONFIG)
    assert empty.schema == lint_batch(pa.table({"id": ["a"], "text": ["Fine."]}), config=CONFIG).schema
    assert len(empty) == 0


@pytest.mark.parametrize(
    ("table", "config", "words"),
    [
        ({"txt": ["x"]}, {}, "no column “text”"),
        ({"text": ["x"]}, {"selct": ["facts"]}, "selct"),
        ({"text": ["x"]}, {"select": ["grammar/no-such-rule"]}, "no-such-rule"),
        ({"text": ["x"]}, {"grammar": {"engine": "languagetool"}}, "engine of grammar"),
    ],
)
def test_what_is_wrong_is_told(table: dict[str, Any], config: dict[str, Any], words: str) -> None:
    with pytest.raises(ReviewlintError, match=words):
        lint_batch(pa.table(table), config=config)
