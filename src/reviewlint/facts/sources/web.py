"""The way to the servers of sources, with good manners: who asks, how often, for how long, and how much is read."""

from __future__ import annotations

import json
import logging
import time
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urljoin, urlsplit

from reviewlint import __version__
from reviewlint.errors import ReviewlintError
from reviewlint.facts.sources.base import Answer, FactSource, SourceError
from reviewlint.facts.sources.keys import CONTACT, address, find_key, key_variable
from reviewlint.facts.sources.pace import LONGEST_WAIT, SECOND, Pace, retry_after

if TYPE_CHECKING:
    import httpx2

    from reviewlint.facts.sources.answers import Answers

MOST_BYTES = 16_000_000  # of one answer, unpacked
_TRIES = 3
_BACK_OFF = (2.0, 8.0)  # seconds before another try where the server does not say
_GIVE_UP = 3  # failures in a row
_REDIRECTS = 4
_BUSY = (429, 502, 503, 504)


class Limits(NamedTuple):
    """How long is waited, in seconds: for a connection, for the next bytes, and for an answer as a whole."""

    connect: float = 10.0
    read: float = 20.0
    whole: float = 60.0


_LIMITS = Limits()


class Client:
    """One client for all sources of a run. `fresh` is the most days that a kept answer may be old."""

    def __init__(
        self,
        answers: Answers,
        *,
        contact: str | None = None,
        fresh: int = 7,
        pace: Pace | None = None,
        limits: Limits = _LIMITS,
        clock: Callable[[], date] = date.today,
    ) -> None:
        self._answers = answers
        self._contact = contact
        self._since = clock() - timedelta(days=fresh)
        self._clock = clock
        self._pace = pace or Pace()
        self._limits = limits
        self._http: httpx2.Client | None = None
        self._failed: Counter[str] = Counter()

    def web(self, source: FactSource) -> SourceWeb:
        """Return the way to the server of a source."""
        return SourceWeb(self, source)

    def today(self) -> date:
        """Return the day."""
        return self._clock()

    def close(self) -> None:
        """Close connections and what is kept."""
        if self._http is not None:
            self._http.close()
        self._answers.close()

    def _connected(self) -> httpx2.Client:
        if self._http is None:
            try:
                import httpx2
            except ImportError:
                hint = "Install it: pip install 'reviewlint[facts]'."
                raise ReviewlintError("To ask sources needs the package httpx2.", hint=hint) from None
            logging.getLogger("httpx2").setLevel(logging.WARNING)  # it would log addresses, which may hold keys
            limits = httpx2.Timeout(self._limits.read, connect=self._limits.connect)
            self._http = httpx2.Client(timeout=limits, follow_redirects=False)
        return self._http

    def ask(self, source: FactSource, request: Request, *, keep: bool) -> Answer:
        """Return the answer to a request, kept or new; raise SourceError."""
        kept = self._answers.get(request.identity(), self._since) if keep else None
        if kept is not None:
            return Answer(_read_json(source, kept[0]), kept[1])
        if self._failed[source.name] >= _GIVE_UP:
            raise SourceError(f"{source.title} failed {_GIVE_UP} times in a row and is left out of this run.")
        self._failed[source.name] += 1
        body = self._fetch(source, request)
        data = _read_json(source, body)
        self._failed[source.name] = 0
        day = self._clock()
        if keep:
            self._answers.put(request.identity(), body, day)
        return Answer(data, day)

    def _fetch(self, source: FactSource, request: Request) -> bytes:
        """Return the body of an answer; a server that is busy is asked again, as it wishes."""
        agent = self._agent(source)
        host = urlsplit(request.url).hostname or ""
        for attempt in range(_TRIES):
            self._pace.wait(host, getattr(source, "pause", SECOND))
            status, headers, body = self._once(source, request, agent)
            if status == 404:
                return b"null"
            if status < 400 and not _busy_inside(body):
                return body
            wait = retry_after(headers.get("Retry-After")) if status in _BUSY or status < 400 else None
            if status >= 400 and status not in _BUSY:
                raise SourceError(f"{source.title} refuses: {_refusal(status)}.")
            if wait is not None and wait > LONGEST_WAIT:
                raise SourceError(f"{source.title} wants to be left alone for {wait:,.0f} seconds.")
            if attempt < _TRIES - 1:
                self._pace.pause(wait if wait is not None else _BACK_OFF[attempt])
        raise SourceError(f"{source.title} is too busy: it said so {_TRIES} times.", hint="Try again later.")

    def _agent(self, source: FactSource) -> str:
        """Return who asks, by the rules of Wikimedia: program, version and the address of its operator."""
        if source.terms.contact and not self._contact:
            hint = f'Put contact = "you@example.org" under [facts] of your own configuration, or into {CONTACT}.'
            raise SourceError(f"{source.title} asks for your contact address.", hint=hint)
        return f"reviewlint/{__version__}" + (f" ({self._contact})" if self._contact else "")

    def _once(self, source: FactSource, request: Request, agent: str) -> tuple[int, Mapping[str, str], bytes]:
        """Return status, headers and body of one answer; redirects are followed on the same host only."""
        http = self._connected()
        import httpx2

        headers = {"User-Agent": agent, "Accept": "application/json", **request.headers, **request.secret_headers}
        params = {**request.params, **request.secret_params}
        method, url = ("GET" if request.body is None else "POST"), request.url
        try:
            for _ in range(_REDIRECTS):
                with http.stream(method, url, params=params or None, content=request.body, headers=headers) as answer:
                    if not answer.is_redirect:
                        return answer.status_code, answer.headers, self._body(source, answer)
                    url = _followed(source, url, answer.headers.get("Location", ""))
                    params = {}
        except httpx2.TimeoutException:
            raise SourceError(f"{source.title} does not answer in time.", hint="Try again later.") from None
        except (httpx2.HTTPError, httpx2.InvalidURL) as error:
            raise SourceError(f"{source.title} cannot be reached: {_reason(error)}.") from None
        raise SourceError(f"{source.title} sends us from one address to the next.")

    def _body(self, source: FactSource, answer: httpx2.Response) -> bytes:
        end = time.monotonic() + self._limits.whole
        body = bytearray()
        for part in answer.iter_bytes():
            body += part
            if len(body) > MOST_BYTES:
                raise SourceError(f"{source.title} answers with more than {MOST_BYTES / 1e6:g} MB.")
            if time.monotonic() > end:
                raise SourceError(f"{source.title} does not come to an end within {self._limits.whole:g} seconds.")
        return bytes(body)


class Request(NamedTuple):
    """What is asked. `body` makes it a POST. The secret parts do not tell one request from another."""

    url: str
    params: Mapping[str, str]
    body: bytes | None
    headers: Mapping[str, str]
    secret_params: Mapping[str, str]
    secret_headers: Mapping[str, str]

    def identity(self) -> bytes:
        """Return what tells this request from others."""
        return json.dumps([self.url, sorted(self.params.items()), (self.body or b"").decode()]).encode()


class SourceWeb:
    """The way to one source's server."""

    def __init__(self, client: Client, source: FactSource) -> None:
        self._client = client
        self._source = source

    def json(
        self,
        url: str,
        params: Mapping[str, str] | None = None,
        *,
        post: Any = None,
        headers: Mapping[str, str] | None = None,
        secret_params: Mapping[str, str] | None = None,
        secret_headers: Mapping[str, str] | None = None,
        keep: bool = True,
    ) -> Answer:
        """Return the answer of a server to GET, or to POST of a JSON value or text; see `base.Web`."""
        sent = dict(headers or {})
        body = None
        if post is not None:
            body = post.encode() if isinstance(post, str) else json.dumps(post).encode()
            sent.setdefault("Content-Type", "text/plain" if isinstance(post, str) else "application/json")
        request = Request(url, params or {}, body, sent, secret_params or {}, secret_headers or {})
        return self._client.ask(self._source, request, keep=keep)

    def key(self, name: str) -> str:
        """Return a key of the user's; raise SourceError where there is none."""
        found = find_key(name)
        if not found:
            hint = f"Put it into {key_variable(name)}, or `keyring set reviewlint {name}`."
            raise SourceError(f"{self._source.title} needs your key “{name}”.", hint=hint)
        return found

    def address(self, usual: str) -> str:
        """Return the address to ask; see `keys.address`."""
        return address(self._source.name, usual)

    def today(self) -> date:
        """Return the day."""
        return self._client.today()


def _read_json(source: FactSource, body: bytes) -> Any:
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        kind = "a web page" if body.lstrip()[:1] == b"<" else "something that is not JSON"
        raise SourceError(f"{source.title} answers with {kind}.", hint="Try again later.") from None


def _busy_inside(body: bytes) -> bool:
    """Tell whether an answer that looks well says that the server is too busy, as MediaWiki's does."""
    return len(body) < 10_000 and b'"maxlag"' in body and b'"error"' in body


def _refusal(status: int) -> str:
    if status in (401, 403):
        return f"your key or contact is not accepted, or it is closed for now (status {status})"
    return f"status {status}"


def _followed(source: FactSource, url: str, location: str) -> str:
    target = urljoin(url, location)
    if urlsplit(target)[:2] != urlsplit(url)[:2]:
        raise SourceError(f"{source.title} sends us to another server.")
    return target


def _reason(error: Exception) -> str:
    """Return why a server was not reached, without its address, which may hold a key."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, OSError) and cause.strerror:
            return cause.strerror
        cause = cause.__cause__ or cause.__context__
    return "it broke off" if "Protocol" in type(error).__name__ else "there is no connection"
