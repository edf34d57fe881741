"""`claims/missing-name`: a work or a person is announced, and the name does not come."""

from __future__ import annotations

from collections.abc import Iterator

from reviewlint.finding import Finding
from reviewlint.lexicon import Tag, share
from reviewlint.rules.claims.frames import Gap, frames_of, gaps, sentence_at
from reviewlint.rules.claims.patterns import Pattern
from reviewlint.rules.claims.stranding import follows_noun, may_be_stranded
from reviewlint.rules.claims.words import WORK, any_of
from reviewlint.rules.context import Context

_NAMED = any_of("called|named|titled|entitled|subtitled|nicknamed|dubbed|christened|renamed|retitled")
_BEARER = any_of(
    f"{WORK}|man|woman|boy|girl|kid|child|son|daughter|brother|sister|friend|wife|husband|neighbour|neighbor|band|"
    "group|trio|quartet|orchestra|town|village|city|island|planet|street|company|studio|label|publisher|magazine|"
    "newspaper|website|podcast|dog|cat|horse|ship|boat|character|creature|monster|robot|detective|spin-off|spinoff|"
    "follow-up|companion|director|writer|actor|actress|author|singer|composer|newcomer|club|shop|school|team|"
    "organisation|organization|blog|column|brand|line|model|type|style|dish|drink|cocktail|one"
)
_STOP = r"(?:\s*(?:[;!]|\.(?:[^\w.]|$))|\n\n|$)"
_CALLED = frames_of(
    rf"\b(?P<span>(?:an?|another|the|one|his|her|its|their|first|second|third|last|next|only|more) (?:[\w’'-]+ "
    rf"){{0,3}}?{_BEARER}(?:, [^.;!?\n]{{1,40}},)?,? (?:(?:is|was|are|were|has been|had been|which is|which was|who "
    rf"is|who was|simply|now|also|originally|rather|aptly|appropriately) ){{0,2}}{_NAMED})(?:{_STOP}|\s(?-i:and|but|"
    rf"which|who|that|in \d)\b)",
    rf"\b(?P<span>(?:an?|another) (?:[\w-]+ )?[\w-]+,? (?:named|called|nicknamed|dubbed)){_STOP}",
    rf"(?P<span>\b[\w’'-]+(?: is| was|,) (?:[a-z]+ly )?{_NAMED}), (?:will|and (?:it|the|he|she|they|this|"
    rf"is|was|has)|but|which|who|is|"
    rf"was|has|explains|opens|ends|tells|follows)\b",
    # "a boy named, who", "a village called lies"
    rf"\b(?P<span>(?:an?|the|his|her|their) (?:[\w-]+ ){{0,3}}?{_BEARER} (?:named|called)), (?-i:who|whose|an?|the|is|"
    rf"was|has|where)\b",
    rf"\b(?P<span>an? (?:[\w-]+ ){{0,3}}?{_BEARER} (?:named|called)) (?-i:who|arrives|comes|came|moves|"
    rf"moved|finds|found|"
    rf"meets|met|works|lives|lived|is|was|has|had|falls|fell|wants|goes|went|takes|took|gets|got|lies|turns|begins)\b",
    rf"(?P<span>, (?:also |simply |originally |appropriately |aptly )?{_NAMED}){_STOP}",
    rf"\b(?P<span>(?:by the name of|under the name(?: of)?|under the titles?(?: of)?|under the pseudonym(?: of)?|"
    rf"goes by the name(?: of)?|going by the name(?: of)?|bears the title|also known as|better known as|known as|"
    rf"billed as))(?:{_STOP}|,\s|\s(?-i:and|but|in|who|which|is|was)\b)",
)
_AGENT = any_of(
    "directed|written|co-written|co-directed|made|played|organi[sz]ed|published|produced|co-produced|scored|composed|"
    "voiced|performed|sung|drawn|painted|designed|illustrated|translated|owned|hosted|recorded|released|distributed|"
    "created|co-created|developed|filmed|shot|photographed|edited|narrated|read|adapted|founded|led|headed|run|"
    "penned|authored|helmed|choreographed|lit|built|manufactured|sponsored|funded|financed|commissioned|conducted|"
    "spoken|uttered|whispered|quoted|recommended|arranged|mixed|mastered|remixed|covered|sampled|sold|held|set|"
    "portrayed|invented|edited|curated|staged|brewed|"
    "cooked|served|presented|introduced|announced|adapted|revived|reissued|championed|discovered|signed|represented|"
    "previously held|broken|accompanied|joined|inspired|influenced|preceded|followed|succeeded|replaced|backed"
)
# "a boy named goes missing", "the chapter called is the best"
_THEN_VERB = frames_of(
    rf"\b(?P<span>(?:an?|the|his|her|their) (?:[\w-]+ ){{0,3}}?{_BEARER} (?:named|called)) (?P<verb>(?-i:[a-z]+))\b"
)
_FINITE_VERB = Tag.VERB_S | Tag.PAST
_MOSTLY = 0.8  # of a word's uses
_CREDIT = any_of(
    "rest|others|remainder|film|novel|book|score|music|song|script|screenplay|story|play|poem|painting|"
    "album|photography|cinematography|"
    "design|animation|artwork|illustrations?|translation|soundtrack|adaptation|series|comic|manga|remix|cover|"
    "production|lyrics|libretto|costumes|sets|effects|drawings|photographs|memoir|novella|essay|words|recipe"
)
_AFTER_BY = (
    r"(?:\s*(?:[.;!)]|$)|, (?:and|but|who|which|it|he|she|they|is|was|when|although|while)\b|\s+(?-i:before|after|"
    r"when|while|because|although|though|until|in|on|at|from|is|was|are|were|has|had|who|which|but|and (?:the|a|an|"
    r"it|he|she|they|is|was|has|had|I|we|this|that|[a-z]+s|set|released|based|published|reissued|first|then|later|"
    r"won))\b)"
)
_BY = frames_of(
    rf"\b(?P<span>(?:[\w’'-]+ )?(?P<agent>{_AGENT}) (?:[a-z]+ly )?by){_AFTER_BY}",
    rf"\b(?P<span>(?:an?|the|its|with|and|to) (?:[\w’'-]+ )?{_CREDIT} by){_AFTER_BY}",
    r"\b(?P<span>(?-i:starring))(?:\s*(?:\.(?:[^\w.]|$))|\n\n|$|\s(?-i:and (?:the|a|an|set|released|based))\b)",
    r"\b(?P<span>(?-i:from|by|with) (?:newcomer|first-timer|director|writer|author|producer|composer|"
    r"creator|novelist|screenwriter|"
    r"developer|publisher|studio|the (?:makers|creators|author|director|writer|team|people|studio) (?:of|"
    r"behind)))(?:\s*(?:[.;!]|$)|, (?:and|who|which|is|was)\b|\s(?-i:comes|is|was|and (?:the|a|it|is))\b)",
    r"\b(?P<span>(?-i:in|of|by|from|with|on|to|and|for|like|than|at|director|author|writer|actor|actress|"
    r"composer|singer|novelist|as) (?-i:[’'\x27]s)) (?-i:[a-z])",
    r"\b(?P<span>based (?:loosely |closely |partly )?(?:up)?on)(?:\s*(?:[;!]|\.(?:[^\w.]|$))|\n\n|\s(?-i:and (?:the|"
    r"a|it|is|was|has|runs|lasts|set|directed)|but|by|which)\b)",
)
_WHO_PLAYS = frames_of(
    r"\b(?P<span>(?:role|part|lead|award|prize|honou?r|title|contract|job) (?:goes|went|has gone|was given|fell|falls) "
    r"to), (?:an?|the|who|but|and)\b",
    r"\b(?P<span>who (?:also |has )?(?:plays|played|directed|wrote|voices|voiced|directs|writes|composed|portrays|"
    r"portrayed|created|stars as|starred as|produced|edited)) (?:is|was|has|had|deserves?|gives?|gave|steals?|"
    r"stole)\b",
    r"\b(?P<span>(?:film|movie|series|show|documentary|drama|comedy|picture|thriller|it) (?:also )?(?:stars|"
    r"features|co-stars)) (?-i:and (?:the|a|is|was)|as)\b",
)
# A name is missing between words that stand around one.
_AROUND = frames_of(
    rf"(?P<span>,(?: {_AGENT})? by), (?:[a-z]+)\b",
    r"\b(?P<span>(?:stars|starring|co-stars|co-starring|features|"
    r"featuring) (?:(?-i:[A-Z])[\w’'.-]+ ){1,3}and) (?-i:as) (?:the|an?|"
    r"his|her|their|its|(?-i:[A-Z]))",
    r"\b(?P<span>(?:such as|including|featuring|starring|films like|books like|bands like|games like|among them|among "
    r"which|among whom|namely|guests (?:are|were|include)|include|includes|included|the works of|along with|"
    r"as well as) "
    r"and) (?-i:[A-Z]|￼)",
    r"\b(?P<span>(?:includes?|included|including|are|were|with|stars|features), among others, and) ",
    r"\b(?P<span>according to)(?:[,.;]| (?:and|it|in the (?:film|book)|the film was))",
    r"\b(?P<span>(?:met|born|raised|grew up) in) and (?:[a-z]+ed|was|is|now|died|left|went)\b",
    r"\b(?P<span>(?:whose|the|his|her|its) (?:real|full|original|working|english|maiden) (?:name|title) (?:is|was)), "
    r"(?:[a-z]+ed|grew|has|came|and|but|plays|sings|lives|wrote|made)\b",
    r"\b(?P<span>(?:studio|team|people|minds?|company|brain|duo|chapter|scene|essay|song|article|episode) (?:behind|"
    r"about)) "
    r"(?:is|was|has|are|were|have|had|made|makes)\b",
    r"\b(?P<span>(?:compared|likened) to)(?: (?:by|and|in|with|since)\b|\s*[.;]|, (?:it|the|this|he|she|they|but|and|"
    r"which)\b)",
    r"\b(?P<span>(?:feature|film|movie|novel|book|album|game|record|season|hit|success|outing) (?:after|before|since|"
    r"like) and) (?-i:[A-Z]|￼)",
    r"\b(?P<span>(?:best|worst|first|only|finest|greatest) (?:[\w’-]+ ){1,3}since) (?:and|but) (?:it|the|he|she|nobody|"
    r"i)\b",
    r"\b(?P<span>(?:village|town|city|house|farm|island|beach|lake|castle|suburb|cottage) near)(?:\s*[.,;]| (?:in|and|"
    r"on|where)\b)",
    r"\b(?P<span>(?:best|worst|greatest|finest) (?:[a-z]+ )?[a-z]+ of) (?:by|at|with|and|is|was)\b",
    r"\b(?P<span>(?:what|anyone|everyone|whoever|fans|those who|if you) (?:[\w’']+ ){0,6}(?-i:or)), (?:you|it|he|she|"
    r"they) "
    r"(?:will|ll|is|are|can|may|should)\b",
    # "As once said, …", "Unlike, it has no lid", "the town of, on the coast", "- as Nora Lind" in a list
    r"(?:^|[.!?] |\n)(?P<span>(?-i:As) (?:once |often |famously )(?:said|wrote|put))\b",
    r"(?:^|[.!?] |\n)(?P<span>(?-i:Unlike|Despite|During|According to|Thanks to|Due to|Owing to|"
    r"Compared (?:to|"
    r"with)|Apart from|Together with|Along with|Next to|In addition to|Instead of|Because of|Based on|Starring|"
    r"Featuring)),\s",
    r"\b(?P<span>(?:town|village|city|island|port|suburb|county|province|valley|district|kingdom) of)(?:[,;]|\.(?:\s|"
    r"$)| "
    r"(?:on|in|where|lies|is|was)\b)",
    r"(?:^|\n)(?P<span>(?-i:as [A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}))(?:\n|$)",
    # "Waller-."
    r"(?P<span>(?-i:[A-Z][a-z]+)-)[.,;](?:\s|$)",
)
_VERB_AFTER_AND = Pattern(r" and (?P<verb>[a-z]+)\b(?! (?:and|or) )")
_SHARES_OBJECT = frozenset("stars features starring featuring co-stars produces".split())
_FINITE = Tag.VERB_S | Tag.PAST | Tag.PRONOUN | Tag.DETERMINER | Tag.PARTICIPLE | Tag.ADVERB
_CALLED_OUT = Pattern(
    r"(?i)\b(?:names?|numbers?|roll|police|meeting|ambulance|election|witness|doctor|help|strike|spade|so|what|as|"
    r"whatever|like|being|gets?|got|getting)\b"
)


def check(ctx: Context) -> Iterator[Finding]:
    """Yield a finding for each name that is announced and missing."""
    text = ctx.text
    for gap in gaps(text, _CALLED):
        sentence = sentence_at(ctx, gap.start)
        if _CALLED_OUT.search(text, sentence.start, gap.end) and not text[gap.start : gap.end].endswith(" as"):
            continue
        if not may_be_stranded(ctx, gap.end):
            yield ctx.finding(gap.start, gap.end)
    for gap in gaps(text, _THEN_VERB):
        if share(gap.match["verb"], _FINITE_VERB) > _MOSTLY:
            yield ctx.finding(gap.start, gap.end)
    for gap in gaps(text, _AROUND):
        if not (text.endswith("to", gap.start, gap.end) and may_be_stranded(ctx, gap.end)):
            yield ctx.finding(gap.start, gap.end)
    for gap in gaps(text, _WHO_PLAYS):
        if " by " in text[gap.end : gap.end + 70]:  # "stars and was written by Nora Lind"
            continue
        yield ctx.finding(gap.start, gap.end)
    for gap in gaps(text, _BY):
        if _shares_object(text, gap.end):
            continue
        ends_in_noun = not text.endswith((" by", " on", " upon", " of", " behind", "starring"), gap.start, gap.end)
        if ends_in_noun or _is_reduced_relative(ctx, gap) or not may_be_stranded(ctx, gap.end):
            yield ctx.finding(gap.start, gap.end)


def _is_reduced_relative(ctx: Context, gap: Gap) -> bool:
    """Tell whether "painted by" hangs on a noun ("a wall painted by."): then its object cannot have gone before."""
    groups = gap.match.re.groupindex
    return "agent" in groups and follows_noun(ctx, gap.match.start(groups["agent"]))


def _shares_object(text: str, at: int) -> bool:
    """Tell whether "and" and a verb follow that may take the same object: "directed by and stars Nora Lind"."""
    following = _VERB_AFTER_AND.match(text, at)
    return bool(following and (following["verb"] in _SHARES_OBJECT or share(following["verb"], _FINITE) < 0.5))
