"""Asks the model of a run about one draft, once its other rules are done."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reviewlint.config.setup import Setup
from reviewlint.document.view import HIDDEN
from reviewlint.finding import Finding
from reviewlint.rules.context import Context
from reviewlint.rules.registry import Rule

if TYPE_CHECKING:
    from reviewlint.second_opinion.answer import Opinion
    from reviewlint.second_opinion.ask import Adviser

MODEL = "model"


def model_rules(setup: Setup, adviser: Adviser | None) -> list[Rule]:
    """Return the rules that listen to the model of a run; none where the draft's configuration names another."""
    if adviser is None or adviser.settings != setup.model:
        return []
    return [rule for rule in setup.rules if rule.info.kind == MODEL]


def advice(
    context: Context, found: Sequence[Finding], rules: Sequence[Rule], adviser: Adviser
) -> tuple[tuple[Opinion, ...], tuple[str, ...]]:
    """Return what the model says of a draft in which the other rules found something, and why it says no more.

    `context` is that of one of the rules. Only what all rules of this kind read is sent: titles, code and the words of
    others are, for a sentence makes no sense without them, but nothing of them is ever marked.
    """
    from reviewlint.rules.kinds.model import claims_for, doubted, paragraphs
    from reviewlint.second_opinion.ask import Passage
    from reviewlint.second_opinion.settings import Ask

    places = paragraphs(context) if adviser.settings.ask == Ask.ALL else doubted(context, found)
    text = context.document.prose.text
    passages = (Passage(start, text[start:end]) for start, end in places if _has_words(context, start, end))
    claims = claims_for(context.facts) if context.facts and _asks(rules, "claims") else ()
    answered = adviser.ask(passages, claims)
    return answered.opinions, () if answered.notice is None else (answered.notice,)


def _has_words(context: Context, start: int, end: int) -> bool:
    return any(char.isalpha() for char in context.text[start:end] if char != HIDDEN)


def _asks(rules: Sequence[Rule], sort: str) -> bool:
    return any(rule.info.keys["asks"] == sort for rule in rules)
