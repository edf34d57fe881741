"""From scores to phrases."""

from __future__ import annotations

import pytest

from reviewlint.document import Source, parse
from reviewlint.reader.level import HIGHEST, UNSPOILED, WEIGHT, level_of
from reviewlint.reader.phrases import LONGEST, Place, phrases_of


def marked(
    text: str, scores: list[float], *, threshold: float = 0.0, level: float = 0.0, but: str = "", out: str = ""
) -> list[str]:
    document = parse(Source("draft.md", text))
    words = document.words
    places = [
        Place.OUTSIDE if w.text in out.split() else Place.INSIDE if w.text in but.split() else Place.OPENS
        for w in words
    ]
    found = phrases_of(document, scores, level, threshold, places)
    return [text[words[p.first].start : words[p.last].end] for p in found]


def test_a_word_takes_the_neighbours_that_are_nearly_as_odd_with_it() -> None:
    assert marked("he gives the loud walls a day", [-5, -1, 4, 4, -1, -5, -5]) == ["gives the loud walls"]


def test_a_word_whose_surroundings_are_sound_needs_more() -> None:
    assert marked("he eats the tall lamp here", [-5, -5, -5, 3, -5, -5]) == []
    assert marked("he eats the tall lamp here", [-5, -5, -5, 7, -5, -5]) == ["tall"]


def test_a_mark_ends_a_phrase() -> None:
    assert marked("so the tall, loud walls", [-5, 4, 4, 4, 4]) == ["the tall", "loud walls"]


def test_a_word_that_may_not_open_a_phrase_can_stand_in_one() -> None:
    assert marked("so the Tall loud walls", [-5, -5, 4, -5, -5], but="Tall") == []
    assert marked("so the Tall loud walls", [-5, -5, 4, 4, 4], but="Tall") == ["Tall loud walls"]


def test_a_word_that_is_not_read_ends_a_phrase() -> None:
    assert marked("so the Tall loud walls", [-5, 4, 4, 4, 4], out="Tall") == ["the", "loud walls"]


def test_small_words_that_lead_on_are_left_out() -> None:
    assert marked("and the tall walls of the house", [3, 3, 3, 3, 3, 3, -9]) == ["the tall walls"]


def test_the_level_of_the_draft_moves_the_threshold() -> None:
    scores = [-5.0, -5, 2, 2, -5]
    assert marked("so the tall walls sing", scores, threshold=1) == []
    assert marked("so the tall walls sing", scores, threshold=1, level=3 / WEIGHT) == ["tall walls"]


def test_a_phrase_has_a_limit() -> None:
    text = " ".join(f"w{n}" for n in range(30))
    assert {len(phrase.split()) for phrase in marked(text, [3.0] * 30)} <= set(range(1, LONGEST + 1))


def test_the_level_is_what_the_worst_words_reach() -> None:
    assert level_of([]) == UNSPOILED
    assert level_of([-3.0] * 9500 + [0.2] * 500) == pytest.approx(-3.0)
    assert level_of([-3.0] * 9400 + [0.2] * 600) == pytest.approx(0.2, abs=0.1)


def test_a_few_words_say_little_of_a_draft() -> None:
    assert UNSPOILED < level_of([0.2] * 10) < level_of([0.2] * 100) < level_of([0.2] * 1000) < 0.2


def test_however_spoiled_a_draft_is_its_sound_words_stay_sound() -> None:
    assert level_of([4.0] * 1000) == HIGHEST
