"""Two words of one sense side by side: “a fuel gasoline”, “a sad sorrowful end”, “the calm of tranquility”."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from reviewlint.finding import Finding
from reviewlint.rules.context import Context
from reviewlint.rules.tokens import Tokens, tokens_of

# Nouns that mean the same, or where one is a kind of the other and is never set before or after it.
_NOUNS = """
gasoline petrol fuel | movie picture cinema-film | end ending finish conclusion closing finale | start beginning
outset commencement | speed pace velocity tempo | sadness sorrow grief gloom | joy happiness gladness delight bliss |
fear dread fright terror | anger rage fury wrath | calm calmness tranquility tranquillity serenity quietness | silence
quiet stillness hush | mistake error blunder slip-up | idea notion concept thought | story tale narrative | job
occupation employment profession | child kid infant youngster | man male guy fellow | woman female lady | friend pal
buddy mate companion | house home dwelling residence | street road avenue lane | sea ocean | ship boat vessel | stone
rock boulder | wood timber lumber | coat jacket overcoat | picture image | colour color hue tint dye | smell odour
odor scent aroma | noise sound din racket | shout cry scream yell | laugh laughter giggle | gift present | price cost
fee | amount quantity | size magnitude bigness | length duration longness | width breadth | strength power force might
| weakness feebleness frailty | beauty loveliness prettiness | ugliness hideousness | wealth riches fortune | poverty
neediness destitution | sickness illness disease ailment | doctor physician | lawyer attorney advocate | soldier
warrior trooper | thief robber burglar | killer murderer slayer | victory triumph win | defeat loss failure | war
warfare battle | peace peacefulness harmony | law statute regulation | custom habit habitude | newness novelty
freshness | oldness age antiquity | darkness dark gloom obscurity | brightness radiance luminosity | warmth warmness
heat | coldness cold chill coolness | wetness moisture dampness humidity | smile grin | tear weeping | dream dreaming
| death demise decease | birth nativity | journey trip voyage travel | goal aim objective purpose | reason cause
motive | result outcome consequence | answer reply response | question query enquiry | help aid assistance | hurry
haste rush | bravery courage valour valor | loneliness solitude | innocence innocency purity | holiness sanctity |
method way manner | kind sort type | shape form figure | middle centre center midst | edge border rim brink | top
summit peak | bottom base foot | hole opening gap | piece part portion fragment component | conversation talk
discussion speech | fight brawl struggle | hatred hate loathing | love affection fondness | luck fortune chance |
greenery green verdure | humour humor wit comedy | eyes vision sight | beginning origin start | employer boss chief |
worker labourer laborer employee | district area zone neighbourhood | residence dwelling abode | reminiscence memory
remembrance recollection | conversation dialogue talk | meal repast | liquid fluid | feast banquet | letter epistle |
book tome | garbage rubbish trash | luggage baggage
"""
_QUALITIES = """
big large huge enormous | small little tiny minute | old aged ancient | fast quick rapid speedy | slow sluggish |
happy glad joyful cheerful | sad sorrowful unhappy mournful | angry furious irate | brave courageous valiant | calm
tranquil serene placid | clever smart intelligent | stupid foolish dumb | beautiful lovely pretty | ugly hideous
unsightly | rich wealthy affluent | poor needy destitute | hard difficult tough | easy simple effortless | strange odd
weird peculiar | true genuine authentic real | false untrue | empty vacant void | wet moist damp humid | cold chilly
frigid | hot scorching torrid | loud noisy | silent quiet noiseless | dark gloomy obscure | bright luminous radiant |
dead deceased lifeless | alive living | famous renowned celebrated | important significant | necessary needed required
| complete total entire | final last ultimate | first initial | distant remote | strong powerful mighty | weak feeble
frail | dangerous perilous hazardous | tired weary fatigued | hungry starving famished | scared afraid frightened |
funny comical amusing | boring dull tedious | mad insane crazy | rude impolite discourteous | kind gentle benevolent |
faithful loyal | secret hidden concealed | ocular visual | perfect flawless faultless
"""
# Two of a group that do stand together in sound prose: “little tiny”, “cold chill”, “trip home”.
_SOUND = frozenset(
    tuple(pair.split())
    for pair in (
        "age old | fellow man | fellow male | fellow guy | hidden secret | infant child | humor comedy "
        "| answer response | area zone | big enormous | big huge | boss chief | boy child | cause result "
        "| close near | cold dark | color tint | colour tint | comedy humor | conclusion finale | dark age | dead "
        "living | edge border | ending finish | eyes sight | female woman | form type | gift present | great big "
        "| heat warmth | help aid | home dwelling | home house | home residence | house home | kid friend | law "
        "regulation | little tiny | living dead | love affection | male guy | male man | middle center | middle "
        "centre | movie picture | noise sound | old ancient | part piece | part portion | picture image | picture "
        "movie | piece part | real true | road street | sea ocean | sick ill | sight vision | sound noise | "
        "street road | talk speech | tiny little | top peak | top summit | type form | war battle | win triumph "
    ).split("|")
)


@cache
def _groups(text: str) -> dict[str, frozenset[int]]:
    """Return the groups that each word is in."""
    found: dict[str, set[int]] = {}
    for number, group in enumerate(text.split("|")):
        for word in group.split():
            found.setdefault(word, set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


def check(ctx: Context) -> Iterator[Finding]:
    """Yield pairs of nouns, joined by nothing or by “of”, and pairs of adjectives that mean the same."""
    tokens = tokens_of(ctx.text)
    for text, links in ((_NOUNS, ("", "of")), (_QUALITIES, ("",))):
        groups = _groups(text)
        for i in tokens.at(groups.keys() & tokens.places.keys()):
            for link in links:
                last = i + 2 if link else i + 1
                if not tokens.joined(i, last) or (link and tokens.lower[i + 1] != link):
                    continue
                pair = (tokens.lower[i], tokens.lower[last])
                if (
                    pair[0] != pair[1]
                    and groups[pair[0]] & groups.get(pair[1], frozenset())
                    and _is_slip(tokens, i, last, pair)
                ):
                    yield ctx.finding(tokens.starts[i], tokens.ends[last])


def _is_slip(tokens: Tokens, first: int, last: int, pair: tuple[str, str]) -> bool:
    """Tell whether two words of one sense are no name, no sound pair and no list in passing."""
    if pair in _SOUND or tokens.capital(first) or tokens.capital(last):
        return False
    return tokens.before(first) not in ("and", "or", "how", "so", "too") and tokens.after(last) not in ("and", "or")
