"""Which number a verb form goes with."""

from __future__ import annotations

from functools import lru_cache

from reviewlint.lexicon import Tag, inflect, share

ONE, MANY = "one", "many"
PAIRS = {
    "is": "are", "was": "were", "has": "have", "does": "do", "isn't": "aren't", "wasn't": "weren't",
    "hasn't": "haven't", "doesn't": "don't",
}  # fmt: skip
OPPOSITE = PAIRS | {many: one for one, many in PAIRS.items()}


@lru_cache(maxsize=4000)
def verb_kind(word: str) -> str:
    """Tell whether a word can be a verb for ONE (“goes”), for MANY (“go”), or is neither ("")."""
    if word == "be" or ("'" in word and word not in OPPOSITE):
        return ""
    if word in OPPOSITE:
        return ONE if word in PAIRS else MANY
    if share(word, Tag.VERB_S) >= 0.3:
        return ONE
    return MANY if share(word, Tag.VERB) >= 0.9 and share(word, Tag.PAST | Tag.MODAL) < 0.05 else ""


@lru_cache(maxsize=4000)
def may_be_bare(word: str) -> bool:
    """Tell whether a word is often a verb for MANY and often a noun: “love”, “use”, “stop”."""
    if verb_kind(word):
        return False
    return share(word, Tag.VERB) >= 0.05 and share(word, Tag.PAST | Tag.PARTICIPLE | Tag.MODAL | Tag.VERB_S) < 0.2


def opposite(word: str) -> str:
    """Return the form of a verb in the other number."""
    lower = word.lower().replace("’", "'")
    if lower in OPPOSITE:
        other = OPPOSITE[lower]
        return other.replace("'", "’") if "’" in word else other
    return inflect.base_form(lower) if verb_kind(lower) == ONE else inflect.third_person(lower)
