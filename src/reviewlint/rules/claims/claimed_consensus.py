"""`claims/claimed-consensus`: an opinion dressed up as what everybody knows."""

from __future__ import annotations

from collections.abc import Iterator

import re2

from reviewlint.finding import Finding
from reviewlint.rules.claims.frames import sentence_at
from reviewlint.rules.claims.patterns import Pattern
from reviewlint.rules.claims.reception import asserts_of_work, clause_end, is_sourced, is_verdict
from reviewlint.rules.claims.words import any_of
from reviewlint.rules.context import Context

# These need a verdict after them; the others claim agreement by themselves.
_KNOWN = any_of(
    "it is no secret that|it[’'\\x27]s no secret that|it is well known that|it[’'\\x27]s well known that|it is a "
    "well[- ]known fact that|it[’'\\x27]s a well[- ]known fact that|it hardly needs saying that|it needs? hardly be "
    "said "
    "that|it is common knowledge that|everyone knows that|everyone knows|everybody knows that|"
    "everybody knows|as everyone knows,?|as everybody knows,?|as we all know,?|we all know that|as is "
    "well known,?|it is a truth universally acknowledged that|it goes without saying that|nobody disputes that|no "
    "one disputes that|nobody denies that|no one denies that|nobody would deny that|no one would deny that|few would "
    "deny that|few would dispute that|few would disagree that|few would argue that|hardly anyone would deny that|"
    "nobody can deny that|no one can deny that|no one can dispute that|it is a fact that|it is an open secret that|"
    "it cannot be denied that|it is undeniable that|it is beyond dispute that|it is beyond doubt that|there can be "
    "no doubt that|it is an established fact that|the whole world knows that"
)
_AGREED = any_of(
    "(?:the )?(?:general|critical|popular|broad|prevailing|overall|common|near-universal|universal|widespread|"
    "overwhelming) (?:consensus|agreement|opinion|feeling|view|verdict)(?: (?:among|of|on|about) [^,.;:]{2,40}?)? "
    "(?:is|was|has it|seems to be|holds) (?:that|clear|unanimous)|there is (?:a )?(?:general|broad|wide|widespread|"
    "critical|near-universal|universal|little|near-total) (?:consensus|agreement|disagreement|dispute) (?:that|on|"
    "about|as to)|the consensus(?: (?:among|of|on) [^,.;:]{2,40}?)? (?:is|was|seems to be) that|(?:millions|"
    "thousands|so many|all those|that many|a million)(?: of)?(?: fans| readers| players| viewers| people| "
    "listeners)? (?:can[’'\x27]t|cannot) (?:all )?be wrong|opinion is (?:unanimous|united)|the verdict (?:is|was) "
    "unanimous|ask (?:any|almost any) (?:fan|gamer|critic|reader|viewer|player|owner|expert|cinephile)|ask anyone "
    "who|by (?:common|general|universal|popular) (?:consent|consensus|agreement)|ask anybody(?:,? and)?(?: who)?|"
    "(?:nobody|no one|no (?:viewer|reader|player|listener|fan)) (?:who|that)(?: has| had| have)?(?: ever)? (?:sees|saw|"
    "seen|"
    "reads?|hears|heard|plays|played|watches|watched|tries|tried|tasted) [^.;:!?\n]{2,40}? (?:will|would|can|could|is)"
    "(?: ever| likely to)? (?:forget|resist|regret|deny|stay|remain|fail)|(?:nobody|no one|no critic) (?:can|"
    "could) (?:resist|"
    "fault|dislike|deny) (?:its|it|this)|you (?:will not|won[’'\x27]t|cannot|can[’'\x27]t) find (?:anyone|anybody|"
    "a single "
    "(?:person|critic|fan|reader|viewer|player)) who|(?:nine|eight|nine times) (?:out of|in) ten (?:users|owners|"
    "viewers|"
    "readers|players|customers|critics|people|fans|experts|buyers)|(?:nobody|no one|hardly anyone) (?:has|had) "
    "(?:ever had )?a (?:bad|good|kind|nice) word to say about (?:it|this|the (?:film|book|game|album|series|show|food|"
    "service))|you (?:will not|won[’'\x27]t|will struggle to|would struggle to|will be hard[- ]pressed to) find a "
    "(?:single "
    ")?(?:critic|reviewer|fan|reader|viewer|player|user|owner) who|(?:nobody|no one|few) (?:was|were|could have been|"
    "can "
    "have been|could be) (?:really )?surprised (?:when|that|by)|there is (?:no|little) doubt among|"
    "there are (?:those|many|plenty|people|critics|fans|some) who (?:will |would |have |still )?(?:prefer|call|called|"
    "consider|say|said|find|argue|claim|dismiss|dismissed|swear) (?:it|this|that it|the (?:original|film|book|game|"
    "album|"
    "series|show|novel|first|second|sequel|remake))|there is a school of thought that|"
    "(?:any|every) (?:[a-z]+ )?(?:gamer|fan|critic|reader|viewer|player|listener|enthusiast|collector|buff|"
    "expert)(?: of [a-z "
    "]{2,30}?)? (?:will|can|could|would) (?:tell you|confirm|agree|attest)|(?:forums|message boards|comment sections|"
    "social "
    "media|the internet|twitter|reddit) (?:is|are|was|were) (?:full of|awash with|flooded with) (?:praise|complaints|"
    "love|"
    "hate|criticism|fans|people)|"
    "there (?:is|was|were|has been) (?:already )?(?:a lot of|much|plenty of|some) (?:talk of an? (?:oscar|award|emmy|"
    "nomination)|(?:buzz|hype|chatter|excitement) (?:around|about))|(?:thousands|hundreds|millions) of (?:five-star|"
    "rave|glowing) reviews|word of mouth did the rest|(?:everyone|everybody)[’'\x27]s favou?rite "
    "(?:character|song|track|level|episode|scene|chapter|dish)"
)
_CLAIM = re2.compile(rf"(?i)\b(?:(?P<known>{_KNOWN})|(?P<agreed>{_AGREED}))(?:[\s,:.;]|$)")
_FACT = Pattern(r"(?i)well[- ]known fact|needs")
_OWN = Pattern(r"(?i)\b(?:my|our|your|his|her|their) $")


def check(ctx: Context) -> Iterator[Finding]:
    """Yield a finding for each opinion that is put forward as common knowledge."""
    text = ctx.text
    for match in _CLAIM.finditer(text):
        start = match.start()
        stop = match.end() - 1
        sentence = sentence_at(ctx, start)
        end = max(stop, clause_end(text, stop, sentence.end))
        rest = text[stop:end]
        known = match.group("known")
        if known and not (_FACT.search(known) or (is_verdict(rest) and asserts_of_work(rest))):
            continue
        if match.group("agreed") and match.group("agreed").lower().endswith("that") and not _speaks_of_work(rest):
            continue
        if _OWN.search(text, max(0, start - 12), start):
            continue
        if text[max(start, sentence.end - 3) : sentence.end].endswith("?") or is_sourced(ctx, start, end):
            continue
        yield ctx.finding(start, end)


def _speaks_of_work(rest: str) -> bool:
    return asserts_of_work(rest) or is_verdict(rest)
