"""An editor at the other end: sessions with the server, with the capabilities that real editors were recorded with."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types
from pygls.protocol import default_converter
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities
from pytest_lsp.client import DEFAULT_CLIENT_FEATURES, register_lsp_features

NEOVIM, NEW_NEOVIM = "neovim@0.9.1", "neovim@0.11.0"
CODE, EMACS = "visual-studio-code@1.65.2", "emacs@29.1"
SERVER = [sys.executable, "-m", "reviewlint", "lsp", "--stdio"]
_PATIENCE = 60  # seconds for a session; a server that does not answer must not hold up the others
QUICK = {"reader": "off"}  # the model takes seconds to load, so only the test that is about it does


def _converter() -> Any:
    """Return pygls's converter, made to tell an action that has a command from a mere command."""
    converter = default_converter()
    kinds = (types.Command, types.CodeAction)
    converter.register_structure_hook(
        types.Command | types.CodeAction,
        lambda given, _: converter.structure(given, kinds[not isinstance(given.get("command"), str)]),
    )
    return converter


class Client(LanguageClient):
    """The client of a test, which loses nothing that it is told."""

    def __init__(self) -> None:
        super().__init__(converter_factory=_converter)
        self.pushed: asyncio.Queue[types.PublishDiagnosticsParams] = asyncio.Queue()
        self.refreshes: asyncio.Queue[None] = asyncio.Queue()
        self.registered: list[types.Registration] = []
        self.server_offers = types.ServerCapabilities()
        register_lsp_features(self, {**DEFAULT_CLIENT_FEATURES, **_HANDLERS})


_HANDLERS = {
    types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS: lambda ls, params: ls.pushed.put_nowait(params),
    types.WORKSPACE_DIAGNOSTIC_REFRESH: lambda ls, params: ls.refreshes.put_nowait(None),
    types.CLIENT_REGISTER_CAPABILITY: lambda ls, params: ls.registered.extend(params.registrations),
}


class Editor:
    """A session of an editor: the drafts it opens, and what it is told of them."""

    def __init__(self, client: Client, folder: Path) -> None:
        self.client, self.folder = client, folder
        self._versions: dict[str, int] = {}

    def uri(self, name: str) -> str:
        return (self.folder / name).as_uri()

    def open(self, name: str, text: str, language: str = "markdown") -> str:
        uri = name if ":" in name else self.uri(name)
        self._versions[uri] = 1
        item = types.TextDocumentItem(uri, language, 1, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        return uri

    def change(self, uri: str, text: str) -> int:
        self._versions[uri] += 1
        document = types.VersionedTextDocumentIdentifier(self._versions[uri], uri)
        change = types.TextDocumentContentChangeWholeDocument(text)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(document, [change]))
        return self._versions[uri]

    async def told(self, uri: str, version: int = 1) -> list[types.Diagnostic]:
        """Return the next diagnostics that are pushed for a version of a draft; those of older ones are passed over."""
        while True:
            params = await self.client.pushed.get()
            if params.uri == uri and params.version == version:
                return list(params.diagnostics)

    async def asked(self, uri: str, previous: str | None = None) -> Any:
        document = types.TextDocumentIdentifier(uri)
        params = types.DocumentDiagnosticParams(document, previous_result_id=previous)
        return await self.client.text_document_diagnostic_async(params)

    async def actions(
        self, uri: str, range_: types.Range, only: list[types.CodeActionKind | str] | None = None
    ) -> dict[str, types.CodeAction]:
        context = types.CodeActionContext([], only=only)
        params = types.CodeActionParams(types.TextDocumentIdentifier(uri), range_, context)
        found = await self.client.text_document_code_action_async(params)
        return {action.title: action for action in found or [] if isinstance(action, types.CodeAction)}

    async def run(self, command: types.Command | None) -> None:
        assert command is not None
        params = types.ExecuteCommandParams(command.command, command.arguments)
        await self.client.workspace_execute_command_async(params)


Start = Callable[..., AbstractAsyncContextManager[Editor]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder for drafts at which every search ends."""
    (tmp_path / ".git").mkdir()
    return tmp_path


@pytest.fixture
def editor(folder: Path) -> Start:
    """Return what starts a session: of which editor, and with which settings."""

    @asynccontextmanager
    async def start(
        name: str = NEOVIM,
        config: dict[str, Any] = QUICK,
        encodings: list[str] | None = None,
        refreshing: bool | None = None,
    ) -> AsyncIterator[Editor]:
        client = await ClientServerConfig(SERVER, Client).start()
        assert isinstance(client, Client)
        capabilities = client_capabilities(name)
        if encodings is not None:
            capabilities.general = types.GeneralClientCapabilities(position_encodings=encodings)
        if refreshing is not None:
            assert capabilities.workspace is not None
            capabilities.workspace.diagnostics = types.DiagnosticWorkspaceClientCapabilities(refreshing)
        params = types.InitializeParams(
            capabilities, root_uri=folder.as_uri(), initialization_options={"config": config}
        )
        try:
            async with asyncio.timeout(_PATIENCE):
                client.server_offers = (await client.initialize_session(params)).capabilities
                yield Editor(client, folder)
        finally:
            await client.shutdown_session()
            await client.stop()

    return start


def at(line: int, start: int, end: int) -> types.Range:
    """Return a range within a line, all counted from 0."""
    return types.Range(types.Position(line, start), types.Position(line, end))
