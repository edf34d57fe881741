"""Dates, lengths, ratings and counts as facts files and front matter write them.

Every function raises ValueError with a sentence for the user if the text is no such value.
"""

from __future__ import annotations

import re

from reviewlint.facts.values import PartialDate, Rating

MAX_MINUTES = 6000  # a hundred hours: no film or album runs longer by anything but a slip
_MONTHS = "january february march april may june july august september october november december".split()
_MONTH = r"(?P<month>[A-Za-z]{3,9})\.?"
_ISO_DATE = re.compile(
    r"(?P<year>-?\d{4}|-\d{1,3})(?:[-/.](?P<month>\d{1,2})(?:[-/.](?P<day>\d{1,2}))?)?(?:[T ]\d\d?:.*)?"
)
_WORDED_DATES = (
    re.compile(rf"(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+)?{_MONTH},?\s+(?P<year>\d{{4}})"),
    re.compile(rf"{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})"),
)
_ISO_LENGTH = re.compile(
    r"P(?:(?P<d>\d+)D)?(?:T(?:(?P<h>\d+(?:\.\d+)?)H)?(?:(?P<m>\d+(?:\.\d+)?)M)?(?:(?P<s>\d+(?:\.\d+)?)S)?)?",
    re.IGNORECASE,
)
_SCORE = re.compile(
    r"(?P<value>\d+(?:[.,]\d+)?|\d*[½¼¾])\s*"
    r"(?:(?P<percent>%|per ?cent)|(?:/|out of|of)\s*(?P<best>\d+(?:\.\d+)?)(?:\s*stars?)?|(?P<stars>stars?))?",
    re.IGNORECASE,
)
_LETTER = re.compile(r"(?:[A-DF]|[A-D][+\-−–]|F)", re.IGNORECASE)
_ROWS = (5, 10)  # stars of which all are shown, the empty ones too; in another row ☆ may stand for half a star
_STARS = re.compile(r"(?P<full>[★⭐*✯✭]\ufe0f?\s?)+(?P<half>[½⯨☆✩✰]\s?)*(?:/\s*(?P<best>\d+))?")
_HALVES = {"½": 0.5, "¼": 0.25, "¾": 0.75}


def read_date(text: str) -> PartialDate:
    """Return a day, month or year: 2024-06-28, 2024, 28 June 2024, June 28, 2024, October 2017."""
    text = text.strip()
    for pattern in (_ISO_DATE, *_WORDED_DATES):
        if found := pattern.fullmatch(text):
            return _date(text, found["year"], found["month"], found["day"])
    raise ValueError(f"“{text}” is not a date; write 2024-06-28, 2024-06 or 2024")


def read_years(text: str) -> tuple[PartialDate, PartialDate | None]:
    """Return the first year and, of a span such as 2010-2013, the last one."""
    if found := re.fullmatch(r"\s*(\d{4})\s*[-–—/]\s*(\d{4}|\d\d)?\s*", text):
        if found[2] is None:
            return PartialDate(int(found[1])), None
        if len(found[2]) == 4 or int(found[2]) > 12:
            last = int(found[2]) if len(found[2]) == 4 else int(found[1]) // 100 * 100 + int(found[2])
            return PartialDate(int(found[1])), PartialDate(last)
    return read_date(text), None


def _date(text: str, year: str, month: str | None, day: str | None) -> PartialDate:
    number = 0
    if month is not None and month.isdigit():
        number = int(month)
    elif month is not None:
        names = [i for i, name in enumerate(_MONTHS, 1) if name.startswith(month.casefold())]
        number = names[0] if len(names) == 1 else 13
    limit = 29 if number == 2 else 30 if number in (4, 6, 9, 11) else 31
    if (month is not None and not 1 <= number <= 12) or (day is not None and not 1 <= int(day) <= limit):
        raise ValueError(f"“{text}” is not a day of the calendar")
    if int(year) > 2200:
        raise ValueError(f"the year {year} is too far ahead")
    return PartialDate(int(year), number or None, int(day) if day else None)


def read_minutes(text: str) -> float:
    """Return minutes: 58, 58 min, PT58M, PT1H2M, 1h 2m, 1:02, 1:02:30, 1 hour 2 minutes."""
    minutes = _minutes(text.strip())
    if minutes is None:
        raise ValueError(f"“{text.strip()}” is not a length; write PT58M, “58 min” or 58")
    if minutes <= 0:
        raise ValueError(f"a length must be more than zero, and this one is {text.strip()}")
    if minutes > MAX_MINUTES:
        raise ValueError(f"{minutes:,.0f} minutes cannot be right")
    return float(round(minutes, 2))


def _minutes(text: str) -> float | None:
    if re.fullmatch(r"[-+]?\d{1,12}(?:\.\d{1,6})?", text):
        return float(text)
    if (found := _ISO_LENGTH.fullmatch(text)) and any(found.groupdict().values()):
        days, hours, minutes, seconds = (float(found[part] or 0) for part in "dhms")
        return days * 1440 + hours * 60 + minutes + seconds / 60
    if found := re.fullmatch(r"(\d{1,3}):([0-5]\d)(?::([0-5]\d))?", text):
        first, second, third = int(found[1]), int(found[2]), found[3]
        if third is not None:
            return first * 60 + second + int(third) / 60
        return first * 60 + second if first < 10 else first + second / 60
    if found := re.fullmatch(r"(\d{1,6})\s*(?:['′]|m)(?:\s*(\d{1,2})\s*(?:[\"″]|s|''))?", text):
        return int(found[1]) + int(found[2] or 0) / 60
    if found := re.fullmatch(r"(\d{1,7})\s*(?:seconds?|secs?|s)", text, re.IGNORECASE):
        return int(found[1]) / 60
    if found := re.fullmatch(r"-\s*(\d{1,9}).*", text):
        return -float(found[1])
    from reviewlint.facts.lengths import read_length

    length = read_length(text)
    return None if length is None else length.minutes


def read_rating(text: str, best: float | None = None) -> Rating:
    """Return a rating: 8.1, 8.1/10, 93 %, 4 out of 5, B+, ★★★½, ★★★★☆. `best` is the scale if the text gives none."""
    text = text.strip()
    if found := _SCORE.fullmatch(text):
        tail = _HALVES.get(found["value"][-1], 0.0)
        body = found["value"].rstrip("".join(_HALVES)).replace(",", ".")
        scale = float(found["best"]) if found["best"] else 100.0 if found["percent"] else best
        return check_rating(Rating((float(body) if body else 0.0) + tail, scale))
    if _LETTER.fullmatch(text):
        return Rating(0.0, letter=text.upper().replace("−", "-").replace("–", "-"))
    if _STARS.fullmatch(text):
        half = 0.5 if "½" in text or "⯨" in text else 0.0
        full = sum(text.count(star) for star in "★⭐*✯✭")
        shown = full + text.count("☆") + (half > 0)
        scale = float(text.rpartition("/")[2]) if "/" in text else best
        if scale is None and "☆" in text and shown in _ROWS:
            scale = float(shown)
        return check_rating(Rating(full + half, scale))
    raise ValueError(f"“{text}” is not a rating; write 8.1, “8.1/10”, “93 %” or “B+”")


def check_rating(rating: Rating) -> Rating:
    """Return the rating; raise ValueError if its value is off its scale."""
    if rating.value < 0 or (rating.best is not None and rating.best <= 0):
        raise ValueError("a rating cannot be less than zero")
    if rating.best is not None and rating.value > rating.best:
        raise ValueError(f"{rating.value:g} is more than the best rating, {rating.best:g}")
    return rating


def read_whole(text: str) -> int:
    """Return a count: 24, 1,204, twelve, “24 episodes”."""
    text = text.strip()
    found = re.fullmatch(r"(-?\d{1,3}(?:,\d{3})+|-?\d{1,9})(?:\s+[A-Za-z]+)?", text)
    if found is None:
        from reviewlint.facts.numbers import read_count

        count = read_count(text)
        if count is None:
            raise ValueError(f"“{text}” is not a whole number")
        return count
    count = int(found[1].replace(",", ""))
    if count < 0:
        raise ValueError(f"a count cannot be less than zero, and this one is {found[1]}")
    return count
