"""The findings of the rules of facts on a draft, for tests of what they share."""

from __future__ import annotations

from typing import Any

from reviewlint.document import Source, parse
from reviewlint.facts.gather import facts_of, read_vocabulary
from reviewlint.rules.context import Context
from reviewlint.rules.registry import load_rules


def found_in(text: str, given: dict[str, Any] | None = None) -> set[tuple[str, str]]:
    """Return rule and words of every finding of the group on a draft; `given` are its facts."""
    document = parse(Source("draft.md", text))
    facts = facts_of(document, given=given) if given else facts_of(document)
    vocabulary = read_vocabulary(document, facts)
    found = set()
    for rule in load_rules():
        if rule.info.name.startswith("facts/"):
            settings = {key: option.default for key, option in rule.info.options.items()}
            context = Context(rule.info, document, vocabulary, settings, facts)
            found |= {
                (one.rule.removeprefix("facts/"), text[one.span.start : one.span.end]) for one in rule.check(context)
            }
    return found
