"""Sentences in which unnamed people judge: "critics adore it", "many call it dull", "owners find it flimsy"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import re2

from reviewlint.rules.claims.frames import sentence_at
from reviewlint.rules.claims.patterns import Pattern
from reviewlint.rules.claims.reception import (
    AUXILIARY,
    FEELS,
    FINDS,
    RANKS,
    SAYS,
    WHO,
    asserts_of_work,
    before_comma,
    clause_end,
    clause_start,
    is_sourced,
    is_verdict,
    refers_to_work,
    speaks_of_work,
)
from reviewlint.rules.claims.words import any_of
from reviewlint.rules.context import Context

_MOOD = any_of(
    "unanimous|divided|united|split|ecstatic|enthusiastic|delighted|thrilled|impressed|unimpressed|underwhelmed|"
    "harsh|kind|unkind|cool|lukewarm|full of praise|in agreement|in awe|enthralled|smitten|enchanted|won over|raving|"
    "over the moon|blown away|left (?:speechless|stunned|breathless|in tears|in awe|wanting more|reeling|cold|divided|"
    "gasping|hungry for more)|moved to tears|in raptures|speechless|stunned|on their feet|(?:went|go|goes|"
    "gone) (?:wild|mad|"
    "crazy|nuts|gaga)|(?:responded|reacted|respond|react) (?:well|warmly|positively|enthusiastically|"
    "with (?:enthusiasm|"
    "delight|joy|applause|horror|disgust))|exploded|appalled|baffled|puzzled|disappointed|polarised|polarized|hooked|"
    "charmed|captivated|outraged|furious|incensed|up in arms|not (?:amused|convinced|impressed|kind|happy|pleased)|"
    "less "
    "(?:kind|convinced|enthusiastic)|(?:satisfied|happy|pleased|content) with (?:the|its|this|it)|(?:waiting|begging|"
    "clamou?ring|crying out) for (?:it|this)|talking about (?:it|"
    "this)|"
    "less than (?:impressed|kind|enthusiastic)|quick to|effusive|glowing|obsessed|in love|lining up|crazy about|mad "
    "about"
)
_JUDGEMENT = re2.compile(
    rf"(?i)\b(?P<who>{WHO})(?:,? {AUXILIARY}){{0,4}} (?:(?P<feels>{FEELS})|(?P<says>{SAYS})|(?P<ranks>{RANKS})|"
    rf"(?P<finds>{FINDS})|(?:is |are |was |were |been |remain |remained )?(?:\w+ly |quite |so |very "
    rf"){{0,2}}(?P<mood>{_MOOD}))\b"
)
# What stands before the judges and makes of them something else than a source.
_NOT_A_CLAIM = Pattern(
    r"(?i)(?:\b(?:my|our|your|his|her|their|its|makes?|made|making|lets?|letting|helps?|helped|helping|have|having|"
    r"get|gets|getting|if|when|whether|unless|why|how|what|of|with|for|to|not|n['’]t|few|hardly|rarely|should|could|"
    r"would|might|may|can|will|must|no|than|like|watch|watching|see|seeing|hear|expect|want|wants|wish|hope|force|"
    r"forces|invites?|allows?|asks?|leaves?|leave|at|by|from|on|in|these|those|this|too|lead|leads|only|where|"
    r"let['’]s|between|about|against)|[A-Z][\w’'-]+['’]s?|[’']|\b\d{1,3})\s+$"
)
_HYPOTHETICAL = Pattern(
    r"(?i)\b(?:how|why|one of the previous|if|unless|whether|imagine|suppose|n['’]t|not|never|nor|neither)\b"
)
_PERSON_OBJECT = Pattern(r"(?i)\s*(?:him|her|them|me|us|you|himself|herself|each other|one another)\b")
_ADJECTIVE_AFTER = Pattern(
    r"(?i)\s+(?:it|this|that|them|the [\w’'-]+(?: [\w’'-]+)?|its [\w’'-]+)\s+(?:\w+ly |too |so |very |quite |rather |"
    r"a bit |a little )*(?!in\b|at\b|on\b|out\b|to\b|with\b|when\b|and\b|there\b)[a-z]+"
)
_GAP_ADJECTIVE = Pattern(
    r"(?i)\s+(?:\w+ly |too |so |very |quite |rather |a bit |a little )*[a-z]+(?:ing|ive|ous|ful|less|able|ible|al|ic|"
    r"y|ed|ant|ent|slow|long|short|hard|dull|cold|odd|weak|loud|cheap)(?:[\s.,;:!)]|$)"
)
_THAT_CLAUSE = Pattern(
    r"(?i)\s*(?:that|how|:|,|it|the|this|they|you|there|its|his|her|he|she|these|every|no|nothing|￼|so\b)"
)
_THE_THING = Pattern(r"(?i)\s+(?:about |over |of )?(?:the|its|his|her) [a-z]")
_OPINES = Pattern(r"think|thought|belie|fe[el]l?|felt|admit|report|complain|conclude|note|acknowledge")
_OF_PART = Pattern(
    r"(?i) (?:that )?(?:the|its|this) (?:[a-z]+ )?(?:ending|pacing|soundtrack|score|acting|script|film|movie|book|"
    r"novel|game|album|series|show|performance|gameplay|graphics|controls|camera|screen|battery life|service|food|"
    r"menu|half|act|finale|sequel|original|remake)\b"
)
_NEEDS_VERDICT = Pattern(r"view|see|recogni|pick|place|h[eo]ld|cite|name|vote|count|describ|label|rat[ei]")
_OBJECTS = Pattern(r"complained|taken issue|pointed to|criticised|criticized")
_INSIDERS = Pattern(r"(?i)(?:industry )?insiders|those|sources")
_MIGHT_BE_CAST = Pattern(r"(?i)\b(?:locals|regulars|guests|visitors|diners|customers)\b")
_RECOMMENDS = Pattern(r"swear|recommend")
_OF_FAULT = Pattern(
    r"(?i) (?:it|the (?:author|director|film|book|game|show|band|album|studio|developers?|writers?)) of"
)
_THIS = Pattern(r"(?i) (?:it|this|them|these)\b")
_MILD = Pattern(r"lik|enjoy|appreciat|dislik")
_AS_SAID = Pattern(r"(?i)\bas $")
_WHO_KNOW = Pattern(r"(?i) (?:who|that) ")  # "everyone who has read it": readers, then
_PLURAL = Pattern(r"(?i)(?:many|most|some|others|people|millions|thousands|s)$")
_SINGULAR_VERB = Pattern(r"(?i)(?:[^s]s)$")
_FIRST_PERSON = Pattern(r"\b(?:I|I[’']\w+|me|myself|my)\b")
_BUT_I = Pattern(
    r"[\"'”’]*,?;? (?:(?:but|though|although|yet|while) )?(?:I|myself|my|personally)\b|,? (?:and|so) I (?:[\w’']+ "
    r"){0,2}(?:not|never|hate|disagree|wonder)\b|,? (?:and|so) I (?:do|did|am|was|could|can|would)n[’']t\b"
)


class Judgement(NamedTuple):
    """Who judges (`critics`, `scholars`, `public` or `crowd`), and the view offsets of the clause that says so."""

    who: str
    start: int
    end: int


def judgements(ctx: Context) -> Iterator[Judgement]:
    """Yield each claim that unnamed people judge a work thus and that nobody answers for."""
    text = ctx.text
    for match in _JUDGEMENT.finditer(text):
        start, verb_end = match.span()
        sentence = sentence_at(ctx, start)
        begin = clause_start(text, sentence.start, start)
        if _is_other_talk(text, begin, start, sentence.end):
            continue
        who = next(name for name in ("critics", "scholars", "public", "crowd") if match.group(name))
        if who == "crowd" and _WHO_KNOW.search(match.group("who")):
            who = "public"
        how = next(name for name in ("says", "ranks", "feels", "finds", "mood") if match.group(name))
        end = clause_end(text, verb_end, sentence.end)
        if who in ("public", "crowd") and _own_view_beside(text, begin, end):
            continue
        rest = text[verb_end:end]
        if how == "says" and text[verb_end : verb_end + 1] == ":":
            end = clause_end(text, verb_end + 1, sentence.end)
            rest = text[verb_end + 1 : end]
        if text[start].isupper() and text[sentence.start : start].rstrip()[-1:].isalnum():
            continue  # a name: "the band Critics Agree"
        if how == "says" and rest.startswith(",") and _AS_SAID.search(text, begin, start):  # "as many have said, it …"
            rest = rest[1:]
        if not _judges(who, how, match, rest) or is_sourced(ctx, start, end):
            continue
        yield Judgement(who, start, max(verb_end, before_comma(text, verb_end, end)))


def _is_other_talk(text: str, begin: int, start: int, sentence_end: int) -> bool:
    """Tell whether a clause only asks, supposes or denies, or speaks of the author's own circle."""
    before = text[begin:start]
    return bool(
        _NOT_A_CLAIM.search(before)
        or _HYPOTHETICAL.search(before)
        or text[max(begin, sentence_end - 2) : sentence_end].rstrip("\"'”’)").endswith("?")
    )


def _own_view_beside(text: str, begin: int, end: int) -> bool:
    """Tell whether the author sets their own view beside that of the many: "some loved it, but I did not"."""
    return bool(_FIRST_PERSON.search(text, begin, end) or _BUT_I.match(text, end))


def _judges(who: str, how: str, match: Any, rest: str) -> bool:
    """Tell whether the verb and what follows it pass judgement on the work, for this kind of judge."""
    verb = match.group(how).lower()
    if rest.startswith(",") and how != "mood":
        return False
    if _PLURAL.search(match.group("who")) and _SINGULAR_VERB.search(verb) and how != "mood":
        return False
    if who == "critics":
        return not rest.lower().startswith((" of ", " with "))
    if how == "feels" and verb.endswith((" it", " this")) and who != "crowd":
        return True
    if who == "scholars" and _INSIDERS.match(match.group("who")) and how in ("says", "ranks"):
        return True
    if verb.startswith("accus"):
        return bool(_OF_FAULT.match(rest))
    if _RECOMMENDS.match(verb) and how == "feels":
        return bool(_THIS.match(rest))
    if how == "says":
        return _says_of_work("crowd" if _MIGHT_BE_CAST.search(match.group("who")) else who, verb, rest)
    if how == "ranks":
        return _ranks_work(who, verb, rest)
    if how == "feels":
        if _OBJECTS.match(verb) and " ha" in match.group(0).lower():
            return bool(_THE_THING.match(rest))
        if who == "crowd" and _MILD.match(verb):
            return False
        return refers_to_work(rest, 0, len(rest)) or (who == "public" and bool(_THE_THING.match(rest)))
    if how == "finds":
        return who != "crowd" and bool(
            (refers_to_work(rest, 0, len(rest)) and _ADJECTIVE_AFTER.match(rest)) or _GAP_ADJECTIVE.match(rest)
        )
    if verb.endswith((" for it", " for this", " about it", " about this")):
        return who != "crowd" or " been " in match.group(0).lower()
    return who != "crowd" or verb in ("unanimous", "divided", "united", "split", "in agreement")


def _says_of_work(who: str, verb: str, rest: str) -> bool:
    if who == "public":
        return bool(_THAT_CLAUSE.match(rest))
    if is_verdict(rest) and (speaks_of_work(rest) or asserts_of_work(rest)):
        return True
    return asserts_of_work(rest) and not (who == "crowd" and _OPINES.match(verb) and not _OF_PART.match(rest))


def _ranks_work(who: str, verb: str, rest: str) -> bool:
    if is_verdict(rest):
        return speaks_of_work(rest) or not _PERSON_OBJECT.match(rest)
    if not refers_to_work(rest, 0, len(rest)) or len(rest.split()) < 2:
        return False
    return " as " in rest or not _NEEDS_VERDICT.match(verb)
