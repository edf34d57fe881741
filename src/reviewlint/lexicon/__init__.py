"""What kinds of word a word can be, and which it is in its sentence.

`tags("worries")` is all that the word can be; `share("worries", Tag.PLURAL)` how often it is that; `tagged(document,
sentence)` the words of a sentence with one tag each. `inflect` makes the forms of words. Nothing is loaded before
the first look-up; tagging is for candidates, look-ups are cheap.
"""

from reviewlint.lexicon import inflect
from reviewlint.lexicon.tag import Tag
from reviewlint.lexicon.tagger import tag_sentence
from reviewlint.lexicon.words import Entry, entry, frequency, is_word, share, share_capital, tags

__all__ = [
    "Entry", "Tag", "entry", "frequency", "inflect", "is_word", "share", "share_capital", "tag_sentence", "tags",
]  # fmt: skip
