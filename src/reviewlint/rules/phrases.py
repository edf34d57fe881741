"""Where a phrase (see `reviewlint.rules.notation`) stands among the words of a draft."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from reviewlint.rules.tokens import Tokens

Test = Callable[[Tokens, int], bool]
State = tuple[int, int, bool]  # a step, a token, and whether the gap before it has been dealt with

SLOT = re.compile(r"\{(\w+)(?:\.(\w+))?\}")  # {2}, {v.ing}


class Step(NamedTuple):
    """One element: a condition on a word, and how often it may stand; or a mark between words."""

    test: Test | None
    least: int
    most: int
    mark: str = ""
    words: frozenset[str] | None = None  # where it is a plain list of words


class Match(NamedTuple):
    """Where a phrase stands: token indexes of the marked words (last one included), and of each element."""

    first: int
    last: int
    begin: int
    end: int
    groups: tuple[tuple[int, int], ...]  # half-open token ranges, one for each element that stands for words


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase made ready; `replace` is its template, if it has one."""

    steps: tuple[Step, ...]
    opening: int  # steps before the marked part
    closing: int  # steps up to its end
    replace: str | None
    names: dict[str, int]  # of elements: by name and by number, to their place in `Match.groups`
    anchor: int  # the step that is looked up
    reach: tuple[int, int]  # how many words the steps before the anchor can take

    def search(self, tokens: Tokens) -> Iterator[Match]:
        """Yield the places where this phrase stands, in no special order."""
        words = self.steps[self.anchor].words
        assert words is not None
        low, high = self.reach
        failed: set[State] = set()
        for place in tokens.at(words & tokens.places.keys()):
            for begin in range(place - low, place - high - 1, -1):
                if begin < 0:
                    break
                found = self._match(tokens, begin, failed)
                if found is not None:
                    yield found
                    break

    def _match(self, tokens: Tokens, begin: int, failed: set[State]) -> Match | None:
        places = _run(self.steps, 0, tokens, begin, True, failed)
        if places is None:
            return None
        marks = [at for at in places[self.opening : self.closing] if at[1] > at[0]]
        first = marks[0][0] if marks else begin
        last = marks[-1][1] - 1 if marks else begin
        groups = tuple(at for at, step in zip(places, self.steps, strict=True) if step.test is not None)
        return Match(first, last, begin, places[-1][1], groups)


def _run(
    steps: tuple[Step, ...], index: int, tokens: Tokens, at: int, free: bool, failed: set[State]
) -> list[tuple[int, int]] | None:
    """Return the token range of each step from `index` on, matched from token `at`, or None.

    `free` tells that the gap before token `at` has been dealt with. What has failed once is not tried again, so the
    time grows with the words and the steps, and not with the ways to share words out among them.
    """
    if index == len(steps):
        return []
    state = (index, at, free)
    if state in failed:
        return None
    step = steps[index]
    if step.mark and (step.mark != "$|" or tokens.pause(at)):
        found = _past_mark(steps, index, tokens, at, free, failed)
    else:
        found = _past_words(steps, index, tokens, at, free, failed)
    if found is None:
        failed.add(state)
    return found


def _past_mark(
    steps: tuple[Step, ...], index: int, tokens: Tokens, at: int, free: bool, failed: set[State]
) -> list[tuple[int, int]] | None:
    mark = steps[index].mark
    if mark != "$|":
        if not _mark_holds(mark, tokens, at):
            return None
        free = free or mark in ";,^" or "," in tokens.gap(at)
    rest = _run(steps, index + 1, tokens, at, free, failed)
    return None if rest is None else [(at, at), *rest]


def _past_words(
    steps: tuple[Step, ...], index: int, tokens: Tokens, at: int, free: bool, failed: set[State]
) -> list[tuple[int, int]] | None:
    step = steps[index]
    for taken in range(_count(step, tokens, at, free), step.least - 1, -1):
        rest = _run(steps, index + 1, tokens, at + taken, free and taken == 0, failed)
        if rest is not None:
            return [(at, at + taken), *rest]
    return None


def _count(step: Step, tokens: Tokens, at: int, free: bool) -> int:
    """Return how many words from `at` on a step can take."""
    count, size = 0, len(tokens)
    assert step.test is not None
    while (
        count < step.most
        and at + count < size
        and ((free and count == 0) or tokens.near[at + count])
        and step.test(tokens, at + count)
    ):
        count += 1
    return count


def _mark_holds(mark: str, tokens: Tokens, at: int) -> bool:
    if mark in "^$":
        return tokens.pause(at)
    gap = tokens.gap(at)
    if mark == ",":
        return gap == ", " or gap.strip(" ") == ","
    if mark == ",?":
        return gap.strip() in ("", ",")
    return not any(c in ".!?\n" for c in gap.strip(" "))


def replacement(phrase: Phrase, match: Match, tokens: Tokens) -> str | None:
    """Return what the phrase's template puts in place of the marked words, or None without one."""
    if phrase.replace is None:
        return None

    def fill(slot: re.Match[str]) -> str:
        begin, end = match.groups[phrase.names[slot[1]]]
        words = tokens.text[tokens.starts[begin] : tokens.ends[end - 1]] if end > begin else ""
        if not slot[2] or not words:
            return words
        from reviewlint.rules.wordclass import form_of

        return form_of(words, slot[2])

    curly = tokens.text.count("’") > tokens.text.count("'")
    template = phrase.replace.replace("'", "’") if curly else phrase.replace
    text = " ".join(SLOT.sub(fill, template).split())
    first = tokens.word(match.first)
    if first.isupper() and len(first) > 1:
        text = text.upper()
    elif first[0].isupper() and first != "I":
        text = text[:1].upper() + text[1:]
    return text
