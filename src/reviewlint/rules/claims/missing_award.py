"""`claims/missing-award`: a prize that lost its name, its category, its place or its year."""

from __future__ import annotations

from collections.abc import Iterator

from reviewlint.finding import Finding
from reviewlint.rules.claims.frames import frames_of, gaps, sentence_at
from reviewlint.rules.claims.patterns import Pattern
from reviewlint.rules.claims.stranding import may_be_stranded
from reviewlint.rules.claims.words import MONTH, PRIZE, any_of
from reviewlint.rules.context import Context

_WON = any_of(
    "won|wins|winning|win|receiv(?:ed|es|ing)|earn(?:ed|s|ing)|collect(?:ed|s|ing)|pick(?:ed|s|ing) up|scoop(?:ed|s|"
    "ing)|bag(?:ged|s|ging)|land(?:ed|s|ing)|claim(?:ed|s|ing)|nab(?:bed|s)|snag(?:ged|s)|shar(?:ed|es|ing)|"
    "secur(?:ed|es|ing)|took|takes|taking|taken|t(?:ook|akes|aking) home|got|gets|getting|lost|deserv(?:ed|es)|gave "
    "(?:it|him|her|them)|award(?:ed|ing)|nominated for|shortlisted for|longlisted for|(?:was|were|is) up for|in the "
    "running for|carried off|carry off|walk(?:ed|s) (?:off|away) with|brought (?:it|him|her|them)|earned (?:it|him|"
    "her|them)|netted (?:it|him|her|them)|won (?:it|him|her|them)|winner of|recipient of|has|had"
)
_WON_SURELY = any_of(
    "won|wins|winning|received|nominated for|shortlisted for|longlisted for|awarded|scooped|collected|picked up|won "
    "(?:it|him|her|them)|earned (?:it|him|her|them)|winner of|winners of|recipient of"
)
_END = r"(?:\s*(?:[.;:!?)]|$)|,\s|\s+(?:and|but|while|when|though|although|before|after|because)\b)"
_FRAMES = frames_of(
    # "won the Oscar for and", "took a Grammy in ."
    rf"\b(?P<span>{_WON} (?:[\w’'.-]+ ){{0,7}}?{PRIZE} (?:for|in|at|from|by))(?:\s*(?:[.;:!?)]|$)|,\s|\s+(?:and|but|"
    rf"while|when|though|although|before|after|because|with)\b)",
    rf"\b(?P<span>{_WON} (?:[\w’'.-]+ ){{0,7}}?{PRIZE} for)\s+(?:in|at|from|by|on|as|as well)\b",
    # "nominated for and", "shortlisted for ."
    r"\b(?P<span>(?:nominated|nominee|nominees|shortlisted|longlisted|tipped) for)(?:\s*(?:[.;:!?)]|$)|,\s|"
    r"\s+(?:and|but|at|in|by|when|while|though|although|alongside)\b)",
    # "won the for best score", "was awarded the in 2011"
    rf"\b(?P<span>{_WON_SURELY} (?:the|an|a|its|his|her|their)) (?:for|at|in|from|and|but|from|by)\b",
    rf"\b(?P<span>{_WON_SURELY} (?:the|an|a|its|his|their))\s*(?:[.;:,)]|$)",
    # "took the jury's"
    r"\b(?P<span>(?:won|wins|winning|nominated for|awarded|received) (?:the|a|its) (?:[\w’'.-]+ ){0,5}?\w+(?:s[’']|"
    r"[’']s))(?:\s*[.;:,)]|\s+(?:and|in|at|for|but|from)\b)",
    rf"(?-i:[a-z]|,) (?P<span>(?:the|an?|his|her|its|their) (?:[\w’'.-]+ ){{0,3}}?{PRIZE} (?:for|in)),\s(?:and|but|it|"
    rf"he|she|they|the|was|is|which|who)\b",
    r"\b(?P<span>(?:award|prize|oscar|bafta|grammy|emmy|trophy) for (?:the )?best) (?:went|goes|was|is|and)\b",
    # "won at the Locarno Film Festival in."
    r"\b(?P<span>(?:[\w’'-]+ ){1,3}(?:Festival|Awards|Oscars|Cannes|Sundance|Venice|Berlinale|Toronto|Locarno|"
    r"Annecy|Biennale|ceremony) in)(?:\s*(?:[;!)]|\.(?:[^\w.]|$))|,\s|\s+(?:and|but)\b)",
    # "won the Prize in 1989", "the prize for best at"
    r"\b(?P<span>(?:won|wins|received|took|awarded|shared|given) the (?-i:Prize|Award|Medal|Trophy)) (?:in|at|for|"
    r"by)\b",
    r"\b(?P<span>(?:prize|award|oscar|bafta|grammy|emmy|trophy|medal|césar) for (?:the )?best) (?:at|from|by|in "
    r"(?:the|\d))",
    # "winner of and", "the winner of the ."
    rf"\b(?P<span>(?:winner|winners|recipient|recipients|holder) of(?: the| a| an)?){_END}",
    # "premiered at in May", "shown at the ,"
    rf"\b(?P<span>(?:premi[eè]red|debuted|bowed|screened|first shown|shown|competed|presented|opened|unveiled|"
    rf"played|prize|prizes|award|awards) at(?: the)?)(?:\s*(?:[.;:!?)]|$)|,\s|\s+(?:and|but|in|where|when|on|"
    rf"{MONTH}|before|after|to)\b)",
)
_BEST = frames_of(
    r"\b(?P<span>(?:for|as|won|wins|named|including|and|the) (?-i:Best))"
    r"(?:\s*(?:[.,;)]|$)|\s+(?:and|at|for|but|from)\b)"
)
_PRIZE_NEAR = Pattern(rf"(?i)\b(?:{PRIZE}|won|wins|winning|nominat\w*|awarded|shortlisted)\b")
_HOLDS_QUOTE = Pattern(r"\s['‘]\w")
_GENITIVE = ("'", "’", "'s", "’s")
_OTHER_TALK = Pattern(r"(?i) (?:like|from|to|of|by|over|against) ")
# Before “won the prize for” it shows that no relative clause is meant.
_CLAUSE_OPENS = Pattern(
    r"(?:\b(?:when|after|before|because|since|once|while|although)|^(?:In [\w ]{2,20},)?|[;:—–]|, (?:and|but|so)) "
    r"?(?:he|she|they|it|[Tt]he [a-z]+|[A-Z][\w’'-]+) $"
)
_PREPOSITIONS = (" for", " in", " at", " from", " by", " of")


def check(ctx: Context) -> Iterator[Finding]:
    """Yield a finding for each prize that breaks off."""
    text = ctx.text
    for gap in gaps(text, _FRAMES):
        marked = text[gap.start : gap.end]
        if marked.endswith(_GENITIVE) and _OTHER_TALK.search(marked):
            continue
        if marked.endswith(("'", "’")) and _HOLDS_QUOTE.search(marked):
            continue
        opened = _CLAUSE_OPENS.search(text, sentence_at(ctx, gap.start).start, gap.start)
        if marked.lower().endswith(_PREPOSITIONS) and not opened and may_be_stranded(ctx, gap.end):
            continue
        yield ctx.finding(gap.start, gap.end)
    for gap in gaps(text, _BEST):
        sentence = sentence_at(ctx, gap.start)
        if _PRIZE_NEAR.search(text, sentence.start, gap.end - len("Best")):
            yield ctx.finding(gap.start, gap.end)
