import pytest

from reviewlint.facts.compare.companies import compare_companies, compare_company
from reviewlint.facts.compare.verdict import Reason, Verdict
from reviewlint.facts.values import Named


@pytest.mark.parametrize(
    ("a", "b", "verdict", "reason"),
    [
        ("Toho", "TOHO", Verdict.SAME, Reason.CAPITALS),
        ("Canal+", "Canal +", Verdict.SAME, Reason.SPACING),
        ("Éditions du Seuil", "Editions du Seuil", Verdict.SAME, Reason.ACCENTS),
        ("FromSoftware", "From Software", Verdict.SAME, Reason.SPACING),
        ("Toho", "Toho Company", Verdict.COMPATIBLE, Reason.GENERIC),
        ("Studio Trigger", "Trigger Inc.", Verdict.COMPATIBLE, Reason.GENERIC),
        ("Paramount", "Paramount Pictures", Verdict.COMPATIBLE, Reason.GENERIC),
        ("Warner Brothers", "Warner Bros. Pictures", Verdict.COMPATIBLE, Reason.GENERIC),
        ("Twentieth Century Fox", "20th Century-Fox", Verdict.COMPATIBLE, Reason.GENERIC),
        ("RKO", "Radio-Keith-Orpheum", Verdict.COMPATIBLE, Reason.ACRONYM),
        ("HBO", "Home Box Office", Verdict.COMPATIBLE, Reason.ACRONYM),
        ("New Line Cinema", "Warner Bros.", Verdict.COMPATIBLE, Reason.HOUSE),
        ("Viking", "Penguin Random House", Verdict.COMPATIBLE, Reason.HOUSE),
        ("Parlophone", "Universal Music", Verdict.COMPATIBLE, Reason.HOUSE),
        ("Naughty Dog", "Sony Interactive Entertainment", Verdict.COMPATIBLE, Reason.HOUSE),
        ("Criterion", "Criterion Collection", Verdict.PARTIAL, Reason.PART),
        ("Annapurna", "Anapurna Pictures", Verdict.COMPATIBLE, Reason.SPELLING),
        ("Toei Animation", "Kyoto Animation", Verdict.DIFFERENT, Reason.OTHER),
        ("Supergiant Games", "Team Cherry", Verdict.DIFFERENT, Reason.OTHER),
        ("A24", "Neon", Verdict.DIFFERENT, Reason.OTHER),
        ("Sub Pop", "Matador Records", Verdict.DIFFERENT, Reason.OTHER),
        ("Granta Books", "Fitzcarraldo Editions", Verdict.DIFFERENT, Reason.OTHER),
        ("Studio 4°C", "Studio Ponoc", Verdict.DIFFERENT, Reason.OTHER),
        ("東宝", "Toho", Verdict.UNKNOWN, Reason.SCRIPT),
    ],
)
def test_companies(a: str, b: str, verdict: Verdict, reason: Reason) -> None:
    there, back = compare_companies(a, b), compare_companies(b, a)
    assert (there.verdict, there.reason) == (verdict, reason)
    assert back.verdict is verdict


def test_parents_and_labels_of_the_facts_stand_for_it() -> None:
    studio = Named("Lantern Films", kin=("Harbour Group",))
    assert compare_company("Harbour", studio).reason is Reason.HOUSE
    assert compare_company("Lighthouse Films", studio).contradicts
