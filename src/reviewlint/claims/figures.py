"""Lengths and counts that a draft claims of the work."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewlint.claims.claim import ValueClaim
from reviewlint.claims.scope import is_in_head, speaks_of_this
from reviewlint.claims.subject import is_the_work, subject_of
from reviewlint.document import Document, Sentence
from reviewlint.facts.known import Facts
from reviewlint.facts.lengths import LengthSpan, find_lengths
from reviewlint.facts.media import Medium
from reviewlint.facts.relations import Relation

# What makes a length that of the whole work: words before it, or after it.
_TOTAL_BEFORE = re.compile(
    r"(?:\b(?:runs?(?: for| to| at| just| only| a)*|running(?: for| to| at)?|lasts?(?: for| only| just)*|clocks? in at"
    r"|clocking in at|(?:running time|runtime|run time|length)(?: of| is|:| was)*|comes in at|all of|just|only|in just|in only"
    r"|a (?:lean|brisk|tight|trim|mere|slim|long|short|scant)|at|but for|in)(?: a| its| just| only| about| around| nearly"
    r"| almost| roughly| some| a lean| a brisk| a mere| a little over| just over| just under)*|^|, )\s*$",
    re.IGNORECASE,
)
_TOTAL_AFTER = re.compile(
    r"^,?[ -](?:film|movie|picture|feature|documentary|running time|runtime|run time|long\b|in length|of (?:film|screen time)"
    r"|it (?:is|never|has|does|feels|flies)|there is|the (?:film|movie|picture)|I did not|no minute|and (?:not|hardly|never))",
    re.IGNORECASE,
)
_FIRM_BEFORE = re.compile(
    r"(?:(?:film|movie|picture)['’]s $|runs?|running|lasts?|clock\w*|time|runtime|length)\b[^.;]{0,20}$", re.IGNORECASE
)
_FIRM_AFTER = re.compile(
    r"(?: (?:that|which))? it (?:takes?|took|lasts?|runs?)\b|[ -](?:film|movie|picture|feature|running|runtime|long\b)"
)
# A verb that gives a length to its subject, with what may stand between the two.
_HAS_LENGTH = re.compile(
    r"\b(?:runs?|ran|lasts?|lasted|clocks?|clocked|is|was|takes?|took|comes?|came)\b(?=[^.;:,]{0,40}$)", re.IGNORECASE
)
_PARTIAL = re.compile(
    r"^[ -](?:mark|in\b|into|later|before|after|left|ago|away|version|cut|episodes?|scene|sequence|walk|drive|late|early"
    r"|per|a day|of (?:footage|silence|my|your)|or (?:so )?(?:in|into)|to (?:go|kill|get|reach)|from|apiece|each|flat)"
    r"|(?:first|last|final|opening|closing|next|another|every|extra|other|these|those|spare|same|original|past) $",
    re.IGNORECASE,
)
# “Its 112 minutes pass like a tram”: nobody counts the minutes of anything else of that length.
_WHOLE_BEFORE = re.compile(
    r"\b(?:(?P<firm>its|these|all|the whole|with|over in|you have|takes?|took|fills?|needs?)|in|for|through|after)"
    r" (?:its |all |just |only )?$",
    re.IGNORECASE,
)
_LEAST_FILM = 61  # minutes
_LONGEST = 15 * 60  # minutes: longer than any film
_CUT = re.compile(
    r"\b(?:cut|version|edition|original|extended|theatrical|restoration|episodes?|part|scenes?|sequences?|shots?|takes?)\b",
    re.IGNORECASE,
)


def read_lengths(document: Document, text: str, facts: Facts) -> Iterator[ValueClaim]:
    """Yield the lengths that are claimed of the whole work."""
    for found in find_lengths(text):
        before, after = text[max(0, found.start - 45) : found.start], text[found.end : found.end + 30]
        if found.length.minutes > _LONGEST or _PARTIAL.search(after) or _PARTIAL.search(before[-12:]):
            continue
        firm = _FIRM_BEFORE.search(before) or _FIRM_AFTER.match(after) or is_in_head(document, found.start)
        if (
            not firm
            and not (_TOTAL_BEFORE.search(before) and _TOTAL_AFTER.match(after))
            and not (_just(before, after) or _is_whole_film(text, found, before, facts))
        ):
            continue
        sentence = document.sentence_at(found.start)
        if sentence is None or _CUT.search(text[sentence.start : found.start]):
            continue
        if _is_of_another(text, sentence, found.start, facts):
            continue
        if speaks_of_this(document, sentence, found.start, facts):
            yield ValueClaim(Relation.DURATION, found.length, found.start, found.end)


def _is_of_another(text: str, sentence: Sentence, start: int, facts: Facts) -> bool:
    """Tell whether a clause gives its length to something other than the work: a song, a half, a film on the disc."""
    verbs = list(_HAS_LENGTH.finditer(text, sentence.start, start))
    if not verbs:
        return False
    subject = subject_of(text, sentence.start, verbs[-1].end())  # the last: “the last song runs”
    return subject is not None and not is_the_work(subject, facts)


def _is_whole_film(text: str, found: LengthSpan, before: str, facts: Facts) -> bool:
    """Tell whether a length to the minute is that of a film: long enough, after words for all of it."""
    if facts.main.medium is not Medium.FILM or not _LEAST_FILM <= found.length.minutes < 5 * 60:
        return False
    whole = _WHOLE_BEFORE.search(before)
    if whole is None or "minute" not in text[found.start : found.end]:
        return False
    firm = whole["firm"] is not None and found.length.minutes % 60 != 0
    return firm or found.length.minutes % 10 != 0  # “for 90 minutes” is any evening


def _just(before: str, after: str) -> bool:
    """Tell whether a length closes a sentence as "in just 75 minutes." does."""
    return bool(re.search(r"\b(?:in|at) (?:just|only|a lean|a mere|a brisk|a tight) $", before)) and after[:1] in ".,;"
