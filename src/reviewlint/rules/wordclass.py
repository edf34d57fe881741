"""What part of speech a word can be, and forms of words, as phrases ask for them."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache

from reviewlint.lexicon import Tag, inflect, share
from reviewlint.lexicon.words import frequency

_PENN = {
    "NN": Tag.NOUN, "NNS": Tag.PLURAL, "NNP": Tag.PROPER, "VB": Tag.VERB, "VBZ": Tag.VERB_S, "VBD": Tag.PAST,
    "VBN": Tag.PARTICIPLE, "VBG": Tag.ING, "JJ": Tag.ADJECTIVE, "JJR": Tag.COMPARATIVE, "JJS": Tag.SUPERLATIVE,
    "RB": Tag.ADVERB, "DT": Tag.DETERMINER, "IN": Tag.PREPOSITION, "PRP": Tag.PRONOUN, "CC": Tag.CONJUNCTION,
    "MD": Tag.MODAL, "CD": Tag.NUMBER, "UH": Tag.OTHER,
}  # fmt: skip
_CAN_BE = 0.08  # of a word's uses; rarer ones are mistakes of tagging, or as good as never met
_MOSTLY = 0.5
_HARDLY_ELSE = 0.9
_ONE = {
    "are": "is", "were": "was", "have": "has", "do": "does", "aren't": "isn't", "weren't": "wasn't",
    "haven't": "hasn't", "don't": "doesn't",
}  # fmt: skip
_MANY = {one: many for many, one in _ONE.items()}
_OBJECT = {"i": "me", "he": "him", "she": "her", "we": "us", "they": "them"}
_FORMS: dict[str, Callable[[str], str]] = {
    "base": inflect.base_form,
    "s": lambda word: _ONE.get(word) or inflect.third_person(inflect.base_form(word)),
    "many": lambda word: _MANY.get(word) or inflect.base_form(word),
    "past": lambda word: inflect.past(inflect.base_form(word)),
    "participle": lambda word: inflect.participle(inflect.base_form(word)),
    "ing": lambda word: inflect.ing_form(inflect.base_form(word)),
    "object": lambda word: _OBJECT[word],
    "plural": inflect.plural_of,
    "singular": inflect.singular_of,
}


@cache
def word_test(name: str) -> Callable[[str], bool] | None:
    """Return the test for a Penn tag, or None; `~` before it: for words that mostly are this; `=`: hardly else.

    COUNT is a singular noun that also has a plural in use, PLURAL the plural of such a noun.
    """
    if name in _OWN:
        return _OWN[name]
    tag = _PENN.get(name.lstrip("=~"))
    if tag is None:
        return None
    least = {"=": _HARDLY_ELSE, "~": _MOSTLY}.get(name[0], _CAN_BE)
    return lru_cache(maxsize=4000)(lambda word: "'" not in word and share(word, tag) >= least)


def can_be(word: str, tag: Tag) -> bool:
    """Tell whether a word is one of the kinds in `tag` often enough to reckon with."""
    return share(word, tag) >= _CAN_BE


def hardly_but(word: str, tag: Tag) -> bool:
    """Tell whether a word hardly is anything but one of the kinds in `tag`."""
    return share(word, tag) >= _HARDLY_ELSE


@lru_cache(maxsize=4000)
def is_countable(word: str) -> bool:
    """Tell whether a word is mostly a singular noun whose plural is in use."""
    if share(word, Tag.NOUN) < 0.7:
        return False
    plural = inflect.plural_of(word)
    return plural != word and share(plural, Tag.PLURAL) >= 0.5 and frequency(plural) >= 0.03 * frequency(word) > 0


@lru_cache(maxsize=4000)
def is_counted_plural(word: str) -> bool:
    """Tell whether a word hardly is anything but the plural in -s of a noun that is in use."""
    if not word.endswith("s") or share(word, Tag.PLURAL) < _HARDLY_ELSE:
        return False
    singular = inflect.singular_of(word)
    return singular != word and share(singular, Tag.NOUN) >= 0.3 and frequency(singular) > 0


_OWN = {"COUNT": is_countable, "PLURAL": is_counted_plural}


def form_of(word: str, form: str) -> str:
    """Return a form of a word (one of `_FORMS`): its base, its plural, “goes” for “go” and the like."""
    return _FORMS[form](word.lower().replace("’", "'"))
