"""Names to choose from while somebody types, where scripts run; by POST, so nothing is left."""

from playwright.sync_api import Browser, Error

from browser import window

# The page, the field, what is typed, and what must be offered.
_TYPED = [
    ("/", "#place", "Klæ", "Klæbu"),
    ("/", "#place", "trondhjem", "Trondheim"),
    # What is chosen is what is sent: a former municipality is not its namesake elsewhere.
    ("/", "#place", "Sande", "Holmestrand/Sande"),
    ("/sok", "#q", "kulturenh", "Kulturenheten i Trondheim kommune"),
    ("/nn/sok", "#q", "ressursp", "ressursperson"),
]
_OFFERED = """([field, name]) => [...document.querySelector(field).list.options]
  .some(option => option.value === name)"""


def findings(browser: Browser, site: str, patience: int = 10_000) -> list[str]:
    """What is not offered within so many milliseconds."""
    found: list[str] = []
    for path, field, text, name in _TYPED:
        with window(browser, site) as opened:
            opened.page.goto(site + path)
            opened.page.set_default_timeout(patience)
            try:
                opened.page.locator(field).press_sequentially(text)
                opened.page.wait_for_function(_OFFERED, arg=[field, name])
                # A window that closes under an open list was once seen to hold Chromium for ever.
                opened.page.keyboard.press("Escape")
                opened.page.locator(field).blur()
            except Error as error:
                found.append(f"{path} «{text}» does not offer «{name}»: {error.message[:200]}")
            found += opened.watch.findings([text])
    return found + _persons(browser, site, patience)


def _persons(browser: Browser, site: str, patience: int) -> list[str]:
    """Nobody walks off with names of persons by typing their first letters."""
    with window(browser, site) as opened:
        opened.page.goto(f"{site}/sok")
        opened.page.set_default_timeout(patience)
        try:
            with opened.page.expect_response("**/api/v1/search") as response:
                opened.page.locator("#q").press_sequentially("Stine Osv")
            told = response.value.text()
        except Error as error:
            return [f"nothing is suggested for a search: {error.message[:200]}"]
    return ["a person is suggested"] if "Osvoll" in told else []
