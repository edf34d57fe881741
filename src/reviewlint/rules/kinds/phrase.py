"""`kind = "phrase"`: phrases of words and word classes, in the notation of `reviewlint.rules.notation`."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from reviewlint.finding import Finding
from reviewlint.rules.anatomy import RuleInfo
from reviewlint.rules.context import Context
from reviewlint.rules.notation import PhraseError, read_phrase, sets_of
from reviewlint.rules.phrases import Match, Phrase, replacement
from reviewlint.rules.tokens import Tokens, tokens_of


def compile_rule(info: RuleInfo) -> Callable[[Context], Iterator[Finding]]:
    """Return a check for the rule's `phrases`, less those that a phrase of `unless` overlaps.

    Of matches that overlap, the first wins, and of those the longest. What has a capital within a sentence is
    a name or a title, and left alone, as is a name at the head of a sentence that the facts establish.
    """
    phrases = _read(info, "phrases")
    exceptions = _read(info, "unless")

    def check(ctx: Context) -> Iterator[Finding]:
        tokens = tokens_of(ctx.text)
        found = [(match, phrase) for phrase in phrases for match in phrase.search(tokens)]
        if not found:
            return
        excused = [match for phrase in exceptions for match in phrase.search(tokens)]
        found.sort(key=lambda item: (item[0].first, -item[0].last))
        end = -1
        for match, phrase in found:
            if match.first <= end or any(_overlap(match, other) for other in excused):
                continue
            if _is_name(ctx, tokens, match):
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


def _is_name(ctx: Context, tokens: Tokens, match: Match) -> bool:
    return any(
        tokens.capital(i)
        and not tokens.lower[i].startswith("i'")
        and tokens.lower[i] != "i"
        and (not tokens.starts_sentence(i) or ctx.vocabulary.knows(tokens.word(i)))
        and not (tokens.word(i).isupper() and len(tokens.word(i)) > 1)
        for i in range(match.first, match.last + 1)
    )


def _read(info: RuleInfo, key: str) -> list[Phrase]:
    """Return the phrases under a key; raise ReviewlintError, with its line, for one that cannot be read."""
    try:
        sets = sets_of(info.keys.get("sets", {}))
    except KeyError as error:
        raise info.error(f"There is no set @{error.args[0]}.", "sets") from None
    phrases = []
    for number, text in enumerate(info.keys.get(key, ())):
        try:
            phrases.append(read_phrase(text, sets))
        except PhraseError as error:
            raise info.error(f"The phrase “{text}” cannot be read: {error}.", key, number) from None
        if key == "phrases" and phrases[-1].replace is None and "{replace}" in info.message:
            hint = "Write what belongs there after ->."
            raise info.error(f"The message tells what to write, but “{text}” does not.", key, number, hint=hint)
    return phrases
