"""`claims/missing-rating`: a rating is spoken of, and its value is not there."""

from __future__ import annotations

from collections.abc import Iterator

from reviewlint.finding import Finding
from reviewlint.rules.claims.frames import frames_of, gaps, sentence_at
from reviewlint.rules.claims.patterns import Pattern
from reviewlint.rules.claims.words import NUMBER_WORD, SITE, any_of
from reviewlint.rules.context import Context

_NEUTRAL = any_of(
    "current|average|overall|user|users[’'\\x27]|critic|critics[’'\\x27]|audience|viewer|reader|aggregate|aggregated|"
    "mean|weighted|combined|total|approval|final|provisional|community|press|public|IMDb|Metacritic|Goodreads|Steam|"
    "Letterboxd|Rotten Tomatoes|Tomatometer|popcorn|respectable|decent|solid|present|latest|recent|similar|fresh|star"
)
_VALUE = any_of(
    "ratings?|scores?|grades?|aggregates?|Metascores?|averages?|Tomatometer|user scores?|percentages?|marks?"
)
_SOURCE = any_of("critics|users|viewers|readers|players|audiences|fans|voters|members|the press|reviewers|listeners")
_HOLDS = any_of(
    "has|have|had|holds?|held|with|earned|earns|receives?|received|carries|carried|boasts?|got|gets|maintains|enjoys|"
    "sports|keeps|shows|gained|achieved|obtained|garnered|scored|commands|managed|displays"
)
_WHOLE = any_of("5|10|20|100|five|ten|twenty|four|a hundred|one hundred")
_BARE = frames_of(
    # "holds a rating on Trakt", "with an average score on Steam"
    r"\b(?P<span>(?:scored|scores|scoring|averages|averaged|rated) (?:just |only |about |an? )?out of (?:5|10|20|"
    r"100|five|ten|twenty|a hundred))\b",
    rf"\b(?P<span>{_HOLDS} (?:(?:an?|the|its|their) )(?:{_NEUTRAL} ){{0,3}}{_VALUE} (?:on|at|from|by|in|across|"
    rf"among) (?:{SITE}|{_SOURCE} (?:on|at|across) {SITE}))\b",
    rf"\b(?P<span>(?:its|the|their) (?:{_NEUTRAL} ){{0,3}}{_VALUE} (?:on|at|from) {SITE} (?:is|was|stands at|sits "
    rf"at|of|hovers around|hovers at|currently stands at|reads|comes to|equals))(?:\s*[.,;!)]|\s+(?:and|but|which|"
    rf"with|on|from|based|because|so|after)\b)",
    # "scored on Metacritic", "sits at on IMDb"
    rf"\b(?P<span>(?:scored|scores|scoring|averaged|averages|averaging|(?:is|was|currently|has been) rated|"
    rf"(?:stands|stood|sits|sat|hovers|hovered|holds steady|landed|settled|peaked|remains|rests|debuted|sitting|"
    rf"standing) (?:just |only |currently |at around )?(?:at|around|on|near|above|below)|at around|an average of) "
    rf"(?:on|at|by(?: (?:critics|users) (?:on|at))?) {SITE})\b",
)
_CUT = frames_of(
    # "a rating of from critics", "a score of out of ten"
    rf"\b(?P<span>(?:an?|the|its|their|average|user|with|Metacritic|IMDb) (?:{_NEUTRAL} ){{0,3}}{_VALUE} "
    rf"of)(?:\s*(?:[;!)]|\.(?:\D|$))|,\s|\s+(?:on|from|out of|and|but|based|with|at|by critics|by users|among|"
    rf"across|which|for its|in its|after|is|was)\b)",
    # "gave it out of ten", "a solid out of five"
    rf"\b(?P<span>(?:give|gives|gave|giving|given|rate|rates|rated|score|scores|scored|award|awards|awarded) (?:it|"
    rf"this|them|him|her|this one|(?:the|this) [a-z]+) (?:an?|a solid|a strong|a generous|a (?:[a-z]+ )?)?\s?out of "
    rf"{_WHOLE})\b",
    rf"\b(?P<span>(?:an?|a solid|a strong|a generous|a respectable|a perfect|earns?|earned|gets?|got|deserves|"
    rf"merits|receives|received|verdict:|rating:|score:|overall:|of) out of {_WHOLE}(?: stars)?)(?:\s*[.,;:!)]|$|"
    rf"\s+(?:from|on|for|and|but|stars)\b)",
    r"\b(?P<span>(?:scored?|scores|rating|rated|verdict|gets|got|earns|earned|gave it|give it|gives it|an?|of|score "
    r"is|it|overall|rating is)(?::)? ?/ ?(?:5|10|20|100)\b)",
    rf"\b(?P<span>an? (?:%|percent|per cent) (?:on {SITE}|approval|rating|score|fresh))\b",
    r"\b(?P<span>(?:awarded|gave|gives?|earned|received|gets?|got|merits|deserves) (?:it|this|him|her|them) stars "
    r"out of)\b",
)
# "4½ stars out of", "76 out of, based on 22 reviews"
_NO_SCALE = frames_of(
    rf"(?P<span>(?:\d[\d.,]*|\b{NUMBER_WORD})½?(?: stars?| points?)? out of)(?:\s*(?:[;(]|\.(?:[^\w.]|$)|$)|\n|, "
    rf"(?:based|"
    r"with|and|on)\b| based\b)",
)
_FIGURE = Pattern(rf"(?i)\d|￼|[★☆⭐½]|\*\*|\b(?:{NUMBER_WORD}|perfect|[a-f][+])(?![-\w])|\b(?-i:an? [A-F])(?![-\w])")
_COUNTED_OUT = Pattern(rf"(?i)\b(?:{NUMBER_WORD}|stars?|marks?|points?|thumbs|this one) out of\b")
_WINDOW = 70  # characters after the frame in which the value may still come
_VAGUE = Pattern(
    r"(?i)\s*(?:that|higher|lower|above|below|worse|better|close to|similar|so|as|too|yet|among the|in the (?:high|"
    r"low|mid))\b"
)
_NOT_ASSERTED = Pattern(
    r"(?i)\b(?:no|not|never|without|if|whether|does|do|did|doesn['’]t|hasn['’]t|until|unless|n['’]t|lack\w*)\b"
)


def check(ctx: Context) -> Iterator[Finding]:
    """Yield a finding for each mention of a rating whose value is missing."""
    text = ctx.text
    for gap in gaps(text, _CUT):
        if _COUNTED_OUT.search(text, gap.start, gap.end):
            continue
        yield ctx.finding(gap.start, gap.end)
    for gap in gaps(text, _NO_SCALE):
        yield ctx.finding(gap.start, gap.end)
    for gap in gaps(text, _BARE):
        sentence = sentence_at(ctx, gap.start)
        if (
            _FIGURE.search(text, gap.end, min(sentence.end, gap.end + _WINDOW))
            or _VAGUE.match(text, gap.end, sentence.end)
            or _NOT_ASSERTED.search(text, sentence.start, gap.start)
            or text[sentence.start : sentence.end].endswith("?")
        ):
            continue
        yield ctx.finding(gap.start, gap.end)
