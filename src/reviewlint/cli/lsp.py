"""`reviewlint lsp`."""

from __future__ import annotations

import os
import sys

import click

from reviewlint.cli.terminal import put


@click.command(name="lsp")
@click.option("--stdio", is_flag=True, help="Use standard input and output, which is also the default.")
def command(stdio: bool) -> None:
    """Serve an editor by the Language Server Protocol; editors start this themselves.

    docs/editors.md says how it is set up in Neovim, VS Code, Helix, Emacs, Zed and Sublime Text.
    """
    from reviewlint.lsp import need_libraries

    need_libraries()
    if sys.stdin.isatty():
        put("An editor is to speak to this: docs/editors.md says how to set one up. Ctrl-C ends it.", err=True)
    from reviewlint.lsp.server import make_server

    with os.fdopen(os.dup(sys.stdin.fileno()), "rb") as asked, os.fdopen(os.dup(sys.stdout.fileno()), "wb") as answered:
        os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what a library prints would be taken for an answer
        make_server().start_io(asked, answered)
