"""`kind = "phrase"`: phrases of words and word classes, in the notation of `reviewlint.rules.notation`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial

from reviewlint.cache.tables import remembered
from reviewlint.finding import Finding
from reviewlint.rules.anatomy import RuleInfo
from reviewlint.rules.context import Context
from reviewlint.rules.notation import PhraseError, commonness, read_phrase, sets_of, words_needed
from reviewlint.rules.phrases import Match, Phrase, replacement
from reviewlint.rules.tokens import Tokens, tokens_of
from reviewlint.rules.wording import is_name


def compile_rule(info: RuleInfo) -> Callable[[Context], Iterator[Finding]]:
    """Return a check for the rule's `phrases`, less those that a phrase of `unless` overlaps.

    Of matches that overlap, the first wins, and of those the longest. What has a capital within a sentence is
    a name or a title, and left alone, as is a name at the head of a sentence that the facts establish.
    """
    phrases = _finder(info, "phrases")
    exceptions = _finder(info, "unless")

    def check(ctx: Context) -> Iterator[Finding]:
        tokens = tokens_of(ctx.text)
        found = list(phrases(tokens))
        if not found:
            return
        excused = [match for match, _ in exceptions(tokens)]
        found.sort(key=lambda item: (item[0].first, -item[0].last))
        end = -1
        for match, phrase in found:
            if match.first <= end or any(_overlap(match, other) for other in excused):
                continue
            if is_name(ctx, tokens, match.first, match.last):
                continue
            end = match.last
            yield ctx.finding(
                tokens.starts[match.first],
                tokens.ends[match.last],
                replace=replacement(phrase, match, tokens),
            )

    return check


def _overlap(match: Match, other: Match) -> bool:
    return match.first <= other.last and other.first <= match.last


def _finder(info: RuleInfo, key: str) -> Callable[[Tokens], Iterator[tuple[Match, Phrase]]]:
    """Return what finds the phrases under a key. One is read only when a draft has words that must stand in it."""
    texts: list[str] = info.keys.get(key, [])
    needs, index = remembered(("words of phrases", *texts), lambda: _words_of(texts))
    sets = cache(partial(_sets, info))
    read = cache(lambda number: _read(info, key, number, sets()))

    def find(tokens: Tokens) -> Iterator[tuple[Match, Phrase]]:
        places = tokens.places
        numbers = {number for word in index.keys() & places.keys() for number in index[word]}
        for number in sorted(numbers.union(index.get("", ()))):
            if all(any(word in places for word in words) for words in needs[number]):
                phrase = read(number)
                for match in phrase.search(tokens):
                    yield match, phrase

    return find


def _words_of(texts: list[str]) -> tuple[list[list[tuple[str, ...]]], dict[str, list[int]]]:
    """Return the lists of words that each phrase needs, and by each word of the rarest list the phrases to look for."""
    needs = [words_needed(text) for text in texts]
    index: dict[str, list[int]] = {}
    for number, lists in enumerate(needs):
        for word in min(lists, key=commonness, default=("",)):
            index.setdefault(word, []).append(number)
    return needs, index


def verify(info: RuleInfo) -> None:
    """Read all phrases of a rule; raise ReviewlintError, with its line, for one that cannot be read."""
    sets = _sets(info)
    for key in ("phrases", "unless"):
        for number in range(len(info.keys.get(key, ()))):
            _read(info, key, number, sets)


def _sets(info: RuleInfo) -> dict[str, frozenset[str]]:
    try:
        return sets_of(info.keys.get("sets", {}))
    except KeyError as error:
        raise info.error(f"There is no set @{error.args[0]}.", "sets") from None


def _read(info: RuleInfo, key: str, number: int, sets: Mapping[str, frozenset[str]]) -> Phrase:
    text: str = info.keys[key][number]
    try:
        phrase = read_phrase(text, sets)
    except PhraseError as error:
        raise info.error(f"The phrase “{text}” cannot be read: {error}.", key, number) from None
    if key == "phrases" and phrase.replace is None and "{replace}" in info.message:
        hint = "Write what belongs there after ->."
        raise info.error(f"The message tells what to write, but “{text}” does not.", key, number, hint=hint)
    return phrase
