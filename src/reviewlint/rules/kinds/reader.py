"""`kind = "reader"`: phrases that the reader's model marks, by one of its heads.

`head` is "spoiled", "form", which marks a word and says what should stand there, or "missing", which marks the words
around a gap; `thresholds` has the log odds from which a place is reported for each `sensitivity`. Names that the facts
or the draft establish, and other people's words, are never marked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from reviewlint.document import Word
from reviewlint.errors import nearest
from reviewlint.finding import Finding
from reviewlint.lexicon import entry
from reviewlint.reader import Change, Head, Place, Reading, Slip, doubts_of, slips_of
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

    find = {Head.SPOILED: _phrases, Head.FORM: _slips, Head.MISSING: gaps}[head]

    def check(ctx: Context) -> Iterator[Finding]:
        if ctx.reading is not None:
            yield from find(ctx, ctx.reading, thresholds[ctx.options["sensitivity"]])

    return check


def _phrases(ctx: Context, reading: Reading, threshold: float) -> Iterator[Finding]:
    words = ctx.document.words
    for doubt in doubts_of(ctx.document, reading, places_of(ctx)):
        if doubt.odds >= threshold:
            perhaps = f"perhaps “{doubt.better}”" if doubt.better else "say what was meant"
            yield ctx.finding(words[doubt.first].start, words[doubt.last].end, perhaps=perhaps)


def _slips(ctx: Context, reading: Reading, threshold: float) -> Iterator[Finding]:
    words, places = ctx.document.words, places_of(ctx)
    for slip, odds in slips_of(reading):
        if odds < threshold or places[slip.word] == Place.OUTSIDE or ctx.vocabulary.knows(words[slip.word].text):
            continue
        last = slip.word
        if slip.change is Change.DELETE:  # shown with the word after it, which takes its place
            last += 1
            if last == len(words) or not _joined(ctx.text[words[slip.word].end : words[last].start]):
                continue
        yield ctx.finding(words[slip.word].start, words[last].end, replace=_mended(ctx, slip))


def _joined(between: str) -> bool:
    """Tell whether two words stand side by side, in one block."""
    return between.isspace() and "\n\n" not in between


def _mended(ctx: Context, slip: Slip) -> str:
    """Return what a slip offers in place of its word; where one is deleted, in place of it and the next."""
    word, better = ctx.document.words[slip.word], slip.text
    opens = _opens_sentence(ctx, word)
    if slip.change is Change.PUT_IN:
        better = f"{slip.text} {_uncapitalised(word.text) if opens else word.text}"
    elif slip.change is Change.DELETE:
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


def places_of(ctx: Context) -> list[Place]:
    """Return for each word whether it is read, and may open a phrase: no name, number or foreign word does."""

    def place(word: Word) -> Place:
        if ctx.text[word.start] != word.text[0]:
            return Place.OUTSIDE
        common = word.text.isascii() and word.text[0].islower()
        return Place.OPENS if common and not ctx.vocabulary.knows_folded(word.text) else Place.INSIDE

    return [place(word) for word in ctx.document.words]
