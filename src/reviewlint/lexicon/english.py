"""British and American spellings of the same words.

Only spellings that are foreign to the other side count. “-ize” is sound British, “theatre” sound American English,
and both sides write “judgement” and “grey”; such words are left out.
"""

from __future__ import annotations

from functools import cache

_OUR = (
    "armour behaviour candour clamour colour demeanour endeavour favour flavour harbour honour humour labour neighbour "
    "odour parlour rancour rumour saviour savour splendour succour tumour valour vapour"
).split()
_ISE = (
    "apologise brutalise capitalise caricaturise categorise centralise characterise civilise colonise criticise "
    "crystallise demonise dramatise emphasise empathise energise epitomise familiarise fantasise finalise generalise "
    "glamorise harmonise humanise hypnotise idealise idolise immortalise individualise initialise internalise ironise "
    "legalise localise maximise memorise mesmerise minimise mobilise modernise monopolise neutralise normalise "
    "optimise organise ostracise patronise penalise personalise polarise popularise prioritise publicise rationalise "
    "realise recognise reorganise revitalise revolutionise romanticise satirise scandalise scrutinise sensationalise "
    "sentimentalise serialise socialise specialise stabilise standardise stylise subsidise summarise symbolise "
    "sympathise synchronise terrorise theorise traumatise trivialise tyrannise utilise vandalise victimise visualise"
).split()
_DOUBLED = (
    "cancel channel counsel dial fuel label level marvel model quarrel signal snorkel swivel travel tunnel unravel"
).split()
_BASES = {
    "centre": "center", "metre": "meter", "litre": "liter", "fibre": "fiber", "calibre": "caliber", "sombre": "somber",
    "spectre": "specter", "meagre": "meager", "lustre": "luster", "sabre": "saber", "analyse": "analyze",
    "paralyse": "paralyze", "defence": "defense", "offence": "offense", "pretence": "pretense", "plough": "plow",
    "mould": "mold", "sceptic": "skeptic", "sceptical": "skeptical", "scepticism": "skepticism", "tyre": "tire",
    "kerb": "curb", "pyjamas": "pajamas", "moustache": "mustache", "aluminium": "aluminum", "cosy": "cozy",
    "programme": "program", "mum": "mom", "aeroplane": "airplane", "jewellery": "jewelry", "marvellous": "marvelous",
    "woollen": "woolen", "skilful": "skillful", "wilful": "willful", "fulfil": "fulfill", "instalment": "installment",
    "enrol": "enroll", "manoeuvre": "maneuver", "anaesthetic": "anesthetic", "paediatric": "pediatric",
    "counsellor": "counselor", "traveller": "traveler", "favourite": "favorite", "honourable": "honorable",
    "colourful": "colorful", "humourless": "humorless", "flavourful": "flavorful", "neighbourhood": "neighborhood",
    "favourable": "favorable", "unfavourable": "unfavorable", "colourless": "colorless", "artefact": "artifact",
}  # fmt: skip
# A metre of verse and a meter in a taxi, a tire and to tire, a mold and a program are words on both sides.
_NO_EVIDENCE = frozenset(
    "meter meters tire tires curb curbs program programs mold molds offense defense tiring".split()
)


@cache
def pairs() -> dict[str, str]:
    """Return British spelling -> American spelling, with the regular forms of each word."""
    found: dict[str, str] = {}
    for british in _OUR:
        american = british[:-3] + "or"
        for ending in ("", "s", "ed", "ing"):
            found[british + ending] = american + ending
    for british in _ISE:
        for ending in ("e", "es", "ed", "ing", "er", "ers", "ation", "ations"):
            found[british[:-1] + ending] = british[:-2] + "z" + ending
    for base in _DOUBLED:
        for ending in ("ed", "ing", "er", "ers"):
            found[base + base[-1] + ending] = base + ending
    for british, american in _BASES.items():
        found[british] = american
        if british.endswith(("yse", "re")):
            for ending in ("s", "d"):
                found[british + ending] = american + (ending if american.endswith("e") or ending == "s" else "ed")
            found[british[:-1] + "ing"] = (american[:-1] if american.endswith("e") else american) + "ing"
        elif not british.endswith("s"):
            found[british + "s"] = american + "s"
    return found


@cache
def american_words() -> dict[str, str]:
    """Return American spelling -> British spelling, for words that say which English a draft is in."""
    return {
        american: british
        for british, american in pairs().items()
        # Many British houses write -ize, so an American -ize says nothing.
        if american not in _NO_EVIDENCE and "iz" not in american[-6:]
    }


def in_english(word: str, english: str) -> str | None:
    """Return a word as "gb" or "us" spells it, or None if it is spelt so already or in no other way."""
    return american_words().get(word) if english == "gb" else pairs().get(word)
