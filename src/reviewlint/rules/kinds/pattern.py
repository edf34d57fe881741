"""`kind = "pattern"`: RE2 patterns; the group `span`, or else the whole match, is what is marked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import re2

from reviewlint.errors import ReviewlintError
from reviewlint.finding import Finding
from reviewlint.rules.anatomy import RuleInfo, line_of_key
from reviewlint.rules.context import Context


def compile_patterns(info: RuleInfo, key: str) -> list[Any]:
    """Return the compiled RE2 patterns under `key`; raise ReviewlintError on a bad one."""
    compiled = []
    options = re2.Options()
    options.log_errors = False
    for pattern in info.keys.get(key, ()):
        try:
            compiled.append(re2.compile(pattern, options=options))
        except re2.error as error:
            text = info.path.read_text(encoding="utf-8")
            reason = error.args[0].decode() if isinstance(error.args[0], bytes) else error.args[0]
            raise ReviewlintError(
                f"The pattern {pattern!r} is not RE2: {reason}.", path=info.path, line=line_of_key(text, key)
            ) from None
    return compiled


def compile_rule(info: RuleInfo) -> Callable[[Context], Iterator[Finding]]:
    """Return a check for the rule's `patterns`, less what `not_when` also matches.

    `replace` is a template over the named groups. A later match that overlaps an earlier one is dropped.
    """
    patterns = compile_patterns(info, "patterns")
    exceptions = compile_patterns(info, "not_when")
    template = info.keys.get("replace")

    def check(ctx: Context) -> Iterator[Finding]:
        text = ctx.text
        found = sorted(
            (
                (match.span(_span_group(match)), match)
                for pattern in patterns
                for match in pattern.finditer(text)
            ),
            key=lambda item: item[0],
        )
        if not found:
            return
        excused = [match.span() for pattern in exceptions for match in pattern.finditer(text)]
        last = -1
        for (start, end), match in found:
            if start < last or any(a < end and start < b for a, b in excused):
                continue
            last = end
            groups: dict[str, Any] = {
                name: value or "" for name, value in match.groupdict().items() if name != "span"
            }
            yield ctx.finding(
                start, end, replace=template.format(**groups) if template is not None else None, **groups
            )

    return check


def _span_group(match: Any) -> int:
    index: int = match.re.groupindex.get("span", 0)
    return index if match.start(index) != -1 else 0
