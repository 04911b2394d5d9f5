"""Somebody who has only a keyboard, and how often a key was pressed."""

from playwright.sync_api import Page

import looks


class Keyboard:
    """Counts every press; what is typed into fields and lists is not counted."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self.presses: list[str] = []
        self.findings: list[str] = []

    def press(self, *keys: str) -> None:
        for key in keys:
            self._page.keyboard.press(key)
            self.presses.append(key)
            if key.endswith("Tab"):
                self._look()

    def type(self, text: str) -> None:
        self._page.keyboard.type(text)

    def tab_to(self, selector: str, key: str = "Tab", presses_max: int = 40) -> None:
        """Presses Tab until the first thing that fits has the focus."""
        for _ in range(presses_max):
            self.press(key)
            if self._page.evaluate(
                "selector => document.activeElement.matches(selector)", selector
            ):
                return
        raise LookupError(f"{presses_max} times {key} do not lead to {selector}")

    def submit(self) -> None:
        """Enter, where it leads to another page."""
        with self._page.expect_navigation():
            self.press("Enter")

    def _look(self) -> None:
        focus = looks.focus(self._page)
        if focus is None:
            self.findings.append("Tab leads out of the page")
        else:
            self.findings += looks.visible(focus)
