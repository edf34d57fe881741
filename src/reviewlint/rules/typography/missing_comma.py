"""“However” in mid-sentence without its commas."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewlint.finding import Finding
from reviewlint.lexicon import Tag, tag_sentence, tags
from reviewlint.rules.context import Context

_HOWEVER = re.compile(r"(?P<before>\b[\w’']{2,}) however (?P<after>[a-z’']+)(?: (?P<then>[a-z’']+))?")
_SUBJECTS = Tag.NOUN | Tag.PLURAL | Tag.PRONOUN | Tag.PROPER
_FINITE = Tag.VERB_S | Tag.PAST | Tag.MODAL


def check(ctx: Context) -> Iterator[Finding]:
    """Yield each “however” between a subject and its verb, an adverb between them or not."""
    if " however " not in ctx.text:
        return
    for match in _HOWEVER.finditer(ctx.text):
        words = [match["before"], match["after"], match["then"] or "."]
        _, after, _ = tag_sentence(words)
        adverb_and_verb = match["after"].endswith("ly") and after & Tag.ADVERB and tags(match["then"] or "") & _FINITE
        verb_follows = after & _FINITE or adverb_and_verb
        if tags(match["before"]) & _SUBJECTS and verb_follows:
            yield ctx.finding(
                match.start(), match.end("after"), replace=f"{match['before']}, however, {match['after']}"
            )
