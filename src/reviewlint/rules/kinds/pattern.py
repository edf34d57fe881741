"""`kind = "pattern"`: RE2 patterns; the group `span`, or else the whole match, is what is marked."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from reviewlint.finding import Finding
from reviewlint.rules.anatomy import RuleInfo
from reviewlint.rules.context import Context
from reviewlint.rules.regex import compile_patterns, find_all, marked_span, named_groups
from reviewlint.rules.template import Template


def compile_rule(info: RuleInfo) -> Callable[[Context], Iterator[Finding]]:
    """Return a check for the rule's `patterns`, less what `not_when` also matches.

    `replace` is a template over the named groups. A later match that overlaps an earlier one is dropped, and so is
    one whose replacement would change a known name.
    """
    patterns = compile_patterns(info, "patterns")
    exceptions = compile_patterns(info, "not_when")
    template = Template.of(info, "replace", [name for pattern in patterns for name in pattern.groupindex])

    def check(ctx: Context) -> Iterator[Finding]:
        text = ctx.text
        found = sorted(((marked_span(match), match) for match in find_all(patterns, text)), key=lambda item: item[0])
        if not found:
            return
        excused = [match.span() for match in find_all(exceptions, text)]
        last = -1
        for (start, end), match in found:
            if start < last or any(a < end and start < b for a, b in excused):
                continue
            groups = named_groups(match)
            replace = template.fill(groups) if template else None
            if ctx.changes_name(start, end, replace):
                continue
            last = end
            yield ctx.finding(start, end, replace=replace, **groups)

    return check
