"""Names in one string: "Kelly Macdonald, Faye Marsay", "Emma Stone as Abigail", "Fujimoto, Tatsuki"."""

from __future__ import annotations

import re

from reviewlint.facts.values import Named

_SUFFIX = re.compile(r"(?:Jr|Sr|II|III|IV|Ph\.?D|Inc|Ltd|LLC|Co|Corp|GmbH|S\.?A|PLC)\.?", re.IGNORECASE)
_AND = re.compile(r"\s+(?:and|&|with)\s+")
_PART = re.compile(r"(?P<actor>[^()]+?)\s*(?:\((?P<bracket>[^()]+)\)|\s+as\s+(?P<part>.+))")
# What a cast list says of people who play nobody.
_ONESELF = re.compile(r"(?:him|her|them|it|my)?sel(?:f|ves)\b.*|self\b.*|(?:n/?a|various|-+)", re.IGNORECASE)

# Work that cast lists give in place of a part: "audiobook narrator", "vocals, guitar". A director may be a part.
_JOBS = frozenset(
    "vocals vocal vocalist guitar guitarist bass bassist drums drummer piano pianist keyboards keyboard synthesizer "
    "organ trumpet saxophone trombone flute clarinet violin viola cello harp harmonica percussion strings horns "
    "producer engineer mixing mastering arranger conductor lyricist narrator narration".split()
)


def jobs_in(text: str) -> tuple[str, ...]:
    """Return the jobs that a cast list gives in place of a part, in order; nothing for "the detective"."""
    parts = split_jobs(text)
    told = all(part.split()[-1] in _JOBS and part.split()[0] not in ("a", "an", "the") for part in parts)
    return parts if text == text.lower() and told else ()


def split_jobs(text: str) -> tuple[str, ...]:
    """Return the jobs that a string lists: "producer, guitar"."""
    return tuple(part.strip() for part in re.split(r"\s*(?:,|/|&|\band\b)\s*", text) if part.strip())


def split_names(text: str, *, groups: bool = False) -> tuple[str, ...]:
    """Return the names that a string lists, split at commas, semicolons and "and".

    With `groups` (bands, companies) an "and" or "&" belongs to the name: Simon & Garfunkel.
    """
    parts: list[str] = []
    for part in re.split(r"\s*[;|\n]\s*|\s*,\s*|\s+/\s+", text.strip()):
        if _SUFFIX.fullmatch(part) and parts:
            parts[-1] += f", {part}"
        elif part:
            parts.append(re.sub(r"^(?:and|&)\s+", "", part))
    if len(parts) == 2 and not groups and all(" " not in part for part in parts):
        return (f"{parts[1]} {parts[0]}",)  # "Fujimoto, Tatsuki"
    if groups:
        return tuple(parts)
    return tuple(name for part in parts for name in _people(part))


def _people(text: str) -> tuple[str, ...]:
    names = _AND.split(text)
    whole = len(names) > 1 and all(" " in name.strip() for name in names)
    return tuple(name.strip() for name in names) if whole else (text,)


def read_cast(text: str) -> Named:
    """Return an actor from "Emma Stone", "Emma Stone as Abigail" or "Emma Stone (Abigail)"."""
    found = _PART.fullmatch(text.strip())
    if found is None:
        return Named(text.strip())
    return Named(found["actor"].strip(), characters=characters_of(found["part"] or found["bracket"]))


def characters_of(text: str) -> tuple[Named, ...]:
    """Return the parts that a string names; nobody for "himself"."""
    parts = (part.strip() for part in re.split(r"\s+/\s+|\s*;\s*", text))
    return tuple(Named(part) for part in parts if part and not _ONESELF.fullmatch(part))
