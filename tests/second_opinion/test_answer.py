"""What of an answer counts."""

from __future__ import annotations

import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewlint.second_opinion.answer import Opinion, Unusable, opinions_in

TEXT = "The gladness of her fills the harbour, and her boat is made of glad."


def read(quote: object, better: object = "joy") -> tuple[Opinion, ...]:
    return opinions_in(json.dumps({"wrong": [{"quote": quote, "better": better}]}), TEXT, ())


def test_a_quote_that_stands_once_counts() -> None:
    (said,) = read("gladness of her", "her joy")
    assert (TEXT[said.start : said.end], said.better, said.claim) == ("gladness of her", "her joy", None)


@pytest.mark.parametrize(
    "quote",
    ["her", "The gladness of h", "sadness", "", " ", ",", TEXT, "x" * 81, 5, None, ["glad"], "the gladness of her"],
)
def test_a_quote_that_does_not_stand_once_at_word_boundaries_is_nothing(quote: object) -> None:
    assert read(quote) == ()


def test_words_within_words_are_no_second_place() -> None:
    (said,) = read("glad")
    assert said.start == TEXT.index("glad.")


@pytest.mark.parametrize(
    "better",
    [
        "GLADNESS of her",  # the same
        "joy\x1b[31m",
        "<script>alert(1)</script>",
        "[joy](https://evil.example)",
        "joy at www.evil.example",
        "mail me@evil.example",
        "evil.com",
        "`rm -rf`",
        "joy_",
        "75 joys",  # a figure that the draft has not
        "x" * 81,
        7,
        None,
    ],
)
def test_what_is_no_plain_proposal_is_nothing(better: object) -> None:
    assert read("gladness of her", better) == ()


def test_a_proposal_goes_on_one_line() -> None:
    assert [said.better for said in read("gladness of her", " her\n\tjoy ")] == ["her joy"]
    assert [said.better for said in read("gladness of her", "")] == [""]


def test_claims_are_those_that_were_asked_about() -> None:
    answer = json.dumps(
        {"wrong": [], "claims": [{"claim": c, "quote": "The gladness"} for c in ("director", "owner", None, [1])]}
    )
    assert opinions_in(answer, TEXT, ("director",)) == (Opinion(0, 12, claim="director"),)
    assert opinions_in(answer, TEXT, ()) == ()


@pytest.mark.parametrize(
    "content",
    [
        '{"wrong": [{"quote": "gladness of her", "bet',
        "",
        "I cannot help with that.",
        "[]",
        '{"wrong": "gladness"}',
        '{"wrong": [], "claims": {}}',
        "{}",
        '{"wrong": ' + "[" * 100_000,
    ],
)
def test_what_is_no_answer_is_told(content: str) -> None:
    with pytest.raises(Unusable):
        opinions_in(content, TEXT, ())


@pytest.mark.parametrize(
    "frame", ["```json\n{}\n```", "<think>Is it {wrong}? Hm.</think>{}", "Sure! {} Shall I go on?"]
)
def test_an_answer_may_stand_in_a_frame(frame: str) -> None:
    answer = json.dumps({"wrong": [{"quote": "gladness of her", "better": "her joy"}]})
    before, _, after = frame.rpartition("{}")
    assert len(opinions_in(before + answer + after, TEXT, ())) == 1


def test_no_more_places_than_were_asked_for() -> None:
    words = [
        {"quote": word, "better": "x y"} for word in ("gladness", "fills", "harbour", "boat", "made", "glad", "is")
    ]
    assert len(opinions_in(json.dumps({"wrong": words}), TEXT, ())) == 5


@given(st.text(max_size=200), st.text(max_size=60), st.text(max_size=60))
def test_whatever_is_said_marks_words_of_the_passage(passage: str, quote: str, better: str) -> None:
    answer = json.dumps({"wrong": [{"quote": quote, "better": better}], "more": quote})
    for said in opinions_in(answer, passage, ()):
        assert passage[said.start : said.end] == quote.strip()
        assert said.better is not None
        assert said.better.isprintable()


@given(st.text(max_size=300))
def test_nothing_but_unusable_is_raised(content: str) -> None:
    with suppress(Unusable):
        opinions_in(content, TEXT, ("director",))
