"""Who made what: claims of direction, writing, music, companies and the like.

They are read from prose by the wordings in data/credits.toml.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reviewlint.claims.claim import NameClaim
from reviewlint.claims.names import COMPANY, NAME, NAMES, is_name, split_names
from reviewlint.claims.scope import is_of_script, is_source, speaks_of_this
from reviewlint.document import Document, Sentence
from reviewlint.facts.known import Facts
from reviewlint.facts.relations import Holds, Relation

R = Relation
_NO_SCRIPT = re.compile(
    r"\b(?:songs?|music|theme|lyrics|novels?|books?|play|memoir|story|stories|manga|comics?|poem|article|essay|column|letters?"
    r"|review|episodes?|lines?|score|tune|track|musical(?! (?:film|movie|comedy|drama))|series|uncredited|assistance|assisted)\b[^.;]{0,30}$",
    re.IGNORECASE,
)
# Songs, and music that a film only uses, are no score.
_NO_SCORE = re.compile(
    r"\b(?:songs?|lyrics|tunes|numbers|using|uses|borrows|period)\b[^.;]{0,30}$"
    r"|\bfeatur(?:es|ing)\b(?! (?:an?|the)\b)[^.;]{0,30}$",
    re.IGNORECASE,
)
# "based on the documentary Tides directed by Ann Lee": the comma that ends such words is missing.
_OTHER_FILM = re.compile(
    r"\b(?:based (?:up)?on|adapted from|inspired by|remake of|sequel to|prequel to|follow-up to)\b"
    r"[^.;:,]*\b(?:documentary|film|movie|series|show|short)\b(?:[^.;:,]*[^.;:, ])? ?(?<! and )$",
    re.IGNORECASE,
)
_NO_CREDIT = ((R.WRITER, _NO_SCRIPT), (R.COMPOSER, _NO_SCORE), (R.DIRECTOR, _OTHER_FILM))
# "Ann Lee, a nurse by training, wrote the script"
_APPOSITION = r", (?:an?|the) [^,.;:!?]{3,60},"
# "by Oscar-winning composer Ann Lee"
_KNOWN_FOR = r"(?:[\w-]+-(?:winning|nominated) )?(?:director|composer|novelist|writer) |the "
_ONE = rf"(?P<name>{NAME})"
_CLAIMED = {"<company>": rf"(?P<name>{COMPANY})", "<names>": rf"(?P<name>{NAMES})"}
_HOUSES = (*(relation for relation in R if relation.holds is Holds.COMPANIES), R.DEVELOPER)
_LABEL = re.compile(r"\b(?:Records|Recordings|Music|Tapes)$")
# A producer by such a name is a company.
_HOUSE = re.compile(r"^Studio\b|\b(?:Studios?|Pictures|Films?|Productions?|Entertainment|Animation|Media|Company)$")
_EVERYWHERE = frozenset(
    "have also both which this with from that earlier previous next last other later best famous".split()
)


@cache
def _wordings() -> dict[str, list[tuple[Relation, str]]]:
    """Return the tables of data/credits.toml, the parts put in: relations and patterns by kind of wording."""
    import tomllib
    from importlib.resources import files

    tables = tomllib.loads(files("reviewlint.claims").joinpath("data", "credits.toml").read_text(encoding="utf-8"))
    parts: dict[str, str] = {}
    for key, wording in tables.pop("parts").items():
        parts[f"<{key}>"] = _filled(wording, parts)
    return {
        kind: [(R(row["relation"]), _filled(row["pattern"], parts)) for row in table]
        if isinstance(table, list)
        else [(R(relation), _filled(wording, parts)) for relation, wording in table.items()]
        for kind, table in tables.items()
    }


def _filled(wording: str, parts: dict[str, str]) -> str:
    for key, part in parts.items():
        wording = wording.replace(key, part)
    return wording


@cache
def _patterns() -> tuple[tuple[Relation, str, tuple[str, ...]], ...]:
    """Return every pattern with what it claims, and words of which a match holds one; the name is in `name`."""
    tables = _wordings()
    found = [
        (relation, rf"\b(?i:{words})(?: is| was| are| were)? (?:by|from) (?:{_KNOWN_FOR})?{_name_for(relation)}")
        for relation, words in tables["by"]
    ]
    found += [(relation, rf"{_ONE}['’]s? {words}\b") for relation, words in tables["owned"]]
    found += [
        (relation, rf"\b(?i:{words}) (?:(?:is|was) )?{_name_for(relation)}") for relation, words in tables["titled"]
    ]
    found += [
        (
            relation,
            rf"{_name_for(relation)}(?:{_APPOSITION}|,)?(?: (?:has|have|had|who|which|also|both))* (?:{words})\b",
        )
        for relation, words in tables["active"]
    ]
    found += [(relation, _filled(pattern.replace("<name>", _ONE), _CLAIMED)) for relation, pattern in tables["whole"]]
    return tuple((relation, pattern, _words_in(pattern)) for relation, pattern in found)


def _name_for(relation: Relation) -> str:
    return _CLAIMED["<company>" if relation in _HOUSES else "<names>"]


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
    # "adapted by" and "the script, … , was written by" are of the film, whatever it comes from
    scripted = match.group().startswith("adapted") or is_of_script(before)
    if not scripted and any(relation is one and pattern.search(before) for one, pattern in _NO_CREDIT):
        return
    if match["name"].endswith(("’s", "'s")) and text[:start].endswith((" by ", " from ")):
        return  # "written by Ann Lee's sister"
    if not speaks_of_this(document, sentence, min(start, match.start()), facts):
        return
    own_book = relation in (R.AUTHOR, R.PUBLISHER) and medium in ("book", "comic")
    based_on = relation is R.AUTHOR and not own_book
    if relation is R.PUBLISHER and is_source(text, sentence, match.start()):
        based_on = True
    elif (
        not based_on
        and not scripted
        and is_source(text, sentence, match.start())
        and relation in (R.WRITER, R.AUTHOR, R.CREATOR)
    ):
        return
    for name, begin, end in split_names(match["name"], start):
        if is_name(name):
            yield NameClaim(relation, name, begin, end, based_on)
