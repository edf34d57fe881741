"""Runs the page's server on a free port of this machine, and opens the page."""

from __future__ import annotations

import os
import secrets
import socket
import sys
import threading
import webbrowser
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import uvicorn

from reviewlint.serve.app import make_app
from reviewlint.serve.folder import Folder
from reviewlint.serve.work import MainThread


def serve(top: Path, draft: str | None, say: Callable[[str], None], *, browser: bool) -> None:
    """Serve the page for a folder until interrupted. `draft` is opened in it; `say` is told the address.

    The token is in the part of the address that a browser sends to nobody.
    """
    token = secrets.token_urlsafe(32)
    worker = MainThread()
    listening = socket.create_server(("127.0.0.1", 0))
    port = listening.getsockname()[1]
    app = make_app(Folder(top), worker, port, token)
    config = uvicorn.Config(
        app, log_level="error", access_log=False, server_header=False, ws="none", lifespan="off",
        timeout_graceful_shutdown=1,
    )  # fmt: skip
    server = uvicorn.Server(config)
    thread = threading.Thread(target=_run, args=(server, listening, worker), name="server")
    thread.start()
    try:
        address = f"http://127.0.0.1:{port}/#token={token}" + (f"&open={quote(draft)}" if draft else "")
        say(address)
        if browser and _has_screen():
            webbrowser.open(address)
        worker.work()
    finally:
        server.should_exit = True
        thread.join()


def _has_screen() -> bool:
    """Tell whether a browser can show a page; one of a terminal would take that over."""
    if os.environ.get("BROWSER") or sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _run(server: uvicorn.Server, listening: socket.socket, worker: MainThread) -> None:
    try:
        server.run(sockets=[listening])
    finally:
        worker.stop()  # else the main thread would wait for ever
