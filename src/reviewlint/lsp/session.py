"""What a session with an editor consists of: the connection, what the editor can do, and the drafts that are open."""

from __future__ import annotations

import asyncio
from pathlib import Path

from lsprotocol import types
from pygls import uris
from pygls.lsp.server import LanguageServer

from reviewlint import __version__
from reviewlint.errors import ReviewlintError
from reviewlint.lsp.desk import Desk
from reviewlint.lsp.diagnostics import Shows, diagnostics_of
from reviewlint.lsp.passes import Checked, Version
from reviewlint.lsp.positions import UTF_16, Positions

_ENDINGS = {"html": ".html", "plaintext": ".txt", "text": ".txt", "mdx": ".mdx"}  # of drafts that have no file yet


class Server(LanguageServer):
    """A server and the drafts that are open in its editor."""

    def __init__(self) -> None:
        # Whole texts: pygls takes other signs than the protocol for ends of lines where it applies changes.
        super().__init__("reviewlint", __version__, text_document_sync_kind=types.TextDocumentSyncKind.Full)
        self.desk = Desk(self._publish, self.say)
        self._loop: asyncio.AbstractEventLoop | None = None

    @property
    def pulls(self) -> bool:
        """Tell whether the editor asks for diagnostics, and asks again when it is told that there are new ones.

        One that would not ask again is told of them instead, for the reader and engines come later than the rules.
        """
        document, workspace = self.client_capabilities.text_document, self.client_capabilities.workspace
        again = workspace.diagnostics if workspace is not None else None
        return document is not None and document.diagnostic is not None and bool(again and again.refresh_support)

    @property
    def shows(self) -> Shows:
        """Return what the editor can show of a diagnostic."""
        return Shows.of(self.client_capabilities)

    def begin(self) -> None:
        """Remember the loop that the server runs in."""
        self._loop = asyncio.get_running_loop()

    def say(self, words: str) -> None:
        """Put a line into the editor's log; may be called in any thread."""
        if self._loop is not None:
            params = types.LogMessageParams(types.MessageType.Info, words)
            self._loop.call_soon_threadsafe(self.window_log_message, params)

    def tell(self, error: ReviewlintError) -> None:
        """Show an error that the user can mend."""
        self.window_show_message(types.ShowMessageParams(types.MessageType.Error, str(error)))

    def positions(self, text: str) -> Positions:
        """Return how places in a text are counted in this session."""
        return Positions(text, self.workspace.position_encoding or UTF_16)

    def diagnostics(self, checked: Checked) -> list[types.Diagnostic]:
        """Return what was found as the editor shows it."""
        return diagnostics_of(checked, self.positions(checked.version.text), self.shows)

    def _publish(self, uri: str, checked: Checked) -> None:
        if not self.pulls:
            params = types.PublishDiagnosticsParams(uri, self.diagnostics(checked), checked.version.number)
            self.text_document_publish_diagnostics(params)
        elif checked.until:
            self.workspace_diagnostic_refresh(None)

    def look_again(self, uri: str | None = None) -> None:
        """Look at a draft anew, or at all, and have the editor ask again."""
        self.desk.look_again(uri)
        if self.pulls:
            self.workspace_diagnostic_refresh(None)

    def adopt(self, document: types.TextDocumentItem) -> None:
        """Take a draft that was opened."""
        version = version_of(document.uri, document.language_id, document.version, document.text)
        self.desk.put(document.uri, version, pause=0)


def version_of(uri: str, language: str | None, number: int, text: str) -> Version:
    """Return a draft as an editor sends it; one without a file is read as its language says."""
    path = uris.to_fs_path(uri) if uri.startswith("file:") else None
    if path is None:
        return Version(Path(f"untitled{_ENDINGS.get(language or '', '.md')}"), number, text, on_disk=False)
    return Version(Path(path), number, text)
