"""Lengths, years, ratings and counts that a draft claims of the work."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reviewlint.claims.claim import ValueClaim
from reviewlint.claims.scope import is_in_head, speaks_of_this
from reviewlint.document import Document, Sentence
from reviewlint.facts.known import Facts
from reviewlint.facts.lengths import find_lengths
from reviewlint.facts.numbers import NUMBER, read_number, read_ordinal
from reviewlint.facts.relations import Relation
from reviewlint.facts.sites import site_name, site_scale
from reviewlint.facts.values import PartialDate, Rating

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
_FIRM_AFTER = re.compile(r"[ -](?:film|movie|picture|feature|running|runtime|long\b)")
_PARTIAL = re.compile(
    r"^[ -](?:mark|in\b|into|later|before|after|left|ago|away|version|cut|episodes?|scene|sequence|walk|drive|late|early"
    r"|per|a day|of (?:footage|silence|my|your)|or (?:so )?(?:in|into)|to (?:go|kill|get|reach)|from|apiece|each|flat)"
    r"|(?:first|last|final|opening|closing|next|another|every|extra|other|these|those|spare|same|original|past) $",
    re.IGNORECASE,
)
_LONGEST = 15 * 60  # minutes: longer than any film
_CUT = re.compile(
    r"\b(?:cut|version|edition|original|extended|theatrical|restoration|episodes?|part|scenes?|sequences?|shots?|takes?)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(
    r"\b(?i:released|came out|comes out|opened|premiered|first shown|first screened|first broadcast|first aired|debuted|"
    r"launched|began|started|appeared|published|put out|shown|aired|arrived|made|shot|it dates|dates|from)\b"
    r"(?P<between>(?: [\w’'&]+){0,7}?) (?:in|from|of|since)(?: the (?:early |late )?(?:spring|summer|autumn|fall|winter) of)?"
    r"(?: (?:January|February|March|April|May|June|July|August|September|October|November|December))? (?P<year>(?:18|19|20)\d\d)\b"
)
_FILM_OF = re.compile(
    r"\b(?:[Tt]h(?:e|is)|[Hh]is|[Hh]er|[Tt]heir|[\w’']+['’]s) (?P<year>(?:18|19|20)\d\d) (?:film|movie|picture|novel|album)\b(?! (?:called|named|titled|of|version))"
)
# "For a game from 2003", "few kettles that came out in 2011": such words speak of the work by its kind.
_FOR_ONE = re.compile(
    r"\b(?:[Ff]or an? (?:[a-z-]+ )?[a-z]+|[Ff]ew(?: other)? [a-z]+|[Nn]ot many [a-z]+|[Hh]ow many [a-z]+) (?:from|(?:that )?(?:was )?"
    r"(?:launched|released|came out|made|built|recorded|introduced) in) (?P<year>(?:19|20)\d\d)\b(?! to)"
)
_LABELLED = re.compile(
    r"\b(?:Released|Release date|Release|Launched|Year):\W{1,3}(?:[\w.,]+ ){0,2}?(?P<year>(?:19|20)\d\d)\b"
)
_SINCE = re.compile(r"\b[Ss]ince it (?:began|started|first aired|came out) in (?P<year>(?:19|20)\d\d)\b")
_HEADED = re.compile(r"[(,] ?(?:[^()\n]{1,40}, ?)?(?P<year>(?:18|19|20)\d\d)[).]")
_SUBJECT = re.compile(
    r"\b(?:[Ii]t(?: (?:was|is|had been|only|first))*|(?:[Tt]h(?:e|is) )?(?:film|movie|picture|series|show|game|album|record|book"
    r"|novel)(?: \w+)?(?: (?:was|is|had been|first))*|First|and|novel,?|things|that) (?:was |were )?$|[,;:] $"
)
_NOT_RELEASE = re.compile(
    r"\b(?:restor|reissu|re-releas|rereleas|remaster|novel|book|memoir|manga|play(?!station)|song|record|remake|sequel|original|second"
    r"|award|prize|born|died|set in|festival|reprint|translation|edition|demo|DVD|Blu|version|port)\w*",
    re.IGNORECASE,
)
_COUNTS = {
    Relation.NUMBER_OF_EPISODES: r"episodes",
    Relation.NUMBER_OF_SEASONS: r"seasons|series",
    Relation.NUM_TRACKS: r"tracks|songs",
    Relation.NUMBER_OF_PAGES: r"pages",
    Relation.NUMBER_OF_VOLUMES: r"volumes",
}
_ALL = re.compile(r"\b(?:the|all|its|their|has|have|over|across|runs? to|holds?|is) $", re.IGNORECASE)
# Numbers in words make a dear pattern, so a score is looked for only around what every score holds.
_SCORED = re.compile(r"/ ?(?:5|10|100|4|20)\b|\bout of\b|\bstars?\b", re.IGNORECASE)
_BEFORE_CUE, _AFTER_CUE = 40, 26  # code points
_WIDEST_LABEL = 200  # code points before a score that tell whether it stands alone
_FULL_STARS = {"one": 1.0, "two": 2.0, "three": 3.0, "four": 4.0, "five": 5.0}


@cache
def _score() -> re.Pattern[str]:
    number = rf"(?P<value>{NUMBER}(?: and a (?:half|quarter))?)"
    return re.compile(
        rf"(?:{number}(?: ?/ ?| out of )(?P<best>5|10|100|4|20|five|ten|four|a hundred|twenty)\b"
        rf"|(?P<stars>{NUMBER}(?: and a half)?) stars?(?: out of (?P<of>five|four|ten|5|4|10))?)",
        re.IGNORECASE,
    )


@cache
def _site_scores() -> tuple[re.Pattern[str], ...]:
    site = r"(?P<site>IMDb|IMDB|Metacritic|Rotten Tomatoes|Letterboxd|Goodreads|OpenCritic|Pitchfork|MyAnimeList|Steam|RogerEbert\.com)"
    value = (
        r"(?P<value>\d{1,3}(?:\.\d{1,2})?)(?: ?(?:%|percent|per cent)| ?/ ?(?P<best>\d{1,3})| out of (?P<of>\d{1,3}))?"
    )
    return (
        re.compile(rf"\b{value}(?: \w+){{0,3}}? (?:on|at|from|by) {site}"),
        re.compile(
            rf"\b{site}(?:['’]s)?(?: (?:has|had|gives?|gave|puts?|rates?|scores?|lists|shows))(?: [\w’'-]+){{0,5}}? {value}\b"
        ),
        re.compile(rf"\b{site} (?:score|rating)(?: of| is| stands at| was)* {value}\b"),
    )


def read_lengths(document: Document, text: str, facts: Facts) -> Iterator[ValueClaim]:
    """Yield the lengths that are claimed of the whole work."""
    for found in find_lengths(text):
        before, after = text[max(0, found.start - 45) : found.start], text[found.end : found.end + 30]
        if found.length.minutes > _LONGEST or _PARTIAL.search(after) or _PARTIAL.search(before[-12:]):
            continue
        firm = _FIRM_BEFORE.search(before) or _FIRM_AFTER.match(after) or is_in_head(document, found.start)
        if not firm and not (_TOTAL_BEFORE.search(before) and _TOTAL_AFTER.match(after)) and not _just(before, after):
            continue
        sentence = document.sentence_at(found.start)
        if sentence is None or _CUT.search(text[sentence.start : found.start]):
            continue
        if speaks_of_this(document, sentence, found.start, facts):
            yield ValueClaim(Relation.DURATION, found.length, found.start, found.end)


def _just(before: str, after: str) -> bool:
    """Tell whether a length closes a sentence as "in just 75 minutes." does."""
    return bool(re.search(r"\b(?:in|at) (?:just|only|a lean|a mere|a brisk|a tight) $", before)) and after[:1] in ".,;"


def read_years(document: Document, text: str, facts: Facts) -> Iterator[ValueClaim]:
    """Yield the years in which the work is said to have come out."""
    years = [word for word in document.word_starts if word[:4].isdigit() and word[:2] in ("18", "19", "20")]
    for sentence in document.sentences_with(years):
        for pattern in (_SINCE, _FILM_OF, _FOR_ONE, _LABELLED, _HEADED, _YEAR):
            for match in pattern.finditer(text, sentence.start, sentence.end):
                if _is_release(document, text, sentence, match, facts):
                    yield ValueClaim(Relation.DATE_PUBLISHED, PartialDate(int(match["year"])), *match.span("year"))


def _is_release(document: Document, text: str, sentence: Sentence, match: re.Match[str], facts: Facts) -> bool:
    """Tell whether a year is that in which the work under review came out."""
    pattern = match.re
    if pattern is _HEADED and not is_in_head(document, match.start("year")):
        return False
    before = text[max(sentence.start, match.start() - 40) : match.start("year")]
    own = pattern in (_FOR_ONE, _LABELLED)
    if not own and _NOT_RELEASE.search(before) and not _own_noun(before, facts):
        return False
    if pattern is _YEAR and not _has_subject(text[sentence.start : match.start()]):
        return False
    if pattern is _YEAR and facts.main.medium.value == "game" and " on " in match["between"]:
        return False  # the year of one console's version
    return speaks_of_this(document, sentence, match.start(), facts)


def is_by_kind(text: str, claim: ValueClaim) -> bool:
    """Tell whether a year is given as “for a game from 2003” gives it: of the work, whatever else is spoken of."""
    return any(match.end() == claim.end for match in _FOR_ONE.finditer(text, max(0, claim.start - 60), claim.end))


def _has_subject(before: str) -> bool:
    """Tell whether what came out is the work: it is named right before, or the clause begins with the verb."""
    return not before.strip() or bool(_SUBJECT.search(before))


def _own_noun(before: str, facts: Facts) -> bool:
    """Tell whether “novel”, “book” or “record” is the work under review itself."""
    medium = facts.main.medium.value
    found = {word.lower() for word in _NOT_RELEASE.findall(before)}
    return (medium == "book" and found <= {"novel", "book", "second"}) or (
        medium == "album" and found <= {"record", "song"}
    )


def read_site_ratings(document: Document, text: str, facts: Facts) -> Iterator[ValueClaim]:
    """Yield the ratings that sites and papers are said to give."""
    for pattern in _site_scores():
        for match in pattern.finditer(text):
            site = site_name(match["site"]) or match["site"]
            value = float(match["value"])
            best = match["best"] or match["of"]
            scale = float(best) if best else site_scale(site, value)
            sentence = document.sentence_at(match.start())
            if sentence is not None and speaks_of_this(document, sentence, match.start(), facts):
                rating = Rating(value, scale, author=site)
                yield ValueClaim(Relation.AGGREGATE_RATING, rating, *match.span("value"))


def read_own_ratings(text: str) -> Iterator[ValueClaim]:
    """Yield the reviewer's own ratings: a score that is a block's label, or a sentence of its own."""
    done = 0
    for cue in _scored(text):
        if cue < done:
            continue
        match = next(_score().finditer(text, max(done, cue - _BEFORE_CUE), cue + _AFTER_CUE), None)
        if match is None:
            continue
        done = match.end()
        stars = match["stars"]
        value = _value(stars or match["value"])
        best = _FULL_STARS.get((match["best"] or match["of"] or "").lower()) or read_number(
            match["best"] or match["of"] or ""
        )
        if value is None or not _stands_alone(text, match.start(), match.end()):
            continue
        best = best or (5.0 if stars else None)
        if best is not None and value <= best:
            yield ValueClaim(Relation.REVIEW_RATING, Rating(value, float(best)), match.start(), match.end())


def _scored(text: str) -> list[int]:
    """Return the offsets of what every score holds, in order."""
    lower = text.lower()
    found = []
    for letters in ("/", "out of", "star"):
        at = lower.find(letters)
        while at >= 0:
            if _SCORED.match(text, at):
                found.append(at)
            at = lower.find(letters, at + 1)
    return sorted(found)


def _value(text: str) -> float | None:
    whole, _, part = text.lower().partition(" and a ")
    number = read_number(whole)
    if number is None:
        return None
    return number + {"half": 0.5, "quarter": 0.25}.get(part, 0.0)


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Tell whether a score is a line or sentence of its own, a label before it or not."""
    line = text.rfind("\n", max(0, start - _WIDEST_LABEL), start) + 1
    before = text[line or max(0, start - _WIDEST_LABEL) : start]
    after = text[end : end + 2]
    if re.search(
        r"(?<!normally )(?<!usually )\bI(?:['’]d| would)? (?:give|rate|gave|rated|score) (?:it|this|the \w+)(?: an?)? $",
        before,
    ):
        return True
    labelled = re.search(r"(?i)\b(?:score|rating|verdict|grade|overall|stars?|mark)\W{1,4}$", before)
    headed = re.search(r"[:|,–—] ?$", before) and len(before) < 60 and not re.search(r"[.!?] ", before)
    alone = not before.strip("*_ ") or before.rstrip('*_ "”').endswith((".", "!", "?"))
    return bool(labelled or headed or alone) and (
        not after.strip() or (after[0] in ".*_ |,\n!)" and not after[1:2].islower())
    )


def read_counts(document: Document, text: str, facts: Facts) -> Iterator[ValueClaim]:
    """Yield how many seasons, episodes, tracks, pages or volumes the work is said to have."""
    for relation, noun in _COUNTS.items():
        if not facts.main.get(relation):
            continue
        for match in re.finditer(rf"(?P<number>{NUMBER}) (?:{noun})\b", text, re.IGNORECASE):
            sentence = document.sentence_at(match.start())
            number = read_number(match["number"])
            if sentence is None or number is None or not _ALL.search(text[sentence.start : match.start()]):
                continue
            if re.match(r" (?:in|into|later|left|ago|or so)\b", text[match.end() : match.end() + 8]):
                continue
            if speaks_of_this(document, sentence, match.start(), facts):
                yield ValueClaim(relation, int(number), *match.span())


def read_ordinals(document: Document, text: str, facts: Facts) -> Iterator[ValueClaim]:
    """Yield the seasons that are named by their number: the fifth season claims that there are five at least."""
    if not facts.main.get(Relation.NUMBER_OF_SEASONS):
        return
    for match in re.finditer(r"\b(?P<number>[a-z]+(?:-[a-z]+)?|\d+(?:st|nd|rd|th)) season\b", text):
        number = read_ordinal(match["number"])
        if number is not None:
            yield ValueClaim(Relation.NUMBER_OF_SEASONS, number, *match.span())


def read_last(document: Document, text: str, facts: Facts) -> Iterator[ValueClaim]:
    """Yield the seasons called the last by their number: “the sixth and last season” claims that there are six."""
    if not facts.main.get(Relation.NUMBER_OF_SEASONS):
        return
    for match in re.finditer(
        r"\b(?P<number>[a-z]+(?:-[a-z]+)?|\d+(?:st|nd|rd|th)),? and (?:last|final) season\b", text
    ):
        number = read_ordinal(match["number"])
        sentence = document.sentence_at(match.start())
        if number is not None and sentence is not None and speaks_of_this(document, sentence, match.start(), facts):
            yield ValueClaim(Relation.NUMBER_OF_SEASONS, number, *match.span())
