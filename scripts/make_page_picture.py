"""Takes docs/pictures/page.png: the page of `reviewlint serve` with the example in it.

    python scripts/make_page_picture.py [FILE]

It needs Chromium, and looks best with the fonts Inter and Caladea (Debian: fonts-inter, fonts-crosextra-caladea). A
picture depends on fonts and browser, so there is no --check.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
PICTURE = ROOT / "docs" / "pictures" / "page.png"
WIDTH, HEIGHT = 1280, 720
SHOWN = "haruka nakamura"  # the finding whose card is open


def main() -> None:
    """Serve a copy of the example, open it and take the picture."""
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else PICTURE
    with tempfile.TemporaryDirectory() as folder:
        reviews = Path(folder) / "reviews"
        reviews.mkdir()
        for name in ("look-back.md", "look-back.facts.yaml"):
            shutil.copy(ROOT / "examples" / name, reviews)
        environment = os.environ | {"REVIEWLINT_NO_ENGINE": "1"}
        command = [sys.executable, "-m", "reviewlint", "serve", "--no-browser", str(reviews / "look-back.md")]
        with subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True) as process:
            assert process.stderr is not None
            address = re.search(r"http://\S+", process.stderr.readline())
            assert address is not None
            try:
                with sync_playwright() as playwright:
                    chromium = shutil.which("chromium") or shutil.which("google-chrome")
                    browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
                    take(browser, address[0], target)
            finally:
                process.terminate()
                process.stderr.read()


def take(browser: Browser, address: str, target: Path) -> None:
    """Open an address, wait until the draft is checked in full, and write the picture."""
    page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light")
    page.goto(address)
    page.locator("#checked", has_text="Checked.").wait_for(state="attached", timeout=120_000)
    page.locator("#cards .card-head", has_text=SHOWN).click()
    page.locator("#cards .card[data-open]").wait_for()
    page.mouse.move(0, HEIGHT - 1)
    target.parent.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=target, animations="disabled", caret="hide")
    browser.close()


if __name__ == "__main__":
    main()
