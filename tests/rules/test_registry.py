"""Where rules are found, and how they are chosen."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewlint.errors import ReviewlintError
from reviewlint.rules.registry import check_selectors, load_rules, matches, rule_files, select
from tests.rules.conftest import WriteRule

LAMPS = {"kind": '"pattern"', "patterns": "['lamp']"}


def test_a_folder_of_ones_own(write_rule: WriteRule, tmp_path: Path) -> None:
    write_rule(**LAMPS)
    names = [rule.info.name for rule in load_rules([tmp_path])]
    assert "house/lamp" in names
    assert "typography/missing-space-after-stop" in names
    assert names == sorted(names)


def test_a_name_that_is_taken(write_rule: WriteRule, tmp_path: Path) -> None:
    path = write_rule(name="typography/missing-space-after-stop", **LAMPS)
    with pytest.raises(ReviewlintError, match="already") as caught:
        load_rules([tmp_path])
    assert caught.value.path == str(path)


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ReviewlintError, match="no such folder"):
        rule_files(tmp_path / "none")


def test_a_rule_outside_any_group(tmp_path: Path) -> None:
    (tmp_path / "lamp.toml").touch()
    with pytest.raises(ReviewlintError) as caught:
        rule_files(tmp_path)
    assert caught.value.hint == f"Put it into a folder: {tmp_path.name}/house/lamp.toml."


def test_selectors(write_rule: WriteRule, tmp_path: Path) -> None:
    write_rule(**LAMPS)
    write_rule(name="house/wick", preview="true", **LAMPS)
    rules = load_rules([tmp_path])
    check_selectors(["all", "house", "house/wick", "grammar"], rules)
    assert [rule.info.name for rule in select(rules, ["house"], [])] == ["house/lamp"]
    assert [rule.info.name for rule in select(rules, ["house/wick"], [])] == ["house/wick"]
    assert not list(select(rules, ["house"], ["house/lamp"]))
    with pytest.raises(ReviewlintError) as caught:
        check_selectors(["hose"], rules, path=Path("reviewlint.toml"), line=4)
    assert str(caught.value) == "reviewlint.toml:4: There is no rule or group “hose”. Did you mean “house”?"


def test_a_group_does_not_match_the_beginning_of_a_name() -> None:
    assert matches("house/lamp", "house")
    assert not matches("houses/lamp", "house")
