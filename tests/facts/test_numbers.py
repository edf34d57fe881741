import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewlint.facts.numbers import find_numbers, read_count, read_number, read_ordinal

_UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen".split()
_UNITS += "seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


def spelled(number: int) -> str:
    """Return a number up to a million in English words."""
    if number < 20:
        return _UNITS[number]
    if number < 100:
        ones = f"-{_UNITS[number % 10]}" if number % 10 else ""
        return _TENS[number // 10 - 2] + ones
    size, word = (100, "hundred") if number < 1000 else (1000, "thousand")
    rest = number % size
    joint = " and " if rest < 100 else " "
    return f"{spelled(number // size)} {word}" + (joint + spelled(rest) if rest else "")


@given(st.integers(0, 999_999))
def test_every_spelled_number_is_read(number: int) -> None:
    assert read_number(spelled(number)) == number
    assert read_number(spelled(number).upper()) == number


@given(st.integers(0, 999_999))
def test_a_spelled_number_is_found_whole_in_a_text(number: int) -> None:
    text = f"There were {spelled(number)} of them."
    assert [(text[n.start : n.end], n.value) for n in find_numbers(text)] == [(spelled(number), number)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,204", 1204), ("3.5", 3.5), ("3½", 3.5), ("½", 0.5), ("a hundred and four", 104), ("a dozen", 12),
        ("half a dozen", 6), ("two dozen", 24), ("two and a half", 2.5), ("nineteen eighty-four", 1984),
        ("twenty twenty-four", 2024), ("two thousand and one", 2001), ("eleven hundred", 1100), ("a million", 1e6),
        ("twenty-one", 21), ("twenty one", 21),
    ],
)  # fmt: skip
def test_numbers_as_people_write_them(text: str, value: float) -> None:
    assert read_number(text) == value


@pytest.mark.parametrize(
    "text", ["", "and", "a", "hundred", "two three", "one and two", "some", "twenty-eleven ten", "-"]
)
def test_no_number(text: str) -> None:
    assert read_number(text) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [("21st", 21), ("first", 1), ("twenty-first", 21), ("ninetieth", 90), ("twelfth", 12), ("thirty second", 32)],
)
def test_ordinals(text: str, value: int) -> None:
    assert read_ordinal(text) == value


@pytest.mark.parametrize("text", ["one", "twenty", "first first", "ten second", "st", ""])
def test_no_ordinal(text: str) -> None:
    assert read_ordinal(text) is None


def test_a_count_is_whole() -> None:
    assert read_count("twelve") == 12
    assert read_count("2.5") is None


def test_numbers_stay_apart_in_a_text() -> None:
    text = "one and two people, thirty-something, six seven eight, 3.5/5, the 1990s, two thousand and one"
    assert [n.value for n in find_numbers(text)] == [1, 2, 6, 7, 8, 3.5, 5, 2001]


@given(st.text())
def test_any_text_is_searched(text: str) -> None:
    for found in find_numbers(text):
        assert 0 <= found.start < found.end <= len(text)
        assert read_number(text[found.start : found.end]) == found.value
