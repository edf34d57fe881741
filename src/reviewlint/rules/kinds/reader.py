"""`kind = "reader"`: phrases that the reader's model marks, by one of its heads.

`head` is "spoiled", "form" or "missing", which marks the words around a gap; `thresholds` has the log odds from which
a phrase is reported for each `sensitivity`, and in a table `large` those for the large reader, for which the others
hold without it. Names that the facts or the draft establish, and other people's words, are never marked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from reviewlint.document import Word
from reviewlint.errors import nearest
from reviewlint.finding import Finding
from reviewlint.reader import Head, Place, Size, phrases_of
from reviewlint.rules.anatomy import RuleInfo
from reviewlint.rules.context import Context
from reviewlint.rules.kinds.gaps import gaps

_SENSITIVITIES = ("quiet", "normal", "strict")


def compile_rule(info: RuleInfo) -> Callable[[Context], Iterator[Finding]]:
    """Return a check that marks the phrases of one head; raise ReviewlintError for a head there is not."""
    name = str(info.keys["head"]).upper()
    if name not in Head.__members__:
        heads = [head.name.lower() for head in Head]
        raise info.error(f"The reader has no head “{info.keys['head']}”.", "head", hint=nearest(name.lower(), heads))
    head, thresholds = Head[name], _thresholds(info)

    def check(ctx: Context) -> Iterator[Finding]:
        if ctx.reading is None:
            return
        if head is Head.MISSING:
            yield from gaps(ctx, ctx.reading, thresholds[ctx.reading.size][ctx.options["sensitivity"]])
            return
        words = ctx.document.words
        scores, level = ctx.reading.scores[head], ctx.reading.level
        threshold = thresholds[ctx.reading.size][ctx.options["sensitivity"]]
        for phrase in phrases_of(ctx.document, scores, level, threshold, _places(ctx)):
            yield ctx.finding(words[phrase.first].start, words[phrase.last].end)

    return check


def _thresholds(info: RuleInfo) -> dict[Size, dict[str, float]]:
    """Return the thresholds for each reader; raise ReviewlintError where a number is missing."""
    plain = dict(info.keys["thresholds"])
    large = plain.pop("large", plain)
    return {Size.SMALL: _three(info, plain), Size.LARGE: _three(info, large)}


def _three(info: RuleInfo, table: Any) -> dict[str, float]:
    named = isinstance(table, Mapping) and sorted(table) == sorted(_SENSITIVITIES)
    if not named or not all(isinstance(number, int | float) for number in table.values()):
        raise info.error("“thresholds” has a number for quiet, normal and strict.", "thresholds")
    return {name: float(number) for name, number in table.items()}


def _places(ctx: Context) -> list[Place]:
    """Return for each word whether it is read, and may open a phrase: no name, number or foreign word does."""

    def place(word: Word) -> Place:
        if ctx.text[word.start] != word.text[0]:
            return Place.OUTSIDE
        common = word.text.isascii() and word.text[0].islower()
        return Place.OPENS if common and not ctx.vocabulary.knows_folded(word.text) else Place.INSIDE

    return [place(word) for word in ctx.document.words]
