"""Which of two spellings of a name is the slip, where a draft has each of them once."""

from __future__ import annotations

from reviewlint.lexicon import Tag, entry


def slip_of(one: str, two: str) -> str:
    """Return the spelling that is the slip; `two` stands second.

    An ordinary word in place of a name that nobody knows is what a spelling checker puts there: Wintery for Wintory.
    Where nothing tells, the second is the slip, as it is in three of four published ones.
    """
    return one if is_ordinary(one) and not is_ordinary(two) else two


def is_ordinary(name: str) -> bool:
    """Tell whether a word is an ordinary one; of a rare noun the lexicon does not say whether it is a name."""
    found = entry(name)
    if found is None:
        return False
    return found.capital < 0.5 if found.seen else not found.tags[0][0] & (Tag.NOUN | Tag.PROPER)
