"""`kind = "engine"`: what the engines under `engines` say, as far as the rule's file lets them speak.

`categories` and `codes` give an engine's categories and rules a severity or "off"; a code goes over its category, and
what neither names is off. A star in a code stands for anything; a code without goes over it. A code may have a table in
place of its severity: `say` and what was measured of it. `safe` lists the codes whose first replacement is a safe fix;
other fixes are unsafe.
Names that the facts or the draft establish, accepted words, titles and other people's words are never marked.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping
from fnmatch import fnmatchcase

from reviewlint.engines import Match
from reviewlint.errors import nearest
from reviewlint.finding import Edit, Finding, Fix, Safety, Severity, Span
from reviewlint.lexicon.words import is_word
from reviewlint.rules.anatomy import RuleInfo
from reviewlint.rules.context import Context

_OFF = "off"
_SAID = ("off", *(severity.value for severity in Severity))


def compile_rule(info: RuleInfo) -> Callable[[Context], Iterator[Finding]]:
    """Return a check that reports the engine's matches; raise ReviewlintError for a severity there is not."""
    categories, codes = _severities(info, "categories"), _severities(info, "codes")
    safe = frozenset(info.keys.get("safe", ()))

    def check(ctx: Context) -> Iterator[Finding]:
        for match in ctx.matches:
            severity = _severity(match, categories, codes, ctx.options)
            if severity == _OFF or _is_hidden(ctx, match):
                continue
            span = _less_names(ctx, match.span)
            if span is None:
                continue
            fix = _fix(ctx, match, Safety.SAFE if match.code in safe else Safety.UNSAFE)
            message = info.message.format(match=ctx.document.source.text[span.start : span.end], said=_said(match))
            yield Finding(info.name, span, message, Severity(severity), fix, code=match.code)

    return check


def _severities(info: RuleInfo, key: str) -> dict[str, str]:
    """Return the severity or "off" of each name in a table of the rule's file; raise ReviewlintError for any other."""
    found = {}
    for name, value in info.keys.get(key, {}).items():
        found[name] = str(value.get("say") if isinstance(value, dict) else value)
        if found[name] not in _SAID:
            raise info.error(f"“{found[name]}” of {name} is no severity.", key, name, hint=nearest(str(value), _SAID))
    return found


def _severity(
    match: Match, categories: Mapping[str, str], codes: Mapping[str, str], options: Mapping[str, list[str]]
) -> str:
    """Return the severity of a match, or "off": by the user's choice, else by its code, else by its category."""
    given = codes.get(match.code) or _starred(match.code, codes) or categories.get(match.category, _OFF)
    only, enable, disable = (options.get(name, []) for name in ("only", "enable", "disable"))
    if match.code in disable or (only and match.code not in only):
        return _OFF
    if given == _OFF and match.code in (*enable, *only):
        return Severity.WARNING.value
    return given


def _starred(code: str, codes: Mapping[str, str]) -> str | None:
    """Return what the first name with a star says of a code that it takes in."""
    return next((given for name, given in codes.items() if "*" in name and fnmatchcase(code, name)), None)


def _is_hidden(ctx: Context, match: Match) -> bool:
    """Tell whether a match touches what the rule does not read (titles, code, quotations), or has markup within."""
    start, end = _shown(ctx, match.span)
    if not ctx.document.is_exact(start, end):
        return True
    view, read = ctx.document.prose.text[start:end], ctx.text[start:end]
    return not read.strip() or read != view


def _shown(ctx: Context, span: Span) -> tuple[int, int]:
    """Return the view offsets of what shows a source span; both are the same where nothing of it is shown."""
    view = ctx.document.prose
    offsets = range(len(view.text))  # the view is in the source's order, so it can be searched by halves
    start = bisect_left(offsets, True, key=lambda at: view.to_source(at, at + 1).end > span.start)
    end = bisect_left(offsets, True, lo=start, key=lambda at: view.to_source(at, at + 1).start >= span.end)
    return start, end


def _less_names(ctx: Context, span: Span) -> Span | None:
    """Return a span without the known names at its ends, or None where nothing else is in it."""
    start, end = _shown(ctx, span)
    words = ctx.document.words
    touched = words[bisect_right(words, start, key=lambda w: w.end) : bisect_left(words, end, key=lambda w: w.start)]
    own = [word for word in touched if not _is_name(ctx, word.text)]
    if len(own) == len(touched):
        return span
    if not own:
        return None
    kept = ctx.document.prose.to_source(own[0].start, own[-1].end)
    return Span(max(span.start, kept.start), min(span.end, kept.end))


def _is_name(ctx: Context, word: str) -> bool:
    """Tell whether a word is accepted, or a name of the facts: in its capitals, or in any if it is accepted in none.

    A plain word of English that a title happens to hold is no name.
    """
    if not ctx.vocabulary.knows(word) and not ctx.vocabulary.knows(word.lower()):
        return False
    return word[0].isupper() or not is_word(word)


def _fix(ctx: Context, match: Match, safety: Safety) -> Fix | None:
    """Return the fix of a match with one replacement, unless it would change a known name or lose markup."""
    if len(match.replacements) != 1:
        return None
    old, new = ctx.document.source.text[match.span.start : match.span.end], match.replacements[0]
    if ctx.vocabulary.would_lose(old, new):
        return None
    return Fix(new or "remove", safety, (Edit(match.span, new),))


def _said(match: Match) -> str:
    """Return an engine's message with what it proposes, where its message does not say that."""
    named = [each for each in match.replacements[:3] if each and each not in match.message]
    return match.message if not named else f"{match.message} Perhaps: {', '.join(f'“{each}”' for each in named)}."
