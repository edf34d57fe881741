from datetime import date

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewlint.errors import ReviewlintError
from reviewlint.facts.media import Medium
from reviewlint.facts.nodes import plain_tree, read_yaml
from reviewlint.facts.provenance import Provenance, checksum
from reviewlint.facts.relations import Relation
from reviewlint.facts.sources.base import Sourced
from reviewlint.facts.sources.edit import apply, places
from reviewlint.facts.sources.layout import Entry, entries_of, entry_text, flow

SOURCE = Provenance("Wikidata", "Q1", "P57", date(2026, 11, 29), "CC0-1.0")
MINE = """\
# mine
type: Movie

director: # who
  - Agnès Varda   # aye
  - {name: B, alternateName: C}
# about the length
runtime: 90
"""


def entry(key: str, value: object) -> Entry:
    return Entry(key, value, (SOURCE,))


def test_places_are_those_of_keys_and_values() -> None:
    found = places(MINE)
    assert [MINE[place.start : place.end] for place in found.values()] == [
        "type: Movie",
        "director: # who\n  - Agnès Varda   # aye\n  - {name: B, alternateName: C}",
        "runtime: 90",
    ]


def test_new_keys_go_to_the_end_and_leave_the_rest() -> None:
    text = apply(MINE, [entry("musicBy", "X")])
    assert text.startswith(MINE + "musicBy: X\nprovenance:\n  musicBy: {source: Wikidata, id: Q1")
    more = apply(text, [entry("editor", ["A", "B"])])
    assert more.index("editor: [A, B]\n") < more.index("provenance:")
    assert more.rstrip().splitlines()[-1].startswith("  editor: {source: Wikidata")


def test_values_are_replaced_and_taken_out_in_place() -> None:
    text = apply(MINE, [entry("musicBy", "X"), entry("duration", "PT1M")])
    text = apply(text, [], [entry("musicBy", ["Y", "Z"])], ["duration"])
    assert "musicBy: [Y, Z]\n" in text
    assert "duration" not in text
    assert text.startswith(MINE)
    assert text.count("musicBy") == 2


@pytest.mark.parametrize(
    "before",
    [
        "type: Movie\nprovenance: {name: by hand}\nname: X\n",
        "type: Movie\nprovenance:\n    name: by hand # yes\nname: X\n",
        "type: Movie\nprovenance:\nname: X\n",
        "provenance:\n  name: by hand\ntype: Movie\nname: X",
    ],
)
def test_a_persons_own_words_on_sources_stay(before: str) -> None:
    after = yaml.safe_load(apply(before, [entry("musicBy", "Y")]))
    assert after["type"], after["name"] == ("Movie", "X")
    assert after["musicBy"] == "Y"
    assert after["provenance"]["musicBy"]["id"] == "Q1"
    assert after["provenance"].get("name") == ("by hand" if "by hand" in before else None)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("works: [{name: X}]\n", "several works"),
        ("{name: X}\n", "in braces"),
        ("name: X\nprovenance: me\n", "one text for all"),
        ("- a\n", "no mapping"),
    ],
)
def test_files_that_cannot_be_added_to_are_refused(text: str, said: str) -> None:
    with pytest.raises(ReviewlintError, match=said):
        apply(text, [entry("musicBy", "Y")])


def test_windows_line_ends_stay() -> None:
    text = apply("type: Movie\r\n", [entry("musicBy", "Y")])
    assert text.count("\n") == text.count("\r\n") == 4


NAMES = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1, max_size=30)


@settings(deadline=None)
@given(NAMES, st.lists(NAMES, min_size=1, max_size=4))
def test_what_is_written_is_read_again(name: str, names: list[str]) -> None:
    value = [{"name": name, "alternateName": names}, *names]
    root, problem = read_yaml(entry_text("actor", value))
    assert problem is None
    assert yaml.safe_load(entry_text("actor", value)) is not None
    assert checksum(root.get("actor")) == checksum(plain_tree(value))  # type: ignore[union-attr]


def test_what_a_source_says_stays_on_its_line() -> None:
    said = [
        "A\nprovenance: x",
        "B\x1b[31m\u2028C",
        "",
        "x" * 301,
        {"name": "\n"},
        {"name": "D", "alternateName": ["\r", "E"]},
    ]
    (made,) = entries_of([Sourced(Relation.DIRECTOR, value, SOURCE) for value in said], Medium.FILM)
    assert made.value == ["A provenance: x", "B [31m C", {"name": "D", "alternateName": ["E"]}]
    assert entries_of([Sourced(Relation.DIRECTOR, "", SOURCE)], Medium.FILM) == []
    many = [Sourced(Relation.ACTOR, {"name": f"N {number}"}, SOURCE) for number in range(500)]
    assert len(entries_of(many, Medium.FILM)[0].value) == 60


def test_a_checksum_that_looks_like_a_day_stays_a_text() -> None:
    assert flow({"written": "8195133043", "week": "2024-W05-1"}) == "{written: '8195133043', week: 2024-W05-1}"


def test_days_are_written_bare_and_yes_is_no_truth() -> None:
    assert flow({"startDate": "2024-06-28", "location": "Yes"}) == "{startDate: 2024-06-28, location: 'Yes'}"
