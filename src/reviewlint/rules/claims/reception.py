"""Reception: who judges, how, and whether anybody answers for it.

The rules on unsupported claims share these word classes and tests. A claim of reception is supported when its
clause, or what follows it, holds a name, a figure, a link or somebody's own words.
"""

from __future__ import annotations

from bisect import bisect_right

from reviewlint.document import Sentence
from reviewlint.document.view import HIDDEN, Kind
from reviewlint.rules.claims.frames import sentence_at
from reviewlint.rules.claims.patterns import Pattern
from reviewlint.rules.claims.words import SITE, WORK, any_of
from reviewlint.rules.context import Context

# Those who judge for a living, with nobody among them named.
CRITICS = any_of(
    "critics|reviewers|(?:every|no|not one|not a single|hardly a) (?:critic|reviewer)(?: worth [a-z]+)?|the press|"
    "(?:the )?(?:speciali[sz]ed|international|national|local|foreign|trade|music|film|"
    "gaming|british|american|french|german|italian) press|the critical establishment|critical opinion|the critical "
    "consensus"
)
SCHOLARS = any_of(
    "experts|historians|scholars|academics|pundits|commentators|purists|connoisseurs|aficionados|cinephiles|"
    "bibliophiles|audiophiles|insiders|observers|tastemakers|foodies|gourmets|enthusiasts|collectors|professionals|"
    "specialists|industry figures|analysts|film buffs|movie buffs|bookworms|scientists|researchers|doctors|chefs|"
    "psychologists|parents|teachers|baristas|photographers|designers|those (?:in the know|who know)|sources close to "
    "the [a-z]+"
)
_FIELD = any_of(
    "film|movie|music|art|literary|food|restaurant|game|gaming|video game|theatre|theater|television|tv|anime|manga|"
    "tech|jazz|book|wine|design|rock|pop|classical|cultural|culinary|animation|industry"
)
PUBLIC = any_of(
    "viewers|audiences|audience members|moviegoers|movie-goers|filmgoers|cinemagoers|cinema-goers|readers|listeners|"
    "gamers|players|fans|spectators|users|owners|buyers|customers|diners|visitors|guests|subscribers|test audiences|"
    "music "
    "lovers|film lovers|book lovers|food lovers|locals|regulars|the fandom|the fanbase|the fan base|the general "
    "public|the public|the gaming community|the fan community|the whole world|the entire world|the internet|twitter|"
    "reddit|tiktok|social media|book clubs"
)
CROWD = any_of(
    "many|most|some|others|everyone|everybody|people|persons|folks|millions|thousands|countless people|the world|"
    "anyone|"
    "(?:some|many|most|several|certain) (?:[a-z]+ )?[a-z]+(?:ists|ians|ers|ors)|all who (?:have )?(?:seen|heard|read|"
    "played|tried|visited|watched) (?:it|this|them)|its (?:detractors|defenders|admirers|champions|supporters)|"
    "(?:those|people) who (?:do not|don[’\\x27]t|never|usually|"
    "normally|hated?|dislike|disliked|cannot stand|can[’\\x27]t stand) [^,.;:!?]{2,40}?|many an? (?:viewer|reader|"
    "player|listener|critic|fan|gamer)|"
    "generations of [a-z]+|quite a "
    "few(?: people| of us)?|not a few|a vocal minority|the (?:whole|entire) industry|half "
    "the internet|half the world|those"
)
_HOW_MANY = any_of(
    "many|most|some|all|countless|numerous|several|various|a lot of|lots of|plenty of|millions of|thousands of|"
    "hundreds of|a number of|the majority of|a majority of|the vast majority of|no shortage of|legions of|scores of|"
    "generations of|other|the|early|modern|contemporary|professional|casual|longtime|long-time|die-hard|hardcore|"
    "serious|true|older|younger|discerning|seasoned|even|both|so many|most of the|many of the|some of the|a few|a "
    "handful of|a (?:growing|large|small|fair|great) number of|quite a few|certain|feminist|american|british|french|"
    "german|"
    "japanese|european|western|foreign|english"
)
_TAIL = (
    r"(?: (?:everywhere|alike|worldwide|around the world|around the globe|across the globe|the world over|"
    rf"all over the world|across the board|across the country|of all ages|at the time|today|online|(?:and|or) "
    rf"(?:{_HOW_MANY} )?(?:{CRITICS}|{PUBLIC}|{SCHOLARS})(?: alike)?|"
    r"of the (?:genre|series|original|form|book|books|band|franchise|show)|(?:who|that) (?:has |have |had |ever "
    r")*(?:see|sees|saw|seen|play|plays|played|read|reads|watch|watches|watched|hear|hears|heard|visit|visits|"
    r"visited|try|tries|tried|own|owns|buy|buys|bought|meets|knows|use|uses|used|listens to|listened to)(?: (?:it|"
    r"this|them|(?:the|this|her|his) [\w’'-]+|the [\w’'-]+ [\w’'-]+))?|I (?:have )?(?:met|asked|spoken to)(?!)))?"
).replace("|I (?:have )?(?:met|asked|spoken to)(?!)", "")
WHO = (
    rf"(?:(?:{_HOW_MANY} ){{0,3}}(?:{_FIELD} )?(?:(?P<critics>{CRITICS})|(?P<scholars>{SCHOLARS})|"
    rf"(?P<public>{PUBLIC}))|"
    rf"(?P<crowd>(?:{_HOW_MANY} ){{0,2}}(?:people|persons|folks)|{CROWD})){_TAIL}"
)
# What may stand between the judges and their verb. No modal of mere possibility, no negation.
AUXILIARY = any_of(
    "have|has|had|are|were|is|was|been|being|do|did|still|now|all|both|often|generally|widely|unanimously|"
    "universally|rightly|justly|long|since|always|already|consistently|seem to|seems to|seemed to|tend to|tends to|"
    "appear to|appears to|continue to|continues to|quickly|immediately|almost|even|also|loudly|really|truly|"
    "absolutely|regularly|frequently|commonly|usually|just|simply|mostly|largely|overwhelmingly|rapturously|"
    "enthusiastically|fondly|can[’'\\x27]t help but|cannot help but|apparently|reportedly|clearly|certainly|happily|"
    "wholeheartedly|in general|never stop|have not stopped|openly|freely|gladly|correctly|wrongly|famously|rather|"
    "can[’'\\x27]t stop|cannot stop|could not stop|couldn[’'\\x27]t stop|"
    "will never stop|instantly|deeply|soon|at once|readily"
)
RANKS = any_of(
    "call(?:s|ed|ing)?|consider(?:s|ed|ing)?|regard(?:s|ed|ing)?|rank(?:s|ed|ing)?|rate(?:s|d)?|rating|hail(?:s|ed|"
    "ing)?|deem(?:s|ed)?|describ(?:e|es|ed|ing)|label(?:s|led|ed)?|dub(?:s|bed)?|tout(?:s|ed)?|proclaim(?:s|ed)?|"
    "declar(?:e|es|ed)|put(?:s)? the|acclaim(?:s|ed)?|count(?:s|ed)?|view(?:s|ed)?|see(?:s|n)? (?:it|this|the)|"
    "recogni[sz]e(?:s|"
    "d)?|pick(?:s|ed)?|place(?:s|d)?|hold(?:s)?|held|compar(?:e|es|ed|ing)|liken(?:s|ed)?|salut(?:e|es|ed)|greet(?:s|"
    "ed)|"
    "welcom(?:e|es|ed)|g(?:ave|ive|iven|ives) (?:it|this)|crown(?:s|ed)?|elect(?:s|ed)|cite(?:s|d)?|name(?:s|d)?|"
    "vote(?:s|d)?|would (?:call|consider|"
    "rank|rate|describe)|gone (?:as|so) far as (?:to call|calling)"
)
FEELS = any_of(
    "love(?:s|d)?|loving|adore(?:s|d)?|adoring|prais(?:e|es|ed|ing)|applaud(?:s|ed)?|admire(?:s|d)?|laud(?:s|ed|"
    "ing)?|celebrat(?:e|es|ed|ing)|embrac(?:e|es|ed|ing)|champion(?:s|ed)?|dismiss(?:es|ed)?|loathe(?:s|d)?|hate(?:s|"
    "d)?|despise(?:s|d)?|pan(?:s|ned|ning)|slam(?:s|med)?|critici[sz](?:e|es|ed|ing)|savaged?|trash(?:es|ed)?|"
    "derided?|mock(?:s|ed)?|rav(?:e|es|ed|ing) (?:about|over)|swoon(?:s|ed)? (?:over|for)|gush(?:es|ed)? (?:about|"
    "over)|cherish(?:es|ed)?|treasure(?:s|d)?|worship(?:s|ped)?|enjoy(?:s|ed)?|appreciate(?:s|d)?|liked|dislike(?:s|"
    "d)?|warm(?:s|ed) to|took to|lap(?:s|ped) up|fell for|fell in love with|have fallen for|fall in love with|swear "
    "by|swears by|recommend(?:s|ed)?|singled out|single out|(?:received|greeted|welcomed) (?:it|this|the [a-z]+) "
    "(?:with|warmly)|took issue with|take issue with|taken issue with|pointed to|point to|seen in "
    "(?:it|this)|"
    "sees? in (?:it|this)|(?:fallen|falling) in love with|wept over|vouch for|talking about|buzzing about|raving "
    "about|flocking to|flock to|flock(?:ed)? to see|flocked to|clamou?ring for|"
    "cannot get enough of|can[’'\\x27]t get enough of|could(?: not|n[’'\\x27]t) get enough of|go wild for|went "
    "(?:wild|mad|crazy|nuts|gaga) (?:for|over|about)|prefer(?:s|red)?|fell over themselves|fall over themselves|"
    "(?:has|have|had)? ?taken (?:it|this|them|the [a-z]+) to (?:their|its) hearts?|take (?:it|this) to their hearts|"
    "took (?:it|"
    "this) "
    "to (?:their|its) hearts?|reproach(?:es|ed)?|complain(?:s|ed)? (?:about|of)|"
    "accus(?:e|es|ed)"
)
SAYS = any_of(
    "say(?:s)?|said|agree(?:s|d)?|think(?:s)?|thought|believe(?:s|d)?|feel(?:s)?|felt|argu(?:e|es|ed)|claim(?:s|ed)?|"
    "insist(?:s|ed)?|maintain(?:s|ed)?|swear(?:s)?|swore|concur(?:s|red)?|report(?:s|ed)?|note(?:s|d)?|point(?:s|"
    "ed)? out|acknowledge(?:s|d)?|admit(?:s|ted)?|tell(?:s)? you|attest(?:s|ed)?|assert(?:s|ed)?|contend(?:s|ed)?|"
    "complain(?:s|ed)?|conclude(?:s|d)?|estimate(?:s|d)?|suggest(?:s|ed)?|predict(?:s|ed)?|could not agree|cannot "
    "agree|couldn[’'\\x27]t agree|disagree(?:s|d)?|"
    "will tell you|will swear|will say|will agree|will argue|will insist|would "
    "agree|would argue|would say|would insist|would claim|will attest"
)
FINDS = any_of("find(?:s)?|found")
# A verdict, good or bad.
_PRAISE = any_of(
    "best|worst|greatest|finest|most|least|masterpiece|masterpieces|classic|classics|masterwork|triumph|landmark|gem|"
    "treasure|legend|icon|iconic|essential|definitive|seminal|groundbreaking|ground-breaking|peak|pinnacle|benchmark|"
    "gold standard|milestone|must-see|must-read|must-play|must-have|perfect|perfection|flawless|overrated|underrated|"
    "disappointment|disappointing|failure|flop|return to form|genius|unforgettable|timeless|superior|better than|"
    "worse than|brilliant|breathtaking|magnificent|outstanding|among the|one of the|second to none|unmatched|"
    "unsurpassed|unrivalled|unrivaled|unparalleled|godfather of|king of|queen of|father of|mother of|holy grail|"
    "crowning achievement|tour de force|high point|high-water mark|low point|return to greatness|revelation|"
    "in (?:very )?(?:high|the highest|great) (?:esteem|regard)|revolutionary|modern classic|unplayable|unwatchable|"
    "unreadable|unlistenable|inedible|cornerstone|touchstone|legendary|(?:a|the) turning point|"
    "of the (?:year|decade|century)|of all time|breakthrough|deserve[sd]? (?:an?|the|its|every|better|more)|robbed|"
    "must|misunderstood|confusing|boring|too long|"
    "too slow|too short|magical|ahead of its time"
)
_SUPERLATIVE = Pattern(
    rf"(?i)\b{_PRAISE}\b|\b(?!(?:interest|honest|forest|contest|request|protest|harvest|suggest|invest|modest|priest|"
    r"arrest|latest|conquest|manifest|digest|tempest|earnest|budapest|everest|guest|quest|chest|midwest|northwest|"
    r"southwest|rest|test|west|nest|vest|pest|zest|jest|lest|crest|quest|fest|inquest|bequest|"
    r"ernest)\b)[a-z]{3,}est\b"
)
ROLE = (
    r"\b(?:actor|actress|director|writer|author|composer|singer|performer|artist|designer|novelist|guitarist|pianist|"
    r"drummer|comedian|film-?maker|storyteller|voice|songwriter|lyricist|producer|animator|chef|poet|studio|band|"
    r"musician|rapper|screenwriter|cinematographer)s?\b"
)
_WORK_OR_ROLE = Pattern(rf"(?i)\b{WORK}\b|{ROLE}|{HIDDEN}")
_REFERS = Pattern(
    rf"(?i)\s*(?:to you )?(?:it|its|it[’']s|this(?! (?!{WORK}\b|one\b|is\b|was\b)[a-z])|{HIDDEN}|(?:the|his|her|"
    rf"their|every|most|these|those|this|such) (?:[\w’'-]+ ){{0,3}}{WORK}\b)"
)
_ASSERTS = Pattern(
    rf"(?i)(?: to you)?(?: that|,|:)? ?(?:no (?:other )?{WORK}\b|(?:it|this|this one|they)(?:[’']s|[’']re| (?:is|was|"
    rf"are|were|has|had|will|"
    rf"would|can|could|may|might|does|did|should|still|deserve[sd]?|hardly|never|\w+[^s]s|\w+ed)\b)|{HIDDEN}|(?:the|"
    rf"its|his|her|their|every|most|these|those|this|such) (?:[\w’'-]+ ){{0,3}}{WORK}\b)"
)


_PUBLICATION = Pattern(
    r"\b(?:New York Times|the Guardian|The Guardian|Guardian’s|Washington Post|Los Angeles Times|Variety|Empire "
    r"magazine|Sight and Sound|Sight & Sound|Hollywood Reporter|Pitchfork|Rolling Stone|NME|IGN|GameSpot|Polygon|"
    r"Kotaku|Eurogamer|Edge magazine|Famitsu|Kirkus|Publishers Weekly|New Yorker|Le Monde|Cahiers du Cinéma|Time Out|"
    r"[Tt]he Telegraph|[Tt]he Independent|[Tt]he Observer|Financial Times|Wall Street Journal|Entertainment Weekly|"
    r"IndieWire|Indiewire|AV Club|A\.V\. Club|Village Voice|PostTrak|CinemaScore|BBC|NPR|Wikipedia|Ebert|Kael|"
    r"Kermode|Christgau|Dargis|Maslin|Bradshaw|Gramophone|DownBeat|Billboard|Collider|Film Comment)\b"
)
_FIGURES = (
    rf"\(\w+,? \d{{4}}\)|\d+(?:[.,]\d+)?\s?(?:%|per ?cent\b)|\b\d+(?:\.\d+)?\s?/\s?\d+|\b\d+(?:\.\d+)? out of \d+|"
    rf"\b[Aa]ccording to "
    rf"(?!many|most|some|critics|fans|everyone|the critics|reviewers|experts|all)|\b(?:{SITE})\b[^.;]{{0,60}}\d|"
    rf"\d[^.;]{{0,60}}\b(?:{SITE})\b|\b(?:polled|poll|survey|surveyed)\b"
)
# A name that answers for the claim: "from Roger Ebert", "Ann Lee of the Herald", "Ann Lee wrote".
_NAMED = (
    r"\b(?!(?:Critics|Reviewers|Viewers|Audiences|Readers|Players|Fans|Users|Gamers|Listeners|Customers|Many|Some|Most|"
    r"Everyone|Everybody|Others|People|Millions|They)\b)[A-Z][\w’'.-]+ (?:[A-Z][\w’'.-]+ )?(?:(?:wrote|writes|said|"
    r"says|argued|argues|noted)(?:,|:| that| of| in "
    r"(?:the|a|his|her))|(?:called|calls|described|named|hailed|praised|gave) (?:it|this|the (?:film|book|game|album|"
    r"series|show|restaurant))|put it)|\b(?:in (?:the )?words of|as) [A-Z]\w+ [A-Z][\w-]+ (?:put|wrote|said|noted|"
    r"has it)|\b[A-Z][\w’'-]+ [A-Z][\w’'-]+ (?:of|at) (?:the )?[A-Z]"
)
_EVIDENCE = Pattern(
    rf"{_FIGURES}|{_NAMED}|, (?:says|said|writes|wrote) (?:[a-z]+ ){{0,3}}(?:[a-z]+, )?[A-Z]|\b(?:such as|like|"
    rf"including|among them|notably|especially|from|by) "
    r"(?:(?:the )?(?:critic|reviewer|novelist|director|late) )?[A-Z][\w’'.-]+ [A-Z]"
)
_EVIDENCE_AFTER = Pattern(rf"{_FIGURES}|{_NAMED}")
_LINK = Pattern(r"\]\(|\]\[|\[\^|https?://|<a ")
_QUOTED_BY = Pattern(
    rf"(?:{HIDDEN}{{4,}}|[“\"][^”\"]{{8,}}[”\"])[,.]?\s+(?:\w+\s){{0,2}}[A-Z]\w+|[A-Z]\w+ "
    rf"(?:\w+\s){{0,4}}(?:{HIDDEN}{{4,}}|[“\"])"
)
_BREAK = Pattern(
    r"[;:—–]|,\s+(?:and|but|so|while|whereas|yet|which|though|although)\b|\s(?:and|but|while) (?=it |the |he |she |"
    r"they |I )|[.!?…](?=\s|$)|--"
)


def clause_end(text: str, start: int, end: int, limit: int = 90) -> int:
    """Return where the clause that begins at `start` is over: at a break, at `end`, or after `limit` characters."""
    match = _BREAK.search(text, start, end)
    stop = match.start() if match else end
    if stop - start > limit:
        cut = text.rfind(" ", start, start + limit)
        comma = text.find(",", start, start + limit)
        stop = comma if comma > start + 25 else (cut if cut > start else stop)
    return len(text[:stop].rstrip(' ,\n"”’)'))


def before_comma(text: str, start: int, end: int) -> int:
    """Return where the first phrase of a clause ends: at a comma, if one comes before `end`."""
    comma = text.find(",", start + 3, end)
    return end if comma == -1 else comma


def clause_start(text: str, start: int, at: int) -> int:
    """Return where the clause that holds `at` begins, within the sentence that begins at `start`."""
    begin = start
    for match in _BREAK.finditer(text, start, at):
        begin = match.end()
    return begin + len(text[begin:at]) - len(text[begin:at].lstrip())


def is_sourced(ctx: Context, start: int, end: int) -> bool:
    """Tell whether a name, a figure, a link or a quotation carries the claim at view offsets `start` to `end`.

    It may stand in the clause, later in the sentence, or in the sentence after it.
    """
    text = ctx.document.prose.text
    sentence = sentence_at(ctx, start)
    begin = clause_start(text, sentence.start, start)
    own = text[begin : sentence.end]
    if _EVIDENCE.search(own) or _PUBLICATION.search(own):
        return True
    span = ctx.document.prose.to_source(begin, sentence.end)
    if _LINK.search(ctx.document.source.text, span.start, min(len(ctx.document.source.text), span.end + 4)):
        return True
    if _introduces_quotation(ctx, sentence):
        return True
    following = _next_sentence(ctx, sentence)
    return bool(
        _EVIDENCE_AFTER.search(following) or _PUBLICATION.search(following) or _QUOTED_BY.search(own + " " + following)
    )


def _introduces_quotation(ctx: Context, sentence: Sentence) -> bool:
    """Tell whether a sentence ends its block with a colon, and a quotation set apart comes next."""
    blocks = ctx.document.blocks
    index = sentence.block
    if index < 0 or index + 1 >= len(blocks):
        return False
    ending = ctx.document.prose.text[sentence.start : blocks[index].end].rstrip()
    if not ending.endswith(":") or blocks[index].end > sentence.end + 2:
        return False
    return bool(blocks[index + 1].kind & Kind.BLOCKQUOTE)


def _next_sentence(ctx: Context, sentence: Sentence) -> str:
    """Return the sentence after this one, if it stands in the same block, or if it is a quotation in the next."""
    sentences = ctx.document.sentences
    index = bisect_right(sentences, sentence)
    if index == len(sentences):
        return ""
    after = sentences[index]
    text = ctx.document.prose.text[after.start : after.end]
    return text if after.block == sentence.block or text[0] in '“"' else ""


def is_verdict(text: str) -> bool:
    """Tell whether a stretch of text holds a verdict: a superlative, "a classic", "too long"."""
    return bool(_SUPERLATIVE.search(text))


def speaks_of_work(text: str) -> bool:
    """Tell whether a stretch of text names a work, a part of one, or one who makes them."""
    return bool(_WORK_OR_ROLE.search(text))


def asserts_of_work(text: str) -> bool:
    """Tell whether what follows a verb of saying is a statement on the work: "that it is", "the score was"."""
    return bool(_ASSERTS.match(text))


def refers_to_work(text: str, start: int, end: int) -> bool:
    """Tell whether what follows `start` begins with "it", "this film", "the score" or the like."""
    return bool(_REFERS.match(text, start, end))
