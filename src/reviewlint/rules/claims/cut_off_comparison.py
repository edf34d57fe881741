"""`claims/cut-off-comparison`: a comparison or superlative that breaks off."""

from __future__ import annotations

from collections.abc import Iterator

from reviewlint.finding import Finding
from reviewlint.rules.claims.frames import frames_of, gaps
from reviewlint.rules.claims.patterns import Pattern
from reviewlint.rules.claims.stranding import may_be_stranded
from reviewlint.rules.context import Context

_STOP = r"(?:\s*(?:[;!?]|\.(?:[^\w.]|$))|\n\n|$|,\s(?:and|but|so|which|though|although|while)\s)"
_FRAMES = frames_of(
    rf"\b(?P<span>(?:(?:one|some|two|three|four|five|many|any|each|another) of|among|amongst) the (?:most|least|"
    rf"very))(?:{_STOP}|\s+(?:and (?:it|the|a|is|he|she|they|i|we|has|was|in)|(?:in|of|since|for|with|about|at|by) "
    r"(?:the|an?|his|her|its|this|that|all|any|our|my|\d))\b)",
    rf"\b(?P<span>(?:as|so|such) (?:[\w’-]+ (?:and )?){{1,3}}(?-i:as)){_STOP}",
    r"\b(?P<span>(?:[\w’-]+ ){0,2}(?-i:than))(?:\s*(?:[;!?]|\.(?:[^\w.]|$))|\n\n|$|\s(?-i:and|but)\s)",
    rf"\b(?P<span>(?:is|was|are|were|be|a|an|the|of|with|its|in|have|has|had|felt|feels|looks?|sounds?|seems?) "
    rf"(?:an? |the )?(?:very|utterly|extremely|incredibly|quite an?|rather an?|such an?|genuinely|deeply|"
    rf"equally)){_STOP}",
    r"\b(?P<span>as [\w-]+ as, if not (?:better|worse|more [a-z]+|[a-z]+er))(?:\s*[.;]|, |\s(?:and|but)\s)",
    r"\b(?P<span>(?:feels|looks|sounds|seems|felt|looked) (?:nothing )?like of)\b",
    rf"\b(?P<span>(?:halfway|midway|somewhere|a cross|the difference|a mix|a mixture|a marriage|a blend|caught|torn|"
    rf"sits|falls|the line|the gap|the relationship|a conversation|a meeting) between (?:[\w’'-]+ "
    rf"){{1,5}}(?-i:and)){_STOP}",
)
_AS_AND_AS = Pattern(r"(?i)\bas [\w’-]+ and as$")


def check(ctx: Context) -> Iterator[Finding]:
    """Yield a finding for each comparison whose second half is missing."""
    text = ctx.text
    for gap in gaps(text, _FRAMES):
        marked = text[gap.start : gap.end]
        if _AS_AND_AS.search(marked):
            yield ctx.finding(gap.start, gap.end)
            continue
        if marked.lower().endswith((" as", "than")) and may_be_stranded(ctx, gap.end):
            continue
        yield ctx.finding(gap.start, gap.end)
