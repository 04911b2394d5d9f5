"""«Bruk posisjonen min»: the municipality is found on the phone, and no position leaves it."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from playwright.sync_api import Browser, Error, Page, Request

from browser import Position, window

_SHAPES = "/assets/omriss-"


@dataclass(frozen=True)
class _Stood:
    """Where somebody stands, what is proposed first, and what is then written for it."""

    where: str
    position: Position
    offered: str
    written: str
    language: str = ""


_STOOD = [
    _Stood("Trondheim", Position(63.4305, 10.3951), "Trondheim, Trøndelag", "Trondheim"),
    _Stood("Karasjok", Position(69.4719, 25.5113), "Karasjok, Finnmark", "Karasjok"),
    _Stood("Våler in Solør", Position(60.6757, 11.8338), "Våler, Innlandet", "Innlandet/Våler"),
    _Stood("at sea off Bodø", Position(67.3213, 14.1237), "Bodø, Nordland", "Bodø"),
    _Stood("Oslo", Position(59.9139, 10.7522), "Oslo", "Oslo", "/en"),
]
_AWAY = Position(48.8566, 2.3522)


@dataclass
class _Wire:
    """Everything that a page sends: addresses, bodies and headers."""

    sent: list[str] = field(default_factory=list)

    def listen(self, page: Page) -> None:
        page.on("request", self._note)

    def _note(self, request: Request) -> None:
        body = request.post_data or ""
        self.sent.append(" ".join([request.url, body, *request.headers.values()]))

    def shapes(self) -> int:
        return sum(_SHAPES in text for text in self.sent)

    def leaks(self, position: Position) -> list[str]:
        """What was sent that holds a coordinate, to a tenth of a degree."""
        canaries = [f"{int(number * 10) / 10}" for number in (position.north, position.east)]
        return [text[:200] for text in self.sent if any(one in text for one in canaries)]


def findings(browser: Browser, site: str, patience: int = 15_000) -> list[str]:
    found: list[str] = []
    for stood in _STOOD:
        found += [f"{stood.where}: {text}" for text in _proposed(browser, site, stood, patience)]
    found += [f"far away: {text}" for text in _refused(browser, site, _AWAY, patience)]
    found += [f"not allowed: {text}" for text in _refused(browser, site, None, patience)]
    return [*found, *_without_script(browser, site), *_control(browser, site)]


def _proposed(browser: Browser, site: str, stood: _Stood, patience: int) -> Iterable[str]:
    with window(browser, site, position=stood.position) as opened:
        page, wire = opened.page, _Wire()
        wire.listen(page)
        page.set_default_timeout(patience)
        page.goto(f"{site}{stood.language}/")
        if wire.shapes():
            yield "the shapes are fetched before anybody asks"
        try:
            page.locator("[data-shapes] button").first.click()
            choice = page.locator("[data-shapes] button").nth(1)
            choice.wait_for()
            offered = choice.inner_text()
            if not offered.startswith(stood.offered):
                yield f"proposes «{offered}»"
            if page.locator("#place").input_value():
                yield "the place is filled in by itself"
            choice.click()
            if page.locator("#place").input_value() != stood.written:
                yield f"writes «{page.locator('#place').input_value()}»"
            page.locator("form[action$='/svar'] button[type=submit]").last.click()
            page.wait_for_selector(".answer")
        except Error as error:
            yield error.message[:200]
        if wire.shapes() != 1:
            yield f"the shapes are fetched {wire.shapes()} times"
        yield from (f"a position is sent: {text}" for text in wire.leaks(stood.position))
        yield from opened.watch.findings()


def _refused(
    browser: Browser, site: str, position: Position | None, patience: int
) -> Iterable[str]:
    """Nothing is proposed, and it is said that one can write."""
    with window(browser, site, position=position) as opened:
        page = opened.page
        page.set_default_timeout(patience)
        page.goto(f"{site}/")
        try:
            page.locator("[data-shapes] button").first.click()
            page.get_by_text("Skriv stedet selv").wait_for()
        except Error as error:
            yield error.message[:200]
        if page.locator("[data-shapes] button").count() != 1:
            yield "a municipality is proposed"


def _without_script(browser: Browser, site: str) -> Iterable[str]:
    with window(browser, site, script=False) as opened:
        opened.page.goto(f"{site}/")
        if opened.page.locator("[data-shapes]").is_visible():
            yield "without scripts a button is shown that does nothing"


def _control(browser: Browser, site: str) -> Iterable[str]:
    """Whether the canary would sing."""
    position = _STOOD[0].position
    with window(browser, site, position=position) as opened:
        wire = _Wire()
        opened.page.goto(f"{site}/om")
        wire.listen(opened.page)
        opened.page.evaluate(
            "at => fetch('/om', {method: 'POST', body: `lat=${at}`}).then(() => null)",
            position.north,
        )
        if not wire.leaks(position):
            yield "a position that is sent would not be seen"
