"""What there is to say of an open draft, in passes: first the rules, then the reader, then an engine of grammar."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import IntEnum
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from reviewlint.checking.draft import Choice, check_bytes, setup_of
from reviewlint.checking.engine import Say, engine_for
from reviewlint.config.checks import check_layer, refuse_reaching_out
from reviewlint.config.files import DEFAULTS, Config, Layer
from reviewlint.drafts.find import Text
from reviewlint.errors import ReviewlintError
from reviewlint.finding import Finding, Safety
from reviewlint.lsp.carry import carried
from reviewlint.rules.anatomy import RuleInfo
from reviewlint.rules.registry import load_rules

_ENGINE_OFF = {"grammar": {"engine": "off"}}


class Pass(IntEnum):
    """How far a draft is looked at; each pass says all that the one before said."""

    RULES = 0
    READER = 1
    ENGINE = 2


@dataclass(frozen=True, eq=False)
class Settings:
    """What the editor asks for over the configuration files: keys of `reviewlint.toml`."""

    values: Mapping[str, Any]

    def verify(self, folder: Path) -> None:
        """Raise ReviewlintError for a key or value that there is not.

        Editors keep settings in the repository too, so these may not ask for more than a configuration file there.
        """
        check_layer(self._layer)
        refuse_reaching_out(self._layer, folder)

    @cached_property
    def _layer(self) -> Layer:
        return Layer(self.values, option="the editor's settings")

    @cached_property
    def layers(self) -> tuple[Layer, ...]:
        """Return the settings of each pass. They are the same objects each time, since setups are kept by them."""
        quick = {**self.values, **_ENGINE_OFF, "reader": "off"}
        return tuple(
            Layer(values, option="the editor") for values in (quick, {**self.values, **_ENGINE_OFF}, self.values)
        )


@dataclass(frozen=True, slots=True)
class Version:
    """A draft as the editor has it: where it stands, the number of the version and its text.

    `on_disk` says that files beside it apply; a draft that was never saved has none.
    """

    path: Path
    number: int
    text: str
    on_disk: bool = True

    @property
    def data(self) -> bytes:
        """Return the text as a file would have it."""
        return self.text.encode("utf-8", "surrogatepass")


@cache
def built_in() -> Mapping[str, RuleInfo]:
    """Return what the files of the built-in rules say, by name."""
    return {rule.info.name: rule.info for rule in load_rules()}


@dataclass(frozen=True, slots=True)
class Checked:
    """What a pass found in a version of a draft, and what went wrong; spans are code points of the draft.

    `rules` are all that there are for it, those of the house too.
    """

    version: Version
    until: Pass
    findings: tuple[Finding, ...] = ()
    errors: tuple[ReviewlintError, ...] = ()
    rules: Mapping[str, RuleInfo] = field(default_factory=built_in)

    def says_the_same(self, other: Checked) -> bool:
        """Tell whether another pass over the same text came to the same."""
        return self.findings == other.findings and [*map(str, self.errors)] == [*map(str, other.errors)]


def choice_for(version: Version, settings: Settings, until: Pass) -> Choice:
    """Return how a draft is checked in a pass."""
    layer = settings.layers[until]
    if version.on_disk:
        return Choice(layer, timeout=0)
    return Choice(layer, timeout=0, facts={}, config=_NO_FILES)


_NO_FILES = Config((DEFAULTS,))


def passes_of(version: Version, settings: Settings) -> tuple[Pass, ...]:
    """Return the passes that have something to say; raise ReviewlintError on a configuration that is wrong."""
    kinds = {rule.info.kind for rule in setup_of(version.path, choice_for(version, settings, Pass.ENGINE)).rules}
    later = (*([Pass.READER] if "reader" in kinds else []), *([Pass.ENGINE] if "engine" in kinds else []))
    return (Pass.RULES, *later)


def check(version: Version, settings: Settings, until: Pass, earlier: Checked | None, say: Say) -> Checked:
    """Return what a pass finds in a draft, with what later passes said `earlier` of paragraphs that did not change.

    An engine is waited for, however long it takes. Never raises for what is wrong with a draft or its configuration.
    """
    choice = choice_for(version, settings, until)
    if until is Pass.ENGINE:
        with engine_for([Text(version.path, version.data)], choice, say) as choice:
            patient = replace(choice.session, wait=None) if choice.session else None
            outcome = check_bytes(str(version.path), version.data, replace(choice, session=patient))
    else:
        outcome = check_bytes(str(version.path), version.data, choice)
    for notice in outcome.notices:
        say(notice)
    found = outcome.report.findings if outcome.report is not None else ()
    if earlier is not None and earlier.until > until:
        found = carried(earlier, version.text, found, until)
    return Checked(version, until, found, outcome.errors, _rules_for(version, choice))


def _rules_for(version: Version, choice: Choice) -> Mapping[str, RuleInfo]:
    try:
        return setup_of(version.path, choice).known
    except ReviewlintError:  # which is among the errors of the outcome
        return built_in()


def fixed_text(version: Version, settings: Settings) -> str:
    """Return a draft with all safe fixes applied, as `reviewlint check --fix` writes it; the reader offers none."""
    choice = replace(choice_for(version, settings, Pass.RULES), fixes=(Safety.SAFE,))
    outcome = check_bytes(str(version.path), version.data, choice)
    return version.text if outcome.fixed is None else outcome.fixed.decode("utf-8", "surrogatepass")
