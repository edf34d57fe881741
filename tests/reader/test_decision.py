"""What is known of a doubted place, weighed."""

from __future__ import annotations

import json
from dataclasses import replace
from importlib.resources import files

import pytest

from reviewlint.document import Source, parse
from reviewlint.reader import Change, Doubt, Edit, Place, Reading, Slip, doubts_of, slips_of
from reviewlint.reader.decision import MOST_FIT, phrase_features, slip_features

WEIGHTS: dict[str, dict[str, float]] = json.loads(
    (files("reviewlint.reader") / "data" / "decision.json").read_text(encoding="utf-8")
)
DOCUMENT = parse(Source("draft.md", "It rains on the loud wet walls today."))
SPOILED = (-9.0, -9.0, -9.0, -9.0, 4.0, 3.0, 4.0, -9.0)
LOW = (-8.0,) * 8
EDIT = Edit(Change.REPLACE, "in", 2.0, -4.0, 3.0)
READING = Reading((SPOILED, LOW, LOW), LOW, -2.0, {2: Slip(2, EDIT)})


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
        "score": 0, "worst": 4.0, "form": -8.0, "length": 3.0, "level": -2.0
    }  # fmt: skip


@pytest.mark.parametrize(
    ("change", "put_in", "delete"), [(Change.REPLACE, 0, 0), (Change.PUT_IN, 1, 0), (Change.DELETE, 0, 1)]
)
def test_what_is_known_of_a_slip(change: Change, put_in: float, delete: float) -> None:
    reading = replace(READING, slips={5: Slip(5, EDIT._replace(change=change))})
    ((slip, known),) = slip_features(reading)
    assert slip.word == 5
    assert known == {
        "form": -8.0, "worst": 3.0, "missing": -8.0, "gain": 2.0, "left": -4.0, "fit": 3.0, "put_in": put_in,
        "delete": delete, "level": -2.0,
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


@pytest.mark.parametrize("name", ["gain", "left", "fit"])
def test_a_slip_is_as_much_likelier_as_its_weight_says(name: str) -> None:
    more = Slip(2, EDIT._replace(**{name: getattr(EDIT, name) + 1}))
    (before,), (after,) = slips_of(READING), slips_of(replace(READING, slips={2: more}))
    assert after.odds - before.odds == pytest.approx(WEIGHTS["slip"][name])


def test_a_fit_counts_no_more_beyond_a_point() -> None:
    far = [replace(READING, slips={2: Slip(2, EDIT._replace(fit=fit))}) for fit in (MOST_FIT, MOST_FIT + 5)]
    assert next(slips_of(far[0])).odds == next(slips_of(far[1])).odds


def test_a_phrase_is_as_much_likelier_as_its_weight_says() -> None:
    form = (*LOW[:5], -7.0, *LOW[6:])
    after = doubt(replace(READING, scores=(SPOILED, form, LOW)))
    assert after.odds - doubt(READING).odds == pytest.approx(WEIGHTS["phrase"]["form"])


def test_slips_come_in_the_order_of_their_words() -> None:
    slips = {at: Slip(at, EDIT) for at in (6, 1, 3)}
    assert [slip.word for slip, _ in slips_of(replace(READING, slips=slips))] == [1, 3, 6]
