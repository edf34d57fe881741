"""The model's file, run on words."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from reviewlint.reader.model import MOST_PIECES, UNREAD, Head, Model, load_model

MADE_UP = ["q" + "xzvkj" * 16] * 60  # each is more than fifty pieces


def test_each_word_has_a_score_a_head() -> None:
    scores = load_model().scores("He sat in the unputdownable garden .".split())
    assert [len(row) for row in scores] == [len(Head)] * 7
    assert all(score > UNREAD for row in scores for score in row)


def test_pieces_know_their_words() -> None:
    ids, places = load_model().pieces(["The", "unputdownable", "book"])
    assert len(ids) == len(places)
    assert places[0] is places[-1] is None
    words = [place for place in places if place is not None]
    assert words == sorted(words)
    assert {*words} == {0, 1, 2}
    assert words.count(1) > 1


def test_capitals_are_not_read() -> None:
    model = load_model()
    assert model.pieces(["The", "GARDEN"]) == model.pieces(["the", "garden"])


def test_a_text_of_words_that_are_none_is_read_as_far_as_the_model_can() -> None:
    model = load_model()
    ids, places = model.pieces(MADE_UP)
    assert len(ids) == len(places) == MOST_PIECES
    last = max(place for place in places if place is not None)
    scores = model.scores(MADE_UP)
    assert len(scores) == len(MADE_UP)
    assert all(score > UNREAD for row in scores[: last + 1] for score in row)
    assert scores[last + 1 :] == ((UNREAD,) * len(Head),) * (len(MADE_UP) - last - 1) != ()


def test_a_word_without_pieces_is_not_read() -> None:
    scores = load_model().scores(["He", "\u200b", "sat"])
    assert scores[1] == (UNREAD,) * len(Head)
    assert scores[0] != scores[1] != scores[2]


def test_a_text_scores_the_same_each_time() -> None:
    words = "The children is playing in the garden .".split()
    assert load_model().scores(words) == load_model().scores(words)


def test_proposals_are_made_for_the_pieces_asked_about() -> None:
    import numpy as np

    model = load_model()
    cutter = model.tokenizer
    ids, _ = model.pieces("He drank a cup of iron .".split())
    ids[6] = cutter.token_to_id("[MASK]")
    both = np.array([cutter.token_to_id("tea"), cutter.token_to_id("iron")])
    tea, iron = model.proposals(ids, 6, both).tolist()
    assert tea > iron
    assert model.proposals(ids, 6, both[::-1]).tolist() == pytest.approx([iron, tea], abs=1e-3)


def test_the_same_words_are_run_once(monkeypatch: pytest.MonkeyPatch) -> None:
    runs: list[tuple[str, ...]] = []
    first = load_model()
    run = type(first).run

    def counted(self: Model, words: Sequence[str]) -> tuple[tuple[float, ...], ...]:
        runs.append(tuple(words))
        return run(self, words)

    monkeypatch.setattr(Model, "run", counted)
    words = "Nobody else has asked for this exact sentence .".split()
    assert first.scores(words) is first.scores(list(words))
    assert first.scores(words) == run(first, words)
    assert runs == [tuple(words)]
