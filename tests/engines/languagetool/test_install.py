"""How LanguageTool comes to this machine, and how its state is told."""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from reviewlint.cli.engine import command
from reviewlint.engines.languagetool import install
from reviewlint.engines.languagetool.place import JAR, identity, install_folder, missing
from reviewlint.engines.trouble import Trouble
from reviewlint.errors import ReviewlintError
from tests.engines.pretended import Java

_MAVEN = """#!{python}
import sys
from pathlib import Path
if {fails}:
    print("[INFO] Scanning\\n[ERROR] Could not resolve dependencies.")
    sys.exit(1)
folder = next(word.partition("=")[2] for word in sys.argv if word.startswith("-DoutputDirectory="))
for name in ("languagetool-core-6.8.jar", "languagetool-server-6.8.jar"):
    Path(folder, name).write_bytes(b"PK")
"""


def run(*words: str) -> tuple[int, str]:
    done = CliRunner().invoke(command, words, standalone_mode=False)
    if done.exception is not None:
        raise done.exception
    return done.return_value or 0, done.stdout


@pytest.fixture
def nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder of programs that is all there is, with nothing installed."""
    programs = tmp_path / "programs"
    programs.mkdir()
    monkeypatch.setenv("PATH", str(programs))
    monkeypatch.setenv("LTP_PATH", str(tmp_path / "lt"))
    return programs


def maven(programs: Path, *, fails: bool = False) -> None:
    script = programs / "mvn"
    script.write_text(_MAVEN.format(python=sys.executable, fails=fails), encoding="utf-8")
    script.chmod(0o755)


def test_maven_fetches_and_the_jars_are_laid_out(nowhere: Path) -> None:
    maven(nowhere)
    assert not install.is_installed()
    assert run("install", "--via", "maven") == (0, f"LanguageTool 6.8 is now in {install_folder()}.\n")
    assert install.is_installed()
    assert [path.name for path in install_folder().parent.iterdir()] == [install_folder().name]
    (install_folder() / "libs" / "languagetool-core-6.8.jar").unlink()
    assert install.absent_jars() == ["libs/languagetool-core-6.8.jar"]
    with pytest.raises(ReviewlintError, match="is in the way"):
        run("install", "--via", "maven")


def test_what_is_there_is_not_fetched_again(java: Java) -> None:
    assert run("install") == (0, f"LanguageTool 6.8 is in {install_folder()}.\n")


def test_a_fetch_that_fails_leaves_nothing(nowhere: Path) -> None:
    with pytest.raises(ReviewlintError, match=r"There is no Maven"):
        run("install", "--via", "maven")
    maven(nowhere, fails=True)
    with pytest.raises(ReviewlintError, match=r"Maven could not fetch LanguageTool: Could not resolve dependencies\."):
        run("install", "--via", "maven")
    assert list(install_folder().parent.iterdir()) == []


def test_a_download_that_fails_says_what_else_there_is(nowhere: Path) -> None:
    with pytest.raises(ReviewlintError, match="could not be downloaded") as caught:
        run("install")
    assert "--via maven" in str(caught.value.hint)


def test_a_long_class_path_is_folded_as_jars_want_it(tmp_path: Path) -> None:
    names = [f"a-rather-long-name-{number}.jar" for number in range(40)]
    install.write_jar(tmp_path / "x.jar", names)
    with zipfile.ZipFile(tmp_path / "x.jar") as jar:
        text = jar.read("META-INF/MANIFEST.MF")
    assert max(map(len, text.split(b"\r\n"))) <= 72
    joined = text.replace(b"\r\n ", b"").decode()
    assert joined.splitlines()[1] == "Class-Path: " + " ".join(f"libs/{name}" for name in names)


def test_what_is_missing_is_told_one_by_one(nowhere: Path) -> None:
    assert str(missing()).startswith("There is no Java")
    (nowhere / "java").write_text("", encoding="utf-8")
    (nowhere / "java").chmod(0o755)
    assert str(missing()).startswith("LanguageTool is not installed. Run `reviewlint engine install`")
    install_folder().mkdir(parents=True)
    assert "is not complete. Delete that folder" in str(missing())
    assert identity() == "none"
    install.write_jar(install_folder() / JAR, [])
    assert missing() is None
    assert identity().startswith("6.8 ")


def test_trouble_reads_as_sentences() -> None:
    assert str(Trouble("It is late", "Go home.")) == "It is late. Go home."
    assert str(Trouble("It is late")) == "It is late."
