"""Where what a user has stands: what is kept from run to run, and their own configuration."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from reviewlint.errors import ReviewlintError

VARIABLE = "REVIEWLINT_CACHE_DIR"
CONFIG_VARIABLE = "REVIEWLINT_CONFIG"
# On Windows a variable and what stands for it, on macOS a folder, elsewhere a variable and what stands for it.
_CACHES = ("LOCALAPPDATA", "~/AppData/Local", "~/Library/Caches", "XDG_CACHE_HOME", "~/.cache")
_DATA = ("LOCALAPPDATA", "~/AppData/Local", "~/Library/Application Support", "XDG_DATA_HOME", "~/.local/share")
_CONFIGS = ("APPDATA", "~/AppData/Roaming", "~/Library/Application Support", "XDG_CONFIG_HOME", "~/.config")


def cache_folder() -> Path:
    """Return the folder named in REVIEWLINT_CACHE_DIR, or ours where this system keeps caches.

    Raise ReviewlintError for a user without a home, as in some containers.
    """
    given = os.environ.get(VARIABLE)
    if given:
        return Path(given)
    try:
        return _system_folder(*_CACHES) / "reviewlint"
    except RuntimeError:
        raise ReviewlintError("There is no home folder for a cache.", hint=f"Name a folder in {VARIABLE}.") from None


def refusal(folder: Path) -> str | None:
    """Return why a folder cannot hold a cache, or None: it must be this user's own, and nobody else may write there.

    Our own folder in the system's place is put right, if older versions made it too open. Raise OSError where it cannot
    be looked at.
    """
    state = os.stat(folder)  # noqa: PTH116
    if not hasattr(os, "geteuid"):
        return None
    if state.st_uid != os.geteuid():
        return "its folder belongs to another user"
    if state.st_mode & 0o022:
        if os.environ.get(VARIABLE):
            return "others may write into its folder"
        os.chmod(folder, 0o700)  # noqa: PTH101
    return None


def user_config() -> Path | None:
    """Return the path of the user's own configuration, named in REVIEWLINT_CONFIG or where this system keeps them.

    It need not be there. None for a user without a home.
    """
    given = os.environ.get(CONFIG_VARIABLE)
    if given:
        return Path(os.path.abspath(given))  # noqa: PTH100
    try:
        return system_configs() / "reviewlint" / "reviewlint.toml"
    except RuntimeError:
        return None


def system_configs() -> Path:
    """Return where this system keeps what users set; raise RuntimeError for a user without a home."""
    return _system_folder(*_CONFIGS)


def system_data() -> Path:
    """Return where this system keeps data of programs that cannot be made anew; raise RuntimeError without a home."""
    return _system_folder(*_DATA)


def _system_folder(windows: str, windows_else: str, mac: str, xdg: str, xdg_else: str) -> Path:
    """Return a folder of this user's by the ways of the system; raise RuntimeError for a user without a home.

    platformdirs would do, but for a user without a home it names a folder “~” where one happens to be.
    """
    if sys.platform == "win32":
        return Path(os.environ.get(windows) or windows_else).expanduser()
    if sys.platform == "darwin":
        return Path(mac).expanduser()
    given = os.environ.get(xdg, "")
    return Path(given if given.startswith("/") else xdg_else).expanduser()  # XDG has relative paths ignored
