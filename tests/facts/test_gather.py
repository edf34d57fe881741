from pathlib import Path

import pytest

from reviewlint.document import Document, Source, parse
from reviewlint.facts.gather import facts_of, read_vocabulary
from reviewlint.facts.known import NO_FACTS, Facts
from reviewlint.facts.model import Origin
from reviewlint.facts.nodes import MAX_BYTES
from reviewlint.facts.relations import Relation


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    return tmp_path


def draft(path: Path, text: str = "A text.\n") -> tuple[Document, Path]:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return parse(Source(str(path), text)), path


def put(path: Path, text: str = "name: X\n") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def problems(facts: Facts) -> list[tuple[str, int | None, str]]:
    return [(Path(p.path or "").name, p.line, p.message) for p in facts.problems]


def test_nothing_is_known_of_a_bare_draft(site: Path) -> None:
    assert facts_of(*draft(site / "d.md")) is NO_FACTS
    assert not NO_FACTS
    assert NO_FACTS.main.facts == ()


@pytest.mark.parametrize(
    ("where", "facts", "text"),
    [
        ("d.md", "d.facts.yaml", ""), ("d.md", "d.facts.yml", ""), ("d.md", "d.facts.json", ""),
        ("posts/d.md", "posts/d.facts.yaml", ""), ("posts/d.md", "facts/d.yaml", ""),
        ("posts/2024/2024-06-28-d.md", "facts/d.yaml", ""), ("posts/d/index.md", "facts/d.yaml", ""),
        ("posts/x.md", "posts/facts/d.yaml", "---\nslug: d\n---\n"),
        ("posts/x.md", "data/d.yaml", "---\nfacts: ../data/d.yaml\n---\n"),
    ],
)  # fmt: skip
def test_where_a_facts_file_may_stand(site: Path, where: str, facts: str, text: str) -> None:
    path = put(site / facts, '{"name": "X"}' if facts.endswith("json") else "name: X\n")
    found = facts_of(*draft(site / where, text + "A text.\n"))
    assert found.main.name == "X"
    assert [Path(file).resolve() for file in found.files] == [path.resolve()]
    assert found.problems == ()


def test_folders_above_the_project_are_left_alone(tmp_path: Path) -> None:
    put(tmp_path / "facts/d.yaml")
    (tmp_path / "site/.git").mkdir(parents=True)
    assert facts_of(*draft(tmp_path / "site/posts/d.md")) is NO_FACTS


def test_a_second_facts_file_is_told_and_the_first_taken(site: Path) -> None:
    put(site / "d.facts.yaml", "name: First\n")
    put(site / "facts/d.yaml", "name: Second\n")
    found = facts_of(*draft(site / "d.md"))
    assert found.main.name == "First"
    assert len(found.problems) == 1
    assert Path(found.problems[0].path or "").parent.name == "facts"
    assert "second facts file for d.md" in found.problems[0].message


def test_a_facts_file_that_is_not_there_is_told_with_the_line_that_names_it(site: Path) -> None:
    found = facts_of(*draft(site / "d.md", "---\ntitle: X (1999)\nfacts: nowhere.yaml\n---\nText.\n"))
    assert problems(found) == [("d.md", 3, "There is no facts file “nowhere.yaml”.")]
    assert found.main.name == "X"


@pytest.mark.parametrize(
    ("data", "line", "told"),
    [
        (b"name: X\ndirector: [A B\nfoo: bar: baz\n", 3, "not YAML"),
        (b"name: X\nduration: -5\n", 2, "more than zero"),
        (b"name: Cl\xe9o\n", 1, "not UTF-8"), (b"n\x00m\x00", None, "binary"), (b"- a\n", 1, "not a list"),
        (b"name: X\nisBasedOn: &b {name: Y, isBasedOn: *b}\n", 2, "used inside"),
        (b"name: X\n#" + b"x" * MAX_BYTES, None, "more than 1 MB"),
    ],
)  # fmt: skip
def test_one_clear_problem_for_bad_input(site: Path, data: bytes, line: int | None, told: str) -> None:
    (site / "d.facts.yaml").write_bytes(data)
    found = facts_of(*draft(site / "d.md", "---\ndirector: C D\n---\nText.\n"))
    assert [p.line for p in found.problems] == [line]
    assert told in found.problems[0].message
    assert Path(found.problems[0].path or "").name == "d.facts.yaml"
    assert [str(fact.value) for fact in found.main.get(Relation.DIRECTOR)] == ["C D"]


def test_a_facts_file_goes_before_front_matter_and_nothing_is_lost(site: Path) -> None:
    put(site / "d.facts.yaml", "type: Movie\nname: X\nyear: 1999\ndirector: A B\n")
    found = facts_of(*draft(site / "d.md", "---\ntitle: X\nyear: 1998\nruntime: 90 min\n---\nText.\n"))
    dates = found.main.get(Relation.DATE_PUBLISHED)
    assert [(str(fact.value), fact.origin) for fact in dates] == [("1999", Origin.FILE), ("1998", Origin.FRONT)]
    assert [str(fact.value) for fact in found.main.best(Relation.DATE_PUBLISHED)] == ["1999"]
    assert [fact.origin for fact in found.main.best(Relation.DURATION)] == [Origin.FRONT]


def test_facts_inside_front_matter(site: Path) -> None:
    text = "---\ntitle: X\nfacts:\n  director: [A B, C D]\n  runtme: 58 min\n---\nText.\n"
    found = facts_of(*draft(site / "d.md", text))
    director = found.main.get(Relation.DIRECTOR)
    assert [(str(fact.value), fact.origin, fact.line) for fact in director] == [
        ("A B", Origin.FILE, 4), ("C D", Origin.FILE, 4),
    ]  # fmt: skip
    assert problems(found) == [("d.md", 5, "“runtme” is not a key of a facts file.")]


def test_facts_inside_toml_front_matter(site: Path) -> None:
    text = '+++\ntitle = "X"\n[facts]\ndirector = ["A B"]\nruntme = 5\n+++\nText.\n'
    found = facts_of(*draft(site / "d.md", text))
    assert [(str(fact.value), fact.line) for fact in found.main.get(Relation.DIRECTOR)] == [("A B", 4)]
    assert problems(found) == [("d.md", 5, "“runtme” is not a key of a facts file.")]


def test_front_matter_goes_to_the_work_it_names(site: Path) -> None:
    put(site / "d.facts.yaml", "works:\n- {name: A, year: 1999}\n- {name: B, year: 2001}\n")
    found = facts_of(*draft(site / "d.md", "---\ntitle: B\nrating: 4/5\n---\nText.\n"))
    assert [work.name for work in found.works] == ["B", "A"]
    assert [str(fact.value) for fact in found.main.get(Relation.REVIEW_RATING)] == ["4/5"]


def test_given_facts_stand_for_a_file() -> None:
    document = parse(Source("example.md", "Text.\n"))
    found = facts_of(document, given={"director": "A B", "duration": "PT58M"})
    assert [str(fact.value) for fact in found.main.get(Relation.DIRECTOR)] == ["A B"]


def test_the_vocabulary_holds_names_and_no_sentences() -> None:
    slips = "It is a dinstinct kind of film that nobody has ever made befroe, it seems"
    text = f"---\ntitle: Wilderland\ntags: [Zbigniew]\ndescription: {slips}\n---\nText.\n"
    document = parse(Source("example.md", text))
    given = {"actor": [{"name": "Ana de Armas", "alternateName": "Anita", "characterName": "Joi"}]}
    vocabulary = read_vocabulary(document, facts_of(document, given=given))
    assert all(vocabulary.knows(word) for word in ("Wilderland", "Zbigniew", "Armas", "Anita", "Joi’s"))
    assert not vocabulary.knows_folded("dinstinct")
    assert read_vocabulary(parse(Source("example.md", "Text.\n")), NO_FACTS).exact == frozenset()


def test_any_bytes_are_read_or_told(site: Path) -> None:
    document, path = draft(site / "d.md")
    for data in (
        b"",
        b"\x00",
        b"\xef\xbb\xbfname: X\n",
        b'name: "\n',
        b"%YAML 9.9\n---\na: 1\n",
        b"{" * 5000,
        b"!!python/x\n",
    ):
        (site / "d.facts.yaml").write_bytes(data)
        assert isinstance(facts_of(document, path), Facts)
