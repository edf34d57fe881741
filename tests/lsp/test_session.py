"""Sessions: what an editor is told, when, and where."""

from __future__ import annotations

from pathlib import Path

import pytest
from lsprotocol import types

from tests.lsp.conftest import CODE, EMACS, NEOVIM, NEW_NEOVIM, QUICK, Start, at

pytestmark = pytest.mark.asyncio
DOUBLED = "It is is a film.\n"


@pytest.mark.parametrize("name", [NEOVIM, CODE, EMACS])
async def test_editors_that_cannot_ask_are_told(editor: Start, name: str) -> None:
    async with editor(name) as session:
        uri = session.open("draft.md", DOUBLED)
        (found,) = await session.told(uri)
        assert (found.source, found.code, found.range) == ("reviewlint", "grammar/doubled-word", at(0, 3, 8))
        assert await session.told(uri, session.change(uri, "It is a film.\n")) == []
        session.client.text_document_did_close(types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(uri)))
        closed = await session.client.pushed.get()
        assert (closed.version, list(closed.diagnostics)) == (None, [])


async def test_editors_that_ask_are_answered_and_told_nothing(editor: Start) -> None:
    async with editor(NEW_NEOVIM, refreshing=True) as session:
        uri = session.open("draft.md", DOUBLED)
        answer = await session.asked(uri)
        assert [found.code for found in answer.items] == ["grammar/doubled-word"]
        assert (await session.asked(uri, answer.result_id)).kind == types.DocumentDiagnosticReportKind.Unchanged
        session.change(uri, "It is a film.\n")
        assert (await session.asked(uri, answer.result_id)).items == ()
        assert session.client.pushed.empty()
        assert (await session.asked(session.uri("other.md"))).items == ()  # never opened


async def test_editors_that_would_not_ask_again_are_told(editor: Start) -> None:
    async with editor(NEW_NEOVIM) as session:  # as it was recorded
        uri = session.open("draft.md", DOUBLED)
        assert [found.code for found in await session.told(uri)] == ["grammar/doubled-word"]
        assert session.client.server_offers.diagnostic_provider is None


async def test_editors_that_ask_are_told_to_ask_again(editor: Start, folder: Path) -> None:
    async with editor(NEW_NEOVIM, refreshing=True) as session:
        uri = session.open("draft.md", DOUBLED)
        assert len((await session.asked(uri)).items) == 1
        (folder / "reviewlint.toml").write_text('ignore = ["grammar"]', encoding="utf-8")
        event = types.FileEvent(session.uri("reviewlint.toml"), types.FileChangeType.Created)
        session.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([event]))
        await session.client.refreshes.get()
        assert (await session.asked(uri)).items == ()


async def test_of_versions_in_quick_succession_the_last_is_told(editor: Start) -> None:
    async with editor() as session:
        uri = session.open("draft.md", "")
        for text in (DOUBLED, "It is", DOUBLED * 3):
            last = session.change(uri, text)
        assert len(await session.told(uri, last)) == 3


@pytest.mark.parametrize(("encoding", "start"), [("utf-8", 5), ("utf-16", 3), ("utf-32", 2)])
async def test_places_are_counted_as_agreed(editor: Start, encoding: str, start: int) -> None:
    async with editor(encodings=[encoding]) as session:
        uri = session.open("draft.md", f"\r\n𝄞 is is.\u2028\r\n{DOUBLED}")
        first, second = await session.told(uri)
        assert first.range == at(1, start, start + 5)
        assert second.range == at(2, 3, 8)


async def test_a_draft_without_a_file_has_no_facts_or_configuration(editor: Start, folder: Path) -> None:
    (folder / "reviewlint.toml").write_text('ignore = ["grammar"]', encoding="utf-8")
    async with editor() as session:
        for uri, language in (("untitled:Untitled-1", "markdown"), ("untitled:Untitled-2", "plaintext")):
            session.open(uri, DOUBLED, language)
            assert len(await session.told(uri)) == 1


async def test_what_a_check_of_the_folder_leaves_out_is_left_out(editor: Start, folder: Path) -> None:
    (folder / "reviewlint.toml").write_text('exclude = ["old/"]', encoding="utf-8")
    async with editor(NEW_NEOVIM, refreshing=True) as session:
        for name in ("old/draft.md", "README.md", "node_modules/a/b.md"):
            assert (await session.asked(session.open(name, DOUBLED))).items == ()
        assert len((await session.asked(session.open("new.md", DOUBLED))).items) == 1


async def test_what_is_wrong_is_told_where_it_stands(editor: Start, folder: Path) -> None:
    async with editor() as session:
        uri = session.open("draft.md", f"---\ntitle: [\n---\n\n{DOUBLED}")
        front, doubled = await session.told(uri)
        assert (front.severity, front.code, front.range.start.line) == (types.DiagnosticSeverity.Error, None, 2)
        assert doubled.range == at(4, 3, 8)
        (folder / "reviewlint.toml").write_text("ignor = []", encoding="utf-8")
        (wrong,) = await session.told(uri, session.change(uri, DOUBLED))
        assert wrong.message.endswith("“ignor” is not a key of the configuration. Did you mean “ignore”?")
        assert wrong.range == at(0, 0, 16)


async def test_files_beside_a_draft_are_watched_or_looked_at(editor: Start, folder: Path) -> None:
    async with editor(CODE) as session:
        uri = session.open("draft.md", "It is is a film that runs 75 minutes.\n")
        assert [found.code for found in await session.told(uri)] == ["grammar/doubled-word"]
        (watch,) = (each for each in session.client.registered if each.id == "files")
        assert "**/*.toml" in [watcher["globPattern"] for watcher in watch.register_options["watchers"]]
        for name, text in (("reviewlint.toml", 'ignore = ["grammar"]'), ("draft.facts.yaml", "duration: 58")):
            (folder / name).write_text(text, encoding="utf-8")
            event = types.FileEvent(session.uri(name), types.FileChangeType.Created)
            session.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([event]))
            told = [found.code for found in await session.told(uri)]
        assert told == ["facts/wrong-runtime"]
        # Where nothing is watched, the next keystroke tells, or the next time that the draft is saved.
        (folder / "reviewlint.toml").write_text("ignore = []", encoding="utf-8")
        assert len(await session.told(uri, session.change(uri, "It is is a film that runs 75 minutes."))) == 2
        (folder / "draft.facts.yaml").write_text("duration: 75", encoding="utf-8")
        session.client.text_document_did_save(types.DidSaveTextDocumentParams(types.TextDocumentIdentifier(uri)))
        assert [found.code for found in await session.told(uri, 2)] == ["grammar/doubled-word"]


async def test_settings_of_the_editor_go_over_the_configuration(editor: Start) -> None:
    async with editor() as session:
        uri = session.open("draft.md", DOUBLED)
        assert len(await session.told(uri)) == 1
        settings = {"reviewlint": {"config": {**QUICK, "ignore": ["grammar"]}}}
        session.client.workspace_did_change_configuration(types.DidChangeConfigurationParams(settings))
        assert await session.told(uri) == []
        wrong = {"reviewlint": {"config": {"ignor": []}}}
        session.client.workspace_did_change_configuration(types.DidChangeConfigurationParams(wrong))
        assert await session.told(uri, session.change(uri, DOUBLED)) == []  # the others still apply
        (message,) = session.client.messages
        assert "“ignor” is not a key" in message.message


async def test_the_reader_comes_after_the_rules(editor: Start) -> None:
    spoiled = (
        "The minor half pulls, but no person that regards the ultimate spectacle shall demand the currency rearward, "
        "and the comedy stays amusing from the commencement till the termination of the cinematic production.\n"
    )
    async with editor(config={}) as session:
        uri = session.open("draft.md", f"{DOUBLED}\n{spoiled}")
        first, second = await session.told(uri), await session.told(uri)
        assert [found.code for found in first] == ["grammar/doubled-word"]
        read = [found for found in second if found.range.start.line == 2]
        assert {found.code for found in read} == {"garbled/odd-phrase"}
        # What the reader said stays in sight while somebody types elsewhere.
        assert await session.told(uri, session.change(uri, f"It is a film.\n\n{spoiled}")) == read


async def test_a_word_is_accepted_by_the_server(editor: Start, folder: Path) -> None:
    (folder / "reviewlint.toml").write_text('accept = "words.txt"\n', encoding="utf-8")
    (folder / "words.txt").write_text("", encoding="utf-8")
    async with editor(EMACS) as session:
        uri = session.open("draft.md", "It is definately good.\n")
        (found,) = await session.told(uri)
        action = (await session.actions(uri, found.range))["Accept “definately” in all drafts"]
        await session.run(action.command)
        assert await session.told(uri) == []
        assert (folder / "words.txt").read_text(encoding="utf-8") == "definately\n"


@pytest.mark.parametrize(("name", "shown"), [(CODE, True), ("neovim@0.7.0", False)])
async def test_a_rule_is_explained(editor: Start, name: str, shown: bool) -> None:
    async with editor(name) as session:
        uri = session.open("draft.md", DOUBLED)
        (found,) = await session.told(uri)
        await session.run((await session.actions(uri, found.range))["Explain grammar/doubled-word"].command)
        if shown:
            (document,) = session.client.shown_documents
            assert document.uri.endswith("/rules/grammar-doubled-word.md")
        else:
            (message,) = session.client.messages
            assert message.message.startswith("grammar/doubled-word: ")


async def test_a_hover_and_a_fix_are_of_the_newest_text(editor: Start) -> None:
    async with editor(NEW_NEOVIM, refreshing=True) as session:
        uri = session.open("draft.md", "It is a film.\n")
        session.change(uri, f"First.\n\n{DOUBLED}")
        actions = await session.actions(uri, at(2, 4, 4), [types.CodeActionKind.QuickFix])
        assert "Fix: is" in actions
        params = types.HoverParams(types.TextDocumentIdentifier(uri), types.Position(2, 4))
        hover = await session.client.text_document_hover_async(params)
        assert hover is not None
        assert hover.range == at(2, 3, 8)
        assert await session.actions(session.uri("never-opened.md"), at(0, 0, 0)) == {}


async def test_rules_of_the_house_are_explained_too(editor: Start, folder: Path) -> None:
    (folder / "reviewlint.toml").write_text('rule-folders = ["rules"]\nselect = ["house"]\n', encoding="utf-8")
    rule = folder / "rules" / "house" / "flick.toml"
    rule.parent.mkdir(parents=True)
    rule.write_text(
        'kind = "pattern"\nsummary = "We say film."\nmessage = "Write film."\nwhy = "The house says so."\n'
        'severity = "warning"\nfix = "none"\nsince = "0.1"\nreads = ["prose"]\npatterns = ["flick"]\n'
        '[[bad]]\ntext = "A ⟦flick⟧."\n[[good]]\ntext = "A film."\n[[good]]\ntext = "Flicka."\n',
        encoding="utf-8",
    )
    async with editor(CODE) as session:
        uri = session.open("draft.md", "It is a flick.\n")
        (found,) = await session.told(uri)
        assert found.code == "house/flick"
        await session.run((await session.actions(uri, found.range))["Explain house/flick"].command)
        (document,) = session.client.shown_documents
        assert document.uri.endswith("/rules/house-flick.md")
