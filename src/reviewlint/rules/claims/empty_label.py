"""`claims/empty-label`: a label in a list of facts whose value is missing: "Price:"."""

from __future__ import annotations

from collections.abc import Iterator

from reviewlint.document import Block
from reviewlint.document.view import Kind
from reviewlint.finding import Finding
from reviewlint.rules.claims.frames import frames_of, gaps
from reviewlint.rules.claims.patterns import Pattern
from reviewlint.rules.claims.words import any_of
from reviewlint.rules.context import Context

_LABEL = any_of(
    "directors?|writers?|authors?|artists?|developers?|publishers?|studio|record label|cast|starring|composer|music|"
    "runtime|running time|length|duration|pages|year|release date|released|published|price|rating|score|our score|"
    "verdict|platforms?|genre|format|weight|dimensions|size|colou?rs?|battery life|country|language|network|seasons|"
    "episodes|tracks|imdb|metacritic|rotten tomatoes|goodreads|isbn|address|opening hours|players|engine"
)
# "Director: Runtime: 90 minutes", two lines in one paragraph
_IN_ROW = frames_of(rf"(?:^|\n)(?P<span>{_LABEL}(?: \([a-z ]+\))?:)[ \t]*(?:\n[ \t]*)?{_LABEL}:\s*\S")
_BARE = Pattern(r"[A-Z][\w’'/&-]*(?: [\w’'/&-]+){0,3}:\s*$")
_FILLED = Pattern(r"[A-Z][\w’'/&-]*(?: [\w’'/&-]+){0,3}:\s*\S")
_VALUE_LABEL = Pattern(rf"(?i){_LABEL}(?: [\w’'-]+){{0,2}}:\s*$")


def check(ctx: Context) -> Iterator[Finding]:
    """Yield a finding for each label without a value among labels that have one."""
    text = ctx.text
    blocks = ctx.document.blocks
    for index, block in enumerate(blocks):
        if text[block.end - 1 : block.end].isspace() or text[block.start : block.end].rstrip()[-1:] != ":":
            continue
        in_list = bool(block.kind & Kind.LIST)
        bare = _BARE if in_list else _VALUE_LABEL
        if block.kind & (Kind.LIST | Kind.PROSE) and bare.fullmatch(text[block.start : block.end]):
            beside = (*blocks[max(0, index - 1) : index], *blocks[index + 1 : index + 2])
            if any(other.kind == block.kind and _is_filled(text, other) for other in beside):
                yield ctx.finding(block.start, block.end)
    for gap in gaps(text, _IN_ROW):
        yield ctx.finding(gap.start, gap.end)


def _is_filled(text: str, block: Block) -> bool:
    """Tell whether a block is a label with its value."""
    return bool(_FILLED.match(text, block.start, block.end))
