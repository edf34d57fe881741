"""What is known of a draft holds as long as nothing it depends on changes."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from reviewlint.cache.rows import Row, cache_file, open_store
from reviewlint.cache.store import Store
from reviewlint.cache.wire import from_json, to_json
from reviewlint.checking import keys, pool
from reviewlint.checking.draft import Choice, Outcome
from reviewlint.checking.pool import check_all
from reviewlint.checking.recall import recall
from reviewlint.config import files
from reviewlint.config.files import Layer
from reviewlint.finding import Edit, Finding, Fix, Related, Safety, Severity, Span

RULES = Layer({"select": ["grammar/doubled-word", "facts"]})
DRAFT = "---\nslug: lights\n---\n\n# Harbour Lights\n\nIt is is loud. The film runs 75 minutes.\n"


@pytest.fixture
def draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    path = Path("a.md")
    path.write_text(DRAFT, encoding="utf-8")
    return path


@pytest.fixture
def store() -> Store[Row]:
    return open_store(print, cache_file())


@pytest.fixture
def checked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the drafts that were not known, as they are checked."""
    seen: list[str] = []
    real = pool.check_draft

    def look(path: Path, choice: Choice) -> Outcome:
        seen.append(path.name)
        return real(path, choice)

    monkeypatch.setattr(pool, "check_draft", look)
    return seen


def run(store: Store, choice: Choice | None = None, path: str = "a.md") -> Outcome:
    for forget in (files._find, keys.program, keys.configuration):
        forget.cache_clear()
    (outcome,) = check_all([Path(path)], choice or Choice(RULES), 1, store)
    return outcome


def test_the_second_time_is_the_same_and_checks_nothing(draft: Path, store: Store, checked: list[str]) -> None:
    first, second = run(store), run(store)
    assert checked == ["a.md"]
    assert first.report is not None
    assert first.report.findings
    assert second.report == first.report
    assert second.before == first.before


def put(name: str, text: str) -> Callable[[], object]:
    def write() -> None:
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text(text, encoding="utf-8")

    return write


FACTS = "type: Movie\nname: Harbour Lights\nduration: 58 min\n"


@pytest.mark.parametrize(
    "change",
    [
        put("a.md", DRAFT + "More.\n"),
        put("reviewlint.toml", 'ignore = ["facts"]\n'),
        put("a.facts.yaml", FACTS),
        put("facts/lights.yaml", FACTS),
    ],
)
def test_what_changes_is_checked_anew(
    draft: Path, store: Store, checked: list[str], change: Callable[[], object]
) -> None:
    run(store)
    change()
    run(store)
    assert checked == ["a.md", "a.md"]
    run(store)
    assert len(checked) == 2


def test_files_that_the_configuration_names_count(draft: Path, store: Store, checked: list[str]) -> None:
    put("reviewlint.toml", 'accept = "names.txt"\nrule-folders = ["rules"]\n')()
    put("names.txt", "Ann\n")()
    rule = Path("rules/grammar/very.toml")
    rule.parent.mkdir(parents=True)
    rule.write_text(
        'summary = "Very."\nmessage = "“{match}” is a word."\nwhy = "It is."\nseverity = "warning"\nsince = "1.0"\n'
        'kind = "pattern"\npatterns = ["very"]\n[[bad]]\ntext = "It is ⟦very⟧ odd."\n[[good]]\ntext = "It is odd."\n'
        '[[good]]\ntext = "The Verys."\n',
        encoding="utf-8",
    )
    run(store)
    put("names.txt", "Bob\n")()
    run(store)
    assert len(checked) == 2
    rule.write_text(rule.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    run(store)
    assert len(checked) == 3


def test_a_fact_that_changes_changes_the_findings(draft: Path, store: Store) -> None:
    put("a.facts.yaml", FACTS)()
    before = run(store).report
    put("a.facts.yaml", FACTS.replace("58", "75"))()
    after = run(store).report
    assert before is not None
    assert after is not None
    assert [f.rule for f in before.findings] == ["grammar/doubled-word", "facts/wrong-runtime"]
    assert [f.rule for f in after.findings] == ["grammar/doubled-word"]


def test_another_choice_of_rules_or_another_name_is_another_question(
    draft: Path, store: Store, checked: list[str]
) -> None:
    run(store)
    run(store, Choice(Layer({"select": ["grammar/doubled-word"]})))
    os.link("a.md", "b.md")
    run(store, path="b.md")
    assert checked == ["a.md", "a.md", "b.md"]


def test_another_program_is_another_question(
    draft: Path, store: Store, checked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    run(store)
    monkeypatch.setattr(keys, "_made_of", lambda: iter(["other rules"]))
    run(store)
    assert len(checked) == 2


def test_fixes_are_made_though_the_findings_are_known(draft: Path, store: Store, checked: list[str]) -> None:
    fix = Choice(RULES, (Safety.SAFE,), write=True)
    run(store)
    mended = run(store, fix)
    assert mended.mended == 1
    assert "It is loud." in draft.read_text(encoding="utf-8")
    assert checked == ["a.md"] * 2
    run(store, fix)  # to learn of the mended text
    assert run(store, fix).mended == 0
    assert len(checked) == 3


def test_readability_is_there_where_it_is_asked_for(draft: Path, store: Store) -> None:
    plain, full = Choice(RULES), Choice(RULES, measured=True)
    without, asked, kept = run(store, plain).report, run(store, full).report, run(store, full).report
    assert without is not None
    assert asked is not None
    assert without.measures is None
    assert asked == kept
    assert asked.measures


def test_readability_is_measured_once(draft: Path, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    run(store)
    first = run(store, Choice(RULES, measured=True))
    monkeypatch.setitem(recall.__globals__, "measures_of", lambda source: "measured anew")
    again = run(store, Choice(RULES, measured=True))
    assert first.report is not None
    assert again.report is not None
    assert first.report.measures == again.report.measures


def test_what_goes_wrong_is_told_every_time(draft: Path, store: Store) -> None:
    put("a.facts.yaml", "duration: [\n")()
    assert [str(error) for error in run(store).errors] == [str(error) for error in run(store).errors] != []
    draft.write_bytes(b"\xff")
    assert run(store).errors
    assert run(store).errors
    draft.unlink()
    assert run(store).errors


def test_a_row_that_makes_no_sense_is_passed_over(draft: Path, store: Store) -> None:
    report = run(store).report
    key = keys.key_of("a.md", draft.read_bytes(), (files.DEFAULTS, RULES))
    row = store.get(key)
    assert row is not None
    for broken in (row._replace(findings="[[1]]"), row._replace(front="{"), row._replace(names="x y")):
        store.put(broken)
        store.flush()
        assert run(store).report == report


def test_findings_come_back_whole() -> None:
    edits = (Edit(Span(1, 2), "“é\ud800"), Edit(Span(4, 4), ""))
    fix = Fix("title", Safety.UNSAFE, edits)
    full = Finding("a/b", Span(1, 9), "message", Severity.INFO, fix, (Related("m", "p", 3), Related("n")), "code")
    findings = (full, replace(full, fix=None, related=(), code=None))
    assert from_json(to_json(findings)) == findings


def test_processes_and_cache_give_one_order(tmp_path: Path, store: Store) -> None:
    (tmp_path / ".git").mkdir()
    paths = [tmp_path / f"{number:02}.md" for number in range(12)]
    for number, path in enumerate(paths):
        path.write_text("It is is. " * number, encoding="utf-8")
    list(check_all(paths[::3], Choice(RULES), 1, store))
    mixed = [outcome.report for outcome in check_all(paths, Choice(RULES), 2, store)]
    assert mixed == [outcome.report for outcome in check_all(paths, Choice(RULES), 1)]
