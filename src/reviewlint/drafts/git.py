"""Runs git."""

from __future__ import annotations

import os
import subprocess
from functools import cache
from pathlib import Path

from reviewlint.config.files import absolute
from reviewlint.errors import ReviewlintError, nearest
from reviewlint.reach import exists

# What a user's configuration of git must not change about its answers.
_OWNER = "Run as its owner: for a container, docker run --user."
_PLAIN = ("core.quotePath=false", "diff.suppressBlankEmpty=false")
# What a repository's own configuration must not make git run: programs that watch files, hooks, and remotes that are
# asked for what a partial clone lacks.
_QUIET = ("core.fsmonitor=false", f"core.hooksPath={os.devnull}", "protocol.allow=never", "core.pager=cat")
_ENVIRONMENT = {
    "LC_ALL": "C",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_NO_LAZY_FETCH": "1",  # since git 2.45; before, no protocol is allowed
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_ALLOW_PROTOCOL": "none",
}


def top_of(path: Path) -> Path | None:
    """Return the top folder of the git repository that holds a path, or None if none does."""
    full = absolute(path)
    folders = (full, *full.parents)
    return next((folder for folder in folders if exists(folder / ".git")), None)


def git(top: Path, *words: str, given: bytes = b"") -> bytes:
    """Return what a git command prints in the repository at `top`; raise ReviewlintError where git fails."""
    done = _run(top, words, given)
    if done.returncode:
        reason = done.stderr.decode(errors="replace").strip().partition("\n")[0]
        hint = _OWNER if "dubious ownership" in reason else None
        raise ReviewlintError(
            f"git {words[0]} failed: {reason or f'exit status {done.returncode}'}.", path=top, hint=hint
        )
    return done.stdout


def tells(top: Path, *words: str) -> str | None:
    """Return the line that a git command prints, or None if it says no."""
    done = _run(top, words, b"")
    return None if done.returncode else done.stdout.decode(errors="surrogateescape").strip()


def _run(top: Path, words: tuple[str, ...], given: bytes) -> subprocess.CompletedProcess[bytes]:
    environment = os.environ | _ENVIRONMENT
    options = [word for value in (*_PLAIN, *_QUIET, *_filters(top)) for word in ("-c", value)]
    command = ["git", *options, "-C", str(top), *words]
    try:
        return subprocess.run(command, input=given, capture_output=True, check=False, env=environment)
    except FileNotFoundError:
        raise ReviewlintError("git is not installed, or not on the PATH.", hint="--diff-base needs it.") from None


@cache
def _filters(top: Path) -> tuple[str, ...]:
    """Return settings that turn off the programs by which a repository has its files changed on their way in or out.

    Such a `filter.*.clean` is run by a mere diff. Without it the files are compared as they are.
    """
    command = [
        "git",
        "-C",
        str(top),
        "config",
        "--null",
        "--name-only",
        "--get-regexp",
        r"^filter\..*\.(clean|process)$",
    ]
    try:
        done = subprocess.run(command, capture_output=True, check=False, env=os.environ | _ENVIRONMENT)
    except FileNotFoundError:  # told by who calls
        return ()
    names = [name for name in os.fsdecode(done.stdout).split("\0") if name]
    return tuple(f"{name}=" for name in names if "=" not in name)


def commit(top: Path, name: str) -> str:
    """Return the hash of the commit that a name stands for; raise ReviewlintError if git knows none."""
    found = tells(top, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    if found:
        return found
    git(top, "rev-parse", "--git-dir")  # where git cannot work here at all, it says why
    if name == "HEAD":
        return empty_tree(top)  # nothing is committed yet: all is new
    raise ReviewlintError(f"git knows no commit “{name}” here.", hint=_hint(top, name))


def empty_tree(top: Path) -> str:
    """Return the hash of the tree without files."""
    return git(top, "hash-object", "-t", "tree", "--stdin").decode().strip()


def is_shallow(top: Path) -> bool:
    """Tell whether only the newest part of the history is here."""
    return tells(top, "rev-parse", "--is-shallow-repository") == "true"


def _hint(top: Path, name: str) -> str:
    if is_shallow(top):
        return (
            "This clone is shallow, so it may only be missing: `git fetch --unshallow`, or `fetch-depth: 0` "
            "for the checkout in CI."
        )
    refs = (tells(top, "for-each-ref", "--format=%(refname:short)") or "").split("\n")
    return nearest(name, [ref for ref in refs if ref]) or "Is it spelt so, and was it fetched?"
