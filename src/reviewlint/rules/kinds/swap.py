"""`kind = "swap"`: words or phrases, each with what to write in its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from reviewlint.finding import Finding
from reviewlint.rules.anatomy import RuleInfo
from reviewlint.rules.context import Context
from reviewlint.rules.tokens import tokens_of
from reviewlint.rules.wording import find_wordings, in_place_of, index_of, read_wording, stands_in_name


def compile_rule(info: RuleInfo) -> Callable[[Context], Iterator[Finding]]:
    """Return a check for the keys of `swap`, less where they stand within a phrase of `unless`.

    A key in lower case is found whatever its case, but not within a name; its capitals are kept. A key with
    capitals is found as it is written.
    """
    swaps = {read_wording(info, old, "swap", old): new for old, new in info.keys["swap"].items()}
    exceptions = [read_wording(info, text, "unless", n) for n, text in enumerate(info.keys.get("unless", ()))]
    index, excused_index = index_of(swaps), index_of(exceptions)

    def check(ctx: Context) -> Iterator[Finding]:
        tokens = tokens_of(ctx.text)
        places = find_wordings(index, tokens)
        excused = find_wordings(excused_index, tokens) if places else []
        for place in places:
            if stands_in_name(ctx, tokens, place) or any(
                a.first <= place.last and place.first <= a.last for a in excused
            ):
                continue
            start, end = tokens.starts[place.first], tokens.ends[place.last]
            old = ctx.text[start:end]
            replace = in_place_of(swaps[place.wording], old, ctx.text, exact=place.wording.exact)
            if replace != old and not ctx.changes_name(start, end, replace):
                yield ctx.finding(start, end, replace=replace)

    return check
