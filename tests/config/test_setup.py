"""What holds for a draft: which rules run and why, their options, the accepted words."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from reviewlint.config.files import DEFAULTS, Layer
from reviewlint.config.options import options_of
from reviewlint.config.setup import accepted_words, set_up, verdicts
from reviewlint.errors import ReviewlintError
from reviewlint.finding import Severity
from reviewlint.rules.registry import load_rules

DOUBLED = "grammar/doubled-word"
TANGLED = "readability/tangled-sentence"
USER_RULE = """\
summary = "A word we do not use."
message = "Not “{match}” here."
why = "House style."
severity = "warning"
since = "0.1"
kind = "pattern"
patterns = ['\\bpatterned\\b']
[[bad]]
text = "It is ⟦patterned⟧."
[[good]]
text = "It is plain."
[[good]]
text = "It is by Pat Terned."
"""


def layers(*tables: dict[str, Any], path: Path | None = None) -> tuple[Layer, ...]:
    return (DEFAULTS, *(Layer(table, path) for table in tables))


def running(*tables: dict[str, Any]) -> set[str]:
    return {rule.info.name for rule in set_up(layers(*tables)).rules}


def test_all_rules_but_previews_run_unless_something_is_said() -> None:
    named = {"model": {"url": "http://localhost:1", "name": "a model"}}
    assert running(named) == {rule.info.name for rule in load_rules() if not rule.info.preview}


def test_rules_that_ask_a_model_need_one() -> None:
    named = {"model": {"url": "http://localhost:1", "name": "a model"}}
    assert running(named) - running() == {"garbled/model", "facts/model"}
    assert running(named, {"model": {"ask": "off"}}) == running()


@pytest.mark.parametrize(
    ("tables", "runs"),
    [
        ([{"select": ["grammar"]}], True),
        ([{"select": ["claims"]}], False),
        ([{"ignore": ["grammar"]}], False),
        ([{"ignore": [DOUBLED]}], False),
        ([{"select": [DOUBLED], "ignore": ["grammar"]}], True),
        ([{"select": [DOUBLED], "ignore": [DOUBLED]}], False),
        ([{"ignore": [DOUBLED]}, {"select": ["grammar"]}], False),
        ([{"ignore": [DOUBLED]}, {"select": [DOUBLED]}], True),
        ([{"ignore": ["all"]}, {"select": [DOUBLED]}], True),
        ([{"select": [DOUBLED]}, {"ignore": ["grammar"]}], False),
        ([{"select": ["claims"]}, {"select": ["all"]}], True),
        ([{"select": []}], False),
    ],
)
def test_the_last_select_counts_and_a_full_name_beats_a_group(tables: list[dict[str, Any]], runs: bool) -> None:
    assert (DOUBLED in running(*tables)) is runs


def test_each_verdict_says_why() -> None:
    found = {v.rule.info.name: v for v in verdicts(load_rules(), layers({"ignore": ["grammar"]}))}
    assert not found[DOUBLED].on
    assert "“grammar”" in found[DOUBLED].why
    assert found[TANGLED].on
    assert str(found[TANGLED].origin) == "default"


@pytest.mark.parametrize(
    ("table", "message", "hint"),
    [
        ({"select": ["typografy"]}, "no rule or group “typografy”", "“typography”"),
        ({"ignore": ["grammar/doubled-wrod"]}, "no rule or group", DOUBLED),
        ({"rules": {"grammar/doubled-wrod": {}}}, "no rule “grammar/doubled-wrod”", DOUBLED),
        ({"rules": {TANGLED: {"max-word": 50}}}, "has no option “max-word”", "“max-words”"),
        ({"rules": {TANGLED: {"max-words": "50"}}}, "must be a whole number", "45"),
        ({"rules": {TANGLED: {"max-words": 4.5}}}, "must be a whole number", "45"),
        ({"rules": {TANGLED: {"max-words": True}}}, "must be a whole number", "45"),
        ({"rules": {TANGLED: {"severity": "warn"}}}, "“warn” is not a severity", "“warning”"),
        ({"rules": {TANGLED: {"severity": 7}}}, "“7” is not a severity", "error, warning or info"),
        ({"rule-folders": ["none"]}, "There is no folder none", ""),
        ({"accept": "none.txt"}, "The file of words none.txt cannot be read", ""),
        ({"facts": {"keys": {"movie.helmer": "directr"}}}, "directr", ""),
    ],
)
def test_what_does_not_exist_is_named_with_the_nearest(table: dict[str, Any], message: str, hint: str) -> None:
    with pytest.raises(ReviewlintError) as caught:
        set_up(layers(table))
    assert message in caught.value.message
    assert hint in (caught.value.hint or "")


def test_options_and_severities_are_put_together_layer_by_layer() -> None:
    tables = {"rules": {TANGLED: {"max-words": 50, "severity": "error"}}}, {"rules": {TANGLED: {"max-clauses": 3}}}
    setup = set_up(layers(*tables))
    assert setup.options[TANGLED] == {"max-words": 50, "max-clauses": 3}
    assert setup.severities[TANGLED] is Severity.ERROR


def test_a_number_may_be_whole() -> None:
    info = next(rule.info for rule in load_rules() if rule.info.name == "readability/hard-draft")
    assert options_of(info, layers({"rules": {info.name: {"max-grade": 12}}}))["max-grade"] == 12.0


def test_accepted_words_come_from_lists_and_files(tmp_path: Path) -> None:
    (tmp_path / "words.txt").write_text("# names\nKyomoto\n\n  Fujino \n", encoding="utf-8")
    here = tmp_path / "reviewlint.toml"
    stacked = layers({"accept": ["isekai"]}, {"accept": "words.txt"}, path=here)
    assert accepted_words(stacked) == ["isekai", "Kyomoto", "Fujino"]
    assert set_up(stacked).accepted.knows("Kyomoto")


def test_rules_of_the_user_join_the_others(tmp_path: Path) -> None:
    (tmp_path / "house" / "style").mkdir(parents=True)
    (tmp_path / "house" / "style" / "no-patterned.toml").write_text(USER_RULE, encoding="utf-8")
    table = {"rule-folders": ["house"], "select": ["style"]}
    setup = set_up(layers(table, path=tmp_path / "reviewlint.toml"))
    assert [rule.info.name for rule in setup.rules] == ["style/no-patterned"]
    assert not setup.problems


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("grammar/doubled-word", USER_RULE, "There is a rule grammar/doubled-word already"),
        ("style/own-code", USER_RULE.replace('"pattern"', '"code"').replace("patterns =", "# "), "has no code"),
        ("style/no-toml", "summary = ", "not TOML"),
        ("style/no-kind", USER_RULE.replace("kind =", "kinds ="), "kind"),
    ],
)
def test_a_bad_rule_of_the_user_leaves_the_others(tmp_path: Path, name: str, text: str, message: str) -> None:
    path = tmp_path / "house" / f"{name}.toml"
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    good = tmp_path / "house" / "style" / "no-patterned.toml"
    good.parent.mkdir(exist_ok=True)
    good.write_text(USER_RULE, encoding="utf-8")
    setup = set_up(layers({"rule-folders": ["house"]}, path=tmp_path / "reviewlint.toml"))
    assert "style/no-patterned" in setup.known
    assert [message in str(problem) for problem in setup.problems] == [True]
    assert Path(setup.problems[0].path or "").name == path.name
