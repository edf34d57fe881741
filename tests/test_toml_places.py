"""Lines of TOML keys."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewlint.toml_places import key_lines, read_toml

TEXT = '''\
# a comment = [not a key]
select = ["all"]   # "ignore" = 1
ignore = [
    "typography/doubled-space",
    # 'three'
    "readability", "facts",
]
"fail-on" = """
not = "a key"
"""
since = 2024-01-02 10:00:00
[rules."facts/wrong-year"]
severity = "error"
[rules]
"grammar/could-of".severity = 'info'
nested = { a = { b = [1, [2, 3]] }, c = "}" }
[[per-file]]
files = ["a"]
[[per-file]]
files = ["b"]
[per-file.rules."x/y"]
on = true
[[per-file.more]]
[[per-file.more]]
last = 1
'''


def test_every_key_has_its_line() -> None:
    lines = key_lines(TEXT)
    assert lines[("select",)] == 2
    assert lines[("ignore",)] == 3
    assert [lines[("ignore", at)] for at in range(3)] == [4, 6, 6]
    assert lines[("fail-on",)] == 8
    assert lines[("rules", "facts/wrong-year")] == 12
    assert lines[("rules", "facts/wrong-year", "severity")] == 13
    assert lines[("rules", "grammar/could-of", "severity")] == 15
    assert lines[("rules", "nested", "a", "b", 1, 0)] == 16
    assert lines[("rules", "nested", "c")] == 16
    assert lines[("per-file", 0, "files")] == 18
    assert lines[("per-file", 1)] == 19
    assert lines[("per-file", 1, "files", 0)] == 20
    assert lines[("per-file", 1, "rules", "x/y", "on")] == 22
    assert lines[("per-file", 1, "more", 1, "last")] == 25
    assert ("not",) not in lines


def keys_of(value: Any, key: tuple[str | int, ...] = ()) -> set[tuple[str | int, ...]]:
    if isinstance(value, dict):
        return {key, *(k for name, item in value.items() for k in keys_of(item, (*key, name)))}
    if isinstance(value, list):
        return {key, *(k for at, item in enumerate(value) for k in keys_of(item, (*key, at)))}
    return {key}


def test_it_finds_the_keys_that_the_reader_finds() -> None:
    found = set(key_lines(TEXT))
    missing = keys_of(tomllib.loads(TEXT)) - found - {()}
    assert missing == {("per-file", 1, "rules"), ("rules", "grammar/could-of")}  # they have no header


@given(st.dictionaries(st.text(max_size=8), st.lists(st.text(max_size=8), max_size=3), max_size=4))
def test_names_and_strings_of_any_kind(table: dict[str, list[str]]) -> None:
    def quoted(text: str) -> str:
        plain = set(map(chr, range(32, 127))) - {'"', "\\"}
        return '"' + "".join(c if c in plain else f"\\U{ord(c):08x}" for c in text) + '"'

    text = "".join(f"\n{quoted(key)} = [{', '.join(map(quoted, items))}]" for key, items in table.items())
    try:
        assert tomllib.loads(text) == table
    except tomllib.TOMLDecodeError:  # lone surrogates
        return
    lines = key_lines(text)
    assert [lines[(key,)] for key in table] == list(range(2, len(table) + 2))
    assert set(lines) == keys_of(table) - {()}


@pytest.mark.parametrize("text", ["", "\n\n", "# only this", "a = 1", "a.b.c = 1\r\n[d]\r\n", "a = [ [ ], {} ]"])
def test_odd_shapes_pass(text: str) -> None:
    key_lines(text)


@given(st.text(alphabet="ab=[]{}\",\n#.'", max_size=30))
def test_no_text_fails(text: str) -> None:
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return
    key_lines(text)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (f"a = 1\nb = {'7' * 4500}\n", "A number has too many digits (at line 2, column 1)"),
        (f"a = {'[' * 9000}", "It is nested too deep"),
    ],
)
def test_what_only_ends_the_reader_is_said_as_a_fault_of_the_text(text: str, message: str) -> None:
    with pytest.raises(tomllib.TOMLDecodeError) as error:
        read_toml(text)
    assert str(error.value) == message
