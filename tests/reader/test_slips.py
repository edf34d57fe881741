"""Small edits that take a doubt away."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from reviewlint.document import Source, parse
from reviewlint.reader import Change, Head, read
from reviewlint.reader.model import load_model
from reviewlint.reader.slips import LEAST_CHANCE, LEAST_FIT, Edit, best_edit, cased
from tests.reader.standin import SOUND, Standin

ODD = [-1.0, 1.0, -5.0]  # a wrong form


@pytest.mark.parametrize(
    ("word", "like", "expected"),
    [
        ("is", "are", "is"),
        ("is", "Are", "Is"),
        ("is", "ARE", "IS"),
        ("a", "AN", "A"),
        ("an", "A", "An"),
        ("I", "me", "I"),
        ("me", "I", "me"),  # "I" is no capital that a place asks for
    ],
)
def test_capitals_are_those_of_the_word(word: str, like: str, expected: str) -> None:
    assert cased(word, like) == expected


def slip(
    text: str,
    sound: Sequence[str],
    wanted: Mapping[str, Mapping[str, float]],
    scores: Mapping[str, Sequence[float]] | None = None,
) -> Edit | None:
    """Return the slip at the word in brackets, where all texts but those of `sound` are odd throughout."""
    words = text.split()
    at = next(n for n, word in enumerate(words) if word[0] == "[")
    words[at] = words[at].strip("[]")

    def doubts(words: Sequence[str]) -> list[list[float]]:
        row = (scores or {}).get(" ".join(words), SOUND if " ".join(words) in sound else ODD)
        return [list(row) for _ in words]

    model = Standin(doubts, lambda text: wanted.get(text, {}))
    return best_edit(model, words, at, model.scores(words))  # type: ignore[arg-type]


def test_a_word_is_put_in_the_place_of_another() -> None:
    found = slip("he [have] tea .", ["he has tea ."], {"he ? tea .": {"has": 4.0, "have": 0.0, "is": 3.0}})
    assert found is not None
    assert found[:4] == (Change.REPLACE, "has", 6.0, -5.0)
    assert found.fit == pytest.approx(4.0, abs=1e-4)


def test_a_word_is_put_in_before_another() -> None:
    found = slip("he is in [film] .", ["he is in the film ."], {"he is in ? film .": {"the": 4.0, "a": 2.0}})
    assert found is not None
    assert found[:4] == (Change.PUT_IN, "the", 6.0, -5.0)
    assert -1 < found.fit < 0


def test_a_small_word_is_deleted_but_no_other() -> None:
    assert slip("he is [the] the dog .", ["he is the dog ."], {}) == (Change.DELETE, "", 6.0, -5.0, 0.0)
    assert slip("he is [film] the dog .", ["he is the dog ."], {}) is None


def test_nothing_is_deleted_at_the_end_for_nothing_would_show_it() -> None:
    assert slip("he is [the]", ["he is"], {}) is None


def test_an_edit_that_takes_no_doubt_away_is_none() -> None:
    assert slip("he [have] tea .", [], {"he ? tea .": {"has": 4.0, "have": 0.0}}) is None


def test_the_edit_that_takes_most_away_is_taken() -> None:
    wanted = {"he ? tea .": {"has": 4.0, "have": 0.0, "is": 3.0}}
    scores = {"he has tea .": [-2.0, -2.0, -5.0], "he is tea .": [-5.0, -4.0, -5.0]}
    found = slip("he [have] tea .", [], wanted, scores)
    assert found is not None
    assert found[:4] == (Change.REPLACE, "is", 5.0, -4.0)


def test_an_edit_may_not_spoil_its_neighbours() -> None:
    def doubts(words: Sequence[str]) -> list[list[float]]:
        rows = [list(SOUND) for _ in words]
        if words[1] == "have":
            rows[1][Head.FORM] = 0.0
        else:
            rows[2][Head.SPOILED] = 1.0
        return rows

    model = Standin(doubts, lambda text: {"has": 4.0, "have": 0.0} if text == "he ? tea ." else {})
    words = "he have tea .".split()
    assert best_edit(model, words, 1, model.scores(words)) is None  # type: ignore[arg-type]


def test_a_word_that_fits_nearly_as_well_is_not_tried() -> None:
    wanted = {"he ? tea .": {"has": LEAST_FIT - 0.1, "have": 0.0}}
    assert slip("he [have] tea .", ["he has tea ."], wanted) is None


def test_a_word_that_is_not_likely_is_not_put_in() -> None:
    wanted = {"he is in ? film .": {"tea": 4.0, "the": 4.0 + LEAST_CHANCE - 0.1}}
    assert slip("he is in [film] .", ["he is in the film ."], wanted) is None


def test_a_confusable_word_is_tried_though_the_model_has_it_in_pieces() -> None:
    found = slip("[its] the dog .", ["it's the dog ."], {})
    assert found == Edit(Change.REPLACE, "it's", 6.0, -5.0, 0.0)


def real(text: str, at: int) -> tuple[str, float]:
    """Return the text with the edit that the shipped model offers at a word, and what it takes off the doubt."""
    words = text.split()
    found = best_edit(load_model(), words, at, load_model().scores(words))
    assert found is not None
    change, new, gain, _, _ = found
    words[at : at + (change is not Change.PUT_IN)] = [new] if new else []
    return " ".join(words), gain


@pytest.mark.parametrize(
    ("text", "at", "mended"),
    [
        ("They could of left the house in the morning .", 2, "They could have left the house in the morning ."),
        ("She have written three books about the sea .", 1, "She has written three books about the sea ."),
        ("The children is playing in the garden .", 2, "The children are playing in the garden ."),
    ],
)
def test_the_model_mends_plain_slips(text: str, at: int, mended: str) -> None:
    found, gain = real(text, at)
    assert found == mended
    assert gain > 1


@pytest.mark.parametrize(("text", "at"), [("It is a a good film .", 2), ("She walked to the the garden .", 4)])
def test_the_model_takes_a_doubled_word_away(text: str, at: int) -> None:
    found, gain = real(text, at)
    assert not any(a == b for a, b in zip(found.split(), found.split()[1:], strict=False))
    assert gain > 1


@pytest.mark.parametrize("text", ["It is a good film.", "The children are playing in the garden.", "He has a dog."])
def test_nothing_is_doubted_in_plain_prose(text: str) -> None:
    assert read(parse(Source("draft.md", text))).slips == {}
