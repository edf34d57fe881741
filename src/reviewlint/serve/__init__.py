"""`reviewlint serve`: a page on this machine on which a draft is written, checked and mended."""

from __future__ import annotations

from importlib.util import find_spec

from reviewlint.errors import ReviewlintError


def need_libraries() -> None:
    """Raise ReviewlintError where a library of the page's server is not installed."""
    missing = [name for name in ("starlette", "uvicorn") if find_spec(name) is None]
    if missing:
        raise ReviewlintError(
            f"The page needs {' and '.join(missing)}.", hint='Install it: pip install "reviewlint[serve]"'
        )
