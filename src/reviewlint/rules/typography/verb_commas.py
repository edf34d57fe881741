"""Commas between a subject and its verb, and between a verb and its object."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewlint.document.view import HIDDEN
from reviewlint.lexicon import Tag, share, tag_sentence, tags
from reviewlint.rules.typography.commas import FINITE, StrayComma, Tagged, tagged

_AUXILIARY = frozenset(
    "is was are were has will can should would must may might could isn't wasn't aren't weren't hasn't won't can't "
    "shouldn't wouldn't doesn't didn't does did cannot had".split()
)
_VERB = re.compile(r", (?P<verb>[a-z’']+) (?P<next>[\w’'-]+)")
# After these the verb asks a question or begins an aside, and the comma is sound.
_NOT_NEXT = frozenset(
    "it he she they this that there you we i these those who what something anyone anything everything nothing "
    "one everyone everybody anybody someone somebody".split()
)
_SUBJECT_WORDS = 9
_LONG_SUBJECT = 18  # with a relative clause in it
# A sentence that starts with one of these starts with something before its subject.
_OPENERS = frozenset(
    "in on at by for from with without after before during since until when while if although though because as once "
    "unless where whereas despite given to like unlike set yes no well oh so then now here there still yet but and or "
    "nor perhaps maybe sadly luckily finally first second third also instead even just only what how why whether which "
    "who whom whose not never rarely often sometimes today tonight yesterday please whatever whoever whenever wherever "
    "however that this time every each the-more under over between through across along around beyond near about upon "
    "within throughout rather than more less".split()
) - {"every", "each", "this"}
_RELATIVE = frozenset("who that which where whose".split())
_PEOPLE = re.compile(
    r"(?:Anyone|Everyone|Anybody|Everybody|Those|People|Fans|Viewers|Readers|Players|Someone|Nobody|All|Everything|Anything)"
    r"(?: (?:of|in) [^,.;:]{1,40})? ?(?:who|that|whose|with|looking|interested|hoping|expecting)?\b"
)
# "What strikes me today, is the patience."
_CLEFT = re.compile(r"What (?:I|you|we|they|he|she|it|[a-z’']+s|[a-z]+ed|stood|struck|made|got)(?: [\w’'-]+){1,8}")
_AFTER_CLEFT = frozenset("the a an how that its his her their not when".split())
_NOUNS = Tag.NOUN | Tag.PLURAL | Tag.PROPER
_STARTS_SUBJECT = (
    Tag.DETERMINER | Tag.POSSESSIVE | Tag.PROPER | Tag.NOUN | Tag.PLURAL | Tag.ADJECTIVE | Tag.NUMBER | Tag.ING
)
_AFTER_FINITE = Tag.DETERMINER | Tag.POSSESSIVE | Tag.PRONOUN | Tag.TO | Tag.PREPOSITION
_NO_SUBJECT = Tag.VERB | Tag.VERB_S | Tag.PAST | Tag.MODAL | Tag.CONTRACTION | Tag.PRONOUN
# Verbs that are nothing without an object, or a predicate.
_TRANSITIVE = frozenset(
    "highlights features includes contains explores captures provides offers creates depicts portrays possesses "
    "examines combines emphasises emphasizes showcases reveals requires involves conveys evokes resembles utilises "
    "utilizes uses brings raises maintains illustrates introduces presents reflects represents receives achieves gives "
    "makes takes tells shows has lacks needs wants loves enjoys follows describes builds carries blends mixes keeps "
    "sets finds gave made took had gets draws boasts explains deserves manages injects demands stars impacts tackles "
    "is was are were".split()
)
_PAST_OR_BASE = frozenset("gave took had".split())
_AFTER_PRONOUN = frozenset(
    "love loved enjoy enjoyed need needed want wanted have had found felt found saw made used".split()
)
_PERSONS = frozenset("i we you they".split())
_BE = frozenset("is was are were".split())
_DETERMINERS = frozenset("the a an his her its their our my this these those".split())
_CLAUSE_WORDS = frozenset(
    "that if as when because while although though since all everything whatever what which who where how before after "
    "once until unless says said thinks truth thing problem point fact trouble question answer result catch upshot "
    "news more less idea trick".split()
)


def verb_commas(text: str, start: int, end: int) -> Iterator[StrayComma]:
    """Yield the commas of a sentence that part a verb from its subject or from its object."""
    if "?" in text[end - 2 : end]:
        return
    for number, match in enumerate(_VERB.finditer(text, start, end)):
        if number > 1:
            break
        subject = subject_comma(text, start, match)
        if subject is not None:
            yield StrayComma(subject, "the subject from its verb")
            break
    yield from _object_commas(text, start, end)


def subject_comma(text: str, start: int, match: re.Match[str]) -> int | None:
    """Return the offset of a comma that alone parts the subject of a sentence from its verb."""
    verb, follows = match["verb"].replace("’", "'"), match["next"].replace("’", "'").lower()
    if follows in _NOT_NEXT and not (follows == "that" and verb in ("is", "was")):
        return None
    if verb == "had" and "," in text[match.end() : match.end() + 60]:
        return None
    subject = text[start : match.start()]
    first = "," not in subject
    if verb not in _AUXILIARY and not (first and _is_full_verb(text, start, match)):
        return None
    if verb in ("does", "did") and not follows.startswith("not"):
        return None
    if first and (_is_subject(subject) or _is_relative_subject(subject)):
        return match.start()
    if first and verb in ("is", "was") and _CLEFT.fullmatch(subject) and follows in _AFTER_CLEFT:
        return match.start()
    if _PEOPLE.match(subject) and (first or _lists_adjectives(subject)):
        return match.start()
    return None


def _is_full_verb(text: str, start: int, match: re.Match[str]) -> bool:
    """Tell whether the word after the comma is a verb that can be nothing else, and goes on as one."""
    verb = match["verb"]
    if share(verb, Tag.VERB_S) < 0.7 or not verb.endswith("s"):
        return False
    words = [*text[start : match.start()].split(), ",", verb, match["next"]]
    found = tag_sentence(words)
    return bool(found[-2] & Tag.VERB_S and found[-1] & _AFTER_FINITE)


def _lists_adjectives(part: str) -> bool:
    """Tell whether the one comma in a subject stands between adjectives: "slow, sad films"."""
    before, _, after = part.partition(",")
    if "," in after or not before.split() or not after.split():
        return False
    return bool(tags(before.split()[-1]) & Tag.ADJECTIVE and tags(after.split()[0]) & (Tag.ADJECTIVE | Tag.NOUN))


def _plain_words(part: str, most: int) -> list[str]:
    """Return the words of a subject, or nothing where it is none: too long, or with marks in it."""
    words = part.split()
    if not words or len(words) > most or words[0].lower() in _OPENERS:
        return []
    if any(mark in part for mark in '"“”‘():;—–!?…' + HIDDEN) or " - " in part or "--" in part:
        return []
    plain = [word.strip("*_") for word in words]
    return plain if all(word and word[0].isalnum() for word in plain) else []


def _is_subject(part: str) -> bool:
    """Tell whether the words before the comma are a noun phrase and nothing else."""
    plain = _plain_words(part, _SUBJECT_WORDS)
    if not plain:
        return False
    found = tag_sentence(plain)
    if len(plain) > 1 and plain[0] in ("Nothing", "Everything", "All", "Anything") and found[1] & _NOUNS:
        return False
    if any(tag & _NO_SUBJECT for tag in found[:-1]):
        return _is_title(plain)
    if plain[-1].lower() in ("too", "though", "however"):
        return False
    if not found[-1] & _NOUNS and not _is_title(plain):
        return False
    # A name alone may be spoken to: "Ann, will you come?"
    return len(plain) > 1 or tags(plain[0]) & Tag.NOUN != 0


def _is_relative_subject(part: str) -> bool:
    """Tell whether the words before the comma are a noun with a relative clause: "the man who sold the world"."""
    plain = _plain_words(part, _LONG_SUBJECT)
    relative = next((i for i, word in enumerate(plain) if i and word in _RELATIVE), None)
    if relative is None or relative > 6:
        return False
    found = tag_sentence(plain)
    head, clause = found[:relative], found[relative + 1 :]
    if not found[0] & _STARTS_SUBJECT or found[0] & Tag.ING or any(tag & _NO_SUBJECT for tag in head):
        return False
    if not head[-1] & _NOUNS or plain[0].lower() in ("time", "times"):
        return False
    return any(tag & (FINITE | Tag.VERB) for tag in clause)


def _is_title(words: list[str]) -> bool:
    """Tell whether all words but small ones carry a capital: a title may hold a verb."""
    main = [word for word in words if len(word) > 3]
    return len(words) > 1 and bool(main) and all(word[0].isupper() for word in main) and words[0][0].isupper()


_OBJECT = re.compile(r"(?<![’'\w-])(?P<verb>[a-z]+)(?P<comma>,) (?P<word>[a-z]+) ")
_LINKS = frozenset(
    "that who which whose whom because as when where while if so and but to for than until since".split()
)


def _object_commas(text: str, start: int, end: int) -> Iterator[StrayComma]:
    """Yield the comma after a verb that is nothing without the object that follows."""
    for match in _OBJECT.finditer(text, start, end):
        if match["word"] not in _DETERMINERS or match["verb"] not in _TRANSITIVE | _AFTER_PRONOUN:
            continue
        sentence = tagged(text, start, end)
        place = sentence.starts.index(match.start("comma"))
        if _is_main_verb(sentence, place - 1) and _is_object(sentence, place, match["verb"] in _BE):
            yield StrayComma(match.start("comma"), "the verb from its object")


def _is_main_verb(sentence: Tagged, verb: int) -> bool:
    """Tell whether a finite verb stands in a plain clause, right after its subject."""
    _, words, found = sentence
    if verb < 1:
        return False
    clause = verb - 1
    while clause >= 0 and not found[clause] & Tag.MARK:
        clause -= 1
    before = [word.lower() for word in words[clause + 1 : verb]]
    if not before or any(word in _CLAUSE_WORDS for word in before) or before[-1] == "so":
        return False
    word, subject = words[verb], verb - 1
    while subject > clause and found[subject] & Tag.ADVERB:
        subject -= 1
    if word not in _TRANSITIVE or word in ("had",):
        return word in _AFTER_PRONOUN and clause < 0 and len(before) <= 2 and before[0] in _PERSONS
    if subject > clause + 1 and found[subject] & Tag.PRONOUN and found[subject - 1] & _NOUNS:  # "the songs she makes"
        return False
    if subject == clause or not found[subject] & (_NOUNS | Tag.PRONOUN):
        return False
    if share(word, Tag.PLURAL) > 0.5:
        # "The piano highlights, the": mostly a noun, but the clause has no other verb.
        bare = not any(tag & (FINITE | Tag.VERB | Tag.CONTRACTION) for tag in found[clause + 1 : verb])
        return bare and bool(found[subject] & Tag.NOUN and found[subject - 1] & Tag.DETERMINER)
    if not found[verb] & (Tag.VERB_S | Tag.PAST):
        return False
    if word in _BE:
        return clause < 0 and before[-1] not in ("it", "there", "that", "this") and bool(found[subject] & _NOUNS)
    return word in _PAST_OR_BASE or share(word, Tag.VERB_S) > 0.5


def _is_object(sentence: Tagged, place: int, after_be: bool) -> bool:
    """Tell whether the words after the comma at `place` are an object, and neither an aside nor a clause."""
    _, words, found = sentence
    if found[place + 2] & Tag.COMPARATIVE or words[place + 2].lower() in ("more", "less"):  # "the more, the better"
        return False
    for i in range(place + 1, len(words)):
        word = words[i].lower()
        if word == "," or word in "-–—":  # something was put in between, or a list goes on
            return not after_be and i - place > 5
        if found[i] & Tag.MARK or HIDDEN in word or (word in _LINKS and not after_be):
            return True
        if found[i] & (FINITE | Tag.CONTRACTION) or (after_be and found[i] & Tag.VERB):
            return False
    return True
