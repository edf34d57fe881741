"""The examples of every rule, each a test of its own."""

import pytest

from reviewlint.rules.anatomy import Example
from reviewlint.rules.examples import failure
from reviewlint.rules.registry import Rule, load_rules

CASES = [
    pytest.param(rule, example, id=f"{rule.info.name}/{kind}[{number}]")
    for rule in load_rules()
    for kind, examples in (("bad", rule.info.bad), ("good", rule.info.good))
    for number, example in enumerate(examples)
]


@pytest.mark.parametrize(("rule", "example"), CASES)
def test_example(rule: Rule, example: Example) -> None:
    assert failure(rule, example) is None
