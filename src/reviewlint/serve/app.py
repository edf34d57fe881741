"""The page's server: its files, and what it may ask. Every question is a POST of one JSON object."""

from __future__ import annotations

import json
import secrets
from collections.abc import Awaitable, Callable
from functools import partial
from importlib.resources import files
from typing import Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from reviewlint.errors import ReviewlintError
from reviewlint.finding import Span
from reviewlint.serve import answers
from reviewlint.serve.folder import Changed, Folder
from reviewlint.serve.guard import API, Guard, page_policy
from reviewlint.serve.work import Worker, done

MOST_BODY = 8_000_000  # bytes: a draft of 2 MB and its facts, however JSON writes them
_TYPES = {
    "page.js": "text/javascript",
    "page.css": "text/css",
    "licences.txt": "text/plain",
    "icon.svg": "image/svg+xml",
}
Body = dict[str, Any]
Handler = Callable[[Folder, Body], dict[str, Any]]


class TooLong(ReviewlintError):
    """A request is longer than any draft."""


def make_app(folder: Folder, worker: Worker, port: int, token: str) -> Guard:
    """Return the server of a folder's drafts, as ASGI. It answers only on its port, and only with the token."""
    routes = [Route("/", _page), *(Route(f"/{name}", partial(_asset, name)) for name in _TYPES)]
    routes += [
        Route(f"{API}{name}", _asking(handler, folder, worker), methods=["POST"]) for name, handler in _HANDLERS.items()
    ]
    return Guard(Starlette(routes=routes), port, token)


async def _page(request: Request) -> Response:
    nonce = secrets.token_urlsafe(16)
    headers = {"Content-Security-Policy": page_policy(nonce)}
    return Response(_file("index.html").replace("{{nonce}}", nonce), media_type="text/html", headers=headers)


async def _asset(name: str, request: Request) -> Response:
    return Response(_file(name), media_type=_TYPES[name])


def _file(name: str) -> str:
    return (files("reviewlint.serve") / "page" / name).read_text(encoding="utf-8")


def _asking(handler: Handler, folder: Folder, worker: Worker) -> Callable[[Request], Awaitable[Response]]:
    """Return the endpoint of a handler: JSON in, JSON out, and what the user can mend as a sentence."""

    async def endpoint(request: Request) -> Response:
        try:
            body = await _body(request)
            if handler in _CHECKING:
                return JSONResponse(await done(worker, handler, folder, body))
            return JSONResponse(await run_in_threadpool(handler, folder, body))
        except ReviewlintError as error:
            status = 409 if isinstance(error, Changed) else 413 if isinstance(error, TooLong) else 400
            return JSONResponse(answers.problem(folder, error), status)

    return endpoint


async def _body(request: Request) -> Body:
    data = b""
    async for part in request.stream():
        data += part
        if len(data) > MOST_BODY:
            raise TooLong(f"This is longer than {MOST_BODY / 1e6:g} MB.")
    try:
        body = json.loads(data)
    except (ValueError, RecursionError):
        raise ReviewlintError("This is not JSON.") from None
    if not isinstance(body, dict):
        raise ReviewlintError("A question is a JSON object.")
    return body


def _words(body: Body, key: str) -> str:
    value = body.get(key)
    if not isinstance(value, str):
        raise ReviewlintError(f"“{key}” must be a text.")
    # Half a character, as JavaScript lets one cut them, becomes a � of the same length.
    return value.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _words_or_none(body: Body, key: str) -> str | None:
    return None if body.get(key) is None else _words(body, key)


def _drafts(folder: Folder, body: Body) -> dict[str, Any]:
    return {"folder": folder.top.name or str(folder.top), "drafts": folder.drafts()}


def _open(folder: Folder, body: Body) -> dict[str, Any]:
    held = folder.read(_words(body, "path"))
    return {"path": body["path"], "text": held.text, "version": held.version}


def _save(folder: Folder, body: Body) -> dict[str, Any]:
    return {"version": folder.write(_words(body, "path"), _words(body, "text"), _words_or_none(body, "version"))}


def _check(folder: Folder, body: Body) -> dict[str, Any]:
    path, text, sheet = _words(body, "path"), _words(body, "text"), _words_or_none(body, "facts")
    return answers.check(folder, path, text, sheet, quick=body.get("quick") is True)


def _facts(folder: Folder, body: Body) -> dict[str, Any]:
    return answers.facts(folder, _words(body, "path"), _words(body, "text"), _words_or_none(body, "facts"))


def _ignore(folder: Folder, body: Body) -> dict[str, Any]:
    path, text, rule, reason = (_words(body, key) for key in ("path", "text", "rule", "reason"))
    span = Span(_number(body, "start"), _number(body, "end"))
    return answers.ignore(path, text, rule, span, reason, whole=body.get("whole") is True)


def _accept(folder: Folder, body: Body) -> dict[str, Any]:
    return answers.accept(folder, _words(body, "path"), _words(body, "word"))


def _number(body: Body, key: str) -> int:
    value = body.get(key)
    if type(value) is not int:
        raise ReviewlintError(f"“{key}” must be a whole number.")
    return value


_HANDLERS: dict[str, Handler] = {
    "drafts": _drafts,
    "open": _open,
    "save": _save,
    "check": _check,
    "facts": _facts,
    "ignore": _ignore,
    "accept": _accept,
}
# What takes long, and is done one after the other; a file is opened and saved meanwhile.
_CHECKING = (_check, _facts, _accept)
