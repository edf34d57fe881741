"""`reviewlint explain`, `reviewlint rules` and `reviewlint test`, in process."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from reviewlint.cli import main
from reviewlint.report.cells import cells
from reviewlint.rules.registry import load_rules, rules_dir

Run = Callable[..., Result]
RULE = """\
summary = "A lamp too many."
message = "One lamp less."
why = "Lamps cost money."
severity = "warning"
fix = "safe"
since = "1.0"
kind = "swap"
swap = { lampe = "lamp" }
"""
EXAMPLES = """
[[bad]]
text = "A ⟦lampe⟧ and a ⟦lampe⟧."
becomes = "A lamp and a lamp."
[[good]]
text = "A lamp."
[[good]]
text = "La Lampe Rouge."
"""


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return a function that runs a command, 80 columns wide, in an empty repository with a rule of its own."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    put("own/house/lamp.toml", RULE + EXAMPLES)
    put("reviewlint.toml", 'rule-folders = ["own"]\n')
    return lambda *words: CliRunner().invoke(main, list(words))


def put(name: str, text: str) -> None:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_explains_a_rule(run: Run) -> None:
    result = run("explain", "grammar/doubled-word")
    assert result.exit_code == 0
    assert result.stdout.startswith("grammar/doubled-word  warning\nA small word twice in a row.\n")
    assert "<!-- reviewlint: ignore[grammar/doubled-word] why -->" in result.stdout
    lines = result.stdout.splitlines()
    at = lines.index("  - He walks into the the bar and orders milk.")
    assert lines[at + 1] == "                  ^^^^^^^"
    assert lines[at + 2] == "  → He walks into the bar and orders milk."


def test_explains_without_the_group_and_several_at_once(run: Run) -> None:
    result = run("explain", "doubled-word", "house/lamp")
    assert result.exit_code == 0
    assert "grammar/doubled-word  warning" in result.stdout
    assert "A lamp too many." in result.stdout


def test_explains_a_group_by_its_rules(run: Run) -> None:
    result = run("explain", "house")
    assert result.stdout == "house\nRules of your own.\n\n  lamp  warning  fix  A lamp too many.\n"
    assert "could-of" in run("explain", "grammar").stdout


def test_every_rule_can_be_explained_in_forty_columns(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    for rule in load_rules():
        result = run("explain", rule.info.name)
        assert result.exit_code == 0, result.output
        for line in result.stdout.splitlines():
            assert cells(line) <= 40 or len(line.split()) < 2 or rule.info.name in line, line


def test_a_name_that_is_no_rule(run: Run) -> None:
    result = run("explain", "dubbled-word")
    assert result.exit_code == 2
    assert result.stderr == "error: There is no rule or group “dubbled-word”. Did you mean “grammar/doubled-word”?\n"


def test_explains_as_json(run: Run) -> None:
    (told,) = json.loads(run("explain", "house/lamp", "--format", "json").stdout)
    assert told["name"] == "house/lamp"
    assert told["bad"] == [{"text": "A ⟦lampe⟧ and a ⟦lampe⟧.", "becomes": "A lamp and a lamp."}]
    assert told["reads"] == ["prose", "list", "front"]


def test_lists_all_rules_and_ones_own(run: Run) -> None:
    listed = {told["name"] for told in json.loads(run("rules", "--format", "json").stdout)}
    assert listed == {rule.info.name for rule in load_rules()} | {"house/lamp"}
    table = run("rules").stdout
    for rule in load_rules():
        assert f"  {rule.info.name.partition('/')[2]} " in table


def test_lists_some_rules(run: Run) -> None:
    listed = json.loads(run("rules", "--select", "house,could-of", "--format", "json").stdout)
    assert [told["name"] for told in listed] == ["grammar/could-of", "house/lamp"]
    assert run("rules", "--select", "hous").exit_code == 2


def test_tests_built_in_rules(run: Run) -> None:
    result = run("test", str(rules_dir() / "readability"))
    assert result.exit_code == 0, result.output
    assert result.stdout.endswith(" examples: all as they should be.\n")


def test_tests_ones_own_rules(run: Run) -> None:
    result = run("test", "own")
    assert (result.exit_code, result.stdout) == (0, "1 rule, 3 examples: all as they should be.\n")


def test_a_rule_that_gets_an_example_wrong(run: Run) -> None:
    put("own/house/lamp.toml", RULE + EXAMPLES.replace("a ⟦lampe⟧.", "a lampe."))
    result = run("test", "own/house/lamp.toml")
    assert result.exit_code == 1
    assert "house/lamp" in result.stdout
    assert "    A ⟦lampe⟧ and a lampe.\n" in result.stdout.replace("      ", "    ")
    assert result.stdout.endswith("1 rule, 3 examples: 1 rule failing.\n")


def test_a_rule_of_ones_own_needs_no_examples(run: Run) -> None:
    put("own/house/lamp.toml", RULE)
    result = run("test", "own")
    assert (result.exit_code, result.stdout) == (0, "1 rule, 0 examples: all as they should be.\n")


def test_a_fix_that_no_example_shows(run: Run) -> None:
    put("own/house/lamp.toml", RULE + EXAMPLES.replace('becomes = "A lamp and a lamp."\n', ""))
    result = run("test", "own")
    assert result.exit_code == 1
    assert "no bad example says what the text “becomes”" in result.stdout


def test_a_fix_that_does_not_mend(run: Run) -> None:
    rule = RULE.replace('"lamp"', '"lampe lampe"')
    put("own/house/lamp.toml", rule + EXAMPLES)
    result = run("test", "own")
    assert result.exit_code == 1
    assert "fixing should give" in result.stdout
    becomes = "A lampe lampe and a lampe lampe."
    put("own/house/lamp.toml", rule + EXAMPLES.replace("A lamp and a lamp.", becomes))
    assert "what it becomes is not clean under the rule itself" in run("test", "own").stdout


def test_files_that_are_no_rules(run: Run) -> None:
    put("own/house/wick.toml", RULE.replace("summary", "sumary") + EXAMPLES)
    put("own/house/oil.toml", RULE + EXAMPLES.replace("[[good]]\ntext", "[[good]]\ntxt", 1))
    result = run("test", "own")
    assert result.exit_code == 2
    wick, oil = sorted(result.stderr.splitlines(), reverse=True)
    assert wick.endswith("wick.toml:1: A swap rule has no key “sumary”. Did you mean “summary”?")
    assert "oil.toml:14: An example has no key “txt”. Did you mean “text”?" in oil
    assert result.stdout.endswith("1 rule, 3 examples: 2 files that cannot be read as a rule.\n")


@pytest.mark.parametrize("path", ["none", "none.toml"])
def test_a_path_that_is_not_there(run: Run, path: str) -> None:
    result = run("test", path)
    assert result.exit_code == 2
    assert path in result.stderr


def test_a_folder_without_rules(run: Run) -> None:
    Path("empty").mkdir()
    result = run("test", "empty")
    assert result.exit_code == 2
    assert "This folder has no rule files." in result.stderr


def test_statistics(run: Run) -> None:
    put("draft.md", "A lampe, a lampe and the the lamp.\n")
    result = run("check", "--statistics", "--select", "house,grammar/doubled-word")
    assert result.exit_code == 1
    assert result.stdout.splitlines() == [
        "count  rule                  fixable",
        "    2  house/lamp            2 safe",
        "    1  grammar/doubled-word  1 safe",
        "3 findings in 1 draft",
    ]


def test_a_rule_of_ones_own_outside_any_group(run: Run) -> None:
    put("own/stray.toml", RULE)
    put("draft.md", "A lampe.\n")
    for result in (run("rules"), run("check", "draft.md")):
        assert result.exit_code == 2
        assert "stray.toml: This rule is in no group. Put it into a folder: own/house/stray.toml." in result.stderr


def test_a_pattern_of_ones_own_that_is_wrong(run: Run) -> None:
    head = RULE.replace('fix = "safe"', "").replace('"swap"', '"pattern"').replace("swap = {", "# {")
    put("own/house/wick.toml", head + "patterns = ['(?!x)']\n")
    put("draft.md", "A lampe.\n")
    result = run("check", "--select", "house", "draft.md")
    assert result.exit_code == 2
    assert "wick.toml:9: The pattern “(?!x)” is not RE2, at character 1" in result.stderr
    assert "house/lamp" in result.stdout


WORDS = 'kind = "swap"\n[swap]\n"sci-fi" = "science fiction"\n"TV show" = "series"\n'


def test_a_house_word_list_in_four_lines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "review-rules" / "house"
    folder.mkdir(parents=True)
    (folder / "words.toml").write_text(WORDS, encoding="utf-8")
    (tmp_path / "reviewlint.toml").write_text('rule-folders = ["review-rules"]\n', encoding="utf-8")
    (tmp_path / "a.md").write_text("A sci-fi film.\n", encoding="utf-8")
    result = CliRunner().invoke(main, ["check", "--select", "house", "a.md"])
    assert result.exit_code == 1
    assert "Write “science fiction”, not “sci-fi”: it is our house style." in " ".join(result.stdout.split())
    assert CliRunner().invoke(main, ["test", "review-rules"]).exit_code == 0
    shown = CliRunner().invoke(main, ["explain", "house/words"])
    assert shown.exit_code == 0
    assert "House style: words." in shown.stdout
