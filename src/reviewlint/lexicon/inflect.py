"""Forms of words, for fixes: small rules and the irregular words of English."""

from __future__ import annotations

import re
from functools import cache

# base past participle
_IRREGULAR = """
be was been|bear bore borne|beat beat beaten|become became become|begin began begun|bend bent bent|bet bet bet
bind bound bound|bite bit bitten|bleed bled bled|blow blew blown|break broke broken|breed bred bred
bring brought brought|build built built|burst burst burst|buy bought bought|cast cast cast|catch caught caught
choose chose chosen|cling clung clung|come came come|cost cost cost|creep crept crept|cut cut cut|deal dealt dealt
dig dug dug|do did done|draw drew drawn|drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen
feed fed fed|feel felt felt|fight fought fought|find found found|flee fled fled|fling flung flung|fly flew flown
forbid forbade forbidden|forget forgot forgotten|forgive forgave forgiven|freeze froze frozen|get got got
give gave given|go went gone|grind ground ground|grow grew grown|hang hung hung|have had had|hear heard heard
hide hid hidden|hit hit hit|hold held held|hurt hurt hurt|keep kept kept|kneel knelt knelt|know knew known
lay laid laid|lead led led|leave left left|lend lent lent|let let let|lie lay lain|light lit lit|lose lost lost
make made made|mean meant meant|meet met met|mistake mistook mistaken|overcome overcame overcome|pay paid paid
put put put|quit quit quit|read read read|ride rode ridden|ring rang rung|rise rose risen|run ran run|say said said
see saw seen|seek sought sought|sell sold sold|send sent sent|set set set|shake shook shaken|shed shed shed
shine shone shone|shoot shot shot|show showed shown|shrink shrank shrunk|shut shut shut|sing sang sung
sink sank sunk|sit sat sat|sleep slept slept|slide slid slid|speak spoke spoken|spend spent spent|spin spun spun
spit spat spat|split split split|spread spread spread|spring sprang sprung|stand stood stood|steal stole stolen
stick stuck stuck|sting stung stung|stink stank stunk|strike struck struck|strive strove striven|swear swore sworn
sweep swept swept|swim swam swum|swing swung swung|take took taken|teach taught taught|tear tore torn
tell told told|think thought thought|throw threw thrown|understand understood understood|undertake undertook undertaken
upset upset upset|wake woke woken|wear wore worn|weave wove woven|weep wept wept|win won won|wind wound wound
withdraw withdrew withdrawn|write wrote written|rewrite rewrote rewritten|overlook overlooked overlooked
foresee foresaw foreseen|outdo outdid outdone|redo redid redone|retell retold retold|rebuild rebuilt rebuilt
mislead misled misled|withstand withstood withstood|hamstring hamstrung hamstrung|sew sewed sewn|sow sowed sown
"""
_PLURALS = {
    "man": "men", "woman": "women", "child": "children", "foot": "feet", "tooth": "teeth", "goose": "geese",
    "mouse": "mice", "person": "people", "ox": "oxen", "die": "dice", "louse": "lice", "penny": "pence",
    "life": "lives", "wife": "wives", "knife": "knives", "wolf": "wolves", "leaf": "leaves", "half": "halves",
    "self": "selves", "shelf": "shelves", "thief": "thieves", "loaf": "loaves", "calf": "calves", "elf": "elves",
    "scarf": "scarves", "hoof": "hooves", "hero": "heroes", "echo": "echoes", "potato": "potatoes",
    "tomato": "tomatoes", "veto": "vetoes", "torpedo": "torpedoes", "volcano": "volcanoes", "crisis": "crises",
    "analysis": "analyses", "basis": "bases", "thesis": "theses", "hypothesis": "hypotheses", "oasis": "oases",
    "phenomenon": "phenomena", "criterion": "criteria", "cactus": "cacti", "stimulus": "stimuli",
    "alumnus": "alumni", "formula": "formulas", "sheep": "sheep", "fish": "fish", "deer": "deer",
    "series": "series", "species": "species", "aircraft": "aircraft", "offspring": "offspring",
}  # fmt: skip
_SINGULARS = {plural: singular for singular, plural in _PLURALS.items()} | {
    "movies": "movie",
    "cookies": "cookie",
}
_COMPOUND = re.compile(r"(?:.{2,})(man|woman|child|foot|tooth|wife|life|self|fish|mouse)$")
_SIBILANT = ("s", "x", "z", "ch", "sh")
_VOWELS = "aeiou"
_DOUBLED = frozenset(
    (
        "admit begin commit compel control cop drop equip excel expel fit forget grab hop kidnap nod occur omit "
        "patrol permit pin plan plot pop prefer propel refer regret rob scrap ship shop skip slam slap slip snap spot "
        "step stop strip submit sum swap tap trap trim trip unplug wrap zip travel cancel model label signal"
    ).split()
)


@cache
def _forms() -> tuple[dict[str, tuple[str, str]], dict[str, str]]:
    verbs = {}
    bases = {"is": "be", "are": "be", "am": "be", "were": "be", "was": "be", "has": "have", "does": "do"}
    for item in _IRREGULAR.replace("\n", "|").split("|"):
        if item.strip():
            base, past_form, participle_form = item.split()
            verbs[base] = (past_form, participle_form)
            bases.setdefault(past_form, base)
            bases.setdefault(participle_form, base)
    return verbs, bases


def plural_of(noun: str) -> str:
    """Return the plural of a singular noun in lower case."""
    if noun in _PLURALS:
        return _PLURALS[noun]
    if (compound := _COMPOUND.match(noun)) and noun != "human":
        head = compound[1]
        return noun[: -len(head)] + _PLURALS[head]
    return _with_s(noun)


def singular_of(noun: str) -> str:
    """Return the singular of a plural noun in lower case; a guess for nouns no list holds."""
    if noun in _SINGULARS:
        return _SINGULARS[noun]
    for plural in ("women", "men", "children", "feet", "teeth", "wives", "lives", "selves"):
        if noun.endswith(plural) and len(noun) > len(plural) + 1:
            return noun[: -len(plural)] + _SINGULARS[plural]
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("sses", "xes", "ches", "shes", "zzes")):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and noun != "s" and not noun.endswith(("ss", "us", "is")) else noun


def third_person(verb: str) -> str:
    """Return the third person singular present of a base form."""
    special = {"be": "is", "have": "has", "do": "does", "go": "goes", "undergo": "undergoes"}
    return special.get(verb) or _with_s(verb)


def past(verb: str) -> str:
    """Return the past tense of a base form ("was" for "be")."""
    verbs, _ = _forms()
    return verbs[verb][0] if verb in verbs else _with_ed(verb)


def participle(verb: str) -> str:
    """Return the past participle of a base form."""
    verbs, _ = _forms()
    return verbs[verb][1] if verb in verbs else _with_ed(verb)


def ing_form(verb: str) -> str:
    """Return the -ing form of a base form."""
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")) and verb != "be":
        return verb[:-1] + "ing"
    return _doubled(verb) + "ing"


def base_form(verb: str) -> str:
    """Return the base form of a verb in any form; a word that is no form of a known verb is returned as it is.

    Regular forms are taken apart by rule, and the lexicon decides between the bases that are possible.
    """
    from reviewlint.lexicon.tag import Tag
    from reviewlint.lexicon.words import share  # the lexicon's data are not needed for irregular verbs

    _, bases = _forms()
    if verb in bases:
        return bases[verb]
    candidates = [base for base in _candidates(verb) if len(base) > 1]
    scored = [(share(base, Tag.VERB), base) for base in candidates]
    best = max(scored, default=(0.0, verb))
    return best[1] if best[0] > 0 else verb


def _candidates(form: str) -> list[str]:
    """Return the bases that a regular form may come from, likeliest last."""
    found: list[str] = []
    for ending in ("ing", "ed", "es", "s"):
        if form.endswith(ending) and len(form) > len(ending) + 1:
            stem = form[: -len(ending)]
            if ending == "ed" or ending == "es":
                if stem.endswith("i"):
                    found.append(stem[:-1] + "y")
                found.append(stem + "e")
            if ending == "ing":
                found.append(stem[:-1] + "ie" if stem.endswith("y") else stem + "e")
            if len(stem) > 2 and stem[-1] == stem[-2] and ending in ("ing", "ed"):
                found.append(stem[:-1])
            found.append(stem)
    return found


def _with_s(word: str) -> str:
    if word.endswith(_SIBILANT):
        return word + "es"
    if word.endswith("y") and len(word) > 1 and word[-2] not in _VOWELS:
        return word[:-1] + "ies"
    return word + "s"


def _with_ed(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and len(verb) > 1 and verb[-2] not in _VOWELS:
        return verb[:-1] + "ied"
    return _doubled(verb) + "ed"


def _doubled(verb: str) -> str:
    """Return a verb with its last letter doubled, as English spells it before an ending with a vowel."""
    short = re.fullmatch(r"[^aeiou]*[aeiou][bdgklmnprt]", verb)
    return verb + verb[-1] if verb in _DOUBLED or (short and len(verb) <= 4 and verb[-2:] != "er") else verb
