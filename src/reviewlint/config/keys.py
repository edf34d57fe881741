"""The keys of the configuration: what each may hold, its default, and a sentence on it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, NamedTuple

from reviewlint.finding import Severity


class Setting(NamedTuple):
    """A key of the configuration: what it may hold, what holds without it, and a sentence on it."""

    kind: str
    default: Any
    doc: str


SETTINGS = {
    "select": Setting("strings", ["all"], "Rules and groups to check. A rule in preview needs its full name."),
    "ignore": Setting("strings", [], "Rules and groups to leave out."),
    "fail-on": Setting(
        "severity", "warning", "The lowest severity that makes the exit status 1: info, warning or error."
    ),
    "english": Setting("english", "auto", "The English of the drafts: us, gb, or auto to judge by each draft."),
    "reader": Setting("reader", "on", "Whether the reader looks for garbled prose: on or off."),
    "sensitivity": Setting("sensitivity", "normal", "How much the reader reports: quiet, normal or strict."),
    "accept": Setting("words", [], "Words that are always accepted: a list, or the name of a file with one a line."),
    "exclude": Setting("patterns", [], "Paths to skip in folders, with patterns as in .gitignore."),
    "rule-folders": Setting("strings", [], "Folders with rules of your own: <folder>/<group>/<name>.toml."),
    "rule-packages": Setting("strings", [], "Rules of installed packages, by the names of their entry points."),
    "grammar": Setting(
        "grammar",
        {},
        "`engine`: auto, the name of one, or off; `url` of a server; `memory` of Java in MB; `wait` in seconds.",
    ),
    "facts": Setting(
        "facts",
        {},
        "`keys` maps front matter keys to facts, `rating-scale` is your best rating; in your own configuration, "
        "`contact` is your address for sources, `sources` which to use.",
    ),
    "model": Setting(
        "model",
        {},
        "In your own configuration: `url` and `name` of a language model for a second opinion; `ask`: doubts, all or "
        "off; `allow-remote`: hosts; the most `sentences`, `tokens` and `seconds` of a run.",
    ),
    "rules": Setting("tables", {}, "A table for each rule, with its severity and options."),
    "per-file": Setting("list of tables", [], "Settings for some drafts: `files` has patterns as in .gitignore."),
    "extend": Setting("string", None, "A configuration file that this one adds to or overrides."),
    "baseline": Setting("string", None, "A file of known findings, which `check` leaves out."),
    "trusted": Setting(
        "strings", [], "In your own configuration only: folders whose configuration may name servers and outside files."
    ),
}
# The keys that a repository's configuration cannot have.
OF_USER = ("trusted",)
# The keys of `per-file`.
FOR_SOME = ("files", "select", "ignore", "fail-on", "english", "reader", "sensitivity", "accept", "facts", "rules")
ENGLISH = ("auto", "us", "gb")
LEAST_MEMORY = 512
SENSITIVITY = ("quiet", "normal", "strict")


def _is_strings(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


_LOST_BACKSLASH = re.compile(r"\\(?![#! *?\[\]\\])")  # one that takes no meaning from the sign after it


def _is_patterns(value: Any) -> bool:
    return _is_strings(value) and not any(_LOST_BACKSLASH.search(item) for item in value)


def _is_tables(value: Any) -> bool:
    return isinstance(value, dict) and all(isinstance(item, dict) for item in value.values())


def _is_address(value: Any) -> bool:
    return isinstance(value, str) and value.startswith(("http://", "https://"))


def _is_engine(value: Any) -> bool:
    from reviewlint.engines.registry import AUTO, OFF, is_engine  # few configurations need it

    return value in (AUTO, OFF) or is_engine(value)


def _is_name(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip()) and value.isprintable() and len(value) <= 200


def _is_count(value: Any) -> bool:
    return type(value) is int and value >= 0


def _is_seconds(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and value >= 0


def _is_contact(value: Any) -> bool:
    return isinstance(value, str) and ("@" in value or "://" in value) and value.isascii() and value.isprintable()


def _is_scale(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and value > 0


CHOICES: dict[str, tuple[str, ...]] = {
    "severity": tuple(item.value for item in Severity),
    "english": ENGLISH,
    "reader": ("on", "off"),
    "sensitivity": SENSITIVITY,
}
KINDS: dict[str, tuple[Callable[[Any], bool], str]] = {
    "string": (lambda value: isinstance(value, str), "a string"),
    "strings": (_is_strings, "a list of strings"),
    "patterns": (_is_patterns, "a list of patterns as in .gitignore, with / between folders: one with \\ fits nothing"),
    "words": (lambda value: isinstance(value, str) or _is_strings(value), "a list of words or the name of a file"),
    "tables": (_is_tables, "a table of tables, one a rule"),
    "list of tables": (lambda value: isinstance(value, list) and all(isinstance(i, dict) for i in value), "tables"),
    "facts": (lambda value: isinstance(value, dict), "a table"),
    "grammar": (lambda value: isinstance(value, dict), "a table"),
    "model": (lambda value: isinstance(value, dict), "a table"),
}
_FACTS_KEYS: dict[str, tuple[Callable[[Any], bool], str]] = {
    "keys": (
        lambda value: isinstance(value, dict) and _is_strings([*value.values()]),
        "a table of strings: a front matter key = what it means",
    ),
    "rating-scale": (_is_scale, "the best rating there is, such as 5 or 100"),
    "contact": (_is_contact, "an address of yours at which the operators of sources reach you, with an @ or ://"),
    "sources": (_is_strings, "a list of names of sources, as `reviewlint facts sources` has them"),
}
_GRAMMAR_KEYS: dict[str, tuple[Callable[[Any], bool], str]] = {
    "engine": (_is_engine, "“auto”, “languagetool”, “lingotweaker”, the name of another engine here, or “off”"),
    "url": (_is_address, "the address of a server, such as http://localhost:8081"),
    "memory": (lambda value: type(value) is int and value >= LEAST_MEMORY, f"megabytes, {LEAST_MEMORY} or more"),
    "wait": (_is_seconds, "seconds, 0 or more"),
}
_MODEL_KEYS: dict[str, tuple[Callable[[Any], bool], str]] = {
    "url": (_is_address, "the address of a server, such as http://localhost:11434"),
    "name": (_is_name, "the name that the server has for the model"),
    "ask": (lambda value: value in ("doubts", "all", "off"), "“doubts”, “all” or “off”"),
    "allow-remote": (_is_strings, 'a list of hosts, such as ["llm.example.org"]'),
    "sentences": (_is_count, "a whole number, 0 or more"),
    "tokens": (_is_count, "a whole number, 0 or more"),
    "seconds": (_is_seconds, "seconds, 0 or more"),
}
# The settings that are tables with keys of their own.
TABLES = {"facts": _FACTS_KEYS, "grammar": _GRAMMAR_KEYS, "model": _MODEL_KEYS}
# The keys of such tables that only a user's own configuration can have, even where a folder is trusted.
OF_USER_IN = {"model": ("allow-remote",)}
