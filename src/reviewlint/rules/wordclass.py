"""What part of speech a word can be, and forms of words, as phrases ask for them."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache

from reviewlint.lexicon import Tag, inflect, share
from reviewlint.lexicon.words import frequency
from reviewlint.rules.articles import with_article

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


def _adverb(adjective: str) -> str:
    """Return the adverb of an adjective."""
    if adjective in ("good", "great"):
        return "well"
    if adjective.endswith("le"):
        return adjective[:-1] + "y"
    if adjective.endswith("y"):
        return adjective[:-1] + "ily"
    return adjective + ("ally" if adjective.endswith("ic") else "ly")


def _adjective(adverb: str) -> str:
    """Return the adjective that an adverb in -ly is made from."""
    stem = adverb.removesuffix("ly")
    if adverb.endswith("ally") and share(adverb[:-4], Tag.ADJECTIVE):
        return adverb[:-4]
    return stem + "le" if share(stem, Tag.ADJECTIVE) == 0 and share(stem + "le", Tag.ADJECTIVE) else stem


def _compared(adjective: str, ending: str) -> str:
    """Return the comparative or superlative of a short adjective."""
    if adjective.endswith("e"):
        return adjective + ending[1:]
    if adjective.endswith("y"):
        return adjective[:-1] + "i" + ending
    doubled = re.fullmatch(r"[^aeiou]*[aeiou][dgmnt]", adjective)
    return adjective + (adjective[-1] if doubled else "") + ending


_OBJECT = {"i": "me", "he": "him", "she": "her", "we": "us", "they": "them"}
_FORMS: dict[str, Callable[[str], str]] = {
    "base": inflect.base_form,
    "s": lambda word: _ONE.get(word) or inflect.third_person(inflect.base_form(word)),
    "many": lambda word: _MANY.get(word) or inflect.base_form(word),
    "past": lambda word: inflect.past(inflect.base_form(word)),
    "participle": lambda word: inflect.participle(inflect.base_form(word)),
    "ing": lambda word: inflect.ing_form(inflect.base_form(word)),
    "object": lambda word: _OBJECT[word],
    "ly": lambda word: _adverb(word),
    "adjective": lambda word: _adjective(word),
    "er": lambda word: _compared(word, "er"),
    "est": lambda word: _compared(word, "est"),
    "genitive": lambda word: inflect.singular_of(word) + "'s",
    "genitives": lambda word: word + "'",
    "article": with_article,
    "plural": inflect.plural_of,
    "singular": inflect.singular_of,
}


@cache
def word_test(name: str) -> Callable[[str], bool] | None:
    """Return the test for a Penn tag, or None; `~` before it: for words that mostly are this; `=`: hardly else.

    COUNT is a singular noun that also has a plural in use, PLURAL the plural of such a noun; COMPARATIVE and
    SUPERLATIVE are adjectives in -er and -est, those that the lexicon does not hold too. LY is an adverb in -ly,
    PLAINADJ an adjective that has one.
    """
    if name in _OWN:
        return _OWN[name]
    tag = _PENN.get(name.lstrip("=~"))
    if tag is None:
        return None
    least = {"=": _HARDLY_ELSE, "~": _MOSTLY}.get(name[0], _CAN_BE)
    if tag == Tag.VERB:  # “stunk” and “rewrote” were at times taken for a base form
        return lru_cache(maxsize=4000)(
            lambda word: "'" not in word and share(word, tag) >= least and inflect.base_form(word) == word
        )
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


@lru_cache(maxsize=4000)
def is_comparative(word: str) -> bool:
    """Tell whether a word is a comparative in -er, one the lexicon need not hold: “wearier”, “lonelier”."""
    return _is_compared(word, "er", Tag.COMPARATIVE)


@lru_cache(maxsize=4000)
def is_superlative(word: str) -> bool:
    """Tell whether a word is a superlative in -est, one the lexicon need not hold: “weariest”."""
    return _is_compared(word, "est", Tag.SUPERLATIVE)


def _is_compared(word: str, ending: str, tag: Tag) -> bool:
    if share(word, tag) >= 0.5:
        return True
    if not word.endswith(ending) or len(word) < len(ending) + 3:
        return False
    if ending == "er" and share(word, Tag.NOUN) >= 0.3:
        return False  # “foreigner”
    stem = word[: -len(ending)]
    bases = [stem, stem + "e", stem[:-1]] if stem[-1] == stem[-2] else [stem, stem + "e"]
    if stem.endswith("i"):
        bases.append(stem[:-1] + "y")
    least = 0.4 if ending == "er" else 0.05  # nouns in -er are many, those in -est few
    return any(share(base, Tag.ADJECTIVE) >= least for base in bases)


@lru_cache(maxsize=4000)
def is_adverb_in_ly(word: str) -> bool:
    """Tell whether a word hardly is anything but the adverb in -ly of an adjective: “perfectly”, not “early”."""
    return word.endswith("ly") and hardly_but(word, Tag.ADVERB) and share(_adjective(word), Tag.ADJECTIVE) >= 0.3


@lru_cache(maxsize=4000)
def has_adverb_in_ly(word: str) -> bool:
    """Tell whether a word hardly is anything but an adjective, and its adverb in -ly is in use: “particular”."""
    if share(word, Tag.ADJECTIVE) < _HARDLY_ELSE or word.endswith("ly"):
        return False
    adverb = _adverb(word)
    return adverb.endswith("ly") and share(adverb, Tag.ADVERB) >= _MOSTLY and frequency(adverb) >= 1


_OWN = {
    "PLAINADJ": has_adverb_in_ly, "LY": is_adverb_in_ly, "COUNT": is_countable, "PLURAL": is_counted_plural,
    "COMPARATIVE": is_comparative, "SUPERLATIVE": is_superlative,
}  # fmt: skip


def form_of(word: str, form: str) -> str:
    """Return a form of a word (one of `_FORMS`): its base, its plural, “goes” for “go” and the like."""
    return _FORMS[form](word.lower().replace("’", "'"))
