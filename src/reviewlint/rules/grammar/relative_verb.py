"""A verb after “who”, “which” or “that” whose number is not that of the noun before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reviewlint.finding import Finding
from reviewlint.lexicon import Tag
from reviewlint.rules.context import Context
from reviewlint.rules.grammar.clauses import NOMINAL, Item, phrase_before, sentence_around
from reviewlint.rules.grammar.given_names import GIVEN_NAMES
from reviewlint.rules.grammar.number import COLLECTIVE, is_measure, is_plural, is_singular
from reviewlint.rules.grammar.verbs import MANY, ONE, OPPOSITE, opposite, verb_kind
from reviewlint.rules.tokens import Tokens, tokens_of
from reviewlint.rules.wordsets import SHARED, words

_ONE_BEFORE = words("a an this that every each another")
_ANYONE = words(
    "anyone everyone someone anybody everybody somebody nobody he she everything something anything nothing"
)
_MANY_PRONOUNS = words("they them we us these those both you their our i")
_BEFORE_ONE = words("the is was had has a only first last it's that's this that")
_PERSONS = ("ers", "ors", "ists", "ians", "men", "women", "people", "ants", "ents")
_TALES = SHARED["thing"] | words("story tale adventures adventure life lives history portrait")
_NEAR = 7  # words back to a plural that the clause may be about
_TIMES = words("day week month year night morning afternoon evening summer winter spring time")
_NEVER = words("one only kind sort type lot number couple bunch group none")


def check(ctx: Context) -> Iterator[Finding]:
    """Yield each verb of a relative clause that surely disagrees with its noun."""
    tokens = tokens_of(ctx.text)
    for i in tokens.at(("who", "which", "that")):
        verb = i + 1
        while tokens.after(verb - 1) in SHARED["adverb"]:
            verb += 1
        kind = verb_kind(tokens.after(verb - 1))
        clause = tokens.lower[i] == "which" and kind == MANY and tokens.gap(i) == ", "
        apposed = tokens.lower[i] == "who" and kind == ONE and tokens.gap(i) == ", " and is_plural(tokens.lower[i - 1])
        named = tokens.lower[i] == "who" and kind == MANY and tokens.gap(i) == ", " and _is_one_person(tokens, i - 1)
        if not kind or not (
            clause or apposed or named or (tokens.joined(i - 1, verb) and _may_clash(tokens.lower[i - 1], kind))
        ):
            continue
        items, place = sentence_around(tokens, i)
        if place < 1 or not items[place].tag & (Tag.WH | Tag.PREPOSITION):
            continue
        at = place + verb - i
        if at >= len(items) or not _is_finite(items, at):
            continue
        if named:
            clashes = True
        elif apposed:
            clashes = _is_whole_subject(items, place - 1)
        else:
            clashes = _has_no_plural(items, place) if clause else _clashes(items, place, kind) is True
        if not clashes:
            continue
        yield ctx.finding(
            tokens.starts[verb],
            tokens.ends[verb],
            replace=opposite(tokens.word(verb)),
            noun=tokens.word(i - 1),
            pronoun=tokens.word(i),
        )


def _is_one_person(tokens: Tokens, last: int) -> bool:
    """Tell whether a given name and a surname end at a token, and no other name goes before: “Ann Hui, who have”."""
    first = last - 1
    if not tokens.joined(first, last) or tokens.lower[first] not in GIVEN_NAMES or not tokens.capital(last):
        return False
    return tokens.before(first) not in ("and", "or", "with") and not tokens.gap(first).strip().endswith((",", "&"))


def _is_whole_subject(items: Sequence[Item], comma: int) -> bool:
    """Tell whether the sentence begins with a plural that ends before the comma: “Her friends, who is late, …”."""
    phrase = phrase_before(items, comma)
    return phrase is not None and phrase.start == 0 and phrase.head > 0 and not items[phrase.head].capital


def _has_no_plural(items: Sequence[Item], place: int) -> bool:
    """Tell whether nothing before “, which are” can be what it stands for: no plural, no pair, no group."""
    before = items[:place]
    many = Tag.PLURAL | Tag.NUMBER | Tag.CONJUNCTION
    return len(before) > 2 and not any(
        item.tag & many
        or item.word in COLLECTIVE
        or item.word in _MANY_PRONOUNS
        or (item.capital and item.word.endswith("s"))
        for item in before
    )


def _may_clash(noun: str, kind: str) -> bool:
    return noun in _ANYONE or noun in ("those", "one") or (is_plural(noun) if kind == ONE else is_singular(noun))


def _is_finite(items: Sequence[Item], at: int) -> bool:
    item = items[at]
    if item.word == "thank" or (at + 1 < len(items) and items[at + 1].word == ","):
        return False  # “who, thank God, …”, “that is, …”
    if item.word in OPPOSITE:
        return True
    return bool(item.tag & (Tag.VERB_S if verb_kind(item.word) == ONE else Tag.VERB | Tag.VERB_S))


def _clashes(items: Sequence[Item], place: int, kind: str) -> bool | None:
    """Tell whether the noun before the pronoun at `place` and a verb of that kind disagree; None where unsure."""
    before = items[place - 1]
    if before.word in _ANYONE:
        return True if kind == MANY and (place < 2 or items[place - 2].word != "and") else None
    if before.word == "one":
        sure = kind == MANY and place > 1 and items[place - 2].word in _BEFORE_ONE
        return True if sure else None
    if before.word == "those":
        return True if kind == ONE and "one" not in {item.word for item in items[max(0, place - 4) : place]} else None
    phrase = phrase_before(items, place)
    if phrase is None or before.capital:
        return None
    inside = items[phrase.start : phrase.head + 1]
    if any(item.word in _NEVER or (_is_count(item) and items[place].word != "who") for item in inside):
        return None
    outer = items[phrase.start - 1] if phrase.start else None
    listed = outer is not None and outer.word == "," and items[place].word == "who" and kind == MANY
    if (
        outer is not None
        and not listed
        and (outer.word in ("and", "or", "nor", ",", "but") or outer.tag & (Tag.NUMBER | Tag.WH))
    ):
        return None
    linked = bool(outer and outer.tag & (Tag.PREPOSITION | Tag.ING))
    if any(item.word == "one" for item in items[max(0, phrase.start - _NEAR) : phrase.start]):
        return None  # “the only one of the films that was”
    if linked and kind == ONE and items[place].word == "who" and not _has_rival(items, phrase.start - 1):
        linked = False
    if kind == ONE:
        return True if not linked and _is_many(items[place].word, inside) else None
    near = items[max(0, phrase.start - _NEAR) : phrase.start]
    if before.word in _TIMES or any(item.tag & Tag.PLURAL for item in near):
        return None  # “songs in a voice that …”, “two films came out this week that …”
    opened = inside[0].word in _ONE_BEFORE and len(inside) > 1
    return True if opened and before.tag & (Tag.NOUN | Tag.PROPER) else None


def _is_count(item: Item) -> bool:
    """Tell whether a word is a number and no year: “two films that”, not “a 1994 film that”."""
    return bool(item.tag & Tag.NUMBER) and not (item.word.isdigit() and len(item.word) == 4)


def _has_rival(items: Sequence[Item], preposition: int) -> bool:
    """Tell whether “who” may go back beyond the preposition: “a friend of boys who”, not “it is about boys who”."""
    return preposition < 1 or bool(items[preposition - 1].tag & (NOMINAL | Tag.PRONOUN | Tag.NUMBER | Tag.ING))


def _is_many(pronoun: str, inside: Sequence[Item]) -> bool:
    """Tell whether a noun phrase is plural, and what the pronoun stands for."""
    head = inside[-1]
    if is_measure(head.word) or not head.tag & Tag.PLURAL or (inside[0].word in _ONE_BEFORE and len(inside) > 1):
        return False
    if pronoun == "which":
        return False  # it may stand for the whole clause: “it has two ovens which is nice”
    return pronoun == "that" or head.word in SHARED["persons"] or head.word.endswith(_PERSONS)
