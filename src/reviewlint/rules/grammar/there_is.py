"""“There is” before a plural, “there are” before a singular."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reviewlint.finding import Finding
from reviewlint.lexicon import Tag
from reviewlint.rules.context import Context
from reviewlint.rules.grammar.clauses import NOMINAL, Item, sentence_around
from reviewlint.rules.grammar.number import COLLECTIVE, SURELY_ONE, is_measure, is_plural, is_singular
from reviewlint.rules.grammar.verbs import opposite
from reviewlint.rules.tokens import Tokens, tokens_of
from reviewlint.rules.wordsets import SHARED, words

_ONES = words("is was isn't wasn't")
_MANYS = words("are were aren't weren't")
_PRONOUNS = words("much nothing nobody something someone anything anybody anyone everything everyone")
_BEFORE_NOUN = Tag.ADJECTIVE | Tag.COMPARATIVE | Tag.SUPERLATIVE | Tag.ADVERB | Tag.PARTICIPLE | Tag.ING
_SURE_MANY = words("many several numerous countless various these those few")
_SUMS = words("lot lots plenty tons loads")
_MASS = words(
    "time hope evidence room music money love violence doubt nudity humour humor information advice fun noise progress"
)
_NOT_A_NOUN_PHRASE = words("no any some all such more most enough other only little less nothing what one")


def check(ctx: Context) -> Iterator[Finding]:
    """Yield each “there is” and “there are” whose number is not that of the noun after it."""
    tokens = tokens_of(ctx.text)
    for i in tokens.at(("there", "here")):
        if tokens.lower[i] == "here" and not (tokens.starts_sentence(i) and tokens.after(i) == "is"):
            continue
        if tokens.after(i) in _ONES | _MANYS:
            verb = i + 1
            many = _many_follow(tokens, verb)
            if many is None or many is (tokens.lower[verb] in _MANYS):
                continue
            yield ctx.finding(
                tokens.starts[i], tokens.ends[verb], replace=f"{tokens.word(i)} {opposite(tokens.word(verb))}"
            )


def _many_follow(tokens: Tokens, verb: int) -> bool | None:
    """Tell whether the noun after the verb is plural; None where that is not sure."""
    items, place = sentence_around(tokens, verb)
    before = [item.word for item in items[max(0, place - 3) : max(0, place - 1)]]
    if place < 1 or before[-1:] in (["out"], ["over"], ["up"], ["in"]) or before in (["here", "and"], ["then", "and"]):
        return None  # “here and there is”, “up there is”
    at = place + 1
    while at < len(items) and items[at].word in SHARED["adverb"] - {"almost"}:
        at += 1
    start = at
    if at + 1 < len(items) and items[at].word == "much" and items[at + 1].tag & Tag.COMPARATIVE:
        return None  # “much better ways”, “much less noise”
    if at < len(items) and items[at].word in _PRONOUNS:
        return None if at + 1 < len(items) and items[at + 1].word == "like" else False
    if "less" in {item.word for item in items[start : start + 2]}:
        return None  # “there is far less rolling of dice”
    while at < len(items) and items[at].tag & (_BEFORE_NOUN | NOMINAL | Tag.DETERMINER | Tag.POSSESSIVE | Tag.NUMBER):
        if items[at].tag & NOMINAL and not _goes_on(items, at):
            break
        at += 1
    if at >= len(items) or not items[at].tag & NOMINAL or items[at].capital:
        return None
    return _judge(items, start, at)


def _goes_on(items: Sequence[Item], at: int) -> bool:
    return at + 1 < len(items) and bool(items[at + 1].tag & (NOMINAL | Tag.ING)) and items[at + 1].tag != Tag.ING


def _judge(items: Sequence[Item], start: int, head: int) -> bool | None:
    phrase = items[start : head + 1]
    noun = items[head].word
    first = phrase[0].word
    following = items[head + 1] if head + 1 < len(items) else None
    if any(item.word == "one" for item in phrase) or is_measure(noun):
        return None
    if noun in _SUMS and (first == "a" or first in _SUMS):
        return _sum(items, head)
    if noun in ("tonnes", "heaps", "piles", "masses"):
        return None
    if any(item.word in _SURE_MANY for item in phrase) and first != "a":
        return True if items[head].tag & Tag.PLURAL or first in ("many", "several") else None
    if first in ("a", "an"):
        listed = any(item.word in ("and", "or", ",") for item in items[head + 1 : head + 12])
        singular = is_singular(noun) and noun not in COLLECTIVE and not listed
        return False if singular and not any(item.word in COLLECTIVE for item in phrase) else None
    if first in SHARED["number"] and items[head].tag & Tag.PLURAL and is_plural(noun):
        return True
    if following is not None and following.word in ("and", "or", ","):
        return None
    if noun in SURELY_ONE or (noun in _MASS and not any(item.word == "and" for item in items[head + 1 : head + 12])):
        return False
    return True if items[head].tag & Tag.PLURAL and is_plural(noun) else None


def _sum(items: Sequence[Item], head: int) -> bool | None:
    """Judge “a lot of X” by X."""
    if head + 2 >= len(items) or items[head + 1].word != "of":
        return None
    at = head + 2
    while (
        at + 1 < len(items)
        and items[at].tag & (_BEFORE_NOUN | Tag.NOUN)
        and items[at + 1].tag & (_BEFORE_NOUN | NOMINAL)
    ):
        at += 1
    noun = items[at]
    return True if noun.tag & Tag.PLURAL and is_plural(noun.word) and not is_measure(noun.word) else None
