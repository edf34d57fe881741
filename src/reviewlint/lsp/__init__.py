"""`reviewlint lsp`: a language server, so that an editor shows findings while a draft is written."""

from __future__ import annotations

from importlib.util import find_spec

from reviewlint.errors import ReviewlintError


def need_libraries() -> None:
    """Raise ReviewlintError where a library of the language server is not installed."""
    missing = [name for name in ("lsprotocol", "pygls") if find_spec(name) is None]
    if missing:
        raise ReviewlintError(
            f"The language server needs {' and '.join(missing)}.", hint='Install it: pip install "reviewlint[lsp]"'
        )
