"""The model at work, and a model that cannot be loaded."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from reviewlint.checking.draft import Choice
from reviewlint.checking.pool import check_all
from reviewlint.config.files import Layer
from reviewlint.document import Source, parse
from reviewlint.errors import ReviewlintError
from reviewlint.reader import Edit, Head, model, read, reading, reading_beside
from reviewlint.reader.stretches import Token

SOUND = "The second half drags, but nobody who sees the last scene will ask for the money back."
SLIP = "It were a long evening, and everybody went home tired."
SPOILED = "The minor half pulls, but no person whom regards the ultimate spectacle shall demand the currency rearward."


@pytest.fixture
def other_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setattr(model, "_DATA", tmp_path)
    model.load_model.cache_clear()
    yield tmp_path
    model.load_model.cache_clear()


def reading_of(text: str) -> list[float]:
    return list(read(parse(Source("draft.md", text))).scores[Head.SPOILED])


def test_spoiled_words_score_higher_than_sound_ones() -> None:
    sound, spoiled = reading_of(SOUND), reading_of(SPOILED)
    assert sum(spoiled) / len(spoiled) > sum(sound) / len(sound) + 1


def test_a_paragraph_scores_the_same_whatever_stands_around_it() -> None:
    alone = reading_of(SPOILED)
    assert reading_of(f"{SOUND}\n\n{SPOILED}\n\n{SOUND}")[len(reading_of(SOUND)) :][: len(alone)] == alone


def test_a_gap_before_a_mark_shows_in_the_word_before_it() -> None:
    document = parse(Source("draft.md", "The diary is kept in a letter to, found after his death by a neighbour."))
    found = read(document).gaps
    assert document.words[max(range(len(found)), key=found.__getitem__)].text == "to"


def own_threads() -> list[str]:
    """Return the threads of the reader that are still there; other tests may have left some of their own."""
    return [thread.name for thread in threading.enumerate() if "reader" in thread.name]


def test_a_reading_made_beside_other_work_is_the_same() -> None:
    document = parse(Source("draft.md", f"{SPOILED}\n\n{SOUND}"))
    model.load_model.cache_clear()
    with reading_beside(document) as wait:
        beside = wait()
    assert beside == read(document)
    assert own_threads() == []


def test_an_interrupt_waits_for_one_stretch_and_leaves_no_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[int] = []

    began = threading.Event()

    class Slow:
        def scores(self, tokens: list[Token]) -> list[list[float]]:
            seen.append(len(tokens))
            began.set()
            while not threading.current_thread().given_up:
                pass
            return []

    monkeypatch.setattr(reading, "_is_one_of_many", lambda: False)
    monkeypatch.setattr(reading, "load_model", Slow)
    document = parse(Source("draft.md", f"{SPOILED}\n\n{SOUND}\n\n{SOUND}"))

    def interrupted() -> None:
        with reading_beside(document):
            assert began.wait(timeout=60)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert len(seen) == 1
    assert own_threads() == []


def test_the_libraries_note_nothing_at_home_and_send_nothing(tmp_path: Path) -> None:
    draft, home = tmp_path / "draft.md", tmp_path / "home"
    draft.write_text(SPOILED)
    home.mkdir()
    names = ("PATH", "REVIEWLINT_CACHE_DIR")  # and not CI, where they keep still
    env = {**{name: os.environ[name] for name in names}, "HOME": str(home), "TMPDIR": str(home)}
    env["XDG_CONFIG_HOME"] = str(tmp_path / "config")  # we keep a key there ourselves
    command = [sys.executable, "-m", "reviewlint", "check", "--no-cache", "--select", "garbled", str(draft)]
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    assert "garbled/" in done.stdout
    assert (done.stderr, list(home.iterdir())) == ("", [])


def test_a_draft_without_prose_needs_no_model(other_data: Path) -> None:
    assert read(parse(Source("draft.md", "# Heading\n"))).level < 0


@pytest.mark.parametrize("content", [b"", b"no model", None])
def test_a_damaged_model_is_an_error_that_names_the_way_out(other_data: Path, content: bytes | None) -> None:
    if content is not None:
        (other_data / "reader.onnx").write_bytes(content)
    with pytest.raises(ReviewlintError, match="cannot be loaded") as caught:
        read(parse(Source("draft.md", SOUND)))
    assert "--no-reader" in (caught.value.hint or "")


def test_a_slip_is_the_same_alone_and_among_other_paragraphs() -> None:
    def slips(text: str) -> list[tuple[str, Edit]]:
        document = parse(Source("draft.md", text))
        found = read(document).slips.values()
        return [(document.words[slip.word].text, slip.edit) for slip in found]

    alone = slips(SLIP)
    assert [(word, edit.text) for word, edit in alone] == [("were", "was")]
    assert slips(f"{SOUND}\n\n{SLIP}\n\n{SOUND}") == alone


def test_findings_are_the_same_in_one_process_and_in_several(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    drafts = [tmp_path / f"{number}.md" for number in range(4)]
    for number, draft in enumerate(drafts):
        draft.write_text("\n\n".join([SOUND, SLIP, SPOILED][number % 2 :]), encoding="utf-8")
    choice = Choice(Layer({"select": ["garbled/odd-phrase", "grammar/odd-form", "claims/missing-word"]}))
    one = [outcome.report for outcome in check_all(drafts, choice, 1)]
    assert [outcome.report for outcome in check_all(drafts, choice, 2)] == one
    assert all(report is not None and report.findings for report in one)
