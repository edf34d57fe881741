"""Who may talk to the page's server: the page that it served itself, with its token, and nobody else.

A browser lets any website send requests to this machine, and a name that an attacker controls may lead here. So the
name that was asked for (Host), where the request comes from (Origin, Sec-Fetch-Site) and a secret are all checked.
"""

from __future__ import annotations

import hmac
from typing import TYPE_CHECKING

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import JSONResponse

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

API = "/api/"
_HEADERS = {
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
_NOTHING = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"


def page_policy(nonce: str) -> str:
    """Return the Content-Security-Policy of the page: its own script and style, and its own server."""
    return f"{_NOTHING}; script-src 'self'; style-src 'self' 'nonce-{nonce}'; connect-src 'self'; img-src 'self'"


class Guard:
    """Refuses what does not come from the page, and sets the headers of every answer."""

    def __init__(self, app: ASGIApp, port: int, token: str) -> None:
        self.app = app
        self.hosts = (f"127.0.0.1:{port}", f"localhost:{port}")
        self.token = token.encode()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it; there are no web sockets here."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        if scope["type"] != "http":
            await send({"type": "websocket.close", "code": 1008})
            return

        async def send_safely(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(_HEADERS)
                headers.setdefault("Content-Security-Policy", _NOTHING)
            await send(message)

        refused = self._refusal(scope["path"], Headers(scope=scope))
        await (refused or self.app)(scope, receive, send_safely)

    def _refusal(self, path: str, headers: Headers) -> JSONResponse | None:
        host = headers.get("host", "")
        if host not in self.hosts:
            return _refused(400, "This is not the name of the page.")
        if headers.get("origin", f"http://{host}") != f"http://{host}":
            return _refused(403, "Only the page itself may ask.")
        if headers.get("sec-fetch-site", "none") not in ("same-origin", "none"):
            return _refused(403, "Only the page itself may ask.")
        if not path.startswith(API):
            return None
        scheme, _, token = headers.get("authorization", "").partition(" ")
        if scheme.lower() != "bearer" or not hmac.compare_digest(token.encode(), self.token):
            return _refused(403, "The token is missing or wrong. Open the address that the terminal shows.")
        if headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
            return _refused(415, "Only JSON is taken.")
        return None


def _refused(status: int, message: str) -> JSONResponse:
    return JSONResponse({"message": message, "hint": None}, status)
