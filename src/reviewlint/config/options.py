"""What the options of a rule come to under some layers of configuration."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from reviewlint.config.files import Layer, deciding, last
from reviewlint.errors import nearest
from reviewlint.rules.anatomy import RuleInfo
from reviewlint.rules.registry import matches, named_rule


def options_of(info: RuleInfo, layers: Iterable[Layer]) -> dict[str, Any]:
    """Return the options of a rule; raise ReviewlintError for one it has not, or one of another type.

    The options `english` and `sensitivity` stand for the keys of that name unless they are set themselves.
    """
    layers = tuple(layers)
    values = {name: option.default for name, option in info.options.items()}
    for shared in ("english", "sensitivity"):
        if shared in values:
            values[shared] = last(layers, shared)
    for layer in layers:
        for name, value in layer.values.get("rules", {}).get(info.name, {}).items():
            if name == "severity":
                continue
            if name not in info.options:
                hint = nearest(name, [*info.options, "severity"])
                raise layer.error(f"{info.name} has no option “{name}”.", "rules", info.name, name, hint=hint)
            default = info.options[name].default
            if not _fits(value, default):
                message = f"“{name}” of {info.name} must be {_type_name(default)}."
                raise layer.error(message, "rules", info.name, name, hint=f"Its default is {default!r}.")
            values[name] = float(value) if isinstance(default, float) else value
    return values | _codes(info, layers, values) if info.has_codes else values


def _codes(info: RuleInfo, layers: tuple[Layer, ...], values: Mapping[str, Any]) -> dict[str, list[str]]:
    """Return the options that say which of a rule's codes are reported, with the codes that selectors name."""
    selectors = deciding(layers, "select").values["select"]
    selected = _codes_in(selectors, info.name)
    only = [] if any(matches(info.name, selector) for selector in selectors) else selected
    ignored = [code for layer in layers for code in _codes_in(layer.values.get("ignore", ()), info.name)]
    named = {"only": only, "enable": selected, "disable": [code for code in ignored if code not in selected]}
    return {option: [*values.get(option, ()), *codes] for option, codes in named.items()}


def _codes_in(selectors: Iterable[str], name: str) -> list[str]:
    return [selector.partition(":")[2] for selector in selectors if named_rule(selector) == name and ":" in selector]


def _fits(value: Any, default: Any) -> bool:
    if isinstance(default, float):
        return isinstance(value, int | float) and not isinstance(value, bool)
    if isinstance(default, list):
        example = default[0] if default else ""
        return isinstance(value, list) and all(_fits(item, example) for item in value)
    return type(value) is type(default)


def _type_name(default: Any) -> str:
    if isinstance(default, list):
        return "a list of numbers" if default and isinstance(default[0], int | float) else "a list of strings"
    names = {bool: "true or false", int: "a whole number", float: "a number", str: "a string"}
    return names.get(type(default), "a table")
