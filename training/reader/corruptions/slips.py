"""Corruptions that people make at the keyboard: words taken for others that sound or look like them.

The pairs are the usual lists of confusable words; a further list, taken from corrections that authors made to their own
sentences, is read from a file when training is given one (see reader.corrections).
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence

from reader.corruptions.world import World, cased_like
from reader.tokens import Fault, Token

_SETS = """
its it's|their there they're|your you're|to too two|than then|were where we're|whose who's|loose lose|affect effect
accept except|advice advise|all al|quite quiet quit|through trough though thorough threw|bellow below|witch which
of off|on one|in it is|an and any|the they then|this his|has had have|form from|for four fore|now know no|new knew
here hear|right write rite|role roll|scene seen|sight site cite|piece peace|plain plane|principal principle
brake break|breath breathe|cloth clothe|choose chose|dose does|desert dessert|device devise|die dye|discreet discrete
elicit illicit|ensure insure assure|every ever very|everyday every|farther father further|find fine|forth fourth
hole whole|hour our are|later latter|lead led|lessen lesson|lay lie|many may man|maybe may|might mite|moral morale
passed past|patience patients|personal personnel|pore pour poor|practice practise|precede proceed|raise rise
rain reign rein|rather other|really real|sole soul|stationary stationery|steal steel|story storey|thing think things
thank than|threw through|tail tale|that than what|though thought tough through|used use|wander wonder|waist waste
wait weight|weather whether|wear where were|weak week|with wit which|without with|woman women|would could world
wood would|sense since|shear sheer|side sight|some same|sore soar|complement compliment|council counsel
conscience conscious|dairy diary|decent descent|director direct|economic economical|historic historical|human humane
imminent eminent|ingenious ingenuous|lightening lightning|lose loss|mean means|most must|note not|once one ones
other others|over ever|peak peek pique|pray prey|quality quantity|reality realty|respectfully respectively
sensible sensitive|set sit|simple simply|sometime sometimes|stay say|still steel|such each|talk take|there three
tree three|time times|true through|until unlike|us use|wan want went|way away|well we'll|wont won't|cant can't
let lets let's|were was|life live|believe belief|prove proof|safe save|grow growth|lost last|fell feel felt|live leave
fill feel|full fool|hit heat|bit beat|sit seat|ship sheep|cheap chip|bad bed|head had|man men|hat hate|not nut|cut cat
fan fun|ran run|began begun
"""
PAIRS: dict[str, list[str]] = {}
for _line in _SETS.strip().replace("\n", "|").split("|"):
    for _word in _line.split():
        PAIRS.setdefault(_word, []).extend(other for other in _line.split() if other != _word)


def taken_for(
    pairs: Mapping[str, Sequence[str]], tokens: list[Token], at: int, world: World, rng: random.Random
) -> list[Token] | None:
    """Put a word that is often taken for the one at `at`; unsure where both new pairs are common."""
    token = tokens[at]
    others = pairs.get(token.text.lower())
    if not others:
        return None
    word = rng.choice(others)
    around = [t.text for t in tokens[max(0, at - 1) : at]] + [word] + [t.text for t in tokens[at + 1 : at + 2]]
    if world.is_attested(around, 4):
        return None
    new = Token(cased_like(word, token.text), token.before, token.tag, Fault.SPOILED | Fault.FORM)
    return [*tokens[:at], new, *tokens[at + 1 :]]


def confusable(tokens: list[Token], at: int, world: World, rng: random.Random) -> list[Token] | None:
    """Put a word that sounds or looks like the one at `at`."""
    return taken_for(PAIRS, tokens, at, world, rng)


def real_slip(tokens: list[Token], at: int, world: World, rng: random.Random) -> list[Token] | None:
    """Put a word that real authors wrote by mistake for the one at `at`."""
    return taken_for(world.slips, tokens, at, world, rng)


def typed_wrong(tokens: list[Token], at: int, world: World, rng: random.Random) -> list[Token] | None:
    """Drop, double, swap or change a letter so that another word stands there: "stiff", "still"."""
    token = tokens[at]
    low = token.text.lower()
    if not low.isalpha() or not 3 <= len(low) <= 10 or not token.text.islower():
        return None
    for _ in range(12):
        i = rng.randrange(len(low))
        kind = rng.randrange(4)
        if kind == 0:
            word = low[:i] + low[i + 1 :]
        elif kind == 1:
            word = low[:i] + low[i : i + 2][::-1] + low[i + 2 :]
        elif kind == 2:
            word = low[:i] + rng.choice("etaoinshrdlcum") + low[i + 1 :]
        else:
            word = low[:i] + rng.choice("etaoinshrdlcum") + low[i:]
        if word != low and word in world.counts:
            around = [t.text for t in tokens[max(0, at - 1) : at]] + [word] + [t.text for t in tokens[at + 1 : at + 2]]
            if world.is_attested(around, 1):
                return None
            return [*tokens[:at], Token(word, token.before, token.tag, Fault.SPOILED | Fault.FORM), *tokens[at + 1 :]]
    return None


def doubled(tokens: list[Token], at: int, world: World, rng: random.Random) -> list[Token] | None:
    """Write a small word twice in other clothes: "is are", "to for", "that which"."""
    token = tokens[at]
    if not token.text.islower() or len(token.text) > 5 or at + 1 >= len(tokens) or not tokens[at + 1].is_word:
        return None
    others = PAIRS.get(token.text, []) + world.slips.get(token.text, [])
    word = rng.choice(others) if others else ""
    if not word or world.is_attested([token.text, word], 1):
        return None
    return [*tokens[: at + 1], Token(word, " ", token.tag, Fault.SPOILED | Fault.FORM), *tokens[at + 1 :]]
