"""Puts a question to a server by HTTP, and judges whether one that is silent still works on it."""

from __future__ import annotations

import http.client
import select
import time
from collections.abc import Callable
from http import HTTPStatus
from urllib.parse import urlsplit

from reviewlint.engines.trouble import Trouble

STILL = 20.0  # seconds in which a server of this machine that works uses some processor time
_SOME = 0.1  # seconds of it; one that waits for questions uses less
_LOOK = 0.1
_CONNECT = 10.0
_PIECE = 65_536
MOST = 16_000_000  # bytes of an answer; one to the longest question is some hundred thousand


def post(title: str, url: str, body: bytes, kind: str, used: Callable[[], float | None]) -> bytes:
    """Return what a server of this machine answers to a body of a kind.

    It is waited for as long as it works: `used` returns the processor time that it has used, in seconds, None once it
    has ended. Raise Trouble where no answer comes.
    """
    at = urlsplit(url)
    connection = http.client.HTTPConnection(at.hostname or "", at.port, timeout=_CONNECT)
    try:
        connection.request("POST", at.path, body, {"Content-Type": kind, "Accept": "application/json"})
        _wait(title, connection, used)
        with connection.getresponse() as answer:
            said = _whole(answer, None)
    except (OSError, http.client.HTTPException) as error:
        raise _broken(title, url, error) from None
    finally:
        connection.close()
    if answer.status != HTTPStatus.OK:
        raise _refused(title, answer.status, said, answer.reason)
    return said


def post_elsewhere(title: str, url: str, body: bytes, kind: str, patience: float) -> bytes:
    """Return what a server that is not ours answers, within `patience` seconds, by way of the user's proxy.

    Raise Trouble where no answer comes.
    """
    import urllib.error
    import urllib.request

    began = time.monotonic()
    request = urllib.request.Request(url, body, {"Content-Type": kind, "Accept": "application/json"})
    here = urlsplit(url).hostname in ("127.0.0.1", "localhost", "::1")
    opener = urllib.request.build_opener(*([urllib.request.ProxyHandler({})] if here else []))
    try:
        with opener.open(request, timeout=patience) as answer:
            return _whole(answer, began + patience)
    except urllib.error.HTTPError as error:
        with error:
            raise _refused(title, error.code, error.read(300), error.reason) from None
    except (OSError, http.client.HTTPException) as error:
        if isinstance(error, TimeoutError) or isinstance(getattr(error, "reason", None), TimeoutError):
            raise Trouble(f"{title} did not answer within {patience:.0f} s", lasting=True) from None
        raise _broken(title, url, error) from None


def _whole(answer: http.client.HTTPResponse, until: float | None) -> bytes:
    """Return an answer to its end; raise OSError where it is too long, TimeoutError where it is not there in time.

    A socket's own limit is between two pieces: an answer that drips would last for ever.
    """
    pieces: list[bytes] = []
    size = 0
    promised = answer.length  # None where the answer ends with the connection
    while piece := answer.read1(_PIECE):
        pieces.append(piece)
        size += len(piece)
        if size > MOST:
            raise OSError(f"the answer is longer than {MOST / 1e6:.0f} MB")
        if until is not None and time.monotonic() > until:
            raise TimeoutError
    if promised is not None and size < promised:  # `read1` says nothing of it
        raise http.client.IncompleteRead(b"", promised - size)
    return b"".join(pieces)


def _broken(title: str, url: str, error: Exception) -> Trouble:
    at = urlsplit(url)
    reason = getattr(error, "reason", None) or getattr(error, "strerror", None) or str(error) or type(error).__name__
    return Trouble(f"{title} at {at.scheme}://{at.netloc} broke off: {reason}", again=True)


def _refused(title: str, status: int, said: bytes, reason: object) -> Trouble:
    line = said[:300].decode("utf-8", "replace").strip().partition("\n")[0]
    return Trouble(f"{title} refused: {status} {line or reason}")


def _wait(title: str, connection: http.client.HTTPConnection, used: Callable[[], float | None]) -> None:
    """Wait until an answer begins to come; raise Trouble where the server no longer works on it."""
    began = moved = time.monotonic()
    mark = used() or 0.0
    while not select.select([connection.sock], [], [], _LOOK)[0]:
        now, so_far = time.monotonic(), used()
        if so_far is None:
            return  # it has ended, which the connection will say
        if so_far > mark + _SOME:
            mark, moved = so_far, now
        if now - moved > STILL:
            raise Trouble(f"{title} did not answer within {now - began:.0f} s", again=True, lasting=True)
