"""The examples of every rule, each a test of its own."""

import pytest

from reviewlint.rules.anatomy import Example
from reviewlint.rules.examples import failure
from reviewlint.rules.registry import Rule, load_rules

CASES = [
    pytest.param(rule, example, id=f"{rule.info.name}/{kind}[{number}]")
    for rule in load_rules()
    for kind, examples in (("bad", rule.info.bad), ("good", rule.info.good))
    for number, example in enumerate(examples, start=1)
]


@pytest.mark.parametrize(("rule", "example"), CASES)
def test_example(rule: Rule, example: Example) -> None:
    """A bad example is marked where it says, its fix gives what it says, and that is clean; a good one is clean."""
    assert failure(rule, example) is None
