"""`claims/cut-off-ending`: a paragraph that stops in the middle of a sentence."""

from __future__ import annotations

from collections.abc import Iterator

from reviewlint.document.view import Kind
from reviewlint.finding import Finding
from reviewlint.rules.claims.stranding import may_be_stranded, tokens_between
from reviewlint.rules.context import Context

# No sentence ends in one of these, unless its object or complement went before.
_OPEN = frozenset(
    "of for with from at into upon among against during toward towards without despite via onto about by "
    "than as is are was were very because although unless whether whose".split()
)
_NEVER = frozenset(
    "of with into upon among during despite via onto about than because although unless whether whose".split()
)
_BE = ("is", "are", "was", "were")
_PRONOUNS = ("it", "he", "she", "they", "we", "you", "i", "this", "that", "there")  # "as good as they are"
_ASKED = frozenset("what who which how where why when that than as whatever there here".split())
_ASKS_WITHIN = 12  # words before a final “is” in which one of these may ask for it
_LEAST_WORDS = 8
_LEAST_BEFORE_COMMA = 4
_SHOWN = 5  # words that the span holds


def check(ctx: Context) -> Iterator[Finding]:
    """Yield a finding for each paragraph without a final stop that ends in a word no sentence ends in."""
    text = ctx.text
    blocks = ctx.document.blocks
    for index, block in enumerate(blocks):
        end = block.start + len(text[block.start : block.end].rstrip())
        if not block.kind & (Kind.PROSE | Kind.LIST) or end == block.start:
            continue
        if text[end - 1] == "," and block.kind & Kind.PROSE:
            sentence = max(text.rfind(mark, block.start, end) for mark in ".!?")
            if text[max(block.start, sentence) : end].count(" ") >= _LEAST_BEFORE_COMMA and not _goes_on(ctx, index):
                yield ctx.finding(max(block.start, text.rfind(" ", block.start, end - 12) + 1), end)
            continue
        if not text[end - 1].isalpha():
            continue
        if text[block.start : end].rpartition(" ")[2].lower() not in _OPEN or _goes_on(ctx, index):
            continue
        tokens = tokens_between(text, block.start, end)
        if tokens[-1].low in _BE and len(tokens) > 1 and tokens[-2].low in _PRONOUNS:
            continue
        sure = tokens[-1].low in _NEVER or (
            tokens[-1].low in _BE and not _ASKED & {t.low for t in tokens[-_ASKS_WITHIN:]}
        )
        if len(tokens) < _LEAST_WORDS or (not sure and may_be_stranded(ctx, end)):
            continue
        yield ctx.finding(tokens[-min(_SHOWN, len(tokens))].start, end)


def _goes_on(ctx: Context, index: int) -> bool:
    """Tell whether what follows a block may complete its sentence: a list, a quotation, a lower-case line."""
    if index + 1 == len(ctx.document.blocks):
        return False
    following = ctx.document.blocks[index + 1]
    if following.kind & Kind.LIST and ctx.document.blocks[index].kind & Kind.LIST:
        return False
    if ctx.document.prose.text.startswith(("{", "<"), following.start):
        return True  # a tag of a site generator
    return not following.kind & (Kind.PROSE | Kind.HEADING) or ctx.document.prose.text[following.start].islower()
