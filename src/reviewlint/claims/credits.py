"""Who made what: claims of direction, writing, music, companies and the like.

They are read from prose by the wordings in data/credits.toml.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

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
_CLAIMED = {"<name>": rf"(?P<name>{NAME})", "<company>": rf"(?P<name>{COMPANY})", "<names>": rf"(?P<name>{NAMES})"}
_HOUSES = (*(relation for relation in R if relation.holds is Holds.COMPANIES), R.DEVELOPER)
_LABEL = re.compile(r"\b(?:Records|Recordings|Music|Tapes)$")
# A producer by such a name is a company.
_HOUSE = re.compile(r"^Studio\b|\b(?:Studios?|Pictures|Films?|Productions?|Entertainment|Animation|Media|Company)$")
_EVERYWHERE = frozenset(
    "have also both which this with from that earlier previous next last other later best famous".split()
)


# Parts that stand beside the words that make a claim, and alone make none.
_BESIDE = ("<line end>", "<and more>", "<this>", "<not as>", "<some words>", "<work>", "<name>", "<names>", "<company>")


class _Pattern(NamedTuple):
    """A pattern, the name in its group `name`: what it claims, and words and letters, some of which a match holds."""

    relation: Relation
    pattern: str
    words: frozenset[str]
    letters: tuple[str, ...] = ("",)


@cache
def _tables() -> tuple[dict[str, list[tuple[Relation, str]]], dict[str, str]]:
    """Return the tables of data/credits.toml: relations and wordings by kind of wording, and the parts."""
    import tomllib
    from importlib.resources import files

    tables = tomllib.loads(files("reviewlint.claims").joinpath("data", "credits.toml").read_text(encoding="utf-8"))
    parts: dict[str, str] = {}
    for key, wording in tables.pop("parts").items():
        parts[f"<{key}>"] = _filled(wording, parts)
    return {
        kind: [(R(row["relation"]), row["pattern"]) for row in table]
        if isinstance(table, list)
        else [(R(relation), wording) for relation, wording in table.items()]
        for kind, table in tables.items()
    }, parts


def _filled(wording: str, parts: dict[str, str]) -> str:
    for key, part in parts.items():
        wording = wording.replace(key, part)
    return wording


@cache
def _patterns() -> tuple[_Pattern, ...]:
    """Return every pattern of data/credits.toml, the parts and names put in."""
    tables, parts = _tables()
    shapes: dict[str, tuple[str, tuple[str, ...]]] = {
        "by": (
            rf"\b(?i:%s)(?: is| was| are| were)?(?: in (?:1[89]|20)\d\d)? (?:by|from) (?:{_KNOWN_FOR})?<claimed>",
            (" by ", " from "),
        ),
        "owned": (r"<name>['’]s? %s\b", ("’", "'")),
        "titled": (r"\b(?i:%s) (?:(?:is|was) )?<claimed>", ("",)),
        "active": (rf"<claimed>(?:{_APPOSITION}|,)?(?: (?:has|have|had|who|which|also|both))* (?:%s)\b", ("",)),
        "whole": ("%s", ("",)),
    }
    return tuple(
        _Pattern(
            relation,
            _named(shape.replace("%s", _filled(wording, parts)), relation),
            _words_in(_filled(re.sub("|".join(_BESIDE), " ", wording), parts)),
            letters,
        )
        for kind, (shape, letters) in shapes.items()
        for relation, wording in tables[kind]
    )


def _named(pattern: str, relation: Relation) -> str:
    """Return a pattern with a name, names or a company in their place."""
    claimed = {"<claimed>": _CLAIMED["<company>" if relation in _HOUSES else "<names>"]} | _CLAIMED
    return re.sub(r"<claimed>|(?<!P)<name>|<names>|<company>", lambda match: claimed[match.group()], pattern)


def _words_in(wording: str) -> frozenset[str]:
    """Return the words that a wording spells out, in lower case."""
    bare = re.sub(r"\w\?", "", wording)  # a letter that may be missing
    bare = re.sub(r"\[\w(\w)\]", r"\1", bare)  # a letter, large or small
    return frozenset(re.findall(r"(?<![\\\w])[a-z]{4,}", bare.lower())) - _EVERYWHERE


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def read_credits(document: Document, text: str, facts: Facts) -> Iterator[NameClaim]:
    """Yield the claims of who made the work, or what it is based on, in the order of the text."""
    # Most patterns fit nothing in a draft, and fewer still in a sentence; compiling them all takes long.
    begin: dict[str, list[str]] = {}
    for word in document.word_starts:
        for part in word.split("-"):
            begin.setdefault(part[:4], []).append(word)
    patterns = [one for one in _patterns() if any(word[:4] in begin for word in one.words)]
    cues = {cue for one in patterns for word in one.words for cue in begin.get(word[:4], ())}
    for sentence in document.sentences_with(cues):
        part = text[sentence.start : sentence.end].lower()
        seen: set[tuple[int, Relation]] = set()
        for relation, pattern, words, letters in patterns:
            if not any(letter in part for letter in letters) or not any(word in part for word in words):
                continue
            for match in _compiled(pattern).finditer(text, sentence.start, sentence.end):
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
