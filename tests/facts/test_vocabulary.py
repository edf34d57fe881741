from reviewlint.facts.vocabulary import Vocabulary

WORDS = Vocabulary.of(["Daniel Day-Lewis", "haruka nakamura", "Ólafur Arnalds", "O’Brien"])


def test_words_are_known_as_they_are_written() -> None:
    assert WORDS.knows("Daniel")
    assert not WORDS.knows("daniel")
    assert WORDS.knows("haruka")
    assert not WORDS.knows("Olafur")
    assert WORDS.knows_folded("DANIEL")


def test_possessives_and_parts_of_hyphened_names_are_known() -> None:
    assert all(WORDS.knows(word) for word in ("Daniel's", "Arnalds’", "Day-Lewis’s", "Lewis", "O’Brien"))


def test_a_fix_may_not_lose_a_name() -> None:
    assert WORDS.would_lose("Daniel went", "daniel went")
    assert not WORDS.would_lose("Daniel go", "Daniel goes")


def test_vocabularies_are_joined() -> None:
    both = WORDS.joined(Vocabulary.of(["Wirt"]))
    assert both.knows("Wirt")
    assert both.knows("Daniel")
    assert WORDS.joined(Vocabulary()) is WORDS
