"""Commas that part what belongs together: the pairs of words that nothing may stand between."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from reviewlint.document.view import HIDDEN
from reviewlint.lexicon import Tag, share, tag_sentence

TOKEN = re.compile(rf"{HIDDEN}+|[\w’'-]+|[^\w\s]")
FINITE = Tag.VERB_S | Tag.PAST | Tag.MODAL


class StrayComma(NamedTuple):
    """A comma that should go: its offset, and what it parts."""

    at: int
    parts: str


# What a preposition belongs to: “of” to any noun, the others to their verbs and adjectives.
_TIGHT = {
    "of": "[a-z]{3,}",
    "on": "depends|depend|depended|relies|rely|relied|focuses|focused|based|insists|insisted|concentrates|hinges",
    "to": "belongs|belong|belonged|leads|refers|referred|amounts|pertains|devoted|due|compared|similar|related|"
    "according|wants?|wanted|needs?|tries|tried|begins|began|seems|seemed|manages|managed|fails|failed|refuses|refused|"
    "able|willing|supposed|going|tends|tended|continues|continued|decides|decided",
    "with": "deals|deal|dealt|filled|obsessed|combined|coupled|concerned",
    "for": "known|famous|responsible|searching",
    "in": "interested|results|resulted|consists",
    "from": "suffers|suffered|stems|stemmed|derives|derived|differs|adapted",
}
_ASIDE = (
    r"(?:course|which|whom|late|old|all|sorts|whose|necessity|kinds?|occasion|balance|reflection|paper|"
    r"average|part|fact|"
    r"turn|me|us|him|them|my|his|be (?:fair|honest|sure|clear|precise)|say the least)\b"
)
_PAIR = re.compile("|".join(rf"\b(?:{words})(?P<{link}>,) {link} (?!{_ASIDE})" for link, words in _TIGHT.items()))
_THAN = re.compile(r"\b(?P<word>more|less|rather|other|fewer|[a-z]{2,}er)(?P<comma>,) than (?!\w+ing\b)")
_SAYS_THAT = re.compile(
    r"\b(?:say|says|said|shows|showed|means|meant|proves|proved|believes?|believed|thinks|thought|knows|suggests|"
    r"suggested|claims|claimed|argues|argued|feels|hopes|reali[sz]es|reali[sz]ed|admits|admitted|insists|"
    r"learns|learned|"
    r"discovers|discovered|understands|explains|explained)(?P<comma>,) that "
    r"(?:the|it|he|she|they|we|I|there|his|her|its|their|a|an|no|every|all|some|most|life|love|people)\b"
)
_LEADING = re.compile(
    r"(?<![^\s(“\"])(?:Although|Because|Since|Whereas|Unless|Though)(?P<comma>,) "
    r"(?:the|it|he|she|they|we|there|this|his|her|its|their|a|an) (?!\w+ing\b)"
)
_NOUN_AFTER = re.compile(
    r"\b(?P<before>the|an?|our|their|its|(?:the|an?|its|his|her|their|this) (?P<adjective>[a-z]+))(?P<comma>,) "
    r"(?P<noun>[a-z]{3,})(?P<after> (?:of|in|with|that|about|for|and|is|was|from|to|on)\b|[.;:!?]|$)"
)
_AUXILIARY = re.compile(r"\b(?:has|have|had|will|would|can|could|should|must|might)(?P<comma>,) (?:been|be|have)\b")
_PRONOUN = re.compile(
    r"(?<![^\s(“\"])(?:It|He|She|They|We)(?P<comma>,) (?P<verb>is|was|are|were|has|have|had|will|would|can|could|"
    r"[a-z]+s) "
    r"(?!it\b|he\b|she\b|they\b|there\b|you\b|I\b|we\b)"
)
# “You can hear, the difference”: the verb has its object, and the clause nothing else.
_MODAL_OBJECT = re.compile(
    r"(?<![^\s(“\"])(?!If|When|While|As|Where|That|What|Unless|Once|Whenever|Before|After|Until|Though|"
    r"Although|Because)"
    r"(?:[A-Z][\w’'-]* |(?<=[;,] )and (?:you|we|I|they|he|she) )(?:[\w’'-]+ ){0,3}(?:can|could|will|would|"
    r"must|should|may|might) (?:almost |really |always |"
    r"never |still )?(?:hear|see|feel|smell|taste|find|hold|make|take|read|play|buy|enjoy|love|hate|need|want|forget)"
    r"(?P<comma>,) (?:the|an?|his|her|its|their|every) [a-z’'-]+(?: (?:of|in|on|between|behind|from) [a-z’' -]+)?[.;!]"
)
_SO_THAT = re.compile(
    r"\bso (?:[a-z]+)(?P<comma>,) that (?:the|it|he|she|they|we|I|you|there|this|his|her|its|a|an|no)\b"
)
# Words that are nothing without “of”.
_BEFORE_OF = frozenset(
    "one some many most each none any half full capable aware plenty fond proud afraid lot lots number pair kind sort "
    "type couple bunch series piece bit lack sense part handful variety range majority herd dozens hundreds "
    "thousands".split()
)
_WHOSE = re.compile(r"(?:the (?!ilk|sort|kind|type|same|very|highest|first)|(?:his|her|its|their|our|my|this|these)\b)")
_NEAR = 45  # characters; a second comma so near shows that something was put in between
_NO_COMPARATIVE = frozenset("never ever however over under after whether either neither together other".split())


def tight_commas(text: str, start: int, end: int) -> Iterator[StrayComma]:
    """Yield the commas of a sentence between two words that belong together: "depends, on", "more, than"."""
    for match in _PAIR.finditer(text, start, end):
        link = match.lastgroup or ""
        if link == "of" and not _needs_of(match.group(), text[match.end() : match.end() + 15]):
            continue
        if _is_only(text, match.start(link), start, end):
            yield StrayComma(match.start(link), f"“{link}” from the word it belongs to")
    for match in _THAN.finditer(text, start, end):
        if _compares(match["word"]) and _is_only(text, match.start("comma"), start, end):
            yield StrayComma(match.start("comma"), "“than” from the word it belongs to")
    for pattern, parts in _PLAIN:
        for match in pattern.finditer(text, start, end):
            if _is_only(text, match.start("comma"), start, end):
                yield StrayComma(match.start("comma"), parts)
    for match in _MODAL_OBJECT.finditer(text, start, end):
        if _is_only(text, match.start("comma"), max(start, match.start()), end):
            yield StrayComma(match.start("comma"), "the verb from its object")
    for match in _RELATIVE.finditer(text, start, end):
        finite = share(match["verb"], Tag.VERB_S) > 0.9 or match["verb"] in ("is", "was", "were", "are", "has", "had")
        if finite and _is_last(text, match.start("comma"), end):
            yield StrayComma(match.start("comma"), "the verb from its subject")
    for match in _NOUN_AFTER.finditer(text, start, end):
        if _is_only(text, match.start("comma"), start, end) and _needs(match):
            yield StrayComma(match.start("comma"), "the noun from what goes with it")
    for match in _SAYS_THAT.finditer(text, start, end):
        if "," not in text[start : match.start("comma")].rpartition(" and ")[2][-40:]:
            yield StrayComma(match.start("comma"), "“that” from its verb")
    for match in _LEADING.finditer(text, start, end):
        if "," not in text[match.end() : min(end, match.end() + 15)]:
            yield StrayComma(match.start("comma"), "the conjunction from its clause")


# “a boy who, loves birds”: what stands right after the comma is the verb of “who”.
_RELATIVE = re.compile(r"\b(?:who|which)(?P<comma>,) (?P<verb>[a-z]+)\b")
# “I think, it is good”: a comma before a clause without “that”.
_THINKS = re.compile(
    r"(?:(?<=[.!?] )|(?<=\n)|^)(?:(?:I|We) (?:think|believe|hope|find|feel|doubt|wish)|(?:He|She|One) (?:thinks|"
    r"believes|hopes|"
    r"feels|knows))(?P<comma>,) (?:it|he|she|they|the|this|there|we|you) (?!\w+ing\b)"
)


_PLAIN = (
    (_AUXILIARY, "the verb from its auxiliary"),
    (_PRONOUN, "the subject from its verb"),
    (_SO_THAT, "“so” from “that”"),
    (_THINKS, "the clause from its verb"),
)


def _needs(match: re.Match[str]) -> bool:
    """Tell whether an article or an adjective waits for the noun after the comma."""
    noun, adjective = match["noun"], match["adjective"]
    if adjective is None:
        return share(noun, Tag.NOUN | Tag.PLURAL | Tag.ADJECTIVE) > 0.8
    sure = share(adjective, Tag.ADJECTIVE) > 0.8 and share(noun, Tag.NOUN) > 0.93
    return sure and adjective not in ("whole", "latter", "former", "other", "first", "second", "rest", "same")


def _needs_of(pair: str, rest: str) -> bool:
    """Tell whether "of" and what follows belong to the word before the comma, and are no afterthought."""
    word = pair.partition(",")[0]
    if word in _BEFORE_OF:
        return True
    return share(word, Tag.NOUN | Tag.PLURAL) > 0.7 and _WHOSE.match(rest) is not None


def _is_only(text: str, at: int, start: int, end: int) -> bool:
    """Tell whether no other comma stands near: two of them go round something put in between."""
    return "," not in text[max(start, at - _NEAR) : at] and "," not in text[at + 1 : min(end, at + _NEAR)]


def _is_last(text: str, at: int, end: int) -> bool:
    """Tell whether no comma follows soon."""
    return "," not in text[at + 1 : min(end, at + _NEAR)] and not text[:end].rstrip().endswith("?")


def _compares(word: str) -> bool:
    if word in ("more", "less", "rather", "other", "fewer"):
        return True
    return word not in _NO_COMPARATIVE and share(word, Tag.COMPARATIVE | Tag.ADVERB) > 0.5


class Tagged(NamedTuple):
    """The words and marks of a sentence: their offsets, what they are, and how they are written."""

    starts: list[int]
    words: list[str]
    tags: list[Tag]


def tagged(text: str, start: int, end: int) -> Tagged:
    """Return the tagged words and marks of a sentence."""
    found = list(TOKEN.finditer(text, start, end))
    words = [match.group() for match in found]
    return Tagged([match.start() for match in found], words, tag_sentence(words))
