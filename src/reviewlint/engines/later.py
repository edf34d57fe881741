"""What came too late for a run is asked all the same, so that the next run knows it.

`python -m reviewlint.engines.later ENGINE MEMORY` asks an engine about all that was put off, and ends.
"""

from __future__ import annotations

import json
import os
import secrets
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from reviewlint.engines.answers import answers, keep, key_of
from reviewlint.engines.base import Engine
from reviewlint.engines.failures import remember_failure
from reviewlint.engines.folder import engine_folder
from reviewlint.engines.grammar import Grammar
from reviewlint.engines.passages import Passage, Piece
from reviewlint.engines.trouble import Trouble

_MOST = 4_000_000  # bytes of what is put off, all drafts together
_SUFFIX = ".later.json"


class _Question(NamedTuple):
    language: str
    passages: list[Passage]


def _folder(engine: Engine) -> Path:
    return engine_folder() / "later" / engine.name


def put_off(engine: Engine, passages: Sequence[Passage], language: str) -> bool:
    """Keep a question for `ask_later`; tell whether that could be done."""
    said = json.dumps([language, [[passage.start, [list(p) for p in passage.pieces]] for passage in passages]])
    folder = _folder(engine)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if sum(path.stat().st_size for path in folder.glob(f"*{_SUFFIX}")) + len(said) > _MOST:
            return False
        whole = folder / secrets.token_hex(8)
        whole.write_text(said, encoding="utf-8")
        whole.rename(whole.with_suffix(_SUFFIX))
    except OSError:
        return False
    return True


def ask_later(engine: Engine, grammar: Grammar) -> None:
    """Start a process that asks what was put off, if anything was; it outlives this one."""
    if not any(_folder(engine).glob(f"*{_SUFFIX}")):
        return
    null = subprocess.DEVNULL
    command = [sys.executable, "-m", "reviewlint.engines.later", engine.name, str(grammar.memory)]
    with suppress(OSError):
        process = subprocess.Popen(command, stdin=null, stdout=null, stderr=null, start_new_session=True)
        process.returncode = 0  # nobody waits for it here


def _questions(folder: Path) -> Iterator[_Question]:
    """Yield what was put off, each claimed before others can."""
    for path in sorted(folder.glob(f"*{_SUFFIX}")):
        mine = path.with_suffix(f".{os.getpid()}")
        try:
            path.rename(mine)
            language, rows = json.loads(mine.read_text(encoding="utf-8"))
            yield _Question(language, [Passage(start, tuple(Piece(*p) for p in pieces)) for start, pieces in rows])
        except (OSError, ValueError, TypeError):  # another process has it, or nobody of us wrote it
            continue
        finally:
            mine.unlink(missing_ok=True)


def _answer(engine: Engine) -> None:
    store, identity = answers(), engine.identity()
    for question in _questions(_folder(engine)):
        try:
            found = engine.ask(question.passages, question.language)
        except Trouble as trouble:
            if trouble.lasting:
                if not trouble.passing:
                    remember_failure(engine, trouble)
                return
            continue
        for passage, matches in zip(question.passages, found, strict=True):
            keep(store, key_of(passage, identity, question.language), matches)
        store.flush()


def main() -> int:
    """Ask the engine that the command line names what was put off."""
    from reviewlint.engines.registry import engine_named

    name, memory = sys.argv[1], int(sys.argv[2])
    _answer(engine_named(name, Grammar(name, memory=memory)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
