"""Names for findings that stay when the text around them moves."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from functools import cache

from reviewlint.document import Document
from reviewlint.finding import Finding, Span

_LONGEST = 10_000  # code points of a sentence or line; of a longer one the hash stands in its place
_BLANKS = re.compile(r"\s+")


def fingerprints(document: Document, findings: Sequence[Finding]) -> tuple[str, ...]:
    """Return one name for each finding, in the same order, all of them different.

    It is the SHA-1 of the rule, its finer code, the sentence without regard to blanks and case, and a count where
    one rule has several findings in equal sentences. What stands outside any sentence goes by its line.
    """
    if not findings:
        return ()
    from hashlib import sha1  # most runs over sound drafts need none

    @cache  # a line may hold thousands of findings
    def place_of(span: Span) -> str:
        text = _BLANKS.sub(" ", document.source.text[span.start : span.end]).strip().casefold()
        return (
            text
            if len(text) <= _LONGEST
            else sha1(text.encode(errors="surrogatepass"), usedforsecurity=False).hexdigest()
        )

    spans = [document.prose.to_source(sentence.start, sentence.end) for sentence in document.sentences]
    starts = [span.start for span in spans]
    seen: Counter[str] = Counter()
    names = []
    for finding in findings:
        index = bisect_right(starts, finding.span.start) - 1
        if index >= 0 and finding.span.start < spans[index].end:
            place = spans[index]
        else:  # between sentences: blank lines, front matter, markup
            place = document.source.line_span(document.source.position(finding.span.start).line)
        key = f"{finding.rule}\n{finding.code or ''}\n{place_of(place)}"
        seen[key] += 1
        names.append(sha1(f"{key}\n{seen[key]}".encode(errors="surrogatepass"), usedforsecurity=False).hexdigest())
    return tuple(names)
