"""A film set in Bolivia here and in Peru there; a church in Tromsø that stands in Bergen later."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewlint.claims.places import are_apart, country_of, is_place, words_of_places
from reviewlint.document import Sentence
from reviewlint.finding import Finding
from reviewlint.rules.context import Context
from reviewlint.rules.facts.twice import Said, second_finding

_PLACE = r"(?P<place>[A-ZÀ-Þ][\w.]+(?: (?:de )?[A-ZÀ-Þ]\w+){0,3})"
_NOUN = (
    "church|village|town|house|flat|apartment|school|factory|theatre|theater|hotel|studio|hospital|prison|farm|"
    "restaurant|"
    "museum|airport|kitchen|office|convent|monastery|university|workshop|cinema|harbour|suburb|"
    "boarding house|guesthouse|"
    "cottage|villa|orphanage|bakery|bookshop|library|hall|casino|chapel|mill"
)
# Slot -> the words before the place. In a loose slot one country has room for two places.
_SLOTS = {
    "set": r"\b(?:is|are|was|story|film|novel|game|series),? (?:\w+ )?(?:set|takes place|unfolds"
        r"|plays out) (?:\w+ )?in (?:[a-z-]+ ){0,3}",
    "shot": r"\b(?:filmed|shot) (?:\w+ ){0,2}?in ",
    "made": r"\b(?:made|built|manufactured|assembled|sewn) (?:by hand )?in ",
    "recorded": r"\brecorded (?:in a \w+ |live |\w+ )?in ",
    "scene": r"\b(?:landscapes?|streets|alleys|rooftops|canals|hills|plains|back ?streets|suburbs"
        r"|skyline|(?:last|first|night) (?:tram|train|bus)) (?:of|through|over) ",
    "noun": rf"\b(?:[Aa]n?|[Tt]he) (?:[a-z-]+ )?(?P<noun>{_NOUN}) (?:is |was )?in ",
    "home": r"\b(?P<who>[Ss]he|[Hh]e|[Tt]hey) lives? in |\b(?P<whose>[Hh]er|[Hh]is|[Tt]heir) (?:flat"
        r"|house|home|apartment|cottage) in ",
}  # fmt: skip
_LOOSE = ("set", "shot", "scene")
_PATTERNS = {
    slot: re.compile(rf"(?:{words}){_PLACE}(?P<more>(?:,| and| or| to)? [A-ZÀ-Þ])?") for slot, words in _SLOTS.items()
}
_OWNERS = {"she": "her", "he": "his", "they": "their"}
# Words of a sentence that tells of another place on purpose.
_ELSEWHERE = re.compile(
    r"\b(?:mov(?:es?|ed|ing)|later|then|earlier|first|second|another|other|also|both|partly|back"
    r"|return\w*|instead|like|stands? in for|"
    r"used to|once|now|from|doubles?|whose|unlike|sequel|remake|original|dream\w*|remember\w*"
    r"|flash\w*|last year|but|though"
    r"|(?:the|this) (?:book|novel|film|movie|play|series|show|"
    r"game|manga|comic|adaptation)\b(?! is)|on screen)\b|n['’]t\b"
)


def check(ctx: Context) -> Iterator[Finding]:
    """Yield the second of two places of one thing that lie apart."""
    first: dict[str, Said] = {}
    for key, slot, said in sorted(_places(ctx), key=lambda found: found[2].start):
        before = first.get("set:") if slot == "scene" else first.setdefault(key, said)
        if before is None or not are_apart(str(before.value), str(said.value)):
            continue
        if slot in _LOOSE and country_of(str(before.value)) == country_of(str(said.value)):
            continue
        yield second_finding(ctx, before, said)


def _places(ctx: Context) -> Iterator[tuple[str, str, Said]]:
    """Yield what is placed, how, and the place."""
    named = words_of_places() & ctx.document.word_starts.keys()
    for sentence in ctx.document.sentences_with(named) if len(named) > 1 else ():
        yield from _in_sentence(ctx, sentence)


def _in_sentence(ctx: Context, sentence: Sentence) -> Iterator[tuple[str, str, Said]]:
    text = ctx.text
    for slot, pattern in _PATTERNS.items():
        for match in pattern.finditer(text, sentence.start, sentence.end):
            place = _known(match["place"])
            if place is None or match["more"]:
                continue
            if _ELSEWHERE.search(text, sentence.start, match.end()):
                continue
            named = match.groupdict()
            who = (named.get("who") or "").lower()
            about = named.get("noun") or _OWNERS.get(who) or (named.get("whose") or "").lower()
            yield f"{slot}:{about}", slot, Said(match.start("place"), match.start("place") + len(place), place)


def _known(name: str) -> str | None:
    """Return the known place that a name begins with, or None."""
    words = name.rstrip(".").split(" ")
    return next((place for n in range(len(words), 0, -1) if is_place(place := " ".join(words[:n]))), None)
