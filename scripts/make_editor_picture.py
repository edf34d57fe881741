"""Draws docs/pictures/editor.svg: Neovim with the example, the findings in it, and the hover on one of them.

    python scripts/make_editor_picture.py

It takes Neovim and the package pyte, which reads what Neovim draws into a terminal.
"""

from __future__ import annotations

import fcntl
import json
import os
import pty
import re
import select
import struct
import subprocess
import sys
import tempfile
import termios
import time
from itertools import groupby
from pathlib import Path

import pyte
from rich.console import Console
from rich.style import Style
from rich.text import Text

ROOT = Path(__file__).resolve().parent.parent
PICTURE = ROOT / "docs" / "pictures" / "editor.svg"
LUA = Path(__file__).with_name("editor_picture.lua")
COLUMNS, LINES = 120, 32
DRAFT, PHRASE = "examples/look-back.md", "75 [Mm]inutes"
_SETTLED = 3.0  # seconds without news from the editor after which it shows all that there is
_PATIENCE = 90.0


def draw() -> str:
    """Return the picture as SVG."""
    screen = pyte.Screen(COLUMNS, LINES)
    stream = pyte.ByteStream(screen)
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:  # the server may be writing still
        server = json.dumps([sys.executable, "-m", "reviewlint", "lsp"])[1:-1]
        script = Path(home) / "init.lua"
        given = f'SERVER, DRAFT, PHRASE = {{ {server} }}, "{DRAFT}", [[{PHRASE}]]\n'
        script.write_text(given + LUA.read_text(encoding="utf-8"), encoding="utf-8")
        environment = os.environ | {
            "HOME": home,
            "XDG_STATE_HOME": home,
            "TERM": "xterm-256color",
            "REVIEWLINT_NO_ENGINE": "1",
        }
        editor = subprocess.Popen(
            ["nvim", "-n", "-i", "NONE", "-u", str(script)], cwd=ROOT, env=environment, stdin=theirs, stdout=theirs
        )
        try:
            _watch(ours, stream, screen, "[1-9] findings")
            os.write(ours, b":lua vim.lsp.buf.hover()\r")
            _watch(ours, stream, screen, "Source:")
        finally:
            editor.kill()
            editor.wait()
    return _svg(screen)


def _watch(terminal: int, stream: pyte.ByteStream, screen: pyte.Screen, wanted: str) -> None:
    """Read what the editor draws until something is there and nothing more comes."""
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        ready, _, _ = select.select([terminal], [], [], _SETTLED)
        if ready:
            stream.feed(os.read(terminal, 65536))
        elif re.search(wanted, "\n".join(screen.display)):
            return
    sys.exit("\n".join(["Neovim shows this, and not what it should:", *screen.display]))


def _svg(screen: pyte.Screen) -> str:
    lines = [_line(screen.buffer[row]) for row in range(LINES - 1)]
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        console = Console(record=True, width=COLUMNS, file=nowhere, force_terminal=True, color_system="truecolor")
        for line in lines:
            console.print(line, soft_wrap=False, overflow="crop", no_wrap=True)
    svg = console.export_svg(title="Neovim", unique_id="editor")
    return re.sub(r"[ \t]+$", "", svg, flags=re.MULTILINE)


def _line(cells: dict[int, pyte.screens.Char]) -> Text:
    text = Text()
    for style, alike in groupby((cells[column] for column in range(COLUMNS)), key=_style):
        text.append("".join(cell.data for cell in alike), style)
    return text


def _style(cell: pyte.screens.Char) -> Style:
    front, back = (_colour(each) for each in (cell.fg, cell.bg))
    return Style(
        color=front, bgcolor=back, bold=cell.bold, italic=cell.italics, underline=cell.underscore, reverse=cell.reverse
    )


def _colour(name: str) -> str | None:
    if name == "default":
        return None
    return f"#{name}" if re.fullmatch(r"[0-9a-f]{6}", name) else name


if __name__ == "__main__":
    PICTURE.parent.mkdir(exist_ok=True)
    PICTURE.write_text(draw(), encoding="utf-8")
