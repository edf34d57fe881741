"""Rules that the user names."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from reviewlint.config.files import find_config
from reviewlint.config.setup import rules_of
from reviewlint.errors import ReviewlintError, nearest
from reviewlint.rules.anatomy import GROUPS, RuleInfo
from reviewlint.rules.registry import current_name


def rules_here() -> list[RuleInfo]:
    """Return the built-in rules and those that the configuration of this folder adds, by name.

    Raise ReviewlintError where one of the latter is wrong.
    """
    rules, problems = rules_of(find_config(Path()).layers)
    for problem in problems:
        raise problem
    return [rule.info for rule in rules]


def named(infos: Sequence[RuleInfo], name: str) -> list[RuleInfo]:
    """Return the rules that a name stands for: a rule, what follows the slash in its name, a group, or "all".

    Raise ReviewlintError where there is none.
    """
    name = current_name(name)
    found = [info for info in infos if name in (info.name, info.group, info.name.partition("/")[2], "all")]
    if not found and name not in GROUPS:
        hint = nearest(name, [*(info.name for info in infos), *GROUPS]) or "`reviewlint rules` lists them."
        raise ReviewlintError(f"There is no rule or group “{name}”.", hint=hint)
    return found
