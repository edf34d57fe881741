"""Where sentencex is wrong about the end of a sentence, and why: measured on sentences of our own.

It takes “me.” for Maine and “May.” for a month, knows few abbreviations of reviews, and few words that begin a
sentence; it ends a sentence at the mark of a name (Wham!), and after a mark that opens the next one (’60s).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

# A word that begins a sentence, with a capital, and no initial.
_STARTER = (
    r"(?:I|An?|The|He|She|It|We|You|They|This|That|These|Those|There|Here|Nobody|Nothing|Everyone|Everybody|Everything|"
    r"Someone|Somebody|Something|Anyone|Anything|And|But|Or|So|Yet|If|When|While|As|Because|Although|Though|After|"
    r"Before|Since|In|On|At|By|For|From|With|Without|To|Of|Is|Are|Was|Were|Do|Does|Did|Has|Have|Had|Can|Could|Would|Should|Might|"
    r"Must|What|Who|Which|Where|Why|How|Not|No|Yes|Then|Now|Later|Still|Even|Just|Only|Both|Neither|Each|Every|Some|Many|"
    r"Most|Few|All|One|His|Her|Its|My|Our|Your|Their)\b(?![.’'])"
)
_ENDED = re.compile(rf"(?<![\w.’'-])(?P<word>[^\W\d_][\w.’'-]{{0,20}})\.[\"”’)]*\s+(?={_STARTER})")
# These go on, whatever follows: titles, and what stands before a name or a number.
_GOES_ON = frozenset(
    "mr mrs ms mx dr st ste mt ft prof gen col capt sgt lt cpl maj rev hon gov sen rep pres supt messrs mme mlle fr sr "
    "vs v feat ft no nos vol op cf e.g i.e al ca approx est dir perf prod ed eds ver pt ch ep fig pp".split()
)
# Words that are abbreviations too: with a small letter, or as “May”, they are the words.
_WORDS = re.compile(r"(?:(?<![\w.])(?:me|Me|May|may|art|ill|con|fed|arc|miss))\.[\"”’)]*\s+(?=[A-Z“‘\"'(])")
# What begins with an ellipsis is a pause before “I”, who speaks on.
_TRAILED_OFF = re.compile(rf"(?<=\w)(?:…|\.\.\.)[\"”’)]*\s+(?=(?!I\b){_STARTER})")
_BRACKETED = re.compile(r"\s*[(\[][^()\[\]]*?[.!?…][\"”’]?[)\]]\s+(?=[A-Z“‘\"'(])")
# Cuts that are none.
_TITLE = re.compile(r"(?<![\w.’'])(?:Mr|Mrs|Ms|Mx|Dr|St|Mt|Prof|Gen|Col|Capt|Sgt|Lt|Rev|Gov|Sen|Messrs|vs)\.\s*\Z")
_ABBREVIATED = re.compile(
    r"(?<![\w.’'])(?:Dir|Perf|Prod|Eds?|Feat|Ft|Vols?|Ver|Pt|Eps?|Figs?|Chs?|vols?|dir|perf|prod|eds?|feat|ft|ver|pt|eps?|figs?|chs?|"
    r"est|approx|ca|cf|orig|incl)\.\s*\Z"
)
_STARTS = re.compile(_STARTER)
_LIST_NUMBER = re.compile(r"\s*(?:\d{1,2}|[A-Z])\.\s*\Z")
_DAY = re.compile(r"(?<![\w.])(?:Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun|Jan|Feb|Apr|Aug|Sept?|Oct|Nov|Dec)\.\s*\Z")
_NAME_WITH_MARK = re.compile(r"(?<![\w’'])[A-Z][\w’'-]*[!?]\s*\Z")
_SMALL = re.compile(r"\s*[a-z]")
_OPENING = re.compile(r"(?<=\s)[‘’'](?=\s*\Z)")
_REACH = 40  # code points looked back from a cut


def mended(text: str, boundaries: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield start and end of each sentence of a text, from those that sentencex sees."""
    ends = sorted({*(_end(text, stop) for _, stop in boundaries), *_missed(text)})
    start = 0
    for end in ends:
        if end == len(text) or not _is_none(text, start, end):
            yield from _after_brackets(text, start, end)
            start = end
    if start < len(text):
        yield from _after_brackets(text, start, len(text))


def _end(text: str, stop: int) -> int:
    """Return where a sentence ends that should end at `stop`: before the mark that opens the next one."""
    opening = _OPENING.search(text, max(0, stop - _REACH), stop)
    return opening.start() if opening and stop < len(text) else stop


def _missed(text: str) -> Iterator[int]:
    for match in _ENDED.finditer(text):
        word = match["word"].lower().rstrip(".")
        if word not in _GOES_ON:
            yield match.end()
    for pattern in (_WORDS, _TRAILED_OFF):
        for match in pattern.finditer(text):
            yield match.end()


def _is_none(text: str, start: int, end: int) -> bool:
    """Tell whether a cut is none: an abbreviation, the number of a list, or a name with a mark goes before it."""
    begin = max(start, end - _REACH)
    if _LIST_NUMBER.match(text, start, end):
        return True
    if _SMALL.match(text, end) and (_DAY.search(text, begin, end) or _NAME_WITH_MARK.search(text, begin, end)):
        return True
    if _TITLE.search(text, begin, end):
        return True
    return _ABBREVIATED.search(text, begin, end) is not None and not _STARTS.match(text, end)


def _after_brackets(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield a sentence, or two where the first stands in brackets of its own."""
    found = _BRACKETED.match(text, start, end)
    if found and found.end() < end:
        yield start, found.end()
        start = found.end()
    yield start, end
