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
        """Return the function that yields this rule's findings; its module is imported on first use."""
        if self.info.kind == "code":
            group, _, name = self.info.name.partition("/")
            module = importlib.import_module(f"reviewlint.rules.{group}.{name.replace('-', '_')}")
            return module.check  # type: ignore[no-any-return]
        kind = importlib.import_module(f"reviewlint.rules.kinds.{self.info.kind}")
        return kind.compile_rule(self.info)  # type: ignore[no-any-return]


def load_rules(folders: Sequence[Path] = ()) -> tuple[Rule, ...]:
    """Return the built-in rules and those of the user's folders, by name; no two may have the same."""
    rules: dict[str, Rule] = {}
    for folder in (rules_dir(), *folders):
        for path in sorted(folder.glob("*/*.toml")):
            info = load_rule(path)
            if info.name in rules:
                raise ReviewlintError(f"There is a rule {info.name} already.", path=path)
            rules[info.name] = Rule(info)
    return tuple(rules[name] for name in sorted(rules))


def matches(rule: str, selector: str) -> bool:
    """Tell whether a selector (a rule's name, a group, or "all") takes in a rule."""
    return selector in ("all", rule) or rule.startswith(f"{selector}/")


def check_selectors(
    selectors: Iterable[str], rules: Iterable[Rule], *, path: Path | None = None, line: int | None = None
) -> None:
    """Raise ReviewlintError for a selector that is no rule, no group and not "all"; `path` is where it stands."""
    names = [rule.info.name for rule in rules]
    for selector in selectors:
        if selector != "all" and selector not in GROUPS and selector not in names:
            raise ReviewlintError(f"There is no rule or group “{selector}”.", hint=nearest(selector, [*names, *GROUPS]))


def select(rules: Iterable[Rule], chosen: Sequence[str], ignored: Sequence[str]) -> Iterator[Rule]:
    """Yield the rules that the selectors take in; a preview rule only if it is named in full."""
    for rule in rules:
        name = rule.info.name
        if any(matches(name, s) for s in ignored):
            continue
        if name in chosen or (not rule.info.preview and any(matches(name, s) for s in chosen)):
            yield rule
