"""Words that make one adjective before a noun, and stand without a hyphen."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewlint.finding import Finding
from reviewlint.lexicon import Tag, share
from reviewlint.rules.context import Context
from reviewlint.rules.typography.compounds import open_pairs
from reviewlint.rules.wordsets import SHARED

# What a noun joins with: “a character-driven story”.
_AFTER_NOUN = frozenset(
    "oriented driven based related themed inspired fuelled fueled laden friendly winning nominated breaking blowing "
    "dropping catching biting chilling tingling warming wrenching rending provoking consuming watering pleasing "
    "splitting raising grossing selling focused focussed obsessed centred centered centric scratching".split()
)
_PAIRS = {
    "well": "known made written acted deserved crafted rounded paced drawn chosen shot loved meaning earned worn read "
    "designed executed developed thought timed received respected cast dressed intentioned established",
    "ill": "fated advised conceived judged timed equipped",
    "best": "selling known loved",
    "top": "selling grossing notch",
    "low": "budget",
    "big": "budget",
    "old": "fashioned",
    "long": "running standing lasting awaited forgotten",
    "short": "lived",
    "so": "called",
    "must": "see read play",
    "open": "ended",
    "fast": "paced moving",
    "slow": "paced moving burning",
    "half": "baked hearted",
    "first": "rate",
    "second": "rate",
    "left": "wing",
    "right": "wing",
    "award": "winning",
    "two": "dimensional",
    "three": "dimensional",
    "one": "dimensional",
    "self": "titled aware indulgent conscious published released absorbed important contained made deprecating centred "
    "centered referential taught styled proclaimed imposed inflicted assured righteous serving sufficient evident "
    "explanatory help destructive deprecation penned financed employed",
    "hard": "hitting boiled",
    "ever": "changing growing present",
    "never": "ending",
    "far": "fetched reaching",
    "light": "hearted",
    "cold": "blooded",
    "good": "looking natured humoured humored",
    "mean": "spirited",
    "star": "studded",
    "action": "packed",
}
_SECONDS = {first: frozenset(seconds.split()) for first, seconds in _PAIRS.items()}
_ALL_SECONDS = frozenset().union(*_SECONDS.values()) | _AFTER_NOUN
_NUMBER = rf"(?:{'|'.join(sorted(SHARED['number']))}|\d{{1,4}})"
_AGE = re.compile(rf"(?<![\w.,:’'$£€#-])(?P<age>{_NUMBER} (?:day|week|month|year) olds?)\b")


def check(ctx: Context) -> Iterator[Finding]:
    """Yield pairs such as "character driven" before a noun, and ages such as "ten year old"."""
    yield from open_pairs(ctx, _ALL_SECONDS, _joins)
    for match in _AGE.finditer(ctx.text):
        yield ctx.finding(match.start(), match.end(), replace=match["age"].replace(" ", "-"))


def _joins(first: str, second: str) -> bool:
    if second in _SECONDS.get(first, ()):
        return True
    return second in _AFTER_NOUN and first.islower() and share(first, Tag.NOUN) > 0.6
