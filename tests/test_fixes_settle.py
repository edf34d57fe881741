"""All fixes of all rules together come to an end."""

from __future__ import annotations

import pytest

from reviewlint.checking.draft import Choice, check_source
from reviewlint.document import Source
from reviewlint.finding import Safety
from reviewlint.rules.anatomy import Example
from reviewlint.rules.registry import load_rules

CASES = [
    pytest.param(example, id=f"{rule.info.name}/bad[{number}]")
    for rule in load_rules()
    if rule.info.fix != "none"
    for number, example in enumerate(rule.info.bad, start=1)
    if example.facts is None
]


@pytest.mark.parametrize("example", CASES)
def test_the_fixes_of_all_rules_settle(example: Example) -> None:
    source = Source(f"example.{example.format}", example.text)
    outcome = check_source(source, Choice(fixes=(Safety.SAFE, Safety.UNSAFE)))
    assert not outcome.errors
    assert outcome.fixed is not None
