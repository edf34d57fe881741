"""Which kind each word is in its sentence: a greedy averaged perceptron (Collins 2002) on a small set of features.

Words that are nearly always one kind are looked up; only the others are judged. The weights are made by
training/lexicon/train_tagger.py.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import files

from reviewlint.lexicon.tag import Tag
from reviewlint.lexicon.words import entry

SURE = 0.985  # a word that is one kind this often is not judged
_SEEN_ENOUGH = 8
_TAGS = list(Tag)
_START = ("<s>", "<t>")


@cache
def weights() -> dict[str, str]:
    """Return feature -> "tag weight tag weight …". Rows are read when they are asked for: most never are."""
    text = files("reviewlint.lexicon").joinpath("data/tagger.tsv").read_text(encoding="utf-8")
    cells = text.replace("\n", "\t").split("\t")  # a third of the time that a split of each line takes
    return dict(zip(cells[::2], cells[1::2], strict=False))


@lru_cache(maxsize=50_000)
def row_of(feature: str) -> tuple[tuple[int, int], ...]:
    """Return the weights of a feature as pairs of a tag's number and a weight; none for an unknown one."""
    numbers = [int(number) for number in weights().get(feature, "").split()]
    return tuple(zip(numbers[::2], numbers[1::2], strict=True))


def tag_sentence(words: Sequence[str]) -> list[Tag]:
    """Return one tag for each of the words of a sentence. Marks ("," and the like) may stand among the words.

    Commas help: leave them in where you have them.
    """
    known = [known_tag(word) for word in words]
    context = contexts(words)
    tags: list[Tag] = []
    before, before_that = _START
    for place, word in enumerate(words):
        tag = known[place]
        if tag is None:
            tag = best(features(context, place + 2, before, before_that), word, place == 0)
        tags.append(tag)
        before, before_that = str(tag.value), before
    return tags


def known_tag(word: str) -> Tag | None:
    """Return the tag of a word that needs no judging, or None."""
    if not any(map(str.isalnum, word)):
        return Tag.MARK
    if word[0].isdigit():
        return Tag.NUMBER
    found = entry(word)
    if found is None or found.seen < _SEEN_ENOUGH or (word[0].isupper() and found.capital < 0.5):
        return None
    tag, count = found.tags[0]
    return tag if count >= SURE * sum(n for _, n in found.tags) else None


def contexts(words: Sequence[str]) -> list[str]:
    """Return the words in the shape that features use, two marks of the edge on either side."""
    return ["<a>", "<b>", *(shape(word) for word in words), "<y>", "<z>"]


def shape(word: str) -> str:
    """Return a word as features see it: in lower case, digits and rare words by their kind."""
    if word[0].isdigit():
        return "<n>"
    return word.lower().replace("’", "'")


def features(context: Sequence[str], at: int, before: str, before_that: str) -> list[str]:
    """Return the features of the word at `at` in a padded context."""
    word = context[at]
    return [
        f"w{word}",
        f"3{word[-3:]}",
        f"2{word[-2:]}",
        f"1{word[:1]}",
        f"p{before}",
        f"q{before} {before_that}",
        f"b{before} {word}",
        f"l{context[at - 1]}",
        f"k{context[at - 2]}",
        f"r{context[at + 1]}",
        f"s{context[at + 1][-3:]}",
        f"t{context[at + 2]}",
        "-" if "-" in word else "_",
    ]


def best(names: list[str], word: str, first: bool) -> Tag:
    """Return the tag with the highest score among those that the word can be."""
    scores = [0] * len(_TAGS)
    if word[0].isupper():
        names = [*names, "C" if first else "c"]
    for name in names:
        for tag, weight in row_of(name):
            scores[tag] += weight
    allowed = allowed_tags(word)
    return max(allowed, key=lambda tag: scores[_TAGS.index(tag)])


def allowed_tags(word: str) -> list[Tag]:
    """Return the tags that a word may get: those it was seen with; of a rare word, all."""
    found = entry(word)
    if found is None or found.seen < _SEEN_ENOUGH:
        return _TAGS
    allowed = [tag for tag, _ in found.tags]
    return [*allowed, Tag.PROPER] if word[0].isupper() and Tag.PROPER not in allowed else allowed
