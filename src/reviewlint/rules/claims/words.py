"""Word classes that the rules on claims share, as RE2 alternations."""

from __future__ import annotations


def any_of(words: str) -> str:
    """Return a group that matches each of `words`, which stand apart by `|` and may hold blanks and patterns."""
    return "(?:" + "|".join(word.strip() for word in words.split("|")) + ")"


# A number word, or a word that stands for a number.
NUMBER_WORD = any_of(
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    "eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|half|"
    "quarter|dozen|couple|several|few|many|zero|nought|none|both|double|twice|once|nine-?|ten-?|hundreds|thousands|"
    "millions|billions|dozens"
)

# What is counted in a review: plurals that stand after a number.
COUNTED = any_of(
    "copies|countries|minutes|mins|hours|pages|episodes|seasons|views|viewers|listeners|players|people|languages|"
    "awards|prizes|trophies|medals|nominations|years|months|weeks|days|nights|seconds|tracks|songs|votes|reviews|"
    "ratings|downloads|dollars|pounds|euros|yen|chapters|volumes|issues|levels|missions|quests|screens|cinemas|"
    "theatres|theaters|territories|markets|cities|subscribers|streams|units|takes|shots|words|kilometres|kilometers|"
    "miles|metres|meters|grams|kilos|kilograms|inches|feet|litres|liters|degrees|percent|per cent|million|billion|"
    "seats|courses|dishes|performances|characters|readers|editions|printings|reprints|sequels|remakes|albums|films|"
    "books|novels|records|singles|interviews|extras|pieces|pixels|frames|stars|points|Oscars|Grammys|Emmys|BAFTAs|"
    "Golden Globes|installments|instalments|stories|recipes|photographs|illustrations|drawings|guests|visitors|"
    "customers|users|fans|homes|households|locations|festivals|scenes|weapons|maps|enemies|bosses|endings|colours|"
    "colors|attempts|tries|"
    "cameras|sensors|ports|modes|rooms|tables|tickets|subscriptions|screenings|bottles"
)

# Places that publish ratings.
SITE = any_of(
    "IMDb|IMDB|Metacritic|Rotten Tomatoes|RottenTomatoes|Letterboxd|Goodreads|Steam|OpenCritic|MyAnimeList|MAL|"
    "AniList|AniDB|Amazon|Rate Your Music|RateYourMusic|RYM|Discogs|BoardGameGeek|TripAdvisor|Tripadvisor|Yelp|"
    "Google|Google Play|Google Maps|Trakt|TMDb|TMDB|LibraryThing|StoryGraph|The StoryGraph|Backloggd|HowLongToBeat|"
    "GameSpot|IGN|CinemaScore|FilmAffinity|Filmweb|Kinopoisk|AlloCiné|Douban|Trustpilot|Audible|Album of the Year|"
    "Common Sense Media|Serializd|Musicboard|the App Store|the site|the aggregator"
)

# A work, or a part of one, as reviews speak of it.
WORK = any_of(
    "film|films|movie|movies|picture|feature|documentary|short|thriller|comedy|drama|western|musical|romance|series|"
    "show|miniseries|season|episode|finale|pilot|book|novel|novella|story|stories|memoir|biography|collection|"
    "anthology|poem|poems|play|manga|anime|comic|graphic novel|volume|trilogy|saga|franchise|game|sequel|prequel|"
    "remake|remaster|adaptation|version|edition|translation|expansion|port|album|record|song|first half|second half|"
    "half|first act|second act|third act|final act|scenes?|sequences?|twist|pacing|chapters?|levels?|boss|service|"
    "staff|atmosphere|humou?r|chemistry|battery life|screen|build quality|songs|single|track|tracks|soundtrack|score|"
    "music|lyrics|mixtape|debut|opera|symphony|concert|exhibition|performance|performances|acting|cast|direction|"
    "script|screenplay|writing|prose|dialogue|ending|opening|animation|artwork|art|cinematography|photography|"
    "visuals|graphics|effects|design|sound|gameplay|combat|controls|mechanics|level design|plot|premise|setting|"
    "villain|hero|heroine|lead|character|characters|restaurant|place|food|kitchen|menu|dish|dishes|cooking|cuisine|"
    "wine|burger|pizza|bar|café|cafe|bakery|pub|hotel|museum|product|device|gadget|phone|tablet|laptop|keyboard|"
    "mouse|camera|lens|headphones|earbuds|speaker|speakers|pen|ink|notebook|watch|knife|bag|chair|bike|car|app|"
    "software|service|machine|console"
)

# Prizes, without their category.
PRIZE = any_of(
    "awards?|prizes?|Oscars?|Academy Awards?|BAFTAs?|Baftas?|Grammys?|Emmys?|Tonys?|Golden Globes?|Palme "
    "d[’'\\x27]Or|Césars?|Cesars?|Goyas?|Hugos?|Nebulas?|Pulitzers?|Bookers?|Edgars?|Eisners?|medals?|troph(?:y|ies)|"
    "Golden Lion|Silver Lion|Golden Bear|Silver Bear|Mercury|Brits?|Juno|Peabody|Awards?|Prizes?|Medals?|Troph(?:y|"
    "ies)|Spiel des Jahres|gong"
)

MONTH = any_of("January|February|March|April|May|June|July|August|September|October|November|December")

# Nouns that ask for a figure: "a budget of …".
MEASURE = any_of(
    "price|price tag|list price|asking price|retail price|budget|runtime|run time|running time|running length|length|"
    "duration|cost|total|gross|weight|height|width|diameter|population|circulation|capacity|print run|average|"
    "minimum|maximum|age|RRP|MSRP|discount|deposit|entrance fee|fee|salary|advance"
)
