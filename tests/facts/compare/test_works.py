from typing import Any

import pytest

from reviewlint.document import Source, parse
from reviewlint.facts.compare.verdict import Verdict
from reviewlint.facts.compare.works import conflicts, hold_name, hold_value, is_title, roles_of, work_titled
from reviewlint.facts.gather import facts_of
from reviewlint.facts.known import Facts
from reviewlint.facts.lengths import Length
from reviewlint.facts.relations import Relation
from reviewlint.facts.values import PartialDate, Rating

GIVEN: dict[str, Any] = {
    "type": "Movie", "name": "The Straight Story", "datePublished": "1999-10-15", "duration": "PT1H52M",
    "director": "David Lynch", "author": ["John Roach", "Mary Sweeney"], "musicBy": "Angelo Badalamenti",
    "productionCompany": "Asymmetrical Productions", "numberOfEpisodes": 1,
    "distributor": {"name": "Buena Vista Pictures", "areaServed": "United States"},
    "actor": [{"name": "Richard Farnsworth", "characterName": "Alvin Straight"}],
    "aggregateRating": {"author": "IMDb", "ratingValue": 8.0},
    "isBasedOn": {"type": "Article", "name": "Brother's Keeper", "author": "Some Reporter", "publisher": "A Gazette"},
}  # fmt: skip


def facts(front: str = "") -> Facts:
    return facts_of(parse(Source("x.md", f"{front}Text.\n")), given=GIVEN)


@pytest.mark.parametrize(
    ("claim", "relation", "verdict", "closed"),
    [
        ("David Lynch", Relation.DIRECTOR, Verdict.SAME, True), ("Lynch", Relation.DIRECTOR, Verdict.PARTIAL, True),
        ("David Lean", Relation.DIRECTOR, Verdict.DIFFERENT, True),
        ("Mary Sweeney", Relation.WRITER, Verdict.SAME, True),
        ("Hans Zimmer", Relation.COMPOSER, Verdict.DIFFERENT, False),
        ("Disney", Relation.DISTRIBUTOR, Verdict.COMPATIBLE, False),
        ("Anybody Else", Relation.CINEMATOGRAPHER, Verdict.UNKNOWN, False),
    ],
)  # fmt: skip
def test_names_are_held_against_a_relation(claim: str, relation: Relation, verdict: Verdict, closed: bool) -> None:
    held = hold_name(claim, relation, facts().main)
    assert (held.comparison.verdict, held.closed) == (verdict, closed)
    assert (held.fact is None) == (verdict is Verdict.UNKNOWN)


@pytest.mark.parametrize(
    ("claim", "relation", "verdict"),
    [
        (Length(112), Relation.DURATION, Verdict.SAME), (Length(142), Relation.DURATION, Verdict.DIFFERENT),
        (PartialDate(1999), Relation.DATE_PUBLISHED, Verdict.SAME),
        (PartialDate(2001), Relation.DATE_PUBLISHED, Verdict.DIFFERENT),
        (Rating(8.1, 10, author="IMDb"), Relation.AGGREGATE_RATING, Verdict.COMPATIBLE),
        (2, Relation.NUMBER_OF_EPISODES, Verdict.DIFFERENT), (2, Relation.NUM_TRACKS, Verdict.UNKNOWN),
        ("the straight story", Relation.NAME, Verdict.SAME),
    ],
)  # fmt: skip
def test_values_are_held_against_a_relation(claim: Any, relation: Relation, verdict: Verdict) -> None:
    assert hold_value(claim, relation, facts().main).comparison.verdict is verdict


def test_a_name_is_found_in_its_true_role() -> None:
    (role,) = roles_of("Asymmetrical", facts().main)
    assert (role.fact.relation, role.through) == (Relation.PRODUCTION_COMPANY, None)
    (source,) = roles_of("A Gazette", facts().main)
    assert (source.fact.relation, source.through) == (Relation.PUBLISHER, Relation.IS_BASED_ON)
    assert source.work.name == "Brother's Keeper"
    (character,) = roles_of("Alvin", facts().main)
    assert character.character is not None
    assert character.fact.named is not None
    assert character.fact.named.name == "Richard Farnsworth"
    assert roles_of("Somebody Else", facts().main) == ()


def test_an_unsure_fact_never_speaks_against_a_claim() -> None:
    front = facts_of(parse(Source("x.md", "---\ntitle: Rolling Home\n---\nText.\n")))
    assert hold_value("The Straight Story", Relation.NAME, front.main).comparison.verdict is Verdict.UNKNOWN
    assert hold_value("Rolling Home", Relation.NAME, front.main).comparison.verdict is Verdict.SAME


def test_works_are_known_by_their_titles() -> None:
    assert is_title("the STRAIGHT story", facts().main)
    assert is_title("Straight Story", facts().main)
    found = work_titled("Brother’s Keeper", facts())
    assert found is not None
    assert found.name == "Brother's Keeper"
    assert work_titled("Another Story", facts()) is None


def test_sources_that_do_not_agree_are_told() -> None:
    front = "---\ntitle: The Straight Story\nyear: 2003\ndirector: David Lean\nruntime: 112 min\nrating: 4/5\n---\n"
    told = [(c.fact.relation, str(c.fact.value), str(c.other.value)) for c in conflicts(facts(front).main)]
    assert told == [
        (Relation.DATE_PUBLISHED, "1999-10-15", "2003"), (Relation.DIRECTOR, "David Lynch", "David Lean"),
    ]  # fmt: skip
    assert list(conflicts(facts().main)) == []
