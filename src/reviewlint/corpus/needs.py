"""The libraries that a corpus needs, which a plain installation does not have."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from reviewlint.errors import ReviewlintError


def needed(module: str, extra: str) -> Any:
    """Return a module; raise ReviewlintError, which names the extra that brings it, where it is not installed."""
    try:
        return import_module(module)
    except ImportError as error:
        hint = f"Install it: pip install 'reviewlint[{extra}]'."
        raise ReviewlintError(f"This needs the package {module.partition('.')[0]}: {error}.", hint=hint) from None
