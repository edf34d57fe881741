"""Credits that no word for a role says."""

from pathlib import Path

import pytest

from reviewlint.claims.implied import read_implied
from reviewlint.document import Source, parse
from reviewlint.facts.gather import facts_of

FILM = "---\nkind: film\ntitle: Paper Boats\ndirector: Ann Lee\nwriter: [Bo Ek, Per Lund, Ida Moe]\n---\n"


def read(text: str) -> set[tuple[str, str]]:
    document = parse(Source("draft.md", f"{FILM}\n{text}\n"))
    facts = facts_of(document, Path("draft.md"))
    return {(one.relation.value, one.name) for one in read_implied(document, document.prose.text, facts)}


@pytest.mark.parametrize(
    "text", ["Nobody sleeps in Lars Holm’s *Paper Boats*.", "It is like Lars Holm's “Paper Boats”."]
)
def test_what_a_title_belongs_to_is_its_director(text: str) -> None:
    assert read(text) == {("director", "Lars Holm")}


def test_another_title_is_nothing_of_this_work() -> None:
    assert read("Nobody sleeps in Lars Holm’s *Tin Men*.") == set()


def test_a_stranger_among_the_writers() -> None:
    credits = read("For this you may thank Bo Ek, Ida Moe and Lars Holm.")
    assert credits == {("writer", "Bo Ek"), ("writer", "Ida Moe"), ("writer", "Lars Holm")}


def test_two_strangers_are_a_list_of_others() -> None:
    assert read("In it are Bo Ek, Mia Berg and Lars Holm.") == set()


def test_a_surname_with_another_first_name() -> None:
    assert read("I would place Roy Lee among the few who dare.") == set()  # three letters are too common
