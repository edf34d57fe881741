"""What a rule's file says of it, and how that file is read."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from reviewlint.document.view import Kind
from reviewlint.errors import ReviewlintError, nearest
from reviewlint.finding import Severity

OPEN, CLOSE = "⟦", "⟧"
GROUPS = ("grammar", "garbled", "claims", "facts", "typography", "readability")
FIXES = ("safe", "unsafe", "none")
DEFAULT_READS = ("prose", "list", "front")
# Keys of each declarative kind, beside those that every rule has: key -> type.
KIND_KEYS: dict[str, dict[str, type]] = {
    "code": {},
    "pattern": {"patterns": list, "not_when": list, "replace": str},
    "swap": {"swap": dict},
    "repeat": {"allow": list},
    "occurrence": {"patterns": list, "max": int, "per": str},
    "consistency": {"sets": list},
    "phrase": {"phrases": list, "unless": list, "sets": dict},
}
_COMMON: dict[str, type] = {
    "summary": str, "message": str, "why": str, "severity": str, "fix": str, "since": str, "preview": bool,
    "reads": list, "kind": str, "options": dict, "bad": list, "good": list,
}  # fmt: skip
_REQUIRED = ("summary", "message", "why", "severity", "since", "kind")


@dataclass(frozen=True, slots=True)
class Option:
    """A setting of a rule: its default (whose type it must keep) and a sentence on it."""

    default: Any
    doc: str


@dataclass(frozen=True, slots=True)
class Example:
    """A text for a rule to judge. `spans` are what it must mark (none in a good example).

    `becomes` is the text once every fix is applied; `facts` stands for a facts file; `format` is a file suffix.
    """

    text: str
    spans: tuple[tuple[int, int], ...]
    becomes: str | None = None
    facts: Mapping[str, Any] | None = None
    options: Mapping[str, Any] = field(default_factory=dict)
    format: str = "md"


@dataclass(frozen=True, slots=True)
class RuleInfo:
    """All that a rule's file says. `keys` holds what belongs to the rule's kind."""

    name: str
    path: Path
    summary: str
    message: str
    why: str
    severity: Severity
    fix: str
    since: str
    preview: bool
    reads: Kind
    kind: str
    keys: Mapping[str, Any]
    options: Mapping[str, Option]
    bad: tuple[Example, ...]
    good: tuple[Example, ...]

    @property
    def group(self) -> str:
        """Return the part of the name before the slash."""
        return self.name.partition("/")[0]


def load_rule(path: Path) -> RuleInfo:
    """Read `<group>/<name>.toml`; raise ReviewlintError with the line of whatever is wrong."""
    text = path.read_text(encoding="utf-8")
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ReviewlintError(f"This rule is not TOML: {error}.", path=path, line=toml_line(error)) from None

    def wrong(message: str, key: str = "", hint: str | None = None) -> ReviewlintError:
        return ReviewlintError(message, path=path, line=line_of_key(text, key), hint=hint)

    for key in _REQUIRED:
        if key not in table:
            raise wrong(f"The key “{key}” is missing.")
    kind = table["kind"]
    if kind not in KIND_KEYS:
        raise wrong(f"“{kind}” is no kind of rule.", "kind", nearest(str(kind), KIND_KEYS))
    allowed = _COMMON | KIND_KEYS[kind]
    for key, value in table.items():
        if key not in allowed:
            raise wrong(f"A {kind} rule has no key “{key}”.", key, nearest(key, allowed))
        if not isinstance(value, allowed[key]):
            raise wrong(f"“{key}” must be a {allowed[key].__name__}.", key)
    if table["severity"] not in list(Severity):
        raise wrong(
            f"“{table['severity']}” is no severity.", "severity", nearest(table["severity"], list(Severity))
        )
    if table.get("fix", "none") not in FIXES:
        raise wrong(f"“{table['fix']}” is no class of fix: safe, unsafe or none.", "fix")
    try:
        reads = Kind.of(table.get("reads", DEFAULT_READS))
    except ReviewlintError as error:
        raise wrong(error.message, "reads", error.hint) from None
    return RuleInfo(
        name=f"{path.parent.name}/{path.stem}",
        path=path,
        summary=table["summary"],
        message=table["message"],
        why=table["why"].strip(),
        severity=Severity(table["severity"]),
        fix=table.get("fix", "none"),
        since=table["since"],
        preview=table.get("preview", False),
        reads=reads,
        kind=kind,
        keys={key: table[key] for key in KIND_KEYS[kind] if key in table},
        options={name: Option(o["default"], o["doc"]) for name, o in table.get("options", {}).items()},
        bad=tuple(_example(item, path) for item in table.get("bad", ())),
        good=tuple(_example(item, path) for item in table.get("good", ())),
    )


def toml_line(error: tomllib.TOMLDecodeError) -> int | None:
    """Return the line that an error of the TOML reader names, or None."""
    found = re.search(r"at line (\d+)", str(error))
    return int(found[1]) if found else None


def line_of_key(text: str, key: str) -> int | None:
    """Return the line (from 1) on which `key` is set or its table opened, or None."""
    found = re.search(rf'(?m)^\s*(?:\[+\s*)?"?{re.escape(key)}"?\s*(?:=|\]|\.)', text) if key else None
    return text.count("\n", 0, found.start()) + 1 if found else None


def _example(item: Mapping[str, Any], path: Path) -> Example:
    known = ("text", "becomes", "facts", "options", "format")
    for key in item:
        if key not in known:
            raise ReviewlintError(f"An example has no key “{key}”.", path=path, hint=nearest(key, known))
    text, spans = read_marks(item["text"])
    return Example(
        text, spans, item.get("becomes"), item.get("facts"), item.get("options", {}), item.get("format", "md")
    )


def read_marks(marked: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return a text without its ⟦ ⟧ marks, and the offsets of what stood between them."""
    parts: list[str] = []
    spans: list[tuple[int, int]] = []
    length = start = 0
    for piece in re.split(f"([{OPEN}{CLOSE}])", marked):
        if piece == OPEN:
            start = length
        elif piece == CLOSE:
            spans.append((start, length))
        else:
            parts.append(piece)
            length += len(piece)
    return "".join(parts), tuple(spans)
