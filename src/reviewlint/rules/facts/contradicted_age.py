"""Somebody who has one age in one sentence and another in a later one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from reviewlint.claims.names import NAME, is_name
from reviewlint.document import Sentence
from reviewlint.facts.numbers import BEGINNING, NUMBER, numbers_among, read_number
from reviewlint.finding import Finding, Related
from reviewlint.rules.context import Context
from reviewlint.rules.facts.counted_twice import counted_twice
from reviewlint.rules.facts.twice import Said, second_finding

# Without this no pattern can match, and most drafts hold none of it.
_HEDGE = "(?:just |only |now |all of |about )?"
_CUE = re.compile(rf"-year-old\b|(?:\bis {_HEDGE}|\bAt |,(?: aged| age)? )(?i:{BEGINNING})")
# A sentence that speaks of another time than the one before; and words that do so beside an age.
_OTHER_TIME = re.compile(
    r"\b(?:when|later|earlier|by then|by now|turns?|turned|grows?|grew|ages?|until|once|young|old enough|starting|"
    r"years? (?:on|pass)|in (?:the|this) (?:book|novel|film|movie|play|series|show|"
    r"game|manga|comic|original|remake|adaptation)|"
    r"flashback|future|(?:18|19|20)\d\d|as an? (?:adult|child|man|woman|boy|girl))\b",
    re.IGNORECASE,
)
_OTHER_TENSE = re.compile(r"\b(?:again|since|next|was|were|had|after|before)\b", re.IGNORECASE)
# Words after which a name is a subject, though they touch it.
_NEW_CLAUSE = re.compile(
    r"\b(?:and|but|or|so|that|because|while|when|if|although|though|where|[Ll]ittle|[Yy]oung|[Oo]ld|[Pp]oor|[Hh]ere) $"
)
_OLDEST = 110  # years
_HOLDER = "Somebody"
_NEAR = 50  # code points around an age in which another time may be named


class _Age(NamedTuple):
    """An age in years, and where it stands; no name where the draft says “the ten-year-old”."""

    start: int
    end: int
    years: float
    name: str
    then: bool  # “At 12 Ada …”: two of these are two times


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return each pattern after letters without which it cannot match."""
    years = rf"(?P<years>(?i:{NUMBER}))"
    return (
        (
            " is ",
            re.compile(
                rf"\b(?P<name>{NAME}),?(?: who)? is (?:just |only |now |all of "
                rf"|about )?{years}(?: years old)?(?=[,.;]| and )"
            ),
        ),
        (", ", re.compile(rf"\b(?P<name>{NAME}),(?: aged| age)? {years},")),
        ("At ", re.compile(rf"\bAt {years},? (?P<name>{NAME}) (?:is|has|still)\b")),
        ("-year-old ", re.compile(rf"\b(?P<years>(?i:{NUMBER}))-year-old (?P<name>{NAME})")),
        (
            "-year-old",
            re.compile(rf"\b[Tt]he (?P<span>(?P<years>(?i:{NUMBER}))-year-old)(?= [a-z]+(?:s|ing|ed)\b|[,.;])"),
        ),
    )


def check(ctx: Context) -> Iterator[Finding]:
    """Yield the second of two ages of one person, unless time has passed between them."""
    told = set()
    if _CUE.search(ctx.text):
        for finding in _by_name(ctx):
            told.add(finding.span.start)
            yield finding
    for before, said in counted_twice(ctx, ("age",)):
        finding = second_finding(ctx, before, said, name=_HOLDER)
        if not _of_other_times(ctx, before, said) and not any(
            abs(place - finding.span.start) <= _NEAR for place in told
        ):
            yield finding


def _of_other_times(ctx: Context, first: Said, second: Said) -> bool:
    """Tell whether one of two sentences, or the one before it, says that time has passed: “Ten years later …”."""
    places = {at for said in (first, second) if (at := ctx.document.index_at(said.start)) is not None}
    near = [ctx.document.sentences[at] for place in places for at in (place, max(0, place - 1))]
    return any(_OTHER_TIME.search(ctx.text, sentence.start, sentence.end) for sentence in near)


def _by_name(ctx: Context) -> Iterator[Finding]:
    """Yield the second of two ages that a name has."""
    first: dict[str, _Age] = {}
    for age in _ages(ctx):
        name = age.name or (next(iter(first)) if len(first) == 1 else "")
        other = first.get(name)
        if other is None:
            if age.name:
                first[name] = age
        elif other.years != age.years and not (other.then and age.then):
            line = ctx.line_of(other.start)
            note = Related(ctx.text[other.start : other.end], ctx.document.source.path, line)
            said, before = ctx.text[age.start : age.end], ctx.text[other.start : other.end]
            yield ctx.finding(age.start, age.end, related=(note,), name=name, first=before, second=said)


def _ages(ctx: Context) -> list[_Age]:
    """Return the ages that the draft gives in the present tense, in order."""
    found: dict[int, _Age] = {}
    numbered = list(ctx.document.sentences_with(numbers_among(ctx.document.word_starts)))
    for sentence in numbered if len(numbered) > 1 else ():
        for match in _matches(ctx, sentence):
            name = match.groupdict().get("name") or ""
            years = read_number(match["years"])
            if years is None or not 0 < years < _OLDEST or (name and not is_name(name)):
                continue
            start, end = match.span("span" if "span" in match.re.groupindex else "years")
            near = max(sentence.start, start - _NEAR), min(sentence.end, end + _NEAR)
            if (
                name
                and match.re.pattern.startswith(r"\b(?P<name>")
                and _hangs(ctx.text[sentence.start : match.start()])
            ):
                continue
            if _OTHER_TIME.search(ctx.text, sentence.start, sentence.end) or _OTHER_TENSE.search(ctx.text, *near):
                continue
            found.setdefault(
                start, _Age(start, end, years, name.split()[0] if name else "", match.group().startswith("At "))
            )
    return [found[start] for start in sorted(found)]


def _hangs(before: str) -> bool:
    """Tell whether a name is no subject but hangs on the words before it: “the mother of Ivo”, “who plays Ivo”."""
    return bool(re.search(r"[^\W\d_]$", before.rstrip(" "))) and not _NEW_CLAUSE.search(before)


def _matches(ctx: Context, sentence: Sentence) -> Iterator[re.Match[str]]:
    part = ctx.text[sentence.start : sentence.end]
    for letters, pattern in _patterns():
        if letters in part:
            yield from pattern.finditer(ctx.text, sentence.start, sentence.end)
