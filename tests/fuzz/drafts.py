"""Drafts at random: the examples of all rules, markup of every kind, growing pieces and single characters, mixed."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from reviewlint.rules.registry import load_rules
from tests.document.strategies import PIECES
from tests.growth.generators import GROWING

ASKED = os.environ.get("REVIEWLINT_FUZZ")  # how many drafts for each test; else a few, and the same ones each time
TRIES = settings(
    max_examples=int(ASKED or 20),
    derandomize=ASKED is None,
    database=None,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
CORPUS = Path(__file__).parent / "corpus"  # what was found once
SUFFIXES = (".md", ".txt", ".html")
_WRAPS = (
    "{}", "*{}*", "**{}**", "“{}”", '"{}"', "({})", "[{}](http://x.y)", "- {}\n", "> {}\n", "# {}\n\n", "<i>{}</i>", "<p>{}</p>",
    "| {} | b |\n", "{} [sic]", "<!-- {} -->", "`{}`", "{}\n\n", "{} ", "~~{}~~", "{}\u00a0", "  {}", "<div>\n{}\n</div>\n",
    "---\nsummary: {}\n---\n\n", "<!-- reviewlint: ignore[{}] -->\n\n", "{} <!-- reviewlint: ignore[doubled-word] -->\n",
)  # fmt: skip


@cache
def _texts() -> list[str]:
    return sorted({example.text for rule in load_rules() for example in (*rule.info.bad, *rule.info.good)})


@cache
def _sentences() -> list[str]:
    return sorted({part.strip() for text in _texts() for part in text.replace("\n", ". ").split(". ") if part.strip()})


def _piece() -> st.SearchStrategy[str]:
    told = st.deferred(lambda: st.sampled_from(_texts()) | st.sampled_from(_sentences()))
    grown = st.sampled_from([growing.text(60) for growing in GROWING])
    return told | told | st.sampled_from(PIECES) | grown | st.text(max_size=8)


@st.composite
def _wrapped(draw: st.DrawFn) -> str:
    piece = draw(_piece())
    return draw(st.sampled_from(_WRAPS)).replace("{}", piece) if draw(st.booleans()) else piece


@st.composite
def drafts(draw: st.DrawFn) -> str:
    """Return a draft of some pieces, of which parts may be cut out or stand there twice."""
    text = draw(st.sampled_from((" ", "", "\n\n", "\n"))).join(draw(st.lists(_wrapped(), max_size=8)))
    for _ in range(draw(st.integers(0, 3))):
        start, end = sorted((draw(st.integers(0, len(text))), draw(st.integers(0, len(text)))))
        end = min(end, start + 30)
        text = text[:start] + draw(st.sampled_from(("", text[start:end] * 2))) + text[end:]
    return text


suffixes = st.sampled_from(SUFFIXES)


def corpus() -> list[Path]:
    """Return the drafts that were found to break something once."""
    return sorted(CORPUS.iterdir())
