"""The JSON Schema of facts files, made from the same tables that read them.

`python -m reviewlint.facts.schema` prints it; the copy beside this module is what editors are pointed to.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from reviewlint.facts.entries import DATE_KEYS, NAMED_KEYS, RATING_KEYS
from reviewlint.facts.media import work_types
from reviewlint.facts.reading import MAX_MINUTES
from reviewlint.facts.relations import FRONT_ONLY, Holds, Relation, keys_of

_UNUSED = ("description", "image", "keywords", "trailer", "contentRating", "notes", "comment")


def facts_schema() -> dict[str, Any]:
    """Return the JSON Schema that a facts file follows: a work, or several under `works`."""
    several = {"type": "array", "items": _ref("work"), "minItems": 1}
    top = {"type": "object", "properties": {"works": several, "$schema": _TEXT}, "additionalProperties": False}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Facts of a reviewed work, for reviewlint",
        "description": "schema.org names and people's own words for them. A bare string stands for {name: …}, and a "
        "list may stand wherever a value may.",
        "if": {"type": "object", "required": ["works"]},
        "then": {**top, "required": ["works"]},
        "else": _ref("work"),
        "$defs": _definitions(),
    }


_TEXT: dict[str, Any] = {"type": "string", "minLength": 1}


def _ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/$defs/{name}"}


def _or_list(definition: Mapping[str, Any]) -> dict[str, Any]:
    """Return a schema for a value, a list of such values, or nothing."""
    return {"anyOf": [{"type": "null"}, definition, {"type": "array", "items": definition}]}


def _definitions() -> dict[str, Any]:
    scalar = {"type": ["string", "number"]}
    minutes = {"type": "number", "exclusiveMinimum": 0, "maximum": MAX_MINUTES}
    count = {"anyOf": [{"type": "integer", "minimum": 0}, _TEXT, {"type": "array", "minItems": 2}]}
    dated = {"anyOf": [_TEXT, {"type": "integer"}, _object(DATE_KEYS, {"startDate": {"type": ["string", "integer"]}})]}
    named = _object(NAMED_KEYS, {"characterName": _or_list({"anyOf": [_TEXT, _ref("named")]})}, "name")
    rating = _object(RATING_KEYS, dict.fromkeys(("ratingValue", "bestRating", "ratingCount", "dateModified"), scalar))
    return {
        "named": named,
        "names": _or_list({"anyOf": [_TEXT, _ref("named")]}),
        "text": _or_list(scalar),
        "duration": _or_list({"anyOf": [minutes, _TEXT]}),
        "count": count,
        "date": _or_list(dated),
        "rating": rating,
        "ratings": _or_list({"anyOf": [scalar, _ref("rating"), {"type": "object", "additionalProperties": scalar}]}),
        "works": _or_list({"anyOf": [_TEXT, _ref("work")]}),
        "work": _work(),
    }


_DEFINITION_OF = {
    Holds.PEOPLE: "names", Holds.COMPANIES: "names", Holds.CAST: "names", Holds.TEXT: "text", Holds.LINK: "text",
    Holds.DATE: "date", Holds.DURATION: "duration", Holds.COUNT: "count", Holds.RATING: "ratings", Holds.WORK: "works",
}  # fmt: skip


def _work() -> dict[str, Any]:
    properties: dict[str, Any] = {"type": _types(), "@type": _types()}
    for relation in Relation:
        if relation in FRONT_ONLY:
            continue
        for at, key in enumerate(keys_of(relation)):
            about = relation.label if at == 0 else f"the same as {relation.value}"
            properties[key] = {**_ref(_DEFINITION_OF[relation.holds]), "description": about}
    properties["provenance"] = {"anyOf": [_TEXT, {"type": "object"}], "description": "where the values are from"}
    properties["complete"] = {**_or_list(_TEXT), "description": "lists that name everybody, such as actor"}
    properties.update(dict.fromkeys(_UNUSED, True))
    return {"type": "object", "properties": properties, "additionalProperties": False}


def _types() -> dict[str, Any]:
    return {"enum": sorted(kind.name for kind in work_types().values()), "description": "the type of the work"}


def _object(keys: Mapping[str, str], own: Mapping[str, Any], required: str | None = None) -> dict[str, Any]:
    """Return the schema of a nested mapping, with each spelling of its keys."""
    properties: dict[str, Any] = {}
    for key, words in keys.items():
        definition = own.get(key, _or_list({"type": ["string", "number"]}) if key != "name" else _TEXT)
        properties.update(dict.fromkeys(words.split(), definition))
    properties.update({"type": True, "@type": True, "endDate": True, "provenance": _TEXT})
    result: dict[str, Any] = {"type": "object", "properties": properties, "additionalProperties": False}
    if required is not None:
        result["anyOf"] = [{"required": [word]} for word in _words(keys[required].split())]
    return result


def _words(words: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(words))


def as_text(value: Any, depth: int = 0) -> str:
    """Return a schema as JSON with one property a line, which is easier to read and to compare."""
    if not isinstance(value, dict) or depth >= 4 or not value:
        return json.dumps(value, ensure_ascii=False)
    inner = ",\n".join(
        f"{' ' * (depth + 1)}{json.dumps(key)}: {as_text(item, depth + 1)}" for key, item in value.items()
    )
    return f"{{\n{inner}\n{' ' * depth}}}"


if __name__ == "__main__":
    print(as_text(facts_schema()))
