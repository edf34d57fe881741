"""What the server does itself when an action is chosen: an editor would have to know how, and few do."""

from __future__ import annotations

import asyncio
from pathlib import Path

from lsprotocol import types
from pygls import uris

from reviewlint.config.edit import accept_words
from reviewlint.config.files import shown
from reviewlint.errors import ReviewlintError
from reviewlint.finding import Span
from reviewlint.fix import write_atomically
from reviewlint.lsp.actions import ACCEPT, EXPLAIN, PUT_FACT
from reviewlint.lsp.facts import statements_at
from reviewlint.lsp.pages import page_of
from reviewlint.lsp.passes import built_in
from reviewlint.lsp.session import Server


def register(server: Server) -> None:
    """Have a server know the commands of its actions."""

    @server.command(ACCEPT)
    async def accept(ls: Server, uri: str, word: str) -> None:
        path = uris.to_fs_path(uri)
        if path is None or not isinstance(word, str) or not word.strip():
            return
        try:
            written = await asyncio.to_thread(accept_words, Path(path), [word])
        except ReviewlintError as error:
            ls.tell(error)
            return
        ls.say(f"Accepted “{word}” in {shown(written)}.")
        ls.look_again()

    @server.command(PUT_FACT)
    async def put_fact(ls: Server, uri: str, start: int, end: int, label: str) -> None:
        """Write into the facts file what the draft says at a place now, if it still says that there."""
        checked = await ls.desk.checked(uri)
        if checked is None:
            return
        found = (s for s in statements_at(checked.version, Span(start, end)) if s.label == label)
        statement = next((each for each in found if each.span == Span(start, end)), None)
        try:
            if statement is None:
                raise ReviewlintError("The draft or its facts have changed; nothing was written.", hint="Try again.")
            write_atomically(statement.path, statement.text.encode())
        except ReviewlintError as error:
            ls.tell(error)
            return
        ls.say(f"Put “{statement.said}” as {label} into {shown(statement.path)}.")
        ls.look_again()

    @server.command(EXPLAIN)
    async def explain(ls: Server, uri: str, rule: str) -> None:
        """Open the page of a rule, or say what is on it where the editor opens none."""
        checked = await ls.desk.checked(uri)
        info = (checked.rules if checked is not None else built_in()).get(rule)
        page = page_of(info)
        window = ls.client_capabilities.window
        opens = window is not None and window.show_document is not None and window.show_document.support
        if info is None:
            ls.tell(ReviewlintError(f"There is no rule “{rule}”."))
        elif opens and page is not None:
            await ls.window_show_document_async(types.ShowDocumentParams(page.as_uri(), take_focus=True))
        else:
            words = f"{info.name}: {info.summary}\n\n{info.why}"
            ls.window_show_message(types.ShowMessageParams(types.MessageType.Info, words))
