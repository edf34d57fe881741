"""What stands out in the running text of Markdown though no mark of Markdown shows it: addresses, spoiler marks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reviewlint.document.stretches import Stretch
from reviewlint.document.view import Kind
from reviewlint.finding import Span

# <game:Shadow of the Colossus>: a link of some sites' own making, whose text is the name.
OWN_LINK = re.compile(r"<(?P<scheme>[a-z]{2,12}):(?P<name>[^<>\n/][^<>\n]{0,80})>")
_SPOILER = re.compile(r">!|!<")
_BARE_URL = re.compile(r"(?:https?://|www\.)[^\s<>()\[\]\"]+[^\s<>()\[\]\".,;:!?'’]")
_HIDDEN = re.compile(f"{OWN_LINK.pattern}|{_SPOILER.pattern}|{_BARE_URL.pattern}")


def special_in(text: str, begin: int, end: int, unread: Sequence[Stretch]) -> list[tuple[Span, Span | None, Kind]]:
    """Return what stands out in a stretch of text: its span, what of it is shown, and as what."""
    found: list[tuple[Span, Span | None, Kind]] = []
    for span, shown, _ in unread:
        cut = Span(max(begin, span.start), min(end, span.end))
        found.append((cut, cut if shown else None, Kind.CODE))
    for match in _HIDDEN.finditer(text, begin, end):
        span = Span(*match.span())
        if match["name"]:
            found.append((span, Span(*match.span("name")), Kind.TITLE))
        elif match.group() in (">!", "!<"):
            found.append((span, None, Kind(0)))
        else:
            found.append((span, span, Kind.URL))
    ordered: list[tuple[Span, Span | None, Kind]] = []
    for item in sorted(found, key=lambda item: item[0]):
        if not ordered or item[0].start >= ordered[-1][0].end:
            ordered.append(item)
    return ordered
