"""A hyphen with a space on one side only, where a dash is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewlint.finding import Finding
from reviewlint.lexicon import is_word
from reviewlint.rules.context import Context

_AFTER = re.compile(r"(?<![\w-])(?P<before>[A-Za-z’']{2,})(?P<span>- )(?P<after>[A-Za-z’']+)(?P<joined>-?)")
_BEFORE = re.compile(r"(?<![\w-])(?P<before>[A-Za-z’']{2,})(?P<span> -)(?P<after>[A-Za-z’']{2,}+)(?P<joined>-?)(?!\d)")
# "two- and three-part", "pre- or post-war", "left- to right-hand": the rest of the word is to come, or has been.
_LINKS = frozenset("and or to nor versus vs und".split())
_PREFIXES = frozenset("pre post anti pro non semi sub super inter intra over under mid multi micro macro mini".split())


def check(ctx: Context) -> Iterator[Finding]:
    """Yield each hyphen that leans on one word and is parted from the other."""
    text = ctx.text
    if "- " not in text and " -" not in text:
        return
    dash = "—" if text.count("—") > text.count("–") else " – "
    for pattern in (_AFTER, _BEFORE):
        for match in pattern.finditer(text):
            before, after = match["before"].lower(), match["after"].lower()
            if match["before"][0].isupper() and match["after"][0].isupper():  # Ann -Marie
                continue
            if before in _LINKS or after in _LINKS or before in _PREFIXES or match["joined"]:
                continue
            if is_word(before.strip("’'")) and is_word(after.strip("’'")):
                yield ctx.finding(match.start(), match.end("after"), replace=f"{match['before']}{dash}{match['after']}")
