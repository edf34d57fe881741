"""`claims/unsourced-reception`: praise, reviews or a reception are reported, and nobody stands behind them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import re2

from reviewlint.finding import Finding
from reviewlint.rules.claims.frames import sentence_at
from reviewlint.rules.claims.of_a_work import is_of_work
from reviewlint.rules.claims.patterns import Pattern
from reviewlint.rules.claims.reception import CRITICS, PUBLIC, before_comma, clause_end, clause_start, is_sourced
from reviewlint.rules.claims.words import WORK, any_of
from reviewlint.rules.context import Context

_GOOD_OR_BAD = any_of(
    "positive|negative|mixed|good|great|rave|glowing|favou?rable|unfavou?rable|bad|poor|warm|lukewarm|strong|stellar|"
    "enthusiastic|excellent|outstanding|terrible|harsh|tepid|ecstatic|rapturous|polite|decent|respectful|fantastic|"
    "overwhelming|muted|divided|hostile|cool|scathing|impressive|solid|phenomenal|rousing|wonderful|kind|thunderous|"
    "raving|brilliant|top-tier|top-notch|unanimous|universal|near-universal|huge|tremendous|immense|amazing|"
    "incredible|superb|nothing short of|polari[sz]ed|polari[sz]ing|through the roof|sky-high|off the charts|second "
    "to none|split"
)
_APPLAUSE = any_of(
    "acclaim|praise|praises|compliments|enthusiasm|derision|scorn|indifference|applause|plaudits|accolades|raves|"
    "ovations?|standing ovations?|adulation|kudos|critical "
    "success|critical favou?r|admiration"
)
_REVIEWS = any_of(
    "reviews|reception|reactions?|responses?|feedback|notices|write-ups|press|word of mouth|comments|criticism"
)
_GETS = any_of(
    "received|receives|receiving|earned|earns|earning|won|wins|winning|drew|draws|drawn|drawing|garnered|garners|"
    "garnering|attracted|attracts|enjoyed|enjoys|collected|got|gets|gotten|met with|greeted with|opened to|opens to|"
    "released to|premi[eè]red to|launched to|debuted to|showered with|basked in|came out to|gathered|gained|gains|"
    "amassed|generated|racked up|welcomed with|published to|arrived to|attained"
)
_IS = any_of("is|was|were|are|has been|have been|had been|remains?|proved|turned out")
_VERY = r"(?:[\w-]+ly |been |so |very, |very |quite |rather |far |from |near ){0,3}"
_OF = r"(?P<of>(?: (?:to|of|from|for|among|by|both|on|towards?|about|surrounding) [^.;:!?\n]{1,70}?)?)"
_FANS = rf"(?:with|among|amongst|by) (?:both )?(?:{CRITICS}|{PUBLIC})"
_FAVOURITE = r"(?:an? (?:[a-z]+ )?(?:hit|favou?rite|success|sensation)|popular)"


def _compile(pattern: str) -> Any:
    return re2.compile("(?i)" + pattern)


# "received wide applause", "opened to glowing reviews"
_GOT = _compile(rf"(?P<span>\b{_GETS} (?P<between>(?:[\w’'-]+ ){{0,7}}?)(?P<noun>{_APPLAUSE}|{_REVIEWS}))\b")
# "the critical reception has been warm"
_WAS_LIKE = _compile(
    rf"(?P<span>\b(?:the|its|early|initial|critical|public|audience|user|fan|press) (?:[\w’'-]+ "
    rf"){{0,3}}?(?:responses?|reception|reactions?|reviews|feedback|verdict|word of mouth|buzz|consensus|"
    rf"opinions?){_OF} {_IS} {_VERY}{_GOOD_OR_BAD})\b"
)
_BARE = _compile(
    r"(?:^|[.!?] |\n)(?P<span>(?-i:(?:Most|All|Almost all)(?: of)?(?: the)? reviews|(?:User|Customer|Overall) "
    r"feedback|Reviews|Reception|Word of mouth|Opinions?|Critical opinion|Feedback|Reactions?|"
    r"Responses?|Praise|Criticism|"
    rf"Buzz){_OF} {_IS} {_VERY}{_GOOD_OR_BAD})\b"
)
# "attention has been drawn to", "much has been made of"
_MUCH_MADE = _compile(
    r"(?P<span>\b(?:(?:complaints|questions|doubts|concerns|objections|criticisms|reservations|accusations) (?:have|"
    r"has) "
    r"(?:\w+ )?been (?:raised|expressed|made|voiced|levelled|heard) (?:about|over|against|at)|comparisons? "
    r"[^.;:!?\n]{0,50}?(?:has|have) (?:\w+ )?been (?:made|drawn)|(?:emphasis|attention|"
    r"praise|"
    r"criticism|stress|acclaim|scorn|special mention|mention|credit|much|a "
    r"great deal|a lot|plenty) (?:has|have) (?:also |often |long |rightly |justly |already )?been (?:placed|put|laid|"
    r"heaped|lavished|showered|directed|drawn|levelled|leveled|poured|aimed|made) (?:on|upon|to|at|over|of|about)|"
    r"(?:much|high|great) (?:praise|criticism) has gone to))\b"
)
# "was warmly received", "is critically acclaimed", "became a hit with audiences"
_LIKED = _compile(
    r"(?P<span>\b(?:is|was|were|are|has been|have been|had been) (?:also |very |quite |so |rather |generally |mostly "
    r"|apparently |fairly |extremely |particularly |incredibly |exceptionally |widely |critically )*(?:(?:well|"
    r"warmly|poorly|coldly|badly|enthusiastically|rapturously|favou?rably|positively|coolly|kindly)[- ]received|"
    r"critically[- ]acclaimed|universally (?:acclaimed|praised|loved|beloved|panned)|"
    rf"widely (?:acclaimed|praised|loved|beloved|panned)|internationally acclaimed|{_FAVOURITE} {_FANS}))\b"
)
_BECAME_LIKED = _compile(
    rf"(?P<span>\b(?:quickly |soon |instantly )?(?:bec[ao]mes? {_FAVOURITE} {_FANS}|w[io]ns? over (?:even )?(?:the "
    rf")?(?:[a-z]+ )?(?:{CRITICS}|{PUBLIC}|sceptics|skeptics|doubters)))\b"
)
# "Praised for its wit, the film …"
_PRAISED_FOR = _compile(
    r"(?:^|\n|[.!?] |, )(?P<span>(?:much |widely |often |highly |rightly |universally |critically )?(?:praised|"
    r"hailed|lauded|acclaimed|"
    rf"celebrated|applauded|criticised|criticized|panned)(?: (?:everywhere|widely|by (?:the )?(?:many |both "
    rf")?(?:{CRITICS}|{PUBLIC})))? "
    r"(?:for (?:its|the|his|her|their)|as (?:the|a|an|one))|(?:(?:widely|often|generally|universally|commonly|"
    r"frequently) "
    r"(?:considered|regarded|seen|viewed|hailed|called|dubbed|described|cited)|(?:considered|regarded|seen|viewed|"
    r"called|"
    rf"described) by (?:many|most|some|(?:(?:many|most|all|some) )?(?:{CRITICS}|{PUBLIC})))(?: as| to be)? (?:the|"
    rf"an?|one "
    r"of|his|her|its|their)|(?:praised|panned|loved|adored) by (?:the )?"
    rf"(?:{CRITICS}|{PUBLIC}) and|critically acclaimed and)\b"
)
_REPUTATION = _compile(
    r"(?P<span>\b(?:enjoys?|enjoyed|has|have|had|earned|gained|built|won) (?:an?|its|the) (?:[a-z]+ ){0,2}reputation "
    r"(?:as|for being)|(?:enjoys?|enjoyed) (?:an?|its|the) (?:excellent|good|great|fine|legendary|stellar|formidable|"
    r"worldwide|fearsome|solid) reputation)\b"
)
# "took the world by storm", "blew everyone away", "held in high regard by the community"
_CONQUERED = _compile(
    rf"(?P<span>\b(?:(?:took|takes|taken|taking) the (?:[a-z]+ )?(?:world|country|nation|internet|industry|"
    rf"charts) by storm|"
    rf"(?:blew|blows|blown) (?:everyone|everybody|the world|audiences|critics) away|(?:conquered|charmed|impressed|"
    rf"wowed|"
    rf"convinced|seduced|enchanted|captivated|delighted|stunned|shocked|thrilled|divided|split|"
    rf"polari[sz]ed) (?:both )?(?:the "
    rf")?(?:{CRITICS}|{PUBLIC}|public)|(?:won|wins|winning|captured|captures|conquered|"
    rf"stole) the hearts? (?:and minds? )?of "
    rf"(?:the |many |all |its |millions of |countless )*(?:{CRITICS}|{PUBLIC}|millions|everyone|people|the nation)|"
    rf"(?:is|was|are|were|been) held in (?:very )?(?:high|the highest|great) (?:regard|esteem)|ha[sd] divided opinion|"
    rf"bec[ao]mes? an? (?:instant|overnight|worldwide|runaway|smash|global|international) (?:classic|favou?rite|hit|"
    rf"success|"
    rf"phenomenon|sensation|bestseller)|(?:did|does|done|fared|fares|went down|goes down|sat|sits) (?:[a-z]+ )?(?:well|"
    rf"badly|"
    rf"poorly|brilliantly) with (?:the )?(?:{CRITICS}|{PUBLIC})|found (?:much |"
    rf"great )?favou?r with (?:the )?(?:{CRITICS}|{PUBLIC})|"
    rf"ha(?:s|d|ve) the (?:approval|blessing|admiration|favou?r) of (?:the |both )?(?:{CRITICS}|{PUBLIC})|(?:has|have|"
    rf"had|"
    rf"boasts?|enjoys?) (?:an? (?:loyal|devoted|faithful|dedicated|cult|huge|large|enormous|massive|worldwide|"
    rf"gigantic|vast) (?:[a-z]+ )?(?:following|"
    rf"fan ?base|"
    rf"fandom)|(?:legions|millions|hordes|armies) of (?:fans|admirers))|sold like (?:hot ?cakes|crazy|mad)|(?:is|"
    rf"was) the talk of the town|caused (?:quite )?an? (?:sensation|"
    rf"stir|furore|commotion|uproar|outcry)|(?:sparked|stirred up|provoked|caused) (?:an? |much |some |endless |no "
    rf"little "
    rf")?(?:heated |fierce |lively |furious |endless |public |wide )*(?:debates?|controversy|discussions?|outrage)|"
    rf"raised "
    rf"(?:a few |many |some )?eyebrows|(?:proved|proven) (?:[a-z]+ )?(?:controversial|divisive)|touched the hearts? "
    rf"of|(?:influenced|inspired) (?:(?:whole |entire )?generations|legions|a (?:whole )?generation) of|"
    rf"(?:has|have|had|is|was|are|were) (?:been )?(?:still |often |endlessly |much |widely )*(?:talked about (?:to "
    rf"this day|"
    rf"today)|debated (?:ever since|to this day|for (?:years|decades))|imitated (?:ever since|countless times|"
    rf"endlessly))|"
    rf"(?:is|was|bec[oa]mes?|remains?) (?:[a-z]+ )?(?:popular|a (?:[a-z]+ )?favou?rite) (?:with|among|amongst) "
    rf"(?:[a-z]+ )?"
    rf"(?:families|children|students|teenagers|collectors|people)|(?:earned|won|brought|gained) (?:him|her|them|it) "
    rf"(?:[a-z]+ "
    rf"){{0,3}}(?:acclaim|praise|plaudits|reviews|admirers|recognition|fame|fans)|(?:bombed|flopped|resonated|"
    rf"connected|clicked) with (?:the )?(?:{CRITICS}|{PUBLIC})|"
    rf"failed to (?:impress|win over|convince|please|excite) (?:the )?(?:[a-z]+ "
    rf")?(?:{CRITICS}|{PUBLIC})|left (?:the )?(?:[a-z]+ )?(?:{CRITICS}|{PUBLIC}) (?:wanting|speechless|stunned|divided|"
    rf"cold|in tears|breathless|begging|reeling|cheering|baffled)|(?:is|was|has been) (?:still |hotly |much |fiercely |"
    rf"endlessly |widely ){{1,3}}debated|"
    rf"(?:is|was|were|are|bec[oa]mes?|remains?|remained) (?:both )?an? (?:[a-z]+ )?(?:critical (?:darling|success|hit|"
    rf"failure|and commercial [a-z]+)|commercial and critical [a-z]+|fan favou?rite|(?:favou?rite|darling) (?:of|"
    rf"with|among) "
    rf"(?:the )?(?:{CRITICS}|{PUBLIC}))|c[ao]me in for (?:[a-z]+ ){{0,3}}(?:criticism|praise)))\b"
)
# "studies show that", "tests have proved that"
_PROVED = _compile(
    r"(?P<span>\b(?:(?:studies|tests|surveys|statistics|polls|research|(?:scientific|independent|various|numerous|many|"
    r"several|blind|lab) (?:studies|tests|research)|scientists|researchers) (?:have |has )?(?:clearly |repeatedly |"
    r"long )?"
    r"(?:shown?|proved|proven|prove|confirm(?:ed)?|demonstrated?|found|suggests?|indicates?|agree) that))\b"
)

_EVALUATED = Pattern(rf"(?i)\b{_GOOD_OR_BAD}\b|\b(?:quite a few|many|plenty of|a lot of|lots of|numerous|countless)\b")
_OWN = Pattern(r"(?i)\b(?:my|our|your|his|her|their|i|we)\b|[’']s\b|\d")
_OTHER_PHRASE = Pattern(r"(?i)\b(?:no|not|any|much-needed|and|but|to|that|from|of|for|with)\b")
_NOT_SAID = Pattern(
    r"(?i)\b(?:to|can|could|may|might|should|would|must|cannot|never|not|\w+n['’]t|if|whether|unless|will|wo|hoping|"
    r"deserv\w+|without|until|hardly|has yet|i|i[’']ve|i[’']d|we|you)(?: \w+)?$"
)
_PUBLIC_PRAISE = Pattern(
    r"(?i)\b(?:critical|rave|glowing|positive|negative|mixed|universal|widespread|near-universal|wide|international|"
    r"favou?rable|raving|scathing|lukewarm|worldwide|much|global|stellar)\b"
)
_REVIEWED = Pattern(rf"(?i)\b(?:{CRITICS}|{PUBLIC}|{WORK}|it|its|this|which|performances?|debut|release|premiere)\b|￼")
_ABOUT_WORK = Pattern(
    r"(?i)\b(?:critical|critics?|public|audiences?|viewers?|players?|readers?|fans?|press|users?|general|initial|"
    r"early|reviews|word of mouth|buzz|consensus|reception|popular|feedback)\b"
)
_PERSONAL = Pattern(r"(?i)\b(?:he|she|they|who|i|we|you)$")
_BELOVED = (
    "critics",
    "viewers",
    "audiences",
    "fans",
    "public",
    "readers",
    "players",
    "gamers",
    "listeners",
    "loved",
    "beloved",
)
# "from Ada Holm", "in the Herald", "from the congregation"
_AGENT = Pattern(
    rf"\b(?:by|from|of|in) (?:the )?(?:[a-z]+ )?[A-Z][\w’'.-]+|\bfrom (?:me|us|my|our)\b|\bfrom (?:the|his|her|"
    rf"their) (?!(?:{CRITICS}|{PUBLIC}|critical|general))[a-z]"
)
_VAGUE_NOUNS = ("comments", "criticism", "response", "reaction", "reactions", "press", "admiration")


def _was_got(match: Any, before: str) -> bool:
    between, noun = match.group("between").lower(), match.group("noun").lower()
    if _OWN.search(between) or _OTHER_PHRASE.search(between.replace("nothing but", "")):
        return False
    if not re.fullmatch(rf"(?i){_APPLAUSE}", noun) and not _EVALUATED.search(between):
        return False
    reviewed = bool(_REVIEWED.search(before)) or "nothing but" in between
    return reviewed or (noun not in _VAGUE_NOUNS and bool(_PUBLIC_PRAISE.search(between)))


def _was_public(match: Any, before: str) -> bool:
    return bool(_ABOUT_WORK.search(match.group("span"))) and not _OWN.search(match.group("of"))


def _was_liked(match: Any, before: str) -> bool:
    if match.group("span").lower().endswith(_BELOVED) and not _REVIEWED.search(before):
        return False
    return not _PERSONAL.search(before)


def _always(match: Any, before: str) -> bool:
    return True


_FRAMES: tuple[tuple[Any, Callable[[Any, str], bool]], ...] = (
    (_GOT, _was_got),
    (_WAS_LIKE, _was_public),
    (_BARE, _always),
    (_MUCH_MADE, _always),
    (_LIKED, _was_liked),
    (_BECAME_LIKED, _was_liked),
    (_PRAISED_FOR, _always),
    (_CONQUERED, lambda match, before: bool(_REVIEWED.search(before)) and not _PERSONAL.search(before)),
    (_PROVED, _always),
    (_REPUTATION, lambda match, before: bool(_REVIEWED.search(before))),
)


# The reviewer holds an opinion of their own against the reviews: “I don't understand why the reviews are so bad”.
_DISPUTED = Pattern(
    r"(?i)\bI (?:don[’']t|do not|can[’']t|cannot|will never) (?:[a-z]+ )?(?:understand|see|get|believe|know)\b|"
    r"\bmakes? me wonder\b"
)


def check(ctx: Context) -> Iterator[Finding]:
    """Yield a finding for each reception that is reported without anybody who gave it."""
    text = ctx.text
    last = -1
    for start, stop in sorted(_reports(text)) if is_of_work(ctx) else ():
        if start < last:
            continue
        sentence = sentence_at(ctx, start)
        if _DISPUTED.search(text, sentence.start, sentence.end):
            continue
        begin = clause_start(text, sentence.start, start)
        end = max(stop, clause_end(text, stop, sentence.end, limit=60))
        if _NOT_SAID.search(text[begin:start].rstrip()) or text[max(begin, sentence.end - 3) : sentence.end].rstrip(
            '"”’)'
        ).endswith("?"):
            continue
        if _AGENT.search(text, stop, end) or is_sourced(ctx, start, end):
            continue
        last = end
        yield ctx.finding(begin if start - begin <= 30 else start, max(stop, before_comma(text, stop - 12, end)))


def _reports(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the frames report a reception; what stands before them in the line decides with them."""
    for frame, holds in _FRAMES:
        group = frame.groupindex["span"]
        for match in frame.finditer(text):
            start, stop = match.span(group)
            line = max(text.rfind("\n", 0, start), text.rfind(". ", 0, start)) + 1
            if holds(match, text[line:start].rstrip()):
                yield start, stop
