"""`claims/dangling-preposition`: a preposition whose object is missing."""

from __future__ import annotations

import re
from collections.abc import Iterator

import re2

from reviewlint.finding import Finding
from reviewlint.rules.claims.frames import sentence_at
from reviewlint.rules.claims.stranding import may_be_stranded
from reviewlint.rules.claims.words import MEASURE, PRIZE
from reviewlint.rules.context import Context

_BEFORE = r"(?:^|[\s(—–])(?P<span>(?:[\w’'-]+ ){1,3}"
_FINAL = re2.compile(
    rf"{_BEFORE}(?P<preposition>(?:of|for|with|from|at|into|upon|among|amongst|against|during|towards?|"
    rf"without|despite|via|onto)))"
    r"(?:\s*(?:[;!]|\.(?:[^\w.]|$))|\n\n|$)"
)
_COMMA = re2.compile(rf"{_BEFORE}(?P<preposition>(?:of|for|with|from|at|into|upon|to|by)))(?:, (?:who|which|whose)\b)")
# "won the award for at Cannes", "released on of March"
_DOUBLE = re2.compile(
    rf"{_BEFORE}(?P<preposition>(?:of|for|with|from|at))) (?:in|on|until|against|from|during|since|at)"
    r" (?:the|an?|his|her|its|their|this|that|my|our|\d|(?-i:[A-Z])|[a-z]+)"
    rf"|{_BEFORE.replace('<span>', '<other>')}(?:in|at|to|with|for)) of (?:the|an?|(?-i:[A-Z])|\d)"
)
# "was released in and", "opened in ,", "banned in until"
_PLACED = re2.compile(
    r"(?i)\b(?P<span>(?:released|published|born|founded|premi[eè]red|recorded|filmed|launched|broadcast|aired|reissued|"
    r"re-released|established|discontinued|cancelled|canceled|remade|restored|first (?:shown|seen|staged|performed|"
    r"printed|published)|debuted|began|opened|opens|reopened|died|completed|written|shot|staged|banned|"
    r"arrived|split up|"
    r"broke up|disbanded|reformed|reunited|formed|appeared|emerged|surfaced|discovered|demolished|renamed|"
    r"(?:is|was|are) set|"
    r"takes place|took place|lives|lived|grew up|based|made|built|brewed|grown) (?:back |in |only "
    r")?in)(?:\s*(?:[;!]|\.(?:[^\w.]|$))|\n\n|$|"
    r", (?:and|but|is|was|seats?|three|two|where|who|aged|a|an|it|the|before|after|when|with|to)\b|"
    r"\s(?:and (?:is|was|has|it|the|a|then|now|lost|won|became|"
    r"ran|runs|lasts|sold|set)|but|by|with|until|against|during|since|as|to|when|while|on|in the year|because)\b)"
)
_INNER = re2.compile(
    rf"{_BEFORE}(?P<preposition>(?:of|for|with|from|at|into|upon|among|amongst|against|during|towards?|"
    rf"without|despite|via|onto)))"
    r"(?: (?:is|was|has|had|were|are|because|although|though)\b|,? (?:and|but) (?:the|a|an|it|he|she|they|"
    r"is|was|has|had|we|this|two|three|"
    r"never|also|set|its|his|her|their|there|sold|won|runs|ran|lost)\b|, (?:so|though|although|it|he|she|they|there)\b)"
)
# Prepositions that are as often particles or adverbs are judged only in these company.
_PAIRED = re2.compile(
    rf"{_BEFORE}(?:similar|close|closer|next|akin|compared|comparable|equal|identical|superior|inferior|"
    rf"opposed|due|thanks|according|"
    r"owing|prior|subject|dedicated|addressed|devoted|in (?:sharp |stark |marked |strong )?contrast|in "
    r"addition|in relation|sequel|prequel|tribute|homage|ode|"
    r"introduction|answer|key|companion|difference between|relationship between|choice between|gap between|war between|"
    r"friendship between|balance between|cross between|line between|reminiscent|consists?|capable|fond|"
    r"full|aware|made up) "
    r"(?P<preposition>to|of|between))(?:\s*(?:[;!]|\.(?:[^\w.]|$))|\n\n|$| (?:and|but) (?:the|a|an|it|he|"
    r"she|they|is|was|has)\b)"
)
_SET_PHRASE = re.compile(
    r"(?i)(?:\b(?:sort|kind|kinda|sorta|could|would|should|might|must|rather|lack there|few|short|hats|"
    r"take|because|next|due|subject|what|"
    r"in|for|to and|far) (?:of|for|from|to|between)|\b(?:few and far|in) between|\bto (?:begin|start) "
    r"with|\b(?:here|there|where|then|now|once|"
    r"time|hereto|unheard|well|up|from|love|go|going|come|comes|came|going) (?:for|at|with)|\bfrom "
    r"(?:before|behind|above|below|within|without|afar))$"
)
_NOT_DOUBLE = re.compile(
    r"(?i)(?:instead|sort|kind|sorts|kinds|lot|lots|out|start|starts|stat|bunch|type|types|hats|could|"
    r"would|should|cast|shots|bursts|number|by|"
    r"drones?|get|gets|getting|set|far|part|series|sequences|because|right|set) (?:of|by|for|from|at|"
    r"with) |(?:of|for|with|from|at|by) (?:at (?:least|first|best|worst|once|"
    r"times|all|some|this|that|most|last)|on[ -]screen|in(?:-| game| depth| limbo)|by (?:default|and|far|"
    r"the way)|on (?:my|the whole|high|an? (?:daily|regular|weekly) basis)|in (?:general|particular|"
    r"fact|my|turn|part|return)|from (?:the start|scratch|time|behind|before)|during the|since)"
)
# Where another rule of this group says it better.
_SAID_ELSEWHERE = re.compile(
    rf"(?i)\b(?:{PRIZE} (?:for|in|at|from)|(?:nominated|shortlisted|longlisted) for|{MEASURE} of|"
    rf"(?:winners?|recipients?) of|"
    r"(?:ratings?|scores?|averages?|grades?|marks?) of|(?:rated|scored) at)$"
)
_GROUPS = {pattern: pattern.groupindex["span"] for pattern in (_FINAL, _INNER, _PAIRED, _COMMA, _PLACED)}


def check(ctx: Context) -> Iterator[Finding]:
    """Yield a finding for each preposition that has no object in its sentence."""
    text = ctx.text
    last = -1
    spans = sorted(
        [
            *_doubles(text),
            *(match.span(group) for pattern, group in _GROUPS.items() for match in pattern.finditer(text)),
        ]
    )
    for start, end in spans:
        if start < last or _SET_PHRASE.search(text, start, end) or _SAID_ELSEWHERE.search(text, max(0, end - 40), end):
            continue
        sentence = sentence_at(ctx, start)
        if end - sentence.start < 12 or may_be_stranded(ctx, end):
            continue
        last = end
        yield ctx.finding(start, end)


def _doubles(text: str) -> Iterator[tuple[int, int]]:
    """Yield where a preposition stands right before another that cannot be its object."""
    groups = [_DOUBLE.groupindex["span"], _DOUBLE.groupindex["other"]]
    for match in _DOUBLE.finditer(text):
        group = next(g for g in groups if match.start(g) != -1)
        if not _NOT_DOUBLE.search(text, max(0, match.end(group) - 14), match.end() + 8):
            yield match.span(group)
