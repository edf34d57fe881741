"""What a pattern rule puts in place of a match: text with the named groups of the pattern in braces."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from reviewlint.errors import nearest
from reviewlint.rules.anatomy import RuleInfo

_SLOT = re.compile(r"\{(?P<name>\w*)(?:\.(?P<form>\w*))?\}|[{}]")
_FORMS: dict[str, Callable[[str], str]] = {
    "lower": str.lower,
    "upper": str.upper,
    "capital": lambda text: text[:1].upper() + text[1:],
}


@dataclass(frozen=True, slots=True)
class Template:
    """A text with slots: `{group}`, or `{group.lower}`, `{group.upper}`, `{group.capital}` for its case."""

    text: str

    @classmethod
    def of(cls, info: RuleInfo, key: str, groups: Iterable[str]) -> Template | None:
        """Return the template under `key`, or None; raise ReviewlintError for a slot that no pattern has."""
        if key not in info.keys:
            return None
        text: str = info.keys[key]
        known = sorted(set(groups) - {"span"})
        for slot in _SLOT.finditer(text):
            name, form = slot["name"], slot["form"]
            if not name:
                raise info.error(f"“{key}” has a brace without a name in it.", key)
            if name not in known:
                hint = f"They name {', '.join(known)}." if known else "They name none, as (?P<word>…)."
                raise info.error(f"“{key}” uses a group “{name}” that no pattern has.", key, hint=hint)
            if form is not None and form not in _FORMS:
                hint = nearest(form, _FORMS) or f"There are {', '.join(_FORMS)}."
                raise info.error(f"“{key}” asks for “{{{name}.{form}}}”.", key, hint=hint)
        return cls(text)

    def fill(self, groups: Mapping[str, str]) -> str:
        """Return the text with the groups in their slots; a group that the matching pattern lacks is empty."""

        def value(slot: re.Match[str]) -> str:
            text = groups.get(slot["name"], "")
            return _FORMS[slot["form"]](text) if slot["form"] else text

        return _SLOT.sub(value, self.text)
