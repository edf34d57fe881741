"""Asks a LanguageTool server: passages in, matches out."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from typing import Any
from urllib.parse import urlencode

from reviewlint.document import Source
from reviewlint.engines.match import Match
from reviewlint.engines.passages import Passage
from reviewlint.engines.service.post import post, post_elsewhere
from reviewlint.engines.trouble import Trouble
from reviewlint.finding import Span

TITLE = "LanguageTool"
LONGEST = 20_000  # code points of one request, unless a passage is longer by itself
_FORM = "application/x-www-form-urlencoded"
_PATIENCE = 30.0  # seconds for any request to a server elsewhere
_PACE = 400  # code points a second; a busy machine reads several thousand
_BETWEEN = {"markup": "\n\n", "interpretAs": "\n\n"}


def ask(
    url: str, passages: Sequence[Passage], options: dict[str, str], used: Callable[[], float | None] | None = None
) -> list[tuple[Match, ...]]:
    """Return the matches in each passage, in order, from the server at an address.

    Their spans count code points from the start of the passage. `options` are parameters of LanguageTool's `/check`.
    `used` returns the processor time of a server of this machine. Raise Trouble where the server does not answer, or
    says what is no answer.
    """
    answers: list[tuple[Match, ...]] = []
    for group in _requests(passages):
        data = [item for passage in group for item in (*(p.annotation for p in passage.pieces), _BETWEEN)]
        body = urlencode(options | {"data": json.dumps({"annotation": data}, ensure_ascii=False)}).encode()
        if used is not None:
            said = post(TITLE, f"{url}/v2/check", body, _FORM, used)
        else:
            patience = _PATIENCE + sum(len(passage.source) for passage in group) / _PACE
            said = post_elsewhere(TITLE, f"{url}/v2/check", body, _FORM, patience)
        answers += read_answer(said, group)
    return answers


def _requests(passages: Sequence[Passage]) -> Iterator[list[Passage]]:
    """Yield the passages in groups of at most LONGEST code points."""
    group: list[Passage] = []
    size = 0
    for passage in passages:
        length = len(passage.source)
        if group and size + length > LONGEST:
            yield group
            group, size = [], 0
        group.append(passage)
        size += length
    if group:
        yield group


def read_answer(answer: bytes, passages: Sequence[Passage]) -> list[tuple[Match, ...]]:
    """Return the matches in each of the passages that were asked about together; raise Trouble on no such answer.

    LanguageTool counts UTF-16 units over all passages with what stands between them. A match that reaches beyond its
    passage is left out.
    """
    try:
        said = json.loads(answer)["matches"]
        places = [(int(item["offset"]), int(item["length"]), item) for item in said]
        found: list[tuple[Match, ...]] = []
        base = 0
        for passage in passages:
            source = Source("", passage.source)
            length = source.utf16(len(source.text))
            inside = [p for p in places if base <= p[0] and p[0] + p[1] <= base + length]
            found.append(tuple(_match(source, at - base, size, item) for at, size, item in inside))
            base += length + len(_BETWEEN["markup"])
    except (ValueError, LookupError, TypeError, AttributeError, OverflowError, RecursionError):
        start = answer[:80].decode("utf-8", "replace").strip()
        raise Trouble(f"The address is not a LanguageTool server: “{start}”", lasting=True) from None
    return found


def _match(source: Source, at: int, size: int, item: dict[str, Any]) -> Match:
    span = Span(source.from_utf16(at), source.from_utf16(at + size))
    rule = item["rule"]
    replacements = tuple(str(each["value"]) for each in item["replacements"][:5])
    return Match(span, str(rule["id"]), str(rule["category"]["id"]), str(item["message"]), replacements)
