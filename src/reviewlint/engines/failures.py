"""Failures of engines, remembered for some minutes: what did not start just now will not start for the next draft."""

from __future__ import annotations

import json
import time
from contextlib import suppress
from pathlib import Path

from reviewlint.engines.base import Engine
from reviewlint.engines.folder import engine_folder
from reviewlint.engines.trouble import Trouble

_REMEMBERED = 600.0  # seconds
_NOW = "To try it now, run `reviewlint engine start`."


def _file(engine: Engine) -> Path:
    return engine_folder() / f"failed-{engine.name}.json"


def remember_failure(engine: Engine, trouble: Trouble) -> None:
    """Keep what went wrong with an engine; where nothing can be kept, the next run finds out by itself."""
    said = {"identity": engine.identity(), "reason": trouble.reason, "remedy": trouble.remedy, "at": time.time()}
    with suppress(OSError):
        engine_folder().mkdir(mode=0o700, parents=True, exist_ok=True)
        _file(engine).write_text(json.dumps(said), encoding="utf-8")


def recent_failure(engine: Engine) -> Trouble | None:
    """Return what went wrong with an engine in the last ten minutes, if it is still the same one."""
    try:
        said = json.loads(_file(engine).read_text(encoding="utf-8"))
        ago = time.time() - float(said["at"])
        reason, remedy, identity = str(said["reason"]), str(said["remedy"] or ""), said["identity"]
    except (OSError, ValueError, LookupError, TypeError):
        return None
    if not 0 <= ago < _REMEMBERED or identity != engine.identity():
        return None
    minutes = int(ago // 60)
    when = f"{minutes} minute{'' if minutes == 1 else 's'} ago" if minutes else "a moment ago"
    return Trouble(f"{reason} ({when})", " ".join(filter(None, (remedy, _NOW))), lasting=True)


def forget_failure(engine: Engine) -> None:
    """Forget what went wrong, as when somebody asks for another try."""
    with suppress(OSError):
        _file(engine).unlink(missing_ok=True)
