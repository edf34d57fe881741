"""Who made what, read from any wording: each name near a word for a role, weighed by the scorer."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from reviewlint.claims.claim import NameClaim
from reviewlint.claims.construction import Token, begin_of, constructions, cues, features, tokens_of
from reviewlint.claims.labels import read_labels
from reviewlint.claims.mentions import Mention, mentions_in
from reviewlint.claims.places import is_place
from reviewlint.claims.scope import names_another_work, speaks_of_this, tells_otherwise
from reviewlint.claims.scorer import probability
from reviewlint.document import Document, Kind
from reviewlint.facts.compare.works import compare_character, hold_name, work_titled
from reviewlint.facts.known import Facts
from reviewlint.facts.media import Medium
from reviewlint.facts.relations import Holds, Relation

R = Relation
# Of which medium a noun for a work as its maker's own speaks: “Ann Lee’s film”.
_OWN = {R.DIRECTOR: (Medium.FILM,), R.DEVELOPER: (Medium.GAME,), R.ARTIST: (Medium.ALBUM,), R.CREATOR: (Medium.SERIES,)}
_BOOKS = (Medium.BOOK, Medium.COMIC)
LIKELY = 0.5  # claims that are less likely are not told of at all


@lru_cache(maxsize=4)
def read_roles(document: Document, text: str, facts: Facts) -> tuple[NameClaim, ...]:
    """Return the credits of relations that the facts know, in order, each with its probability."""
    wanted = _wanted(facts)
    words = [word for word, meanings in cues().items() if any(wanted.keys() & set(one.relations) for one in meanings)]
    if not wanted:
        return ()
    found = list(read_labels(document, text, wanted))
    done = -1
    for start in document.starts_of(words):
        at = document.index_at(start)
        for index in (at, at + 1) if at is not None else ():  # the next one may answer to it
            if done < index < len(document.sentences):
                done = index
                if document.prose.kind_at(document.sentences[index].start) & Kind.FRONT:
                    continue  # what is told there is mostly of another work
                mentions = [one for one in mentions_in(text, document.sentences[index]) if _may_be_maker(one, facts)]
                found += _in_sentence(document, text, index, mentions, facts) if mentions else ()
    return tuple(found)


def _wanted(facts: Facts) -> dict[Relation, Relation]:
    """Return, for the relation that a word means, the one that the facts of this work have for it."""
    main = facts.main
    wanted: dict[Relation, Relation] = {
        relation: relation for relation in R if relation.is_role and main.get(relation) and relation is not R.ACTOR
    }
    if R.ARTIST in wanted and main.medium is not Medium.ALBUM:
        wanted.setdefault(R.ILLUSTRATOR, R.ARTIST)  # the artist of a game drew it
    if main.medium in _BOOKS and R.AUTHOR in wanted:
        wanted[R.WRITER] = R.AUTHOR
    elif main.works(R.IS_BASED_ON) and main.works(R.IS_BASED_ON)[0].get(R.AUTHOR):
        wanted.setdefault(R.AUTHOR, R.AUTHOR)
    return wanted


def _may_be_maker(mention: Mention, facts: Facts) -> bool:
    """Tell whether a name can be that of somebody who made the work: no place, no title, nobody in it."""
    if is_place(mention.name) or work_titled(mention.name, facts) is not None:
        return False
    characters = [character for fact in facts.main.get(R.ACTOR) if fact.named for character in fact.named.characters]
    return not any(compare_character(mention.name, character).agrees for character in characters)


def _in_sentence(
    document: Document, text: str, index: int, mentions: list[Mention], facts: Facts
) -> Iterator[NameClaim]:
    sentence = document.sentences[index]
    tokens = tokens_of(text, begin_of(document, index), sentence.end, mentions)
    first = next(place for place, token in enumerate(tokens) if token.start >= sentence.start)
    best: dict[tuple[int, Relation], tuple[float, int]] = {}
    wanted = _wanted(facts)
    for name, cue in constructions(tokens, first):
        for sort, relations in cues()[tokens[cue].word]:
            for relation in relations:
                if relation in wanted and _fits(tokens[name], sort, relation, facts):
                    key = tokens[name].mention, relation
                    likely = probability(features(tokens, name, cue, sort))
                    best[key] = max(best.get(key, (0.0, 0)), (likely, max(tokens[name].start, tokens[cue].start)))
    if _is_of_another(document, index, facts) or tells_otherwise(document, text, sentence):
        return
    for (at, relation), (likely, end) in sorted(best.items()):
        mention = mentions[at]
        if likely >= LIKELY and speaks_of_this(document, sentence, end, facts):
            based_on = relation is R.AUTHOR and facts.main.medium not in _BOOKS
            if based_on and any(
                hold_name(mention.name, one, facts.main).comparison.agrees for one in (R.WRITER, R.DIRECTOR)
            ):
                continue  # of the film that has such an author
            yield NameClaim(wanted[relation], mention.name, mention.start, mention.end, based_on, likely)


def _is_of_another(document: Document, index: int, facts: Facts) -> bool:
    """Tell whether a sentence, or the one before it, holds the title of another work and none of this one."""
    sentence = document.sentences[index]
    if names_another_work(document, sentence, facts, sentence.end):
        return True
    before = document.sentences[max(0, index - 1)]
    return before.block == sentence.block and names_another_work(document, before, facts, before.end)


def _fits(name: Token, sort: str, relation: Relation, facts: Facts) -> bool:
    """Tell whether a word can speak of a relation of this work, and a name of it."""
    if sort == "work" and facts.main.medium not in _OWN.get(relation, ()):
        return False
    return name.shape == "N" or relation.holds is Holds.COMPANIES or relation in (R.DEVELOPER, R.ARTIST)
