"""Fixes of glued words put in one space and change nothing else."""

import pytest

from reviewlint.document import Source, parse
from reviewlint.facts.vocabulary import Vocabulary
from reviewlint.rules.context import Context
from reviewlint.rules.registry import load_rules

RULES = {rule.info.name: rule for rule in load_rules()}


def fixed(name: str, text: str) -> list[str]:
    rule, document = RULES[f"typography/{name}"], parse(Source("draft.md", text))
    options = {key: option.default for key, option in rule.info.options.items()}
    results = []
    for finding in rule.check(Context(rule.info, document, Vocabulary(), options)):
        assert finding.fix is not None
        (edit,) = finding.fix.edits
        results.append(text[: edit.span.start] + edit.text + text[edit.span.end :])
    return results


@pytest.mark.parametrize(
    ("name", "text", "becomes"),
    [
        ("missing-space-after-stop", "It rains.Then it stops.", "It rains. Then it stops."),
        ("missing-space-after-comma", "It is as good as *Boats*,but late.", "It is as good as *Boats*, but late."),
        ("missing-space-at-bracket", "The sailor(a baker) sings.", "The sailor (a baker) sings."),
        ("missing-space-at-quote", "She says only“never again” now.", "She says only “never again” now."),
    ],
)
def test_one_space(name: str, text: str, becomes: str) -> None:
    assert fixed(name, text) == [becomes]


@pytest.mark.parametrize(
    "text", ["See booking.com.", "Use Node.js here.", "Go to example.org/a,b now.", "Press W,A,S,D."]
)
@pytest.mark.parametrize("name", ["missing-space-after-stop", "missing-space-after-comma"])
def test_addresses_and_keys_stay(name: str, text: str) -> None:
    assert fixed(name, text) == []
