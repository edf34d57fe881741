"""Names in prose: words with capitals, with the small words that names hold."""

from __future__ import annotations

import re

# Capitals, and with them the small letters of extended Latin: exact sets make these patterns slow to compile.
_UP = r"^\W\d_a-zß-ÿ"
_PART = rf"[{_UP}](?:[\w’'-]*\w)?"
_SMALL = r"(?:de|la|le|van|von|der|den|di|da|del|della|dos|du|al|bin|ibn|ten|ter|y)"
_WORD = rf"(?:(?:[{_UP}]\.)+|{_PART})"
NAME = rf"(?:{_WORD}(?: (?:{_SMALL} )*{_WORD}){{0,4}})"
# Companies also have "&", "of the" and figures in their names.
COMPANY = rf"(?:{_PART}(?: (?:(?:&|and|of|of the|for) )?(?:{_PART}|\d+)\+?){{0,4}}\+?)"
NAMES = rf"(?:{NAME}(?:, {NAME})*(?:,? (?:and|&) {NAME})?)"
_SPLIT = re.compile(r", (?:and |& )?| and | & ")
_POSSESSIVE = re.compile(r"['’]s?$")
# Words that carry a capital at the head of a sentence, or that are no person.
_NO_NAME = frozenset(
    "the a an it he she they this that these those there here his her its their my our your i we you in on at by for "
    "with from and but or so if when while as after before since once even just one two three first second film "
    "movie series novel book game album show story script score music director writer nobody everybody everyone "
    "anyone someone critics fans viewers readers players then now not no yes what who how why where which american "
    "british french german japanese italian spanish hollywood monday tuesday wednesday thursday friday saturday "
    "sunday january february march april may june july august september october november december new english korean "
    "chinese danish swedish dutch irish scottish russian australian canadian indian".split()
)


def split_names(text: str, start: int) -> list[tuple[str, int, int]]:
    """Return the single names of a list ("A, B and C") with their offsets; `start` is where the text stands."""
    found = []
    at = 0
    for gap in [*_SPLIT.finditer(text), None]:
        end = gap.start() if gap else len(text)
        name = _POSSESSIVE.sub("", text[at:end])
        if name:
            found.append((name, start + at, start + at + len(name)))
        at = gap.end() if gap else end
    return found


def is_name(text: str) -> bool:
    """Tell whether a text with a capital can be the name of a person: not “The”, “American” or “It”."""
    words = text.split()
    return bool(words) and words[0].lower() not in _NO_NAME
