"""Whether a noun is one or many, and the words whose number nothing tells."""

from __future__ import annotations

from reviewlint.lexicon import Tag, inflect, share
from reviewlint.rules.wordsets import SHARED, words

# Plural in form, and taken as one (or as either).
SINGULAR_IN_S = words(
    "news series species means physics mathematics maths politics economics athletics gymnastics headquarters "
    "crossroads mess chess ethics acoustics aesthetics logistics tactics dynamics genetics optics statistics "
    "gallows barracks innings kudos chaos cosmos diabetes measles thanks amends works politics semantics "
    "shenanigans mathematics linguistics hijinks whereabouts savings sales drinks goods premises odds proceeds "
    "remains arms grounds earnings tears blues twenties thirties forties fifties sixties seventies eighties "
    "nineties gyros"
)
# One body of many people, or one word for many things: British and American English differ.
COLLECTIVE = SHARED["quantity"] | words(
    "band team cast crew family staff police crowd audience group public press government company couple pair trio "
    "duo rest people cattle military committee army enemy jury orchestra choir club community population youth "
    "faculty society opposition management leadership party union council board gang squad mob clan tribe herd "
    "flock swarm fleet class generation congregation electorate cavalry infantry navy media data part kind sort "
    "type crop opposite bulk remainder whole other others same former latter none any some most all more half what "
    "which who dead living rich poor young old elderly blind deaf french british english irish chinese japanese "
    "dutch spanish welsh swiss majority minority number lot offspring sheep fish deer aircraft spacecraft folk "
    "folks fandom fanbase ensemble label studio network developer publisher firm brand label aristocracy nobility "
    "clergy peasantry gentry elite bourgeoisie core bunch pack pantheon help gathering amount reindeer moose trout "
    "salmon squid vermin sfx fx flix hers ours yours theirs mine hell heck devil fuck shit deal kinds sorts types "
    "undead townsfolk kinsfolk womenfolk guard ppl demographic readership viewership today tonight cult buffalo "
    "bison mecha following platoon posse unit troop troops regiment brigade squadron battalion herd"
)
_PLURAL_IN_ICS = words("graphics lyrics comics critics classics antics theatrics topics characteristics fanatics")
# Singular, whatever their ending.
SURELY_ONE = words("news mathematics gymnastics athletics")
# Many things, and yet one: no custom lets “the list are” pass.
_ONE_THING = words("list collection set pile catalogue sequence chain stream string")
# Time, money and measure: “two hours is long”, “ten dollars is a bargain”.
_MEASURED = SHARED["unit"] | words("bucks quid pence grand")


def is_plural(word: str, *, opened: bool = False) -> bool:
    """Tell whether a word that stands as a plural noun, in lower case, surely takes a plural verb.

    `opened` tells that an article or adjective stands before it, so that it can be no verb.
    """
    if word in SINGULAR_IN_S or word in COLLECTIVE or word.endswith(("'s", "series")):
        return word in ("people", "police")
    if (word.endswith("ics") and word not in _PLURAL_IN_ICS) or word.endswith(("thirds", "quarters", "fifths")):
        return False
    if not word.endswith("s") and not _is_irregular_plural(word):
        return False
    return share(word, Tag.PLURAL) >= 0.4 and share(word, Tag.VERB_S) < (0.45 if opened else 0.3)


def _is_irregular_plural(word: str) -> bool:
    """Tell whether a word is “men”, “children”, “feet” or made from them: “policemen”, not “specimen”."""
    singular = inflect.singular_of(word)
    return singular != word and share(singular, Tag.NOUN | Tag.PROPER) > 0


def is_singular(word: str) -> bool:
    """Tell whether a word that stands as a noun, in lower case, surely takes a singular verb."""
    if word in _ONE_THING or word in SURELY_ONE:
        return True
    if len(word) <= 2 or word in COLLECTIVE or word.endswith(("people", "children")):
        return False
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return False
    return share(word, Tag.NOUN | Tag.PROPER) >= 0.1 and share(word, Tag.PLURAL) < 0.1


def is_measure(word: str) -> bool:
    """Tell whether a plural names time, money or measure, which can be taken as one sum."""
    return word in _MEASURED
