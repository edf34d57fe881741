"""What every rule's file must have: words that an editor understands, examples, and code where it says so."""

from __future__ import annotations

import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import pytest

import reviewlint.rules
from reviewlint.document import Document, Source, parse
from reviewlint.facts.vocabulary import Vocabulary
from reviewlint.rules.anatomy import GROUPS
from reviewlint.rules.context import Context
from reviewlint.rules.registry import Rule, load_rules, module_of

RULES = load_rules()
CASES = [pytest.param(rule, id=rule.info.name) for rule in RULES]
# Words of linguists and programmers, which mean nothing to an editor.
_JARGON = re.compile(
    r"\b(?:regex|token|lemma|heuristic|parser?|boolean|corpus|POS|n-gram|false positives?|AST|NLP|lexeme|morphology)\b",
    re.IGNORECASE,
)
_SHOUTING = re.compile(r"!|\b(?:wrong|bad|terrible|stupid|never ever)!", re.IGNORECASE)
_LONGEST_SUMMARY = 90
_LONGEST_MESSAGE = 150


@cache
def document(text: str) -> Document:
    return parse(Source("rule.md", text))


def words_of(rule: Rule) -> dict[str, str]:
    """Return what a rule says, with its name in each slot of its message."""
    info = rule.info
    message = re.sub(r"(^|[.!?] )?\{(\w+)\}", _slot, info.message)
    return {"summary": info.summary, "message": message, "why": info.why}


def _slot(found: re.Match[str]) -> str:
    """Return the name of a slot, with a capital where what fills it begins a sentence."""
    return found[2] if found[1] is None else found[1] + found[2].capitalize()


@pytest.mark.parametrize("rule", CASES)
def test_the_words_of_a_rule_are_sound_themselves(rule: Rule) -> None:
    """No rule finds anything in them; what they show as wrong stands between quotation marks."""
    text = "\n\n".join(words_of(rule).values())
    found = []
    for other in RULES:
        if other.info.preview:
            continue
        options = {name: option.default for name, option in other.info.options.items()}
        context = Context(other.info, document(text), Vocabulary(), options)
        found += [(finding.rule, text[finding.span.start : finding.span.end]) for finding in other.check(context)]
    assert not found


@pytest.mark.parametrize("rule", CASES)
def test_the_words_of_a_rule_are_plain(rule: Rule) -> None:
    words = words_of(rule)
    assert len(words["summary"]) <= _LONGEST_SUMMARY
    assert words["summary"].endswith(".")
    assert len(words["message"]) <= _LONGEST_MESSAGE
    assert re.search(r"(?:[.?]”?|\})$", rule.info.message), "a message is a sentence"
    assert len(document(words["why"]).sentences) <= 6
    for where, text in words.items():
        outside_quotes = re.sub(r"“[^”]*”|`[^`]*`", "", text)
        assert not _JARGON.search(outside_quotes), where
        assert not _SHOUTING.search(outside_quotes), where


@pytest.mark.parametrize("rule", CASES)
def test_a_rule_has_its_examples(rule: Rule) -> None:
    assert rule.info.bad
    assert len(rule.info.good) >= 2
    if rule.info.fix != "none":
        assert any(example.becomes is not None for example in rule.info.bad)


@pytest.mark.parametrize("rule", CASES)
def test_a_rule_is_in_its_place(rule: Rule) -> None:
    assert rule.info.group in GROUPS
    assert re.fullmatch(r"[a-z]+/[a-z]+(?:-[a-z]+)*", rule.info.name)
    if rule.info.kind == "code":
        assert find_spec(module_of(rule.info)) is not None


def test_every_module_with_a_check_has_its_file() -> None:
    package = Path(reviewlint.rules.__file__).parent
    coded = {module_of(rule.info) for rule in RULES if rule.info.kind == "code"}
    for group in GROUPS:
        for path in package.glob(f"{group}/*.py"):
            if re.search(r"^def check\(ctx: Context\)", path.read_text(encoding="utf-8"), re.MULTILINE):
                assert f"reviewlint.rules.{group}.{path.stem}" in coded, f"{path} has no file in rules/{group}"
