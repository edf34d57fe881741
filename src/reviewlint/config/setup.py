"""What holds for a draft once its configuration is read: the rules that run, their options, the accepted words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from reviewlint.config.files import Layer, Origin, absolute, deciding, forget_configs, last, shown
from reviewlint.config.options import options_of
from reviewlint.engines.grammar import Grammar
from reviewlint.errors import ReviewlintError, nearest
from reviewlint.facts.vocabulary import Vocabulary
from reviewlint.finding import Severity
from reviewlint.reach import is_folder, is_within, read_text, top_above
from reviewlint.rules.anatomy import GROUPS, RuleInfo
from reviewlint.rules.registry import Rule, load_rules, matches, named_rule, package_rules, rule_files
from reviewlint.rules.rule_file import load_rule
from reviewlint.second_opinion.settings import ModelSettings

if TYPE_CHECKING:
    from reviewlint.facts.relations import Relation

_ALL = "all"


@dataclass(frozen=True, slots=True)
class Setup:
    """All that decides what is said of a draft, beside its own text and facts.

    `known` are all rules there are, by name; `problems` what kept some of the user's rules from being used.
    """

    rules: tuple[Rule, ...]
    known: Mapping[str, RuleInfo]
    options: Mapping[str, Mapping[str, Any]]
    severities: Mapping[str, Severity]
    fail_on: Severity
    accepted: Vocabulary = field(default_factory=Vocabulary)
    front_keys: Mapping[str, Relation | None] = field(default_factory=dict)
    rating_scale: float | None = None
    grammar: Grammar = Grammar()
    model: ModelSettings = ModelSettings()
    problems: tuple[ReviewlintError, ...] = ()


class Verdict(NamedTuple):
    """Whether a rule runs, why in a few words, and the place that decides it."""

    rule: Rule
    on: bool
    why: str
    origin: Origin


@cache
def set_up(layers: tuple[Layer, ...]) -> Setup:
    """Return what some layers of configuration come to; raise ReviewlintError on a rule or option there is not."""
    rules, problems = rules_of(layers)
    known = {rule.info.name: rule.info for rule in rules}
    _check_names(layers, known)
    running = tuple(verdict.rule for verdict in verdicts(rules, layers) if verdict.on)
    front_keys, rating_scale = front_settings(layers)
    return Setup(
        rules=running,
        known=known,
        options={rule.info.name: options_of(rule.info, layers) for rule in running},
        severities=_severities(layers),
        fail_on=Severity(last(layers, "fail-on")),
        accepted=Vocabulary.of(accepted_words(layers)),
        front_keys=front_keys,
        rating_scale=rating_scale,
        grammar=grammar_settings(layers),
        model=model_settings(layers),
        problems=problems,
    )


def rules_of(layers: Iterable[Layer]) -> tuple[tuple[Rule, ...], tuple[ReviewlintError, ...]]:
    """Return all rules that a configuration knows, by name, and what is wrong with some of a user's own."""
    layers = tuple(layers)
    return known_rules(rule_folders(layers), rule_packages(layers))


def forget_setups() -> None:
    """Read configurations, accepted words and the user's rules anew from now on, for one may have changed."""
    forget_configs()
    set_up.cache_clear()
    known_rules.cache_clear()


@cache
def known_rules(
    folders: tuple[Path, ...] = (), packages: tuple[str, ...] = ()
) -> tuple[tuple[Rule, ...], tuple[ReviewlintError, ...]]:
    """Return all rules by name, built-in, of packages and of the user's folders, and what is wrong with some of these.

    None may take the name of another. A rule of a folder has no code of its own.
    """
    rules = {rule.info.name: rule for rule in load_rules()}
    problems: list[ReviewlintError] = []
    for name in packages:
        try:
            for rule in package_rules(name):
                _add(rule, rules, problems)
        except ReviewlintError as error:
            problems.append(error)
    for folder in folders:
        try:
            files = rule_files(folder)
        except ReviewlintError as error:
            problems.append(error)
            continue
        for path in files:
            try:
                if path.is_symlink() and not is_within(path, folder, top_above(folder) or folder):
                    raise ReviewlintError("This rule is a link to a file outside of its folder.", path=shown(path))
                _add(Rule(load_rule(path, private=True), package=None), rules, problems)
            except ReviewlintError as error:
                problems.append(error)
    return tuple(rules[name] for name in sorted(rules)), tuple(problems)


def _add(rule: Rule, rules: dict[str, Rule], problems: list[ReviewlintError]) -> None:
    """Add a rule to those that are known, which it is even if its patterns turn out to be wrong."""
    info = rule.info
    try:
        if info.name in rules:
            raise ReviewlintError(f"There is a rule {info.name} already.", path=shown(info.path))
        rules[info.name] = rule
        rule.verify()
    except ReviewlintError as error:
        problems.append(error)


def rule_packages(layers: Iterable[Layer]) -> tuple[str, ...]:
    """Return the names of the rules of other packages."""
    return tuple(dict.fromkeys(name for layer in layers for name in layer.values.get("rule-packages", ())))


def rule_folders(layers: Iterable[Layer]) -> tuple[Path, ...]:
    """Return the folders of the user's rules; raise ReviewlintError for one that is not there."""
    folders: dict[Path, None] = {}
    for layer in layers:
        for at, name in enumerate(layer.values.get("rule-folders", ())):
            folder = absolute((layer.path.parent if layer.path else Path()) / name)
            if not is_folder(folder):
                raise layer.error(f"There is no folder {name}.", "rule-folders", at)
            folders[folder] = None
    return tuple(folders)


def _check_names(layers: Iterable[Layer], known: Mapping[str, RuleInfo]) -> None:
    """Raise ReviewlintError for a selector or table that names no rule."""
    groups = {_ALL, *GROUPS, *(info.group for info in known.values())}
    for layer in layers:
        for key in ("select", "ignore"):
            for at, selector in enumerate(layer.values.get(key, ())):
                name = named_rule(selector)
                coded = name != selector and name in known and known[name].has_codes
                if selector not in known and selector not in groups and not coded:
                    hint = nearest(selector, [*known, *groups]) or "`reviewlint rules` lists them."
                    raise layer.error(f"There is no rule or group “{selector}”.", key, at, hint=hint)
        for name in layer.values.get("rules", ()):
            if name not in known:
                raise layer.error(f"There is no rule “{name}”.", "rules", name, hint=nearest(name, known))


def verdicts(rules: Sequence[Rule], layers: Sequence[Layer]) -> list[Verdict]:
    """Return for each rule whether it runs.

    The last `select` counts. A rule that some `ignore` takes in is off, unless that or a later `select` than the
    `ignore` names it in full. A preview rule runs only if it is named in full.
    """
    at = max(at for at, layer in enumerate(layers) if "select" in layer.values)
    return [_verdict(rule, layers, at) for rule in rules]


def _verdict(rule: Rule, layers: Sequence[Layer], at: int) -> Verdict:
    name = rule.info.name
    selectors = layers[at].values["select"]
    taking = [selector for selector in selectors if matches(name, named_rule(selector))]
    if not taking:
        return Verdict(rule, False, "not in select", layers[at].origin("select"))
    if rule.info.kind == "engine" and grammar_settings(layers).engine == "off":
        at_fault = next(layer for layer in reversed(layers) if layer.values.get("grammar", {}).get("engine"))
        return Verdict(rule, False, "the engine is off", at_fault.origin("grammar", "engine"))
    if rule.info.kind == "model" and not model_settings(layers).is_on:
        return Verdict(rule, False, "no model is asked", deciding(layers, "model").origin("model"))
    if rule.info.kind == "reader" and last(layers, "reader") == "off":
        return Verdict(rule, False, "the reader is off", deciding(layers, "reader").origin("reader"))
    selector = name if name in taking else taking[0]
    origin = layers[at].origin("select", selectors.index(selector))
    if rule.info.preview and selector != name:
        return Verdict(rule, False, "in preview, and not selected by its full name", origin)
    for below in range(len(layers) - 1, -1, -1):
        for index, ignored in enumerate(layers[below].values.get("ignore", ())):
            in_full = selector == name and (at > below or (at == below and ignored != name))
            if matches(name, ignored) and not in_full:
                return Verdict(rule, False, f"ignore names “{ignored}”", layers[below].origin("ignore", index))
    return Verdict(rule, True, f"select names “{selector}”", origin)


def _severities(layers: Iterable[Layer]) -> dict[str, Severity]:
    severities = {}
    for layer in layers:
        for name, table in layer.values.get("rules", {}).items():
            if "severity" in table:
                value = table["severity"]
                if value not in list(Severity):
                    hint = nearest(str(value), list(Severity)) or "It is error, warning or info."
                    raise layer.error(f"“{value}” is not a severity.", "rules", name, "severity", hint=hint)
                severities[name] = Severity(value)
    return severities


def accepted_words(layers: Iterable[Layer]) -> list[str]:
    """Return the accepted words of all layers, those of files included; raise ReviewlintError for a missing file."""
    words: list[str] = []
    for layer in layers:
        accept = layer.values.get("accept", [])
        if isinstance(accept, list):
            words += accept
            continue
        path = absolute((layer.path.parent if layer.path else Path()) / accept)
        try:
            lines = read_text(path).splitlines()
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or _why(error)
            raise layer.error(f"The file of words {accept} cannot be read: {reason}.", "accept") from None
        words += [line.strip() for line in lines if line.strip() and not line.startswith("#")]
    return words


def _why(error: Exception) -> str:
    return "it is not UTF-8" if isinstance(error, UnicodeDecodeError) else "no file can have this name"


def front_settings(layers: Iterable[Layer]) -> tuple[dict[str, Relation | None], float | None]:
    """Return what front matter keys mean here, and the best rating of this site's reviews.

    Raise ReviewlintError for a meaning that there is not.
    """
    keys: dict[str, Relation | None] = {}
    rating_scale: float | None = None
    for layer in layers:
        table = layer.values.get("facts", {})
        for key, word in table.get("keys", {}).items():
            from reviewlint.facts.front import check_mapping  # few configurations need it

            try:
                keys |= check_mapping({key: word})
            except ReviewlintError as error:
                raise layer.error(error.message, "facts", "keys", key, hint=error.hint) from None
        rating_scale = table.get("rating-scale", rating_scale)
    return keys, rating_scale


def model_settings(layers: Iterable[Layer]) -> ModelSettings:
    """Return which model is asked; each key as the last layer has it.

    Raise ReviewlintError for a model without a name, and for one on a machine that the user does not allow.
    """
    values: dict[str, Any] = {}
    at = None
    for layer in layers:
        given = layer.values.get("model", {})
        values |= {key.replace("-", "_"): value for key, value in given.items()}
        at = layer if "url" in given else at
    settings = ModelSettings(**values | {"allow_remote": tuple(values.get("allow_remote", ()))})
    if at is not None and not settings.name:
        raise at.error("The model needs a name.", "model", "url", hint='Add name = "…", as its server calls it.')
    if at is not None and settings.is_remote and settings.host not in settings.allow_remote:
        hint = f'To allow it, put allow-remote = ["{settings.host}"] under [model] of your own configuration.'
        raise at.error(f"The model is on another machine: {settings.host}.", "model", "url", hint=hint)
    return settings


def grammar_settings(layers: Iterable[Layer]) -> Grammar:
    """Return how engines are configured; each key as the last layer has it."""
    values: dict[str, Any] = {}
    for layer in layers:
        values |= layer.values.get("grammar", {})
    return Grammar(**values)
