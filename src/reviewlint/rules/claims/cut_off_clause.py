"""`claims/cut-off-clause`: a sentence that stops at a word which opens a clause."""

from __future__ import annotations

from collections.abc import Iterator

from reviewlint.finding import Finding
from reviewlint.rules.claims.frames import frames_of, gaps, sentence_at
from reviewlint.rules.claims.patterns import Pattern
from reviewlint.rules.claims.stranding import may_be_stranded
from reviewlint.rules.context import Context

_STOP = r"(?:\s*(?:!|\.(?:\s+[^\s.]|\s*$|[^\w\s.]))|\n\n|$)"
_FRAMES = frames_of(
    rf"\b(?P<span>(?:[\w’'-]+ ){{1,3}}(?-i:because|although|unless|whereas|whether|whose|despite|during|via|"
    rf"if)){_STOP}",
    rf"\b(?P<span>(?:the|a|an|one|that|those) (?:[\w’-]+ )?(?:one|ones|scene|scenes|moment|part|bit|episode|chapter|"
    rf"song|track|level|room|place|man|woman|people|someone|film|book|game|kind|kid|boy|girl|actor|character|"
    rf"version|line) (?-i:where|who|which|whose|in which|when|with whom|that the|that is|that he|that she|that they|"
    rf"that it)){_STOP}",
    rf"\b(?P<span>(?:people|those|anyone|anybody|someone|somebody|everyone|everybody|fans|viewers|readers|players|"
    rf"men|women|children|kids|characters|actors|directors|friends|strangers|soldiers) (?-i:who|whose|whom|"
    rf"which)){_STOP}",
    rf"\b(?P<span>(?:[\w’'-]+ )?(?-i:by|at|with|from) (?-i:how|why)){_STOP}",
    # "the moment when the mother would.", "it sounds as if."
    rf"\b(?P<span>the (?:[\w-]+ )?(?:moment|scene|point|day|night|reason|episode|chapter|year|instant|hour|"
    rf"minute) (?:when|"
    rf"where|why|that|in which|at which) (?:[\w’'-]+ ){{1,4}}(?-i:would|could|will|can|might|should|must|may)){_STOP}",
    rf"\b(?P<span>(?:looks?|sounds?|feels?|seems?|acts?|plays?|talks?|moves?|writes|behaves?|sings|wrote|acted|looked|"
    rf"sounded|felt|seemed) as (?-i:though|if)){_STOP}",
    rf"\b(?P<span>the (?:first|last|only|next|youngest|oldest) (?:[\w-]+ )?(?:film|movie|book|novel|game|album|"
    rf"series|show|actor|actress|director|writer|author|woman|man|band|person|studio|country|critic|one|of its "
    rf"kind) (?-i:to)){_STOP}",
    rf"\b(?P<span>(?:is|was|are|were|been|feels?|felt|gets?|got|looks?|sounds?|grows?|goes|plays) so [\w-]+ "
    rf"(?-i:that)){_STOP}",
    rf"\b(?P<span>the (?:[\w-]+ )?(?:[\w-]+ )(?:part|scene|thing|moment|bit|joke|twist|surprise|problem) is (?-i:when|"
    rf"how|where|what|"
    rf"that|why)){_STOP}",
    rf"\b(?P<span>(?:reason|trouble|problem|point|truth|result|catch|difference|drawback|question|snag) is (?:that|"
    rf"whether)){_STOP}",
    rf"\b(?P<span>(?:sort|kind|type) of (?:[\w-]+ ){{1,2}}(?:that|who|which)){_STOP}",
    rf"\b(?P<span>(?:and then|then|finally|besides|also),? there (?:is|was|are|were)){_STOP}",
    rf"\b(?P<span>(?:[\w’-]+ )?whether to){_STOP}",
    rf"\b(?P<span>(?:best|only|main|first|another|biggest|greatest) (?:reason|excuse|chance|place|time|opportunity|"
    rf"thing) "
    rf"to){_STOP}",
    rf"\b(?P<span>(?:i|you) (?:really |only |just )?(?:wish|hope|think|believe|feel|suspect|fear) that){_STOP}",
    rf"\b(?P<span>(?:the|a) (?:[\w-]+ )?(?:way|fact|idea|feeling|sense|impression) (?-i:that)){_STOP}",
    rf"(?P<span>(?-i:but) (?-i:also|rather|above all)){_STOP}",
    rf"\b(?P<span>(?:film|movie|book|novel|game|album|series|show|record|something|one|place) (?:that )?(?:everyone|"
    rf"everybody|"
    rf"anyone|nobody|every [a-z]+) (?:should|must|can|could|ought to)){_STOP}",
    rf"\b(?P<span>(?:nobody|no one|nothing|he|she|they|film|book|game|series|and|which|who) (?:has|had|have) (?:ever|"
    rf"never yet)){_STOP}",
    rf"\b(?P<span>(?:scale of \d+ to \d+|all in all|overall|in total|conclusion),? i(?:[’']d| would)? (?:give|"
    rf"rate) it){_STOP}",
    rf"\b(?P<span>(?:which|who|film|book|game|series|album|show|novel|and|but) (?:has|have|had) (?:also|always|"
    rf"never)){_STOP}",
    rf"\b(?P<span>(?:it|he|she|this|film|book|game|series|album|show|novel|and|but) (?:is|was) (?:also|always|"
    rf"mostly|largely)){_STOP}",
)
_SOUND = Pattern(
    r"(?i)(?:\b(?:just|simply|well|as|what|only|that[’']s|is|it[’']s|big|iffy|even|who|know|knows|known|that|told|"
    r"tell|said|say|saying|guess|remember|forget|ask|asked|which|and|or|then|of|by|to|from|about|for|with|on|"
    r"\w+['’]s|matter|doctor|the|dr|is|wonder|see) (?:because|if|whose|whom|who|where|when|which)|\bor whether|so "
    r"(?:not |much )?(?:\w+ )?that that)$"
)
_PART_IS = Pattern(r"(?i)^the .* is \w+$")
_AS_IF = Pattern(r"(?i)\w as if$")


def check(ctx: Context) -> Iterator[Finding]:
    """Yield a finding for each sentence that stops where a clause should begin."""
    text = ctx.text
    for gap in gaps(text, _FRAMES):
        marked = text[gap.start : gap.end]
        if _SOUND.search(marked) and not _AS_IF.search(marked) and not _PART_IS.search(marked):
            continue
        if text.endswith(("during", "via"), gap.start, gap.end) and may_be_stranded(ctx, gap.end):
            continue
        sentence = sentence_at(ctx, gap.start)
        if gap.end - sentence.start >= 12:
            yield ctx.finding(gap.start, gap.end)
