"""The container image: built by the Dockerfile as it is, then run as `docker run` would, without a network.

Run as root by `pytest -m image`, where buildah, mmdebstrap and Debian's packages are at hand (CONTRIBUTING says more).
Where they are not, these tests fail.
"""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.repository import Repository

pytestmark = pytest.mark.image

SOURCE = Path(__file__).parents[2]
DRAFT = "They walk trough a forest. The film is longer than than the book, and dark,with a slow end.\n"
BUILD_SECONDS, RUN_SECONDS = 900, 240
# What buildah leaves of the network is the machine's own; a name space of its own has nothing but a loopback.
ALONE = ["unshare", "--net", "sh", "-c", 'ip link set lo up && exec "$@"', "alone"]


def ended(seconds: int, *command: str | Path) -> subprocess.CompletedProcess[str]:
    """Run a command; end it, and all that it started, after so many seconds."""
    limit = ["timeout", "--kill-after=10", str(seconds)]
    return subprocess.run([*limit, *command], capture_output=True, text=True, check=False)


def said(*command: str | Path) -> str:
    """Return what a command says; fail with its last words where it fails."""
    done = ended(BUILD_SECONDS, *command)
    assert done.returncode == 0, f"{command[0]}: {done.returncode}\n{done.stdout[-3000:]}\n{done.stderr[-3000:]}"
    return done.stdout.strip()


class Said(NamedTuple):
    """What a run in a container came to; `err` without what buildah itself says."""

    status: int
    out: str
    err: list[str]


class Image(NamedTuple):
    """An image in buildah's storage, and a container of it."""

    entrypoint: list[str]
    command: list[str]
    container: str
    user: str

    def run(self, drafts: Path, *words: str, user: int = 65532) -> Said:
        """Return what `docker run --user USER -v DRAFTS:/drafts IMAGE WORDS` says."""
        options = ["--user", str(user), "--volume", f"{drafts}:/drafts"]
        command = [*self.entrypoint, *(words or self.command)]
        whole = [*ALONE, "buildah", "run", *options, self.container, "--", *command]
        done = ended(RUN_SECONDS, *whole)
        own = ("subprocess exited with", "Error: exit status", "time=")
        return Said(done.returncode, done.stdout, [x for x in done.stderr.splitlines() if not x.startswith(own)])


@pytest.fixture(scope="module")
def storage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Give buildah a storage of its own, gone afterwards."""
    folder = tmp_path_factory.mktemp("storage")
    lines = ["[storage]", 'driver = ""', f'graphroot = "{folder}/graph"', f'runroot = "{folder}/run"']
    Path(folder, "storage.conf").write_text("\n".join(lines))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CONTAINERS_STORAGE_CONF", f"{folder}/storage.conf")
        patch.setenv("BUILDAH_ISOLATION", "chroot")
        yield
        ended(RUN_SECONDS, "buildah", "rm", "--all")
        ended(RUN_SECONDS, "buildah", "rmi", "--all", "--force")


@pytest.fixture(scope="module")
def built(storage: None) -> dict[str, Any]:
    """Build the image; return its configuration."""
    said(Path(__file__).with_name("stand-in"), "stand-in")
    said("buildah", "build", "--pull-never", "--build-arg", "PYTHON=localhost/stand-in", "--tag", "reviewlint", SOURCE)
    return json.loads(said("buildah", "inspect", "--type", "image", "reviewlint"))["OCIv1"]["config"]  # type: ignore[no-any-return]


@pytest.fixture
def image(built: dict[str, Any]) -> Image:
    """Give a container of the image that nobody has used, as `docker run` does."""
    container = said("buildah", "from", "--pull-never", "reviewlint")
    return Image(built["Entrypoint"], built["Cmd"], container, built["User"])


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    """A folder with a draft, which all may read, as a checkout is; pytest's own is for its user alone."""
    tmp_path.chmod(0o755)
    (tmp_path / "a.md").write_text(DRAFT)
    return tmp_path


def give_away(folder: Path) -> None:
    """Let a folder and what is in it belong to a user whom the image does not know."""
    for path in (folder, *folder.rglob("*")):
        os.chown(path, 1234, 1234)


def rules_in(report: str) -> set[str]:
    return {finding["rule"] for file in json.loads(report)["files"] for finding in file["findings"]}


def test_another_user_gets_the_findings_and_languagetools(image: Image, drafts: Path) -> None:
    give_away(drafts)
    words = ("check", "--format", "json", "--select", "grammar/languagetool,grammar/doubled-word", "a.md")
    done = image.run(drafts, *words, user=1234)
    assert (done.status, done.err) == (1, ["starting LanguageTool …"])
    assert {"grammar/languagetool", "grammar/doubled-word"} <= rules_in(done.out)
    assert image.run(drafts, *words, user=1234) == done._replace(err=[])  # remembered
    assert [path.name for path in drafts.iterdir()] == ["a.md"]


def test_without_a_word_it_checks_the_folder(image: Image, drafts: Path) -> None:
    (drafts / "reviewlint.toml").write_text('[grammar]\nengine = "off"\n')
    done = image.run(drafts)
    assert (done.status, done.err) == (1, [])
    assert "a.md:1:47  warning grammar/doubled-word" in done.out


def test_what_it_mends_stays_with_its_owner(image: Image, drafts: Path) -> None:
    give_away(drafts)
    image.run(drafts, "check", "--fix", "--select", "grammar/doubled-word", "a.md", user=1234)
    assert (drafts / "a.md").read_text() == DRAFT.replace("than than", "than")
    assert (drafts / "a.md").stat().st_uid == 1234


def test_it_asks_git_about_a_repository_of_its_user_alone(image: Image, drafts: Path) -> None:
    Repository(drafts).commit()
    (drafts / "a.md").write_text(DRAFT + "\nNobody saw the the end.\n")
    give_away(drafts)
    words = ("check", "--diff-base", "HEAD", "--select", "grammar/doubled-word", "--format", "concise")
    done = image.run(drafts, *words, user=1234)
    assert (done.status, done.err) == (1, [])
    assert [line.partition(": ")[0] for line in done.out.splitlines()] == ["a.md:3:12"]
    stranger = image.run(drafts, *words, user=4321)
    assert stranger.status == 2
    assert "dubious ownership" in stranger.err[0]
    assert "docker run --user" in stranger.err[0]


def test_it_has_no_rights_of_its_own(image: Image) -> None:
    assert image.user == "65532:65532"


def test_the_html_report_is_written(image: Image, drafts: Path) -> None:
    give_away(drafts)
    words = ("check", "--exit-zero", "--format", "html", "--output", "report.html", "--select", "typography", ".")
    assert image.run(drafts, *words, user=1234) == Said(0, "", [])
    assert "missing-space-after-comma" in (drafts / "report.html").read_text()
