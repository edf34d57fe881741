"""Where rules are found."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewlint.errors import ReviewlintError
from reviewlint.rules.registry import load_rules, matches, rule_files, rules_dir
from tests.rules.conftest import WriteRule


def test_all_built_in_rules_by_name() -> None:
    names = [rule.info.name for rule in load_rules()]
    assert names == sorted(names)
    assert set(names) == {f"{path.parent.name}/{path.stem}" for path in rules_dir().glob("*/*.toml")}


def test_the_files_of_a_folder(write_rule: WriteRule, tmp_path: Path) -> None:
    paths = [write_rule(name=name) for name in ("house-two/lamp", "house/wick", "house/lamp")]
    assert rule_files(tmp_path) == paths[::-1]


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ReviewlintError, match="no such folder"):
        rule_files(tmp_path / "none")


def test_a_rule_outside_any_group(tmp_path: Path) -> None:
    (tmp_path / "lamp.toml").touch()
    with pytest.raises(ReviewlintError) as caught:
        rule_files(tmp_path)
    assert caught.value.hint == f"Put it into a folder: {tmp_path.name}/house/lamp.toml."


def test_a_group_does_not_match_the_beginning_of_a_name() -> None:
    assert matches("house/lamp", "house")
    assert matches("house/lamp", "house/lamp")
    assert matches("house/lamp", "all")
    assert not matches("houses/lamp", "house")
