from pathlib import Path

import pytest
import yaml

from reviewlint.facts.assemble import read_file
from tests.facts.sources.conftest import Run
from tests.facts.sources.wikidata_server import FILM, FakeWikidata, day, item, ref, statement

EXAMPLE = Path(__file__).parents[3] / "examples" / "look-back.md"


def test_a_title_writes_the_file_that_makes_a_check_find_publisher_composer_and_running_time(
    project: Path, run: Run, wikidata: FakeWikidata
) -> None:
    (project / "look-back.md").write_bytes(EXAMPLE.read_bytes())
    result = run("add", "Look Back", "--year", "2024")
    assert result.exit_code == 0, result.output
    assert "look-back.facts.yaml: 14 keys written" in result.stdout
    from click.testing import CliRunner

    from reviewlint.cli import main

    checked = CliRunner().invoke(main, ["check", "look-back.md", "--select", "facts", "--format", "concise"]).stdout
    assert "It runs 58 minutes, not 75 Minutes." in checked
    assert "facts/wrong-role" in checked  # the studio is no publisher
    assert "haruka nakamura as composer, not Kensuke Ushio." in checked


def test_each_value_has_its_source(project: Path, run: Run, wikidata: FakeWikidata) -> None:
    run("add", "Look Back", "--year", "2024", "--kind", "film")
    sheet = read_file(project / "look-back.facts.yaml")
    assert sheet.problems == ()
    (work,) = sheet.works
    assert all(fact.provenance and fact.provenance.startswith("Wikidata Q") for fact in work.facts)
    held = yaml.safe_load((project / "look-back.facts.yaml").read_text(encoding="utf-8"))["provenance"]["musicBy"]
    assert {key: held[key] for key in ("source", "id", "property", "licence", "complete")} == {
        "source": "Wikidata", "id": "Q1", "property": "P86", "licence": "CC0-1.0", "complete": False,
    }  # fmt: skip


def test_the_draft_says_what_is_wanted(project: Path, run: Run, wikidata: FakeWikidata) -> None:
    (project / "r.md").write_text("---\ntitle: Look Back\nyear: 2024\nkind: film\n---\nText.\n", encoding="utf-8")
    assert run("add", "--draft", "r.md").exit_code == 0
    assert (project / "r.facts.yaml").is_file()
    (project / "plain.md").write_text("# Look Back (2024)\n\nKiyotaka Oshiyama directed it.\n", encoding="utf-8")
    assert run("add", "plain.md").exit_code == 0
    assert (project / "plain.facts.yaml").is_file()


def test_a_heading_with_more_than_the_title_asks(project: Path, run: Run, wikidata: FakeWikidata) -> None:
    text = "# Look Back: two girls and one desk\n\nKiyotaka Oshiyama and Mizuki Yoshida made this film.\n"
    (project / "r.md").write_text(text, encoding="utf-8")
    result = run("add", "--draft", "r.md")
    assert result.exit_code == 1
    assert "wikidata:Q1" in result.stdout
    assert run("add", "--draft", "r.md", "--pick", "1").exit_code == 0
    assert "name: Look Back\n" in (project / "r.facts.yaml").read_text(encoding="utf-8")


def test_what_is_not_clear_is_asked_with_the_reasons(project: Path, run: Run, wikidata: FakeWikidata) -> None:
    wikidata.add(item(101, "Evil", "2019 film", P31=ref(FILM), P577=day("2019")),
                 item(102, "Evil", "2003 film", P31=ref(FILM), P577=day("2003")))  # fmt: skip
    result = run("add", "Evil")
    assert result.exit_code == 1
    assert "  1  Evil (2019, film, 2019 film) wikidata:Q101" in result.stdout
    assert "60 points: same title +60" in result.stdout
    assert not list(project.glob("*.yaml"))
    assert run("add", "Evil", "--pick", "2").exit_code == 0
    assert "datePublished: '2003'" in (project / "evil.facts.yaml").read_text(encoding="utf-8")


def test_an_id_wins_over_everything_else(project: Path, run: Run, wikidata: FakeWikidata) -> None:
    wikidata.add(item(101, "Evil", "2019 film", P31=ref(FILM), P577=day("2019")))
    assert run("add", "Look Back", "--year", "2024", "--id", "Q101").exit_code == 0
    assert "name: Evil" in (project / "look-back.facts.yaml").read_text(encoding="utf-8")
    assert run("add", "Other", "--id", "https://www.imdb.com/title/tt9999999/").exit_code == 0
    result = run("add", "Look Back", "--year", "2024", "--id", "Q404")
    assert result.exit_code == 2
    assert "No source has the id Q404." in result.stderr


def test_an_id_alone_names_the_file_by_the_title(project: Path, run: Run, wikidata: FakeWikidata) -> None:
    assert run("add", "--id", "tt9999999").exit_code == 0
    assert [path.name for path in project.glob("*.yaml")] == ["look-back.facts.yaml"]


def test_what_nobody_has_fails(run: Run, wikidata: FakeWikidata) -> None:
    result = run("add", "No Such Film")
    assert result.exit_code == 2
    assert "No source has “No Such Film”." in result.stderr


def test_a_persons_facts_stay_as_they_are(project: Path, run: Run, wikidata: FakeWikidata) -> None:
    mine = "# mine\ntype: Movie\nname: Look Back\nruntime: 60   # by my watch\n"
    (project / "look-back.facts.yaml").write_text(mine, encoding="utf-8")
    assert run("add", "Look Back", "--year", "2024").exit_code == 0
    text = (project / "look-back.facts.yaml").read_text(encoding="utf-8")
    assert text.startswith(mine)
    assert "PT58M" not in text
    assert "musicBy: haruka nakamura" in text
    again = run("add", "Look Back", "--year", "2024")
    assert "nothing to add" in again.stdout
    assert (project / "look-back.facts.yaml").read_text(encoding="utf-8") == text


def test_nothing_is_written_through_a_link_out_of_the_repository(
    project: Path, run: Run, wikidata: FakeWikidata, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("home")
    (outside / "notes.yaml").write_text("name: Private\n", encoding="utf-8")
    (project / "look-back.md").write_text("# Look Back (2024)\n", encoding="utf-8")
    (project / "look-back.facts.yaml").symlink_to(outside / "notes.yaml")
    result = run("add", "--draft", "look-back.md")
    assert result.exit_code == 2
    assert "would lie outside of the repository" in result.stderr
    (project / "look-back.facts.yaml").unlink()
    (project / "look-back.md").write_text("---\nfacts: ../home0/new.yaml\n---\n# Look Back (2024)\n", encoding="utf-8")
    assert run("add", "--draft", "look-back.md").exit_code == 2
    (project / "look-back.md").unlink()
    (project / "facts").symlink_to(outside)
    assert run("add", "Look Back", "--year", "2024").exit_code == 2
    assert [path.read_text(encoding="utf-8") for path in outside.iterdir()] == ["name: Private\n"]


def test_a_facts_file_that_the_draft_names_is_made_there(project: Path, run: Run, wikidata: FakeWikidata) -> None:
    (project / "r.md").write_text("---\nfacts: data.yaml\n---\n# Look Back (2024)\n", encoding="utf-8")
    assert run("add", "--draft", "r.md").exit_code == 0
    assert (project / "data.yaml").is_file()


def test_a_dry_run_writes_nothing(project: Path, run: Run, wikidata: FakeWikidata) -> None:
    result = run("add", "Look Back", "--year", "2024", "--dry-run")
    assert result.exit_code == 0
    assert "musicBy: haruka nakamura" in result.stdout
    assert not list(project.glob("*.yaml"))


def test_without_a_contact_nothing_is_asked(run: Run, wikidata: FakeWikidata, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("REVIEWLINT_CONTACT")
    result = run("add", "Look Back")
    assert result.exit_code == 2
    assert "Wikidata asks for your contact address." in result.stderr
    assert not wikidata.asked


def test_the_contact_of_the_operator_is_sent(run: Run, wikidata: FakeWikidata) -> None:
    run("add", "Look Back", "--year", "2024")
    assert all("(editor@example.org)" in agent and agent.startswith("reviewlint/") for agent in wikidata.agents)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "Name a title, a folder of drafts, or a --draft."),
        (("  ",), "Name a title, a folder of drafts, or a --draft."),
        (("x" * 5000,), "No source has “xxx"),
        (("a\0b",), "No source has “a"),
        (("x", "--kind", "stage", "--source", "tmdb"), "None of these sources can look up “x” (kind: stage)."),
        (("x", "--kind", "opra"), "“opra” is not a kind of work."),
        (("x", "--source", "wikidat"), "Did you mean “wikidata”?"),
        (("x", "--id", "what"), "“what” is not an id of a work."),
        (("--draft", "none.md"), "none.md: This file cannot be read"),
        ((".", "--year", "2024"), "--year is for one work, not for a folder."),
    ],
)
def test_slips_are_told(run: Run, wikidata: FakeWikidata, words: tuple[str, ...], said: str) -> None:
    result = run("add", *words)
    assert result.exit_code == 2
    assert said in result.stderr


def test_the_file_follows_the_published_schema(project: Path, run: Run, wikidata: FakeWikidata) -> None:
    import jsonschema

    from reviewlint.facts.schema import facts_schema

    wikidata.items["Q1"]["claims"]["P123"] = [statement(ref("Q5"), P582=day("2025"))]
    run("add", "Look Back", "--year", "2024")
    text = (project / "look-back.facts.yaml").read_text(encoding="utf-8")
    assert "publisher: {name: Avex Pictures, endDate: '2025'}" in text
    plain = yaml.load(text, Loader=yaml.BaseLoader)  # dates as texts, as JSON has them
    jsonschema.validate(plain, facts_schema())
    assert read_file(project / "look-back.facts.yaml").problems == ()


def test_a_length_of_a_source_is_no_error_by_a_few_minutes_until_a_person_sets_it(
    project: Path, run: Run, wikidata: FakeWikidata
) -> None:
    from click.testing import CliRunner

    from reviewlint.cli import main

    (project / "look-back.md").write_text("# Look Back (2024)\n\nThe film runs for 66 minutes.\n", encoding="utf-8")
    run("add", "--draft", "look-back.md")
    check = ("check", "look-back.md", "--select", "facts", "--format", "concise")
    assert "wrong-runtime" not in CliRunner().invoke(main, check).stdout
    path = project / "look-back.facts.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("duration: PT58M", "duration: 58"), encoding="utf-8")
    assert "It runs 58 minutes, not 66 minutes." in CliRunner().invoke(main, check).stdout
