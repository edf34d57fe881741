"""How a name sounds, roughly: two spellings of one sound are one name written by ear."""

from __future__ import annotations

import re

from reviewlint.facts.compare.folding import fold

# The order matters. French endings, then letters that English and German readers hear alike.
_STEPS = tuple(
    (re.compile(pattern), letter)
    for pattern, letter in (
        (r"(?:eaux|eau|aux|ault|aud|auds|aut|eault|ot|ots|os)$", "o"),
        (r"ph", "f"),
        (r"sch|sh", "S"),
        (r"ck|q(?:u(?=[eaio]))?", "k"),
        (r"ch", "C"),
        (r"c(?=[eiy])", "s"),
        (r"c", "k"),
        (r"th", "t"),
        (r"(?<=[a-z])h", ""),
        (r"(?:ie|ey|ee|y|i)$", "i"),
        (r"y", "i"),
        (r"z", "s"),
        (r"(?<=[^aeiou])e$", ""),
        (r"(.)\1", r"\1"),
    )
)


def sound(name: str) -> str:
    """Return a key that names of one sound share: of Moreau and Morot, of Nik and Nick."""
    key = fold(name)
    for pattern, letter in _STEPS:
        key = pattern.sub(letter, key)
    return key
