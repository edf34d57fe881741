"""The seal on what is kept from run to run: nobody without this user's key can have written it.

A cache may stand where others write too, as in a checkout that CI makes of somebody's merge request. What is found
there without a seal is as if it were not there.
"""

from __future__ import annotations

import os
import stat
from functools import cache
from hashlib import blake2b
from pathlib import Path

from reviewlint.cache.folder import system_configs

VARIABLE = "REVIEWLINT_CACHE_KEY"
_LENGTH = 32  # bytes of a key and of a seal
_MOST = 1_000


def seal(*parts: bytes) -> bytes:
    """Return a keyed hash (BLAKE2b, RFC 7693) of some parts, in their order; raise OSError where there is no key."""
    digest = blake2b(key=_key(os.environ.get(VARIABLE, "")), digest_size=_LENGTH)
    for part in parts:
        digest.update(len(part).to_bytes(8))
        digest.update(part)
    return digest.digest()


@cache
def _key(given: str) -> bytes:
    """Return the user's key: what the environment gives, or what a file of theirs holds, which is made if need be."""
    if given:
        return blake2b(given.encode(errors="surrogateescape"), digest_size=_LENGTH).digest()
    try:
        path = system_configs() / "reviewlint" / "cache.key"
    except RuntimeError:
        raise OSError(f"there is no home folder for its key; set {VARIABLE}") from None
    try:
        return _read(path)
    except FileNotFoundError:
        return _made(path)


def _made(path: Path) -> bytes:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    fresh = path.with_name(f".{os.urandom(8).hex()}.key")
    try:
        handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(os.urandom(_LENGTH))
        if path.exists():  # somebody else was faster
            return _read(path)
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)
    return _read(path)


def _read(path: Path) -> bytes:
    with path.open("rb") as file:
        state = os.fstat(file.fileno())
        if not stat.S_ISREG(state.st_mode) or not is_mine(state) or (os.name == "posix" and state.st_mode & 0o077):
            raise OSError(f"its key {path} is not this user's alone")
        key = file.read(_MOST)
    if len(key) != _LENGTH:
        raise OSError(f"its key {path} is damaged; delete it")
    return key


def is_mine(state: os.stat_result) -> bool:
    """Tell whether a file or folder belongs to this user; where the system has no such users, all do."""
    return not hasattr(os, "geteuid") or state.st_uid == os.geteuid()
