"""What sort of work a review is about, and the types that files name."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache


class Medium(StrEnum):
    """What sort of work is under review; it decides what some keys mean and which lists are complete."""

    FILM = "film"
    SERIES = "series"
    BOOK = "book"
    COMIC = "comic"
    GAME = "game"
    ALBUM = "album"
    STAGE = "stage"
    PRODUCT = "product"
    PLACE = "place"
    OTHER = "work"


def fold_key(key: str) -> str:
    """Return a key without its capitals, hyphens, underscores and blanks: `written-by` is `writtenby`."""
    return "".join(c for c in key.casefold() if c.isalnum())


@dataclass(frozen=True, slots=True)
class WorkType:
    """A type of work as it is written, and the medium it belongs to."""

    name: str
    medium: Medium


_TYPES: dict[Medium, str] = {
    Medium.FILM: "Movie Film Documentary ShortFilm MovieClip TVMovie",
    Medium.SERIES: "TVSeries TVSeason TVEpisode Series Show Anime TV TVShow MiniSeries Season Episode "
    "PodcastSeries PodcastEpisode Podcast RadioSeries",
    Medium.BOOK: "Book Audiobook Novel Novella ShortStory Memoir Poetry Cookbook Nonfiction BookSeries",
    Medium.COMIC: "ComicStory ComicSeries ComicIssue Comic Manga GraphicNovel Webcomic Manhwa",
    Medium.GAME: "VideoGame VideoGameSeries Game BoardGame",
    Medium.ALBUM: "MusicAlbum MusicRecording MusicRelease MusicGroup Album Record EP Single Music Song",
    Medium.STAGE: "Play Musical Opera TheaterEvent Theatre",
    Medium.PRODUCT: "Product SoftwareApplication MobileApplication WebApplication App Software Gadget Device",
    Medium.PLACE: "Place Restaurant FoodEstablishment CafeOrCoffeeShop Cafe Bar BarOrPub Pub Museum Hotel "
    "LocalBusiness TouristAttraction LodgingBusiness ArtGallery Event",
    Medium.OTHER: "CreativeWork CreativeWorkSeries Thing Work Article Painting Sculpture Course WebSite",
}


@cache
def work_types() -> dict[str, WorkType]:
    """Return the known types of work by their folded name."""
    return {fold_key(name): WorkType(name, medium) for medium, names in _TYPES.items() for name in names.split()}
