"""What the page asks and what it is told: findings in UTF-16 units, facts, edits, and errors as sentences."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.serve.conftest import DRAFT, FACTS, TOKEN, Page


def units(text: str, words: str) -> tuple[int, int]:
    """Return where words stand, as a browser counts."""
    start = len(text[: text.index(words)].encode("utf-16-le")) // 2
    return start, start + len(words.encode("utf-16-le")) // 2


def test_a_text_is_checked_with_the_facts_beside_its_path(page: Page) -> None:
    said = page.ask("check", path="look-back.md", text=DRAFT, quick=True)
    found = {each["rule"]: each for each in said["findings"]}
    assert found.keys() == {"facts/wrong-runtime", "grammar/doubled-word"}
    doubled, wrong = found["grammar/doubled-word"], found["facts/wrong-runtime"]
    assert (doubled["start"], doubled["end"]) == units(DRAFT, "was was")
    assert doubled["fix"]["safety"] == "safe"
    assert all(edit["start"] >= doubled["start"] for edit in doubled["fix"]["edits"])
    assert wrong["related"] == [{"message": "duration: 58", "path": "look-back.facts.yaml", "line": 3}]
    assert said["rules"]["facts/wrong-runtime"]["why"]
    assert "minutes" not in said["measures"]
    assert "words" in said["measures"]
    assert (said["errors"], said["notices"]) == ([], [])


def test_a_text_without_a_path_is_checked_too(page: Page) -> None:
    said = page.ask("check", path="", text="It was was good.\n", quick=True)
    assert [each["rule"] for each in said["findings"]] == ["grammar/doubled-word"]


def test_in_full_the_reader_reads_it(page: Page) -> None:
    text = (Path(__file__).parents[2] / "examples" / "look-back.md").read_text(encoding="utf-8")
    quick = page.ask("check", path="", text=text, quick=True)
    full = page.ask("check", path="", text=text, quick=False)
    assert "garbled/odd-phrase" in quick["later"]
    assert full["later"] == []
    assert not [each for each in quick["findings"] if each["rule"] in quick["later"]]
    assert [each for each in full["findings"] if each["rule"] == "garbled/odd-phrase"]


def test_a_configuration_that_changes_is_heeded(page: Page, folder: Path) -> None:
    config = folder / "reviewlint.toml"
    for ignored, rules in ((["grammar"], ["facts/wrong-runtime"]), (["facts"], ["grammar/doubled-word"])):
        config.write_text(f"ignore = {ignored}".replace("'", '"'), encoding="utf-8")
        said = page.ask("check", path="look-back.md", text=DRAFT, quick=True)
        assert [each["rule"] for each in said["findings"]] == rules
    config.write_text("ignoer = []", encoding="utf-8")
    said = page.ask("check", path="look-back.md", text=DRAFT, quick=True)
    assert (said["findings"], said["errors"][0]["path"], said["errors"][0]["line"]) == ([], "reviewlint.toml", 1)


def test_facts_are_told_with_what_the_draft_claims(page: Page) -> None:
    said = page.ask("facts", path="look-back.md", text=DRAFT)
    rows = {row["label"]: (row["value"], row["source"]) for row in said["works"][0]["rows"]}
    assert rows["running time"] == ("58 minutes", "look-back.facts.yaml:3")
    claims = {each["relation"]: each for each in said["claims"]}
    assert (claims["duration"]["verdict"], claims["duration"]["known"]) == ("contradicts", "58 minutes")
    assert (claims["director"]["start"], claims["director"]["end"]) == units(DRAFT, "Kiyotaka Oshiyama")
    assert (said["file"], said["text"]) == ("look-back.facts.yaml", FACTS)


def test_facts_are_saved_and_wrong_ones_are_told(page: Page) -> None:
    version = page.ask("facts", path="look-back.md", text=DRAFT)["version"]
    page.ask("save", path="look-back.facts.yaml", text="duration: 75\ndirektor: X\n", version=version)
    said = page.ask("facts", path="look-back.md", text=DRAFT)
    assert said["claims"][0]["verdict"] == "agrees"
    assert (said["problems"][0]["path"], said["problems"][0]["line"]) == ("look-back.facts.yaml", 2)


def test_a_draft_without_facts_is_offered_a_file(page: Page) -> None:
    said = page.ask("facts", path="new.md", text="Text.\n")
    assert (said["file"], said["text"], said["version"]) == ("new.facts.yaml", "", None)
    assert page.ask("facts", path="", text="Text.\n")["file"] is None


def test_facts_are_given_for_a_draft_without_a_file(page: Page) -> None:
    said = page.ask("check", path="", text=DRAFT, facts=FACTS, quick=True)
    assert "facts/wrong-runtime" in [each["rule"] for each in said["findings"]]
    claims = page.ask("facts", path="", text=DRAFT, facts=FACTS)["claims"]
    assert [each["verdict"] for each in claims] == ["contradicts", "agrees"]
    assert page.ask("facts", 400, path="", text=DRAFT, facts="a: [")["path"] == "the facts"
    assert "mapping" in page.ask("check", 400, path="", text=DRAFT, facts="- a", quick=True)["message"]


@pytest.mark.parametrize(("whole", "verb"), [(False, "ignore"), (True, "ignore-file")])
def test_a_finding_is_ignored_by_a_comment(page: Page, whole: bool, verb: str) -> None:
    start, end = units(DRAFT, "was was")
    rule = "grammar/doubled-word"
    body = {"path": "look-back.md", "text": DRAFT, "rule": rule, "start": start, "end": end, "reason": "theirs"}
    (edit,) = page.ask("ignore", **body, whole=whole)["edits"]
    new = DRAFT[: edit["start"]] + edit["text"] + DRAFT[edit["end"] :]
    assert new.startswith(f"<!-- reviewlint: {verb}[{rule}] theirs -->\n")
    left = page.ask("check", path="look-back.md", text=new, quick=True)["findings"]
    assert [each["rule"] for each in left] == ["facts/wrong-runtime"]


def test_a_word_is_accepted_for_all_drafts_of_the_folder(page: Page, folder: Path) -> None:
    text = "It is definately a joy.\n"
    found = page.ask("check", path="look-back.md", text=text, quick=True)["findings"]
    assert [(each["rule"], each["accept"]) for each in found] == [("grammar/misspelling", "definately")]
    assert page.ask("accept", path="look-back.md", word="definately") == {"file": "reviewlint.toml"}
    assert (folder / "reviewlint.toml").read_text(encoding="utf-8") == 'accept = ["definately"]\n'
    assert page.ask("check", path="", text=text, quick=True)["findings"] == []


def test_a_configuration_outside_of_the_folder_is_not_written(page: Page, folder: Path) -> None:
    above = folder.parent / "reviewlint.toml"
    above.write_text('accept = ["x"]\n', encoding="utf-8")
    said = page.ask("accept", 400, path="look-back.md", word="definately")
    assert "outside the folder" in said["message"]
    assert above.read_text(encoding="utf-8") == 'accept = ["x"]\n'
    assert not (folder / "reviewlint.toml").exists()


def test_a_file_of_words_that_leads_out_is_not_written(page: Page, folder: Path) -> None:
    (folder / "reviewlint.toml").write_text('accept = "../secret.md"\n', encoding="utf-8")
    page.ask("accept", 400, path="look-back.md", word="definately")
    (folder / "reviewlint.toml").write_text('accept = "words.txt"\n', encoding="utf-8")
    (folder / "words.txt").symlink_to(folder.parent / "secret.md")
    page.ask("accept", 400, path="look-back.md", word="definately")
    assert (folder.parent / "secret.md").read_text(encoding="utf-8") == "Outside.\n"


@pytest.mark.parametrize("word", ["", " ", "a\nb", "a\x1bb", "x" * 61])
def test_only_a_word_is_accepted(page: Page, folder: Path, word: str) -> None:
    page.ask("accept", 400, path="", word=word)
    assert not (folder / "reviewlint.toml").exists()


def test_what_is_no_question_is_a_sentence(page: Page, client: TestClient) -> None:
    own = {"Authorization": f"Bearer {TOKEN}", "Content-Type": "application/json"}
    for content in ("", "{", "[]", "null", "[" * 100_000):
        answer = client.post("/api/check", content=content, headers=own)
        assert (answer.status_code, answer.json()["hint"]) == (400, None)
    assert "“text” must be a text" in page.ask("check", 400, path="a.md")["message"]
    assert (
        "whole number" in page.ask("ignore", 400, path="", text="", rule="a/b", reason="", start="0", end=1)["message"]
    )
    place = {"path": "", "text": "x", "reason": ""}
    assert "not in the draft" in page.ask("ignore", 400, **place, rule="a/b", start=5, end=9)["message"]
    assert "no rule" in page.ask("ignore", 400, **place, rule="] --><script>", start=0, end=1)["message"]


def test_a_text_as_long_as_a_library_is_refused(client: TestClient) -> None:
    own = {"Authorization": f"Bearer {TOKEN}", "Content-Type": "application/json"}
    assert client.post("/api/check", content=b"x" * 8_000_001, headers=own).status_code == 413


def test_half_a_character_is_no_crash(client: TestClient, folder: Path) -> None:
    own = {"Authorization": f"Bearer {TOKEN}", "Content-Type": "application/json"}
    body = {"path": "half.md", "text": "\ud83d It was was good.\n", "quick": True, "version": None}
    content = json.dumps(body)  # in escapes, as browsers write it
    (found,) = client.post("/api/check", content=content, headers=own).json()["findings"]
    assert found["start"] == 5
    assert client.post("/api/save", content=content, headers=own).status_code == 200
    assert (folder / "half.md").read_text(encoding="utf-8") == "� It was was good.\n"
