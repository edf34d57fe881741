"""What a sentence speaks of: this work, or another one; a fact, or something that is not so."""

from __future__ import annotations

import re
from functools import lru_cache

from reviewlint.document import Document, Kind, Sentence
from reviewlint.facts.compare.works import is_title
from reviewlint.facts.known import Facts

# Before a claim in its sentence: another work, another time, something that is not or may not be.
_AWAY = re.compile(
    r"\b(?:his|her|their|whose|[\w’']+['’]s) (?:earlier|previous|next|last|other|later|best-known|most famous)\b"
    r"|\b(?:if|unless|would have|might have|wish"
    r"|could have|should have|imagine|unlike|reminiscent|inspired by|remake|remade|reboot|the original|sequel to|prequel"
    r"|also (?:directed|wrote|made|composed|produced)|who (?:also|once|previously|later|earlier)|worked on|known for"
    r"|famous for|better known|compared|same (?:director|writer|composer|team))\b|\b[Ll]ike (?:\w+ ){0,2}$",
    re.IGNORECASE,
)
# The same within a clause: “It is not silly, as director Ann Lee wants to be taken at her word” denies no credit.
_DENIED = re.compile(
    r"\b(?:not|never|neither|nor|hardly|instead of|rather than|as if|as though)\b|n['’]t\b", re.IGNORECASE
)
_NEW_CLAUSE = re.compile(
    r"[;:—–(]| - |, (?:and|but|as|so|while|when|because|though|although|since|yet|where)\b"
    r"| (?:but|because|while|when|until|although|though|since|and now) "
)
_BASED_ON = re.compile(
    r"\b(?:based (?:up)?on|adapted (?:\w+ ){0,2}from|adaptation of|adapts|inspired by|comes? from|came from|drawn from"
    r"|taken from|from the|from a|from an)\b[^.;:]{0,60}$",
    re.IGNORECASE,
)
_SHORT_HEAD = 120  # code points
_SOURCE = re.compile(
    r"\b(?:novels?|novella|book|books|memoir|manga|comics?|graphic novel|short story|story|stories|play|musical|webtoon"
    r"|autobiography|biography|one-shot|poem|article|source|light novels?)\b",
    re.IGNORECASE,
)
# What stands behind these words is said of the script, which is this work's.
_FROM_SCRIPT = re.compile(
    r"(?<!adapted )\bfrom an? (?:[\w-]+ ){0,2}(?:screenplay|script)\b[^,;]*$"
    r"|\bthe (?:screenplay|script|teleplay), [^.;:]*, (?:is|was) $",
    re.IGNORECASE,
)


def speaks_of_this(document: Document, sentence: Sentence, start: int, facts: Facts) -> bool:
    """Tell whether what stands at `start` in a sentence is said of the work under review, and said to be so."""
    before = document.prose.text[sentence.start : start]
    if any(not _in_title(away, before, facts) for away in _AWAY.finditer(before)):
        return False
    for denied in _DENIED.finditer(before):
        if not _in_title(denied, before, facts) and not _NEW_CLAUSE.search(before, denied.end()):
            return False
    return not names_another_work(document, sentence, facts, start)


def _in_title(match: re.Match[str], text: str, facts: Facts) -> bool:
    """Tell whether a word is part of the work's own title: “Never on Sunday”."""
    return any(
        text.find(title, max(0, match.end() - len(title)), match.start() + len(title)) >= 0
        for work in facts.works
        for title in work.titles
    )


def names_another_work(document: Document, sentence: Sentence, facts: Facts, end: int) -> bool:
    """Tell whether a sentence holds the title of another work before `end`, and none of this one."""
    if not facts.works:
        return False
    prose = document.prose
    others = False
    index = prose.segment_at(sentence.start)
    while index < len(prose.segments) and prose.segments[index].start < end:
        segment = prose.segments[index]
        stop = prose.segments[index + 1].start if index + 1 < len(prose.segments) else len(prose.text)
        if segment.kind & Kind.TITLE and segment.start >= sentence.start:
            title = prose.text[segment.start : stop].strip(" ,.;:!?")
            if any(is_title(title, work) for work in facts.works):
                return False
            others = True
        index += 1
    return others


# Words of a sentence that tells of another version, or of what nearly was.
_OTHERWISE = re.compile(
    r"\b(?:almost|nearly|offered|turned (?:\w+ ){1,3}down|first choice|replac\w+|audition\w*|instead|originally|was to (?:have|be)|were to"
    r"|was going to|had been|until|wanted|considered|approached|Broadway|remakes?|remade|reboots?|original|versions?|adaptations?|earlier"
    r"|sequels?|prequels?|predecessor|previous\w*|another|later|rumou?r\w*|uncredited|for a (?:week|month|day|while)"
    r"|couple of (?:weeks|days|months)|voice-over|tribute|influences?|student of|homage|anew|on (?:the )?(?:radio|stage)|favou?rite|the other (?!hand\b|actors?\b)|reminiscent|inspired|compared)\b",
    re.IGNORECASE,
)


def tells_otherwise(document: Document, text: str, sentence: Sentence) -> bool:
    """Tell whether a sentence, or the one before it, speaks of another version of a work or of what nearly was."""
    if says_otherwise(text, sentence):
        return True
    index = document.index_at(sentence.start)
    before = document.sentences[index - 1] if index else sentence
    return before.block == sentence.block and says_otherwise(text, before)


def says_otherwise(text: str, sentence: Sentence) -> bool:
    """Tell whether a sentence by itself speaks of another version of a work, or of what nearly was."""
    return _OTHERWISE.search(text, sentence.start, sentence.end) is not None


# In a draft that holds these, a figure or a name may well be the other version's.
_VERSIONS = re.compile(
    r"\b(?:remakes?|remade|reboot\w*|anew|(?:other|American|British|US|UK|English|Japanese|film|stage|first|second|original|new) version)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=8)
def compares_versions(text: str) -> bool:
    """Tell whether a draft speaks of another version of its work."""
    return _VERSIONS.search(text) is not None


def is_in_head(document: Document, offset: int) -> bool:
    """Tell whether an offset stands in a heading, or in the few words about the work that open a review."""
    if document.prose.kind_at(offset) & Kind.HEADING:
        return True
    first = document.blocks[0]
    if first.kind & Kind.HEADING and len(document.blocks) > 1 and offset >= first.end:
        first = document.blocks[1]  # "Rating: 7/10 | 280 g, made in Denmark"
        if " | " not in document.prose.text[first.start : first.end]:
            return False
    return first.end - first.start < _SHORT_HEAD and offset < first.end


def is_source(text: str, sentence: Sentence, start: int) -> bool:
    """Tell whether a claim at `start` is about the work that this one is based on."""
    before = text[sentence.start : start]
    if is_of_script(before):
        return False
    return bool(_BASED_ON.search(before)) and bool(_SOURCE.search(before[-60:]))


def is_of_script(before: str) -> bool:
    """Tell whether the words before a claim make it one of this work's script: “the script, from a novel, was …”."""
    return bool(_FROM_SCRIPT.search(before))
