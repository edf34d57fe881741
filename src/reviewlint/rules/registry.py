"""All rules: where their files are, and what checks each of them."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from types import ModuleType

from reviewlint.errors import ReviewlintError
from reviewlint.finding import Finding
from reviewlint.rules.anatomy import RuleInfo
from reviewlint.rules.context import Context
from reviewlint.rules.foreign import in_english
from reviewlint.rules.rule_file import load_rule

GROUP = "reviewlint.rules"  # the entry points of other packages that bring rules: a package of code and rule files
_OURS = "reviewlint.rules"
Check = Callable[[Context], Iterable[Finding]]


def rules_dir() -> Path:
    """Return the folder of the built-in rule files: inside a wheel, or at the top of a checkout."""
    package = Path(__file__).resolve().parent.parent
    shipped = package / "_rules"
    return shipped if shipped.is_dir() else package.parent.parent / "rules"


@dataclass(frozen=True)
class Rule:
    """A rule's file and, once asked for, the function that checks it. `package` holds the code of coded rules."""

    info: RuleInfo
    package: str | None = _OURS  # None for a folder of a user, which has no code

    @cached_property
    def check(self) -> Check:
        """Return the function that yields this rule's findings; its module is imported on first use.

        Raise ReviewlintError where the file asks for what its kind cannot do.
        """
        check: Check = _coded(self) if self.info.kind == "code" else _kind(self.info).compile_rule(self.info)
        return in_english(check) if self.info.fix == "safe" else check

    def verify(self) -> None:
        """Raise ReviewlintError for anything wrong in the file, even what only some drafts would bring to light."""
        _ = self.check
        if self.info.kind != "code" and hasattr(_kind(self.info), "verify"):
            _kind(self.info).verify(self.info)


def _kind(info: RuleInfo) -> ModuleType:
    return importlib.import_module(f"reviewlint.rules.kinds.{info.kind}")


def module_of(info: RuleInfo, package: str = _OURS) -> str:
    """Return the module that holds the code of a coded rule."""
    group, _, name = info.name.partition("/")
    return f"{package}.{group.replace('-', '_')}.{name.replace('-', '_')}"


def _coded(rule: Rule) -> Check:
    info = rule.info
    if rule.package is None:
        hint = "Use one of the other kinds, or make a package of it."
        raise ReviewlintError("A rule of your own has no code.", path=info.path, hint=hint)
    name = module_of(info, rule.package)
    try:
        return importlib.import_module(name).check  # type: ignore[no-any-return]
    except ModuleNotFoundError as error:
        if error.name is None or not name.startswith(error.name):
            raise
        raise info.error(f"There is no module {name} with the code of this rule.", "kind") from None


@cache
def load_rules() -> tuple[Rule, ...]:
    """Return the built-in rules, by name; their files are read once."""
    return tuple(Rule(load_rule(path)) for path in rule_files(rules_dir()))


@cache
def former_names() -> Mapping[str, str]:
    """Return the present names of rules by those that they had in earlier versions."""
    return {former: rule.info.name for rule in load_rules() for former in rule.info.former}


def current_name(selector: str) -> str:
    """Return a selector with the present name of a rule in place of a former one."""
    name, colon, code = selector.partition(":")
    return f"{former_names().get(name, name)}{colon}{code}" if "/" in name else selector


@cache
def package_rules(name: str) -> tuple[Rule, ...]:
    """Return the rules of another package that the entry point `name` of the group “reviewlint.rules” stands for.

    Its value names a package: `<group>/<name>.toml` in its folder are the rules, and of coded ones
    `<package>.<group>.<name>` has the function `check`. Raise ReviewlintError where it is not installed or cannot be
    loaded.
    """
    from importlib.metadata import entry_points  # costs start-up

    for entry in entry_points(group=GROUP, name=name):
        try:
            package = entry.load()
        except Exception as error:  # whatever another package does
            raise ReviewlintError(f"The rules of {name} cannot be loaded: {error}.") from None
        return tuple(Rule(load_rule(path), entry.value) for path in rule_files(Path(package.__file__).parent))
    hint = f"Install the package that has them, or remove {name} from rule-packages."
    raise ReviewlintError(f"There are no rules named {name} here.", hint=hint)


def rule_files(folder: Path) -> list[Path]:
    """Return the rule files of a folder; raise ReviewlintError if it is none, or one lies outside a group."""
    if not folder.is_dir():
        raise ReviewlintError("There is no such folder of rules.", path=folder)
    for stray in sorted(folder.glob("*.toml")):
        raise ReviewlintError(
            "This rule is in no group.", path=stray, hint=f"Put it into a folder: {folder.name}/house/{stray.name}."
        )
    return sorted(folder.glob("*/*.toml"), key=lambda path: (path.parent.name, path.stem))


def matches(rule: str, selector: str, code: str | None = None) -> bool:
    """Tell whether a selector takes in a rule, or what it reports under a finer code.

    A selector is a rule's name, a group, "all", or a rule's name with a code: grammar/languagetool:EN_A_VS_AN.
    """
    return selector in ("all", rule, f"{rule}:{code}") or rule.startswith(f"{selector}/")


def named_rule(selector: str) -> str:
    """Return a selector without the code that may stand behind it."""
    return selector.partition(":")[0]
