"""Where what a user has stands: what is kept from run to run, and their own configuration."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from reviewlint.errors import ReviewlintError

VARIABLE = "REVIEWLINT_CACHE_DIR"
CONFIG_VARIABLE = "REVIEWLINT_CONFIG"


def cache_folder() -> Path:
    """Return the folder named in REVIEWLINT_CACHE_DIR, or ours where this system keeps caches.

    Raise ReviewlintError for a user without a home, as in some containers.
    """
    given = os.environ.get(VARIABLE)
    if given:
        return Path(given)
    try:
        return _system_folder() / "reviewlint"
    except RuntimeError:
        raise ReviewlintError("There is no home folder for a cache.", hint=f"Name a folder in {VARIABLE}.") from None


def _system_folder() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or "~/AppData/Local").expanduser()
    if sys.platform == "darwin":
        return Path("~/Library/Caches").expanduser()
    given = os.environ.get("XDG_CACHE_HOME", "")
    return Path(given if given.startswith("/") else "~/.cache").expanduser()


def user_config() -> Path | None:
    """Return the path of the user's own configuration, named in REVIEWLINT_CONFIG or where this system keeps them.

    It need not be there. None for a user without a home.
    """
    given = os.environ.get(CONFIG_VARIABLE)
    if given:
        return Path(os.path.abspath(given))  # noqa: PTH100
    try:
        return _system_configs() / "reviewlint" / "reviewlint.toml"
    except RuntimeError:
        return None


def _system_configs() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA") or "~/AppData/Roaming").expanduser()
    if sys.platform == "darwin":
        return Path("~/Library/Application Support").expanduser()
    given = os.environ.get("XDG_CONFIG_HOME", "")
    return Path(given if given.startswith("/") else "~/.config").expanduser()
