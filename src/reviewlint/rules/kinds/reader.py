"""`kind = "reader"`: phrases that the reader's model marks, by one of its heads.

`head` is "spoiled", "form", which marks a word and says what should stand there, "missing", which marks the words
around a gap, or "draft", which speaks of a draft that is spoiled throughout, once, at its first place, and lists
the worst ones; `thresholds` has the log odds from which a place is reported for each `sensitivity`. Names that the
facts or the draft establish, and other people's words, are never marked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from reviewlint.document import Word
from reviewlint.errors import nearest
from reviewlint.finding import Finding, Related
from reviewlint.lexicon import entry
from reviewlint.reader import Change, Doubt, Place, Reading, Slip, doubts_of, slips_of
from reviewlint.rules.anatomy import RuleInfo
from reviewlint.rules.context import Context, quotable
from reviewlint.rules.kinds.gaps import gaps

_SENSITIVITIES = ("quiet", "normal", "strict")
SHOWN = 10  # places of a draft that is spoiled throughout that its verdict lists, the worst of them
APART = 30  # words: such a draft has a place as often as that


def compile_rule(info: RuleInfo) -> Callable[[Context], Iterator[Finding]]:
    """Return a check that marks the phrases of one head; raise ReviewlintError for a head there is not."""
    find = _FINDERS.get(head := info.keys["head"])
    if find is None:
        raise info.error(f"The reader has no head “{head}”.", "head", hint=nearest(head, list(_FINDERS)))
    thresholds = _thresholds(info)

    def check(ctx: Context) -> Iterator[Finding]:
        if ctx.reading is not None:
            yield from find(ctx, ctx.reading, thresholds[ctx.options["sensitivity"]])

    return check


def _phrases(ctx: Context, reading: Reading, threshold: float) -> Iterator[Finding]:
    words = ctx.document.words
    for doubt in _likely(ctx, reading, threshold):
        yield ctx.finding(words[doubt.first].start, words[doubt.last].end)


def _draft(ctx: Context, reading: Reading, threshold: float) -> Iterator[Finding]:
    doubts = _likely(ctx, reading, threshold)
    if _is_spoiled_throughout(ctx, doubts):
        words = ctx.document.words
        # On one word, so that it stands beside the finding on that place.
        first = words[next((doubt.first for doubt in doubts if doubt.first < doubt.last), doubts[0].first)]
        worst = sorted(sorted(doubts, key=lambda doubt: doubt.odds, reverse=True)[:SHOWN])
        related = tuple(_place_of(ctx, words[doubt.first].start, words[doubt.last].end) for doubt in worst)
        yield ctx.finding(first.start, first.end, related=related, count=len(doubts), words=len(words))


def _place_of(ctx: Context, start: int, end: int) -> Related:
    return Related(f"“{quotable(ctx.text[start:end])}”", ctx.document.source.path, ctx.line_of(start))


def _likely(ctx: Context, reading: Reading, threshold: float) -> list[Doubt]:
    return [doubt for doubt in doubts_of(ctx.document, reading, places_of(ctx)) if doubt.odds >= threshold]


def _is_spoiled_throughout(ctx: Context, doubts: Sequence[Doubt]) -> bool:
    return len(doubts) > SHOWN and len(doubts) * APART >= len(ctx.document.words)


def _slips(ctx: Context, reading: Reading, threshold: float) -> Iterator[Finding]:
    words, places = ctx.document.words, places_of(ctx)
    for slip, odds in slips_of(reading):
        if odds < threshold or places[slip.word] == Place.OUTSIDE or ctx.vocabulary.knows(words[slip.word].text):
            continue
        last = slip.word
        if slip.edit.change is Change.DELETE:  # shown with the word after it, which takes its place
            last += 1
            if last == len(words) or not _joined(ctx.text[words[slip.word].end : words[last].start]):
                continue
        yield ctx.finding(words[slip.word].start, words[last].end, replace=_mended(ctx, slip))


def _joined(between: str) -> bool:
    """Tell whether two words stand side by side, in one block."""
    return between.isspace() and "\n\n" not in between


def _mended(ctx: Context, slip: Slip) -> str:
    """Return what a slip offers in place of its word; where one is deleted, in place of it and the next."""
    word, better = ctx.document.words[slip.word], slip.edit.text
    opens = _opens_sentence(ctx, word)
    if slip.edit.change is Change.PUT_IN:
        better = f"{slip.edit.text} {_uncapitalised(word.text) if opens else word.text}"
    elif slip.edit.change is Change.DELETE:
        better = ctx.document.words[slip.word + 1].text
    return better[:1].upper() + better[1:] if opens and word.text[0].isupper() else better


def _opens_sentence(ctx: Context, word: Word) -> bool:
    sentence = ctx.sentence_of(word.start)
    return sentence is not None and not any(map(str.isalnum, ctx.document.prose.text[sentence.start : word.start]))


def _uncapitalised(word: str) -> str:
    """Return the first word of a sentence as it is written within one; a name, or "I", keeps its capital."""
    known = entry(word.lower())
    return word[:1].lower() + word[1:] if known and known.seen and known.capital < 0.5 else word


def _thresholds(info: RuleInfo) -> dict[str, float]:
    """Return the threshold for each sensitivity; raise ReviewlintError where a number is missing."""
    table = info.keys["thresholds"]
    named = isinstance(table, Mapping) and sorted(table) == sorted(_SENSITIVITIES)
    if not named or not all(isinstance(number, int | float) for number in table.values()):
        raise info.error("“thresholds” has a number for quiet, normal and strict.", "thresholds")
    return {name: float(number) for name, number in table.items()}


_FINDERS: dict[str, Callable[[Context, Reading, float], Iterator[Finding]]] = {
    "spoiled": _phrases,
    "form": _slips,
    "missing": gaps,
    "draft": _draft,
}


def places_of(ctx: Context) -> list[Place]:
    """Return for each word whether it is read, and may open a phrase: no name, number or foreign word does."""

    def place(word: Word) -> Place:
        if ctx.text[word.start] != word.text[0]:
            return Place.OUTSIDE
        common = word.text.isascii() and word.text[0].islower()
        return Place.OPENS if common and not ctx.vocabulary.knows_folded(word.text) else Place.INSIDE

    return [place(word) for word in ctx.document.words]
