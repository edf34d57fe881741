"""Closed sets of English words that phrases may name with `@`."""

from __future__ import annotations

_SETS = {
    "article": "a an the",
    "possessive": "my your his her its our their",
    "demonstrative": "this that these those",
    "subject": "i you he she it we they",
    "object": "me you him her it us them",
    "nominative": "i he she we they",
    "accusative": "me him us them",
    "reflexive": "myself yourself himself herself itself ourselves yourselves themselves",
    "be": "am is are was were be been being i'm you're he's she's it's we're they're isn't aren't wasn't weren't",
    "finite-be": "am is are was were isn't aren't wasn't weren't",
    "have": "have has had having haven't hasn't hadn't i've you've we've they've",
    "do": "do does did don't doesn't didn't",
    "modal": "can could will would shall should must may might cannot can't couldn't won't wouldn't shouldn't "
    "mustn't mightn't",
    "adverb": "not never also always often still just only even really simply merely truly actually already "
    "sometimes usually probably certainly definitely clearly finally quickly slowly almost nearly once ever soon "
    "rarely seldom again constantly occasionally frequently apparently surely perhaps largely mostly generally "
    "quite hardly barely easily completely totally fully gradually eventually suddenly now then later maybe "
    "literally basically essentially honestly simultaneously consistently mostly",
    "degree": "very so too quite rather really pretty fairly extremely incredibly absolutely completely totally "
    "somewhat utterly truly simply just such how as more most less least almost nearly especially particularly",
    "preposition": "of in on at for with by from to into onto about against between among through throughout "
    "during before after over under above below behind beside beyond near off since until upon within without "
    "despite towards toward across along around inside outside except like than via per",
    "conjunction": "and but or nor yet so because although though while whereas if unless since when whenever "
    "where that which who as until",
    "wh": "who whom whose which what when where why how",
    "number": "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety",
    "unit": "second seconds minute minutes hour hours day days week weeks month months year years decade decades "
    "century centuries mile miles metre metres meter meters kilometre kilometres kilometer kilometers foot feet "
    "inch inches pound pounds dollar dollars euro euros cent cents percent kilo kilos gram grams litre litres "
    "degree degrees point points yard yards ounce ounces calorie calories",
    "quantity": "lot number couple few dozen handful hundred thousand million billion bunch variety series range "
    "ton pair group host plethora myriad multitude majority minority slew string collection set mix mixture "
    "combination half third quarter bit touch wealth array litany abundance load heap pile flurry raft trio "
    "quartet succession sprinkling smattering selection assortment scattering score crop batch glut parade "
    "procession cast crew team band army crowd gang family list sequence chain catalogue wave stream flood mass "
    "total maximum minimum average percentage proportion fraction surplus dearth cluster generation duo troupe "
    "cavalcade swarm horde sea medley roster tonne mountain barrage profusion infinity panoply legion rush ratio "
    "spate run bevy spread",
    "month": "january february march april may june july august september october november december",
    "weekday": "monday tuesday wednesday thursday friday saturday sunday",
    # Works and their parts, which are no persons.
    "work": "film movie picture documentary book novel novella memoir biography game album song track record "
    "episode series show sequel prequel remake adaptation manga anime comic story soundtrack play drama comedy "
    "thriller western musical sitcom season chapter trilogy saga franchise script screenplay score single mixtape "
    "opera",
    "works": "films movies pictures documentaries books novels novellas memoirs biographies games albums songs "
    "tracks records episodes shows sequels prequels remakes adaptations comics stories soundtracks plays dramas "
    "comedies thrillers westerns musicals sitcoms seasons chapters trilogies sagas franchises scripts screenplays "
    "scores",
    "thing": "@work scene shot ending opening plot premise setting dialogue cinematography camera lens photograph "
    "painting poem letter diary house building room kitchen city town village street bridge road river mountain "
    "island forest machine robot phone tablet laptop computer console keyboard controller screen device gadget "
    "product app website car truck train ship boat plane bus bicycle bike piano guitar drum violin melody chorus "
    "verse riff rhythm bassline lyric menu dish meal sauce soup burger pizza dessert wine restaurant cafe hotel "
    "museum theatre theater cinema bar shop weapon gun sword knife bomb costume dress coat mask watch clock "
    "battery charger cable button knob strap bag box bottle table chair bed door window wall floor garden "
    "interface mechanic level quest map puzzle engine design idea theme message metaphor concept narrative subplot "
    "twist montage sequence flashback monologue page paragraph sentence word title cover design performance voice "
    "sound tune beat edition version update patch price budget war battle crime murder disease virus accident "
    "mystery secret memory dream style genre format medium tone mood atmosphere pace",
    # Persons by what they are or do.
    "person": "man woman boy girl guy gentleman lady person actor actress director writer author novelist poet "
    "singer songwriter musician guitarist drummer bassist pianist composer producer screenwriter playwright "
    "filmmaker film-maker cinematographer editor designer developer artist painter illustrator photographer "
    "journalist critic reviewer narrator hero heroine protagonist antagonist villain detective doctor nurse "
    "teacher student lawyer policeman policewoman cop soldier sailor captain king queen prince princess president "
    "father mother son daughter brother sister husband wife uncle aunt cousin nephew niece grandfather grandmother "
    "widow widower friend neighbour neighbor colleague boss waiter waitress chef butcher baker farmer fisherman "
    "priest nun monk thief killer murderer criminal prisoner victim witness stranger lover boyfriend girlfriend "
    "bride groom teenager somebody someone anybody anyone everybody everyone nobody star comedian dancer",
    "persons": "men women boys girls guys gentlemen ladies people persons actors actresses directors writers "
    "authors novelists poets singers songwriters musicians guitarists drummers bassists pianists composers "
    "producers screenwriters playwrights filmmakers film-makers editors designers developers artists painters "
    "illustrators photographers journalists critics reviewers narrators heroes heroines protagonists villains "
    "detectives doctors nurses teachers students lawyers policemen cops soldiers sailors captains kings queens "
    "princes princesses presidents fathers mothers sons daughters brothers sisters husbands wives uncles aunts "
    "cousins friends neighbours neighbors colleagues waiters chefs farmers priests nuns monks thieves killers "
    "murderers criminals prisoners victims witnesses strangers lovers teenagers adults parents kids children fans "
    "viewers readers players listeners customers guests visitors",
}


def words(text: str) -> frozenset[str]:
    """Return the words of a text, parted by blanks, as a set."""
    return frozenset(text.split())


def _build() -> dict[str, frozenset[str]]:
    sets: dict[str, frozenset[str]] = {}
    for name, text in _SETS.items():
        members: set[str] = set()
        for word in text.split():
            members |= sets[word[1:]] if word[0] == "@" else {word}
        sets[name] = frozenset(members)
    return sets


SHARED = _build()
