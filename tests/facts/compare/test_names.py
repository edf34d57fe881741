"""Names of people: the pairs beside this file were written for this test."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewlint.facts.compare.names import compare_named, compare_names
from reviewlint.facts.compare.verdict import Reason, Verdict
from reviewlint.facts.values import Named

ROWS = [
    tuple(line.split("\t"))
    for line in (Path(__file__).parent / "name_pairs.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize("expected", ["same", "compatible", "partial", "unknown", "different"])
def test_pairs(expected: str) -> None:
    rows = [(a, b) for verdict, a, b in ROWS if verdict == expected]
    wrong = {
        (a, b): (held.verdict.value, held.reason)
        for a, b in rows
        for held in (compare_names(a, b), compare_names(b, a))
        if held.verdict.value != expected
    }
    assert len(rows) >= 5
    assert wrong == {}


def test_nobody_is_taken_for_another_of_the_file() -> None:
    names = sorted({name for verdict, *pair in ROWS if verdict == "different" for name in pair})
    taken = [(a, b) for a in names for b in names if a < b and compare_names(a, b).agrees]
    assert taken == []
    assert len(names) > 200


@pytest.mark.parametrize(
    ("a", "b", "reason"),
    [
        ("Agnès Varda", "Agnes Varda", Reason.ACCENTS),
        ("haruka nakamura", "Haruka Nakamura", Reason.CAPITALS),
        ("Kurosawa Akira", "Akira Kurosawa", Reason.ORDER),
        ("Robert De Niro", "Robert DeNiro", Reason.SPACING),
        ("Yuuki Kaji", "Yuki Kaji", Reason.ROMANISED),
        ("Robert Downey Jr.", "Robert Downey", Reason.TITLE),
        ("Bob Fosse", "Robert Fosse", Reason.NICKNAME),
        ("E. A. Poe", "Edgar Allan Poe", Reason.INITIALS),
        ("Philip Dick", "Philip K. Dick", Reason.MIDDLE),
        ("Lars Trier", "Lars von Trier", Reason.PARTICLE),
        ("Martin Scorcese", "Martin Scorsese", Reason.SPELLING),
        ("Jon Huston", "John Huston", Reason.SPELLING),
        ("Varda", "Agnès Varda", Reason.SURNAME),
        ("Greta", "Greta Gerwig", Reason.GIVEN),
        ("Scorcese", "Martin Scorsese", Reason.SPELLING),
        ("Joel Coen", "Ethan Coen", Reason.OTHER_GIVEN),
        ("Emma Thompson", "Emma Watson", Reason.OTHER_SURNAME),
        ("Paul W. S. Anderson", "Paul Thomas Anderson", Reason.OTHER_MIDDLE),
        ("Robert Downey Sr.", "Robert Downey Jr.", Reason.GENERATION),
        ("宮崎駿", "Hayao Miyazaki", Reason.SCRIPT),
    ],
)
def test_the_reason_is_told(a: str, b: str, reason: Reason) -> None:
    assert compare_names(a, b).reason is reason


def test_an_alias_is_as_good_as_the_name() -> None:
    person = Named("Paul Hewson", ("Bono",))
    assert compare_named("Bono", person).verdict is Verdict.SAME
    assert compare_named("Paul Hewson", person).against == "Paul Hewson"
    assert compare_named("Adam Clayton", person).contradicts


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_two_texts_compare_both_ways(a: str, b: str) -> None:
    there, back = compare_names(a, b), compare_names(b, a)
    assert there.contradicts == back.contradicts
    assert compare_names(a, a).verdict is Verdict.SAME
