"""What is known of a doubted place, weighed."""

from __future__ import annotations

import json
from dataclasses import replace
from importlib.resources import files

import pytest

from reviewlint.document import Source, parse
from reviewlint.reader import Change, Doubt, Place, Reading, Slip, doubts_of, slips_of
from reviewlint.reader.decision import UNKNOWN, phrase_features, slip_features
from reviewlint.reader.masked import Misfit

WEIGHTS: dict[str, dict[str, float]] = json.loads(
    (files("reviewlint.reader") / "data" / "decision.json").read_text(encoding="utf-8")
)
DOCUMENT = parse(Source("draft.md", "It rains on the loud wet walls today."))
SPOILED = (-9.0, -9.0, -9.0, -9.0, 4.0, 3.0, 4.0, -9.0)
LOW = (-8.0,) * 8
READING = Reading(
    (SPOILED, LOW, LOW), LOW, -2.0, {5: Misfit(8.0, "cold")}, {2: Slip(2, Change.REPLACE, "in", 0.5, 2.0)}
)


def doubt(reading: Reading) -> Doubt:
    (found,) = doubts_of(DOCUMENT, reading, [Place.OPENS] * 8)
    return found


def test_the_file_weighs_what_is_known_and_nothing_else() -> None:
    ((_, _, phrase),) = phrase_features(DOCUMENT, READING, [Place.OPENS] * 8)
    ((_, slip),) = slip_features(READING)
    assert {kind: sorted(weights) for kind, weights in WEIGHTS.items()} == {
        "phrase": sorted([*phrase, "one"]),
        "slip": sorted([*slip, "one"]),
    }


def test_what_is_known_of_a_phrase() -> None:
    ((first, last, known),) = phrase_features(DOCUMENT, READING, [Place.OPENS] * 8)
    assert (first, last) == (4, 6)
    assert {**known, "score": 0} == {
        "score": 0, "misfit": 8.0, "worst": 4.0, "form": -8.0, "length": 3.0, "level": -2.0
    }  # fmt: skip
    ((_, _, known),) = phrase_features(DOCUMENT, replace(READING, misfits={}), [Place.OPENS] * 8)
    assert known["misfit"] == UNKNOWN


@pytest.mark.parametrize(
    ("change", "put_in", "delete"), [(Change.REPLACE, 0, 0), (Change.PUT_IN, 1, 0), (Change.DELETE, 0, 1)]
)
def test_what_is_known_of_a_slip(change: Change, put_in: float, delete: float) -> None:
    reading = replace(READING, slips={5: Slip(5, change, "in", 0.5, 2.0)})
    ((slip, known),) = slip_features(reading)
    assert slip.word == 5
    assert known == {
        "score": 0.5, "gain": 2.0, "worst": 3.0, "missing": -8.0, "put_in": put_in, "delete": delete, "level": -2.0
    }  # fmt: skip


def test_odds_are_the_sum_of_what_is_known_by_its_weights() -> None:
    ((_, _, phrase),) = phrase_features(DOCUMENT, READING, [Place.OPENS] * 8)
    ((_, slip),) = slip_features(READING)
    for kind, known, odds in (
        ("phrase", phrase, doubt(READING).odds),
        ("slip", slip, next(slips_of(READING)).odds),
    ):
        weights = WEIGHTS[kind]
        assert odds == pytest.approx(weights["one"] + sum(weights[name] * known[name] for name in known))


@pytest.mark.parametrize(
    ("name", "more"),
    [("score", Slip(2, Change.REPLACE, "in", 1.5, 2.0)), ("gain", Slip(2, Change.REPLACE, "in", 0.5, 3.0))],
)
def test_a_slip_is_as_much_likelier_as_its_weight_says(name: str, more: Slip) -> None:
    (before,), (after,) = slips_of(READING), slips_of(replace(READING, slips={2: more}))
    assert after.odds - before.odds == pytest.approx(WEIGHTS["slip"][name])


def test_a_phrase_is_as_much_likelier_as_its_weight_says() -> None:
    after = doubt(replace(READING, misfits={5: Misfit(9.0, "cold")}))
    assert after.odds - doubt(READING).odds == pytest.approx(WEIGHTS["phrase"]["misfit"])
    form = (*LOW[:5], -7.0, *LOW[6:])
    after = doubt(replace(READING, scores=(SPOILED, form, LOW)))
    assert after.odds - doubt(READING).odds == pytest.approx(WEIGHTS["phrase"]["form"])


def test_a_single_word_has_what_would_fit_better_and_a_phrase_has_not() -> None:
    assert doubt(READING).better is None
    scores = (*SPOILED[:4], -9.0, 9.0, -9.0, -9.0)
    alone = replace(READING, scores=(scores, LOW, LOW), misfits={5: Misfit(8.0, "cold"), 6: Misfit(8.0, "roof")})
    assert doubt(alone)[:2] == (5, 5)
    assert doubt(alone).better == "cold"
    assert doubt(replace(alone, misfits={})).better is None


def test_slips_come_in_the_order_of_their_words() -> None:
    slips = {at: Slip(at, Change.DELETE, "", 0.0, 1.0) for at in (6, 1, 3)}
    assert [slip.word for slip, _ in slips_of(replace(READING, slips=slips))] == [1, 3, 6]
