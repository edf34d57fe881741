"""A report made by hand, with what is hard to print: wide characters, tabs, long lines, spans of every shape."""

from __future__ import annotations

from reviewlint.document import Source
from reviewlint.errors import ReviewlintError
from reviewlint.finding import Edit, Finding, Fix, Related, Safety, Severity, Span
from reviewlint.report import FileReport, Report

LONG = (
    "The tide comes in twice in this film, and both times the keeper counts the steps down to the boat, because "
    "his father counted them, and because there is nothing else on the rock to count; the second time there is one "
    "step more, which nobody explains, and which the camera, patient as a heron, looks at for a full minute before "
    "it lets the water have it. The film runs 140 minutes. After that the lamp is lit again, the gulls come back to "
    "the railing, and the daughter writes a letter that begins with the weather and ends with the weather."
)
TEXT = "\n".join(
    [
        "# The Last Step 🗼",
        "",
        LONG,
        "",
        "\tA tab, then a  doubled space, and 東京で saw the light.",
        "The keeper 👩‍👩‍👧 waves ❤️ at at the café, says Zoe\u0301 Zoe\u0301.",
        "A sentence that starts on one line",
        "and goes over a second",
        "and ends on a third.",
        "An end\x1b[31m.",
        "",
    ]
)
WINDOWS = "Erste Zeile.\r\nIt is worth the ticket and the\r\n"


def finding(
    text: str,
    rule: str,
    words: str,
    message: str,
    severity: Severity = Severity.WARNING,
    fix: tuple[str, Safety] | None = None,
    related: tuple[Related, ...] = (),
) -> Finding:
    """Return a finding on the first place of some words, with a fix that puts others there."""
    start = text.index(words)
    span = Span(start, start + len(words))
    mended = Fix(fix[0] or "remove", fix[1], (Edit(span, fix[0]),)) if fix else None
    return Finding(rule, span, message, severity, mended, related)


def findings() -> list[Finding]:
    """Return the findings on TEXT, in order."""
    safe, unsafe = Safety.SAFE, Safety.UNSAFE
    fact = Related("duration: PT104M", "reviews/the-last-step.facts.yaml", 12)
    long_sentence = LONG[LONG.index("After that") :]
    end = TEXT.index("An end") + 6
    return [
        finding(TEXT, "typography/tower", "🗼", "A tower is no word.", Severity.INFO),
        finding(TEXT, "facts/wrong-runtime", "140 minutes", "The film runs 104 minutes, not 140.", Severity.ERROR,
                ("104 minutes", unsafe), (fact,)),
        finding(TEXT, "readability/tangled-sentence", long_sentence, "38 words without a rest: split this sentence."),
        finding(TEXT, "typography/doubled-space", "a  doubled", "Two blanks, where one is enough.",
                fix=("a doubled", safe)),
        finding(TEXT, "grammar/verb", "で saw", "The verb has no subject."),
        finding(TEXT, "grammar/doubled-word", "at at", "“at at”: one of the two is too many.", fix=("at", safe)),
        finding(TEXT, "grammar/doubled-word", "Zoe\u0301 Zoe\u0301", "“Zoé Zoé”: one of the two is too many.",
                fix=("", safe)),
        finding(TEXT, "garbled/unfitting-word", "starts on one line\nand goes over a second\nand ends",
                "These words do not go together; say it again in your own words, and in one line.",
                fix=("starts", unsafe)),
        Finding("typography/missing-stop", Span(end, end), "The sentence has no stop.", Severity.WARNING,
                Fix(".", safe, (Edit(Span(end, end), "."),))),
    ]  # fmt: skip


def report(width: int, *, colour: bool = False) -> Report:
    """Return the report: a draft with everything, one with Windows line ends, a clean one, and an error."""
    found = findings()
    cut = finding(WINDOWS, "claims/dangling-article", "the ticket and the", "A word is missing after “and the”.")
    files = (
        FileReport(
            Source("reviews/the-last-step.md", TEXT), tuple(found), ("",) * len(found), "120 words, 1 min to read"
        ),
        FileReport(Source("reviews/winter/notes-from-a-very-long-journey.txt", WINDOWS), (cut,), ("",), "9 words"),
        FileReport(Source("clean.md", "Fine."), (), ()),
    )
    return Report(files, (ReviewlintError("This file is not UTF-8.", path="x.md"),), {}, colour, width)
