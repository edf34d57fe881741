"""The guides say what the settings, suppression comments and options are."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pytest

from reviewlint.checking.draft import MAX_BYTES
from reviewlint.cli.check import command
from reviewlint.config.files import find_config
from reviewlint.config.keys import SETTINGS
from reviewlint.rules.registry import load_rules
from reviewlint.rules.suppress import VERBS

DOCS = Path(__file__).resolve().parent.parent / "docs"
PAGE = (DOCS / "command-line.md").read_text(encoding="utf-8")
GUIDES = [DOCS / f"{name}.md" for name in ("command-line", "suppress", "fixes", "baseline")]


def test_the_table_of_settings_is_fresh() -> None:
    rows = re.findall(r"^\| `([a-z-]+)` \| (?:`(.*?)`)? ?\| (.*?) \|$", PAGE, re.MULTILINE)
    told = {key: (default, doc.replace("`", "")) for key, default, doc in rows}
    wanted = {
        key: ("" if setting.default is None else json.dumps(setting.default), setting.doc.replace("`", ""))
        for key, setting in SETTINGS.items()
    }
    assert told == wanted


@pytest.mark.parametrize("verb", VERBS)
def test_every_suppression_comment_is_explained(verb: str) -> None:
    assert re.search(rf"\b{verb}\b", GUIDES[1].read_text(encoding="utf-8"))


def test_the_rules_on_suppression_comments_are_named() -> None:
    for rule in load_rules():
        if rule.info.kind == "suppression":
            assert rule.info.name in GUIDES[1].read_text(encoding="utf-8")


def test_options_and_limits_that_are_named_exist() -> None:
    options = {name for parameter in command.params for name in parameter.opts}
    assert set(re.findall(r"`(--[a-z-]+)`", PAGE)) <= {*options, "--help", "--file"}
    assert f"more than {MAX_BYTES // 1_000_000} MB" in PAGE


def test_the_example_is_a_configuration(tmp_path: Path) -> None:
    example = re.search(r"```toml\n(.*?)```", PAGE, re.DOTALL)
    assert example is not None
    assert tomllib.loads(example[1])
    (tmp_path / ".git").mkdir()
    site = tmp_path / "site"
    site.mkdir()
    (tmp_path / "house-style.toml").write_text("", encoding="utf-8")
    (site / "reviewlint.toml").write_text(example[1], encoding="utf-8")
    assert len(find_config(site).layers) == 4
