"""A small WordNet in the format of its own files, and a world made from a few sentences."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.corruptions.world import World, build_world
from reader.tokens import tokens_of
from reader.wordnet import PARTS, WordNet

# part -> offset -> lemmas and pointers (symbol, part, offset)
SYNSETS: dict[str, dict[int, tuple[str, tuple[tuple[str, str, int], ...]]]] = {
    "n": {
        1: ("film movie picture", (("@", "n", 2),)),
        2: ("show", (("~", "n", 1), ("~", "n", 3))),
        3: ("play drama", (("@", "n", 2),)),
        4: ("story narrative floor", ()),
        5: ("room chamber", ()),
        6: ("happiness joy", (("+", "a", 1),)),
        7: ("night dark", ()),
        8: ("picture_show", ()),
    },
    "v": {
        1: ("open unfold", ()),
        2: ("find discover", ()),
        3: ("play act", ()),
        4: ("leave depart", (("+", "n", 9),)),
        5: ("take_place happen", ()),
    },
    "a": {1: ("happy glad", (("+", "n", 6),)), 2: ("slow sluggish", (("&", "a", 3),)), 3: ("dull", ())},
    "r": {1: ("slowly easy", ())},
}
SYNSETS["n"][9] = ("departure", (("+", "v", 4),))

SENTENCES = (
    "The happy film opens slowly in an old room.",
    "He finds his old coat, and she leaves the room at night.",
    "Her slow story takes place in 1954, and the actors play it well.",
    "They wanted to leave the village, but nobody gave them money.",
    "In the second act the children find the door to the garden.",
    "He is leaving for the sea with three friends of hers.",
    "A ticket office stands beside the store, and she is happy there.",
    "He shuts his eyes, and nothing happens until the kindness and the sadness of the story pass.",
    "Although the surprising end comes late, most of the surprised children are happier than the actors.",
    "The boring speech goes on, and the bored children sleep.",
)
SLIPS = {"leaves": ["lives"], "old": ["odd"]}  # what authors wrote by mistake for a word


def write_wordnet(folder: Path) -> Path:
    """Write the synsets as data and index files; return the folder."""
    for part, name in PARTS.items():
        data, senses = ["  a licence stands here"], {}
        for offset, (lemmas, pointers) in SYNSETS[part].items():
            words = " ".join(f"{lemma} 0" for lemma in lemmas.split())
            links = "".join(f" {symbol} {to:08d} {other} 0000" for symbol, other, to in pointers)
            data.append(f"{offset:08d} 00 {part} {len(lemmas.split()):02x} {words} {len(pointers):03d}{links} | gloss")
            for lemma in lemmas.split():
                senses.setdefault(lemma, []).append(f"{offset:08d}")
        index = [f"{lemma} {part} {len(at)} 0 {len(at)} 0 {' '.join(at)}" for lemma, at in senses.items()]
        (folder / f"data.{name}").write_text("\n".join(data) + "\n", encoding="utf-8")
        (folder / f"index.{name}").write_text("\n".join(index) + "\n", encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def wordnet(tmp_path_factory: pytest.TempPathFactory) -> WordNet:
    return WordNet(write_wordnet(tmp_path_factory.mktemp("wordnet")))


@pytest.fixture(scope="session")
def world(wordnet: WordNet) -> World:
    return build_world(wordnet, [tokens_of(sentence) for sentence in SENTENCES for _ in range(3)], SLIPS)
