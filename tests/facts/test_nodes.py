import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewlint.facts.nodes import MAX_NODES, Items, Scalar, Table, plain_tree, plain_value, read_yaml


def test_every_value_knows_its_line() -> None:
    root, problem = read_yaml("name: X\ncast:\n  - A B\n  - {name: C D, role: E}\n", "f.yaml")
    assert problem is None
    assert isinstance(root, Table)
    cast = root.get("cast")
    assert isinstance(cast, Items)
    assert [item.line for item in cast.items if item] == [3, 4]
    assert [entry.line for entry in root.entries] == [1, 2]


def test_values_stay_as_written() -> None:
    root, _ = read_yaml("a: 2024-06-28\nb: yes\nc: 007\nd: 'x: y'\ne: ~\nf:\ng: ''\n")
    assert isinstance(root, Table)
    told = {entry.key: entry.value.text if isinstance(entry.value, Scalar) else entry.value for entry in root.entries}
    assert told == {"a": "2024-06-28", "b": "yes", "c": "007", "d": "x: y", "e": None, "f": None, "g": ""}


def test_aliases_and_merge_keys_are_followed() -> None:
    root, problem = read_yaml("a: &a {x: 1}\nb: {<<: *a, y: 2}\nc: *a\n")
    assert problem is None
    assert isinstance(root, Table)
    assert root.get("c") == root.get("a")
    assert isinstance(merged := root.get("b"), Table)
    assert [entry.key for entry in merged.entries] == ["x", "y"]


BOMB = "a: &a [x,x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{b}: &{b} [{','.join([f'*{a}'] * 10)}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ("name: X\nbad: b: c\n", 2, "mapping values"),
        ("name: X\ncast: [A, B\nother: c\n", 3, "did not find expected"),
        ("name: X\ncast: *nobody\n", 2, "Nothing is marked"),
        ("name: X\nisBasedOn: &b {x: *b}\n", 2, "used inside its own value"),
        ("name: X\n" + "x: " + "[" * 100_000, 2, "nest"),  # PyYAML's own words, or ours
        ("name: X\nx: " + "- " * 100_000 + "y", 2, "not YAML"),
        ("name: X\nb: \x07\n", 2, "control characters"),
        ("name: X\n---\nname: Y\n", 2, "one document"),
        ("name: X\n" + BOMB, 6, f"more than {MAX_NODES:,}"),
    ],
)
def test_what_is_wrong_is_told_with_its_line_and_the_rest_kept(text: str, line: int, told: str) -> None:
    root, problem = read_yaml(text, "f.yaml")
    assert problem is not None
    assert told in problem.message
    assert (problem.path, problem.line) == ("f.yaml", line)
    if "control" not in told:  # these are refused before anything is read
        assert isinstance(root, Table)
        assert root.get("name") == Scalar("X", 1)


def test_a_list_cut_short_is_left_out() -> None:
    root, _ = read_yaml("name: X\ndirector: [A B, C D\nyear: 2000\n")
    assert isinstance(root, Table)
    assert root.get("director") is None


def test_lines_count_from_where_the_text_stands() -> None:
    root, problem = read_yaml("name: X\nbad: b: c\n", "draft.md", first_line=2)
    assert root == Table((root.entries[0],), 2) if isinstance(root, Table) else False
    assert problem is not None
    assert problem.line == 3


def test_plain_values_become_the_same_tree() -> None:
    tree = plain_tree({"a": [1, {"b": "x"}], "c": None}, {"a": 4, "a.b": 5})
    assert tree == Table(
        (
            plain_entry("a", Items((Scalar("1", 4), Table((plain_entry("b", Scalar("x", 5), 5),), 4)), 4), 4),
            plain_entry("c", None, None),
        )
    )


def plain_entry(key: str, value: Table | Items | Scalar | None, line: int | None) -> "object":
    from reviewlint.facts.nodes import Entry

    return Entry(key, value, line)


@given(st.text())
def test_no_text_ends_the_reader(text: str) -> None:
    read_yaml(text)


def test_a_tree_is_a_plain_value_again() -> None:
    value = {"name": "Look Back", "actor": [{"name": "Yuumi Kawai"}, "Mizuki Yoshida"], "duration": None}
    assert plain_value(plain_tree(value)) == value
    assert plain_value(read_yaml("a: 58\nb: [x, {c: true}]\n").root) == {"a": "58", "b": ["x", {"c": "true"}]}
