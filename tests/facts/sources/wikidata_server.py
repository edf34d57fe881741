"""A made-up Wikidata: items in the shape of its API, on the loopback."""

from __future__ import annotations

import json
from collections import Counter
from copy import deepcopy
from typing import Any

from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from reviewlint.facts.sources.titles import title_key

PATH = "/w/api.php"


def ref(item: str) -> dict[str, Any]:
    return _snak({"entity-type": "item", "numeric-id": int(item[1:]), "id": item}, "wikibase-entityid")


def text(value: str) -> dict[str, Any]:
    return _snak(value, "string")


def native(value: str, language: str = "ja") -> dict[str, Any]:
    return _snak({"text": value, "language": language}, "monolingualtext")


def amount(value: float, unit: str = "1") -> dict[str, Any]:
    unit = f"http://www.wikidata.org/entity/{unit}" if unit != "1" else unit
    return _snak({"amount": f"{value:+g}", "unit": unit}, "quantity")


def day(value: str) -> dict[str, Any]:
    """Return a time, as exact as it is given: 2024, 2024-06, 2024-06-28."""
    full = (value + "-00-00")[:10]
    return _snak({"time": f"+{full}T00:00:00Z", "precision": 8 + len(value.split("-")), "timezone": 0}, "time")


def _snak(value: Any, kind: str) -> dict[str, Any]:
    return {"snaktype": "value", "datavalue": {"value": value, "type": kind}}


def statement(snak: dict[str, Any], rank: str = "normal", **qualifiers: dict[str, Any]) -> dict[str, Any]:
    held = {prop: [value] for prop, value in qualifiers.items()}
    return {"mainsnak": snak, "type": "statement", "rank": rank, "qualifiers": held}


def item(
    number: int,
    label: str,
    description: str = "",
    *,
    aliases: tuple[str, ...] = (),
    language: str = "en",
    **claims: Any,
) -> dict[str, Any]:
    """Return an item; a claim is a snak, a statement, or a list of these."""
    listed = {prop: [_as_statement(one) for one in _list(value)] for prop, value in claims.items()}
    return {
        "type": "item",
        "id": f"Q{number}",
        "labels": {language: {"language": language, "value": label}},
        "descriptions": {"en": {"language": "en", "value": description}} if description else {},
        "aliases": {"en": [{"language": "en", "value": alias} for alias in aliases]} if aliases else [],
        "claims": listed or [],
        "sitelinks": {},
    }


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _as_statement(value: dict[str, Any]) -> dict[str, Any]:
    return value if "mainsnak" in value else statement(value)


class FakeWikidata:
    """Answers as Wikidata does, of the items it is given; `asked` counts each request, `agents` who sent them."""

    def __init__(self, server: HTTPServer, *items: dict[str, Any]) -> None:
        self.items = {one["id"]: deepcopy(one) for one in items}
        self.asked: Counter[str] = Counter()
        self.agents: set[str] = set()
        server.expect_request(PATH).respond_with_handler(self._answer)
        self.url = server.url_for(PATH)

    def add(self, *items: dict[str, Any]) -> None:
        self.items.update({one["id"]: one for one in items})

    def _answer(self, request: Request) -> Response:
        self.asked[request.query_string.decode()] += 1
        self.agents.add(request.headers["User-Agent"])
        asked = request.args
        if asked["action"] == "wbsearchentities":
            told: dict[str, Any] = {"search": [{"id": found} for found in self._titled(asked["search"])], "success": 1}
        elif asked["action"] == "query":
            told = {"query": {"search": [{"title": found} for found in self._full_text(asked["srsearch"])]}}
        else:
            told = {
                "entities": {key: self.items.get(key, {"id": key, "missing": ""}) for key in asked["ids"].split("|")}
            }
        return Response(json.dumps(told), content_type="application/json")

    def _titled(self, title: str) -> list[str]:
        return [key for key, one in self.items.items() if any(title_key(t) == title_key(title) for t in _titles(one))]

    def _full_text(self, words: str) -> list[str]:
        if not words.startswith("haswbstatement:"):
            return []
        prop, _, value = words.removeprefix("haswbstatement:").partition("|")[0].partition("=")
        return [key for key, one in self.items.items() if value in json.dumps(dict(one["claims"] or {}).get(prop, []))]


def _titles(one: dict[str, Any]) -> list[str]:
    aliases = one["aliases"] or {}
    return [term["value"] for term in (*one["labels"].values(), *(a for group in aliases.values() for a in group))]


MINUTE, SECOND, FILM, MANGA = "Q7727", "Q11574", "Q11424", "Q21202185"
LOOK_BACK = (
    item(
        1, "Look Back", "2024 Japanese animated film", aliases=("Rukku Bakku",),
        P31=ref("Q202866"), P57=ref("Q2"), P58=ref("Q2"), P86=ref("Q3"), P272=ref("Q4"), P750=ref("Q5"), P144=ref("Q6"),
        P725=statement(ref("Q7"), P453=ref("Q8")), P161=statement(ref("Q9"), P4633=text("Kyomoto")),
        P2047=amount(58, MINUTE), P345=text("tt9999999"), P1476=native("ルックバック"),
        P577=[statement(day("2024-06-28"), P291=ref("Q17")), statement(day("2024-10-04"), P291=ref("Q30"))],
        P444=statement(text("8.0/10"), P447=ref("Q12"), P585=day("2026-01-01")),
    ),
    item(2, "Kiyotaka Oshiyama"),
    item(3, "haruka nakamura"),
    item(4, "Studio Durian"),
    item(5, "Avex Pictures"),
    item(6, "Look Back", "one-shot manga by Tatsuki Fujimoto", P31=ref(MANGA), P50=ref("Q10"), P123=ref("Q11"),
         P577=day("2021-07-19")),
    item(7, "Yuumi Kawai", aliases=("Yumi Kawai",)),
    item(8, "Fujino"),
    item(9, "Mizuki Yoshida", language="mul"),
    item(10, "Tatsuki Fujimoto"),
    item(11, "Shueisha"),
    item(12, "IMDb"),
    item(17, "Japan"),
    item(30, "United States of America"),
)  # fmt: skip
