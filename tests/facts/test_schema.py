"""The published JSON Schema and the reader agree on what a facts file is."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

import reviewlint.facts
from reviewlint.facts.nodes import plain_tree
from reviewlint.facts.relations import FRONT_ONLY, Holds, Relation, keys_of
from reviewlint.facts.schema import as_text, facts_schema
from reviewlint.facts.sheet import read_sheet

PUBLISHED = Path(reviewlint.facts.__file__).with_name("facts.schema.json")
VALIDATOR = jsonschema.Draft202012Validator(facts_schema())


def is_valid(value: Any) -> bool:
    return not list(VALIDATOR.iter_errors(value))


def is_read(value: Any) -> bool:
    return not read_sheet(plain_tree(value)).problems


def test_the_published_schema_is_fresh() -> None:
    assert PUBLISHED.read_text(encoding="utf-8") == as_text(facts_schema()) + "\n"
    jsonschema.Draft202012Validator.check_schema(json.loads(PUBLISHED.read_text(encoding="utf-8")))


@pytest.mark.parametrize("path", sorted(Path("examples").glob("*.facts.yaml")), ids=lambda path: path.name)
def test_the_examples_follow_it(path: Path) -> None:
    assert is_valid(yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader))


names = st.sampled_from(["Ana B", "Cé D", "E. F. G"])
named = st.one_of(names, st.fixed_dictionaries({"name": names}, optional={"alternateName": names, "areaServed": names}))
cast = st.one_of(names, st.fixed_dictionaries({"name": names}, optional={"characterName": st.one_of(names, named)}))
VALUES: dict[Holds, st.SearchStrategy[Any]] = {
    Holds.PEOPLE: named,
    Holds.COMPANIES: named,
    Holds.CAST: cast,
    Holds.TEXT: names,
    Holds.LINK: names,
    Holds.DATE: st.sampled_from(["2024", "2024-06-28", "June 2024", {"startDate": "2024-06", "location": "Cannes"}]),
    Holds.DURATION: st.sampled_from(["PT58M", 58, "58 min", "1h 2m"]),
    Holds.COUNT: st.one_of(st.integers(0, 999), st.just("twelve")),
    Holds.RATING: st.sampled_from([8.1, "8/10", {"ratingValue": 8, "author": "IMDb"}, {"IMDb": 8, "Letterboxd": 3.5}]),
    Holds.WORK: st.one_of(names, st.fixed_dictionaries({"name": names}, optional={"author": named})),
}


@st.composite
def works(draw: st.DrawFn) -> dict[str, Any]:
    relations = draw(st.lists(st.sampled_from([r for r in Relation if r not in FRONT_ONLY]), unique=True, max_size=6))
    work: dict[str, Any] = {"type": draw(st.sampled_from(["Movie", "Book", "game", "MusicAlbum"]))}
    work["type"] = "VideoGame" if work["type"] == "game" else work["type"]
    for relation in relations:
        value = VALUES[relation.holds]
        several = st.lists(value, min_size=1, max_size=3) if relation.holds is not Holds.COUNT else value
        work[draw(st.sampled_from(keys_of(relation)))] = draw(st.one_of(value, several))
    return work


@settings(max_examples=150)
@given(works())
def test_what_the_schema_allows_is_read_without_a_problem(work: dict[str, Any]) -> None:
    assert is_valid(work)
    assert is_read(work)


@given(works(), st.sampled_from(["directr", "runtme", "Titel", "x"]))
def test_what_the_reader_refuses_the_schema_refuses(work: dict[str, Any], key: str) -> None:
    work[key] = "A B"
    assert not is_valid(work)
    assert not is_read(work)


@pytest.mark.parametrize(
    "wrong",
    [
        {"type": "Moovie"}, {"duration": -5}, {"duration": 99999}, {"numberOfPages": -1}, {"director": {"nmae": "A B"}},
        {"director": [["A B"]]}, {"isBasedOn": {"writter": "A B"}}, {"works": [{"directr": "A B"}]},
        {"actor": {"characterName": "C"}}, {"aggregateRating": {"ratingValue": [1]}},
    ],
)  # fmt: skip
def test_both_refuse_what_is_wrong(wrong: dict[str, Any]) -> None:
    assert not is_valid(wrong)
    assert not is_read(wrong)


def test_several_works() -> None:
    assert is_valid({"works": [{"name": "A"}, {"name": "B"}]})
    assert not is_valid({"works": [{"name": "A"}], "name": "B"})
