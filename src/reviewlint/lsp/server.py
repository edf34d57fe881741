"""The language server: what the protocol asks for, passed on to whoever knows."""

from __future__ import annotations

import logging

from lsprotocol import types

from reviewlint.lsp import commands, watching
from reviewlint.lsp.actions import KINDS, Desired, actions_for
from reviewlint.lsp.hover import hover_at
from reviewlint.lsp.session import Server, version_of


def make_server() -> Server:
    """Return a server that knows what to do with all that an editor may ask."""
    server = Server()

    @server.feature(types.INITIALIZE)
    def begun(ls: Server, params: types.InitializeParams) -> None:
        ls.begin()
        watching.take(ls, params.initialization_options)
        if ls.pulls:  # an editor that is offered both would show everything twice
            _answer_pulls(ls)

    _follow_documents(server)
    _answer_questions(server)
    commands.register(server)
    watching.register(server)
    logging.getLogger("pygls").setLevel(logging.ERROR)
    return server


def _follow_documents(server: Server) -> None:
    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    async def opened(ls: Server, params: types.DidOpenTextDocumentParams) -> None:
        ls.adopt(params.text_document)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    async def changed(ls: Server, params: types.DidChangeTextDocumentParams) -> None:
        document = ls.workspace.get_text_document(params.text_document.uri)
        if document.uri in ls.desk:
            number = params.text_document.version
            ls.desk.put(document.uri, version_of(document.uri, document.language_id, number, document.source))

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE, types.SaveOptions(include_text=False))
    async def saved(ls: Server, params: types.DidSaveTextDocumentParams) -> None:
        """Look again, for editors that do not watch files: the facts may have changed meanwhile."""
        ls.look_again(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    async def closed(ls: Server, params: types.DidCloseTextDocumentParams) -> None:
        ls.desk.take_away(params.text_document.uri)
        if not ls.pulls:
            ls.text_document_publish_diagnostics(types.PublishDiagnosticsParams(params.text_document.uri, []))


def _answer_pulls(server: Server) -> None:
    @server.feature(
        types.TEXT_DOCUMENT_DIAGNOSTIC,
        types.DiagnosticOptions(inter_file_dependencies=True, workspace_diagnostics=False, identifier="reviewlint"),
    )
    async def asked(ls: Server, params: types.DocumentDiagnosticParams) -> types.DocumentDiagnosticReport:
        checked = await ls.desk.checked(params.text_document.uri)
        if checked is None:
            return types.RelatedFullDocumentDiagnosticReport(items=[])
        name = f"{checked.version.number}.{hash((checked.findings, *map(str, checked.errors))):x}"
        if params.previous_result_id == name:
            return types.RelatedUnchangedDocumentDiagnosticReport(result_id=name)
        return types.RelatedFullDocumentDiagnosticReport(items=ls.diagnostics(checked), result_id=name)


def _answer_questions(server: Server) -> None:
    @server.feature(types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions(code_action_kinds=KINDS))
    async def actions(ls: Server, params: types.CodeActionParams) -> list[types.CodeAction]:
        uri = params.text_document.uri
        checked = await ls.desk.checked(uri)
        if checked is None:
            return []
        positions = ls.positions(checked.version.text)
        context = params.context
        automatic = context.trigger_kind == types.CodeActionTriggerKind.Automatic
        span = positions.span(params.range)
        desired = Desired(uri, checked, span, positions, ls.shows, context.only, *_edits(ls), automatic)
        return actions_for(desired, ls.desk.settings)

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    async def hover(ls: Server, params: types.HoverParams) -> types.Hover | None:
        checked = await ls.desk.checked(params.text_document.uri)
        if checked is None:
            return None
        return hover_at(checked, params.position, ls.positions(checked.version.text))


def _edits(ls: Server) -> tuple[bool, bool]:
    """Return whether the editor heeds versions in edits, and whether it knows places to fill in."""
    workspace = ls.client_capabilities.workspace
    edits = workspace.workspace_edit if workspace is not None else None
    return bool(edits and edits.document_changes), bool(edits and edits.snippet_edit_support)
