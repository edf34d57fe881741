"""Makes the lexicon's data file from silver tags and WordNet.

    python build_words.py SILVER.txt DATA_FOLDER [--wordnet /usr/share/wordnet]

A line holds a word, its count, the percentage of it with a capital in mid-sentence, and its tags (a letter each, in
the order of reviewlint.lexicon.tag.Tag) with their counts. `words.tsv` holds the words seen in reviews: a word must
occur five times, or three times and stand in WordNet, since rarer ones are mostly slips and names. `rare.tsv` holds
the words of WordNet that the reviews lack, with count 0.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter, defaultdict
from functools import cache
from pathlib import Path

import hunspell
from read_silver import read_silver

from reviewlint.lexicon import inflect
from reviewlint.lexicon.english import pairs
from reviewlint.lexicon.tag import Tag

LEAST, LEAST_KNOWN = 5, 3
DEFAULT_WORDNET = Path("/usr/share/wordnet")
DICTIONARY = hunspell.Hunspell("en_US", hunspell_data_dir=str(Path(hunspell.__file__).parent / "dictionaries"))
RARE_TAG = 0.005  # a tag seen less often than this share of a word is taken for the tagger's slip
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*['’]?")
_TAGS = list(Tag)
_PARTS = {"noun": Tag.NOUN, "verb": Tag.VERB, "adj": Tag.ADJECTIVE, "adv": Tag.ADVERB}


@cache
def wordnet_forms(folder: Path) -> dict[str, Tag]:
    """Return the single words of WordNet and their regular forms, with what each can be."""
    forms: dict[str, Tag] = defaultdict(lambda: Tag(0))
    for part, tag in _PARTS.items():
        for line in (folder / f"index.{part}").read_text(encoding="utf-8").splitlines():
            word = line.split(" ", 1)[0]
            if not word.isalpha() or not word.isascii():
                continue
            forms[word] |= tag
            if tag == Tag.NOUN:
                forms[inflect.plural_of(word)] |= Tag.PLURAL
            elif tag == Tag.VERB:
                forms[inflect.third_person(word)] |= Tag.VERB_S
                forms[inflect.past(word)] |= Tag.PAST | Tag.PARTICIPLE
                forms[inflect.ing_form(word)] |= Tag.ING
    return forms


def is_sound(word: str, capital: float) -> bool:
    """Tell whether a word of the reviews is one: they hold many slips that must not count as words."""
    if not word.isascii() or "'" in word or "-" in word or capital > 0.5 or len(word) < 4:
        return True
    return word in wordnet_forms(DEFAULT_WORDNET) or word in pairs() or DICTIONARY.spell(word)


def main() -> None:
    """Count, prune and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("silver", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--wordnet", type=Path, default=DEFAULT_WORDNET)
    options = parser.parse_args()
    counts: dict[str, Counter[Tag]] = defaultdict(Counter)
    capitals: Counter[str] = Counter()
    inside: Counter[str] = Counter()
    for sentence in read_silver(options.silver):
        shouted = sum(word.isupper() for word, _ in sentence) > len(sentence) / 3
        for place, (word, tag) in enumerate(sentence):
            if not _WORD.fullmatch(word) or (word.isupper() and len(word) > 1 and shouted):
                continue
            key = word.lower().replace("’", "'")
            counts[key][tag] += 1
            if place and sentence[place - 1][1] != Tag.MARK:
                inside[key] += 1
                capitals[key] += word[0].isupper()
    forms = wordnet_forms(options.wordnet)
    lines = []
    for word, tagged in counts.items():
        total = sum(tagged.values())
        if total < (LEAST_KNOWN if word in forms else LEAST) or not is_sound(
            word, capitals[word] / max(1, inside[word])
        ):
            continue
        kept = {tag: count for tag, count in tagged.items() if count >= max(2, RARE_TAG * total)} or dict(tagged)
        lines.append((word, total, round(100 * capitals[word] / max(1, inside[word])), kept))
    known = {word for word, *_ in lines}
    rare = [
        (word, 0, 0, dict.fromkeys([tag for tag in _TAGS if tag & tags], 1))
        for word, tags in forms.items()
        if word not in known
    ]
    write(options.folder / "words.tsv", lines)
    write(options.folder / "rare.tsv", rare)


def write(path: Path, lines: list[tuple[str, int, int, dict[Tag, int]]]) -> None:
    """Write words with their counts, shares of capitals and tags, sorted."""
    with path.open("w", encoding="utf-8") as out:
        for word, total, capital, kept in sorted(lines):
            ordered = sorted(kept.items(), key=lambda item: -item[1])
            tags = " ".join(f"{chr(97 + _TAGS.index(tag))}{count if count > 1 else ''}" for tag, count in ordered)
            out.write(f"{word}\t{total}\t{capital}\t{tags}\n")


if __name__ == "__main__":
    main()
