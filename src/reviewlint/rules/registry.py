"""All rules: where their files are, and what checks each of them."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from reviewlint.errors import ReviewlintError, nearest
from reviewlint.finding import Finding
from reviewlint.rules.anatomy import GROUPS, RuleInfo
from reviewlint.rules.context import Context
from reviewlint.rules.rule_file import load_rule

Check = Callable[[Context], Iterable[Finding]]


def rules_dir() -> Path:
    """Return the folder of the built-in rule files: inside a wheel, or at the top of a checkout."""
    package = Path(__file__).resolve().parent.parent
    shipped = package / "_rules"
    return shipped if shipped.is_dir() else package.parent.parent / "rules"


@dataclass(frozen=True)
class Rule:
    """A rule's file and, once asked for, the function that checks it."""

    info: RuleInfo

    @cached_property
    def check(self) -> Check:
        """Return the function that yields this rule's findings; its module is imported on first use.

        Raise ReviewlintError where the file asks for what its kind cannot do.
        """
        if self.info.kind == "code":
            return _coded(self.info)
        kind = importlib.import_module(f"reviewlint.rules.kinds.{self.info.kind}")
        return kind.compile_rule(self.info)  # type: ignore[no-any-return]


def module_of(info: RuleInfo) -> str:
    """Return the module that holds the code of a coded rule."""
    group, _, name = info.name.partition("/")
    return f"reviewlint.rules.{group.replace('-', '_')}.{name.replace('-', '_')}"


def _coded(info: RuleInfo) -> Check:
    name = module_of(info)
    try:
        return importlib.import_module(name).check  # type: ignore[no-any-return]
    except ModuleNotFoundError as error:
        if error.name is None or not name.startswith(error.name):
            raise
        hint = "Only reviewlint's own rules can be code; yours are patterns, swaps and the like."
        raise info.error(f"There is no module {name} with the code of this rule.", "kind", hint=hint) from None


def load_rules(folders: Sequence[Path] = ()) -> tuple[Rule, ...]:
    """Return the built-in rules and those of the user's folders, by name; no two may have the same."""
    rules: dict[str, Rule] = {}
    for folder in (rules_dir(), *folders):
        for path in rule_files(folder):
            info = load_rule(path)
            if info.name in rules:
                there = rules[info.name].info.path
                raise ReviewlintError(f"There is a rule {info.name} already.", path=path, hint=f"It is {there}.")
            rules[info.name] = Rule(info)
    return tuple(rules[name] for name in sorted(rules))


def rule_files(folder: Path) -> list[Path]:
    """Return the rule files of a folder; raise ReviewlintError if it is none, or one lies outside a group."""
    if not folder.is_dir():
        raise ReviewlintError("There is no such folder of rules.", path=folder)
    for stray in sorted(folder.glob("*.toml")):
        raise ReviewlintError(
            "This rule is in no group.", path=stray, hint=f"Put it into a folder: {folder.name}/house/{stray.name}."
        )
    return sorted(folder.glob("*/*.toml"))


def matches(rule: str, selector: str) -> bool:
    """Tell whether a selector (a rule's name, a group, or "all") takes in a rule."""
    return selector in ("all", rule) or rule.startswith(f"{selector}/")


def check_selectors(
    selectors: Iterable[str], rules: Iterable[Rule], *, path: Path | None = None, line: int | None = None
) -> None:
    """Raise ReviewlintError for a selector that is no rule, no group and not "all"; `path` is where it stands."""
    names = [rule.info.name for rule in rules]
    groups = groups_of(rules)
    for selector in selectors:
        if selector != "all" and selector not in groups and selector not in names:
            hint = nearest(selector, [*names, *groups]) or "`reviewlint rules` lists them."
            raise ReviewlintError(f"There is no rule or group “{selector}”.", path=path, line=line, hint=hint)


def groups_of(rules: Iterable[Rule]) -> list[str]:
    """Return the built-in groups, and those that the user's own rules open."""
    return list(dict.fromkeys([*GROUPS, *(rule.info.group for rule in rules)]))


def select(rules: Iterable[Rule], chosen: Sequence[str], ignored: Sequence[str]) -> Iterator[Rule]:
    """Yield the rules that the selectors take in; a preview rule only if it is named in full."""
    for rule in rules:
        name = rule.info.name
        if any(matches(name, s) for s in ignored):
            continue
        if name in chosen or (not rule.info.preview and any(matches(name, s) for s in chosen)):
            yield rule
