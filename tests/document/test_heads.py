"""The heads of drafts: YAML in one document or more, TOML, JSON, and what is said of broken ones."""

from __future__ import annotations

import pytest

from reviewlint.document import Document, Source, parse


def document(text: str) -> Document:
    return parse(Source("draft.md", text))


@pytest.mark.parametrize(
    ("head", "values"),
    [
        ("---\ntitle: Low Tide\n---\n", {"title": "Low Tide"}),
        ("----\ntitle: Low Tide\n----\n", {"title": "Low Tide"}),
        ("title: Low Tide\ndate: 2020\n---\n", {"title": "Low Tide", "date": "2020"}),
        ("+++\ntitle = 'Low Tide'\n+++\n", {"title": "Low Tide"}),
        ('{"title": "Low Tide"}\n', {"title": "Low Tide"}),
        (
            '{\n\t"title": "Low Tide",\n\t"of": {"year": 1999, "by": ["Ann Lee", "B\\/o"]}\n}\n\n',
            {"title": "Low Tide", "of.year": "1999", "of.by": "Ann Lee"},
        ),
        ("---\ntitle: Low Tide\n---\nscore:\n  plot: 3\n---\n", {"title": "Low Tide", "score.plot": "3"}),
        (
            "---\ntitle: Low Tide\n---\n---\nscore: |\n  3\n\n  of 5\n---\n",
            {"title": "Low Tide", "score": "3\n\nof 5\n"},
        ),
    ],
)
def test_heads_are_read_in_many_forms(head: str, values: dict[str, str]) -> None:
    doc = document(head + "It stops.")
    assert doc.front_values == values
    assert doc.prose.text == "It stops."
    assert not doc.problems
    for value in doc.front:
        raw = doc.source.text[value.span.start : value.span.end]
        assert raw.split() == value.value.replace("B/o", "B\\/o").split()


@pytest.mark.parametrize(
    "text",
    [
        "---\n\nIt stops.\n\n---\n\nIt goes.",
        "---\ntitle: x\n---\nA verdict: It stops.\n\n---\n\nIt goes.",
        "{curly} It stops.",
        '{"It stops", she says.}',
    ],
)
def test_what_is_no_head_is_read(text: str) -> None:
    assert "It stops" in document(text).prose.text


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ('+++\na = 1\nb = "x\n+++\n', 3, "TOML: the quotation marks of this value are never closed."),
        ("+++\n\na = 1\na = 2\n+++\n", 4, "TOML: Cannot overwrite a value."),
        ("+++\na = [1\n+++\n", 2, "TOML: Unclosed array."),
        ("---\na: 1\ntitle: Low: Tide\n---\n", 3, 'needs quotation marks. Write title: "Low: Tide".'),
        ('---\na: say "x": y\n---\n', 2, "Write a: 'say \"x\": y'."),
        ("---\na: 1\n  b: 2\n---\n", 3, "this line is indented further than the one before it."),
        ("---\na: @x\n---\n", 2, 'a value that begins with @ needs quotation marks. Write a: "@x".'),
        ('---\na: 1\nb: "x\nc: 2\n---\n', 3, "the quotation marks that open here are never closed."),
        ('---\na: "x" y\n---\n', 2, "there is text after the quotation marks that close the value."),
        ("---\na: [x\n---\n", 2, "the bracket that opens here is never closed."),
        ("---\na:\n\t- x\n---\n", 3, "with a tab, which has to be spaces."),
        ('---\na: "C:\\d"\n---\n', 2, "a backslash between double quotation marks has to be doubled"),
        ("---\na: 1\nb\n---\n", 3, "this line has no colon."),
        ('{\n"a": 1,\n"b": x\n}\nIt stops.', 3, "The front matter is not JSON: Expecting value."),
    ],
)
def test_a_broken_head_is_told_in_plain_words_with_its_line(text: str, line: int, said: str) -> None:
    (problem,) = document(text).problems
    assert problem[1] == line
    assert problem[0].endswith(said) or said in problem[0]
    assert "(at line" not in problem[0]
