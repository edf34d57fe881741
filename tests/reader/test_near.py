"""Which words are taken for which."""

from __future__ import annotations

from importlib.resources import files

import pytest

from reviewlint.reader.model import load_model
from reviewlint.reader.near import confused_with, is_near, near_words


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("in", "on"),  # both small
        ("of", "have"),
        ("its", "it"),
        ("walk", "walked"),  # forms of one word
        ("walked", "walking"),
        ("story", "stories"),
        ("beautiful", "beautifully"),
        ("form", "from"),  # written alike
        ("loose", "lose"),
        ("quite", "quiet"),
    ],
)
def test_forms_small_words_and_look_alikes_are_near(word: str, other: str) -> None:
    assert is_near(word, other)
    assert is_near(other, word)


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("film", "movie"),  # a synonym is no slip
        ("house", "garden"),
        ("in", "garden"),
        ("go", "do"),  # too short to be taken for one another
        ("story", "star"),
        ("walk", "worker"),
        ("don't", "don"),  # a contraction is what it is
        ("she's", "shed"),
    ],
)
def test_other_words_are_not(word: str, other: str) -> None:
    assert not is_near(word, other)


def test_words_that_sound_alike_are_confused_both_ways() -> None:
    assert "through" in confused_with("trough")
    assert "trough" in confused_with("through")
    assert set(confused_with("their")) == {"there", "they're"}
    assert confused_with("film") == ()


def test_near_words_are_words_of_the_vocabulary_and_never_the_word_itself() -> None:
    found = near_words(load_model(), "whether")
    assert {"weather", "where"} <= {*found}  # confusable, and written alike
    assert "the" not in found
    assert {"that", "who"} <= {*near_words(load_model(), "which")}  # small ones stand for one another
    assert "whether" not in found
    assert {"from", "forms", "firm"} <= {*near_words(load_model(), "form")}
    assert "walked" in near_words(load_model(), "walks")


def test_the_list_names_each_set_once() -> None:
    text = (files("reviewlint.reader") / "data" / "confusables.txt").read_text(encoding="utf-8")
    sets = [line.split() for line in text.splitlines() if not line.startswith("#")]
    assert all(len(set(words)) == len(words) > 1 for words in sets)
    pairs = [pair for words in sets for pair in ((a, b) for a in words for b in words if a < b)]
    assert len(set(pairs)) == len(pairs)
