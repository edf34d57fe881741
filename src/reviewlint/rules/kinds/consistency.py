"""`kind = "consistency"`: two ways to write the same thing, of which a draft should keep to one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from reviewlint.finding import Finding, Related
from reviewlint.rules.anatomy import RuleInfo
from reviewlint.rules.context import Context
from reviewlint.rules.tokens import Tokens, tokens_of
from reviewlint.rules.wording import Place, Wording, find_wordings, in_place_of, index_of, read_wording, stands_in_name

FORMS = "|"


def compile_rule(info: RuleInfo) -> Callable[[Context], Iterator[Finding]]:
    """Return a check for `sets`, each a list of alternatives; the forms of one stand with | between them.

    Forms answer to each other by their place: with ["grey|greys", "gray|grays"], "grays" becomes "greys". The way
    that a draft uses most is kept (of two as frequent, the earlier); the others are marked.
    """
    sets = [_read_set(info, n, alternatives) for n, alternatives in enumerate(info.keys["sets"])]
    indexes = [index_of(form for way in ways for form in way) for ways in sets]

    def check(ctx: Context) -> Iterator[Finding]:
        tokens = tokens_of(ctx.text)
        for ways, index in zip(sets, indexes, strict=True):
            places = [place for place in find_wordings(index, tokens) if not stands_in_name(ctx, tokens, place)]
            if len(places) > 1:
                yield from _mixed(ctx, tokens, ways, places)

    return check


def _read_set(info: RuleInfo, number: int, alternatives: Sequence[str]) -> list[list[Wording]]:
    """Return the forms of each alternative of a set."""
    ways = [
        [read_wording(info, form.strip(), "sets", number, n) for form in text.split(FORMS)]
        for n, text in enumerate(alternatives)
    ]
    if len(ways) < 2:
        raise info.error("A set needs two alternatives or more.", "sets", number)
    if len({len(way) for way in ways}) > 1:
        raise info.error("The alternatives of a set must have as many forms each.", "sets", number)
    return ways


def _mixed(
    ctx: Context, tokens: Tokens, ways: Sequence[Sequence[Wording]], places: Sequence[Place]
) -> Iterator[Finding]:
    """Yield a finding for each place that is not written the way most of them are."""
    used = [next(n for n, way in enumerate(ways) if place.wording in way) for place in places]
    counts = Counter(used)
    kept = max(counts, key=lambda n: (counts[n], -used.index(n)))
    if len(counts) == 1:
        return
    first = places[used.index(kept)]
    line = ctx.line_of(tokens.starts[first.first])
    for place, number in zip(places, used, strict=True):
        if number == kept:
            continue
        start, end = tokens.starts[place.first], tokens.ends[place.last]
        form = ways[kept][ways[number].index(place.wording)]
        replace = in_place_of(form.text, ctx.text[start:end], ctx.text, exact=place.wording.exact or form.exact)
        if not ctx.changes_name(start, end, replace):
            related = Related(f"“{first.wording.text}” stands here", ctx.document.source.path, line)
            yield ctx.finding(start, end, replace=replace, related=(related,), count=counts[kept])
