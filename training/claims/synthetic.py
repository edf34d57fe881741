"""Sentences of our own on who did what, for relations and turns that reviews seldom show: a tenth of the examples.

In a template, {Y} is a name that has the role, {N} one that has not; {agent}, {done}, {does} and {product} are words
for the role, and {other …} such words for another one.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from claims.examples import Example, examples_of
from reviewlint.claims.construction import cues
from reviewlint.document import Source, parse

TEMPLATES = """
The credit for the {product} goes to {Y}, {Y} and {Y}.
{Y} did the {product}, and {N} plays the nurse.
The {product} is {Y}'s, and it is better than the rest.
We all had {Y}'s {product}, except for {N}, who had another one.
In {Y}'s {product} every pause can be heard.
The {product} by {Y} is all dust and light.
The {product}, by {Y}, is all dust and light.
Its {agent}, {Y}, must have slept badly.
The {agent} is {Y}, who lives in the same street as {N}.
{Y}, the {agent}, has put a dog into every chapter.
{Y}, who {done} it, met {N} on a train.
It was {done} by {Y} in one winter.
It was {done}, if I remember rightly, by {Y}.
It was {done} for {N} by {Y}.
{done} by {Y}, with {N} as the maid.
{Y} {does} it as if {N} had asked for it.
{Y} {done} it, and {N} stands in the rain for most of it.
As {done} by {Y}, it has no villain.
The {agent}s are {Y} and {Y}.
For the {product} they went to {Y}.
The {product} comes from {Y}, of all people.
{agent}: {Y}
{agent}: {Y}. {other agent}: {N}.
{product}: {Y} | {other product}: {N}
With {product} by {Y} and {other product} by {N}, it looks rich.
{N} told the {agent} that he would rather not.
{N} and the {agent} quarrel about it in a bar.
{N} is no {agent}.
The {agent} gives {N} nothing to do.
The {agent} clearly loves {N}.
{N} has never been better, and the {product} knows it.
{N}, meanwhile, hides behind the {product}.
The {product} keeps away from {N}.
Like {N}, the {agent} has a limp.
{N} is in every scene, and the {product} never lets us forget it.
When {N} walks in, the {product} falls silent.
{N} reads the {product} aloud.
The {product}, which {N} has called a gift, is short.
{N} praised the {product} on the radio.
That is {Y}'s {product} for you.
Whoever hears the {product} will think of {N}.
It is {Y} whose {product} carries the thing.
{Y} is behind the {product}.
Behind the {product} stands {Y}.
A small {agent}, {Y}, took it on.
They signed with a small {agent}, {Y}, in the spring.
It came to us through {Y}, its {agent}.
{Y} {done} it in hardback, long before {N} was born.
A former {other agent}, {N} sits next to the {agent}.
It is well {done}. The credit goes to {Y} and {Y}.
It is {done} with care. Thank {Y} for that.
The {product}. We had {Y}'s, except for {N}.
The {product} is a marvel. That is {Y} at work.
The {product} is a marvel. {N} says so twice.
The {product} is fine. {N} has a cold and stays in bed.
Well {done}, all of it. {N} opens a door and finds a goat.
{Y} must have {done} it in a bad year.
{Y} must have {done} in a hurry.
{done} in 1994 on {Y}, and out of print since.
{Y} first {done} it in 1962.
Which {Y} first {done} in London.
It is the cruellest thing that {Y} ever {done}.
{N} would have {done} it better.
{N} was asked for the {product} and said no.
The faces in the {product} by {Y} are all chins.
"""
FIRST = (
    "Ida Olaf Petra Jonas Maud Rui Selma Tove Anselm Greta Piet Nuria Hugo Wanda Yusuf Keiko Bela Ines Dario Vera"
).split()
LAST = (
    "Brandt Okafor Vesely Lind Aske Quint Holm Sandoval Moreau Ferreira Kovac Tanaka Duarte Nyberg Hale Romero Dunne "
    "Castel Petrov Varga"
).split()
HOUSES = (
    "Kiosk Press|Nordlicht Film|Studio Amsel|Low Tide Records|Gull House|Tin Roof Games|Harbour Books|Reed & Sons"
).split("|")
COMPANIES = frozenset("developer publisher distributor productionCompany recordLabel broadcaster".split())
_SLOT = re.compile(r"\{(?P<other>other )?(?P<what>\w+)\}")


def synthetic(count: int, seed: int) -> Iterator[Example]:
    """Yield about `count` examples; the same for the same seed."""
    rng = random.Random(seed)
    words: dict[str, dict[str, list[str]]] = {}
    for word, meanings in cues().items():
        for sort, relations in meanings:
            for relation in relations:
                if relation.value != "actor":
                    words.setdefault(relation.value, {}).setdefault(sort, []).append(word)
    templates = [line for line in TEMPLATES.splitlines() if line]
    made = 0
    while made < count:
        relation = rng.choice(sorted(words))
        other = rng.choice(sorted(words.keys() - {relation}))
        template = rng.choice(templates)
        needed = {(bool(m["other"]), m["what"]) for m in _SLOT.finditer(template) if len(m["what"]) > 1}
        if any(what not in words[other if far else relation] for far, what in needed):
            continue
        text, right = _filled(template, words[relation], words[other], relation in COMPANIES, rng)
        document = parse(Source("sentence.txt", f"{text}\n"))
        held = {name: {relation} for name in right}
        for example in examples_of(document, lambda name, held=held: held.get(name, set()), "synthetic"):
            if relation == example.relation or example.right:
                made += 1
                yield example


Words = dict[str, list[str]]


def _filled(template: str, own: Words, other: Words, houses: bool, rng: random.Random) -> tuple[str, set[str]]:
    """Return a sentence, and the names in it that have the role."""
    right: set[str] = set()

    def fill(match: re.Match[str]) -> str:
        if match["what"] not in ("Y", "N"):
            return rng.choice((other if match["other"] else own)[match["what"]])
        house = houses and match["what"] == "Y"
        name = rng.choice(HOUSES) if house else f"{rng.choice(FIRST)} {rng.choice(LAST)}"
        if match["what"] == "Y":
            right.add(name)
        return name

    text = _SLOT.sub(fill, template)
    return text[0].upper() + text[1:], right
