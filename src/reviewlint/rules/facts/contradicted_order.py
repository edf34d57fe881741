"""“Their third game” here, “their fourth game” there; the fifth of four parts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewlint.claims.scope import is_in_head
from reviewlint.document import Sentence
from reviewlint.facts.numbers import ORDINAL, read_number, read_ordinal
from reviewlint.finding import Finding
from reviewlint.rules.context import Context
from reviewlint.rules.facts.twice import Said, second_finding

_ENDINGS = ("st", "nd", "rd", "th")
_WORK = "film|feature|movie|novel|book|album|record|game|collection|season|series"
# The work under review is the n-th of its maker's.
_NTH = re.compile(
    r"\b(?:(?:[Ii]t|[Tt]his|[Tt]h(?:e|is) (?:film|movie|novel|book|album|record|game|collection))(?: is|’s|'s| was)"
    r"(?: also| already| only)?|[Oo]n|[Ii]n|[Ww]ith) (?P<whose>his|her|their|its|(?:the )?[\w’]+['’]s)"
    rf" (?P<nth>debut|(?i:{ORDINAL}))(?: (?!and\b|or\b)[a-z-]+)? (?P<work>{_WORK})\b(?=[ ,.;])"
)
_PARTS = "parts|acts|chapters|sections|books|movements|volumes|stories|episodes|tracks|songs|levels|courses"
_NUMBER = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|\\d{1,2}"
_MANY = re.compile(
    rf"\b(?i:(?:in|into|has|have|of|all|there are|the|its|,|^)) (?:only "
    rf"|just )?(?P<number>{_NUMBER}) (?:[a-z-]+ )?(?P<parts>{_PARTS})\b"
)
_ONE = re.compile(
    rf"\b(?P<nth>{ORDINAL})(?:,? and (?:last|final))? (?P<part>part|act|chapter|section|movement"
    rf"|story|track|song|level|course)\b"
)
_SEASON_HEAD = re.compile(
    r"\bseason (?P<number>one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2})\b", re.IGNORECASE
)
_SEASON = re.compile(
    rf"\b(?:The|This) (?P<nth>{ORDINAL}) season (?:ends|opens|begins|is|has|takes|gives|leaves|moves"
    rf"|closes|drags|picks)\b"
)
_NOT_YET = re.compile(r"\b(?:will|coming|next|announced|filming|planned|if|would|already|better|worse|than|promised)\b")


def check(ctx: Context) -> Iterator[Finding]:
    """Yield order words that contradict an earlier one, or that go beyond the number there is."""
    nths = [
        word for word in ctx.document.word_starts if word == "debut" or (word.endswith(_ENDINGS) and read_ordinal(word))
    ]
    if not nths:
        return
    ordered = list(ctx.document.sentences_with(nths))
    yield from _of_its_maker(ctx, ordered)
    if any(part in ctx.document.word_starts for part in _PARTS.split("|")):
        yield from _beyond(ctx, ordered)
    yield from _season(ctx)


def _of_its_maker(ctx: Context, ordered: list[Sentence]) -> Iterator[Finding]:
    first: dict[str, Said] = {}
    for match in (m for one in ordered for m in _NTH.finditer(ctx.text, one.start, one.end)):
        nth = 1 if match["nth"] == "debut" else read_ordinal(match["nth"])
        work = {"feature": "film", "movie": "film", "record": "album", "novel": "book"}.get(
            match["work"], match["work"]
        )
        if nth is None or _NOT_YET.search(ctx.text, match.end(), match.end() + 40):
            continue
        said = Said(match.start("whose"), match.end(), nth)
        before = first.setdefault(work, said)
        if before.value != nth:
            yield second_finding(ctx, before, said)


def _beyond(ctx: Context, ordered: list[Sentence]) -> Iterator[Finding]:
    """Yield parts with a number higher than that of all parts."""
    total: dict[str, Said] = {}
    many = ctx.document.sentences_with(_PARTS.split("|"))
    for match in (m for one in many for m in _MANY.finditer(ctx.text, one.start, one.end)):
        number = read_number(match["number"])
        part = "story" if match["parts"] == "stories" else match["parts"].removesuffix("s")
        if number is not None:
            before = total.get(part)
            if before is None or float(before.value) < number:
                total[part] = Said(match.start("number"), match.end(), number)
    for match in (m for one in ordered for m in _ONE.finditer(ctx.text, one.start, one.end)) if total else ():
        nth, known = read_ordinal(match["nth"]), total.get(match["part"])
        if nth is not None and known is not None and match.start() > known.end and nth > float(known.value):
            yield second_finding(ctx, known, Said(*match.span(), nth))


def _season(ctx: Context) -> Iterator[Finding]:
    """Yield a season beyond the one that the heading says is reviewed."""
    head = _SEASON_HEAD.search(ctx.text) if "season" in ctx.document.word_starts else None
    if head is None or not is_in_head(ctx.document, head.start()):
        return
    number = read_number(head["number"])
    for match in _SEASON.finditer(ctx.text):
        sentence, nth = ctx.sentence_of(match.start()), read_ordinal(match["nth"])
        if sentence is None or nth is None or number is None or nth <= number:
            continue
        if not _NOT_YET.search(ctx.text, match.end(), match.end() + 25):
            yield second_finding(
                ctx,
                Said(*head.span(), number),
                Said(match.start("nth"), match.start("nth") + len(match["nth"]) + 7, nth),
            )
