"""“Her two dogs”, where the draft spoke of three dogs before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reviewlint.claims.scope import is_in_head
from reviewlint.facts.numbers import numbers_among, read_number
from reviewlint.finding import Finding
from reviewlint.rules.context import Context
from reviewlint.rules.facts.counted_twice import counted_twice
from reviewlint.rules.facts.twice import Said, second_finding
from reviewlint.rules.wordsets import SHARED, words

# What is counted anew in every sentence.
_ANEW = SHARED["unit"] | words(
    "times stars points words others things parts ways sides legs hands eyes feet arms people seasons episodes "
    "hundreds thousands films movies books games albums songs tracks chapters hits levels reasons copies scenes "
    "runs acts pages"
)


# What the work has of these, its head says: "212 pages", "Tracks: 9". "Series" are seasons, too.
_OF_THE_WORK = words("pages tracks songs episodes chapters")
_LABELS = sorted(_OF_THE_WORK)
# What may stand before a number, with the offset at which a match begins.
_BEFORE = re.compile(r"\b(?:(?:[Aa]ll )?(?:[Hh]is|[Hh]er|[Ii]ts|[Tt]heir) |[Aa]ll (?:the )?|[Tt]he )$")
_NEAR = 12  # code points between two findings on one number
_MANY = 100  # nobody counts so many; some of them may be extras
# Words after "the four ships" that make it some of them.
_SOME = re.compile(
    r"[^.;!?]{0,2}(?:who|that|which|whose|of|in the|left|remaining|later|before|we|I|he|she|they"
    r"|on)\b|,? (?:first|last|other)\b"
)


@cache
def _pattern() -> re.Pattern[str]:
    small = "|".join(sorted(SHARED["number"] | {"one"}, key=lambda word: (-len(word), word)))
    number = rf"(?P<number>(?i:(?:(?:twen|thir|for|fif|six|seven|eigh|nine)ty-)?(?:{small}))|\d{{1,4}})"
    noun = r"(?P<noun>[a-z]{3,}s|children|men|women)"
    return re.compile(
        rf"(?P<all>(?:[Aa]ll )?(?:[Hh]is|[Hh]er|[Ii]ts|[Tt]heir) "
        rf"|[Aa]ll )?(?P<the>[Tt]he )?{number} (?:[a-z]+ )?{noun}\b"
        r"|(?P<label>Pages|Tracks|Songs|Episodes|Chapters):\W*(?P<labelled>\d{1,4})\b"
    )


def check(ctx: Context) -> Iterator[Finding]:
    """Yield a number of things that is not the one the draft gave before."""
    told = [(before, said) for before, said in _of_all(ctx)]
    places = {said.start for _, said in told}
    for before, said in (*told, *counted_twice(ctx, ("count",))):
        if (before, said) in told or not any(abs(place - said.start) <= _NEAR for place in places):
            yield second_finding(ctx, before, said)


def _of_all(ctx: Context) -> Iterator[tuple[Said, Said]]:
    """Yield a number that stands for all of something, after the one that the draft gave before."""
    first: dict[str, Said] = {}
    for match in _numbers(ctx):
        noun = match["noun"] or match["label"].lower()
        number = read_number(match["number"] or match["labelled"])
        if number is None or (noun not in _OF_THE_WORK and (noun in _ANEW or number >= _MANY)):
            continue
        said = Said(*match.span(), number)
        before = first.get(noun)
        if noun in _OF_THE_WORK:
            if is_in_head(ctx.document, match.start()) or match["label"]:
                first.setdefault(noun, said)
            elif before is not None and before.value != number and (match["all"] or _is_all(ctx, match, before)):
                yield before, said
        elif not match["all"] and not match["the"]:
            first.setdefault(noun, said)
        elif before is not None and before.value != number and (match["all"] or _is_all(ctx, match, before)):
            yield before, said


def _numbers(ctx: Context) -> Iterator[re.Match[str]]:
    """Yield the numbers of things, in order, each with what stands before it."""
    text = ctx.text
    for start in ctx.document.starts_of([*numbers_among(ctx.document.word_starts), *_LABELS]):
        before = _BEFORE.search(text, max(0, start - 11), start)
        match = _pattern().match(text, before.start() if before else start)
        if match is not None and (match["label"] or match.start("number") == start):
            yield match


def _is_all(ctx: Context, match: re.Match[str], before: Said) -> bool:
    """Tell whether “the six floors” are all floors: more than were told of, in a sentence that picks none out."""
    number = read_number(match["number"])
    alone = ctx.text[before.start - 40 : before.start]
    return (
        match["the"] is not None
        and number is not None
        and (number > float(before.value) > 1)
        and not _SOME.match(ctx.text, match.end())
        and re.search(r"\b(?:are|has|have|had|with|and|holds?|were|into|in) (?:[a-z]+ )?$|(?:^|[.!?\n,] )$", alone)
        is not None
    )
