"""Who made what: claims of direction, writing, music, companies and the like.

They are read from prose by the wordings in data/credits.toml.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from reviewlint.claims.claim import NameClaim
from reviewlint.claims.names import COMPANY, NAME, NAMES, is_name, split_names
from reviewlint.claims.scope import is_source, speaks_of_this
from reviewlint.document import Document, Sentence
from reviewlint.facts.known import Facts
from reviewlint.facts.relations import Holds, Relation

R = Relation
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
# Parts that may be missing, or that stand beside a word which tells more.
_NEVER_ALONE = ("<work>", "<this>", "<not as>", "<and more>")
_EVERYWHERE = frozenset(
    "have also both which this with from that earlier previous next last other later best famous".split()
)


class _Wording(NamedTuple):
    """What words claim: a relation, a pattern, and words of which any match holds one, in lower case."""

    relation: Relation
    pattern: str
    words: tuple[str, ...]


@cache
def _wordings() -> dict[str, list[_Wording]]:
    """Return the tables of data/credits.toml, the parts put in, by kind of wording."""
    import tomllib
    from importlib.resources import files

    tables = tomllib.loads(files("reviewlint.claims").joinpath("data", "credits.toml").read_text(encoding="utf-8"))
    parts: dict[str, str] = {}
    for key, wording in tables.pop("parts").items():
        parts[f"<{key}>"] = _filled(wording, parts)
    telling = parts | dict.fromkeys(_NEVER_ALONE, " ")

    def read(relation: str, wording: str) -> _Wording:
        return _Wording(R(relation), _filled(wording, parts), _words_in(_filled(wording, telling)))

    return {
        kind: [read(row["relation"], row["pattern"]) for row in table]
        if isinstance(table, list)
        else [read(*item) for item in table.items()]
        for kind, table in tables.items()
    }


def _filled(wording: str, parts: dict[str, str]) -> str:
    for key, part in parts.items():
        wording = wording.replace(key, part)
    return wording


@cache
def _patterns() -> tuple[_Wording, ...]:
    """Return every wording with the names put in; the one that is claimed is in the group `name`."""
    frames: dict[str, Callable[[Relation, str], str]] = {
        "by": lambda r, words: rf"\b(?i:{words})(?: is| was| are| were)? (?:by|from) (?:{_KNOWN_FOR})?{_name_for(r)}",
        "owned": lambda r, words: rf"{_ONE}['’]s? {words}\b",
        "titled": lambda r, words: rf"\b(?i:{words}) (?:(?:is|was) )?{_name_for(r)}",
        "active": lambda r, words: (
            rf"{_name_for(r)}(?:{_APPOSITION}|,)?(?: (?:has|have|had|who|which|also|both))* (?:{words})\b"
        ),
        "whole": lambda r, words: _filled(words.replace("<name>", _ONE), _CLAIMED),
    }
    return tuple(
        wording._replace(pattern=frame(wording.relation, wording.pattern))
        for kind, frame in frames.items()
        for wording in _wordings()[kind]
    )


def _name_for(relation: Relation) -> str:
    return _CLAIMED["<company>" if relation in _HOUSES else "<names>"]


def _words_in(wording: str) -> tuple[str, ...]:
    """Return the words that a wording spells out, in lower case; short ones are in every sentence."""
    bare = re.sub(r"<[a-z ]+>|\w\?", "", wording)  # names, and letters that may be missing
    return tuple(set(re.findall(r"(?<![\\\w])[a-z]{4,}", bare.lower())) - _EVERYWHERE)


def _fitting(sentence: str) -> Iterator[tuple[Relation, re.Pattern[str]]]:
    """Yield the patterns that can match in a sentence, given in lower case; compiling them all takes long."""
    for wording in _patterns():
        if any(word in sentence for word in wording.words):
            yield wording.relation, _compiled(wording.pattern)


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
