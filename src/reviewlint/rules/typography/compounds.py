"""Two words that make one adjective before a noun."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from reviewlint.finding import Finding
from reviewlint.lexicon import Tag, share, tag_sentence
from reviewlint.rules.context import Context

_WORD = r"[a-z][a-z’']*"
_COMPOUND = re.compile(rf"(?P<first>{_WORD}) (?P<second>{_WORD}) (?P<noun>{_WORD})(?: (?P<next>{_WORD}))?")
_TOKEN = re.compile(r"[\w’'-]+|[^\w\s]")
_REACH = 30  # characters before the pair that say what is due
_NOUNS = Tag.NOUN | Tag.PLURAL
_VERBS = Tag.VERB | Tag.VERB_S | Tag.PAST | Tag.ING
_CALLS_FOR_NOUN = (
    Tag.DETERMINER
    | Tag.POSSESSIVE
    | Tag.ADJECTIVE
    | Tag.PREPOSITION
    | Tag.CONJUNCTION
    | Tag.MARK
    | Tag.ADVERB
    | Tag.NUMBER
) | _VERBS
_NOT_HEADS = frozenset("home today tonight yesterday tomorrow people well".split())


def open_pairs(ctx: Context, seconds: frozenset[str], joins: Callable[[str, str], bool]) -> Iterator[Finding]:
    """Yield the pairs of words that `joins` takes and that stand open before a noun; `seconds` are their ends."""
    text, words = ctx.text, ctx.document.words
    for i in range(len(words) - 2):
        second = words[i + 1]
        if second.text in seconds and joins(words[i].text, second.text):
            match = _COMPOUND.match(text, words[i].start)
            if match and match.end("second") == second.end and _is_adjective(text, match):
                yield ctx.finding(words[i].start, second.end, replace=f"{match['first']}-{match['second']}")


def _is_adjective(text: str, match: re.Match[str]) -> bool:
    """Tell whether a noun follows the pair, and what stands before it calls for one."""
    noun, following = match["noun"], match["next"] or "."
    if noun in _NOT_HEADS or text[match.start() - 1 : match.start()] in ("-", "’", "'"):
        return False
    before = _TOKEN.findall(text, max(0, match.start() - _REACH), match.start())[-3:]
    tags = tag_sentence([*before, f"{match['first']}-{match['second']}", noun, following])
    place = len(before)
    if before and not tags[place - 1] & _CALLS_FOR_NOUN:
        return False
    if share(noun, _NOUNS) > 0.6 and tags[place + 1] & _NOUNS:
        return share(noun, Tag.NOUN) > 0.3 or share(noun, Tag.VERB_S) <= 0.2
    return share(noun, Tag.ADJECTIVE) > 0.7 and share(following, _NOUNS) > 0.6
