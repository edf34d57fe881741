"""A real editor: Neovim without a screen, in which findings are read, fixed, ignored and accepted."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.neovim
SESSION = Path(__file__).parent / "session.lua"
DRAFT = """\
𝄞 An ode: it is is long.

It is definately good.

The film runs 75 minutes.
"""


def test_a_draft_is_mended_in_neovim(tmp_path: Path) -> None:
    editor = shutil.which("nvim")
    assert editor is not None, "Neovim is not installed."
    (tmp_path / ".git").mkdir()
    (tmp_path / "draft.md").write_text(DRAFT, encoding="utf-8")
    (tmp_path / "draft.facts.yaml").write_text("type: Movie\nduration: 58\n", encoding="utf-8")
    out = tmp_path / "seen.json"
    server = json.dumps([sys.executable, "-m", "reviewlint", "lsp"])[1:-1]
    given = f'FOLDER, OUT, SERVER = "{tmp_path}", "{out}", {{ {server} }}\n'
    script = tmp_path / "session.lua"
    script.write_text(given + SESSION.read_text(encoding="utf-8"), encoding="utf-8")
    homes = {name: str(tmp_path) for name in ("HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME")}
    command = [editor, "--headless", "-u", "NONE", "-n", "-c", f"luafile {script}"]
    done = subprocess.run(command, env=os.environ | homes, capture_output=True, text=True, timeout=240, check=False)
    assert out.is_file(), done.stderr
    seen = json.loads(out.read_text(encoding="utf-8"))
    assert "trouble" not in seen, seen["trouble"]
    # Neovim counts bytes: the clef takes four.
    assert seen["first"] == [
        ["grammar/doubled-word", 0, 16, 21, "reviewlint"],
        ["grammar/misspelling", 2, 6, 16, "reviewlint"],
        ["facts/wrong-runtime", 4, 14, 24, "reviewlint"],
    ]
    assert seen["hover"].startswith("**grammar/misspelling**")
    written = (tmp_path / "draft.md").read_text(encoding="utf-8")
    assert written == "\n".join([*seen["lines"], ""])
    assert written == DRAFT.replace("is is", "is").replace(
        "The film", "<!-- reviewlint: ignore[facts/wrong-runtime] meant so -->\nThe film"
    )
    assert (tmp_path / "reviewlint.toml").read_text(encoding="utf-8") == 'accept = ["definately"]\n'
