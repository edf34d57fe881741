"""`claims/dangling-preposition`: a preposition whose object is missing."""

from __future__ import annotations

from collections.abc import Iterator

from reviewlint.document.view import Kind
from reviewlint.finding import Finding
from reviewlint.rules.claims.frames import Gap, frames_of, gaps, sentence_at
from reviewlint.rules.claims.patterns import Pattern
from reviewlint.rules.claims.stranding import may_be_stranded
from reviewlint.rules.claims.words import MEASURE, PRIZE, any_of
from reviewlint.rules.context import Context

# These are prepositions and hardly ever adverbs; "in", "on", "up" and their like are judged only in the frames below.
_PREPOSITION = any_of("(?-i:of|for|with|from|at|into|upon|among|amongst|against|during|towards?|despite|via|onto)")
_WORDS = r"(?:^|[\s(—–])(?P<span>(?:[\w’'-]+ ){1,3}"
_STOP = r"(?:\s*(?:[;!]|\.(?:[^\w.]|$))|\n\n|$)"
_GOES_ON = any_of(
    "the|a|an|it|he|she|they|is|was|has|had|we|this|two|three|never|also|set|its|his|her|their|there|sold|won|runs|"
    "ran|lost"
)
# Verbs that ask for a place or a year after "in".
_PLACED = any_of(
    "released|published|born|founded|premi[eè]red|recorded|filmed|launched|broadcast|aired|reissued|re-released|"
    "established|discontinued|cancelled|canceled|remade|restored|first (?:shown|seen|staged|performed|printed|"
    "published)|debuted|began|opened|opens|reopened|died|completed|written|shot|staged|banned|arrived|split up|broke "
    "up|disbanded|reformed|reunited|formed|appeared|emerged|surfaced|discovered|demolished|renamed|(?:is|was|are) "
    "set|takes place|took place|premi[eè]re|release|debut|publication|assassination|founding|launch|revival|"
    "restoration|reissue|remake|Awards|Oscars|Festival|lives|lived|grew up|based|made|built|brewed|grown"
)
# Words that are nothing without their preposition's object, though the preposition often stands alone.
_PAIRED = any_of(
    "similar to|close to|closer to|next to|akin to|compared to|comparable to|equal to|identical to|superior to|"
    "inferior to|opposed to|due to|thanks to|according to|owing to|prior to|subject to|dedicated to|addressed to|"
    "devoted to|in (?:sharp |stark |marked |strong )?contrast to|in addition to|in relation to|sequel to|prequel to|"
    "tribute to|homage to|ode to|introduction to|answer to|key to|companion to|(?:difference|relationship|choice|gap|"
    "war|friendship|balance|cross|line) between|reminiscent of|consists? of|capable of|fond of|full of|aware of|made "
    "up of"
)
_FRAMES = frames_of(
    rf"{_WORDS}{_PREPOSITION}){_STOP}",
    rf"{_WORDS}{_PREPOSITION})(?: (?:is|was|has|had|were|are|because|although|though)\b|,? (?:and|but) {_GOES_ON}\b|"
    r", (?:so|though|although|it|he|she|they|there)\b)",
    rf"{_WORDS}(?-i:in|on)) (?-i:is|was) (?:the|an?|its|his|her|my|one|so|as|too|very|worth|superb|good|"
    rf"great|terrible)\\b",
    rf"{_WORDS}(?-i:of|into|among|from)) and (?:\w)",
    r"\b(?P<span>(?:choose|choosing|switch|switching|difference|choice|caught|torn|alternates?|alternating|"
    r"somewhere|conversation|relationship|war|balance|line|gap|cross|halfway) between) (?:and|or)\b",
    rf"{_WORDS}(?-i:of|for|with|from|at|into|upon|to|by)), (?:who|which|whose|is|was|has|had|makes|gives)\b",
    rf"(?:^|[\s(—–])(?P<span>(?:[\w’'-]+ )?{_PAIRED})(?:{_STOP}| (?:and|but) {_GOES_ON}\b)",
    # "known for her role in.", "I have never left it without.", "born in, she", "was released on, two years late"
    rf"\b(?:known|famous|famed|remembered|praised|celebrated|loved|noted) (?:[a-z]+ )?for (?P<span>(?:his|"
    rf"her|their|its) "
    rf"(?:[a-z]+ )?(?:roles?|work|parts?|performances?|turns?|appearances?) (?:in|on|as|with)){_STOP}",
    rf"\b(?:never|nobody|no one|nothing|cannot|can[’']t|couldn[’']t|hardly|rarely|seldom|always|"
    rf"impossible)\b[^.;!?\n]{{0,60}} "
    rf"(?P<span>(?:it|him|her|them|there|here|home|room|house|door|place|town|week|day|night|leave|complete|finished|"
    rf"started|work) without){_STOP}",
    rf"\b(?P<span>(?:going|goes|went|gone|comes|came|led|leads|returns?|returned|moved|sent|belongs?|refers?|amounts?|"
    rf"boils "
    rf"down|turns?) (?:back |up |down |over |home )?to){_STOP}",
    r"\b(?P<span>(?:is|are|was|were) (?:composed|built|full|capable|fond|proud|afraid) of) and (?:is|was|has|weighs|"
    r"costs|"
    r"comes|will|can)\b",
    r"(?P<span>, born (?:in|on|near)), (?:[a-z]+)",
    r"\b(?P<span>(?:was|were|is|are|been) (?:first |finally |originally )?(?:released|published|launched|"
    r"broadcast|shown|"
    r"issued|announced|recorded) on), (?:a|an|the|but|and|two|three|with|just|only|to)\b",
    # "was released in and", "opened in ,", "banned in until"
    rf"\b(?P<span>{_PLACED} (?:back |in |only )?in)(?:{_STOP}|"
    r", (?:and|but|is|was|never|seats?|three|two|where|who|aged|a|an|it|he|she|they|the|before|after|when|"
    r"with|to)\b| (?:and (?:is|"
    r"was|has|it|the|a|then|now|lost|won|became|ran|runs|lasts|sold|set)|but|by|with|until|against|during|since|as|"
    r"to|when|while|on|in the year|because)\b)",
)
# "won the award for at Cannes"
_DOUBLES = frames_of(
    rf"{_WORDS}(?-i:of|for|with|from|at)) (?-i:in|on|until|against|from|during|since|at) (?:\w)",
    rf"{_WORDS}(?-i:in|at|to|with|for|within|after|until|during|before)) (?-i:of (?:the|its|his|her|an?|[A-Z])|of \d)",
)
# "the cause of and remedy for": both prepositions take what follows the second.
_SHARES_OBJECT = Pattern(
    r"(?i) (?:and|or|but) (?:[\w’'-]+ ){1,6}(?:of|for|with|from|at|into|upon|to|by|about|against|towards?|in|on|over)\b"
)
_NEW_CLAUSE = Pattern(r"(?i),? (?:and|but) (?:the|an?|it|he|she|they|we|this|there|is|was|has|had)\b")
_SET_PHRASE = Pattern(
    r"(?i)(?:\b(?:minutes|hours|pages|episodes|seasons|days|weeks|chapters) into|\b(?:sort|kind|kinda|sorta|could|"
    r"would|should|might|must|rather|lack there|few|short|hats|take|because|next|due|subject|what|in|for|to and|far) "
    r"(?:of|for|from|to|between)|\b(?:few and far|in) between|\bto (?:begin|start) with|\bfrom (?:before|behind|"
    r"above|below|within|without|afar)|\b(?:here|there|where|then|now|once|time|hereto|unheard|well|up|from|love|"
    r"grapples|go|going|come|comes|came) (?:for|at|with))$"
)
# Where two prepositions stand together soundly: "instead of in", "for at least", "of course".
_BEFORE_DOUBLE = Pattern(
    r"(?i)\b(?:instead|sorts?|kinds?|lots?|out|starts?|stat|bunch|types?|hats|could|would|should|cast|shots|bursts|"
    r"number|by|drones?|gets?|getting|set|far|part|series|sequences|because|right|unheard) (?:of|by|for|from|at|"
    r"with)$"
)
_AFTER_DOUBLE = Pattern(
    r"(?i) (?:at (?:least|first|best|worst|once|times|all|some|this|that|most|last)|on[ -]screen|in(?:-| jokes?| "
    r"game| depth| limbo| general| particular| fact| my| turn| part| return)|on (?:my|the whole|high|an? (?:daily|"
    r"regular|weekly) basis)|from (?:the start|scratch|time|behind|before)|during the|since)"
)
# Where another rule of this group says it better.
_SAID_ELSEWHERE = Pattern(
    rf"(?i)\b(?:{PRIZE} (?:for|in|at|from)|(?:nominated|shortlisted|longlisted) for|{MEASURE} of|(?:winners?|"
    rf"recipients?) of|"
    r"(?:ratings?|scores?|averages?|grades?|marks?) of|(?:rated|scored) at)$"
)

_LEAST, _LEAST_IN_LIST = 12, 6  # characters that the sentence has before the gap: "At." may be a name


def check(ctx: Context) -> Iterator[Finding]:
    """Yield a finding for each preposition that has no object in its sentence."""
    text = ctx.text
    last = -1
    for start, end, _ in sorted([*gaps(text, _FRAMES), *_doubles(text)], key=lambda gap: gap.start):
        if start < last or _SET_PHRASE.search(text, start, end) or _SAID_ELSEWHERE.search(text, max(0, end - 40), end):
            continue
        sentence = sentence_at(ctx, start)
        block = ctx.block_of(start)
        least = _LEAST_IN_LIST if block is not None and block.kind & Kind.LIST and end >= block.end else _LEAST
        if end - sentence.start < least or (may_be_stranded(ctx, end) and not text.startswith(", born", start)):
            continue
        if _SHARES_OBJECT.match(text, end, sentence.end) and not _NEW_CLAUSE.match(text, end):
            continue
        last = end
        yield ctx.finding(start, end)


def _doubles(text: str) -> Iterator[Gap]:
    """Yield where a preposition stands right before another that cannot be its object."""
    for gap in gaps(text, _DOUBLES):
        if not _BEFORE_DOUBLE.search(text, gap.start, gap.end) and not _AFTER_DOUBLE.match(text, gap.end):
            yield gap
