"""The examples of docs/writing-rules.md are rules that work."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

import pytest

from reviewlint.rules.examples import failures
from reviewlint.rules.key_types import COMMON, KINDS
from reviewlint.rules.registry import Rule
from reviewlint.rules.rule_file import load_rule

PAGE = (Path(__file__).parent.parent / "docs" / "writing-rules.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^(?P<indent> *)```(?P<language>\w+)\n(?P<text>.*?)^(?P=indent)```$", re.MULTILINE | re.DOTALL)


def blocks(language: str) -> list[str]:
    return [textwrap.dedent(found["text"]) for found in BLOCK.finditer(PAGE) if found["language"] == language]


@pytest.mark.parametrize("text", [pytest.param(text, id=text.split('"')[1]) for text in blocks("toml")])
def test_each_rule_passes_its_examples(text: str, tmp_path: Path) -> None:
    path = tmp_path / "house" / "rule.toml"
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")
    rule = Rule(load_rule(path))
    if rule.info.kind == "code":
        (code,) = blocks("python")
        names: dict[str, object] = {}
        exec(code, names)
        rule.__dict__["check"] = names["check"]  # where the module of a built-in rule would be imported
    assert list(failures(rule)) == []


def test_each_kind_is_shown() -> None:
    shown = {found for text in blocks("toml") for found in re.findall(r'^kind = "(\w+)"', text, re.MULTILINE)}
    assert shown == KINDS.keys() - {"suppression"}  # that one is for remarks to reviewlint itself


def test_each_key_is_explained() -> None:
    for key in [*COMMON, *(key for name, kind in KINDS.items() if name != "suppression" for key in kind.keys)]:
        assert re.search(rf"`(?:\[+)?{key}\b", PAGE), key
