"""Puts a question to a server that speaks OpenAI's chat completions, and gives up in time."""

from __future__ import annotations

import json
import os
import re
import time
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from reviewlint.errors import ReviewlintError
from reviewlint.second_opinion.answer import Unusable
from reviewlint.second_opinion.question import ANSWER, messages, schema
from reviewlint.second_opinion.settings import ModelSettings

if TYPE_CHECKING:
    import httpx2

KEY = "REVIEWLINT_MODEL_KEY"  # in the environment: the key of a server that wants one
LONGEST_WAIT = 60.0  # seconds for one answer
_CONNECT = 5.0
_NUMBER = re.compile(r"^\[Errno -?\d+\] ")
_MOST = 1_000_000  # bytes of an answer
_REFUSED = (400, 404, 422, 500, 501)  # with which servers refuse a form of answer that they do not know


class NoAnswer(Exception):
    """The server cannot be reached, refuses, or does not answer in time: no other question would fare better."""


class Said(NamedTuple):
    """The text of an answer, and the tokens that question and answer took."""

    content: str
    tokens: int


class Client:
    """A connection to the server of a model."""

    def __init__(self, settings: ModelSettings) -> None:
        self._settings = settings
        self._http: httpx2.Client | None = None
        self._form = 0  # which of the forms the server takes

    def ask(self, text: str, claims: Sequence[str], seconds: float) -> Said:
        """Return what the model says of a passage, within some seconds; raise NoAnswer or Unusable."""
        body = {
            "model": self._settings.name,
            "messages": messages(text, claims),
            "temperature": 0,
            "max_tokens": ANSWER,
            "stream": False,
        }
        until = time.monotonic() + min(seconds, LONGEST_WAIT)
        forms = _forms(claims)
        while True:
            status, data = self._post(body | forms[self._form], until)
            if status not in _REFUSED or self._form == len(forms) - 1:
                break
            self._form += 1  # llama-cpp-python knows json_object only, others nothing of the kind
        if status != 200:
            raise NoAnswer(f"it answers with status {status}")
        return _read(data)

    def close(self) -> None:
        """Let go of the connection."""
        if self._http is not None:
            self._http.close()
            self._http = None

    def _post(self, body: dict[str, Any], until: float) -> tuple[int, bytes]:
        """Return status and body of an answer. A redirect is not followed: it would lead the draft elsewhere."""
        import httpx2

        headers = {"Authorization": f"Bearer {key}"} if (key := os.environ.get(KEY)) else {}
        limits = httpx2.Timeout(max(0.1, until - time.monotonic()), connect=_CONNECT)
        try:
            with self._connected().stream(
                "POST", self._settings.endpoint, json=body, headers=headers, timeout=limits
            ) as answer:
                data = bytearray()
                for piece in answer.iter_bytes():
                    data += piece
                    if len(data) > _MOST:
                        raise NoAnswer("its answer is longer than 1 MB")
                    if time.monotonic() > until:
                        raise NoAnswer("it does not answer in time")
                return answer.status_code, bytes(data)
        except httpx2.TimeoutException:
            raise NoAnswer("it does not answer in time") from None
        except (httpx2.HTTPError, httpx2.InvalidURL) as error:
            reason = _NUMBER.sub("", str(error)) or type(error).__name__
            raise NoAnswer(f"it cannot be reached ({reason})") from None

    def _connected(self) -> httpx2.Client:
        if self._http is None:
            import httpx2

            # A proxy of the environment would be somebody else's machine; the address of another one may need it.
            self._http = httpx2.Client(follow_redirects=False, trust_env=self._settings.is_remote)
        return self._http


def need_httpx() -> None:
    """Raise ReviewlintError where the library that asks is not installed."""
    try:
        import httpx2  # noqa: F401
    except ImportError:
        hint = "Install it: pip install 'reviewlint[model]'."
        raise ReviewlintError("To ask a model needs the package httpx2.", hint=hint) from None


def _forms(claims: Sequence[str]) -> list[dict[str, Any]]:
    """Return the ways to ask for a form of answer, the strictest first; the last leaves it to the words."""
    form = schema(claims)
    strict = {"type": "json_schema", "json_schema": {"name": "opinion", "strict": True, "schema": form}}
    return [{"response_format": strict}, {"response_format": {"type": "json_object", "schema": form}}, {}]


def _read(data: bytes) -> Said:
    """Return the answer in the body of a completion; raise Unusable where there is none, or it was cut off."""
    try:
        whole = json.loads(data)
        choice = whole["choices"][0]
        content, reason = choice["message"]["content"], choice.get("finish_reason")
        used = (whole.get("usage") or {}).get("total_tokens")
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        raise Unusable("it is not a completion") from None
    if not isinstance(content, str):
        raise Unusable("it has no text")
    if reason == "length":
        raise Unusable("it is cut off")
    return Said(content, used if isinstance(used, int) and used >= 0 else len(content) // 3)
