"""Examples for the scorer of credits: a name, a word for a role near it, and whether the name has that role."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from claims.who_is_who import NAME
from reviewlint.claims.construction import Token, begin_of, constructions, cues, features, tokens_of
from reviewlint.claims.mentions import mentions_in
from reviewlint.document import Document, Source, parse
from reviewlint.facts.compare.names import compare_names
from reviewlint.facts.gather import facts_of
from reviewlint.facts.relations import Relation

# Of a name that is mostly one of these, the other is not denied: directors write, writers direct and produce.
TOGETHER = ({"director", "writer"}, {"director", "producer"}, {"writer", "producer"}, {"writer", "author"},
            {"director", "creator"}, {"writer", "creator"}, {"actor", "producer"})  # fmt: skip
Knows = Callable[[str], set[str] | None]  # the roles of a name; None for a stranger


class Example(NamedTuple):
    """What the scorer sees, whether the role is the name's, and where it is from."""

    features: list[str]
    right: bool
    relation: str
    name: str
    source: str


def examples_of(document: Document, knows: Knows, source: str, *, strangers: bool = False) -> Iterator[Example]:
    """Yield the examples of a draft; names that are not known are left out unless `strangers`: they have no role."""
    text = document.prose.text
    for index, sentence in enumerate(document.sentences):
        mentions = list(mentions_in(text, sentence))
        if not mentions:
            continue
        tokens = tokens_of(text, begin_of(document, index), sentence.end, mentions)
        first = next(place for place, token in enumerate(tokens) if token.start >= sentence.start)
        for name, cue in constructions(tokens, first):
            roles = knows(tokens[name].word)
            if roles is None and not strangers:
                continue
            yield from _of_pair(tokens, name, cue, roles or set(), source)


def _of_pair(tokens: list[Token], name: int, cue: int, roles: set[str], source: str) -> Iterator[Example]:
    for sort, relations in cues()[tokens[cue].word]:
        wanted = {str(relation.value) for relation in relations}
        right = bool(wanted & roles)
        if not right and any({one, other} in TOGETHER for one in wanted for other in roles):
            continue
        yield Example(features(tokens, name, cue, sort), right, relations[0].value, tokens[name].word, source)


def of_reviews(texts: Iterable[str], roles: dict[str, str], source: str) -> Iterator[Example]:
    """Yield the examples of reviews by what the names in them mostly are."""
    for text in texts:
        if any(name in roles for name in re.findall(NAME, text)):
            document = parse(Source("review.txt", text))
            yield from examples_of(document, lambda name: {roles[name]} if name in roles else None, source)


def of_leads(path: Path) -> Iterator[Example]:
    """Yield the examples of leads with true credits."""
    kinds = {"directing": "director", "writing": "writer", "music": "musicBy"}
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        truth = {kinds[kind]: names for kind, names in record["truth"].items()}

        def knows(name: str, truth: dict[str, list[str]] = truth) -> set[str]:
            return {role for role, names in truth.items() if any(compare_names(name, one).agrees for one in names)}

        for example in examples_of(parse(Source("lead.txt", record["text"])), knows, "leads"):
            if example.relation in truth:
                yield example


def of_fronts(records: Iterable[dict[str, str]]) -> Iterator[Example]:
    """Yield the examples of reviews whose front matter says who did what."""
    for record in records:
        document = parse(Source.from_bytes(record["path"].rpartition("/")[2], record["text"].encode()))
        facts = facts_of(document, Path(record["path"]))
        people = [(fact.named, fact.relation.value) for fact in facts.main.named() if fact.relation.is_role]
        held = {role for _, role in people}
        if len(held) < 1:
            continue

        def knows(name: str, people: list = people) -> set[str] | None:  # type: ignore[type-arg]
            found = {role for named, role in people if named and compare_names(name, named.name).agrees}
            return found or None

        for example in examples_of(document, knows, record["source"], strangers=True):
            if example.relation in held:
                yield example


__all__ = ["Example", "Relation", "of_fronts", "of_leads", "of_reviews"]
