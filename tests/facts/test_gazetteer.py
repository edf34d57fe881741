from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from reviewlint.document import Source, parse
from reviewlint.facts.gather import facts_of
from reviewlint.facts.gazetteer import Gazetteer, gazetteer

GIVEN: dict[str, Any] = {
    "type": "Movie",
    "name": "The Straight Story",
    "director": "David Lynch",
    "musicBy": "haruka nakamura",
    "productionCompany": "Asymmetrical Productions",
    "actor": [{"name": "Richard Farnsworth", "characterName": "Alvin Straight"}, {"name": "Sissy Spacek"}],
    "isBasedOn": {"name": "The Article", "author": "Ana María de la Cruz"},
}


def names() -> Gazetteer:
    return gazetteer(facts_of(parse(Source("x.md", "x\n")), given=GIVEN))


def found(text: str) -> list[tuple[str, list[str]]]:
    mentions = names().find(text)
    return [(text[m.start : m.end], sorted({holder.named.name for holder in m.holders})) for m in mentions]


def test_the_longest_name_at_each_place() -> None:
    text = "David Lynch lets Farnsworth drive; Alvin's brother, and Ana Maria de la Cruz’s article."
    assert found(text) == [
        ("David Lynch", ["David Lynch"]), ("Farnsworth", ["Richard Farnsworth"]), ("Alvin", ["Alvin Straight"]),
        ("Ana Maria de la Cruz", ["Ana María de la Cruz"]),
    ]  # fmt: skip


def test_a_word_that_is_a_surname_needs_its_capital() -> None:
    assert found("She went straight to the lynch mob.") == []
    assert found("Straight drives on.") == [("Straight", ["Alvin Straight"])]


def test_a_name_in_lower_case_is_known_as_it_is_written() -> None:
    assert found("music by haruka nakamura, Nakamura's best") == [
        ("haruka nakamura", ["haruka nakamura"]), ("Nakamura", ["haruka nakamura"]),
    ]  # fmt: skip


def test_given_names_stand_for_characters_and_not_for_the_crew() -> None:
    assert found("Alvin and David and Richard") == [("Alvin", ["Alvin Straight"])]


def test_a_part_of_a_companys_name_is_no_mention() -> None:
    assert found("Asymmetrical Productions; the Productions of others") == [
        ("Asymmetrical Productions", ["Asymmetrical Productions"])
    ]


def test_holders_say_who_it_is() -> None:
    (holder,) = names().holders("ALVIN STRAIGHT")
    assert (holder.whole, holder.character, holder.fact.relation.value) == (True, True, "actor")
    (source,) = names().holders("cruz")
    assert (source.whole, source.work.name) == (False, "The Article")


def test_titles_are_told_apart() -> None:
    assert names().titles[("the", "article")].name == "The Article"


@given(st.text(alphabet=st.sampled_from("David LynchStraight'’s. -\n")))
def test_mentions_never_overlap(text: str) -> None:
    end = 0
    for mention in names().find(text):
        assert end <= mention.start < mention.end <= len(text)
        end = mention.end
