"""What a writer would have put in a place."""

from __future__ import annotations

import math

import pytest

from reviewlint.reader.masked import CLEARLY, LIKELY, RARE, Misfit, Proposal, propose
from reviewlint.reader.model import MOST_PIECES, load_model
from tests.reader.standin import WORDS, Standin

WANTED = {"he has ? .": {"tea": 6.0, "coffee": 4.0, "films": 1.0, "dog": -2.0}}


def asked(text: str, at: int, *, put_in: bool = False, count: int = 8) -> tuple[Proposal, str]:
    """Return a proposal of the stand-in, and the text that it was asked about."""
    model = Standin(wanted=lambda text: WANTED.get(text, {}))
    proposal = propose(model, text.split(), at, put_in=put_in, count=count)  # type: ignore[arg-type]
    return proposal, model.asked[0] if model.asked else ""


def test_the_likeliest_words_come_first_with_their_chances() -> None:
    proposal, _ = asked("he has films .", 2, count=100)
    assert [word for word, _ in proposal.best][:3] == ["tea", "coffee", "films"]
    assert sum(math.exp(chance) for _, chance in proposal.best) == pytest.approx(1, abs=1e-4)


def test_only_whole_words_are_proposed() -> None:
    words = [word for word, _ in asked("he has films .", 2, count=100)[0].best]
    assert sorted(words) == sorted(["a", "I", *(word for word in {*WORDS} if word.isascii())])


def test_a_misfit_is_the_lead_of_the_best_word() -> None:
    assert asked("he has films .", 2)[0].misfit.nats == pytest.approx(5, abs=1e-4)
    assert asked("he has tea .", 2)[0].misfit.nats == pytest.approx(0, abs=1e-4)


def test_a_word_is_offered_where_it_is_likely_and_clearly_better() -> None:
    def misfit(chance: float, lead: float) -> Misfit:
        return Proposal((("tea", chance),), chance - lead).misfit

    assert misfit(LIKELY, CLEARLY) == Misfit(CLEARLY, "tea")
    assert misfit(LIKELY - 0.1, CLEARLY).better is None
    assert misfit(LIKELY, CLEARLY - 0.1).better is None


def test_a_word_of_several_pieces_is_masked_as_one_and_taken_for_rare() -> None:
    proposal, text = asked("he has kumquats .", 2)
    assert text == "he has ? ."
    assert proposal.actual is None
    assert proposal.misfit.nats == RARE


def test_what_is_put_in_stands_before_the_word() -> None:
    proposal, text = asked("he has tea .", 2, put_in=True)
    assert text == "he has ? tea ."
    assert proposal.actual is None


def test_nothing_is_asked_of_a_word_past_the_cut() -> None:
    proposal, text = asked(" ".join(["kumquats"] * 400), 390)
    assert text == ""
    assert proposal.misfit == Misfit(0.0, None)


def test_what_is_put_in_makes_a_text_no_longer_than_the_model_can_read() -> None:
    for at in (0, 100, (MOST_PIECES - 1) // 2 - 1):
        assert "?" in asked(" ".join(["kumquats"] * 400), at, put_in=True)[1]


def test_the_model_knows_what_is_drunk_and_how_english_is_written() -> None:
    text = "He drank a cup of tables and read the newspaper ."
    assert {word for word, _ in propose(load_model(), text.split(), 5).best} & {"tea", "coffee"}
    text = "She speaks French , German , Spanish and a little rain ."
    found = propose(load_model(), text.split(), 10, count=40).best
    assert {word for word, _ in found} & {"English", "Italian", "Russian"}
    assert not {word for word, _ in found} & {"english", "italian", "russian", "i"}


def test_the_model_reads_words_that_are_none() -> None:
    words = ["q" + "xzvkj" * 16] * 60
    for at in (0, 6, 59):
        for put_in in (False, True):
            assert propose(load_model(), words, at, put_in=put_in).best
