"""Phrases: patterns over words and word classes, in the notation of `kind = "phrase"`.

A phrase is a row of elements parted by blanks. Each stands for one word, and only blanks may part the words:
    let|lets        one of these words, whatever their case
    @prep           a word of a set: one of `[sets]` in the rule's file, or of the shared sets
    VBZ  JJ  NNS    a word that can be this part of speech (Penn tags); ~NNS: mostly is; =NNS: hardly is anything else
    CAP  LOW  ANY   a word with a capital, in lower case, any;  NUMBER  YEAR  GENITIVE  HIDDEN: “7”, “1999”, “Ann’s”,
                    a title or quotation
    !been|@prep     none of these;  NN&!time: both conditions
    x?  x*  x+      at most one; up to three; one to three
    ,  ,?  ;        a comma before the next word; an optional one; any pause but the end of a sentence
    ^  $  $|to      a clause begins here; ends here (punctuation, the end of the block); ends or goes on with “to”
    <  >            around the elements to mark; without them the whole phrase is marked
    v:VB            the element gets a name
`-> text` says what to put there: `{v}` is the word of the element named v, `{2}` of the second, `{v.ing}` a form of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from reviewlint.document.view import HIDDEN
from reviewlint.rules.phrases import SLOT, Phrase, Step, Test
from reviewlint.rules.tokens import Tokens
from reviewlint.rules.wordsets import SHARED

_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_PLAIN = re.compile(r"[a-z'-]+(?:\|[a-z'-]+)*")
_QUANTITY = {"?": (0, 1), "*": (0, 3), "+": (1, 3)}
_MARKS = {"^", "$", ",", ",?", ";"}
# How often the commonest words stand in 10,000 words of reviews, to look up the rarest; others count as 3.
_COUNTS = (
    "the:560 and:280 a:270 of:260 to:250 is:190 in:160 it:140 that:130 i:110 this:100 for:80 with:80 as:80 but:70 "
    "on:60 was:60 it's:50 are:50 be:50 his:45 have:45 not:45 you:45 he:45 film:45 one:40 by:40 an:40 at:40 from:40 "
    "like:35 all:35 they:35 who:30 more:30 about:30 so:30 or:30 has:30 just:30 movie:30 out:30 there:28 up:25 "
    "her:25 if:25 what:25 some:25 their:25 when:25 can:22 she:22 which:22 very:20 had:20 good:18 would:18 were:18 "
    "than:16 time:16 only:16 been:15 my:15 do:15 will:15 most:14 no:14 even:14 much:13"
)
_COMMON = {word: int(count) for word, count in (pair.split(":") for pair in _COUNTS.split())}


class PhraseError(ValueError):
    """A phrase that cannot be read; its text says why."""


def read_phrase(text: str, sets: Mapping[str, frozenset[str]]) -> Phrase:
    """Return a phrase made ready; raise PhraseError on one that makes no sense."""
    body, arrow, replace = text.partition("->")
    steps: list[Step] = []
    names: dict[str, int] = {}
    opening, closing = 0, -1
    for raw in body.replace("<", " < ").replace(">", " > ").split():
        if raw == "<":
            opening = len(steps)
        elif raw == ">":
            closing = len(steps)
        elif raw in _MARKS:
            steps.append(Step(None, 0, 0, raw))
        else:
            name, _, raw = raw.rpartition(":")
            steps.append(_step(raw, sets))
            number = sum(step.test is not None for step in steps)
            names |= {name or str(number): number - 1, str(number): number - 1}
    for slot in SLOT.finditer(replace):
        if slot[1] not in names:
            raise PhraseError(f"{text!r} has no element {slot[1]}")
    anchor, reach = _anchor(steps, text)
    end = len(steps) if closing == -1 else closing
    return Phrase(tuple(steps), opening, end, replace.strip() if arrow else None, names, anchor, reach)


def words_needed(text: str) -> list[tuple[str, ...]]:
    """Return the plain lists of words of a phrase; a text without a word of each has no place for it."""
    body = text.partition("->")[0].replace("<", " ").replace(">", " ")
    elements = (raw.rpartition(":")[2] for raw in body.split())
    return [tuple(raw.split("|")) for raw in elements if _PLAIN.fullmatch(raw)]


def commonness(words: Iterable[str]) -> int:
    """Return how often one of some words stands in 10,000 words of reviews, roughly."""
    return sum(_COMMON.get(word, 3) for word in words)


def _step(raw: str, sets: Mapping[str, frozenset[str]]) -> Step:
    least, most = 1, 1
    if raw[-1] in _QUANTITY and len(raw) > 1:
        (least, most), raw = _QUANTITY[raw[-1]], raw[:-1]
    mark = "$|" if raw.startswith("$|") else ""
    terms = [_term(term, sets) for term in raw.removeprefix("$|").split("&")]
    words = terms[0][1] if len(terms) == 1 else next((w for _, w in terms if w is not None), None)
    tests = [test for test, _ in terms]
    if len(tests) == 1:
        return Step(tests[0], least, most, mark, words)
    return Step(lambda tokens, i: all(test(tokens, i) for test in tests), least, most, mark, words)


def _term(term: str, sets: Mapping[str, frozenset[str]]) -> tuple[Test, frozenset[str] | None]:
    denied = term.startswith("!")
    words: set[str] = set()
    classes: list[Test] = []
    for atom in term.removeprefix("!").split("|"):
        if atom.startswith("@"):
            if atom[1:] not in sets:
                raise PhraseError(f"there is no set {atom}")
            words |= sets[atom[1:]]
        elif atom.lstrip("=~").isupper() and atom != "I":
            classes.append(class_test(atom))
        elif atom:
            words.add(atom.lower())
        else:
            raise PhraseError(f"{term!r} has an empty alternative")
    known = frozenset(words)
    if not classes:
        return (
            (lambda tokens, i: tokens.lower[i] not in known)
            if denied
            else (lambda tokens, i: tokens.lower[i] in known),
            None if denied else known,
        )

    def test(tokens: Tokens, i: int) -> bool:
        return (tokens.lower[i] in known or any(each(tokens, i) for each in classes)) is not denied

    return test, None


def class_test(name: str) -> Test:
    """Return the test for a word class; raise PhraseError if there is none of that name."""
    if name in _SHAPES:
        return _SHAPES[name]
    from reviewlint.rules.wordclass import word_test  # the lexicon is loaded only where a class is named

    test = word_test(name)
    if test is None:
        raise PhraseError(f"there is no word class {name}")
    return lambda tokens, i: test(tokens.lower[i])


_SHAPES: dict[str, Test] = {
    "CAP": lambda tokens, i: tokens.capital(i),
    "LOW": lambda tokens, i: tokens.text[tokens.starts[i]].islower(),
    "ANY": lambda tokens, i: True,
    "NUMBER": lambda tokens, i: tokens.lower[i][0].isdigit(),
    "YEAR": lambda tokens, i: _YEAR.fullmatch(tokens.lower[i]) is not None,
    "GENITIVE": lambda tokens, i: tokens.lower[i].endswith("'s"),
    "HIDDEN": lambda tokens, i: tokens.lower[i] == HIDDEN,
}


def _anchor(steps: list[Step], text: str) -> tuple[int, tuple[int, int]]:
    """Return the step with the rarest words, of those that must stand, and the reach of those before it."""
    chosen, reach, best = -1, (0, 0), 0
    low = high = 0
    for index, step in enumerate(steps):
        if step.words and step.least and not step.mark:
            count = commonness(step.words)
            if chosen == -1 or count < best:
                chosen, reach, best = index, (low, high), count
        low, high = low + (0 if step.mark else step.least), high + step.most
    if chosen == -1:
        raise PhraseError(f"{text!r} names no word that must stand in it")
    return chosen, reach


def sets_of(table: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """Return the shared sets and a rule's own: words parted by blanks; @name takes in another set."""
    sets = dict(SHARED)
    for name, words in table.items():
        members: set[str] = set()
        for word in words.split():
            members |= sets[word[1:]] if word.startswith("@") else {word.lower()}
        sets[name] = frozenset(members)
    return sets
