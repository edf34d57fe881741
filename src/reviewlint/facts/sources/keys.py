"""The user's keys and addresses: from the environment, or from the keyring of the system; never from a file."""

from __future__ import annotations

import os
from urllib.parse import urlsplit

from reviewlint.errors import ReviewlintError
from reviewlint.facts.sources.pace import is_loopback

SERVICE = "reviewlint"
CONTACT = "REVIEWLINT_CONTACT"


def key_variable(name: str) -> str:
    """Return the environment variable of a key: REVIEWLINT_TMDB_KEY."""
    return f"{SERVICE}_{name}_key".upper().replace("-", "_")


def address_variable(source: str) -> str:
    """Return the environment variable of a source's address: REVIEWLINT_WIKIDATA_URL."""
    return f"{SERVICE}_{source}_url".upper().replace("-", "_")


def find_key(name: str) -> str | None:
    """Return a key, or None if the user has none."""
    given = os.environ.get(key_variable(name), "").strip()
    return given or _from_keyring(name)


def _from_keyring(name: str) -> str | None:
    try:
        import keyring
        from keyring.errors import KeyringError
    except ImportError:
        return None
    try:
        return keyring.get_password(SERVICE, name)
    except (KeyringError, OSError, RuntimeError):  # locked, or none on this machine
        return None


def address(source: str, usual: str) -> str:
    """Return the address of a source: the usual one, or what the environment names; without a slash at its end.

    Raise ReviewlintError where that is not https, except on this machine: keys would be readable on the way.
    """
    variable = address_variable(source)
    given = os.environ.get(variable, "").strip()
    if not given:
        return usual
    parts = urlsplit(given)
    if parts.scheme != "https" and not (parts.scheme == "http" and is_loopback(parts.hostname or "")):
        raise ReviewlintError(f"The address in {variable} must begin with https://.")
    return given.rstrip("/")
