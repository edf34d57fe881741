"""A draft is cut into runs of whole sentences."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewlint.document import Document, Source, parse
from reviewlint.reader import stretches
from reviewlint.reader.stretches import LONGEST, OVERLAP, Token, stretches_of


def draft(text: str) -> Document:
    return parse(Source("draft.md", text))


def texts(runs: list[list[Token]]) -> list[str]:
    return [" ".join(token.text for token in run) for run in runs]


def test_marks_are_read_with_the_words() -> None:
    (run,) = stretches_of(draft("“Quiet,” he says (twice).\n"))
    assert [token.text for token in run] == ["“", "Quiet", ",", "”", "he", "says", "(", "twice", ")", "."]
    assert [token.word for token in run] == [None, 0, None, None, 1, 2, None, 3, None, None]


def test_sentences_of_a_paragraph_stay_together_and_paragraphs_apart() -> None:
    runs = list(stretches_of(draft("It rains. It pours.\n\nThe old man snores.\n")))
    assert texts(runs) == ["It rains . It pours .", "The old man snores ."]


def test_headings_tables_and_code_are_not_read() -> None:
    text = "# A heading\n\n| a | b |\n|---|---|\n| c | d |\n\nIt `runs` on.\n\n```\ncode\n```\n"
    assert texts(list(stretches_of(draft(text)))) == ["It on ."]


def test_a_long_sentence_is_read_in_windows_that_overlap() -> None:
    runs = list(stretches_of(draft(" ".join(f"word{n}" for n in range(200)) + ".\n")))
    assert all(len(run) <= LONGEST for run in runs)
    assert [token.word for token in runs[1]][:OVERLAP] == [token.word for token in runs[0]][-OVERLAP:]
    assert {token.word for run in runs for token in run} == {*range(200), None}


@given(st.lists(st.text("ab .,\n“”", min_size=1, max_size=30), max_size=20))
def test_every_word_of_prose_is_read_in_its_order(parts: list[str]) -> None:
    document = draft(" ".join(parts))
    indices = [token.word for run in stretches_of(document) for token in run if token.word is not None]
    assert list(dict.fromkeys(indices)) == list(range(len(document.words)))


def test_a_draft_as_long_as_a_novel_is_read_in_part(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stretches, "MOST", 5)
    assert texts(list(stretches_of(draft("It rains here. It pours.\n\nThe old man snores.\n")))) == [
        "It rains here . It pours ."
    ]
