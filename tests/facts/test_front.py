from dataclasses import replace
from itertools import accumulate
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewlint.document import Source, parse
from reviewlint.document.model import FrontValue
from reviewlint.errors import ReviewlintError
from reviewlint.facts.front import check_mapping, front_work, unread_keys
from reviewlint.facts.media import Medium
from reviewlint.facts.model import Origin, Work
from reviewlint.facts.relations import Relation
from reviewlint.finding import Span


def work(head: str, body: str = "A text.", fence: str = "---", **how: Any) -> Work:
    document = parse(Source("draft.md", f"{fence}\n{head}\n{fence}\n{body}\n"))
    return front_work(document, **how)


def told(found: Work, *relations: Relation) -> dict[str, list[str]]:
    return {
        relation.value: [str(fact.value) for fact in found.get(relation)]
        for relation in relations or Relation
        if found.get(relation)
    }


def test_a_film_blog() -> None:
    found = work(
        "layout: post\ntitle: Baby Steps\nauthor: Jane Reader\nscore: 72\ndirector: A Director\n"
        "written-by: [B Writer, C Writer]\nstudio:\n- D Pictures\n"
        "staring:\n- E Actor\n- F Actor\ndate: 2017-06-21\ntags: [crime]"
    )
    assert found.medium is Medium.FILM
    assert told(found) == {
        "name": ["Baby Steps"], "director": ["A Director"], "writer": ["B Writer", "C Writer"],
        "productionCompany": ["D Pictures"], "actor": ["E Actor", "F Actor"], "reviewRating": ["72"],
        "reviewer": ["Jane Reader"], "dateReviewed": ["2017-06-21"],
    }  # fmt: skip


def test_capitals_lists_in_a_string_and_iso_lengths() -> None:
    found = work(
        "Title: The Long Way Round Review — a slog\nAuthors: Jane Reader\nDirector: A Director and B Director\n"
        "Cast: C Actor, D Actor Jr., E Actor\nDuration: PT1H56M\nRelease: October 6, 2017\nRating: 7"
    )
    told_of = (Relation.NAME, Relation.DIRECTOR, Relation.ACTOR, Relation.DURATION, Relation.DATE_PUBLISHED)
    assert told(found, *told_of) == {
        "name": ["The Long Way Round"], "director": ["A Director", "B Director"],
        "actor": ["C Actor", "D Actor Jr.", "E Actor"], "duration": ["116.0"], "datePublished": ["2017-10-06"],
    }  # fmt: skip


def test_a_book_under_its_own_key() -> None:
    found = work(
        "author: Jane Reader\nbook:\n  title: The Book\n  author: A Author\n  publication_year: 2019\n  pages: 320\n"
        "  isbn13: '9780000000000'\n  contributors:\n  - {name: B Drawer, role: illustrator}\n"
        "  - {name: C Reader, role: narrator}\n  - {name: D Helper, role: proof}\n"
        "review:\n  rating: 4\n  date_read: 2020-01"
    )
    assert found.medium is Medium.BOOK
    assert told(found) == {
        "name": ["The Book"], "author": ["A Author"], "datePublished": ["2019"], "numberOfPages": ["320"],
        "isbn": ["9780000000000"], "illustrator": ["B Drawer"], "narrator": ["C Reader"], "contributor": ["D Helper"],
        "reviewRating": ["4"], "reviewer": ["Jane Reader"], "dateReviewed": ["2020-01"],
    }  # fmt: skip


def test_a_game_with_glued_keys_and_a_punning_headline() -> None:
    found = work("title: Rolling in it\ngame_name: The Game\ngame_developer: A Studio\ngame_release_year: '2004'")
    assert found.medium is Medium.GAME
    assert told(found) == {"name": ["The Game"], "developer": ["A Studio"], "datePublished": ["2004"]}


def test_an_album_with_a_rating_in_parts() -> None:
    found = work("artist: The Band\nalbum: The Record\ntotalscore:\n  given: 27\n  possible: 30\n  fraction: 0.9")
    assert found.medium is Medium.ALBUM
    assert told(found) == {"name": ["The Record"], "byArtist": ["The Band"], "reviewRating": ["27/30"]}


def test_json_ld_in_front_matter() -> None:
    found = work(
        "ratingStars: 4.5\nschema:\n  product:\n    '@type': Movie\n    name: The Film\n    director: A Director\n"
        "    brand: {'@type': Organization, name: B Maker}\n    review: {'@id': /#article}"
    )
    assert found.medium is Medium.FILM
    assert told(found) == {
        "name": ["The Film"], "director": ["A Director"], "manufacturer": ["B Maker"], "reviewRating": ["4.5/5"],
    }  # fmt: skip


def test_toml() -> None:
    found = work('title = "The Book"\nyear = 2015\nstars = 4.5\npublisher = "A Press"', fence="+++")
    assert told(found, Relation.DATE_PUBLISHED, Relation.REVIEW_RATING, Relation.PUBLISHER) == {
        "datePublished": ["2015"], "reviewRating": ["4.5/5"], "publisher": ["A Press"],
    }  # fmt: skip


def test_stars_are_a_rating_or_a_cast() -> None:
    assert told(work("stars: 3"), Relation.REVIEW_RATING) == {"reviewRating": ["3/5"]}
    assert told(work("stars: [A Actor, B Actor]"), Relation.ACTOR) == {"actor": ["A Actor", "B Actor"]}


@pytest.mark.parametrize(
    ("head", "how", "rating"),
    [
        ("rating: 4/5", {}, "4/5"), ("grade: B+", {}, "B+"), ("rating: 8", {}, "8"),
        ("rating: 8", {"best_rating": 10}, "8/10"),
        ("rating: 8\nrating_max: 10", {}, "8/10"), ("rating: 93 %", {}, "93/100"), ("my_rating: ★★★½", {}, "3.5"),
        ('rating: ["Good"]', {}, None), ("rating: 6/5", {}, None),
    ],
)  # fmt: skip
def test_the_reviewers_own_rating(head: str, how: dict[str, Any], rating: str | None) -> None:
    assert told(work(head, **how)).get("reviewRating") == ([rating] if rating else None)


def test_ratings_of_sites_are_not_the_reviewers() -> None:
    found = work("imdb_rating: 7.8\nmetacritic: 85\nimdb_id: tt0000001")
    assert told(found) == {"aggregateRating": ["7.8/10 (IMDb)", "85/100 (Metacritic)"], "sameAs": ["tt0000001"]}


@pytest.mark.parametrize(
    "head",
    [
        "film: 578", "published: true", "date: 2024-01-01", "editor: Jane Editor",
        "social:\n  twitter:\n    text: By A Director",
        "related_books:\n- title: Another", "image: /a.jpg", "aliases: [/old]", "series: Summer reading", "length: 400",
        "director:", "director: true", "layout: review", "type: post", "duration: soon",
    ],
)  # fmt: skip
def test_what_says_nothing_of_the_work(head: str) -> None:
    found = work(head)
    assert [fact for fact in found.facts if fact.relation is not Relation.REVIEWED] == []


def test_a_plain_title_may_be_a_pun() -> None:
    assert [fact.sure for fact in work("title: Brave New Galaxy").get(Relation.NAME)] == [False]
    assert [fact.sure for fact in work("title: Brave New Galaxy (2014)").get(Relation.NAME)] == [True]
    assert told(work("title: Brave New Galaxy (2014)")) == {"name": ["Brave New Galaxy"], "datePublished": ["2014"]}


def test_the_author_of_a_page_with_a_translator_wrote_the_book_if_the_text_names_her() -> None:
    head = "title: The Book\nauthor: Ana Escritora\ntranslator: B Translator"
    named = work(head, "Escritora keeps her sentences short.").get(Relation.AUTHOR)
    assert [(str(fact.value), fact.sure) for fact in named] == [("Ana Escritora", True)]
    unnamed = work(head, "The sentences are short.").get(Relation.AUTHOR)
    assert [fact.sure for fact in unnamed] == [False]
    assert told(work("title: The Film\nauthor: Jane Reader\ndirector: A B", "Reader is no fan.")).get("author") is None


def test_a_mapping_says_what_keys_mean_here() -> None:
    mapping = check_mapping({"author": "author", "maestro": "composer", "film.chef": "director", "director": "none"})
    found = work("author: A Author\nmaestro: B Music\nfilm:\n  chef: C Chef\ndirector: D Direct", mapping=mapping)
    assert told(found) == {"director": ["C Chef"], "author": ["A Author"], "musicBy": ["B Music"]}


def test_a_mapping_to_nothing_known_is_told() -> None:
    with pytest.raises(ReviewlintError, match="“compsoer” is not a key") as caught:
        check_mapping({"maestro": "compsoer"})
    assert caught.value.hint == "Did you mean “composer”?"


def test_each_fact_knows_its_key_line_and_place() -> None:
    document = parse(Source("draft.md", "---\ntitle: X\nDirector: A Director\n---\nText.\n"))
    (fact,) = front_work(document).get(Relation.DIRECTOR)
    assert (fact.origin, fact.key, fact.path, fact.line) == (Origin.FRONT, "Director", "draft.md", 3)
    assert fact.span is not None
    assert document.source.text[fact.span.start : fact.span.end] == "A Director"


KEYS = st.sampled_from(
    "title game film album director stars rating grade score book.author book.contributors.name totalscore.given "
    "totalscore.possible schema.product.name year runtime pages season author publisher imdb_rating kind where".split()
)


@given(st.lists(st.tuples(KEYS, st.text(max_size=20))), st.text(max_size=40))
def test_any_front_matter_is_read(pairs: list[tuple[str, str]], body: str) -> None:
    text = "".join(value for _, value in pairs) + body
    ends = list(accumulate((len(value) for _, value in pairs), initial=0))
    front = tuple(
        FrontValue(key, value, Span(start, start + len(value)))
        for (key, value), start in zip(pairs, ends, strict=False)
    )
    document = replace(parse(Source("d.txt", text)), front=front, body_start=ends[-1])
    for fact in front_work(document).facts:
        assert fact.span is not None
        assert fact.line is not None
        assert fact.key in {key for key, _ in pairs}


@pytest.mark.parametrize("box", ["params", "extra"])
def test_a_site_generators_table_of_own_keys_is_read(box: str) -> None:
    head = f"title: X\n{box}:\n  director: A Actor\n  rating: ★★★★☆\n  runtime: 98 min\n  book:\n    pages: 12"
    found = told(work(head))
    assert (found["director"], found["reviewRating"], found["duration"]) == (["A Actor"], ["4/5"], ["98.0"])
    mapping = check_mapping({f"{box}.helmer": "director"})
    assert told(work(f"{box}:\n  helmer: B Actor", mapping=mapping))["director"] == ["B Actor"]


def test_keys_that_are_not_read_are_known() -> None:
    document = parse(
        Source("d.md", "---\ntitle: The Film\ndirectr: A B\nlayout: x\nparams: {mood: sad, cast: [C D]}\n---\nX.")
    )
    assert unread_keys(document, front_work(document).facts) == ["directr", "layout", "params.mood"]
