"""What a writer would have put in a place."""

from __future__ import annotations

import math

import pytest

from reviewlint.reader.masked import fits, vocabulary, written
from reviewlint.reader.model import MOST_PIECES, load_model
from tests.reader.standin import WORDS, Standin

WANTED = {"he has ? .": {"tea": 6.0, "coffee": 4.0, "films": 1.0, "dog": -2.0}}


def asked(text: str, at: int, *candidates: str, put_in: bool = False) -> tuple[dict[str, float], float | None, str]:
    """Return what the stand-in says of a place, and the text that it was asked about."""
    model = Standin(wanted=lambda text: WANTED.get(text, {}))
    chances, actual = fits(model, text.split(), at, candidates, put_in=put_in)  # type: ignore[arg-type]
    return chances, actual, model.asked[0] if model.asked else ""


def test_chances_are_among_all_words() -> None:
    chances, actual, text = asked("he has films .", 2, *vocabulary(Standin()))  # type: ignore[arg-type]
    assert text == "he has ? ."
    assert sum(map(math.exp, chances.values())) == pytest.approx(1, abs=1e-4)
    assert actual == chances["films"]
    assert chances["tea"] - chances["films"] == pytest.approx(5, abs=1e-4)


def test_chances_do_not_depend_on_the_candidates() -> None:
    assert asked("he has films .", 2, "tea")[0]["tea"] == pytest.approx(
        asked("he has films .", 2, "dog", "tea")[0]["tea"]
    )


def test_only_whole_words_are_candidates() -> None:
    assert set(vocabulary(Standin())) == {"a", "i", *(word for word in WORDS if word.isascii())}  # type: ignore[arg-type]
    assert set(asked("he has films .", 2, "tea", "kumquats", "café")[0]) == {"tea"}


def test_candidates_may_have_capitals() -> None:
    assert set(asked("he has films .", 2, "Tea")[0]) == {"Tea"}


def test_a_word_of_several_pieces_is_masked_as_one() -> None:
    chances, actual, text = asked("he has kumquats .", 2, "tea")
    assert (text, actual) == ("he has ? .", None)
    assert chances


def test_what_is_put_in_stands_before_the_word() -> None:
    _, actual, text = asked("he has tea .", 2, "the", put_in=True)
    assert (text, actual) == ("he has ? tea .", None)


def test_nothing_is_asked_of_a_word_past_the_cut() -> None:
    assert asked(" ".join(["kumquats"] * 400), 390, "tea") == ({}, None, "")


def test_what_is_put_in_makes_a_text_no_longer_than_the_model_can_read() -> None:
    for at in (0, 100, (MOST_PIECES - 1) // 2 - 1):
        assert "?" in asked(" ".join(["kumquats"] * 400), at, "tea", put_in=True)[2]


def test_the_model_knows_what_is_drunk() -> None:
    text = "He drank a cup of tables and read the newspaper ."
    chances, actual = fits(load_model(), text.split(), 5, ["tea", "coffee", "iron"])
    assert actual is not None
    assert chances["tea"] > chances["iron"] + 3
    assert chances["tea"] > actual + 3


@pytest.mark.parametrize(("word", "expected"), [("english", "English"), ("i", "I"), ("tea", "tea"), ("the", "the")])
def test_words_are_written_as_english_is(word: str, expected: str) -> None:
    assert written(word) == expected


def test_the_model_reads_words_that_are_none() -> None:
    words = ["q" + "xzvkj" * 16] * 60
    for at in (0, 6, 59):
        for put_in in (False, True):
            assert fits(load_model(), words, at, ["tea"], put_in=put_in)[1] is None
