"""`reviewlint serve`."""

from __future__ import annotations

from pathlib import Path

import click

from reviewlint.cli.terminal import put
from reviewlint.config.files import absolute
from reviewlint.errors import ReviewlintError
from reviewlint.reach import is_file, is_folder


@click.command(name="serve")
@click.argument("path", type=click.Path(path_type=Path), default=".", metavar="[FOLDER | DRAFT]")
@click.option("--no-browser", is_flag=True, help="Only print the address; do not open a browser.")
def command(path: Path, no_browser: bool) -> None:
    """Open a page in the browser to write and check drafts.

    It shows the drafts in FOLDER, or DRAFT and those beside it; by default those in this folder. It can be reached
    from this machine alone, and by nobody without the token in its address. Ctrl-C ends it.
    """
    from reviewlint.serve import need_libraries

    need_libraries()
    from reviewlint.serve.running import serve  # starlette and uvicorn are imported only here

    full = absolute(path)
    draft = full.name if is_file(full) else None
    top = full.parent if draft else full
    if not is_folder(top) or (draft is None and not is_folder(full)):
        raise ReviewlintError("There is no such file or folder.", path=path)
    serve(top, draft, _say, browser=not no_browser)


def _say(address: str) -> None:
    put(f"The page is at {address}\nIt shows the drafts of this folder. Ctrl-C ends it.", err=True)
