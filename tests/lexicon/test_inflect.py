"""Forms of words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewlint.lexicon import inflect

VERBS = [
    # base, third person, past, participle, -ing
    ("be", "is", "was", "been", "being"),
    ("go", "goes", "went", "gone", "going"),
    ("watch", "watches", "watched", "watched", "watching"),
    ("carry", "carries", "carried", "carried", "carrying"),
    ("play", "plays", "played", "played", "playing"),
    ("stop", "stops", "stopped", "stopped", "stopping"),
    ("open", "opens", "opened", "opened", "opening"),
    ("visit", "visits", "visited", "visited", "visiting"),
    ("run", "runs", "ran", "run", "running"),
    ("die", "dies", "died", "died", "dying"),
    ("see", "sees", "saw", "seen", "seeing"),
    ("make", "makes", "made", "made", "making"),
    ("agree", "agrees", "agreed", "agreed", "agreeing"),
    ("fix", "fixes", "fixed", "fixed", "fixing"),
    ("show", "shows", "showed", "shown", "showing"),
    ("look", "looks", "looked", "looked", "looking"),
]
NOUNS = [
    ("film", "films"), ("story", "stories"), ("boy", "boys"), ("church", "churches"), ("box", "boxes"),
    ("woman", "women"), ("policeman", "policemen"), ("human", "humans"), ("child", "children"),
    ("grandchild", "grandchildren"), ("wolf", "wolves"), ("roof", "roofs"), ("movie", "movies"),
    ("crisis", "crises"), ("series", "series"), ("housewife", "housewives"), ("glass", "glasses"), ("hero", "heroes"),
]  # fmt: skip


@pytest.mark.parametrize(("base", "third", "past", "participle", "ing"), VERBS)
def test_verbs(base: str, third: str, past: str, participle: str, ing: str) -> None:
    assert inflect.third_person(base) == third
    assert inflect.past(base) == past
    assert inflect.participle(base) == participle
    assert inflect.ing_form(base) == ing


@pytest.mark.parametrize(("base", "third", "past", "participle", "ing"), VERBS)
def test_every_form_leads_back(base: str, third: str, past: str, participle: str, ing: str) -> None:
    assert {inflect.base_form(form) for form in (base, third, past, participle, ing)} == {base}


@pytest.mark.parametrize(("singular", "plural"), NOUNS)
def test_nouns(singular: str, plural: str) -> None:
    assert inflect.plural_of(singular) == plural
    assert inflect.singular_of(plural) == singular


def test_what_is_no_form_of_a_verb_stays() -> None:
    assert inflect.base_form("bus") == "bus"
    assert inflect.base_form("xyzzy") == "xyzzy"


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=12))
def test_any_word_has_forms(word: str) -> None:
    for form in (inflect.plural_of, inflect.singular_of, inflect.third_person, inflect.past, inflect.ing_form):
        assert form(word)
    assert inflect.base_form(word)
