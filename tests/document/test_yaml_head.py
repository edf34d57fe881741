"""Values of a YAML head: each with its key and place, and never more than there is room for."""

from __future__ import annotations

import pytest

from reviewlint.document.yaml_head import MOST, yaml_values


def values(head: str) -> list[tuple[str, str, str]]:
    found, problem = yaml_values(head, 0, len(head))
    assert problem is None
    return [(value.key, value.value, head[value.span.start : value.span.end]) for value in found]


def test_an_alias_has_the_values_of_what_it_stands_for() -> None:
    assert values("film: &f {by: Ann, cast: [Bo]}\nagain: *f\nmany: [*f]\n") == [
        ("film.by", "Ann", "Ann"),
        ("film.cast", "Bo", "Bo"),
        ("again.by", "Ann", "Ann"),
        ("again.cast", "Bo", "Bo"),
        ("many.by", "Ann", "Ann"),
        ("many.cast", "Bo", "Bo"),
    ]


@pytest.mark.parametrize(
    ("head", "said"),
    [
        ("a: 'x'\nb: |\n  one\n  two\n", [("a", "x", "x"), ("b", "one\ntwo\n", "one\n  two")]),
        ("&k a: 1\nb: *k\n", [("a", "1", "1")]),  # an anchor on a key stands for no value
        ("a: &s text\nb: *s\n", [("a", "text", "text"), ("b", "text", "text")]),
        ("a: &s 'text'\nb: !!str x\nc: &t !!str |\n  y\n", [("a", "text", "text"), ("b", "x", "x"), ("c", "y\n", "y")]),
        ("a: &a [x, *a]\n", [("a", "x", "x")]),
        ("? [a, b]\n: c\nd: e\n", [("", "a", "a"), ("", "b", "b"), ("", "c", "c"), ("d", "e", "e")]),
        ("- a\n- b: c\n", [("", "a", "a"), ("b", "c", "c")]),
        ("", []),
    ],
)
def test_values_stand_under_their_keys(head: str, said: list[tuple[str, str, str]]) -> None:
    assert values(head) == said


@pytest.mark.parametrize(
    ("head", "problem", "line"),
    [
        ("a: 1\nb: *c\n", 'a value that begins with * needs quotation marks. Write b: "*c"', 2),
        ("a: 1\n--- \nb: 2\n", "expected a single document in the stream", 2),
        ("a: [1\nb: 2\n", "the bracket that opens here is never closed", 1),
    ],
)
def test_what_is_no_yaml_is_told_with_its_line(head: str, problem: str, line: int) -> None:
    assert yaml_values(head, 0, len(head)) == ([], (f"The front matter is not YAML: {problem}.", line))


def test_aliases_of_aliases_end_at_a_number() -> None:
    lines = ["l0: &l0 [ha, ha, ha, ha, ha, ha, ha]"]
    lines += [f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 7)}]" for n in range(1, 12)]
    head = "\n".join(lines)
    found, problem = yaml_values(head, 0, len(head))
    assert found == []
    assert problem is not None
    assert f"more than {MOST:,} values" in problem[0]
    assert problem[1] == 5  # 7 ** 5 are too many


@pytest.mark.parametrize("opening", ["[", "- ", "{a: ", "? "])
def test_nesting_without_end_is_left_out_or_refused(opening: str) -> None:
    for depth in (60, 900, 20_000):
        found, _ = yaml_values(opening * depth, 0, len(opening) * depth)
        assert len(found) <= depth
