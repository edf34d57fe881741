"""A full name that is one letter, or a little more, off one that the facts know: “Inez Calder” for Ines Calder."""

from __future__ import annotations

from collections.abc import Iterator

from reviewlint.claims.mentions import Mention, mentions_in
from reviewlint.facts.compare.names import compare_named
from reviewlint.facts.compare.verdict import SLIPS
from reviewlint.facts.relations import Relation
from reviewlint.facts.values import Named
from reviewlint.rules.context import Context


def by_facts(ctx: Context) -> Iterator[tuple[int, tuple[str, str]]]:
    """Yield where a name of two words and more is misspelt, what is written there, and how it should be."""
    known = _known(ctx)
    if not known:
        return
    starts = {name.split()[0][:1] for named in known for name in named.names}
    text = ctx.document.prose.masked(ctx.info.reads)
    for sentence in ctx.document.sentences:
        for mention in mentions_in(text, sentence):
            if " " in mention.name and mention.name[0] in starts and (right := _right(mention, known)) is not None:
                yield _word(mention, right)


def _known(ctx: Context) -> list[Named]:
    facts = ctx.facts.main.named() if ctx.facts else ()
    found = []
    for fact in facts:
        if fact.named is not None and fact.relation is not Relation.REVIEWER:
            found += [fact.named, *fact.named.characters]
    return found


def _right(mention: Mention, known: list[Named]) -> str | None:
    """Return the known name that a mention is a slip for; None where it is somebody's real name, or nobody's."""
    held = [compare_named(mention.name, named) for named in known]
    if any(one.agrees and one.reason not in SLIPS for one in held):
        return None
    near = {one.against for one in held if one.agrees}
    right = near.pop() if len(near) == 1 else None
    return right if right is not None and len(right.split()) == len(mention.name.split()) else None


def _word(mention: Mention, right: str) -> tuple[int, tuple[str, str]]:
    """Return the place of the one word that differs, or of the whole name."""
    words, others = mention.name.split(" "), right.split(" ")
    differing = [at for at, pair in enumerate(zip(words, others, strict=True)) if pair[0] != pair[1]]
    if len(differing) != 1:
        return mention.start, (mention.name, right)
    at = differing[0]
    return mention.start + len(" ".join(words[:at])) + bool(at), (words[at], others[at])
