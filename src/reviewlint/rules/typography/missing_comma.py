"""“However” without the marks that set it off."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewlint.finding import Finding
from reviewlint.lexicon import Tag, tag_sentence
from reviewlint.rules.context import Context

_HOWEVER = re.compile(r"(?<![\w’'-])(?P<before>[\w’']{2,}) however (?P<after>[a-z’']+)\b(?: (?P<then>[\w’'-]+))?")
_FIRST = re.compile(r"However (?P<after>[\w’']+)\b(?: (?P<then>[\w’']+))?")
_FINITE = Tag.VERB_S | Tag.PAST | Tag.MODAL
_NOUNS = Tag.NOUN | Tag.PLURAL | Tag.PROPER
_BE = frozenset(
    "is are was were am be been has have had does do did will would can could should may might must".split()
)
_GOES_ON = Tag.DETERMINER | Tag.PREPOSITION | Tag.TO | Tag.PARTICIPLE | Tag.ING | Tag.VERB | Tag.POSSESSIVE | Tag.NOUN
# "However long it takes", "play it however you like": the word that asks how.
_HOW = frozenset("you one we many much long often hard far big small good bad well little few brief short".split())
_LIKE = frozenset("want wants wanted like likes liked please wish wishes choose chose see can could may might".split())
_SUBJECTS = frozenset("it he she they the this that there these those i we his her its their my our a an".split())


def check(ctx: Context) -> Iterator[Finding]:
    """Yield each “however” that interrupts or opens a sentence without a comma."""
    text = ctx.text
    for match in _HOWEVER.finditer(text):
        mark = _missing_mark(text, match)
        if mark:
            replace = f"{match['before']}{mark} however, {match['after']}"
            yield ctx.finding(match.start(), match.end("after"), replace=replace)
    if "However " in text:
        yield from _openings(ctx)


def _missing_mark(text: str, match: re.Match[str]) -> str:
    """Return the mark that is missing before “however” in mid-sentence, or nothing if all is sound."""
    before, after, then = match["before"].lower(), match["after"].lower(), match["then"] or "."
    if after in _HOW:
        return ""
    tag_before, _, tag, tag_then = tag_sentence([before, "however", after, then])
    if before in _BE or tag_before & _FINITE:
        return "," if tag & (_GOES_ON | _FINITE) else ""
    if not tag_before & (_NOUNS | Tag.PRONOUN):
        return ""
    if tag & _FINITE or (tag & Tag.ADVERB and after.endswith("ly") and tag_then & _FINITE):
        return ","
    words = text[match.start("after") : match.end() + 60].split()[:5]
    if after in _SUBJECTS and tag_before & _NOUNS and not any(word.lower() in _LIKE for word in words):
        return ";" if any(tag & _FINITE for tag in tag_sentence(words)[1:]) else ""
    return ""


def _openings(ctx: Context) -> Iterator[Finding]:
    """Yield each “However” that opens a sentence in which no comma follows."""
    text = ctx.text
    for sentence in ctx.document.sentences:
        match = _FIRST.match(text, sentence.start, sentence.end)
        if match is None or "," in text[match.end() : sentence.end] or match["after"].lower() in _HOW:
            continue
        after, then = match["after"].lower(), match["then"] or "."
        if after in _SUBJECTS and (after not in ("a", "an") or tag_sentence([after, then])[1] & _NOUNS):
            yield ctx.finding(match.start(), match.end("after"), replace=f"However, {match['after']}")
