from typing import Any

import pytest

from reviewlint.facts.media import Medium
from reviewlint.facts.model import Fact, Work
from reviewlint.facts.nodes import plain_tree, read_yaml
from reviewlint.facts.reading import read_minutes
from reviewlint.facts.relations import Relation
from reviewlint.facts.sheet import Sheet, read_sheet
from reviewlint.facts.values import Named, PartialDate, Rating


def sheet(text: str) -> Sheet:
    root, problem = read_yaml(text, "f.yaml")
    assert problem is None
    return read_sheet(root, "f.yaml")


def work(text: str) -> Work:
    read = sheet(text)
    assert [str(problem) for problem in read.problems] == []
    assert len(read.works) == 1
    return read.works[0]


def values(facts: tuple[Fact, ...]) -> list[Any]:
    return [fact.value for fact in facts]


FILM = """\
"@type": Movie
name: The Straight Story
alternateName: [Une histoire vraie, Eine wahre Geschichte]
datePublished: 1999-10-15
releasedEvent: [{startDate: 1999-05-21, location: Cannes}]
duration: PT1H52M
director: David Lynch
author: [John Roach, Mary Sweeney]
musicBy: {name: Angelo Badalamenti, provenance: end titles}
distributor:
  - {name: Buena Vista Pictures, areaServed: United States, parentOrganization: Disney}
actor:
  - {name: Richard Farnsworth, characterName: {name: Alvin Straight, alternateName: Alvin}}
  - Sissy Spacek as Rose
  - Harry Dean Stanton (Lyle)
  - {name: A Farmer, characterName: himself}
aggregateRating:
  - {author: IMDb, ratingValue: 8, ratingCount: 97000, dateModified: 2024-01}
  - {author: Metacritic, ratingValue: 86}
isBasedOn: {type: Article, name: Brother's Keeper, author: Some Reporter}
"""


def test_a_film_with_everything() -> None:
    film = work(FILM)
    assert film.medium is Medium.FILM
    assert film.titles == ("The Straight Story", "Une histoire vraie", "Eine wahre Geschichte")
    assert film.dates() == (PartialDate(1999, 10, 15), PartialDate(1999, 5, 21, "Cannes"))
    assert values(film.get(Relation.DURATION)) == [112.0]
    assert values(film.get(Relation.WRITER)) == [Named("John Roach"), Named("Mary Sweeney")]
    assert film.get(Relation.COMPOSER)[0].provenance == "end titles"
    distributor = Named("Buena Vista Pictures", territory="United States", kin=("Disney",))
    assert values(film.get(Relation.DISTRIBUTOR)) == [distributor]
    assert values(film.get(Relation.ACTOR)) == [
        Named("Richard Farnsworth", characters=(Named("Alvin Straight", ("Alvin",)),)),
        Named("Sissy Spacek", characters=(Named("Rose"),)),
        Named("Harry Dean Stanton", characters=(Named("Lyle"),)),
        Named("A Farmer"),
    ]
    assert values(film.get(Relation.AGGREGATE_RATING)) == [
        Rating(8, 10, author="IMDb", count=97000, modified=PartialDate(2024, 1)),
        Rating(86, 100, author="Metacritic"),
    ]
    (source,) = film.works(Relation.IS_BASED_ON)
    assert source.name == "Brother's Keeper"
    assert values(source.get(Relation.AUTHOR)) == [Named("Some Reporter")]


def test_each_fact_knows_where_it_stands() -> None:
    film = work(FILM)
    assert {str(fact.value): fact.line for fact in film.get(Relation.ACTOR)} == {
        "Richard Farnsworth (Alvin Straight)": 13, "Sissy Spacek (Rose)": 14, "Harry Dean Stanton (Lyle)": 15,
        "A Farmer": 16,
    }  # fmt: skip
    related = film.get(Relation.DURATION)[0].related()
    assert (related.message, related.path, related.line) == ("duration: PT1H52M", "f.yaml", 6)


def test_lists_are_complete_where_they_usually_are() -> None:
    film = work(FILM)
    closed = [relation for relation in Relation if film.is_closed(relation)]
    assert closed == [Relation.DIRECTOR, Relation.WRITER]
    assert work(FILM + "complete: [cast]\n").is_closed(Relation.ACTOR)
    assert not work("type: TVSeries\ndirector: A B").is_closed(Relation.DIRECTOR)
    assert work("type: Book\nauthor: A B").is_closed(Relation.AUTHOR)


@pytest.mark.parametrize(
    ("key", "relation"),
    [
        ("runtime", Relation.DURATION), ("running-time", Relation.DURATION), ("writer", Relation.WRITER),
        ("screenplay", Relation.WRITER), ("author", Relation.WRITER), ("composer", Relation.COMPOSER),
        ("music", Relation.COMPOSER), ("studio", Relation.PRODUCTION_COMPANY), ("cast", Relation.ACTOR),
        ("stars", Relation.ACTOR), ("network", Relation.BROADCASTER), ("label", Relation.RECORD_LABEL),
        ("released", Relation.DATE_PUBLISHED), ("release_date", Relation.DATE_PUBLISHED),
        ("year", Relation.DATE_PUBLISHED),
        ("title", Relation.NAME), ("Directed By", Relation.DIRECTOR), ("basedOn", Relation.IS_BASED_ON),
    ],
)  # fmt: skip
def test_peoples_own_words(key: str, relation: Relation) -> None:
    value = {"duration": "90 min", "datePublished": "1999"}.get(relation.value, "A B")
    read = read_sheet(plain_tree({"type": "Movie", key: value}))
    assert [fact.relation for fact in read.works[0].facts] == [relation]
    assert read.problems == ()


@pytest.mark.parametrize(
    ("kind", "key", "relation"),
    [
        ("Book", "writer", Relation.AUTHOR), ("Comic", "artist", Relation.ILLUSTRATOR),
        ("Album", "artist", Relation.ARTIST),
        ("Game", "studio", Relation.DEVELOPER), ("Album", "publisher", Relation.RECORD_LABEL),
        ("Movie", "studio", Relation.PRODUCTION_COMPANY), ("Game", "author", Relation.WRITER),
    ],
)  # fmt: skip
def test_a_key_means_what_it_does_for_such_a_work(kind: str, key: str, relation: Relation) -> None:
    read = read_sheet(plain_tree({"type": kind, key: "A B"}))
    assert [fact.relation for fact in read.works[0].facts] == [relation]


@pytest.mark.parametrize(
    ("keys", "medium"),
    [
        ({"director": "A B", "runtime": 90}, Medium.FILM), ({"seasons": 3}, Medium.SERIES),
        ({"isbn": "1"}, Medium.BOOK),
        ({"developer": "A"}, Medium.GAME), ({"recordLabel": "A"}, Medium.ALBUM), ({"name": "A"}, Medium.OTHER),
    ],
)  # fmt: skip
def test_without_a_type_the_keys_tell_the_medium(keys: dict[str, Any], medium: Medium) -> None:
    assert read_sheet(plain_tree(keys)).works[0].medium is medium


def test_several_works_in_one_file() -> None:
    read = sheet("works:\n- {type: Movie, name: A}\n- {type: Book, name: B, author: C D}\n")
    assert [(w.name, w.medium) for w in read.works] == [("A", Medium.FILM), ("B", Medium.BOOK)]
    mixed = sheet("name: X\nworks: [{name: A}]\n")
    assert [(p.line, p.message) for p in mixed.problems] == [(1, "“name” stands beside “works”, so no work has it.")]


def test_a_review_in_schema_org_form() -> None:
    read = work(
        "type: Review\nauthor: Jane Reader\nreviewRating: {ratingValue: 4, bestRating: 5}\n"
        "itemReviewed: {type: Movie, name: A}\n"
    )
    assert read.medium is Medium.FILM
    assert values(read.get(Relation.REVIEWER)) == [Named("Jane Reader")]
    assert values(read.get(Relation.REVIEW_RATING)) == [Rating(4, 5)]


def test_a_role_in_schema_org_form() -> None:
    read = work("actor: {type: PerformanceRole, actor: {name: A B}, characterName: C}\n")
    assert values(read.get(Relation.ACTOR)) == [Named("A B", characters=(Named("C"),))]


def test_work_in_a_cast_list_is_no_part() -> None:
    read = work(
        "type: Album\nactor:\n- {name: A B, characterName: 'producer, guitar'}\n- {name: C D, characterName: vocals}\n"
        "- {name: E F, characterName: a singer}\n"
    )
    assert values(read.get(Relation.PRODUCER)) == [Named("A B", job="producer, guitar")]
    assert values(read.get(Relation.CONTRIBUTOR)) == [Named("C D", job="vocals")]
    assert values(read.get(Relation.ACTOR)) == [Named("E F", characters=(Named("a singer"),))]


def test_sites_of_ratings_may_be_keys() -> None:
    read = work("aggregateRating: {IMDb: 8.1, Metacritic: 93, Letterboxd: 3.9}\n")
    assert [str(value) for value in values(read.get(Relation.AGGREGATE_RATING))] == [
        "8.1/10 (IMDb)", "93/100 (Metacritic)", "3.9/5 (Letterboxd)",
    ]  # fmt: skip


def test_counts_may_be_lists_and_cuts_several() -> None:
    read = work("tracks: [One, Two, Three]\nduration: [94, 1h 47m]\nyears: 2010-2013\n")
    assert values(read.get(Relation.NUM_TRACKS)) == [3]
    assert values(read.get(Relation.DURATION)) == [94.0, read_minutes("1h 47m")]
    assert values(read.get(Relation.END_DATE)) == [PartialDate(2013)]


def test_provenance_of_the_whole_and_of_a_key() -> None:
    whole = work("name: A\ndirector: B C\nprovenance: Wikidata, 2026-11-01\n")
    assert {fact.provenance for fact in whole.facts} == {"Wikidata, 2026-11-01"}
    one = work("name: A\ndirector: B C\nprovenance: {director: end titles}\n")
    assert [fact.provenance for fact in one.facts] == [None, "end titles"]


@pytest.mark.parametrize(
    ("text", "line", "message", "hint"),
    [
        ("name: A\ndirectr: B C\n", 2, "“directr” is not a key of a facts file.", "director"),
        ("name: A\nruntme: 58\n", 2, "“runtme” is not a key of a facts file.", "runtime"),
        ("name: A\ntype: Moovie\n", 2, "“Moovie” is not a type of work.", "Movie"),
        ("name: A\nname: B\n", 2, "“name” is given twice.", "list"),
        ("name: A\nduration: -5\n", 2, "more than zero", None),
        ("name: A\nduration: 999999\n", 2, "cannot be right", None),
        ("name: A\nduration: [58, {x: 1}]\n", 2, "no single value", None),
        ("name: A\ndatePublished: soon\n", 2, "not a date", None),
        ("name: A\nactor:\n- {name: B C, charactrName: D}\n", 3, "A name has no “charactrName”.", "characterName"),
        ("name: A\nactor:\n- {characterName: D}\n", 3, "A name is missing here.", "name"),
        ("name: A\nactor: [[B C]]\n", 2, "There is a list here", None),
        ("name: A\ndirector: 35\n", 2, "“35” is not a name", None),
        ("name: A\naggregateRating: {ratingVlaue: 8}\n", 2, "A rating has no “ratingVlaue”.", "ratingValue"),
        ("name: A\naggregateRating: {ratingValue: 8, bestRating: 5}\n", 2, "more than the best rating", None),
        ("name: A\nnumberOfPages: -1\n", 2, "less than zero", None),
        ("name: A\ncomplete: [actrs]\n", 2, "“actrs” is not a key of facts.", "actor"),
        ("name: A\nisBasedOn: {name: B, writter: C}\n", 2, "“writter” is not a key", "writer"),
    ],
)
def test_what_is_wrong_is_told_and_the_rest_holds(text: str, line: int, message: str, hint: str | None) -> None:
    read = sheet(text)
    assert [problem.line for problem in read.problems][:1] == [line]
    assert message in read.problems[0].message
    assert read.problems[0].path == "f.yaml"
    assert hint is None or hint in (read.problems[0].hint or "")
    assert read.works[0].name == "A"


@pytest.mark.parametrize("text", ["- a\n- b\n", "just words\n"])
def test_what_is_no_mapping_is_no_facts_file(text: str) -> None:
    read = sheet(text)
    assert read.works == ()
    assert len(read.problems) == 1


def test_problems_have_an_end() -> None:
    assert len(sheet("\n".join(f"key{i}: 1" for i in range(100))).problems) == 20


def test_a_source_in_the_provenance_opens_the_lists_it_does_not_call_complete() -> None:
    text = """
type: Movie
director: A B
writer: C D
provenance:
  director: {source: Wikidata, id: Q1, property: P57, date: 2026-11-29, complete: false}
  writer: [{source: IMDb, id: tt1}, {source: OMDb, id: tt1, complete: true}]
"""
    root, _ = read_yaml(text)
    (work,) = read_sheet(root).works
    assert [work.is_closed(relation) for relation in (Relation.DIRECTOR, Relation.WRITER)] == [False, True]
    assert [fact.provenance for fact in work.facts] == ["Wikidata Q1 P57, 2026-11-29", "IMDb tt1; OMDb tt1"]
