"""The page in headless Chromium, under its own policy: at desk and telephone width, by pointer and by keyboard."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.serve.browsing import DESK, SIZES, Served, opened
from tests.serve.conftest import DRAFT

if TYPE_CHECKING:
    from playwright.sync_api import Page, Route


@pytest.fixture
def show(browser: Any, served: Served) -> Iterator[Callable[..., Page]]:
    """Give a function that opens a draft at a size; afterwards no page has complained or asked anybody else."""
    with opened(browser, served) as show:
        yield show


def text_of(page: Page) -> str:
    return "\n".join(line.strip("\n") for line in page.locator(".cm-line").all_inner_texts())


def test_a_draft_is_shown_with_its_findings(show: Callable[..., Page]) -> None:
    page = show("look-back.md")
    cards = page.locator("#cards .card")
    assert cards.count() == page.locator("#editor .mark").count() == 2
    assert page.locator(".mark-error").inner_text() == "75 minutes"
    assert page.locator(".mark-warning").inner_text() == "was was"
    assert page.locator("#counts").inner_text() == "1 error, 1 warning"
    assert re.search(r"\d+ words, 1 min to read", page.locator("#measures").inner_text())
    assert page.title() == "look-back.md – reviewlint"
    assert page.url.endswith("/")  # the token is no longer in the address


def test_findings_come_and_go_while_one_types(show: Callable[..., Page]) -> None:
    page = show("look-back.md")
    page.locator(".cm-content").press("Control+End")
    page.keyboard.type("\nIt is is here.")
    page.locator(".mark", has_text="is is").wait_for()
    assert page.locator("#file-state").inner_text() == "not saved"
    for _ in range(len(" is here.")):
        page.keyboard.press("Backspace")
    page.locator(".mark", has_text="is is").wait_for(state="detached")


def test_lines_move_with_the_text_before_any_answer(show: Callable[..., Page]) -> None:
    page = show("look-back.md")
    page.route("**/api/check", lambda route: None)  # no answer comes any more
    page.locator(".cm-content").press("Control+Home")
    page.keyboard.type("😀 And now. ")
    assert page.locator(".mark-warning").inner_text() == "was was"
    page.locator(".mark-warning").click()
    page.keyboard.press("Delete")  # the words of that finding are no longer those
    page.locator(".mark-warning").wait_for(state="detached")


def test_what_takes_long_stays_while_one_types_elsewhere(show: Callable[..., Page]) -> None:
    page = show("look-back.md")
    answers = {
        "quick": {"findings": [], "later": ["facts/wrong-runtime"]},
        "full": {"findings": [], "later": []},
    }

    def answer(route: Route) -> None:
        depth = "quick" if route.request.post_data_json["quick"] else "full"
        rest = {"rules": {}, "measures": None, "errors": [], "notices": []}
        route.fulfill(json=rest | answers[depth])

    page.route("**/api/check", answer)
    page.locator(".cm-content").press("Control+End")
    page.keyboard.type("More.")
    page.locator(".mark-warning").wait_for(state="detached")  # the quick answer does not have it any more
    assert page.locator(".mark-error").inner_text() == "75 minutes"  # that rule has not been asked yet
    page.locator(".mark-error").wait_for(state="detached")


def test_hundreds_of_findings_do_not_stop_the_page(show: Callable[..., Page]) -> None:
    page = show("")
    page.locator(".cm-content").fill("\n\n".join(["It was was good and it is is here."] * 200))
    page.locator("#tab-count", has_text="400").wait_for()
    assert page.locator("#cards .card").count() == 300
    assert page.locator("#cards .more").inner_text() == "100 findings more, before or after these."
    page.get_by_role("button", name="Apply 400 safe fixes").click()
    page.locator("#tab-count", has_text=re.compile("^0$")).wait_for()


def test_by_keyboard_from_finding_to_finding(show: Callable[..., Page]) -> None:
    page = show("look-back.md")
    page.locator(".cm-content").press("Control+Home")
    page.keyboard.press("F8")
    assert page.locator("#announced").inner_text().startswith("1 of 2, error: It runs 58 minutes")
    page.keyboard.press("F8")
    assert page.locator("#announced").inner_text().startswith("2 of 2, warning: ")
    page.keyboard.press("Alt+Enter")
    page.locator(".mark-warning").wait_for(state="detached")
    assert "😀 It was directed" in text_of(page)
    page.keyboard.press("Control+z")
    page.locator(".mark-warning").wait_for()
    assert text_of(page).strip() == DRAFT.strip()
    page.keyboard.press("Shift+F8")
    assert page.locator("#announced").inner_text().startswith("1 of 2")


def test_by_keyboard_in_the_list(show: Callable[..., Page]) -> None:
    page = show("look-back.md")
    page.locator("#cards .card-head").first.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("n")
    page.locator("#cards .card[data-open] .card-message", has_text="was was").wait_for()
    assert page.locator(":focus").get_attribute("aria-expanded") == "true"
    page.keyboard.press("a")
    page.locator(".mark-warning").wait_for(state="detached")
    page.keyboard.press("Escape")
    assert page.locator(".cm-content:focus").count() == 1


def test_a_card_gives_reasons_and_sources(show: Callable[..., Page]) -> None:
    page = show("look-back.md")
    page.locator(".mark-error").click()
    card = page.locator("#cards .card[data-open]")
    assert "look-back.facts.yaml:3" in card.locator(".rests").inner_text()
    card.get_by_text("Why this is reported").click()
    assert "facts/wrong-runtime" in card.locator(".why").inner_text()


def test_a_finding_is_ignored_with_a_reason(show: Callable[..., Page]) -> None:
    page = show("look-back.md")
    page.locator(".mark-warning").click()
    page.locator("#cards").get_by_role("button", name="Ignore…").click()
    page.get_by_label("Why?").fill("as they said it")
    page.keyboard.press("Enter")
    page.locator(".mark-warning").wait_for(state="detached")
    assert text_of(page).startswith("<!-- reviewlint: ignore[grammar/doubled-word] as they said it -->\n")
    page.locator("#busy").wait_for(state="hidden")
    assert page.locator("#cards .card").count() == 1


def test_a_dialog_that_is_left_does_nothing(show: Callable[..., Page]) -> None:
    page = show("look-back.md")
    page.locator(".cm-content").press("Control+Home")
    page.keyboard.press("F8")
    page.keyboard.press("Alt+i")
    page.locator("#ignore-dialog[open]").wait_for()
    page.keyboard.press("Escape")
    page.locator("#ignore-dialog[open]").wait_for(state="detached")
    assert text_of(page).strip() == DRAFT.strip()


def test_a_word_is_accepted(show: Callable[..., Page], served: Served) -> None:
    page = show("")
    page.locator(".cm-content").fill("It is definately a joy.")
    page.locator(".mark", has_text="definately").click()
    page.locator("#cards").get_by_role("button", name="Accept word").click()
    page.locator(".mark").wait_for(state="detached")
    assert (served.folder / "reviewlint.toml").read_text(encoding="utf-8") == 'accept = ["definately"]\n'
    assert "stands in reviewlint.toml" in page.locator("#notice").inner_text()


def test_groups_are_hidden_and_shown(show: Callable[..., Page]) -> None:
    page = show("look-back.md")
    facts = page.locator("#filters").get_by_role("button", name="facts")
    facts.click()
    assert facts.get_attribute("aria-pressed") == "false"
    assert page.locator(".mark-error").count() == 0
    assert page.locator("#cards .card").count() == 1
    assert page.locator("#tab-count").inner_text() == "1"
    facts.click()
    assert page.locator(".mark-error").count() == 1


def test_all_safe_fixes_are_one_step(show: Callable[..., Page]) -> None:
    page = show("")
    page.locator(".cm-content").fill("It was was good,and it is is here.")
    page.get_by_role("button", name="Apply 3 safe fixes").click()
    assert text_of(page) == "It was good, and it is here."
    page.locator(".cm-content").press("Control+z")
    assert text_of(page) == "It was was good,and it is is here."


def test_facts_are_shown_and_edited(show: Callable[..., Page], served: Served) -> None:
    page = show("look-back.md")
    page.get_by_role("tab", name="Facts").click()
    page.locator(".claim[data-verdict='contradicts']").wait_for()
    assert "58 minutes" in page.locator("#facts-believed").inner_text()
    page.locator("#facts-editor summary").click()
    area = page.get_by_label("The facts file, as YAML")
    area.fill(area.input_value().replace("58", "75"))
    page.locator("#facts-key").select_option("musicBy")
    page.locator("#facts-value").fill("haruka nakamura")
    page.get_by_role("button", name="Add").click()
    page.get_by_role("button", name="Save the facts").click()
    page.locator(".claim[data-verdict='contradicts']").wait_for(state="detached")
    saved = (served.folder / "look-back.facts.yaml").read_text(encoding="utf-8")
    assert saved.endswith("duration: 75\ndirector: Kiyotaka Oshiyama\nmusicBy: haruka nakamura\n")
    page.locator(".mark-error").wait_for(state="detached")


def test_a_pasted_draft_has_facts_too(show: Callable[..., Page], served: Served) -> None:
    page = show("")
    page.locator(".cm-content").fill("The film runs 75 minutes.")
    page.get_by_role("tab", name="Facts").click()
    page.locator("#facts-editor summary").click()
    page.get_by_label("The facts file, as YAML").fill("type: Movie\nname: Look Back\nduration: 58\n")
    page.get_by_role("button", name="Use these facts").click()
    page.locator(".claim[data-verdict='contradicts']").wait_for()
    page.locator(".mark-error", has_text="75 minutes").wait_for()
    page.locator(".cm-content").press("Control+s")
    page.get_by_label("Name of the draft").fill("new.md")
    page.keyboard.press("Enter")
    page.locator("#facts-state", has_text="Not saved").wait_for()
    page.get_by_role("button", name="Save the facts").click()
    page.locator("#notice", has_text="Saved new.facts.yaml.").wait_for()
    assert "duration: 58" in (served.folder / "new.facts.yaml").read_text(encoding="utf-8")
    page.locator(".mark-error", has_text="75 minutes").wait_for()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "director: Kiyotaka Oshiyama\n"),
        ("name: X", "name: X\ndirector: Kiyotaka Oshiyama\n"),
        ("director: A # theirs\n", None),
        ("director: A\nname: X\n", "director:\n  - A\n  - Kiyotaka Oshiyama\nname: X\n"),
        ("director:\n- A\nname: X\n", "director:\n- A\n- Kiyotaka Oshiyama\nname: X\n"),
        (
            "director:\n  - name: A\n    job: b\n  - B",
            "director:\n  - name: A\n    job: b\n  - B\n  - Kiyotaka Oshiyama\n",
        ),
        ("director: [A, B]\n", None),
    ],
)
def test_a_fact_is_added_to_what_stands_there(show: Callable[..., Page], before: str, after: str | None) -> None:
    page = show("")
    page.get_by_role("tab", name="Facts").click()
    page.locator("#facts-editor summary").click()
    area = page.get_by_label("The facts file, as YAML")
    area.fill(before)
    page.locator("#facts-key").select_option("director")
    page.locator("#facts-value").fill("Kiyotaka Oshiyama")
    page.get_by_role("button", name="Add").click()
    assert area.input_value() == (before if after is None else after)
    assert (page.locator("#facts-state").inner_text() == "There is a director already: change it by hand.") == (
        after is None
    )


def test_a_check_that_was_not_complete_is_made_again(show: Callable[..., Page]) -> None:
    page = show("look-back.md")
    asked: list[bool] = []

    def answer(route: Route) -> None:
        asked.append(route.request.post_data_json["quick"])
        notices = ["LanguageTool is starting."] if asked.count(False) == 1 else []
        rest = {"findings": [], "rules": {}, "measures": None, "errors": [], "later": []}
        route.fulfill(json=rest | {"notices": notices})

    page.route("**/api/check", answer)
    page.clock.install()
    page.locator(".cm-content").press("Control+End")
    page.keyboard.type("More.")
    page.clock.run_for(2_000)
    page.locator("#troubles .notice", has_text="LanguageTool is starting.").wait_for()
    page.clock.run_for(10_000)
    page.locator("#troubles .notice").wait_for(state="detached")
    assert asked.count(False) == 2


def test_a_claim_is_gone_to(show: Callable[..., Page]) -> None:
    page = show("look-back.md")
    page.get_by_role("tab", name="Facts").click()
    page.locator(".claim-go", has_text="75 minutes").click()
    page.keyboard.type("58 minutes")
    assert text_of(page).startswith("The film runs 58 minutes.")


def test_a_draft_is_saved(show: Callable[..., Page], served: Served) -> None:
    page = show("look-back.md")
    page.locator(".cm-content").press("Control+End")
    page.keyboard.type("More.")
    page.keyboard.press("Control+s")
    page.locator("#notice", has_text="Saved look-back.md.").wait_for()
    assert (served.folder / "look-back.md").read_text(encoding="utf-8") == f"{DRAFT}More."
    assert page.locator("#file-state").inner_text() == "saved"
    (served.folder / "look-back.md").write_text("Theirs.", encoding="utf-8")
    page.keyboard.type(" And more.")
    page.get_by_role("button", name="Save", exact=True).click()
    page.locator("#sure-question", has_text="has changed on the disk").wait_for()
    page.get_by_role("button", name="Cancel").click()
    assert (served.folder / "look-back.md").read_text(encoding="utf-8") == "Theirs."
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_role("button", name="Replace it").click()
    page.locator("#file-state[data-unsaved='false']").wait_for()
    assert (served.folder / "look-back.md").read_text(encoding="utf-8") == f"{DRAFT}More. And more."


def test_what_another_program_wrote_is_taken_over(show: Callable[..., Page], served: Served) -> None:
    page = show("look-back.md")
    (served.folder / "look-back.md").write_text("Theirs is is new.\n", encoding="utf-8")
    page.evaluate("dispatchEvent(new Event('focus'))")
    page.locator(".mark", has_text="is is").wait_for()
    assert page.locator("#file-state").inner_text() == "saved"
    page.locator(".cm-content").press("Control+End")
    page.keyboard.type("Mine.")
    (served.folder / "look-back.md").write_text("Newer.\n", encoding="utf-8")
    page.evaluate("dispatchEvent(new Event('focus'))")
    page.locator("#busy").wait_for(state="hidden")
    assert text_of(page) == "Theirs is is new.\nMine."


def test_a_pasted_draft_is_given_a_name(show: Callable[..., Page], served: Served) -> None:
    page = show("")
    page.locator(".cm-content").fill("It is good.")
    page.locator(".cm-content").press("Control+s")
    page.get_by_label("Name of the draft").fill("new.md")
    page.keyboard.press("Enter")
    page.locator("#notice", has_text="Saved new.md.").wait_for()
    assert (served.folder / "new.md").read_text(encoding="utf-8") == "It is good."
    assert page.title() == "new.md – reviewlint"


def test_another_draft_is_opened_by_keyboard(show: Callable[..., Page]) -> None:
    page = show("look-back.md")
    page.locator(".cm-content").press("Control+End")
    page.keyboard.type("Unsaved.")
    page.get_by_role("button", name="Open…").press("Enter")
    page.keyboard.type("light")
    page.locator("#open-count", has_text="1 draft in reviews").wait_for()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.locator("#sure-question", has_text="not saved").wait_for()
    page.get_by_role("button", name="Leave it").click()
    page.locator("#file-name", has_text="films/lighthouse.txt").wait_for()
    assert text_of(page) == "A short one.\n"


def test_a_file_from_elsewhere_is_read_in_the_browser(show: Callable[..., Page], tmp_path: Path) -> None:
    page = show("look-back.md")
    other = tmp_path / "other.md"
    other.write_bytes(b"One.\r\nIt was was good.\r\n")
    page.get_by_role("button", name="Open…").click()
    page.locator("#open-file").set_input_files(other)
    page.locator("#file-name", has_text="other.md").wait_for()
    assert text_of(page) == "One.\nIt was was good.\n"
    assert page.locator("#file-state").inner_text() == "not saved"


def test_the_draft_is_copied(show: Callable[..., Page]) -> None:
    page = show("look-back.md")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy").click()
    page.locator("#notice", has_text="The draft is copied.").wait_for()
    page.locator(".cm-content").press("Control+a")
    page.keyboard.press("Control+v")
    assert text_of(page) == DRAFT


def test_a_draft_can_do_nothing(show: Callable[..., Page]) -> None:
    page = show("")
    page.locator(".cm-content").fill("It was was <img src=x onerror=alert(1)> good.\n<script>alert(1)</script>")
    page.locator(".mark").first.click()
    assert page.locator("#cards img, #cards script, #sheet img, .cm-content img").count() == 0


def test_without_the_token_it_says_what_to_do(browser: Any, served: Served) -> None:
    page = browser.new_page()
    page.goto(served.address.partition("#")[0])
    page.locator("#notice", has_text="Open the address that the terminal shows.").wait_for()
    page.close()


def test_colours_are_chosen_and_remembered(show: Callable[..., Page]) -> None:
    page = show("look-back.md")
    for name, scheme in (("Auto", "light"), ("Light", "light"), ("Dark", "dark")):
        assert page.locator("#theme").inner_text() == name
        page.locator(f"html[data-theme='{name.lower().replace('auto', 'system')}']").wait_for()
        assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == scheme
        page.locator("#theme").click()
    page.locator("#theme").click()
    page.reload()
    assert page.locator("#theme").inner_text() == "Light"


@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_wider_than_the_window(show: Callable[..., Page], size: str) -> None:
    page = show("", size=size)
    page.locator(".cm-content").fill("\n\n".join(["It was was good and it is is here."] * 40))
    page.locator("#tab-count", has_text="80").wait_for(state="attached")
    for tab in ("Draft", "Findings", "Facts"):
        if size != DESK or tab != "Draft":
            page.get_by_role("tab", name=tab).click()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert page.evaluate("document.documentElement.scrollHeight <= innerHeight")


def test_on_a_telephone_findings_are_stepped_through_under_the_draft(show: Callable[..., Page]) -> None:
    page = show("look-back.md", size="telephone")
    assert page.locator(".side").is_hidden()
    page.get_by_role("button", name="The next finding").click()
    assert page.locator("#step-place").inner_text() == "1 of 2"
    assert page.locator("#sheet .card-message").inner_text() == "It runs 58 minutes, not 75 minutes."
    page.get_by_role("button", name="The next finding").click()
    page.locator("#sheet").get_by_role("button", name="Apply").click()
    page.locator("#step-place", has_text="1 of 1").wait_for()
    page.get_by_role("tab", name="Findings").click()
    assert page.locator("#panel-draft").is_hidden()
    assert page.locator("#cards .card").count() == 1
    page.get_by_role("tab", name="Findings").press("ArrowRight")
    page.locator(".claim").first.wait_for()
