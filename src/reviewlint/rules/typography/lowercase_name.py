"""Names of places, peoples, languages, days and months without their capital."""

from __future__ import annotations

from collections.abc import Iterator

from reviewlint.finding import Finding
from reviewlint.rules.context import Context

_DAYS_AND_MONTHS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february april june july september october "
    "november december".split()
)
_PEOPLES = frozenset(
    "american australian austrian belgian brazilian british canadian chilean czech dutch egyptian english european "
    "finnish german greek hungarian icelandic indian iranian iraqi irish israeli italian jamaican japanese korean "
    "mexican nigerian norwegian portuguese russian scandinavian scottish spanish swedish ukrainian vietnamese welsh "
    "african asian arabic catholic christian jewish muslim buddhist".split()
)
# Places whose names in small letters are no words.
_PLACES = frozenset(
    "afghanistan africa alaska albania algeria amsterdam argentina arizona asia athens auckland australia austria "
    "bangkok barcelona beijing belfast belgium belgrade berlin birmingham bolivia boston brazil brisbane bristol "
    "britain brooklyn brussels bucharest budapest bulgaria cairo california cambodia cambridge canada chicago chile "
    "cologne colombia copenhagen croatia cuba dakar delhi denmark detroit dublin edinburgh egypt england estonia "
    "ethiopia europe finland florence florida france frankfurt geneva germany ghana glasgow greece greenland guatemala "
    "hamburg hamilton havana hawaii helsinki hiroshima hollywood houston hungary iceland illinois india indonesia "
    "iran iraq ireland israel istanbul italy jakarta jamaica japan jerusalem johannesburg kansas kentucky kenya "
    "korea kyoto lagos latvia lebanon leeds leipzig lisbon lithuania liverpool london louisiana luxembourg madrid "
    "malaysia manchester manhattan manitoba marseille maryland massachusetts melbourne mexico miami michigan milan "
    "minnesota mississippi missouri montana montreal morocco moscow mozambique mumbai munich nairobi naples nebraska "
    "nepal netherlands nevada nigeria norway osaka oslo ottawa oxford pakistan palermo paris pennsylvania peru "
    "philadelphia philippines poland portugal prague quebec rotterdam russia rwanda scotland seattle seoul serbia "
    "shanghai siberia sicily singapore slovakia slovenia somalia spain stockholm sudan sweden switzerland sydney "
    "syria taipei taiwan tanzania tasmania tehran tennessee texas thailand tokyo toronto tunisia uganda ukraine "
    "uruguay utah uzbekistan vancouver venezuela venice vermont vienna vietnam virginia warsaw washington wisconsin "
    "yorkshire zambia zimbabwe zurich".split()
)
_NAMES = _DAYS_AND_MONTHS | _PEOPLES | _PLACES
_SMALL_STYLE = 0.15  # of sentences start with a small letter: the author writes so


def check(ctx: Context) -> Iterator[Finding]:
    """Yield names in small letters, unless the whole draft is."""
    if not any(word.text in _NAMES for word in ctx.document.words) or _writes_small(ctx):
        return
    for word in ctx.document.words:
        low = word.text
        if low not in _NAMES:
            continue
        if ctx.text[word.start : word.end] != low or low in ctx.vocabulary.exact:
            continue
        if (
            ctx.text[max(0, word.start - 1) : word.start] in ("@", "#", "/", ".", "_")
            or ctx.text[word.end : word.end + 1] == "@"
        ):
            continue
        yield ctx.finding(word.start, word.end, replace=low[0].upper() + low[1:])


def _writes_small(ctx: Context) -> bool:
    starts = [ctx.text[s.start] for s in ctx.document.sentences if ctx.text[s.start].isalpha()]
    return not starts or sum(char.islower() for char in starts) > _SMALL_STYLE * len(starts)
