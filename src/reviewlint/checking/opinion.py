"""A language model's second opinion, where the configuration names one: who gives it in a run, and about what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

from reviewlint.checking.draft import Choice, setup_of
from reviewlint.checking.engine import Say, say_once
from reviewlint.drafts.find import Text
from reviewlint.errors import ReviewlintError
from reviewlint.second_opinion.settings import ModelSettings


@contextmanager
def adviser_for(drafts: Sequence[Path | Text], choice: Choice, say: Say, *, remembers: bool) -> Iterator[Choice]:
    """Give the choice with a model in it, where the configuration of a draft names one.

    One model is asked in a run, the first that is named; drafts for which another is named do without. `say` is told,
    once on this machine, that sentences go to another one. Raise ReviewlintError where what asks is not installed.
    """
    settings = next(_settings(drafts, choice), None)
    if settings is None:
        yield choice
        return
    from reviewlint.second_opinion.ask import Adviser
    from reviewlint.second_opinion.budget import new_budget
    from reviewlint.second_opinion.client import need_httpx

    need_httpx()
    if settings.is_remote:
        say_once(f"Sentences of your drafts are sent to {settings.host}, as [model] says.", say, remembers)
    with new_budget() as budget:
        adviser = Adviser(settings, budget, remembers)
        try:
            yield replace(choice, adviser=adviser)
        finally:
            adviser.close()


def _settings(drafts: Iterable[Path | Text], choice: Choice) -> Iterator[ModelSettings]:
    """Yield the models that drafts are to be asked about; what is wrong with one is said when it is checked."""
    for draft in drafts:
        with suppress(ReviewlintError):
            setup = setup_of(draft if isinstance(draft, Path) else draft.path, choice)
            if setup.model.is_on and any(rule.info.kind == "model" for rule in setup.rules):
                yield setup.model
