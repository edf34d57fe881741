"""The real lingotweaker, in this process: what it says, and that its offsets are led back to code points."""

from __future__ import annotations

import pytest

from reviewlint.rules.registry import load_rules

pytest.importorskip("lt_py", reason="lingotweaker is not installed")
pytest.importorskip("lingotweaker_data_en", reason="lingotweaker’s data is not installed")

from reviewlint.engines.lingotweaker.worker import found_in


def test_offsets_are_code_points() -> None:
    text = "“One 😀”, he said – and it payed off."
    (said,) = [said for said in found_in(text, "en-US") if said[2] == "PAYED"]
    start, end = said[0], said[1]
    assert isinstance(start, int)
    assert isinstance(end, int)
    assert text[start:end] == "payed"
    assert said[5] == ["paid"]


def test_a_suggestion_stands_between_quotation_marks() -> None:
    (said,) = [said for said in found_in("She had a hour.", "en-US") if said[2] == "EN_A_VS_AN"]
    assert "“an”" in str(said[4])
    assert "<" not in str(said[4])


def test_the_rules_examples_are_what_it_says() -> None:
    rule = next(rule for rule in load_rules() if rule.info.kind == "engine")
    for example in rule.info.bad:
        assert {said["code"] for said in example.said} <= {found[2] for found in found_in(example.text, "en-US")}


@pytest.mark.parametrize("text", ["", "\x00", "\ud83d alone", "x" * 30_000, "\n\n\n"])
def test_no_text_is_too_odd(text: str) -> None:
    assert isinstance(found_in(text, "en-US"), list)
