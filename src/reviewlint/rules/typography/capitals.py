"""What a capital in mid-sentence may mean: the words that carry one by right, and names of several words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from reviewlint.document import Document, Word

# Small words within names: "Field of Dreams", "Parks and Recreation", "Meet the Parents".
LINKS = frozenset("of and the in for to a an on with from at or de la le vs by as is & my your his her into".split())
_FARTHEST = 3  # small words between two capitals of one name
# Common words that are also names: of persons, places, firms and their goods, institutions, times and works.
NAMES = frozenset(
    (
        "will may mark bill frank rose grace hope faith joy dawn pat rob sue jack nick drew chase rich chuck peg "
        "gene art ray earl grant dean cliff miles lance brook carter mason cooper baker cook hunt stark miller "
        "king lee cross bond young white black brown green gray grey rock stone wood woods hill day moon west "
        "wells rivers waters page price angel ace buddy cap sonny sunny summer autumn june april august bliss "
        "robin violet lily ruby pearl amber ginger lady sergeant captain professor doctor inspector mum mom dad "
        "daddy mummy mommy granny grandma grandpa sound bay channel gulf strip valley coast tube heath strand mall "
        "broads lakes peaks highlands lowlands borders midlands downs straits wall gate square common cape isle "
        "earth sun south north east southwest northwest continent bridge tower fringe globe steam windows apple "
        "marvel spotlight amazon target gap shell subway oracle chrome safari word excel office teams zoom slack "
        "discord twitch signal bear things notes photos mail maps music contacts kindle prime origin epic internet "
        "web net switch quest deck pixel galaxy surface echo nest ring dot stick portal vita saturn genesis fire "
        "triumph beetle mustang focus golf polo jaguar panda civic accord transit mercury ram rover mini impala "
        "fury charger challenger viper cobra raptor ranger explorer defender discovery beaver spitfire hurricane "
        "exchange pilot precision champagne burgundy scotch bourbon port sherry virgin factory domino atlantic "
        "capitol verve island times post guardian observer independent mirror express star herald standard "
        "economist spectator nation variety cure police doors who queen kiss rush blur pulp suede nirvana hole "
        "garbage oasis squeeze yes journey boston america europe chicago academy guild festival games cup open "
        "masters derby ashes proms congress senate parliament court crown state party labour commons lords house "
        "treasury bureau agency navy army marines church mass god gods lord heaven hell satan devil gospel "
        "scripture bible biblical communion passover lent advent sabbath trinity messiah saviour savior creation "
        "fall flood exodus revelation apocalypse resurrection christmas easter halloween thanksgiving war "
        "depression troubles holocaust blitz renaissance enlightenment reformation revolution republic empire "
        "reich crusade crusades inquisition plague famine partition resistance union confederacy occupation force "
        "matrix void other others one company order council rebellion alliance federation watch hand oscar oscars "
        "award awards "
        "western westerns gothic baroque romantic classical victorian democratic republican conservative liberal "
        "nowhere twist charleston fool eve adam noah lost friends cheers frozen cars up alien aliens heat jaws "
        "psycho vertigo gravity arrival drive contact split "
    ).split()
)


def goes_on_as_name(words: Sequence[Word], i: int, text: str, starts: frozenset[int]) -> bool:
    """Tell whether word `i` belongs to a name of several words: another capital stands near, small words between."""
    return _continues(words, i, text) or _is_continued(words, i, text, starts)


def _continues(words: Sequence[Word], i: int, text: str) -> bool:
    """Tell whether a capital or a number follows."""
    for j in range(i + 1, min(i + 2 + _FARTHEST, len(words))):
        gap = text[words[j - 1].end : words[j].start]
        if gap not in (" ", " & ", "' ", "’ ") and not (j == i + 1 and gap in (" (", ' "', " “", "-", "/", "–")):
            return False
        if words[j].text[0].isupper() or words[j].text[0].isdigit():
            return words[j].text != "I"
        if words[j].text not in LINKS:
            return False
    return False


def _is_continued(words: Sequence[Word], i: int, text: str, starts: frozenset[int]) -> bool:
    """Tell whether small words stand before, and a capital before them that does not just begin the sentence."""
    j = i - 1
    while j > 0 and i - j <= _FARTHEST and words[j].text in LINKS and _is_near(text, words, j):
        j -= 1
    word = words[j]
    if not word.text[0].isupper() or j == i - 1 or word.text == "I":
        return False
    return word.text.lower() not in LINKS or word.start not in starts


def _is_near(text: str, words: Sequence[Word], j: int) -> bool:
    return text[words[j - 1].end : words[j].start] in (" ", ", ", " & ", "' ", "’ ", '" ', "” ")


def counted_capitals(document: Document, starts: frozenset[int]) -> Counter[str]:
    """Return how often each word has a capital elsewhere than at the start of a sentence, endings in 's left out."""
    return Counter(bare(word.text) for word in document.words if word.text[0].isupper() and word.start not in starts)


def bare(word: str) -> str:
    """Return a word without the ending of a possessive."""
    return word[:-2] if word.endswith(("'s", "’s")) else word
