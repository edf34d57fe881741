"""Who made what: claims of direction, writing, music, companies and the like, read from prose by patterns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reviewlint.claims.claim import NameClaim
from reviewlint.claims.names import COMPANY, NAME, NAMES, is_name, split_names
from reviewlint.claims.scope import is_source, speaks_of_this
from reviewlint.document import Document, Sentence
from reviewlint.facts.known import Facts
from reviewlint.facts.relations import Holds, Relation

R = Relation
_FILM = r"(?:film|movie|picture|feature|documentary|drama|comedy|thriller|animation|adaptation|debut|debut feature)"
_WORK = rf"(?:it|this|{_FILM}|series|show|game|album|record|novel|book|manga|all of it|the whole thing)"
# One word may stand before the noun, unless it points to another work.
_THIS = r"(?:(?!earlier|previous|next|last|other|later|best|famous|classic|old|first|second|third|recent)\w+ )?"
_MUSIC = r"(?:score|music|soundtrack)"
# "directed and produced by", "written, directed and scored by"
_AND_MORE = r"(?:(?: by)?,? (?:and |& )?(?:co-)?(?:directed|produced|written|edited|shot|scored|scripted|created|narrated|animated))*"
_NO_SCRIPT = re.compile(
    r"\b(?:songs?|music|theme|lyrics|novels?|books?|play|memoir|story|stories|manga|comics?|poem|article|essay|column|letters?"
    r"|review|episodes?|lines?|tune|track|musical(?! (?:film|movie|comedy|drama))|series|uncredited|assistance|assisted)\b[^.;]{0,30}$",
    re.IGNORECASE,
)
# Songs, and music that a film only uses, are no score.
_NO_SCORE = re.compile(
    r"\b(?:songs?|lyrics|tunes|numbers|using|uses|features|featuring|borrows|period)\b[^.;]{0,30}$", re.IGNORECASE
)
# "based on the documentary Tides directed by Ann Lee": the comma that ends such words is missing.
_OTHER_FILM = re.compile(
    r"\b(?:based (?:up)?on|adapted from|inspired by|remake of|sequel to|prequel to|follow-up to)\b"
    r"[^.;:,]*\b(?:documentary|film|movie|series|show|short)\b(?:[^.;:,]*[^.;:, ])? ?(?<! and )$",
    re.IGNORECASE,
)
_NO_CREDIT = ((R.WRITER, _NO_SCRIPT), (R.COMPOSER, _NO_SCORE), (R.DIRECTOR, _OTHER_FILM))
# A noun after "Ann Lee's film" that makes it something else.
_NOT_THEIRS = r"(?! (?:roles?|career|appearances?|performance|persona|score|music|company|star)\b)"
# Past participles and nouns before "by", with what they claim. The order matters only for reading.
_BY: dict[Relation, str] = {
    R.DIRECTOR: rf"(?:co-)?directed{_AND_MORE}|helmed|direction",
    R.WRITER: rf"screenplay,?|script,?|scripted|teleplay|(?:co-)?written{_AND_MORE}|adapted(?: for (?:the )?(?:screen|film|television))?",
    R.COMPOSER: r"(?:score|music|soundtrack|theme)(?:,? (?:is|was|written|composed|comes|provided))*,?|scored|composed",
    R.CINEMATOGRAPHER: r"photographed|cinematography,?|lensed|photography,?",
    R.EDITOR: r"edited",
    R.PRODUCER: r"produced",
    R.CREATOR: r"created",
    R.DEVELOPER: r"developed",
    R.PUBLISHER: r"published|put out",
    R.DISTRIBUTOR: r"distributed",
    R.NARRATOR: r"audiobook(?: is| was)? read|narrated",
    R.TRANSLATOR: r"translated(?: \w+){0,4}|translation,?",
    R.ILLUSTRATOR: r"illustrated|illustrations",
    R.DESIGNER: r"designed",
    R.PRODUCTION_COMPANY: r"animated",
}
# The noun that a name owns, as in "Ann Lee's score".
_OWNED: dict[Relation, str] = {
    R.DIRECTOR: rf"{_THIS}(?:{_FILM}|direction)\b{_NOT_THEIRS}",
    R.COMPOSER: rf"{_THIS}(?:score|music|soundtrack|theme)",
    R.WRITER: rf"{_THIS}(?:script|screenplay)",
    R.TRANSLATOR: r"(?:\w+ )?translation",
    R.CINEMATOGRAPHER: r"(?:camera|camerawork|cinematography|photography)",
}
# The noun that stands before a name, as in "director Ann Lee".
_TITLED: dict[Relation, str] = {
    R.DIRECTOR: r"director|directors|writer-director|writer/director",
    R.COMPOSER: r"composer",
    R.WRITER: r"screenwriter|scriptwriter",
    R.CINEMATOGRAPHER: r"cinematographer",
    R.TRANSLATOR: r"translator",
    R.PRODUCER: r"(?:the )?producer,?",
    R.CREATOR: r"creator|showrunner",
    R.RECORD_LABEL: r"(?:the )?label",
}
_ACTIVE: dict[Relation, str] = {
    R.DIRECTOR: rf"(?:(?:wrote|writes|produced|edited),? and )?(?:directed|directs|made|shot) (?:the |this |all of )?{_WORK}",
    R.COMPOSER: rf"(?:composed|wrote|composes|provided|supplied) (?:all )?the {_MUSIC}|scored (?:the |this )?{_WORK}",
    R.WRITER: r"(?:wrote|writes)(?: the (?:script|screenplay)|,? and directed)",
    R.CINEMATOGRAPHER: rf"(?:photographed|lensed) (?:the |this )?{_WORK}",
    R.PRODUCER: rf"produced (?:the |this )?{_WORK}",
    R.DISTRIBUTOR: rf"(?:distributed|distributes) (?:the |this )?{_WORK}",
    R.CREATOR: rf"(?:created|creates) (?:the |this )?{_WORK}",
    R.DEVELOPER: rf"(?:developed|develops) (?:the |this )?{_WORK}|(?:made|built) (?:the|this) game",
    R.PUBLISHER: rf"(?:published|publishes) (?:the |this )?{_WORK}",
}
# "Ann Lee, a nurse by training, wrote the script"
_APPOSITION = r", (?:an?|the) [^,.;:!?]{3,60},"
# "by Oscar-winning composer Ann Lee"
_KNOWN_FOR = r"(?:[\w-]+-(?:winning|nominated) )?(?:director|composer|novelist|writer) |the "
_BOOK = r"novels?|memoirs?|books?|manga|comics?|play|graphic novel|stor(?:y|ies)"
_HOUSES = (*(relation for relation in R if relation.holds is Holds.COMPANIES), R.DEVELOPER)


_LABEL = re.compile(r"\b(?:Records|Recordings|Music|Tapes)$")
# A producer by such a name is a company.
_HOUSE = re.compile(r"^Studio\b|\b(?:Studios?|Pictures|Films?|Productions?|Entertainment|Animation|Media|Company)$")
_EVERYWHERE = frozenset(
    "have also both which this with from that earlier previous next last other later best famous".split()
)


@cache
def _patterns() -> tuple[tuple[Relation, str, tuple[str, ...]], ...]:
    """Return every pattern with what it claims, and words of which a match holds one; the name is in `name`."""
    found: list[tuple[Relation, str]] = []
    for relation, words in _BY.items():
        name = COMPANY if relation in _HOUSES else NAMES
        found.append(
            (
                relation,
                rf"\b(?i:{words})(?: is| was| are| were)? (?:by|from) (?:{_KNOWN_FOR})?(?P<name>{name})",
            )
        )
    for relation, words in _OWNED.items():
        found.append((relation, rf"(?P<name>{NAME})['’]s? {words}\b"))
    for relation, words in _TITLED.items():
        name = COMPANY if relation in _HOUSES else NAMES
        found.append((relation, rf"\b(?i:{words}) (?:(?:is|was) )?(?P<name>{name})"))
    for relation, words in _ACTIVE.items():
        name = COMPANY if relation in _HOUSES else NAMES
        found.append(
            (
                relation,
                rf"(?P<name>{name})(?:{_APPOSITION}|,)?(?: (?:has|have|had|who|which|also|both))* (?:{words})\b",
            )
        )
    found += [
        (R.DIRECTOR, rf"\bwith (?P<name>{NAME}) directing\b"),
        (R.DIRECTOR, rf"\b(?:documentary|film|movie|picture) (?P<name>{NAME}) (?:made|shot|directed)\b(?! by)"),
        (
            R.DEVELOPER,
            rf"\b[Dd]eveloper (?P<name>{COMPANY}) (?:made|has made|built|created|released) (?:it|the|this)\b",
        ),
        (R.DEVELOPER, rf"(?P<name>{COMPANY}) made (?:it|the game|this game) for\b"),
        (
            R.AUTHOR,
            rf"\b(?:novels?|memoirs?|books?|manga|comics?|play|graphic novel|stor(?:y|ies))(?: \w+)? (?:by|of) (?P<name>{NAMES})",
        ),
        (R.WRITER, rf"\bco-(?:wrote|writes|written)(?: it| (?:the|its) (?:script|screenplay))? with (?P<name>{NAMES})"),
        (R.AUTHOR, rf"(?P<name>{NAME})['’]s? (?:novels?|memoirs?|manga|graphic novel|short story)\b"),
        (R.PUBLISHER, rf"\b(?:appeared|appears|came out|out) (?:from|with) (?P<name>{COMPANY})"),
        (R.BROADCASTER, rf"\b(?i:adapted|made|commissioned|produced) for (?P<name>{COMPANY})"),
        (R.BROADCASTER, rf"\b(?:shown|aired|airs|broadcast|premiered|debuted) on (?P<name>{COMPANY})"),
        (R.RECORD_LABEL, rf"\b(?:released|issued|came out|appeared|out) on (?P<name>{COMPANY})"),
        (R.CINEMATOGRAPHER, rf"\b(?:[Ii]t|film|movie|picture) (?:is|was) shot by (?P<name>{NAME})"),
        (R.PRODUCTION_COMPANY, rf"\b(?i:animated) (?:at|by) (?P<name>{COMPANY})"),
    ]
    return tuple((relation, pattern, _words_in(pattern)) for relation, pattern in found)


def _words_in(pattern: str) -> tuple[str, ...]:
    """Return the words that a pattern spells out beside the name, in lower case."""
    bare = pattern.replace(NAMES, " ").replace(NAME, " ").replace(COMPANY, " ").replace("(?P<name>", " ")
    bare = re.sub(r"\w\?", "", bare)  # a letter that may be missing
    words = set(re.findall(r"(?<![\\\w])[a-z]{4,}", bare.lower())) - _EVERYWHERE
    return tuple(words)


def _fitting(sentence: str) -> Iterator[tuple[Relation, re.Pattern[str]]]:
    """Yield the patterns that can match in a sentence, given in lower case; compiling them all takes long."""
    for relation, pattern, words in _patterns():
        if any(word in sentence for word in words):
            yield relation, _compiled(pattern)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


@cache
def _cue() -> re.Pattern[str]:
    """Return a cheap pattern that any claim of a credit holds."""
    words = "|".join(
        "direct helm screenplay script score music soundtrack compos cinematograph photograph edited produced producer "
        "creat develop publish label translat illustrat designed animated animation novel memoir manga film movie made "
        "adapted documentary read debut theme lens shot book wrote camera photograph distribut released aired broadcast "
        "shown written narrat teleplay comic".split()
    )
    return re.compile(words)


def read_credits(document: Document, text: str, facts: Facts) -> Iterator[NameClaim]:
    """Yield the claims of who made the work, or what it is based on, in the order of the text."""
    for sentence in document.sentences:
        part = text[sentence.start : sentence.end].lower()
        if not _cue().search(part):
            continue
        seen: set[tuple[int, Relation]] = set()
        for relation, pattern in _fitting(part):
            for match in pattern.finditer(text, sentence.start, sentence.end):
                for claim in _claims(document, text, sentence, relation, match, facts):
                    if (claim.start, claim.relation) not in seen:
                        seen.add((claim.start, claim.relation))
                        yield claim


def _claims(
    document: Document, text: str, sentence: Sentence, relation: Relation, match: re.Match[str], facts: Facts
) -> Iterator[NameClaim]:
    start = match.start("name")
    medium = facts.main.medium.value
    if relation is R.RECORD_LABEL and medium != "album" and not _LABEL.search(match["name"]):
        return  # "released on Netflix", "out on Friday"
    if " made " in match.group() and relation is (R.DIRECTOR if medium == "game" else R.DEVELOPER):
        return
    if relation is R.PRODUCER and _HOUSE.search(match["name"]):
        relation = R.PRODUCTION_COMPANY
    before = text[sentence.start : match.start()]
    if any(relation is one and pattern.search(before) for one, pattern in _NO_CREDIT):
        return
    if match["name"].endswith(("’s", "'s")) and text[:start].endswith((" by ", " from ")):
        return  # "written by Ann Lee's sister"
    if not speaks_of_this(document, sentence, min(start, match.start()), facts):
        return
    own_book = relation in (R.AUTHOR, R.PUBLISHER) and medium in ("book", "comic")
    based_on = relation is R.AUTHOR and not own_book
    if relation is R.PUBLISHER and is_source(text, sentence, match.start()):
        based_on = True
    elif not based_on and is_source(text, sentence, match.start()) and relation in (R.WRITER, R.AUTHOR, R.CREATOR):
        return
    for name, begin, end in split_names(match["name"], start):
        if is_name(name):
            yield NameClaim(relation, name, begin, end, based_on)
