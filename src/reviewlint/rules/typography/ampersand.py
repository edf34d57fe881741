"""An ampersand in running text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewlint.document import Kind
from reviewlint.finding import Finding
from reviewlint.rules.context import Context

_AMPERSAND = re.compile(r"(?<![\w&-])(?P<before>[a-z]{3,}),? (?P<span>&) (?P<after>[a-z]{2,})\b(?![-&]\w)")
_ENDED = re.compile(r"[.!?…][)\"”’']*\Z")
_OFTEN = 5  # more of them in a draft, and it is how the author writes
# What is called so: genres, styles of work, kinds of food and lodging.
_PAIRS = frozenset(
    "hack slash, rhythm blues, salt pepper, salt vinegar, fish chips, bed breakfast, drum bass, track field, "
    "mac cheese, mom pop, point click, arts crafts, black white, rock roll, research development, food drink, "
    "cut paste, copy paste, meet greet, pick mix, bubble squeak, bangers mash, burger chips, burger fries, "
    "surf turf, run gun, pen paper, health safety, terms conditions, dark stormy, gin tonic, ham eggs, "
    "steak chips, pie mash, dungeons dragons".split(", ")
)


def check(ctx: Context) -> Iterator[Finding]:
    """Yield each ampersand between two small words of a whole sentence; labels, lists and menus may have them."""
    text = ctx.text
    if " & " not in text:
        return
    found = [match for match in _AMPERSAND.finditer(text) if _is_running_text(ctx, match)]
    if len(found) <= _OFTEN:
        for match in found:
            yield ctx.finding(*match.span("span"), replace="and")


def _is_emphasised(ctx: Context, match: re.Match[str]) -> bool:
    """Tell whether the two words stand alone in emphasis, as a title in small letters does: “*salt & honey*”."""
    span = ctx.document.prose.to_source(match.start("before"), match.end())
    text = ctx.document.source.text
    return text[span.start - 1 : span.start] in ("*", "_") and text[span.end : span.end + 1] in ("*", "_")


def _is_running_text(ctx: Context, match: re.Match[str]) -> bool:
    if f"{match['before']} {match['after']}" in _PAIRS or _is_emphasised(ctx, match):
        return False
    block, sentence = ctx.block_of(match.start()), ctx.sentence_of(match.start())
    if block is None or sentence is None or block.kind & (Kind.HEADING | Kind.TABLE):
        return False
    line = ctx.text.find("\n", match.end(), sentence.end)
    return _ENDED.search(ctx.text, match.end(), sentence.end if line == -1 else line) is not None
