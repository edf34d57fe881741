"""The years in which a draft says that its work came out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewlint.claims.claim import ValueClaim
from reviewlint.claims.scope import is_in_head, names_another_work, speaks_of_this
from reviewlint.claims.subject import is_the_work, nouns_for, subject_of
from reviewlint.document import Document, Kind, Sentence
from reviewlint.facts.known import Facts
from reviewlint.facts.relations import Relation
from reviewlint.facts.values import PartialDate

_YEAR = re.compile(
    r"\b(?i:released|came out|comes out|reached (?:the )?(?:cinemas|theaters|theatres|shops|stores|screens|shelves)|hit (?:the )?(?:cinemas|theaters|theatres|shops|stores|screens|shelves)|shipped|went out|first printed|first issued|hails|product|opened|premiered|first shown|first screened|first broadcast|first aired|debuted|"
    r"launched|began|started|appeared|published|put out|shown|aired|arrived|made|shot|it dates|dates|from)\b"
    r"(?P<between>(?: [\w’'&]+){0,7}?),? (?:in|from|of|since)(?: the (?:early |late )?(?:spring|summer|autumn|fall|winter) of)?"
    r"(?: (?:January|February|March|April|May|June|July|August|September|October|November|December))? (?P<year>(?:18|19|20)\d\d)\b"
)
_FILM_OF = re.compile(
    r"\b(?P<det>[Tt]h(?:e|is)|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[\w’']+['’]s?) (?P<year>(?:18|19|20)\d\d) (?:[a-z-]+ ){0,2}?(?P<noun>[a-z]+)\b"
    r"(?! (?:called|named|titled|of|version)| [A-Z“*])"
)
_NOUN_OF = re.compile(
    r"\b(?P<det>[Tt]h(?:e|is)|[Aa]n?) (?:[a-z-]+ )?(?P<noun>[a-z]+) (?:of|from) (?P<year>(?:18|19|20)\d\d)\b(?! to)"
)
# "For a game from 2003", "few kettles that came out in 2011": such words speak of the work by its kind.
_FOR_ONE = re.compile(
    r"\b(?:[Ff]or an? (?:[a-z-]+ )?[a-z]+|[Ff]ew(?: other)? [a-z]+|[Nn]ot many [a-z]+|[Hh]ow many [a-z]+) (?:from|(?:that )?(?:was )?"
    r"(?:launched|released|came out|made|built|recorded|introduced) in) (?P<year>(?:19|20)\d\d)\b(?! to)"
)
_LABELLED = re.compile(
    r"\b(?:Released|Release date|Release|Launched|Year):\W{1,3}(?:[\w.,]+ ){0,2}?(?P<year>(?:19|20)\d\d)\b"
)
_BACK = re.compile(r"\b[Bb]ack in (?P<year>(?:19|20)\d\d),? (?:when )?it (?:was|came|opened|felt|looked|seemed)\b")
# “In 1984, when it came out”, “in 1984, the year it opened”, “Paper Boats (1984)”, “the novel, from 1984, …”
_OUT = r"(?:came out|opened|appeared|premiered|launched|aired|shipped|was (?:first )?(?:released|published|made|shown|launched))"
_WHEN_OUT = re.compile(rf"\b[Ii]n (?P<year>(?:18|19|20)\d\d),? (?:when|the year) (?:it|the [a-z]+) {_OUT}\b")
_ITS_TITLE = re.compile(r"(?<=[\w”\"’!?.]) \((?P<year>(?:18|19|20)\d\d)\)")
_NOUN_FROM = re.compile(
    r"\b(?P<det>[Tt]h(?:e|is)) (?P<noun>[a-z]+)(?:,| is| was|, which is) from (?P<year>(?:18|19|20)\d\d)\b(?! to)"
)
_WROTE_IT = re.compile(r"\b(?:wrote|made|recorded|shot|filmed) (?:it|this) in (?P<year>(?:18|19|20)\d\d)\b")
_FEW_OF = re.compile(
    r"\b(?:[Ff]ew|[Aa]s|[Nn]ot many|[Ll]ike most|[Uu]nlike most) (?P<noun>[a-z]+)s (?:of|from) (?P<year>(?:19|20)\d\d)\b(?! to)"
)
_SINCE = re.compile(r"\b[Ss]ince it (?:began|started|first aired|came out) in (?P<year>(?:19|20)\d\d)\b")
_HEADED = re.compile(r"[(,] ?(?:[^()\n]{1,40}, ?)?(?P<year>(?:18|19|20)\d\d)[).]")
_ELSEWHERE = re.compile(
    r" (?:in|to) (?!(?:January|February|March|April|May|June|July|August|September|October|November|December))[A-Z]"
)
_NOT_RELEASE = re.compile(
    r"\b(?:restor|reissu|re-releas|rereleas|remaster|novel|book|memoir|manga|play(?!station)|song|record|remake|sequel|original|second"
    r"|award|prize|born|died|set in|festival|reprint|translation|edition|demo|DVD|Blu|version|port)\w*",
    re.IGNORECASE,
)
# A release of another kind, or elsewhere.
_OTHER_RELEASE = re.compile(
    r"\b(?:on|to|for) (?:disc|DVD|Blu-?[Rr]ay|video|VHS|vinyl|CD|home video|Netflix|streaming|Steam|paperback)\b|\b(?:4K|UHD|DVD|Blu-?[Rr]ay|paperback)\b"
    r"|\b(?:in|into|to) (?:English|translation|(?:the )?(?:US|UK|USA|United States|United Kingdom|States)\b|America\b|Britain\b|Europe\b)"
)
# In a draft that holds these, “the 1974 film” tells one film from another.
_VERSIONS = re.compile(
    r"\b(?:remakes?|remade|reboot\w*|original|versions?|earlier|previous|sequels?|prequels?|adaptations?)\b",
    re.IGNORECASE,
)
_PATTERNS = (
    _BACK, _SINCE, _WHEN_OUT, _ITS_TITLE, _NOUN_FROM, _WROTE_IT, _FEW_OF, _FILM_OF, _NOUN_OF, _FOR_ONE, _LABELLED, _HEADED,
    _YEAR,
)  # fmt: skip
_OWN = (_FOR_ONE, _LABELLED, _ITS_TITLE, _WHEN_OUT)  # what these say is of the work, whatever stands before
_OWNERS = ("his", "her", "their")


def read_years(document: Document, text: str, facts: Facts) -> Iterator[ValueClaim]:
    """Yield the years in which the work is said to have come out."""
    years = [word for word in document.word_starts if word[:4].isdigit() and word[:2] in ("18", "19", "20")]
    for sentence in document.sentences_with(years):
        for pattern in _PATTERNS:
            for match in pattern.finditer(text, sentence.start, sentence.end):
                if _is_release(document, text, sentence, match, facts):
                    yield ValueClaim(Relation.DATE_PUBLISHED, PartialDate(int(match["year"])), *match.span("year"))


def _is_release(document: Document, text: str, sentence: Sentence, match: re.Match[str], facts: Facts) -> bool:
    """Tell whether a year is that in which the work under review came out."""
    pattern = match.re
    if pattern is _HEADED and not _heads(document, text, match, facts):
        return False
    if pattern in (_FILM_OF, _NOUN_OF, _NOUN_FROM) and not _is_own_noun(match, facts):
        return False
    if pattern is _FEW_OF and match["noun"] not in nouns_for(facts.main.medium):
        return False
    if pattern is _ITS_TITLE:
        return any(text.endswith(title, 0, match.start()) or text[: match.start()].rstrip("”\"’*_").endswith(title)
                   for title in facts.main.titles)  # fmt: skip
    if _OTHER_RELEASE.search(text, sentence.start, sentence.end):
        return False
    before = text[max(sentence.start, match.start() - 40) : match.start("year")]
    own = pattern in _OWN
    if not own and _NOT_RELEASE.search(before) and not _own_noun(before, facts):
        return False
    if pattern is _YEAR and (_ELSEWHERE.search(match["between"]) or not _is_of_work(text, sentence, match, facts)):
        return False
    if pattern is _YEAR and facts.main.medium.value == "game" and " on " in match["between"]:
        return False  # the year of one console's version
    if pattern in (_NOUN_OF, _FOR_ONE):  # “hardly a flaw in a game of 2015” denies no year
        return not names_another_work(document, sentence, facts, match.start())
    return speaks_of_this(document, sentence, match.start(), facts)


def is_by_kind(text: str, claim: ValueClaim) -> bool:
    """Tell whether a year is given as “for a game from 2003” gives it: of the work, whatever else is spoken of."""
    return any(match.end() == claim.end for match in _FOR_ONE.finditer(text, max(0, claim.start - 60), claim.end))


def _is_own_noun(match: re.Match[str], facts: Facts) -> bool:
    """Tell whether “the 1990 film” can be the work under review: “Lee’s 1990 film” is one of hers, mostly another."""
    owned = match["det"].lower().endswith(("'s", "’s", "'", "’")) or match["det"].lower() in _OWNERS
    return (
        not owned
        and match["noun"] in nouns_for(facts.main.medium)
        and not (match["det"].lower() == "the" and _VERSIONS.search(match.string))
    )


def _heads(document: Document, text: str, match: re.Match[str], facts: Facts) -> bool:
    """Tell whether a year in brackets or after a comma stands in the head of a draft, and beside no other title."""
    year = match.start("year")
    if not is_in_head(document, year):
        return False
    block = next((block for block in document.blocks if block.start <= year < block.end), None)
    if block is None or block.kind & Kind.HEADING or facts.main.name is None:
        return True
    before = text[block.start : match.start()].rstrip(" (")
    named = re.search(r"[A-Z][^.;:!?]*$", before)
    return named is None or any(title in before for title in facts.main.titles)


def _is_of_work(text: str, sentence: Sentence, match: re.Match[str], facts: Facts) -> bool:
    """Tell whether what came out is the work: the subject or object of the verb, or the clause begins with the verb."""
    made = re.match(r" (?:it|the (?P<noun>\w+))$", match["between"])
    if made and (made["noun"] is None or made["noun"] in nouns_for(facts.main.medium)):
        return True
    before = text[sentence.start : match.start()]
    if not before.strip() or before.rstrip().endswith((",", ";", ":", "First", "first")):
        return True
    subject = subject_of(text, sentence.start, match.start() + len(match.group().split(" ")[0]))
    return subject is None or is_the_work(subject, facts)


def _own_noun(before: str, facts: Facts) -> bool:
    """Tell whether “novel”, “book” or “record” is the work under review itself."""
    medium = facts.main.medium.value
    found = {word.lower() for word in _NOT_RELEASE.findall(before)}
    return (medium == "book" and found <= {"novel", "book", "second"}) or (
        medium == "album" and found <= {"record", "song"}
    )
