"""Asks a LanguageTool server: passages in, matches out."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import urlencode, urlsplit

from reviewlint.document import Source
from reviewlint.engines.languagetool.annotate import Passage
from reviewlint.engines.languagetool.trouble import Trouble
from reviewlint.engines.match import Match
from reviewlint.finding import Span

LONGEST = 20_000  # code points of one request, unless a passage is longer by itself
_PATIENCE = 30.0  # seconds for any request
_PACE = 400  # code points a second; a busy machine reads several thousand
_BETWEEN = {"markup": "\n\n", "interpretAs": "\n\n"}


def ask(url: str, passages: Sequence[Passage], options: dict[str, str]) -> list[tuple[Match, ...]]:
    """Return the matches in each passage, in order, from a server whose address ends in `/v2/`.

    Their spans count code points from the start of the passage. `options` are parameters of LanguageTool's `/check`.
    Raise Trouble where the server does not answer, or says what is no answer.
    """
    answers: list[tuple[Match, ...]] = []
    for group in _requests(passages):
        data = [item for passage in group for item in (*(p.annotation for p in passage.pieces), _BETWEEN)]
        body = options | {"data": json.dumps({"annotation": data}, ensure_ascii=False)}
        size = sum(len(passage.source) for passage in group)
        answers += read_answer(_post(f"{url}check", body, _PATIENCE + size / _PACE), group)
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


def _post(url: str, body: dict[str, str], timeout: float) -> bytes:
    import http.client
    import urllib.error
    import urllib.request

    request = urllib.request.Request(url, urlencode(body).encode(), {"Accept": "application/json"})
    here = urlsplit(url).hostname in ("127.0.0.1", "localhost", "::1")
    opener = urllib.request.build_opener(*([urllib.request.ProxyHandler({})] if here else []))
    try:
        with opener.open(request, timeout=timeout) as answer:
            return answer.read()  # type: ignore[no-any-return]
    except urllib.error.HTTPError as error:
        with error:
            said = error.read(300).decode("utf-8", "replace").strip().partition("\n")[0]
        raise Trouble(f"LanguageTool refused: {error.code} {said or error.reason}", refused=True) from None
    except TimeoutError:
        raise Trouble(f"LanguageTool did not answer within {timeout:.0f} s", hung=True) from None
    except (OSError, http.client.HTTPException) as error:
        reason = getattr(error, "reason", error)
        if isinstance(reason, TimeoutError):
            raise Trouble(f"LanguageTool did not answer within {timeout:.0f} s", hung=True) from None
        raise Trouble(f"LanguageTool at {url} broke off: {reason or type(error).__name__}") from None


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
    except (ValueError, LookupError, TypeError, AttributeError):
        start = answer[:80].decode("utf-8", "replace").strip()
        raise Trouble(f"What answered is no LanguageTool server: “{start}”", refused=True) from None
    return found


def _match(source: Source, at: int, size: int, item: dict[str, Any]) -> Match:
    span = Span(source.from_utf16(at), source.from_utf16(at + size))
    rule = item["rule"]
    replacements = tuple(str(each["value"]) for each in item["replacements"][:5])
    return Match(span, str(rule["id"]), str(rule["category"]["id"]), str(item["message"]), replacements)
