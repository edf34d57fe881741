"""`kind = "pattern"`: RE2 patterns; the group `span`, or else the whole match, is what is marked."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from reviewlint.finding import Finding, Span
from reviewlint.overlap import Overlaps
from reviewlint.rules.anatomy import RuleInfo
from reviewlint.rules.context import Context, quotable
from reviewlint.rules.regex import compile_patterns, find_all, marked_span, named_groups
from reviewlint.rules.template import Template


def compile_rule(info: RuleInfo) -> Callable[[Context], Iterator[Finding]]:
    """Return a check for the rule's `patterns`, less what `not_when` also matches.

    `replace` is a template over the named groups. A later match that overlaps an earlier one is dropped, and so is
    one whose replacement would change a known name. Patterns of `addresses` are searched in the file as it is.
    """
    patterns = compile_patterns(info, "patterns")
    exceptions = compile_patterns(info, "not_when")
    addresses = compile_patterns(info, "addresses")
    template = Template.of(info, "replace", [name for pattern in patterns for name in pattern.groupindex])

    def check(ctx: Context) -> Iterator[Finding]:
        yield from _in_addresses(ctx, addresses)
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


def _in_addresses(ctx: Context, patterns: Sequence[Any]) -> Iterator[Finding]:
    """Yield what patterns find in the body as the file has it, but for code and comments: readers follow its links."""
    source, start = ctx.document.source.text, ctx.document.body_start
    opaque = Overlaps(ctx.document.opaque)
    for match in find_all(patterns, source[start:]) if patterns else ():
        first, last = marked_span(match)
        span = Span(start + first, start + last)
        if not opaque.meet(span):
            yield ctx.source_finding(span, match=quotable(source[span.start : span.end]), **named_groups(match))
