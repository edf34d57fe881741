"""Lets Python take the code of a pattern from what was kept, instead of compiling it anew."""

from __future__ import annotations

import _sre  # type: ignore[import-not-found]
import re
from array import array
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from re import _compiler, _parser  # type: ignore[attr-defined]  # re has no public name for the code of a pattern
from typing import Any

# The flags, the code as bytes, how many groups there are, and their numbers by name
Code = tuple[int, bytes, int, dict[str, int]]
Remembered = Callable[[tuple[Any, ...], Callable[[], Any]], Any]


@contextmanager
def compiler(remembered: Remembered) -> Iterator[None]:
    """Within it, `re` takes the code of its patterns from `remembered`.

    That is what `re` itself does in two steps, of which the first takes nearly all the time (re._compiler.compile). Its
    names are no part of its promise: where one is missing or works otherwise, `re` compiles as ever.
    """
    compile_anew = _compiler.compile

    def compile_kept(pattern: Any, flags: int = 0) -> Any:
        if type(pattern) is not str or flags & re.DEBUG:
            return compile_anew(pattern, flags)
        try:
            return _pattern(pattern, remembered(("pattern", pattern, int(flags)), lambda: _code(pattern, flags)))
        except (AttributeError, TypeError, ValueError, RuntimeError):
            return compile_anew(pattern, flags)

    _compiler.compile = compile_kept
    try:
        yield
    finally:
        _compiler.compile = compile_anew


def _code(pattern: str, flags: int) -> Code:
    parsed = _parser.parse(pattern, flags)
    code = array("I", _compiler._code(parsed, flags))
    return int(flags | parsed.state.flags), code.tobytes(), parsed.state.groups - 1, dict(parsed.state.groupdict)


def _pattern(source: str, code: Code) -> Any:
    flags, made, groups, numbers = code
    names: list[str | None] = [None] * (groups + 1)
    for name, number in numbers.items():
        names[number] = name
    return _sre.compile(source, flags, array("I", made).tolist(), groups, numbers, tuple(names))
