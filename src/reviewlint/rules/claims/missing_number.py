"""`claims/missing-number`: a count, a length, a sum or a year that lost its figure."""

from __future__ import annotations

from collections.abc import Iterator

from reviewlint.finding import Finding
from reviewlint.rules.claims.frames import frames_of, gaps
from reviewlint.rules.claims.patterns import Pattern
from reviewlint.rules.claims.stranding import may_be_stranded
from reviewlint.rules.claims.words import COUNTED, MEASURE, MONTH, NUMBER_WORD, any_of
from reviewlint.rules.context import Context

_QUANTITY = any_of(
    "at least|at most|more than|less than|fewer than|no fewer than|no less than|not less than|as many as|as few as|"
    "well over|just over|a little over|just under|a little under|nearly|almost|roughly|approximately|upwards of|in "
    "excess of|close to|up to|a total of|something like|around"
)
_ROUGHLY = any_of("over|under|about|around|some")
# "more than words", "more than people who …" say something without a figure.
_RHETORICAL = "people viewers listeners players readers subscribers users customers guests fans visitors words".split()
_PEOPLE = any_of("people|viewers|listeners|players|readers|subscribers|users|customers|guests|fans|visitors")
_THINGS = any_of("|".join(word for word in COUNTED[3:-1].split("|") if word not in _RHETORICAL))
_TIMED = any_of("minutes|hours|pages|episodes|seasons|tracks|songs|chapters|volumes|discs|parts")
_UNIT = any_of(
    "seconds|minutes|hours|days|weeks|months|years|euros|dollars|pounds|cents|grams|kilos|kilograms|metres|meters|"
    "kilometres|kilometers|miles|inches|pages|percent|per cent|degrees|lit(?:re|er)s|episodes|volts|watts"
)
_END = r"(?:\s*(?:[.,;:!?)]|$)|\s+(?:and|but|in|on|at|with|or|to|from|which|as|before|after|when|while|worldwide)\b)"
_HARD_END = (
    r"(?:\s*(?:[.;:!?)]|$)|, (?:and|but|he|she|it|they|the|this|who|which|with)\b|\s+(?:and|but|because|although)\b)"
)
_FRAMES = frames_of(
    # "into at least languages", "shipped nearly units", "weighs about grams"
    rf"\b(?:in|for|to|across|within|after|by|of|at|on|from|with|into|since|over|sold|sells?|selling|shipped|moved|"
    rf"runs?|ran|running|lasts?|lasted|lasting|costs?|costing|takes?|took|taking|taken|grossed|earned|drew|spans?|"
    rf"spanned|spanning|covers?|covered|won|wins|winning|received|amassed|spent|spends?|reached|weighs?|weighed|"
    rf"weighing|measures?|measuring|totals?|played|logged|visited|translated into|nominated for|there are|there "
    rf"were)\s+(?P<span>(?:for |in )?{_QUANTITY}\s+{_THINGS})\b",
    rf"\b(?:for|at|of|after|lasts?|lasted|costs?|weighs?|weighed|measures?|spent|sold|grossed|with|has|"
    rf"have|had|is|are|was|were|"
    rf"in)\s+(?P<span>(?:over|under|about|around)\s+(?:copies|countries|minutes|hours|pages|episodes|seasons|"
    rf"languages|views|grams|kilos|pounds|dollars|euros|awards|nominations|percent|per cent))\b{_END}",
    rf"\b(?:in|for|to|across|after|by|of|from|with|seen|watched|played|read|drew|attracted|seats?|had|"
    rf"has)\s+(?P<span>(?:at least|more than|nearly|almost|roughly|approximately|over|close to|as many as|a total "
    rf"of)\s+{_PEOPLE})(?:\s*[.,;)]|\s+(?:worldwide|a|per|every|have|had|already)\b)",
    rf"\b(?:has|have|had|contains?|features?|includes?|boasts?|holds?|made|wrote|published|recorded|directed|"
    rf"offers?)\s+(?P<span>(?:at least|no fewer than|as many as|nearly|almost|roughly|approximately|well over|just "
    rf"under|upwards of|a total of)\s+{COUNTED})\b",
    # "took me tries", "not more than scenes", "comes with more than colours", "earned about at the box office"
    r"\b(?P<span>(?:took|takes|needed|needs|after|in) (?:(?:me|him|her|us|them|you|it|the [a-z]+) )?(?:tries|attempts))"
    r"(?:\s*[.,;:)]|\s(?:and|but|to|before|until|at)\b)",
    rf"\b(?P<span>(?:not|no) (?:more|fewer|less) than {_THINGS})\b",
    rf"\b(?:offers?|has|have|had|contains?|includes?|features?|packs|boasts?|holds?|comes? with|there (?:are|were)) "
    rf"(?P<span>(?:more than|fewer than|less than|at least) {_THINGS})\b",
    r"\b(?P<span>(?:earned|grossed|costs?|sold for|fetches|fetched|retails (?:at|for)|priced at) (?:about|over|around|"
    r"nearly|almost|under|more than|less than|roughly|close to) (?:in|at|on|to|per|and|when|worldwide))\b",
    # "clocks in at minutes", "a runtime of minutes", "runs minutes", "a -page book"
    rf"\b(?P<span>clock(?:s|ed|ing)? in at (?:just |only |a |around |about |over |under |nearly |almost |exactly "
    rf")*(?:{_TIMED}|[.,;]|and\b|but\b))",
    r"\b(?P<span>at (?:just |only |a mere |around |about |over |under |nearly |almost |a little over )*minutes)\b",
    r"\b(?P<span>(?:film|movie|documentary|feature|short|play|musical|episode|pilot|audiobook|album|"
    r"record)\s+(?:runs|ran|lasts|lasted)(?: to| just| only| about| over| nearly)? (?:for )?minutes)(?:\s*[.,;]|"
    r"\s+(?:and (?:a|it|the|not|no|never|then|feels?|has|is)|but|with|in|including)\b)",
    r"\b(?P<span>(?:runs|ran)(?: to| just| only| about| over| nearly| to about| to over)? (?:minutes|pages|episodes|"
    r"tracks|chapters|seasons|volumes))\b",
    rf"\b(?P<span>an? (?:[a-z-]+ )?{MEASURE} of (?:just |about |only |over |nearly |more than |around |roughly |"
    rf"almost |some )?{COUNTED})\b(?:\s*[.,;)]|\s+(?:and|but|in|on|with|for|is|was|it|this)\b)",
    r"(?:^|\s)(?P<span>-(?:minute|hour|page|year|part|episode|track|song|day|week|season|star|inch|volume|disc|"
    r"course|seat|megapixel|player|piece|metre|mile)s?)\s[a-z]",
    # "a budget of .", "at the age of and"
    rf"\b(?P<span>(?:an?|the|its|their|his|her) (?:[a-z-]+ ){{0,2}}{MEASURE} of){_HARD_END}",
    rf"\b(?P<span>(?:an?|its|their) (?:[a-z-]+ ){{0,2}}{MEASURE} of)\s+(?:in|at|from|with|for|is|was|it|this|per)\b",
    rf"\b(?P<span>the (?:[a-z-]+ ){{0,2}}{MEASURE} of) (?:is|was)\b",
    rf"\b(?P<span>(?:in )?(?:the )?(?:early |late )?(?:spring|summer|autumn|winter|fall|{MONTH}) of){_HARD_END}",
    # "cost $ million", "for € each", "nearly million people", "by percent"
    r"(?:^|[\s(])(?P<span>(?:(?:came|comes|amount(?:s|ed)|run(?:s)?|ran|adds up|rose|sold|goes|went|costs?|priced|"
    r"made|earned|grossed|paid|pay|charges?|around|about|under|over|than|nearly|almost|only|just|for|at|of|to|from) "
    r"|(?:price|cost|total|price tag|fee): ?){1,3}(?:US|CA|AU|NZ|C|A|R)?[€£$¥₹])(?:\s*(?:[.,;:!?)](?:\D|$)|$)|"
    r"\s+(?:a|and|or|for|in|on|at|to|but|which|including|with|plus|is|was|per|each|million|billion|when|while|as|if|"
    r"it|this|the|with|more|less|cheaper)\b)",
    r"\b(?P<span>(?:more than|less than|over|nearly|almost|around|about|grossed|earned|cost|sold|made|of|at least|"
    r"took|spent|under|just|only|to|than|lost) (?:million|billion))(?:\s*[.;,)]|\s+(?:at|in|on|worldwide|"
    r"people|copies|dollars|"
    r"pounds|euros|views|viewers|players|units|records|albums|downloads|subscribers|times|and|from|to|by)\b)",
    r"\b(?P<span>(?:of|at|by|to|only|just|with|some|over|than|nearly|almost|around|about|rose|fell|up|down) ?(?:%|"
    r"percent\b|per cent\b))(?:[\s.,;)]|$)",
    # "watched it times", "is times as long"
    r"\b(?P<span>(?:won|crossed|visited|seen|saw|watched|read|reread|played|replayed|rewatched|heard|tried|failed|"
    r"married|remade|rewrote|rewritten|adapted|filmed|performed|nominated|reprinted|translated|circled|climbed|met|"
    r"killed|dropped|rejected|postponed|delayed|recorded|covered|sampled|dies|died|arrested|topped|shown|"
    r"screened)(?: (?:it|them|him|her|me|us|(?:the|this|that|his|her|its|their|an?) [a-z]+))? "
    r"times)(?:\s*(?:[.,;:!?)]|$)|\s+(?:before|after|in|and|but|since|over|during|on|at|now|already|for|by|with|"
    r"when|while|as|because)\b)",
    r"\b(?P<span>(?:is|was|are|were|costs?|almost|about|nearly|over|took|takes|lasts?) times (?:the (?:size|price|"
    r"length|number|cost|weight|speed|amount|man|money)|as |more|bigger|larger|longer|faster|over))",
    # "between and 1999", "peaked at number on", "the th century", "cancelled after seasons"
    r"\b(?P<span>(?:from to|between and) (?:\d|one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|"
    r"fifty|sixty|now|today|the present))",
    r"\b(?P<span>(?:between \d[\d,.]* and|from \d{4} to))(?:\s*[.;,)]|\s+(?:and|but|when|it|the film|the series)\b)",
    r"\b(?P<span>(?:peaked|debuted|entered|reached|climbed|rose|charted|landed|went|sits|stands|placed|ranked) "
    r"(?:at |to |in at )?(?:number|no\.|#))\s+(?:in|on|and|before|after)\b",
    r"\b(?P<span>the (?-i:st|nd|rd|th))\s[a-z]",
    r"\b(?P<span>(?:cancelled|canceled|ended|ends|finished|wrapped up|concluded|axed|stopped|folded|closed) "
    r"(?:after|for|in) (?:just |only )?(?:seasons|series|episodes|issues|volumes|performances))(?:\s*[.,;:)]|"
    r"\s+and\b)",
    r"\b(?P<span>(?:over|in) the course of (?:seasons|episodes|albums|pages|volumes|tracks|books|films|"
    r"instal+ments))\b",
    # "every minutes", "a solid minutes", "spend $million", "for % of them", "on 25 December,."
    r"\b(?P<span>every (?:minutes|seconds|hours|days|weeks|months|years|episodes|pages|chapters))\b",
    r"\b(?P<span>an? (?:good|solid|full|whopping|lean|brisk|tight|staggering|paltry|respectable) (?:minutes|pages|"
    r"episodes|tracks|chapters|volumes|copies|countries|languages))\b",
    r"(?:^|[\s(])(?P<span>[€£$¥₹] ?(?:million|billion))\b",
    r"\b(?P<span>(?-i:[a-z]+) %)(?:[\s.,;)]|$)",
    r"(?:^|\s)(?P<span>(?-i:-plus|-odd))\s",
    rf"\b(?P<span>{MONTH} \d{{1,2}},)\s?\.",
    r"\b(?P<span>(?:for|after|in|lasts?|lasted|took|takes|spent) (?:over|under|about|around) (?:years|weeks|months|"
    r"days|decades))(?:\s*[.,;)]|\s(?:now|and|in|on|at|to|with|before|after)\b)",
    # "sold copies in Japan", "an edition of copies", "was shot over days", "is available in languages"
    r"\b(?P<span>(?:sold|shipped|moved|shifted) copies) (?:in|within|worldwide|on|across|by|and)\b",
    r"\b(?P<span>(?:an? |the )?(?:[a-z]+ )?(?:edition|print run|run|printing|pressing|batch) of copies)\b",
    r"\b(?P<span>(?:shot|filmed|recorded|written|made|finished|completed) (?:it |them )?(?:over|in|"
    r"within) (?:just |only "
    r")?(?:days|weeks|months|nights))(?:\s*[.,;)]|\s(?:in|at|on|and|with|by)\b)",
    r"\b(?P<span>(?:available|translated|published|subtitled|dubbed|released|sold|shown) (?:in|into) (?:languages|"
    r"countries|territories))(?:\s*[.,;)]|\s(?:and|but|worldwide)\b)",
    r"\b(?P<span>(?:ran|runs|lasted|aired|continued|survived|renewed) for (?:seasons|episodes|series))(?:\s*[.,;)]|"
    r"\s(?:on|at|and|before|until)\b)",
    r"\b(?P<span>an? (?:megapixel|gigabyte|watt|litre|milliamp|hertz))\s[a-z]",
    r"\b(?P<span>(?:in|from|by|of|to) (?:episode|chapter|volume|track|page|level|series) of the)\b",
    r"(?:^|[.!?] |\n)(?P<span>(?-i:Season|Episode|Chapter|Volume) (?:of the (?:show|series|book|album|game)|is|was|"
    r"has|ends|opens|begins))\b",
    r"\b(?P<span>(?:takes?|took|needs|holds|seats|serves) (?:about|roughly|approximately))(?:,\s|\s*[.;)])",
    r"\b(?P<span>(?:holds?|weighs?|measures?|serves?|stretches to|comes to|amounts to|totals|clocks in at) "
    r"(?:lit(?:re|er)s|grams|kilos|kilograms|inches|met(?:re|er)s|centimetres|minutes|pages|gigabytes|"
    r"megabytes|diners))\b",
    # "a budget of just.", "costs about and"
    rf"\b(?P<span>{MEASURE} of (?:just|only|about|around|nearly|almost|over|roughly|exactly|approximately|under|"
    rf"some)){_HARD_END}",
    r"\b(?P<span>(?:costs?|weighs?|weighed|lasts?|lasted|grossed|"
    r"earned|took in|sold) (?:just|only|about|around|"
    r"nearly|roughly|approximately|almost))(?:\s*(?:[.;)]|$)|,\s|\s(?:to|and|but)\b)",
    r"\b(?P<span>(?:was|is|were|are|reportedly|estimated|roughly|approximately|allegedly|some) (?:million|billion) "
    r"(?:dollars|pounds|euros|copies|people|viewers|players|views))\b",
    r"\b(?P<span>(?:it|film|band|show|series|album|book|game) (?:was|were|is) (?:first )?(?:released|published|"
    r"shown|broadcast|recorded) on of)\b",
)
# A figure is missing before a unit, or after a word that leads to it.
_BEFORE_UNIT = frames_of(
    rf"\b(?:takes?|took|taking|lasts?|lasted|lasting|needs?|needed|waits?|waited|waiting|runs?|ran|running|within|"
    rf"costs?|"
    rf"weighs?|spends?|spent|is|was|are|were|each|them|only|another) (?P<span>(?:about|around|roughly|approximately|"
    rf"something like) {_UNIT}){_END}",
    rf"\b(?P<span>(?:roughly|approximately|around) (?:seconds|minutes|euros|dollars|pages|episodes)){_END}",
    rf"\b(?P<span>something like {_UNIT})\b",
    r"\b(?:it|this|that|film|book|album|game|her|him|them) (?P<span>(?:at least|more than|over|nearly|almost|about|"
    r"around|roughly) times)(?:\s*(?:[.,;:!?)]|$)|\s(?:and|but|before|since|in|on|with|already|now)\b)",
    r"\b(?P<span>(?:is|was|are|were|about|nearly|almost|only|just) (?:minutes|pages|inches|seconds|metres|meters|"
    r"kilometres|centimetres) (?:long|wide|high|tall|deep|thick|in length|in diameter))\b",
    r"\b(?P<span>(?:screen|display|lens|tank|engine|disc|disk|drive|memory|battery|cable|blade|capacity|camera) of "
    r"(?:inches|lit(?:re|er)s|gigabytes|megabytes|met(?:re|er)s|centimet(?:re|er)s|megapixels|grams|watts))\b",
    r"\b(?P<span>(?:only|barely|nearly|about|almost|is|was|am|are|were|he[’']s|she[’']s|i[’']m) years (?:old|young|"
    r"of age))\b",
    # "exactly years before", "some ago", "over people watched", "runs at fps", "costs about more"
    rf"\b(?P<span>exactly {_UNIT})\b",
    r"\b(?P<span>some (?:ago|later))(?:\s*[.,;)]|\s(?:in|at|he|she|it|they|the|and|a|by|with|when)\b)",
    rf"(?:^|[.!?] |\n)(?P<span>(?-i:Over|More than|Nearly|Almost|Roughly|At least|Well over|Upwards of) (?:{_PEOPLE}|"
    rf"copies) "
    r"(?:have|had|were|[a-z]+ed|came|saw|bought|went|took|read|sold))\b",
    r"\b(?P<span>(?:to|at|of|only|about|around|with|has|and|up to|from|than|under|over) (?-i:fps|ppi|dpi|Hz|kHz|mAh|"
    r"nits|"
    r"GB|MB|TB|mm|cm|kg|km|ml))(?:\s*[.,;)]|\s(?:and|of|in|on|with|or|at|for|when|per)\b)",
    r"\b(?P<span>(?:costs?|cost) (?:about|around|roughly|nearly|almost|some) (?:more|less))\b",
    r"\b(?P<span>(?:costs?|averag(?:e|es|ed|ing)) (?:just |only |about |maybe |perhaps |roughly )?(?:a|per) (?:month|"
    r"night|"
    r"year|week|day|head|person|glass|bottle|piece|copy|ticket))(?:\s*[.;)]|, (?:and|but|which|so)\b)",
    r"\b(?P<span>(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+) out of (?:readers|users|buyers|viewers|"
    r"players|"
    r"owners|listeners|customers|visitors|critics|reviewers|people))\b",
    r"\b(?P<span>(?:served|came|arrived|over|finished|left|stopped|died) after (?:minutes|hours|days|weeks|"
    r"seconds))\s*[.,;]",
    r"\b(?P<span>(?:laugh|cry|cried|die|fail|crash|jump|smile|yawn|restart|replay)[a-z]*(?: [a-z]+){0,2} (?:about|"
    r"around|"
    r"roughly|nearly|at least|over) times)\b",
    rf"\b(?P<span>in {MONTH} (?:19|20))(?:\s*[.,;)]|\s(?:and|by|on|with|the)\b|$)",
    r"\b(?P<span>(?:gave|given|got|awarded|earned) (?:(?:it|this|him|her|them|this one) )?stars)"
    r"(?:\s*[.,;!]|\s(?:from|and|for|because)\b)",
    r"\b(?P<span>when (?:he|she|they|i|we) (?:was|were) (?:just|only|barely|about|around|nearly))\s*(?:[.,;]|$)",
    r"\b(?P<span>(?:costs?|cost) (?:only|just)) (?:at|in|on|from) ",
    r"\b(?P<span>(?:estimated|valued|put|stands|stood|capped|at|of) (?:at )?(?:over |about |around |nearly |almost |"
    r"more "
    r"than |less than )?(?:million|billion))(?:\s*[.;,)]|\s(?:dollars|pounds|euros|copies|people|and|but|in|by)\b)",
    r"\b(?P<span>(?:edition|printing|pressing|run|total|batch) of (?:only|just|about|around|some|over))(?:\s*[.;)]|"
    r"\s(?:and|"
    r"but|in|was|is)\b)",
    r"\b(?P<span>(?:seats|holds|serves|takes|took|needs|costs) (?:about|roughly|approximately|around)) (?:and|"
    r"but) (?:is|was|"
    r"has|it|the|can|comes|never|always)\b",
    r"\b(?P<span>(?:for|lasts?|lasted|of|at|costs?|reaches|holds|runs?) up to) (?:on|in|at|with|per|and|when|from|"
    r"before)\b",
    r"\b(?P<span>there (?:are|were) (?:over|about|around|more than|at least|nearly|almost|some)) (?:to|in|on|and) ",
    r"(?:^|[.!?] |\n)(?P<span>(?-i:In) (?:it|he|she|they|the (?:film|book|band|game|series|album)) (?:won|received|"
    r"premi[eè]red|became|moved|joined|released|published|signed|died|sold))\b",
    r"\b(?P<span>(?:set|released|published|born|made|shot|begins|opens|takes place) in the year)[,.]",
    r"\b(?P<span>(?:directed|directs|produced|edited|scored|wrote|writes|composed|appears in|plays in|stars in|won|"
    r"lost) "
    r"of the (?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+) [a-z]+s)\b",
    # "won Oscars, including Best Picture", "was nominated for Emmys in its first year"
    r"\b(?P<span>(?:won|wins|received|earned|collected|nominated for|took home|up for|and) (?-i:Oscars|Emmys|BAFTAs|"
    r"Baftas|"
    r"Grammys|Tonys|Golden Globes|Césars|Goyas|Academy Awards))(?:,? (?:including|among them|one of|more than)|"
    r" and (?:won|lost)\b| in (?:its first|its debut|the first|one) (?:year|season|night|"
    r"week))",
)
_STRANDABLE = frames_of(
    # "peaked at ,", "opens at and closes at six"
    r"\b(?P<span>(?:peaked|debuted|topped out|stands|stood|came in|start(?:s|ing)?|averaged|hovers|hovered|retails?|"
    r"retailed|sold|sells|priced|valued|estimated|capped|tops out|opens|opened|closes|closed|airs|aired|begins|"
    r"began|ends) at)(?:\s*[.,;)]|\s+(?:and|but|on|in|with|for|from|per)\b)",
)


_COUNT = Pattern(
    rf"(?i)\b(?:{NUMBER_WORD}|lap|load|loading|wait|waiting|run|running|travel|end|same|other|last)\s+times$"
)


def check(ctx: Context) -> Iterator[Finding]:
    """Yield a finding for each frame of a figure that holds none."""
    text = ctx.text
    for gap in gaps(text, _FRAMES, _BEFORE_UNIT):
        if text.endswith("average of", gap.start, gap.end):  # a rating's, more often than not
            continue
        if text.endswith("times", gap.start, gap.end) and _COUNT.search(text, gap.start, gap.end):
            continue
        yield ctx.finding(gap.start, gap.end)
    for gap in gaps(text, _STRANDABLE):
        if not may_be_stranded(ctx, gap.end):
            yield ctx.finding(gap.start, gap.end)
