"""The reference of the configuration and of the JSON formats, made from their schemas."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from reviewlint.config.keys import FOR_SOME, KINDS, OF_USER, SETTINGS
from reviewlint.report.describe import value_of
from reviewlint.rules.anatomy import RuleInfo


def page_of_settings(infos: Sequence[RuleInfo]) -> str:
    """Return a page with every key of reviewlint.toml, and every option of a rule."""
    lines = [
        "# Configuration reference",
        "",
        "Every key of `reviewlint.toml`, and of `[tool.reviewlint]` in `pyproject.toml`. See",
        "[Checking drafts](../command-line.md#configuration) for how files and layers combine;",
        "`reviewlint init` writes a file with all of them, and `reviewlint config show DRAFT` shows what applies.",
        "",
    ]
    for key, setting in SETTINGS.items():
        kind = KINDS[setting.kind][1] if setting.kind in KINDS else "one of the values named above"
        default = "none" if setting.default is None else f"`{value_of(setting.default)}`"
        lines += [f"## {key}", "", setting.doc, "", f"- Value: {kind}.", f"- Default: {default}"]
        lines += ["- May stand in a `[[per-file]]` table."] if key in FOR_SOME else []
        lines += ["- Only in your own configuration."] if key in OF_USER else []
        lines += [""]
    lines += ["## Options of rules", "", "| rule | option | default | meaning |", "|---|---|---|---|"]
    for info in infos:
        for name, option in info.options.items():
            default = value_of(option.default).replace("|", "\\|")
            lines.append(f"| [{info.name}](../rules/{info.name}.md) | `{name}` | `{default}` | {option.doc} |")
    return "\n".join(lines) + "\n"


def page_of_schema(title: str, intro: str, path: Path) -> str:
    """Return a page with every object of a JSON Schema and its fields."""
    schema = json.loads(path.read_text(encoding="utf-8"))
    lines = [f"# {title}", "", intro, "", schema.get("description", ""), "", "## The object", "", *_fields(schema)]
    for name, part in schema.get("$defs", {}).items():
        lines += [f"## {name}", "", part.get("description", ""), "", *_fields(part)]
    return "\n".join(lines) + "\n"


def _fields(schema: Mapping[str, Any], path: str = "") -> Iterator[str]:
    properties = list(_properties(schema, path))
    if not properties:
        yield from (f"Value: {_type(schema)}.", "")
        return
    yield from ("| field | type | meaning |", "|---|---|---|")
    yield from (f"| `{name}` | {_type(part)} | {part.get('description', '')} |" for name, part in properties)
    yield ""


def _properties(schema: Mapping[str, Any], path: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield the fields of an object and of the objects in it, each with its path."""
    for name, part in schema.get("properties", {}).items():
        if not isinstance(part, dict):  # true: anything goes
            yield path + name, {}
            continue
        yield path + name, part
        inner = part.get("items", part)
        mark = "[]." if "items" in part else "."
        if isinstance(inner, dict):
            yield from _properties(inner, f"{path}{name}{mark}")


def _type(part: Mapping[str, Any]) -> str:
    if "$ref" in part:
        name = str(part["$ref"]).rpartition("/")[2]
        return f"[{name}](#{name.lower()})"
    if "items" in part and isinstance(part["items"], dict):
        return f"list of {_type(part['items'])}"
    for key in ("anyOf", "oneOf"):
        if key in part:
            return " or ".join(dict.fromkeys(_type(one) for one in part[key]))
    if "const" in part or "enum" in part:
        return ", ".join(f"`{value}`" for value in part.get("enum", [part.get("const")]))
    kind = part.get("type", "anything")
    return " or ".join(kind) if isinstance(kind, list) else str(kind)
