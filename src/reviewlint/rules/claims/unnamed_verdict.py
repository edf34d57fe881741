"""`claims/unnamed-verdict`: a work "is widely regarded as", "has been called", "is said to", by nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import re2

from reviewlint.finding import Finding
from reviewlint.rules.claims.frames import sentence_at
from reviewlint.rules.claims.of_a_work import is_of_work
from reviewlint.rules.claims.patterns import Pattern
from reviewlint.rules.claims.reception import (
    CRITICS,
    CROWD,
    PUBLIC,
    ROLE,
    SCHOLARS,
    clause_end,
    clause_start,
    is_sourced,
    is_verdict,
    refers_to_work,
    speaks_of_work,
)
from reviewlint.rules.claims.words import WORK, any_of
from reviewlint.rules.context import Context

_WIDELY = any_of(
    "widely|generally|universally|commonly|often|frequently|critically|rightly|justly|everywhere|popularly|routinely|"
    "regularly|unanimously|roundly|highly|variously|near-universally|almost universally|almost unanimously|"
    "internationally|nearly universally|rightfully|deservedly|in some quarters|in many quarters|by common consent|"
    "affectionately|traditionally|increasingly|overwhelmingly|far and wide|the world over"
)
_HOW = any_of(
    f"{_WIDELY}|long|now|still|also|since|always|already|sometimes|recently|even|almost|once|since then|rarely"
)
_JUDGED = any_of(
    "regarded|considered|hailed|praised|acclaimed|lauded|touted|deemed|ranked|rated|viewed|seen|described|called|"
    "dubbed|labell?ed|celebrated|recogni[sz]ed|acknowledged|remembered|cited|billed|held up|thought of|criticised|"
    "criticized|panned|derided|dismissed|loved|beloved|adored|revered|admired|respected|applauded|heralded|accepted|"
    "cherished|reviled|maligned|overlooked|underrated|overrated|proclaimed|declared|singled out|spoken of|thought|"
    "believed|reckoned|accused of|compared|likened|credited|reputed|mentioned|listed|counted|championed|canonised|"
    "canonized|"
    "vilified|savaged|held|voted|known|named|numbered|placed|spoken of|appreciated|hated|saluted|prized"
)
_PASSIVE = re2.compile(
    rf"(?i)\b(?:is|are|was|were|been|being|gets?|got|remains?|[’'\x27]s|becom(?:e|es)|became)(?P<how>(?:,? "
    rf"{_HOW},?){{0,3}}) (?P<verb>{_JUDGED})\b"
)
_PRAISED = Pattern(
    r"(?i)(?:hailed|praised|acclaimed|lauded|applauded|panned|celebrated|criticised|criticized|savaged|heralded|"
    r"derided|reviled|singled out|appreciated|saluted)$"
)
_FOR = Pattern(
    rf"(?i)\s+(?:for|everywhere|upon|on (?:its )?release|at the time|across|{_WIDELY}|by (?:the )?(?:many |most |"
    rf"both )?(?:{CRITICS}|{PUBLIC}|{SCHOLARS}|{CROWD}|one and all))\b"
)
_AS = Pattern(
    r"(?i)\s+(?:to be|(?:to|with) (?:[A-Z]|th(?:at|ose) of|the (?:best|great|work))|to have|as|among|one of|legendary|"
    r"the|an?|by)\b"
)
_AGENT = Pattern(r"(?i)\bby (?P<agent>[^,;.]{3,60})")
_NAMELESS = Pattern(
    rf"(?i)(?:(?:the|both|so|very|a great|most|many|some|all|almost|countless|numerous|other|his|her|their|its|"
    rf"several|film|music|literary|game|fellow|own|a number of|lots of|a lot of|legions of|millions of|generations "
    rf"of) ){{0,3}}(?:{CRITICS}|{PUBLIC}|{SCHOLARS}|{CROWD}|one and all|peers|generations|consensus|acclaim|rights|far|"
    rf"and large|"
    rf"then|now|today|"
    r"anyone|those who|word of mouth|all accounts|history|its admirers|admirers|detractors)\b"
)
_NOT_SAID = Pattern(
    r"(?i)\b(?:to|can|could|may|might|should|would|must|cannot|never|not|n['’]t|if|whether|unless|should be|will|wo|"
    r"hardly|hoping|want\w*|deserv\w+|being|without|shouldn['’]t)(?: \w+)?(?: be| have been| get)?$"
)
_THING = Pattern(rf"(?i)(?:\b(?:it|this|which|that|these|they|one|{WORK})|{ROLE}|￼|\))$")
_AUXILIARY = Pattern(r"(?i)(?:\s+(?:has|have|had|also|now|long|still|since|often|[a-z]+ly))+$|(?<=\w)['’](?:s|ve|d)$")
_IN_CIRCLES = Pattern(
    r"(?i)^ in (?:some|many|certain|most) (?:circles|quarters)|^ (?:everywhere|(?:in|across|around|all over|"
    r"throughout) "
    r"(?:the (?:whole |entire )?(?:world|country|globe|industry)|many countries|half the world)|at home and abroad|by "
    r"(?:many|all|most)|today|nowadays)(?= (?:as|the)\b)"
)
_IS_WIDELY = Pattern(rf"(?i)\b{_WIDELY}\b")
_BY_ALL = Pattern(r"(?i)\s+by (?:many|most|all|some|millions|everyone|everybody)\b(?! (?!as\b|to\b)[a-z])")
_PERSON = Pattern(r"(?i)^(?:he|she)$|^[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?$")
_SUPERLATIVE = Pattern(
    r"(?i),? (?:his|her|its|their|one of the|the) (?:best|worst|finest|greatest|weakest|strongest|most)\b"
)
_LABELLED = Pattern(r"(?i)(?:accused of|described|dubbed|labell?ed|billed|likened|compared)$")
_FIRST_PERSON = Pattern(r"\b(?:I|I[’']\w+|me|my|myself)\b")
_PRIZE_TALK = Pattern(r"\bBest [A-Z]|\b(?:contender|hopeful|frontrunner|front-runner)\b")
_BY_MANY = re2.compile(
    rf"(?i)\b(?:adored|beloved|loved|hated|loathed|admired|revered|welcomed|received|embraced|applauded|acknowledged|"
    rf"cherished|recogni[sz]ed|worshipped|"
    rf"despised|envied|enjoyed) (?:[a-z]+ly |with open arms |with enthusiasm )?by (?:both )?(?:all|many|most|millions|"
    rf"thousands|countless [a-z]+|"
    rf"everyone|everybody|generations|(?:many |most |its |the |both |all |millions of |thousands of |generations of "
    rf")?(?:{CRITICS}|{PUBLIC}|{SCHOLARS}))\b|\b(?:adored|beloved|loved|admired|revered|cherished) (?:(?:the|all "
    rf"over the|"
    r"around the|across the) (?:world|globe|country)(?: over)?|everywhere|far and wide)\b"
)
_FOR_MANY = re2.compile(
    rf"(?i)\b(?:according to|for|to|in the (?:eyes|opinion|view|minds) of|if you ask) (?:(?:(?:a lot of|lots of|so|"
    rf"very|many|most|some|"
    rf"all|its|the|die-hard|several|countless) ){{0,2}}(?:people|{CRITICS}|{PUBLIC}|{SCHOLARS})|(?:so |very )?many|"
    rf"most|"
    rf"some|millions|everyone)(?:,|\b)"
)
_JUDGES = Pattern(
    r"(?i)^(?:according to|in the (?:eyes|opinion|view|minds) of) .*\b(?:critics|reviewers|press|experts|fans|"
    r"viewers|readers|"
    r"gamers|users|audiences)\b"
)
_ABOUT_WORK = Pattern(rf"(?i)\b(?:it|its|this|{WORK})\b|￼")
_SAID = re2.compile(
    rf"(?i)\b(?P<subject>(?:[\w’'-]+ ){{1,6}})(?P<said>(?:is|are|was|were|has been|have been)(?: {_HOW})? (?:said|"
    rf"reputed|rumou?red|"
    r"believed|thought|alleged|claimed|held|reckoned)) to (?P<what>[^.;:!?\n]{4,})"
)
_IT_IS_SAID = re2.compile(
    rf"(?i)\b(?:it|it[’'\x27]s) (?:is |was |has |been |[’'\x27]s )*(?:{_HOW} )?(?:been )?(?:said|claimed|argued|"
    rf"agreed|believed|"
    r"thought|held|acknowledged|accepted|felt|remarked|observed|noted|reckoned|understood|proven|proved|shown|"
    r"suggested|"
    r"assumed|estimated|alleged|established|reported|rumou?red) that\b|, (?:it is|as is) (?:generally|widely|often|"
    r"commonly) (?:assumed|believed|agreed|thought|said|accepted|held|known),|\b(?-i:They|People) say(?: that)?\b|"
    r"\b(?:rumou?r|"
    r"legend|word) has it that\b|\b(?:word|talk) on the street is that\b"
)
# Of whom and of what hearsay is told, where it is told of the work: "it is said that the director slept on the set".
_MAKING = Pattern(
    rf"(?i) ?(?:the|its|his|her|their|this|most|both|all|no other) (?:[\w’'-]+ )?(?:{ROLE}|(?:film|movie|book|novel|"
    rf"series|"
    r"show|game|album|record|song|score|budget|shoot|production|crew|cast|script|draft|ending|first half|second half|"
    r"season|set|sets)\b)"
)
_OFTEN_SAID = Pattern(rf"(?i)\b(?:been|{_WIDELY})\b")
_IN_WORLD = Pattern(r"(?i)\b(?:she|he|they|we|you|village|town|island|kingdom|god|ghost|curse)\b")
_SAID_GROUP = _SAID.groupindex["said"]
_SAYERS = Pattern(rf"(?i)\b(?:{CRITICS}|{SCHOLARS}|{PUBLIC})$")
_EVERY = Pattern(
    rf"(?i)\b(?:every|all|most|half|many|countless|nearly every|almost every) (?:the |of the )?(?:[\w’'-]+ "
    rf"){{0,2}}{WORK}s?\b"
)
_WAS_INFLUENCED = Pattern(r"(?i)\b(?:been|be) (?:influenced|inspired|launched|saved|changed)\b")
_INFLUENCE = Pattern(
    r"(?i)\b(?:borrow|copied|copy|influenc|inspir|chang|revolutioni|sav|redefin|reinvent|invent|shaped|launch|ruin|"
    r"kill|rival|outdo|surpass|love|loathe|hate|adore|be among|have started|paved|pioneer)\w*"
)


# What sort of work it is said to be is no praise: “is labelled as a drama”.
_GENRE = Pattern(
    r"(?i) (?:as |to be )?(?:an? )?(?:comedy|drama|thriller|horror|western|musical|romance|documentary|tragedy|satire|"
    r"mystery|tragicomedy|noir)\b"
)


def check(ctx: Context) -> Iterator[Finding]:
    """Yield a finding for each verdict in the passive that nobody is named for."""
    text = ctx.text
    if not is_of_work(ctx):
        return
    for match in _PASSIVE.finditer(text):
        sentence = sentence_at(ctx, match.start())
        begin = clause_start(text, sentence.start, match.start())
        end = clause_end(text, match.end(), sentence.end)
        before, rest = text[begin : match.start()].rstrip(), text[match.end() : end]
        before, rest = _AUXILIARY.sub("", before), _IN_CIRCLES.sub("", rest)
        if _NOT_SAID.search(before) or text[sentence.start : sentence.end].endswith("?"):
            continue
        if (
            _FIRST_PERSON.search(text, begin, match.start())
            or _GENRE.match(rest)
            or _is_named(rest)
            or not _is_verdict(match, before, rest)
            or is_sourced(ctx, match.start(), end)
        ):
            continue
        yield ctx.finding(_subject_start(text, begin, match.start()), end)
    yield from _loved_by_many(ctx)
    yield from _hearsay(ctx)


def _loved_by_many(ctx: Context) -> Iterator[Finding]:
    """Yield findings for "adored by millions", "acknowledged by all", "according to many"."""
    text = ctx.text
    for match in _BY_MANY.finditer(text):
        sentence = sentence_at(ctx, match.start())
        begin = clause_start(text, sentence.start, match.start())
        before = text[begin : match.start()]
        if (
            _NOT_SAID.search(before.rstrip())
            or not _ABOUT_WORK.search(before)
            or is_sourced(ctx, match.start(), match.end())
        ):
            continue
        yield ctx.finding(*match.span())
    for match in _FOR_MANY.finditer(text):
        sentence = sentence_at(ctx, match.start())
        end = clause_end(text, match.end(), sentence.end)
        rest = text[match.end() : end]
        if text.endswith("not ", 0, match.start()):  # "not for everyone"
            continue
        judged = _JUDGES.search(match.group()) or (
            is_verdict(rest) and (refers_to_work(rest, 0, len(rest)) or _SUPERLATIVE.match(rest))
        )
        if judged and not is_sourced(ctx, match.start(), end):
            yield ctx.finding(match.start(), end)


def _is_named(rest: str) -> bool:
    agent = _AGENT.search(rest)
    return bool(agent and not _NAMELESS.match(agent["agent"]) and not agent["agent"].split()[0].endswith("ing"))


def _is_verdict(match: Any, before: str, rest: str) -> bool:
    how, verb = match.group("how").lower(), match.group("verb").lower()
    widely = bool(_IS_WIDELY.search(how) or _IS_WIDELY.match(rest.lstrip()) or _BY_ALL.match(rest))
    verdict = not _PRIZE_TALK.search(rest) and is_verdict(rest) and bool(_AS.match(rest))
    if verdict and (speaks_of_work(rest) or _THING.search(before)):
        return True
    if widely and verdict:
        return True
    if _LABELLED.search(verb) and "been" in match.group(0).lower() and _THING.search(before):
        return verb == "accused of" or bool(_AS.match(rest))
    if _PRAISED.search(verb) and (_FOR.match(rest) or (_THING.search(before) and _AS.match(rest))):
        praised = "been" in match.group(0).lower() and _PERSON.search(before) and _FOR.match(rest)
        return widely or bool(_THING.search(before) or praised) or speaks_of_work(rest)
    if widely and (_AS.match(rest) or _PRAISED.search(verb)):
        return bool(_THING.search(before)) and not re.match(r"(?i)\s+(?:in|at|for|not)\b", rest)
    return False


def _subject_start(text: str, begin: int, at: int) -> int:
    """Return where the subject begins if it is short, else the place of the verb."""
    return begin if at - begin <= 40 else at


def _hearsay(ctx: Context) -> Iterator[Finding]:
    """Yield findings for "is said to have changed …" and "it is often said that …"."""
    text = ctx.text
    for match in _SAID.finditer(text):
        sentence = sentence_at(ctx, match.start(_SAID_GROUP))
        begin = clause_start(text, sentence.start, match.start(_SAID_GROUP))
        end = clause_end(text, match.end(_SAID_GROUP), sentence.end)
        before, rest = text[begin : match.start(_SAID_GROUP)].rstrip(), text[match.end(_SAID_GROUP) : end]
        sayers = _SAYERS.search(before)
        of_work = (_THING.search(before) or _EVERY.search(before)) and not before.lower().endswith(
            ("they", "these", "that", "which")
        )
        influence = _INFLUENCE.search(rest) and not _WAS_INFLUENCED.search(rest)
        if not sayers and not (of_work and (influence or is_verdict(rest))):
            continue
        if not _is_named(rest) and not is_sourced(ctx, match.start(_SAID_GROUP), end):
            yield ctx.finding(_subject_start(text, begin, match.start(_SAID_GROUP)), end)
    for match in _IT_IS_SAID.finditer(text):
        sentence = sentence_at(ctx, match.start())
        end = clause_end(text, match.end(), sentence.end)
        rest = text[match.end() : end]
        told = refers_to_work(rest, 0, len(rest)) or is_verdict(rest) or _MAKING.match(rest)
        aside = match.group().startswith(",")
        often = (aside or _OFTEN_SAID.search(match.group())) and not _IN_WORLD.search(rest)
        if (told or often) and not is_sourced(ctx, match.start(), end):
            yield ctx.finding(match.start(), end)
