"""What changes around the open drafts: settings of the editor, configuration, facts, accepted words, rules."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lsprotocol import types

from reviewlint.errors import ReviewlintError
from reviewlint.lsp.passes import Settings
from reviewlint.lsp.session import Server

_SECTION = "reviewlint"
# Configuration, rules of one's own, facts, and files of words, which may have any name but mostly have this ending.
_WATCHED = ("**/*.toml", "**/*.facts.{yaml,yml,json}", "**/facts/*.{yaml,yml,json}", "**/*.txt")


def register(server: Server) -> None:
    """Have a server look again when something has changed around its drafts."""

    @server.feature(types.INITIALIZED)
    async def ready(ls: Server, params: types.InitializedParams) -> None:
        wanted = list(_wishes(ls.client_capabilities))
        if wanted:
            ls.client_register_capability(types.RegistrationParams(wanted))
        await _ask(ls)

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    async def changed(ls: Server, params: types.DidChangeWatchedFilesParams) -> None:
        if any(change.uri not in ls.desk for change in params.changes):
            ls.look_again()

    @server.feature(types.WORKSPACE_DID_CHANGE_CONFIGURATION)
    async def configured(ls: Server, params: types.DidChangeConfigurationParams) -> None:
        if isinstance(params.settings, dict) and params.settings:
            take(ls, params.settings)
        else:
            await _ask(ls)


def _wishes(client: types.ClientCapabilities) -> Iterator[types.Registration]:
    """Yield what the editor is asked to tell of, where it can be asked at this stage."""
    workspace = client.workspace
    files = workspace.did_change_watched_files if workspace is not None else None
    if files is not None and files.dynamic_registration:
        watchers = [types.FileSystemWatcher(pattern) for pattern in _WATCHED]
        options = types.DidChangeWatchedFilesRegistrationOptions(watchers)
        yield types.Registration("files", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
    settings = workspace.did_change_configuration if workspace is not None else None
    if settings is not None and settings.dynamic_registration:
        section = types.DidChangeConfigurationRegistrationOptions(_SECTION)
        yield types.Registration("settings", types.WORKSPACE_DID_CHANGE_CONFIGURATION, section)


async def _ask(ls: Server) -> None:
    """Ask the editor for its settings, where it can be asked."""
    workspace = ls.client_capabilities.workspace
    if workspace is None or not workspace.configuration:
        return
    item = types.ConfigurationItem(section=_SECTION)
    found = await ls.workspace_configuration_async(types.ConfigurationParams([item]))
    if found and isinstance(found[0], dict):
        take(ls, found[0])


def take(ls: Server, given: Any) -> None:
    """Take settings as an editor sends them: `{"config": {…}}`, alone or under the key `reviewlint`.

    What is wrong with them is shown, and those that applied before stay.
    """
    table = given.get(_SECTION, given) if isinstance(given, dict) else None
    values = table.get("config") if isinstance(table, dict) else None
    if values is None or values == ls.desk.settings.values:
        return
    try:
        if not isinstance(values, dict):
            raise ReviewlintError("The setting “config” of reviewlint is a table, with the keys of reviewlint.toml.")
        settings = Settings(values)
        settings.verify(Path.cwd())
    except ReviewlintError as error:
        ls.tell(error)
        return
    ls.desk.settings = settings
    ls.look_again()
