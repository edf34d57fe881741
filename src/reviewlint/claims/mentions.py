"""Mentions: where a draft names somebody or something, in words with capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from reviewlint.claims.names import NAME, is_name
from reviewlint.document import Sentence
from reviewlint.lexicon import Tag, entry

_MENTION = re.compile(NAME)
_POSSESSIVE = re.compile(r"['’][sS]?$")
_WORD = re.compile(r"\S+")
# Words that stand before names and are no part of them.
_BEFORE = frozenset(
    "director directors composer writer author producer editor novelist actor actress screenwriter cinematographer star "
    "translator illustrator creator showrunner developer publisher artist singer by and with from in of the a an for "
    "when while as but if though although since after before starring written directed produced edited music screenplay "
    "enter like unlike voiced played where that so or both how what why".split()
)


# Words of these kinds may well begin a name, though the dictionary has them: “Pel Okafor”, “Salt Road”.
_MAY_NAME = Tag.NOUN | Tag.PROPER | Tag.ADJECTIVE


class Mention(NamedTuple):
    """A name in the prose: half-open offsets, without a possessive ending, and the name."""

    start: int
    end: int
    name: str


def mentions_in(text: str, sentence: Sentence) -> Iterator[Mention]:
    """Yield the names in a sentence, in order; an ordinary word that opens the sentence is no part of one."""
    for match in _MENTION.finditer(text, sentence.start, sentence.end):
        start, end = match.span()
        end -= len(match.group()) - len(_POSSESSIVE.sub("", match.group()))
        words = [(found.start(), found.group()) for found in _WORD.finditer(text, start, end)]
        while words and _is_no_part(words[0][1], words[0][0] == sentence.start):
            words.pop(0)
        if words and end > words[0][0] and is_name(text[words[0][0] : end]):
            yield Mention(words[0][0], end, text[words[0][0] : end])


def _is_no_part(word: str, opens: bool) -> bool:
    if word.lower() in _BEFORE:
        return True
    if not opens or not word.isalpha():
        return False
    found = entry(word)
    return found is not None and found.capital < 0.5 and not found.tags[0][0] & _MAY_NAME
