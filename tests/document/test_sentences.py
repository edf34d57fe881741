"""Sentences: where they begin and end, however long a text goes on without a stop."""

from __future__ import annotations

from pathlib import Path

import pytest
import sentencex
from hypothesis import given
from hypothesis import strategies as st

from reviewlint.document.sentences import _LONGEST, _boundaries, split_sentences


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text, 0, len(text))]


def ends(text: str) -> set[int]:
    return {end for _, end in split_sentences(text, 0, len(text))} - {len(text.rstrip())}


def test_sentences_of_our_own_end_where_they_do() -> None:
    """sentencex alone finds 91 % of these ends, and 92 % of its cuts are right."""
    lines = (Path(__file__).parent / "data" / "sentences.txt").read_text(encoding="utf-8").splitlines()
    right = found = real = 0
    for line in lines:
        if line.startswith("#"):
            continue
        parts = line.split("¦")
        text, wanted, at = "".join(parts), set(), 0
        for part in parts[:-1]:
            at += len(part)
            wanted.add(len(text[:at].rstrip()))
        cuts = ends(text)
        right, found, real = right + len(cuts & wanted), found + len(cuts), real + len(wanted)
    assert real > 300
    assert right / real > 0.98
    assert right / found > 0.98


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("He wrote to me. I wrote back.", 2),
        ("It opened in May. A week later it closed.", 2),
        ("We sang. ‘60s songs are best.", 2),
        ("They came on Sat. evening by bus.", 1),
        ("She met Mr. Will Oates at St. Anne’s.", 1),
        ("Wham! made one good record.", 1),
        ("My brother is called Ed. He is kind.", 2),
        ("(It was late.) We left.", 2),
        ("The words of J. R. Hartley are few.", 1),
    ],
)
def test_words_that_look_like_abbreviations(text: str, count: int) -> None:
    assert len(sentences(text)) == count


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
    st.lists(
        st.sampled_from(
            [
                "One two",
                ". ",
                "! ",
                "Mr. ",
                "3.5/5 ",
                "ab.Cd ",
                "\n",
                "  ",
                "…",
                "”",
                "me. I",
                "’60s",
                "(Oh.) A",
                "Ed. ",
                "1. ",
                "Wham! ",
            ]
        ),
        max_size=40,
    )
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
