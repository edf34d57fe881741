"""Prints how long the rules about facts take, claims and comparison together: milliseconds of
processor time per 100 words.

    python benchmarks/facts.py REVIEWS.jsonl.gz

REVIEWS holds one JSON object a line with `path` and `text`; its front matter is the only source of facts. Reading the
drafts and their facts is not counted. Nothing here passes or fails by the clock; the aim is less than 1 ms.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from itertools import islice
from pathlib import Path

from corpus import read_records
from reviewlint.document import Source, parse
from reviewlint.facts.gather import facts_of, read_vocabulary
from reviewlint.rules.context import Context
from reviewlint.rules.registry import load_rules

UNCOUNTED = 20  # drafts that warm up the caches


def main() -> None:
    """Print the figures, for the group and for each rule."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reviews", type=Path)
    parser.add_argument("--drafts", type=int, default=300)
    options = parser.parse_args()
    rules = [rule for rule in load_rules() if rule.info.name.startswith("facts/")]
    words = 0
    taken: Counter[str] = Counter()
    for index, record in enumerate(islice(read_records(options.reviews), options.drafts + UNCOUNTED)):
        document = parse(Source(record["path"], record["text"]))
        facts = facts_of(document)
        vocabulary = read_vocabulary(document, facts)
        assert document.sentences  # split once for all rules, and not counted here
        words += len(document.words) if index >= UNCOUNTED else 0
        for rule in rules:
            settings = {key: option.default for key, option in rule.info.options.items()}
            context = Context(info=rule.info, document=document, vocabulary=vocabulary, facts=facts, options=settings)
            start = time.process_time()
            list(rule.check(context))
            taken[rule.info.name] += time.process_time() - start if index >= UNCOUNTED else 0
    hundreds = max(1, words) / 100
    print(f"{words:,} words\n{'facts':32}{1000 * sum(taken.values()) / hundreds:8.3f} ms per 100 words")
    for name, seconds in taken.most_common():
        print(f"  {name:30}{1000 * seconds / hundreds:8.3f}")


if __name__ == "__main__":
    main()
