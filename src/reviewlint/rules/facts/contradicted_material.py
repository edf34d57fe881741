"""A handle of beech that is a plastic handle later; a smokehouse that had been a brewery."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewlint.finding import Finding
from reviewlint.rules.context import Context
from reviewlint.rules.facts.twice import Said, second_finding

# Each line is one stuff in several words.
_STUFFS = (
    "wood wooden beech oak walnut bamboo teak birch ash mahogany cherry maple",
    "plastic polycarbonate acrylic vinyl nylon abs",
    "metal steel aluminium aluminum titanium brass iron cast-iron copper",
    "leather suede",
    "glass crystal",
    "ceramic porcelain stoneware",
    "cloth cotton fabric linen velvet wool woollen canvas",
    "rubber silicone",
    "cardboard paper",
    "gold",
)
_GROUP = {word: at for at, stuffs in enumerate(_STUFFS) for word in stuffs.split()}
_STUFF = "|".join(sorted(_GROUP, key=len, reverse=True))
_PART = (
    "handles?|bod(?:y|ies)|lids?|pads?|straps?|cases?|shells?|housings?|buttons?|nibs?|barrels?|caps?|clips?|cups?|frames?|grips?|"
    "bases?|spouts?|blades?|knobs?|soles?|covers?|hinges?|buckles?|bezels?|bands?|bracelets?|backs?|wheels?|keys|keycaps|headbands?"
)
_IS = re.compile(
    rf"\b(?:[Tt]he|[Ii]ts) (?P<part>{_PART}) (?:is|are) (?:made )?(?:of |from )?(?:solid |real "
    rf"|brushed )?(?P<stuff>{_STUFF})\b"
)
_BEFORE = re.compile(rf"\b(?:[Tt]he|[Ii]ts|an?|,) (?:[a-z]+ )?(?P<stuff>{_STUFF}) (?P<part>{_PART})\b")
_OTHER = re.compile(
    r"\b(?:old|older|other|another|versions?|models?|instead|than|like|some|cheaper|replac\w+|optional|feels?|looks?|rivals?|"
    r"previous|originals?|swap\w*|also|both|or|mine|faux|imitation|upgrade\w*|editions?|variants?|come|comes|available)\b|n['’]t\b"
)
_HOUSE = (
    "smokehouse|brewery|bakery|ropewalk|warehouse|stables?|garage|church|chapel|school|bank|cinema|factory|mill|barn|"
    "printworks|"
    "foundry|slaughterhouse|pharmacy|cowshed|boathouse|laundry|firehouse|fire station|post office|"
    "petrol station|tannery|dairy|"
    "convent|prison|pump house|power station|customs house|town hall|theatre|railway station"
)
_FORMER = re.compile(
    rf"\b(?:an?|the|its) (?P<how>former|old|disused|converted|one-time) (?P<house>{_HOUSE})\b"
    rf"|\bwas an? (?:[a-z]+ )?(?P<once>{_HOUSE}) once\b"
)
_BESIDE = re.compile(r"\b(?:next to|opposite|beside|across|behind|near|past|from|above|towards?|to) $")


def check(ctx: Context) -> Iterator[Finding]:
    """Yield the second of two stuffs that one part is made of, and of two houses that a house once was."""
    first: dict[str, Said] = {}
    stuffs = _GROUP.keys() & ctx.document.word_starts.keys()
    sentences = list(ctx.document.sentences_with(stuffs)) if len(stuffs) > 1 else []
    matches = (m for one in sentences for p in (_IS, _BEFORE) for m in p.finditer(ctx.text, one.start, one.end))
    for match in sorted(matches, key=lambda match: match.start()):
        sentence = ctx.sentence_of(match.start())
        if sentence is None or _OTHER.search(ctx.text, sentence.start, sentence.end):
            continue
        if re.search(r"\b(?:of|on|in|from|over|under|for|with) $", ctx.text[sentence.start : match.start()]):
            continue  # “the lid of the case is …” speaks of the lid
        said = Said(*match.span(), match["stuff"])
        before = first.setdefault(match["part"].removesuffix("s"), said)
        definite = match.group().lower().startswith(("the", "its"))
        if definite and _GROUP[str(before.value)] != _GROUP[match["stuff"]] and before.end < sentence.start:
            yield second_finding(ctx, before, said)
    yield from _houses(ctx)


def _houses(ctx: Context) -> Iterator[Finding]:
    if len(ctx.document.starts_of(("former", "old", "disused", "converted", "one-time", "once"))) < 2:
        return
    found = [
        match
        for match in _FORMER.finditer(ctx.text)
        if not _BESIDE.search(ctx.text[max(0, match.start() - 12) : match.start()])
    ]
    if len(found) != 2 or all(match["how"] == "old" for match in found):
        return
    one, two = (Said(*match.span(), match["house"] or match["once"]) for match in found)
    if one.value != two.value:
        yield second_finding(ctx, one, two)
