"""Brings LanguageTool to this machine. Only `reviewlint engine install` does; a check never downloads."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Iterable
from pathlib import Path

from reviewlint.engines.languagetool.place import JAR, VERSION, install_folder, missing
from reviewlint.engines.trouble import Trouble

_POM = Path(__file__).with_name("pom.xml")
_WIDTH = 70  # bytes of a manifest line; 72 with its end is the most there may be


def is_installed() -> bool:
    """Tell whether LanguageTool is there as a whole."""
    return (install_folder() / JAR).is_file() and not absent_jars()


def by_download() -> None:
    """Let language-tool-python download LanguageTool; raise Trouble where that fails."""
    from language_tool_python.download_lt import LocalLanguageTool

    try:
        LocalLanguageTool.from_version_name(VERSION).download()
    except Exception as error:  # of many kinds: network, disk, hash, Java
        remedy = "Behind a proxy of packages, try `reviewlint engine install --via maven`."
        raise Trouble(f"LanguageTool could not be downloaded: {error}", remedy) from None
    trouble = missing()
    if trouble is not None:
        raise trouble


def by_maven() -> None:
    """Let Maven fetch LanguageTool's jars, and lay them out as language-tool-python looks for them.

    Raise Trouble where Maven is missing or fails.
    """
    maven = shutil.which("mvn")
    if maven is None:
        raise Trouble("There is no Maven (the command mvn)", "Install it, or leave out --via maven.")
    target = install_folder()
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent) as work:
        folder = Path(work) / target.name
        (folder / "libs").mkdir(parents=True)
        pom = shutil.copy(_POM, work)
        goal = ["dependency:copy-dependencies", f"-DoutputDirectory={folder / 'libs'}", "-DincludeScope=runtime"]
        done = subprocess.run(
            [maven, "-B", "-q", "--strict-checksums", "-f", pom, *goal],
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
        )
        if done.returncode:
            lines = [line for line in (done.stdout + done.stderr).splitlines() if "ERROR" in line] or ["no word why"]
            raise Trouble(f"Maven could not fetch LanguageTool: {lines[0].removeprefix('[ERROR] ').rstrip('.')}")
        write_jar(folder / JAR, sorted(path.name for path in (folder / "libs").iterdir()))
        try:
            folder.rename(target)  # as a whole, so that an install is never half done
        except OSError as error:
            raise Trouble(f"{target} is in the way: {error.strerror}", "Delete it and try again.") from None


def write_jar(path: Path, names: Iterable[str]) -> None:
    """Write a jar that holds nothing but a class path: the jars `names` in the folder libs beside it."""
    line = "Class-Path: " + " ".join(f"libs/{name}" for name in names)
    first, rest = line[:_WIDTH], line[_WIDTH:]
    more = [" " + rest[at : at + _WIDTH - 1] for at in range(0, len(rest), _WIDTH - 1)]
    with zipfile.ZipFile(path, "w") as jar:
        jar.writestr("META-INF/MANIFEST.MF", "\r\n".join(["Manifest-Version: 1.0", first, *more, "", ""]))


def absent_jars() -> list[str]:
    """Return the jars that the server's jar asks for and that are not there."""
    jar = install_folder() / JAR
    try:
        with zipfile.ZipFile(jar) as file:
            text = file.read("META-INF/MANIFEST.MF").decode("utf-8", "replace")
    except (OSError, KeyError, zipfile.BadZipFile):
        return [JAR]
    joined = text.replace("\r\n ", "").replace("\n ", "")
    listed = [line.partition(":")[2].split() for line in joined.splitlines() if line.startswith("Class-Path:")]
    return [name for names in listed for name in names if not (jar.parent / name).is_file()]
