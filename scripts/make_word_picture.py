"""Makes docs/pictures/word.png: the example as a Word document with what reviewlint says of it.

    python scripts/make_word_picture.py

It needs LibreOffice Writer (soffice), Xvfb and ImageMagick (import). On Debian: apt-get install libreoffice-writer xvfb
imagemagick.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import docx
from docx.shared import Pt

from reviewlint.document import Document, Kind, Source, parse

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "examples" / "look-back.md"
PICTURE = ROOT / "docs" / "pictures" / "word.png"
_SCREEN = "1500x1060x24"
_PAGE = "1040x850+198+116"  # where the page and its margin stand in the window
_PATIENCE = 40  # seconds for the window to be drawn


def main() -> int:
    """Write the picture."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        as_word(parse(Source.from_bytes(str(EXAMPLE), EXAMPLE.read_bytes())), folder / "look-back.docx")
        shutil.copy(ROOT / "examples" / "look-back.facts.yaml", folder)
        words = ["check", "look-back.docx", "--fix", "--no-cache", "--output", "reviewed.docx"]
        subprocess.run([sys.executable, "-m", "reviewlint", *words], cwd=folder, stdout=subprocess.DEVNULL, check=False)
        PICTURE.parent.mkdir(exist_ok=True)
        photograph(folder / "reviewed.docx", folder / "profile", PICTURE)
    return 0


def as_word(draft: Document, path: Path) -> None:
    """Write the headings and paragraphs of a draft as a Word document."""
    made = docx.Document()
    made.styles["Normal"].font.name, made.styles["Normal"].font.size = "DejaVu Serif", Pt(10)
    for block in draft.blocks:
        text = draft.prose.text[block.start : block.end]
        if block.kind == Kind.HEADING:
            made.add_heading(text, block.level)
        elif block.kind != Kind.FRONT:
            made.add_paragraph(text)
    made.save(str(path))


def photograph(document: Path, profile: Path, picture: Path) -> None:
    """Open a document in LibreOffice on a screen of its own, and take a picture of the page."""
    shown = {**os.environ, "DISPLAY": ":97", "SAL_USE_VCLPLUGIN": "gen"}
    office = ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--norestore", "--nologo", "--writer"]
    with subprocess.Popen(["Xvfb", ":97", "-screen", "0", _SCREEN]) as screen:
        time.sleep(2)
        with subprocess.Popen([*office, str(document)], env=shown, start_new_session=True) as window:
            time.sleep(_PATIENCE)
            take = ["import", "-window", "root", "-crop", _PAGE, "+repage", str(picture)]
            subprocess.run(take, env=shown, check=True)
            os.killpg(window.pid, 15)
        screen.terminate()


if __name__ == "__main__":
    sys.exit(main())
