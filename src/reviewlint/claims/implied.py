"""Credits that no word for a role says: “Mia Lee's *Paper Boats*”, a stranger among the writers, an author's surname.

What a title belongs to is its maker; a list of names of which the others all have one role is of that role; and who bears
the surname of the author, where the author is not named, is taken for the author.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reviewlint.claims.claim import NameClaim
from reviewlint.claims.mentions import Mention, mentions_in
from reviewlint.claims.scope import says_otherwise
from reviewlint.document import Document, Sentence
from reviewlint.facts.compare.folding import fold
from reviewlint.facts.compare.works import hold_name, roles_of, work_titled
from reviewlint.facts.known import Facts
from reviewlint.facts.media import Medium
from reviewlint.facts.relations import Holds, Relation
from reviewlint.lexicon import entry

R = Relation
_MAKER = {
    Medium.FILM: R.DIRECTOR, Medium.BOOK: R.AUTHOR, Medium.COMIC: R.AUTHOR, Medium.ALBUM: R.ARTIST,
    Medium.GAME: R.DEVELOPER, Medium.SERIES: R.CREATOR,
}  # fmt: skip
_LISTED = (R.DIRECTOR, R.WRITER, R.AUTHOR, R.COMPOSER, R.PRODUCER, R.EDITOR, R.CREATOR, R.ILLUSTRATOR, R.TRANSLATOR)
_GAP = re.compile(r"(?:, (?:and )?| and | & )")
_BEFORE_TITLE = re.compile(r"['’]s? [“\"‘']?")
_FAMILY = re.compile(
    r"\b(?:brother|sister|wife|husband|widow|son|daughter|father|mother|cousin|uncle|aunt|nephew|niece|family|unrelated"
    r"|no relation|namesake|same name|married)\b",
    re.IGNORECASE,
)
_BY_TITLE, _BY_LIST, _BY_SURNAME = 0.8, 0.95, 0.8  # how likely such a credit is meant
_SHORTEST = 4  # letters of a title that stands for the work


def read_implied(document: Document, text: str, facts: Facts) -> Iterator[NameClaim]:
    """Yield the credits that are implied, of relations that the facts know, in no order."""
    if not any(facts.main.get(relation) for relation in (*_LISTED, *_MAKER.values())):
        return
    family = list(_surnames(document, facts))
    maker = _MAKER.get(facts.main.medium)
    known = maker is not None and facts.main.get(maker)
    titles = [one for one in facts.main.titles if len(one) >= _SHORTEST and one in text] if known else []
    for sentence in document.sentences:
        mentions = list(mentions_in(text, sentence))
        if len(mentions) > 2:
            yield from _by_list(text, mentions, facts)
        if maker is not None and titles:
            yield from _by_title(text, sentence, mentions, maker, titles)
        for relation, surname in family:
            yield from _by_surname(text, sentence, mentions, relation, surname, facts)


def _by_title(
    text: str, sentence: Sentence, mentions: Sequence[Mention], maker: Relation, titles: list[str]
) -> Iterator[NameClaim]:
    for one in mentions:
        owner = re.split(r"['’]s ", one.name)[0]  # “Mia Lee’s Paper Boats” may be one mention
        gap = _BEFORE_TITLE.match(text, one.start + len(owner), sentence.end)
        if gap is None or not (" " in owner or maker in (R.ARTIST, R.DEVELOPER)):
            continue
        if any(text.startswith(title, gap.end()) for title in titles):
            yield NameClaim(maker, owner, one.start, one.start + len(owner), likely=_BY_TITLE)


def _by_list(text: str, mentions: Sequence[Mention], facts: Facts) -> Iterator[NameClaim]:
    """Yield a list of names in which everybody but one has one role."""
    at = 0
    while at < len(mentions):
        end = at + 1
        while end < len(mentions) and _GAP.fullmatch(text, mentions[end - 1].end, mentions[end].start):
            end += 1
        names = mentions[at:end]
        for relation in _LISTED if len(names) > 2 else ():
            strangers = [one for one in names if not hold_name(one.name, relation, facts.main).comparison.agrees]
            if len(strangers) == 1 and " " in strangers[0].name and not roles_of(strangers[0].name, facts.main):
                yield from (NameClaim(relation, one.name, one.start, one.end, likely=_BY_LIST) for one in names)
        at = end


def _surnames(document: Document, facts: Facts) -> Iterator[tuple[Relation, str]]:
    """Yield the surnames of those who made the work alone, and are not named in full."""
    words = document.word_starts
    for relation in dict.fromkeys(_MAKER.values()):
        known = facts.main.best(relation)
        named = known[0].named if len(known) == 1 else None
        parts = fold(named.name).split() if named and relation.holds is not Holds.COMPANIES else []
        if len(parts) > 1 and parts[0] not in words and len(parts[-1]) > 3:
            yield relation, parts[-1]


def _by_surname(
    text: str, sentence: Sentence, mentions: Sequence[Mention], relation: Relation, surname: str, facts: Facts
) -> Iterator[NameClaim]:
    for one in mentions:
        words = fold(one.name).split()
        if (
            len(words) != 2
            or words[-1] != surname
            or not _is_given(one.name.split()[0])
            or roles_of(one.name, facts.main)
            or work_titled(one.name, facts)
        ):
            continue
        if not _FAMILY.search(text, sentence.start, sentence.end) and not says_otherwise(text, sentence):
            yield NameClaim(relation, one.name, one.start, one.end, likely=_BY_SURNAME)


def _is_given(word: str) -> bool:
    """Tell whether a word may be a first name, and not one that only opens a sentence: “Redeeming Quint, though, …”."""
    found = entry(word)
    return found is None or found.capital > 0.6
