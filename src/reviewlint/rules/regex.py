"""RE2 patterns of rule files: linear in time, whatever the pattern and the text, so safe for anybody's patterns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

import re2

from reviewlint.errors import ReviewlintError
from reviewlint.rules.anatomy import RuleInfo

_MISSING_IN_RE2 = re.compile(r"\(\?(?:<?[=!]|>|\(|P=)|\\[1-9]")


def compile_patterns(info: RuleInfo, key: str) -> list[Any]:
    """Return the compiled RE2 patterns under `key`; `ignore_case` of the rule holds for all of them.

    Raise ReviewlintError with the line of a bad one. Patterns run one by one: a set of them, searched in one pass,
    was measured and is no faster, since many classes of letters exhaust its memory.
    """
    options = re2.Options()
    options.log_errors = False
    options.case_sensitive = not info.keys.get("ignore_case", False)
    compiled = []
    for number, pattern in enumerate(info.keys.get(key, ())):
        try:
            compiled.append(re2.compile(pattern, options=options))
        except re2.error as error:
            raise _bad_pattern(info, (key, number), pattern, error) from None
    return compiled


def _bad_pattern(info: RuleInfo, place: tuple[str, int], pattern: str, error: Exception) -> ReviewlintError:
    """Return the error for a pattern that RE2 does not take: where in the pattern, and what to do."""
    reason = error.args[0].decode() if isinstance(error.args[0], bytes) else str(error.args[0])
    fragment = reason.partition(": ")[2]
    at = pattern.find(fragment) + 1 if fragment else 0
    where = f", at character {at}" if at else ""
    hint = None
    if _MISSING_IN_RE2.search(pattern):
        hint = "RE2 has no lookaround and no back references: mark a part with (?P<span>…), or use not_when."
    return info.error(f"The pattern “{pattern}” is not RE2{where}: {reason}.", *place, hint=hint)


def find_all(patterns: Sequence[Any], text: str) -> Iterator[Any]:
    """Yield the matches of all patterns, pattern by pattern."""
    for pattern in patterns:
        yield from pattern.finditer(text)


def marked_span(match: Any) -> tuple[int, int]:
    """Return the offsets of the group `span`, or else of the whole match."""
    index = match.re.groupindex.get("span", 0)
    start, end = match.span(index if match.start(index) != -1 else 0)
    return start, end


def named_groups(match: Any) -> dict[str, Any]:
    """Return the named groups of a match, but for `span`; one that took no part is empty."""
    return {name: value or "" for name, value in match.groupdict().items() if name != "span"}
