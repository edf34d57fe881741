"""A rule's sight of a text, for tests of what the claims rules share."""

from reviewlint.document import Source, parse
from reviewlint.facts.vocabulary import Vocabulary
from reviewlint.rules.context import Context
from reviewlint.rules.registry import load_rules


def sight_of(text: str, suffix: str = "txt", rule: str = "claims/dangling-preposition") -> Context:
    """Return the context in which `rule` would check `text`."""
    document = parse(Source(f"draft.{suffix}", text))
    (info,) = (each.info for each in load_rules() if each.info.name == rule)
    return Context(info, document, Vocabulary(), {})
