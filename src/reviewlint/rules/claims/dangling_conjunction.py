"""`claims/dangling-conjunction`: a list or a pair whose last member is missing."""

from __future__ import annotations

from collections.abc import Iterator

from reviewlint.document.view import Kind
from reviewlint.finding import Finding
from reviewlint.rules.claims.frames import frames_of, gaps
from reviewlint.rules.claims.patterns import Pattern
from reviewlint.rules.context import Context

_LEAD = r"(?:^|[\s—–(“])(?P<span>(?:[\"“]?[\w’'&￼.-]+[\"”]?,?[\"”]? ){1,4}"
_STOP = r"(?:\s*(?:\.(?:[^\w.]|$))|\n\n|$)"
_FRAMES = frames_of(
    # "string, tape and."
    rf"{_LEAD}(?-i:and|or|nor|but)){_STOP}",
    # "with Ade and, and it shows"
    rf"{_LEAD}(?-i:and|or))\s*,\s(?-i:and|but|or)\s",
    rf"{_LEAD}(?-i:and|or))\s*\)(?:\W|$)",
    # "such as and", "ranging from and"
    r"\b(?P<span>(?:such as|namely|ranging from),? (?-i:and|or))\s",
    r"\b(?P<span>such as)\s*(?:[.!?]|$|\n\n|(?-i:and|or|but|is|are|was|were)\b)",
    r"(?P<span>[\w’'-]+,(?:\s+,|\s?\.))(?:[^.\w]|$)",
)
_SPACED_DOTS = Pattern(r"\s?\.\s?\.")
_BETWEEN = Pattern(r"(?i)\bbetween (?:[\w’'-]+ ){1,5}and$")
_AFTER_BUT = Pattern(
    r"(?i)\b(?:anything|nothing|everything|all|none|nobody|no[ -]one|anyone|everyone|anywhere|nowhere|last|first|ifs|"
    r"no|ands) but$"
)
_SET_PHRASE = Pattern(r"(?i)\b(?:and/or|either or|and and|and so and|but, \w+, but|(?:a|the|no|big|one) but)$")


def check(ctx: Context) -> Iterator[Finding]:
    """Yield a finding for each conjunction with nothing to join."""
    text = ctx.text
    for gap in gaps(text, _FRAMES):
        marked = text[gap.start : gap.end]
        low = marked.lower()
        if low.endswith("but") and _AFTER_BUT.search(marked):
            continue
        if _BETWEEN.search(text[max(0, gap.end - 60) : gap.end]) or _SPACED_DOTS.match(text, gap.end):
            continue
        if _SET_PHRASE.search(marked) or _continues_in_list(ctx, gap.end):
            continue
        yield ctx.finding(gap.start, gap.end)


def _continues_in_list(ctx: Context, at: int) -> bool:
    """Tell whether an "and" ends the last list item but one: "- a kettle, and", "- a cup"."""
    blocks = ctx.document.blocks
    index = next((i for i, block in enumerate(blocks) if block.end >= at), None)
    if index is None or at != blocks[index].end or not blocks[index].kind & Kind.LIST:
        return False
    if ":" in ctx.document.prose.text[blocks[index].start : at]:
        return False
    following = [bool(block.kind & Kind.LIST) for block in blocks[index + 1 : index + 3]]
    return following[:1] == [True] and following[1:] != [True]
