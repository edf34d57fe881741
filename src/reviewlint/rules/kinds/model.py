"""`kind = "model"`: what a language model says that the user runs, where the configuration names one.

`asks` is "wrong", words that do not fit and what should stand there, or "claims", names that the sentence gives a role,
which are held against the facts. Names that the facts or the draft establish, titles and other people's words are
never marked. Each finding has the name of the model for its finer code.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from reviewlint.document import Kind
from reviewlint.document.view import HIDDEN
from reviewlint.errors import nearest
from reviewlint.facts.compare.works import hold_name, roles_of
from reviewlint.facts.relations import Relation
from reviewlint.finding import Finding
from reviewlint.overlap import Overlaps
from reviewlint.reader import doubts_of, slips_of
from reviewlint.rules.anatomy import RuleInfo
from reviewlint.rules.context import Context
from reviewlint.rules.kinds.reader import places_of

if TYPE_CHECKING:
    from reviewlint.facts.known import Facts
    from reviewlint.second_opinion.answer import Opinion

DOUBTED = -1.0  # log odds from which the reader doubts a place, well below what any rule reports
LONGEST = 1_500  # characters of a paragraph that are asked about at once
_BLOCKS = Kind.PROSE | Kind.LIST
_DOUBTING = ("garbled", "grammar", "claims", "facts")  # groups whose findings make a sentence doubtful


def compile_rule(info: RuleInfo) -> Callable[[Context], Iterator[Finding]]:
    """Return a check that reports the opinions of one sort; raise ReviewlintError for a sort there is not."""
    sorts = {"wrong": _wrong, "claims": _claims}
    asks = str(info.keys["asks"])
    if asks not in sorts:
        raise info.error(f"A model is not asked for “{asks}”.", "asks", hint=nearest(asks, sorts))
    return sorts[asks]


def _wrong(ctx: Context) -> Iterator[Finding]:
    for said in ctx.opinions:
        if said.better is None or not _is_own_prose(ctx, said) or _names_somebody(ctx, said):
            continue
        perhaps = f"perhaps “{said.better}”" if said.better else "perhaps delete it"
        found = ctx.finding(said.start, said.end, replace=said.better or None, perhaps=perhaps, model=said.model)
        yield replace(found, code=said.model)


def _claims(ctx: Context) -> Iterator[Finding]:
    """Yield a finding for each name that is given a role of which the facts name everybody else."""
    work = ctx.facts.main
    for said in ctx.opinions:
        if said.claim is None or not _is_own_prose(ctx, said):
            continue
        relation, name = Relation(said.claim), ctx.document.prose.text[said.start : said.end]
        held = hold_name(name, relation, work)
        if not held.comparison.contradicts or not held.closed or held.fact is None or roles_of(name, work):
            continue
        known = " and ".join(str(fact.named.name) for fact in work.best(relation) if fact.named)
        found = ctx.finding(
            said.start,
            said.end,
            related=(held.fact.related(),),
            model=said.model,
            role=relation.label,
            known=known,
            name=name,
        )
        yield replace(found, code=said.model)


def _is_own_prose(ctx: Context, said: Opinion) -> bool:
    """Tell whether the rule reads all of a place: no title, code or quotation of somebody else."""
    return HIDDEN not in ctx.text[said.start : said.end] and bool(ctx.text[said.start : said.end].strip())


def _names_somebody(ctx: Context, said: Opinion) -> bool:
    """Tell whether a place holds a name that is known, or a proposal brings one that is not."""
    words = ctx.document.words
    first = bisect_left(words, (said.start,))
    own = [word.text for word in words[first : bisect_left(words, (said.end,), lo=first)]]
    if any(word[0].isupper() and ctx.vocabulary.knows(word) for word in own):
        return True
    brought = [word.strip(".,;:!?\"'“”‘’()") for word in (said.better or "").split()]
    return any(word[:1].isupper() and word.lower() not in {o.lower() for o in own} for word in brought[1:])


def claims_for(facts: Facts) -> tuple[str, ...]:
    """Return the roles that a model is asked about: those of which the facts name everybody."""
    relations = {fact.relation for fact in facts.main.facts if fact.named is not None and fact.relation.is_role}
    return tuple(sorted(each.value for each in relations if facts.main.is_closed(each)))


def doubted(ctx: Context, found: Iterable[Finding]) -> Iterator[tuple[int, int]]:
    """Yield the offsets of sentences in which a rule has found something, or the reader doubts a word."""
    to_source = ctx.document.prose.to_source
    told = Overlaps(f.span for f in found if f.rule.partition("/")[0] in _DOUBTING)
    words = sorted(_doubted_words(ctx))
    for sentence in ctx.document.sentences:
        if not ctx.document.blocks[sentence.block].kind & _BLOCKS:
            continue
        at = bisect_left(words, sentence.start)
        if (at < len(words) and words[at] < sentence.end) or told.meet(to_source(sentence.start, sentence.end)):
            yield sentence.start, sentence.end


def _doubted_words(ctx: Context) -> Iterator[int]:
    """Yield where the words start that the reader doubts."""
    if ctx.reading is None:
        return
    words = ctx.document.words
    yield from (
        words[doubt.first].start
        for doubt in doubts_of(ctx.document, ctx.reading, places_of(ctx))
        if doubt.odds >= DOUBTED
    )
    yield from (words[slip.word].start for slip, odds in slips_of(ctx.reading) if odds >= DOUBTED)


def paragraphs(ctx: Context) -> Iterator[tuple[int, int]]:
    """Yield the offsets of all paragraphs and list items; a long one is cut between sentences."""
    run: list[int] = []
    block = -1
    sentences: Sequence[tuple[int, int, int]] = ctx.document.sentences
    for start, end, index in sentences:
        if not ctx.document.blocks[index].kind & _BLOCKS:
            continue
        if run and (index != block or end - run[0] > LONGEST):
            yield run[0], run[1]
            run = []
        run = [run[0] if run else start, end]
        block = index
    if run:
        yield run[0], run[1]
