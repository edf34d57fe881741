"""“Eighteen years behind the till” in one sentence, “twenty-five years at the till” in a later one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from reviewlint.facts.numbers import NUMBER, read_number
from reviewlint.finding import Finding
from reviewlint.rules.context import Context
from reviewlint.rules.facts.counted_twice import counted_twice
from reviewlint.rules.facts.twice import Said, second_finding
from reviewlint.rules.wordsets import words

_UNITS = ("years", "months", "weeks", "days")
_CUE = re.compile(r"\b(?:years|months|weeks|days)\b")
# A sentence about another time, another person, or a part of it.
_ELSEWHERE = re.compile(
    r"\b(?:ago|later|before|earlier|next|first|last|another|more|less|than|total|other|others|since|old|older|younger|then|"
    r"almost|nearly|over|about|around|some|planned|hoped|meant|early|prison sentence|within|every"
    r"|each|apart)\b|n['’]t\b",
    re.IGNORECASE,
)
_BEFORE, _AFTER = 25, 12  # code points around a time in which such a word is about it
_SPENT = re.compile(
    r"\b(?:worked|works|working|spent|spends|served|serves|waited|waits|stood|sat|been|was|stayed|lived|sold|put in)\b"
)
# A job that is only called one.
_ONE_JOB = re.compile(
    r"(?:in|at|of) (?:one|the same|a single|that|the) (?:job|post|place|desk|firm|trade)\b|of service\b"
)
_TRIVIAL = words(
    "with from that this they them then than when what have been were will would there their about after into over "
    "year years months weeks days first last first same whole long only just even while where which whose more "
    "some time life much many film book story game people world thing things other part"
)
_WORD = re.compile(r"[a-z]{4,}")


class _Span(NamedTuple):
    """A time spent: where its words stand, its length, its unit, and the words that say at what."""

    start: int
    end: int
    number: float
    unit: str
    about: frozenset[str]
    spent: bool
    one_job: bool


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(rf"\b(?P<number>(?i:{NUMBER})) (?P<unit>years|months|weeks|days)\b(?P<rest>[^,.;:!?()]*)")


def check(ctx: Context) -> Iterator[Finding]:
    """Yield the second of two lengths of time that somebody has spent at one thing."""
    told = set()
    for before, said in (*_by_unit(ctx), *counted_twice(ctx, ("time",))):
        if said.start not in told:
            told.add(said.start)
            yield second_finding(ctx, before, said)


def _by_unit(ctx: Context) -> Iterator[tuple[Said, Said]]:
    """Yield two spans in one unit that share the words which say at what they were spent."""
    if len(ctx.document.starts_of(_UNITS)) < 2:
        return
    spans = list(_spans(ctx))
    for at, span in enumerate(spans):
        for before in spans[:at]:
            if before.unit == span.unit and before.number != span.number and _same(before, span):
                one, two = (Said(s.start, s.end, s.number) for s in (before, span))
                yield one, two
                break


def _same(first: _Span, second: _Span) -> bool:
    return bool(first.about & second.about) or (first.spent and second.one_job)


def _spans(ctx: Context) -> Iterator[_Span]:
    for cue in _CUE.finditer(ctx.text):
        sentence = ctx.sentence_of(cue.start())
        if sentence is None or len(_CUE.findall(ctx.text, sentence.start, sentence.end)) > 1:
            continue
        match = _pattern().search(ctx.text, max(sentence.start, cue.start() - 25), sentence.end)
        if (
            match is None
            or match.start("unit") != cue.start()
            or _ELSEWHERE.search(ctx.text, max(sentence.start, match.start() - _BEFORE), match.end("unit") + _AFTER)
        ):
            continue
        number = read_number(match["number"])
        if number is None or number < 2:
            continue
        before = ctx.text[max(sentence.start, match.start() - 40) : match.start()]
        spent = _SPENT.search(before)
        about = {_stem(word) for word in _WORD.findall(match["rest"][:60])[:4]}
        if before.endswith(" for "):
            about |= {_stem(word) for word in _WORD.findall(before)[-4:]}
        if spent:
            about.add(_stem(spent[0]))
        yield _Span(
            match.start(), match.end("unit"), number, match["unit"], frozenset(about - _TRIVIAL - {""}),
            spent is not None, _ONE_JOB.match(match["rest"].strip()) is not None,
        )  # fmt: skip


def _stem(word: str) -> str:
    """Return the part that “waited” and “waiting” share; nothing for words that only say that time has passed."""
    if word in ("been", "was", "spent", "spends", "lived", "stayed", "stood", "worked", "works", "working"):
        return ""
    return re.sub(r"(?:ing|ed|s)$", "", word)
