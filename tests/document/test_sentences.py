"""Sentences: where they begin and end, however long a text goes on without a stop."""

from __future__ import annotations

import pytest
import sentencex
from hypothesis import given
from hypothesis import strategies as st

from reviewlint.document.sentences import _LONGEST, _boundaries, split_sentences


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text, 0, len(text))]


def test_glued_sentences_are_two() -> None:
    assert sentences("They make their boats.Winter comes later. Then it ends.") == [
        "They make their boats.",
        "Winter comes later.",
        "Then it ends.",
    ]


def test_what_goes_on_for_ever_is_cut_between_words() -> None:
    text = "word " * 5000
    found = sentences(text)
    assert all(len(sentence) <= _LONGEST for sentence in found)
    assert " ".join(found) == text.strip()
    assert sentences("x" * 7000) == ["x" * _LONGEST, "x" * _LONGEST, "x" * (7000 - 2 * _LONGEST)]


@given(
    st.lists(st.sampled_from(["One two", ". ", "! ", "Mr. ", "3.5/5 ", "ab.Cd ", "\n", "  ", "…", "”"]), max_size=40)
)
def test_nothing_but_blanks_lies_between_them(pieces: list[str]) -> None:
    text = "".join(pieces)
    spans = list(split_sentences(text, 0, len(text)))
    at = 0
    for start, end in spans:
        assert start < end
        assert not text[at:start].strip()
        at = end
    assert not text[at:].strip()


WIDE_BLANKS = [char for char in map(chr, range(0x80, 0x3001)) if char.isspace()]


@pytest.mark.parametrize("blank", WIDE_BLANKS, ids=ascii)
def test_a_wide_blank_between_a_letter_and_a_stop_is_read(blank: str) -> None:
    assert sentences(f"He has vitamin C{blank}. It helps.") == [f"He has vitamin C{blank}.", "It helps."]


@given(st.text(alphabet=["b", "Q", ".", "!", ")", "5", "\n", *WIDE_BLANKS], max_size=30))
def test_wide_blanks_anywhere_are_read(text: str) -> None:
    for start, end in split_sentences(text, 0, len(text)):
        assert text[start:end].strip() == text[start:end] != ""


def test_a_block_of_any_length_is_cut_at_the_same_places() -> None:
    text = "".join(f"The film number {number} is long, e.g. in its second half. " for number in range(1000))
    whole = [(b["start_index"], b["end_index"]) for b in sentencex.get_sentence_boundaries("en", text)]
    assert [(first, last) for first, last in _boundaries(text)] == whole
