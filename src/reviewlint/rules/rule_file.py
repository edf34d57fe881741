"""Reads the file of a rule, and says of every mistake in it where it is and what would be right."""

from __future__ import annotations

import re
import string
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from reviewlint import __version__
from reviewlint.cache.tables import remembered
from reviewlint.document.view import Kind
from reviewlint.errors import ReviewlintError, nearest
from reviewlint.finding import Severity
from reviewlint.reach import read_text
from reviewlint.rules.anatomy import FIXES, YIELDS, Option, Precision, RuleInfo, file_error
from reviewlint.rules.key_types import COMMON, COUNT, KINDS, REQUIRED, TEXT, fits
from reviewlint.toml_places import read_toml

DEFAULT_READS = ("prose", "list", "front")
_KEBAB = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_VERSION = re.compile(r"\d+\.\d+(?:\.\d+)?")
_GROUP = re.compile(r"\(\?P?<(\w+)>")
_TAKEN = frozenset(("start", "end", "match", "replace", "related"))
# All that stands before the first example; a check of drafts reads no more, which halves the time it takes.
_EXAMPLES = re.compile(r"^\[\[(?:bad|good)\]\]", re.MULTILINE)
_OTHER_TABLE = re.compile(r"^[ \t]*\[(?!\[?(?:bad|good)[\].])", re.MULTILINE)

_SWAP_MESSAGE = "Write “{replace}”, not “{match}”: it is our house style."

Wrong = Callable[..., ReviewlintError]


def load_rule(path: Path, *, private: bool = False) -> RuleInfo:
    """Read `<group>/<name>.toml` but for its examples; raise ReviewlintError with the line of what is wrong.

    A private rule, which comes with no package, may leave out all words but its message, and a swap rule that too.
    """
    head = _head(path)
    table = remembered(("rule", head), lambda: _parse(head, path))
    if private:
        table = _with_defaults(table, path)

    def wrong(message: str, *key: str | int, hint: str | None = None) -> ReviewlintError:
        return file_error(path, message, *key, hint=hint)

    _check_name(path)
    _check_keys(table, wrong)
    _check_values(table, wrong)
    kind = table["kind"]
    options = dict(_options(table.get("options", {}), wrong))
    _check_message(table, wrong)
    return RuleInfo(
        name=f"{path.parent.name}/{path.stem}",
        path=path,
        summary=table["summary"].strip(),
        message=table["message"].strip(),
        why=table["why"].strip(),
        severity=Severity(table["severity"]),
        fix=table.get("fix", "none"),
        since=table["since"],
        preview=table.get("preview", False),
        yields=table.get("yields", YIELDS[0]),
        precision=_precision(table.get("precision"), wrong),
        reads=_reads(table, wrong),
        kind=kind,
        keys={key: table[key] for key in KINDS[kind].keys if key in table},
        options=options,
        former=tuple(table.get("former", ())),
    )


def _with_defaults(table: Mapping[str, Any], path: Path) -> dict[str, Any]:
    """Return the table of a private rule with what its author need not say."""
    message = {"message": _SWAP_MESSAGE} if table.get("kind") == "swap" else {}
    own = {"summary": f"House style: {path.stem.replace('-', ' ')}.", "why": "It is our house style."}
    return {**own, "severity": "warning", "since": __version__, **message, **table}


def read_table(path: Path) -> dict[str, Any]:
    """Return a rule's whole file as a table; raise ReviewlintError if it cannot be read or is no TOML."""
    return _parse(_text(path), path)


def _text(path: Path) -> str:
    try:
        return read_text(path)
    except OSError as error:
        raise ReviewlintError(f"This rule cannot be read: {error.strerror}.", path=path) from None
    except UnicodeDecodeError:
        raise ReviewlintError("This rule is not UTF-8.", path=path, hint="Save it as UTF-8.") from None


def _head(path: Path) -> str:
    """Return the text of a rule's file up to its first example, or all of it where keys follow the examples."""
    text = _text(path)
    first = _EXAMPLES.search(text)
    if first is None or _OTHER_TABLE.search(text, first.start()):
        return text
    return text[: first.start()]


def _parse(text: str, path: Path) -> dict[str, Any]:
    try:
        return read_toml(text)
    except tomllib.TOMLDecodeError as error:
        named = re.search(r"at line (\d+)", str(error))
        line = int(named[1]) if named else len(text.splitlines())  # “at end of document”
        raise ReviewlintError(f"This rule is not TOML: {error}.", path=path, line=line) from None


def _check_name(path: Path) -> None:
    for part in (path.parent.name, path.stem):
        if not _KEBAB.fullmatch(part):
            raise ReviewlintError(
                f"“{part}” cannot be part of a rule's name.",
                path=path,
                hint="A rule is <group>/<name>.toml, in small letters with hyphens between the words.",
            )


def _check_keys(table: Mapping[str, Any], wrong: Wrong) -> None:
    """Check that the keys are those of the rule's kind, and that their values have the right type."""
    kind = table.get("kind")
    if kind is not None and kind not in KINDS:
        raise wrong(f"“{kind}” is not a kind of rule.", "kind", hint=nearest(str(kind), KINDS) or _one_of(KINDS))
    own = KINDS[kind].keys if kind is not None else {}
    allowed = COMMON | own
    for key, value in table.items():
        if key not in allowed:
            what = f"A {kind} rule" if kind else "A rule"
            raise wrong(f"{what} has no key “{key}”.", key, hint=nearest(key, allowed) or _home_of(key))
        if not fits(value, allowed[key]):
            raise wrong(f"“{key}” must be {allowed[key]}.", key)
    for key in (*REQUIRED, *(KINDS[kind].required if kind is not None else ())):
        if key not in table:
            raise wrong(f"The key “{key}” is missing.")
        if not (table[key].strip() if isinstance(table[key], str) else table[key]):
            raise wrong(f"“{key}” is empty.", key)


def _home_of(key: str) -> str | None:
    homes = [name for name, kind in KINDS.items() if key in kind.keys]
    return f"It belongs to kind = “{homes[0]}”." if homes else None


def _check_values(table: Mapping[str, Any], wrong: Wrong) -> None:
    """Check the values that must be one of a few, and what goes together with what."""
    if table["severity"] not in list(Severity):
        hint = nearest(table["severity"], list(Severity)) or _one_of(Severity)
        raise wrong(f"“{table['severity']}” is not a severity.", "severity", hint=hint)
    fix, kind = table.get("fix", "none"), table["kind"]
    if fix not in FIXES:
        raise wrong(f"“{fix}” is not a kind of fix.", "fix", hint=nearest(fix, FIXES) or _one_of(FIXES))
    if (yields := table.get("yields", YIELDS[0])) not in YIELDS:
        raise wrong(f"A rule cannot yield “{yields}”.", "yields", hint=nearest(yields, YIELDS) or _one_of(YIELDS))
    if fix != "none" and kind == "pattern" and "replace" not in table:
        raise wrong("There is a class of fix but no “replace” to say what it puts there.", "fix")
    if fix != "none" and kind == "occurrence":
        raise wrong("An occurrence rule has no fix: it cannot know which one to delete.", "fix")
    if not _VERSION.fullmatch(table["since"]):
        raise wrong(f"“{table['since']}” is not a version such as “0.1”.", "since")
    if table.get("per", "document") not in ("sentence", "paragraph", "document"):
        raise wrong(f"“per” cannot be “{table['per']}”.", "per", hint=_one_of(("sentence", "paragraph", "document")))
    for number, pattern in enumerate(table.get("patterns", ())):
        for name in _TAKEN.intersection(_GROUP.findall(pattern)):
            raise wrong(f"A group cannot be named “{name}”: findings have their own {name}.", "patterns", number)
    if table.get("max", 1) < 0:
        raise wrong("“max” must be 0 or more.", "max")


def _precision(table: Mapping[str, Any] | None, wrong: Wrong) -> Precision | None:
    """Return the measured precision; raise ReviewlintError where it is none."""
    if table is None:
        return None
    types = {"right": COUNT, "read": COUNT, "on": TEXT}
    for key, value in table.items():
        if key not in types:
            raise wrong(
                f"A precision has no key “{key}”.", "precision", key, hint=nearest(key, types) or _one_of(types)
            )
        if not fits(value, types[key]):
            raise wrong(f"“{key}” of the precision must be {types[key]}.", "precision", key)
    right, read = table.get("right"), table.get("read")
    if right is None or read is None or not 0 <= right <= read or not read:
        raise wrong("A precision needs how many findings were right, and how many were read.", "precision")
    return Precision(right, read, table.get("on", "published prose"))


def _reads(table: Mapping[str, Any], wrong: Wrong) -> Kind:
    try:
        return Kind.of(table.get("reads", DEFAULT_READS))
    except ReviewlintError as error:
        known = _one_of(kind.name.lower() for kind in Kind if kind.name)
        raise wrong(error.message, "reads", hint=error.hint or known) from None


def _options(table: Mapping[str, Any], wrong: Wrong) -> Iterator[tuple[str, Option]]:
    for name, option in table.items():
        place = ("options", name)
        if not _KEBAB.fullmatch(name) or name == "severity":
            raise wrong(f"An option cannot be named “{name}”.", *place, hint="Small letters, hyphens between words.")
        if not isinstance(option, dict):
            raise wrong(f"The option “{name}” must be a table with default and doc.", *place)
        for key in option:
            if key not in ("default", "doc"):
                raise wrong(f"An option has no key “{key}”.", *place, key, hint=nearest(key, ("default", "doc")))
        for key in ("default", "doc"):
            if key not in option:
                raise wrong(f"The option “{name}” has no “{key}”.", *place)
        if not fits(option["doc"], TEXT) or not option["doc"].strip():
            raise wrong(f"“doc” of the option “{name}” must be a sentence.", *place, "doc")
        if not isinstance(option["default"], bool | int | float | str | list):
            raise wrong(f"“default” of the option “{name}” must be a text, number, list or boolean.", *place, "default")
        yield name, Option(option["default"], option["doc"])


def _check_message(table: Mapping[str, Any], wrong: Wrong) -> None:
    """Check that each slot of the message is one that a finding of this kind can fill."""
    try:
        slots = [slot for _, slot, _, _ in string.Formatter().parse(table["message"]) if slot is not None]
    except ValueError as error:
        raise wrong(f"The message has a brace too many: {error}.", "message") from None
    known = _slots_of(table)
    for slot in slots:
        if not slot.isidentifier():
            raise wrong(f"The message has a slot “{{{slot}}}” without a plain name.", "message")
        if known is not None and slot not in known:
            hint = nearest(slot, known) or _one_of(sorted(known))
            raise wrong(f"Nothing fills the slot “{{{slot}}}” of the message.", "message", hint=hint)


def _slots_of(table: Mapping[str, Any]) -> set[str] | None:
    """Return the slots that a declarative rule can fill, or None: code may fill any."""
    kind = KINDS[table["kind"]]
    if kind.slots is None:
        return None
    groups = {name for pattern in table.get("patterns", ()) for name in _GROUP.findall(pattern)} - {"span"}
    return {*kind.slots, *(groups if kind.has_groups else ()), *(("replace",) if "replace" in table else ())}


def _one_of(names: Iterable[str]) -> str:
    return f"There are {', '.join(names)}."
