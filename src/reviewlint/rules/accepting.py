"""Says which word to accept so that a finding is not made again."""

from __future__ import annotations

from reviewlint.finding import Finding

# Rules that keep silent about accepted words, beside those that listen to the reader and to engines.
_HEED_ACCEPTED = (
    "facts/name-variant",
    "grammar/misspelling",
    "grammar/mixed-english",
    "typography/lowercase-name",
    "typography/stray-capital",
)
_HEEDING_KINDS = ("reader", "engine")
_MOST_WORDS = 3  # of a name that is accepted


def word_to_accept(text: str, finding: Finding, kind: str | None) -> str | None:
    """Return a word or a short name of a draft, or None where accepting one would not help.

    `kind` is that of the finding's rule, None where the rule is not known.
    """
    if finding.rule not in _HEED_ACCEPTED and kind not in _HEEDING_KINDS:
        return None
    word = text[finding.span.start : finding.span.end]
    word = word.strip(" \t\n.,;:!?“”\"‘’'()*_").removesuffix("'s").removesuffix("’s")
    parts = word.split()
    if len(parts) > _MOST_WORDS or "\n" in word or not any(char.isalpha() for char in word):
        return None
    if len(parts) > 1 and not all(part[0].isupper() for part in parts):
        return None  # words that are accepted are accepted one by one, so this is for names alone
    return word
