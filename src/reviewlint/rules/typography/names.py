"""Names that are no words in small letters: of days and months, peoples and languages, places, and persons."""

from __future__ import annotations

DAYS_AND_MONTHS = frozenset(
    (
        "monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays "
        "saturdays sundays january february april june july september october november december "
    ).split()
)
PEOPLES = frozenset(
    (
        "american australian austrian belgian brazilian british canadian chilean chinese cuban czech dutch "
        "egyptian english european finnish french german greek hungarian icelandic indian iranian iraqi irish "
        "israeli italian jamaican japanese kenyan korean mexican moroccan nigerian norwegian pakistani persian "
        "portuguese russian scandinavian scottish soviet spanish swedish swiss thai turkish ukrainian vietnamese "
        "welsh african asian arabic hispanic latino christian jewish jews muslim buddhist hindu nazi "
        "nazis victorian edwardian elizabethan shakespearean dickensian londoner londoners parisian parisians "
        "englishman englishwoman frenchman frenchwoman irishman scotsman welshman dutchman "
    ).split()
)
PLACES = frozenset(
    (
        "afghanistan africa alabama alaska albania algeria amsterdam argentina arizona arkansas asia athens "
        "atlanta auckland australia austria baghdad baltimore bangkok barcelona beijing beirut belfast belgium "
        "belgrade berlin birmingham bolivia bordeaux boston brazil brighton brisbane bristol britain brooklyn "
        "brussels bucharest budapest bulgaria cairo california cambodia cambridge canada cardiff chicago chile "
        "cincinnati cleveland colombia colorado connecticut copenhagen cornwall croatia cuba dakar dallas delhi "
        "denmark denver detroit devon dublin edinburgh egypt england estonia ethiopia europe finland florida "
        "france frankfurt geneva germany ghana glasgow greece greenland guatemala hamburg havana hawaii helsinki "
        "hiroshima houston hungary iceland idaho illinois india indonesia iowa iran iraq ireland israel istanbul "
        "italy jakarta jamaica japan jerusalem johannesburg kansas kentucky kenya korea kyoto lagos latvia lebanon "
        "leeds leicester leipzig lisbon lithuania liverpool london louisiana luxembourg madrid malaysia malta "
        "manchester manhattan marseille maryland massachusetts melbourne memphis mexico miami michigan milan "
        "milwaukee minneapolis minnesota mississippi missouri montana montreal morocco moscow mumbai munich "
        "nagasaki nairobi naples nashville nebraska nepal netherlands nevada newcastle nigeria norway nottingham "
        "ohio oklahoma oregon osaka oslo ottawa oxford pakistan palermo paris pennsylvania peru philadelphia "
        "philippines pittsburgh poland portugal prague quebec rome rotterdam russia rwanda scotland seattle seoul "
        "serbia sheffield siberia sicily singapore slovakia slovenia somalia spain stockholm sudan sussex sweden "
        "switzerland sydney syria taiwan tanzania tasmania tehran tennessee texas thailand tokyo toronto tunisia "
        "uganda ukraine uruguay utah uzbekistan vancouver venezuela venice vermont vienna vietnam virginia warsaw "
        "wisconsin yorkshire zambia zimbabwe zurich "
    ).split()
)
# Common first names and the surnames of reviewers' daily bread; none of them is a word.
PERSONS = frozenset(
    (
        "abraham adam adams adele affleck alan albert alex alexander alfred alicia alison allen altman alvin "
        "amanda america americans anderson andre andrew andrews andy angela angie anita anna anne annie anthony "
        "anton antonio arnold arquette arthur ashley astaire audrey austen bacall baldwin barbara barbra barnes "
        "barry barrymore basinger beatty beckinsale belushi benjamin bennett bergman bernard bette betty billy "
        "blair blake bogart bonnie brad brady branagh brando brenda brendan brent brett brian bridget britney "
        "broadway bronson brosnan bruce burgess burton busey cagney caine cameron campbell capote carell carla "
        "carlos carradine carrey catherine cecil cedric chaplin charles charlie charlotte chris christianity "
        "christians christina christine christmas christopher cindy claire clara clarke claudia clooney collette "
        "corey craig crawford cunningham curtis cushing dafoe dalton damon daniel danny darren dave david dawson "
        "debbie debra denis denise dennis denzel derek diana diane disney dominic donald dorothy doug douglas "
        "downey dracula dudley dustin duvall dylan eddie edith edward einstein elizabeth ella ellen elliott emily "
        "emma eric erika ernie esther eugene evans evelyn farrell fishburne fontaine frances francis franklin fred "
        "freddy gabriel gandhi gandolfini garbo garland gary george germans gershwin gielgud gilbert gilliam "
        "gillian gina glenn glover goldberg goldblum gordon graham greg gregory gretchen griffith gwyneth "
        "halloween hans harold harriet harris harrison harvey hayes hayworth helen henderson henry herbert heston "
        "hindi hitchcock hitler hoffman hollywood bollywood hugh hughes hugo huston indians ingrid irene irving "
        "jackie jackson jacques james jamie jane janet jared jason jeff jeffrey jennifer jenny jeremy jessica jill "
        "joel johnson jonathan jones joseph juan judy julia julie juliette justin karen karloff kathleen kathryn "
        "kathy katie keaton keith kelly kennedy kenneth kevin knightley kubrick kurosawa kurt kyle lansbury larry "
        "laura lauren laurie lawrence lennon leon leonard lewis linda lindsay lionel lisa lopez loretta louis "
        "louise lucas lucille lucy lugosi luis lumet madeleine maggie margaret maria marie marilyn marlon martha "
        "mary matt matthau matthew maureen melissa meredith meryl meyer michael michelle mildred minnelli miranda "
        "mitchell mitchum miyazaki morgan murray muslims myrna nancy natalie nathan netflix neil nicholas "
        "nicholson nicolas nicole nolan norman novak oliver olivia otto pacino paltrow pamela patricia patrick "
        "paula pauline penelope pete pfeiffer philip phillips pixar polanski preminger rachel ralph randolph "
        "raymond reagan reynolds richard richards richardson ricky ritchie robert roberts robertson robinson "
        "rodriguez ronald rupert russell ruth ryan sabrina samantha samuel sandler sandra sarah sarandon scorsese "
        "scott sean sergio shakespeare sharon shelley shirley sidney silverman simmons simon sinatra sophia sophie "
        "spencer spielberg spotify stanley stanwyck stella stephanie stephen steve steven stevens stewart stuart "
        "sullivan susan sutherland tarantino thanksgiving thelma thomas thompson thurman timothy toby tracy "
        "tyler vanessa verhoeven victoria vincent walken watson william williams willis wilson nintendo "
    ).split()
)
# Names of two words: the second, and what stands before it.
SECOND_WORDS = {
    "york": "new", "yorker": "new", "yorkers": "new", "zealand": "new", "orleans": "new", "jersey": "new",
    "angeles": "los", "vegas": "las", "francisco": "san", "diego": "san", "kong": "hong", "lanka": "sri",
    "arabia": "saudi", "rica": "costa", "korea": "north south", "africa": "south", "america": "north south latin",
    "wales": "south new", "kingdom": "united", "states": "united", "east": "middle", "rico": "puerto",
}  # fmt: skip
# What is named after a people or a place, and may well be written small: "french fries".
NAMED_AFTER = frozenset(
    (
        "fries fry toast press kiss kisses kissing door doors window windows dressing onion bread horn bean beans "
        "braid braids manicure polish knickers vanilla oven courage muffin muffins cheese blinds numerals pastry "
        "omelette salad yoghurt yogurt delight bath coffee stew breakfast sausage sausages shepherd dane shirt shoes "
        "cloth comma roulette doll dolls dressing ink elephant summer file squash wolfhound setter terrier cream "
        "mustard sprouts ham angle angles leather chard army whisky whiskey sponge plums style"
    ).split()
)
