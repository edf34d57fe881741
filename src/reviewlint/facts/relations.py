"""The relations that facts and claims speak of, and the words people have for them."""

from __future__ import annotations

from enum import Enum, StrEnum
from functools import cache

from reviewlint.errors import ReviewlintError, nearest
from reviewlint.facts.media import Medium, fold_key


class Holds(Enum):
    """What sort of value a relation has; the comment names the type in `facts.values` or `facts.model`."""

    PEOPLE = "people"  # Named
    COMPANIES = "companies"  # Named
    CAST = "cast"  # Named, with characters
    TEXT = "text"  # str
    DATE = "date"  # PartialDate
    DURATION = "duration"  # float, minutes
    COUNT = "count"  # int
    RATING = "rating"  # Rating
    WORK = "work"  # Work
    LINK = "link"  # str


class Relation(StrEnum):
    """What a value is to the work. The value of each member is its key in a facts file."""

    NAME = "name"
    ALTERNATE_NAME = "alternateName"
    DIRECTOR = "director"
    WRITER = "writer"
    AUTHOR = "author"
    COMPOSER = "musicBy"
    CINEMATOGRAPHER = "cinematographer"
    EDITOR = "editor"
    PRODUCER = "producer"
    CREATOR = "creator"
    ILLUSTRATOR = "illustrator"
    TRANSLATOR = "translator"
    DESIGNER = "designer"
    NARRATOR = "narrator"
    LYRICIST = "lyricist"
    ARTIST = "byArtist"
    PRODUCTION_COMPANY = "productionCompany"
    DEVELOPER = "developer"
    PUBLISHER = "publisher"
    DISTRIBUTOR = "distributor"
    BROADCASTER = "broadcaster"
    RECORD_LABEL = "recordLabel"
    MANUFACTURER = "manufacturer"
    ACTOR = "actor"
    CHARACTER = "character"
    CONTRIBUTOR = "contributor"
    IS_BASED_ON = "isBasedOn"
    PART_OF_SERIES = "partOfSeries"
    POSITION = "position"
    SEASON_NUMBER = "seasonNumber"
    EPISODE_NUMBER = "episodeNumber"
    DURATION = "duration"
    DATE_PUBLISHED = "datePublished"
    END_DATE = "endDate"
    RELEASED_EVENT = "releasedEvent"
    FOUNDING_DATE = "foundingDate"
    AGGREGATE_RATING = "aggregateRating"
    REVIEW_RATING = "reviewRating"
    NUMBER_OF_SEASONS = "numberOfSeasons"
    NUMBER_OF_EPISODES = "numberOfEpisodes"
    NUM_TRACKS = "numTracks"
    NUMBER_OF_PAGES = "numberOfPages"
    NUMBER_OF_VOLUMES = "numberOfVolumes"
    NUMBER_OF_CHAPTERS = "numberOfChapters"
    NUMBER_OF_PLAYERS = "numberOfPlayers"
    AWARD = "award"
    GENRE = "genre"
    COUNTRY = "countryOfOrigin"
    LANGUAGE = "inLanguage"
    PLATFORM = "gamePlatform"
    LOCATION = "location"
    PRICE = "price"
    ISBN = "isbn"
    SAME_AS = "sameAs"
    REVIEWER = "reviewer"  # only from front matter: who wrote the review
    REVIEWED = "dateReviewed"  # only from front matter: when

    @property
    def holds(self) -> Holds:
        """Return what sort of value this relation has."""
        return _HOLDS[self]

    @property
    def label(self) -> str:
        """Return what an editor calls it: "production company", "composer"."""
        return _LABELS[self]

    @property
    def is_role(self) -> bool:
        """Tell whether its values are people or companies that did something for the work."""
        return self.holds in (Holds.PEOPLE, Holds.COMPANIES, Holds.CAST) and self not in (
            Relation.CHARACTER,
            Relation.REVIEWER,
        )


_R = Relation
# One line a relation: what it holds, what editors call it, and the keys people write for it.
_TABLE: dict[Relation, tuple[Holds, str, str]] = {
    _R.NAME: (Holds.TEXT, "title", "title"),
    _R.ALTERNATE_NAME: (
        Holds.TEXT,
        "other title",
        "alternateNames alternativeTitle alternativeTitles aka aliases originalTitle originalName "
        "englishTitle nativeTitle alternativeHeadline subtitle",
    ),
    _R.DIRECTOR: (Holds.PEOPLE, "director", "directors directedBy"),
    _R.WRITER: (
        Holds.PEOPLE,
        "writer",
        "writers writtenBy screenplay screenplayBy screenwriter screenwriters script scriptBy scenario "
        "teleplay scriptwriter scriptwriters",
    ),
    _R.AUTHOR: (Holds.PEOPLE, "author", "authors"),
    _R.COMPOSER: (
        Holds.PEOPLE,
        "composer",
        "composer composers music score scoreBy soundtrack originalMusic musicComposer",
    ),
    _R.CINEMATOGRAPHER: (
        Holds.PEOPLE,
        "cinematographer",
        "cinematographers cinematography dop directorOfPhotography photography",
    ),
    _R.EDITOR: (Holds.PEOPLE, "editor", "editors editing editedBy filmEditor"),
    _R.PRODUCER: (
        Holds.PEOPLE,
        "producer",
        "producers producedBy executiveProducer executiveProducers",
    ),
    _R.CREATOR: (Holds.PEOPLE, "creator", "creators createdBy showrunner showrunners"),
    _R.ILLUSTRATOR: (
        Holds.PEOPLE,
        "illustrator",
        "illustrators illustratedBy penciler inker colorist letterer coverArtist illustrations",
    ),
    _R.TRANSLATOR: (Holds.PEOPLE, "translator", "translators translatedBy translation"),
    _R.DESIGNER: (Holds.PEOPLE, "designer", "designers designedBy architect architects"),
    _R.NARRATOR: (Holds.PEOPLE, "narrator", "narrators narratedBy readBy reader"),
    _R.LYRICIST: (Holds.PEOPLE, "lyricist", "lyricists lyrics lyricsBy"),
    _R.ARTIST: (Holds.PEOPLE, "artist", "artist artists band bands musician musicians performer performers"),
    _R.PRODUCTION_COMPANY: (
        Holds.COMPANIES,
        "production company",
        "productionCompanies studio studios production productionStudio animationStudio",
    ),
    _R.DEVELOPER: (Holds.COMPANIES, "developer", "developers developedBy developmentStudio"),
    _R.PUBLISHER: (Holds.COMPANIES, "publisher", "publishers publishedBy publishingHouse imprint"),
    _R.DISTRIBUTOR: (Holds.COMPANIES, "distributor", "distributors distributedBy distribution"),
    _R.BROADCASTER: (
        Holds.COMPANIES,
        "network",
        "broadcasters network networks channel channels originalNetwork streamer streamingService",
    ),
    _R.RECORD_LABEL: (Holds.COMPANIES, "record label", "recordLabels label labels"),
    _R.MANUFACTURER: (Holds.COMPANIES, "manufacturer", "manufacturers maker makers brand"),
    _R.ACTOR: (
        Holds.CAST,
        "actor",
        "actors cast stars starring staring castMember castMembers voices voiceActor voiceActors voiceCast "
        "voicedBy leads",
    ),
    _R.CHARACTER: (Holds.PEOPLE, "character", "characters"),
    _R.CONTRIBUTOR: (Holds.PEOPLE, "contributor", "contributors crew"),
    _R.IS_BASED_ON: (Holds.WORK, "source", "basedOn adaptationOf adaptedFrom sourceMaterial"),
    _R.PART_OF_SERIES: (
        Holds.WORK,
        "series",
        "isPartOf series partOf partOfSeason franchise publication magazine",
    ),
    _R.POSITION: (
        Holds.COUNT,
        "place in the series",
        "volumeNumber seriesPosition issueNumber bookNumber numberInSeries",
    ),
    _R.SEASON_NUMBER: (Holds.COUNT, "season", "season"),
    _R.EPISODE_NUMBER: (Holds.COUNT, "episode", "episode"),
    _R.DURATION: (
        Holds.DURATION,
        "running time",
        "runtime runtimeMinutes runningTime length timeRequired",
    ),
    _R.DATE_PUBLISHED: (
        Holds.DATE,
        "release date",
        "released premiere premiered premiereDate release releaseDate releaseYear year years "
        "dateCreated publicationDate publicationYear publishedYear yearPublished startDate firstAired "
        "startYear firstPublished",
    ),
    _R.END_DATE: (Holds.DATE, "last year", "endYear ended lastAired"),
    _R.RELEASED_EVENT: (Holds.DATE, "release", "releasedEvents releases releaseDates"),
    _R.FOUNDING_DATE: (Holds.DATE, "opening year", "opened founded established built"),
    _R.AGGREGATE_RATING: (Holds.RATING, "rating", "rating ratings scores aggregateRatings"),
    _R.REVIEW_RATING: (Holds.RATING, "the review's own rating", "ownRating myRating grade verdict"),
    _R.NUMBER_OF_SEASONS: (Holds.COUNT, "number of seasons", "seasons seasonCount"),
    _R.NUMBER_OF_EPISODES: (Holds.COUNT, "number of episodes", "episodes episodeCount"),
    _R.NUM_TRACKS: (Holds.COUNT, "number of tracks", "numberOfTracks tracks trackCount songs"),
    _R.NUMBER_OF_PAGES: (Holds.COUNT, "number of pages", "pages pageCount numPages pagecount"),
    _R.NUMBER_OF_VOLUMES: (Holds.COUNT, "number of volumes", "volumes volumeCount"),
    _R.NUMBER_OF_CHAPTERS: (Holds.COUNT, "number of chapters", "chapters chapterCount"),
    _R.NUMBER_OF_PLAYERS: (Holds.COUNT, "number of players", "players playerCount"),
    _R.AWARD: (Holds.TEXT, "award", "awards prize prizes"),
    _R.GENRE: (Holds.TEXT, "genre", "genres"),
    _R.COUNTRY: (Holds.TEXT, "country", "country countries"),
    _R.LANGUAGE: (Holds.TEXT, "language", "language languages"),
    _R.PLATFORM: (Holds.TEXT, "platform", "platform platforms gamePlatforms availableOn"),
    _R.LOCATION: (Holds.TEXT, "place", "where place city address contentLocation locationCreated"),
    _R.PRICE: (Holds.TEXT, "price", "prices cost"),
    _R.ISBN: (Holds.LINK, "ISBN", "isbn10 isbn13"),
    _R.SAME_AS: (Holds.LINK, "identity", "url imdb imdbId tmdbId wikidata"),
    _R.REVIEWER: (Holds.PEOPLE, "reviewer", "reviewedBy"),
    _R.REVIEWED: (Holds.DATE, "date of the review", ""),
}
_HOLDS = {relation: row[0] for relation, row in _TABLE.items()}
_LABELS = {relation: row[1] for relation, row in _TABLE.items()}
FRONT_ONLY = frozenset({_R.REVIEWER, _R.REVIEWED})

# Lists that are complete when they are given at all: a name that is not in them contradicts them.
_CLOSED: dict[Relation, frozenset[Medium]] = {
    _R.DIRECTOR: frozenset(Medium) - {Medium.SERIES},
    _R.WRITER: frozenset({Medium.FILM, Medium.STAGE, Medium.OTHER}),
    _R.AUTHOR: frozenset(Medium) - {Medium.FILM, Medium.SERIES, Medium.GAME},
    _R.ARTIST: frozenset({Medium.ALBUM, Medium.OTHER}),
    _R.DEVELOPER: frozenset({Medium.GAME, Medium.OTHER}),
    _R.CREATOR: frozenset({Medium.SERIES}),
}


def closed_by_default(relation: Relation, medium: Medium) -> bool:
    """Tell whether a list of this relation is taken for complete: one director of a film is all of them."""
    return medium in _CLOSED.get(relation, frozenset())


@cache
def _by_key() -> dict[str, Relation]:
    keys = {fold_key(word): relation for relation, row in _TABLE.items() for word in (relation, *row[2].split())}
    return {key: relation for key, relation in keys.items() if relation not in FRONT_ONLY}


@cache
def keys_of(relation: Relation) -> tuple[str, ...]:
    """Return the keys that name a relation: the schema.org name first, then people's own words."""
    return tuple(dict.fromkeys((relation.value, *_TABLE[relation][2].split())))


@cache
def known_keys() -> tuple[str, ...]:
    """Return every key that names a relation."""
    return tuple(key for relation in Relation if relation not in FRONT_ONLY for key in keys_of(relation))


def relation_of(key: str, medium: Medium = Medium.OTHER) -> Relation | None:
    """Return the relation that a key of a facts file means for a work of this medium, or None.

    The author of a film is who wrote it, the artist of a book who drew it, the studio of a game who made it.
    """
    relation = _by_key().get(fold_key(key))
    if relation is not None:
        relation = _MEANS.get((relation, medium), relation)
    return relation


_SCREEN = (Medium.FILM, Medium.SERIES, Medium.GAME, Medium.STAGE)
_MEANS: dict[tuple[Relation, Medium], Relation] = {
    **{(_R.AUTHOR, medium): _R.WRITER for medium in _SCREEN},
    **{(_R.WRITER, medium): _R.AUTHOR for medium in (Medium.BOOK, Medium.COMIC)},
    **{(_R.ARTIST, medium): _R.ILLUSTRATOR for medium in (Medium.BOOK, Medium.COMIC)},
    (_R.AUTHOR, Medium.ALBUM): _R.ARTIST,
    (_R.PRODUCTION_COMPANY, Medium.GAME): _R.DEVELOPER,
    (_R.PUBLISHER, Medium.ALBUM): _R.RECORD_LABEL,
}


def relation_named(word: str) -> Relation:
    """Return the relation a user means by `word` in a mapping; raise ReviewlintError if there is none."""
    folded = fold_key(word)
    for relation in FRONT_ONLY:
        if folded == fold_key(relation):
            return relation
    found = _by_key().get(folded)
    if found is None:
        raise ReviewlintError(f"“{word}” is not a key of facts.", hint=nearest(word, [*known_keys(), *FRONT_ONLY]))
    return found
