"""Rules that have been renamed: what a configuration says by a former name applies to the rule of today."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any


def with_current_names(values: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the values of a layer with each rule under its present name; the values themselves if there is none."""
    selectors = {key: values[key] for key in ("select", "ignore") if _names_a_rule(values.get(key))}
    tables = values.get("rules")
    if not selectors and not (isinstance(tables, dict) and tables):
        return values
    from reviewlint.rules.registry import current_name  # to know the rules takes reading them

    changed = {key: [current_name(each) for each in listed] for key, listed in selectors.items()}
    if isinstance(tables, dict):
        return {**values, **changed, "rules": {current_name(name): table for name, table in tables.items()}}
    return {**values, **changed}


def _names_a_rule(listed: object) -> bool:
    """Tell whether a list of selectors, if it is one at all, names a rule and not groups alone."""
    if not isinstance(listed, Iterable) or isinstance(listed, str):
        return False
    return all(isinstance(each, str) for each in listed) and any("/" in each for each in listed)
