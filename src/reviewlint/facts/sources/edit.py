"""Changes in the text of a facts file that leave everything else in it as it is: comments, order, layout."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from reviewlint.errors import ReviewlintError
from reviewlint.facts.nodes import Table, read_yaml
from reviewlint.facts.provenance import KEY
from reviewlint.facts.sources.layout import Entry, entry_text, provenance_text


class Place(NamedTuple):
    """Where an entry stands: the offsets of its key's first letter and of its value's end, and the key's column."""

    start: int
    end: int
    column: int


def places(text: str, *path: str) -> dict[str, Place]:
    """Return where the entries of the outermost mapping stand, or of the mapping that a key of it has.

    Empty where that mapping is written in braces, or is none.
    """
    import yaml

    found: dict[str, Place] = {}
    stack: list[_Open] = []
    current: tuple[str, int, int] | None = None
    end = 0  # of the last letter of a value, or the bracket after it
    event: Any
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        name = type(event).__name__
        if _at(stack, path) and not stack[-1].has_key:  # a key comes, or the end
            if current is not None:
                found[current[0]] = Place(current[1], end, current[2])
            at = event.start_mark
            current = (event.value, at.index, at.column) if name == "ScalarEvent" else None
        if name in ("ScalarEvent", "AliasEvent") or (name in _ENDS and event.end_mark.index > event.start_mark.index):
            end = event.end_mark.index
        _step(stack, event, name)
    return {key: Place(at, _trimmed(text, at, stop), column) for key, (at, stop, column) in found.items()}


_ENDS = ("MappingEndEvent", "SequenceEndEvent")


@dataclass(slots=True)
class _Open:
    """A collection that has begun: a mapping or a list, in braces or in lines, and the key that waits for a value."""

    mapping: bool
    braces: bool
    key: str = ""
    has_key: bool = False


def _at(stack: Sequence[_Open], path: tuple[str, ...]) -> bool:
    """Tell whether the innermost open collection is the mapping, in lines, that some keys lead to."""
    if len(stack) != len(path) + 1 or not stack[-1].mapping or stack[-1].braces:
        return False
    return [level.key for level in stack[:-1]] == list(path)


def _step(stack: list[_Open], event: Any, name: str) -> None:
    """Keep count of the open collections."""
    if name in ("MappingStartEvent", "SequenceStartEvent"):
        stack.append(_Open(name == "MappingStartEvent", bool(event.flow_style)))
        return
    if name in _ENDS:
        stack.pop()
    elif name not in ("ScalarEvent", "AliasEvent"):
        return
    elif stack and stack[-1].mapping and not stack[-1].has_key:
        stack[-1].key, stack[-1].has_key = getattr(event, "value", ""), True
        return
    if stack:
        stack[-1].has_key = False


def _trimmed(text: str, start: int, end: int) -> int:
    """Return the end without the line ends and blanks that a block of text carries along; at least the key's line."""
    if end <= start:  # nothing stands after the key
        line = text.find("\n", start)
        end = len(text) if line < 0 else line
    return start + len(text[start:end].rstrip())


def apply(text: str, new: Sequence[Entry], changed: Sequence[Entry] = (), gone: Sequence[str] = ()) -> str:
    """Return the text of a facts file with new keys, other values for some, and without others.

    Raise ReviewlintError for a file that this cannot be done in: several works, or all of it in braces.
    """
    newline = "\r\n" if "\r\n" in text else "\n"
    text = text.replace("\r\n", "\n")
    if text and not text.endswith("\n"):
        text += "\n"
    _refuse(text)
    for entry in changed:
        text = _replaced(text, (), entry.key, entry_text(entry.key, entry.value))
    for key in gone:
        text = _replaced(text, (), key, None)
        text = _replaced(text, (KEY,), key, None)
    text = _with_new(text, new)
    for entry in (*new, *changed):
        if entry.sources:
            text = _with_source(text, entry)
    return text.replace("\n", newline)


def _refuse(text: str) -> None:
    root, problem = read_yaml(text)
    if problem is not None:
        raise problem
    if root is None:
        return
    if not isinstance(root, Table):
        raise ReviewlintError("These facts are no mapping.")
    if any(entry.key in ("works", "@graph", "itemReviewed") for entry in root.entries):
        raise ReviewlintError("This facts file has several works, or one inside of another.", hint="Add to it by hand.")
    if root.entries and not places(text):
        raise ReviewlintError("This facts file is written in braces.", hint="Add to it by hand.")
    if any(entry.key == KEY and not isinstance(entry.value, Table | None) for entry in root.entries):
        hint = "Write it as a mapping from keys to texts."
        raise ReviewlintError("The “provenance” of this facts file is one text for all of it.", hint=hint)


def _replaced(text: str, path: tuple[str, ...], key: str, put: str | None) -> str:
    """Return the text with another entry in the place of one; None takes its lines out."""
    place = places(text, *path).get(key)
    if place is None:
        return text
    if put is not None:
        return text[: place.start] + put + text[place.end :]
    line = text.rfind("\n", 0, place.start) + 1
    after = text.find("\n", place.end)
    return text[:line] + (text[after + 1 :] if after >= 0 else "")


def _with_new(text: str, new: Sequence[Entry]) -> str:
    """Return the text with new keys before the provenance, or at the end."""
    if not new:
        return text
    lines = "".join(entry_text(entry.key, entry.value) + "\n" for entry in new)
    own = places(text).get(KEY)
    return text[: own.start] + lines + text[own.start :] if own is not None else text + lines


def _with_source(text: str, entry: Entry) -> str:
    """Return the text with the source of a key under `provenance:`."""
    line = provenance_text(entry)
    if KEY not in places(text):
        return f"{text}{KEY}:\n  {line}\n"
    inner = places(text, KEY)
    if entry.key in inner:
        return _replaced(text, (KEY,), entry.key, line)
    if not inner:
        return _reflowed(text, entry)
    last = max(inner.values(), key=lambda place: place.end)
    after = text.find("\n", last.end)
    at = len(text) if after < 0 else after + 1
    return f"{text[:at]}{' ' * last.column}{line}\n{text[at:]}"


def _reflowed(text: str, entry: Entry) -> str:
    """Return the text with its provenance, which is written in braces or empty, in lines; then with the entry."""
    import yaml

    place = places(text)[KEY]
    held = yaml.safe_load(text[place.start : place.end])
    lines = _provenance_lines(held.get(KEY) or {} if isinstance(held, dict) else {})
    return text[: place.start] + "\n".join([f"{KEY}:", *lines, f"  {provenance_text(entry)}"]) + text[place.end :]


def _provenance_lines(held: Mapping[str, Any]) -> list[str]:
    return ["  " + entry_text(str(key), value) for key, value in held.items()]
