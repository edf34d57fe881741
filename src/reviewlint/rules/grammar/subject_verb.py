"""A verb whose number is not that of its subject, the noun next to it or a few words before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from reviewlint.document.view import HIDDEN
from reviewlint.finding import Finding
from reviewlint.lexicon import Tag, frequency, share
from reviewlint.rules.context import Context
from reviewlint.rules.grammar.clause_starts import THINKS
from reviewlint.rules.grammar.clauses import CLAUSE_OPENERS, FINITE, Item, sentence_around
from reviewlint.rules.grammar.names import is_taken_as_one
from reviewlint.rules.grammar.persons import people_of
from reviewlint.rules.grammar.subjects import Subject, is_many, subject_of
from reviewlint.rules.grammar.verbs import MANY, ONE, OPPOSITE, PAIRS, may_be_bare, opposite, verb_kind
from reviewlint.rules.tokens import Tokens, tokens_of
from reviewlint.rules.wordsets import SHARED, words

_PRONOUNS = words("each everyone everybody everything someone nobody nothing one many several few both all most some")
_HOPES = words("hope hopes wish suppose")
_BIDDEN = words("someone somebody everyone everybody anyone anybody god heaven lord")
_ALWAYS = words("never always often sometimes still also soon rarely seldom usually constantly slowly quickly")
_KIN = words("dad mom mum grandma grandpa kid child dog cat camera")
_SPARED = words(
    "let set put cut cost hit hurt like please face star bomb fit beat bet burst shed spread split quit rid wed wet "
    "knit cast "
    "slit thrust"
)
_GOVERNED = Tag.DETERMINER | Tag.POSSESSIVE | Tag.PRONOUN | Tag.NUMBER
# A clause after one of these has a verb of its own.
_ENDS = (".", ";", "!", "?", ":")
_SUBORDINATE = words("which whom when where because if while although though until as before after")
_OPENS = Tag.DETERMINER | Tag.POSSESSIVE
_AFTER_VERB = Tag.PREPOSITION | Tag.DETERMINER | Tag.ADVERB | Tag.POSSESSIVE | Tag.PRONOUN | Tag.TO
_SURELY = 0.97
_REACH = 9  # words before the verb in which a head noun may stand
_SUBJUNCTIVE = words("if wish wishes wished though though as suppose were lest")
_DEMAND = words(
    "suggest suggests suggested insist insists insisted demand demands demanded require requires required "
    "recommend recommends recommended ask asks asked important essential vital necessary propose proposes proposed "
    "rather"
)


def check(ctx: Context) -> Iterator[Finding]:
    """Yield each verb that surely disagrees with its subject."""
    tokens = tokens_of(ctx.text)
    people = cache(lambda: people_of(ctx))
    for i in _candidates(tokens):
        items, verb = sentence_around(tokens, i)
        if verb < 1 or not _is_finite(items, verb):
            continue
        subject = subject_of(items, verb)
        if subject is None or _may_be_subjunctive(items, verb, subject) or _is_exempt(items, verb, subject):
            continue
        kind = verb_kind(tokens.lower[i])
        if not kind and not _is_surely_verb(items, verb, subject):
            continue
        many = is_many(items, subject)
        if many is None and kind != ONE and is_taken_as_one(tokens, items, subject, verb, people):
            many = False
        if many is None and kind != ONE and _is_title(ctx, tokens, items[subject.head]):
            many = False
        if many is None or many is (kind != ONE):
            continue
        first, head = items[subject.start].token, items[subject.head].token
        yield ctx.finding(
            tokens.starts[i],
            tokens.ends[i],
            replace=opposite(tokens.word(i)),
            subject=ctx.document.prose.text[tokens.starts[first] : tokens.ends[head]],
        )


def _is_title(ctx: Context, tokens: Tokens, item: Item) -> bool:
    """Tell whether a title that the rule does not read stands there, one that is no plural: “*Fargo* have”."""
    if item.token < 0 or tokens.lower[item.token] != HIDDEN:
        return False
    title = ctx.document.prose.text[tokens.starts[item.token] : tokens.ends[item.token]].strip("“”\"'‘’*_ ")
    return title[:1].isupper() and not title.endswith("s") and not re.search(r"[&,.:!?]|\b(?:and|band)\b", title, re.I)


def _candidates(tokens: Tokens) -> Iterator[int]:
    """Yield the verbs before which a noun of the other number stands, close enough to be worth a look."""
    for word, places in tokens.places.items():
        kind = verb_kind(word) or (MANY if may_be_bare(word) else "")
        if kind:
            other = Tag.PLURAL if kind == ONE else Tag.NOUN | Tag.PROPER
            for i in places:
                if _is_worth_a_look(tokens, i, other):
                    yield i


def _is_worth_a_look(tokens: Tokens, i: int, other: Tag) -> bool:
    k = i - 1
    while (
        k > 0
        and tokens.near[k + 1]
        and (
            tokens.lower[k] in SHARED["adverb"]
            or tokens.lower[k].endswith("ly")
            or _is_kind(tokens.lower[k], Tag.ADVERB)
        )
    ):
        k -= 1
    if k < 0:
        return False
    word = tokens.lower[k]
    if tokens.near[k + 1] or (word == HIDDEN and tokens.gap(k + 1).strip() in ('"', "”", "’", "'")):
        if _is_kind(word, other) or (other & Tag.PROPER and (tokens.capital(k) or word == HIDDEN)):
            return True
        if not share(word, Tag.NOUN | Tag.PLURAL | Tag.PROPER) and word != HIDDEN:
            return False
    elif tokens.gap(k + 1)[:1] in (",", ")"):  # “her voice, soft and low, fills”
        first = next((m for m in range(k, max(0, k - _REACH), -1) if not tokens.near[m]), 0)
        if first > 0 and (_is_kind(tokens.lower[first - 1], other) or tokens.capital(first - 1)):
            return True
    for m in range(k, max(0, k - _REACH), -1):
        if tokens.lower[m] in SHARED["preposition"]:
            before = tokens.lower[m - 1]
            if _is_kind(before, other) or before in _PRONOUNS or (other & Tag.PROPER and tokens.capital(m - 1)):
                return True
        if not tokens.near[m] and "." in tokens.gap(m):
            return False
    return False


@lru_cache(maxsize=4000)
def _is_kind(word: str, kind: Tag) -> bool:
    return share(word, kind) >= 0.1


def _is_finite(items: Sequence[Item], verb: int) -> bool:
    """Tell whether the tagger, too, takes the word for a finite verb in the present (or “was”, “were”)."""
    item = items[verb]
    if item.capital:
        return False
    if item.word in OPPOSITE:
        return True
    if share(item.word, Tag.VERB_S) >= 0.3:
        return bool(item.tag & Tag.VERB_S) or _follows_persons(items, verb)
    if share(item.word, Tag.VERB) >= _SURELY and not _has_finite(items, verb + 1) and frequency(item.word) > 1:
        return True
    ends = verb + 1 == len(items) or items[verb + 1].word in _ENDS
    return bool(item.tag & Tag.VERB) or (may_be_bare(item.word) and (ends or _governs(items, verb)))


def _governs(items: Sequence[Item], verb: int) -> bool:
    """Tell whether an article, “his”, “it” or the like follows, as after a verb and hardly after a noun."""
    return verb + 1 < len(items) and bool(items[verb + 1].tag & _GOVERNED)


def _follows_persons(items: Sequence[Item], verb: int) -> bool:
    """Tell whether a word that can be a plural noun or a verb must be the verb: “the guests worries about it”."""
    following = items[verb + 1].tag if verb + 1 < len(items) else Tag(0)
    opens = verb > 1 and items[verb - 2].tag & (Tag.DETERMINER | Tag.POSSESSIVE | Tag.NUMBER)
    if not opens or not items[verb - 1].tag & Tag.PLURAL:
        return False
    return bool(following & (_AFTER_VERB if items[verb - 1].word in SHARED["persons"] else _GOVERNED))


def _is_surely_verb(items: Sequence[Item], verb: int, subject: Subject) -> bool:
    """Tell whether a word that is a noun as often (“love”, “use”) is the verb here: “her father love the dog”."""
    following = items[verb + 1].tag if verb + 1 < len(items) else Tag(0)
    if items[verb].word in _SPARED or _has_finite(items, verb + 1):
        return False
    if _closes_clause(items, verb, subject):
        return True
    if items[verb - 1].word in _ALWAYS and items[verb - 1].tag & Tag.ADVERB:
        return bool(following & (_AFTER_VERB | Tag.ING | Tag.WH))
    if items[subject.head].capital and items[subject.head].tag & Tag.PROPER:
        return subject.head == verb - 1 and bool(following & (_GOVERNED | Tag.TO | Tag.WH | Tag.PREPOSITION))
    one = items[subject.head].word
    bearer = one in SHARED["person"] or one in SHARED["work"] or one in _KIN
    if subject.head != verb - 1 or not (bearer or items[subject.start].tag & _OPENS):
        return False
    goes_on = _GOVERNED | Tag.TO | Tag.WH | (Tag.PREPOSITION | Tag.ADVERB if items[verb].tag & Tag.VERB else Tag(0))
    return bool(following & (goes_on if bearer else _GOVERNED))


def _has_finite(items: Sequence[Item], start: int) -> bool:
    """Tell whether a finite verb stands between an item and the end of its clause."""
    for item in items[start : start + _REACH]:
        if item.tag & (Tag.MARK | Tag.CONJUNCTION | Tag.WH) or item.word in CLAUSE_OPENERS:
            return False
        if item.tag & FINITE:
            return True
    return False


def _closes_clause(items: Sequence[Item], verb: int, subject: Subject) -> bool:
    """Tell whether a clause that must have a verb ends with the word: “the line in which the mask slip.”"""
    ends = verb + 1 == len(items) or items[verb + 1].word in _ENDS
    opened = items[subject.start].tag & _OPENS and subject.head == verb - 1 and subject.start < subject.head
    openers = _SUBORDINATE if items[verb].tag & Tag.VERB else _SUBORDINATE - SHARED["preposition"] - {"as"}
    return ends and bool(opened) and subject.opener in openers


def _is_exempt(items: Sequence[Item], verb: int, subject: Subject) -> bool:
    """Tell whether the verb may stand before its subject, or a name of a dish or work may be the subject."""
    following = items[verb + 1] if verb + 1 < len(items) else None
    if _closes_clause(items, verb, subject):
        return False
    if following is None or (
        following.word in SHARED["subject"] and not (following.word == "it" and items[verb].word == "do")
    ):
        return True  # “how much are you”
    if items[verb].word not in OPPOSITE and items[verb].tag & Tag.VERB and following.tag & (Tag.MARK | Tag.WH):
        return True  # “the wrist watch, which”
    hoped = subject.opener in THINKS and (items[verb].word not in ("are", "aren't") or subject.opener in _HOPES)
    if items[verb].tag & Tag.VERB and (items[subject.head].word in _BIDDEN or hoped):
        return True  # “somebody help”, “I hope the firm see sense”
    if items[verb].word not in ("is", "was", "isn't", "wasn't"):
        return False
    opened = subject.start < subject.head and items[subject.start].tag & _OPENS
    return following.word == "what" or (following.word in ("a", "an") and not opened)


def _may_be_subjunctive(items: Sequence[Item], verb: int, subject: Subject) -> bool:
    """Tell whether “were” or a bare form may stand for a wish or a demand."""
    if items[verb].word in PAIRS or items[verb].tag & Tag.VERB_S:
        return False
    before = {item.word for item in items[: subject.start]}
    return bool(before & _DEMAND) or (items[verb].word in ("were", "weren't") and bool(before & _SUBJUNCTIVE))
