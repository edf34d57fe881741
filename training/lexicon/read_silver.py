"""Reads silver tags and joins their tokens to words as reviewlint counts them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from reviewlint.lexicon.tag import Tag

PENN = {
    "NN": Tag.NOUN, "NNS": Tag.PLURAL, "NNP": Tag.PROPER, "NNPS": Tag.PROPER, "VB": Tag.VERB, "VBP": Tag.VERB,
    "VBZ": Tag.VERB_S, "VBD": Tag.PAST, "VBN": Tag.PARTICIPLE, "VBG": Tag.ING, "JJ": Tag.ADJECTIVE,
    "JJR": Tag.COMPARATIVE, "JJS": Tag.SUPERLATIVE, "RB": Tag.ADVERB, "RBR": Tag.ADVERB, "RBS": Tag.ADVERB,
    "RP": Tag.ADVERB, "DT": Tag.DETERMINER, "PDT": Tag.DETERMINER, "IN": Tag.PREPOSITION, "PRP": Tag.PRONOUN,
    "EX": Tag.PRONOUN, "PRP$": Tag.POSSESSIVE, "CC": Tag.CONJUNCTION, "MD": Tag.MODAL, "TO": Tag.TO, "WDT": Tag.WH,
    "WP": Tag.WH, "WP$": Tag.WH, "WRB": Tag.WH, "CD": Tag.NUMBER, "AFX": Tag.ADJECTIVE,
}  # fmt: skip
MARKS = frozenset((",", ".", ":", "``", "''", "-LRB-", "-RRB-", "HYPH", "NFP", "SYM", "$", "#"))
SENTENCE_END = frozenset(".!?")
Pair = tuple[str, Tag]


def read_silver(path: Path) -> Iterator[list[Pair]]:
    """Yield the sentences of a file of silver tags, as words and marks with their tags."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            sentence: list[Pair] = []
            tokens = [tuple(item.rsplit("\t", 1)) for item in line.rstrip("\n").split(" ") if "\t" in item]
            for word, tag in joined([(word, tag) for word, tag in tokens]):
                sentence.append((word, tag))
                if word in SENTENCE_END:
                    yield sentence
                    sentence = []
            if sentence:
                yield sentence


def joined(tokens: list[tuple[str, str]]) -> Iterator[Pair]:
    """Yield words with our tags: "do" "n't" becomes "don't", "well" "-" "known" one adjective."""
    at = 0
    while at < len(tokens):
        word, penn = tokens[at]
        tag = our_tag(word, penn)
        at += 1
        while at < len(tokens):
            following, penn_after = tokens[at]
            if penn_after == "HYPH" and at + 1 < len(tokens) and tokens[at + 1][0].isalnum():
                last, last_penn = tokens[at + 1]
                word, tag = f"{word}-{last}", our_tag(last, last_penn)
                tag = Tag.ADJECTIVE if tag in (Tag.PARTICIPLE, Tag.PAST, Tag.ING) else tag
                at += 2
            elif following.lower() in ("n't", "n’t"):
                word += following
                at += 1
            elif following[:1] in "'’" and len(following) <= 3 and following[1:].isalpha() and word[-1:].isalnum():
                tag = clitic_tag(tag, penn_after)
                word += following
                at += 1
            elif following in "'’" and penn_after == "POS":
                word, tag = word + following, Tag.POSSESSIVE
                at += 1
            else:
                break
        yield word, tag


def clitic_tag(tag: Tag, penn: str) -> Tag:
    """Return the tag of a word that an ending with an apostrophe is joined to."""
    if penn == "POS":
        return Tag.POSSESSIVE
    return Tag.CONTRACTION if tag in (Tag.PRONOUN, Tag.WH, Tag.DETERMINER) else tag


def our_tag(word: str, penn: str) -> Tag:
    """Return our tag for a Penn tag."""
    if penn in MARKS or not any(map(str.isalnum, word)):
        return Tag.MARK
    return PENN.get(penn, Tag.OTHER)
