"""Everyday nouns that often stand in names of several words, and alone hardly ever carry a capital.

“Street” has a capital in “Elm Street”, “house” in “the White House”; by itself neither is a name. Counted over user
reviews: with small words around it, each has a capital in three cases of a hundred at most.
"""

from __future__ import annotations

EVERYDAY = frozenset(
    (
        "addict adventure adventures advocate afternoon agreement airport alarm alley anchor animal anxiety assault "
        "association astronaut astronauts attack attic attorney award awards babies baby babysitter backyard ball "
        "balloon band bank barn bars bartender bass bathtub battlefield beach beau beauty bedroom beers bicycle biker "
        "binoculars bird birth birthday blessing blood boat bodyguard bomb bone bones boom booth border boss bout "
        "bowl boys brain brat bravery bread breakfast breed bride brides bridge brother brothers brow bubble bullet "
        "burial butcher butler cabin cake camcorder cameraman camp campers campfire candidate candles canoe canon "
        "caper card cardboard cargo cats cave cement cemetery center centre champion chapter chapters chase chef "
        "chicken chicks child chorus cigarette cinema circle circuit circus citizen city civilization classics clock "
        "clone closet cloud clouds clown club collar collection collector college color combo comics committee "
        "companion company conductor connection continent convent cookie corn corner corners corpse corpses corridor "
        "coward cowboy cowboys creature creatures crimes crisis crocodile curse dagger dance dancer darkness darling "
        "daughters days death deck decoration deed deeds deer defense degrees delay department desert desire "
        "destination destiny detective detectives diamond diary diet diner discipline distaste distress district dock "
        "dogs doll dollar dolls doors doorway dream drifter driver drone dust dwarf edge eggs enemy engagement engine "
        "enthusiasm escort essay eternity exit experiment extras extravaganza eyes factory fairy fantasy farm farmer "
        "fate fear feast feather festival fever fiction field fields fighter file filth fingers fire firefighters "
        "fires fish flame flash flavor flesh flight flock flood floors flower flowers food fool fools foot forest "
        "fort fortune foundation foxes freak freaks frenzy freshman fridge fright funeral gallery games gaming gang "
        "gangs garden gardener generation geniuses gentleman gentlemen ghosts girl girlfriends glances glass glove "
        "gold golf goodbye governments grade grass grave graves graveyard greed grip ground guard guards guest guide "
        "gusto hangover happiness hats health hearts heat heel heels heights hero heroes highway hitchhiker hole "
        "holiday holidays honeymoon honor hoods hook horn horror horse hose hospital hostess hotel house hunger "
        "hunters iceberg inch incident interlude interrogation intervention intro invasion island items jacket jeans "
        "journalism journey journeys jungle jury keys killer knee knees ladder ladies lady lake lamp land landlady "
        "landscapes leap letter liar line lions lips list locker logo machine madness magazine magic magician "
        "management maniac mansion marathon marijuana mask masks massacre masses mate meal meat mechanics medal "
        "meditation memoirs menace mermaid metal meteor mice middle midnight mile mill miracle miracles mirror "
        "mirrors misery missile mission mistress monkey monkeys monster monsters morgue morning mother motion motor "
        "motorcycle mountain mountains mouse murder murders museum mysticism nanny nation nations needle neon "
        "newcomers news night nightmares nights ninjas noise office officer officers opera organization outlaw "
        "outrage pack pains palm papers parade paranoia parking parole party passage passenger patch patient pause "
        "paycheck peace peak peril piano picture pictures pigs pill pirate pits plan planet planets plantation "
        "platform pocket poet poison police policies pond port pounds poverty power powers prayer preacher price "
        "priest principle prisoner prize productions professionals professor project property puppet pursuit quarter "
        "quest quotes race radio railroad railway rapper records region replacement resentment responses restraint "
        "retreat rhythm ride river road robbery robe robot rocket rocks romanticism rookie rule rules sailor sand "
        "satellite schemes school schools science season secretary security sergeant seriousness service services "
        "shark sharks ships shoe shoes shootings shootouts shop shore shower shuttle sickness sidewalk siege silk "
        "silver singer sisters skating skeleton skirt skull slide snake snow snowman sock soldiers solution song sons "
        "souls species speed splash splatter squad stadium stairs star state station stepfather stepmother storm "
        "storms strain stranger straw streets stretch strings strip student studies submarine subway sugar suit suite "
        "sunset surfer survivors suspects swamp sweat sweetheart sword swords tail tailor tank tapes telephone "
        "tenants terror test theater theatre theory thieves throat thumbs tomato tomorrow tonight toolbox tooth "
        "tornado tour tower trail train trains translation travelers treasure treat tree triangle tribes tunnel "
        "variety videos villa village violin visitor volume voyage wagon waiter warming warning waterfall wave waves "
        "weapon weather wedding weekend whale wheel widow wind wine wing winter wire witch witnesses wives world "
        "worlds worms wrestler wrestling yard yesterday "
    ).split()
)
