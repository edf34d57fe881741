"""Parts of speech, as fine as rules need them."""

from __future__ import annotations

from enum import IntFlag


class Tag(IntFlag):
    """What a word is, or (as a set) what it can be."""

    NOUN = 1  # singular or uncountable
    PLURAL = 2
    PROPER = 4
    VERB = 8  # base form: infinitive, imperative, present but for the third person singular
    VERB_S = 16  # third person singular present, "is" and "has" too
    PAST = 32
    PARTICIPLE = 64
    ING = 128
    ADJECTIVE = 256
    COMPARATIVE = 512
    SUPERLATIVE = 1024
    ADVERB = 2048
    DETERMINER = 4096
    PREPOSITION = 8192  # and the conjunctions that open a clause: "because", "that"
    PRONOUN = 16384
    POSSESSIVE = 32768  # "my", "Ann's"
    CONJUNCTION = 65536  # "and", "or", "but"
    MODAL = 131072
    TO = 262144
    WH = 524288  # "who", "which", "when"
    NUMBER = 1048576
    CONTRACTION = 2097152  # a pronoun and its verb: "it's", "they've"
    MARK = 4194304  # punctuation
    OTHER = 8388608  # interjections, foreign words, symbols
