"""A verb after “and” that has lost the ending of the one before it: “she runs the shop and live above it”."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reviewlint.finding import Finding
from reviewlint.lexicon import Tag, share
from reviewlint.rules.context import Context
from reviewlint.rules.grammar.clauses import Item, sentence_around
from reviewlint.rules.grammar.verbs import MANY, may_be_bare, opposite, verb_kind
from reviewlint.rules.tokens import Tokens, tokens_of
from reviewlint.rules.wordsets import SHARED, words

_LINKED = words("are aren't were weren't have haven't don't")
# Taken for a request (“the bar is open, and do come”) or not a verb of its own.
_NOT_JUDGED = words("do be let please thank see try go come enjoy like love believe suffice say assume imagine watch")
_BREAKS = words("; : — –")
_STOPS = words("that if because while as than whether does and but or")
_NEVER_BEFORE = words("who which what they we you i don't didn't")
_REACH = 25
_SURE, _MAYBE = 0.95, 0.5  # how often a word must be a verb, after one verb in -s and after two
_OTHER_FORMS = Tag.VERB | Tag.TO | Tag.MODAL | Tag.PAST


def check(ctx: Context) -> Iterator[Finding]:
    """Yield each bare verb after “and” that shares its subject with a verb in -s."""
    tokens = tokens_of(ctx.text)
    for i in tokens.at(("and", "but")):
        verb = i + 1
        while tokens.after(verb - 1) in SHARED["adverb"]:
            verb += 1
        word = tokens.after(verb - 1)
        if not word or word in _NOT_JUDGED or not (verb_kind(word) == MANY or may_be_bare(word)):
            continue
        sure = share(word, Tag.VERB)
        unsure = sure < _MAYBE and not may_be_bare(word)
        if word not in _LINKED and (unsure or tokens.lower[i] == "but"):
            continue
        if not tokens.near[i] and tokens.gap(i).strip() != ",":
            continue
        if not _is_worth_a_look(tokens, i):
            continue
        items, place = sentence_around(tokens, verb)
        least = 1 if word in _LINKED or sure >= _SURE else 2
        if place > 2 and _is_slip(items, place, verb - i, least):
            yield ctx.finding(tokens.starts[verb], tokens.ends[verb], replace=opposite(tokens.word(verb)))


def _is_worth_a_look(tokens: Tokens, i: int) -> bool:
    """Tell whether, by the words alone, one verb in -s and no other form can stand before token i in its sentence."""
    found = False
    for k in range(i - 1, max(-1, i - _REACH), -1):
        word = tokens.lower[k]
        if word in _STOPS or word in SHARED["modal"] or word in _NEVER_BEFORE:
            return False
        found = found or word == "was" or share(word, Tag.VERB_S) >= 0.3
        if not tokens.near[k] and any(mark in tokens.gap(k) for mark in ".;:!?"):
            break
    return found


def _is_slip(items: Sequence[Item], place: int, after: int, least: int) -> bool:
    """Tell whether verbs in -s, `least` of them, and no other form stand in the clause before “and”."""
    if not items[place].tag & Tag.VERB or place + 1 >= len(items) or items[place + 1].tag & Tag.MARK:
        return False
    link = place - after
    start = next((k + 1 for k in range(link - 1, -1, -1) if items[k].word in _BREAKS), 0)
    clause = items[start:link]
    if any(item.tag & _OTHER_FORMS or item.word in _STOPS or item.tag & Tag.WH for item in clause):
        return False
    verbs = [k for k, item in enumerate(clause) if item.tag & Tag.VERB_S]
    if len(verbs) < least or verbs[0] == 0 or not _is_subject(clause[verbs[0] - 1]):
        return False
    # More than one are a series: “it opens slowly, builds to a roar and leave …”
    return all(clause[k - 1].word == "," or clause[k - 1].tag & Tag.ADVERB for k in verbs[1:])


def _is_subject(item: Item) -> bool:
    return item.word in ("he", "she", "it", "everyone", "nobody") or bool(item.tag & (Tag.NOUN | Tag.PROPER))
