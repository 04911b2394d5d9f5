"""The ways of real people, on a phone's screen and by the keyboard alone."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Error, Route

from browser import Window, picture, window
from keyboard import Keyboard

PRESSES_MAX = 40
_ELSEWHERE = "https://www.yr.no/"


@dataclass
class Walk:
    """One journey as it goes: the window, the keys, and what was wrong."""

    name: str
    window: Window
    keys: Keyboard
    script: bool
    typed: list[str] = field(default_factory=list)
    found: list[str] = field(default_factory=list)

    def type(self, text: str) -> None:
        self.typed.append(text)
        self.keys.type(text)

    def expect(self, holds: bool, what: str) -> None:
        if not holds:
            self.found.append(f"not so: {what}")

    def to_form(self) -> None:
        """From the top of the start page to the first question, by the skip link."""
        self.window.page.goto(f"{self.window.site}/")
        self.keys.press("Tab", "Enter")
        self.keys.tab_to("#asker")

    def ask_as_citizen_in_klæbu(self) -> None:
        self.to_form()
        self.keys.press("Tab")
        self.type("Klæbu")
        self.suggested("#place", "Klæbu")
        self.keys.submit()

    def suggested(self, field: str, name: str) -> None:
        """Where scripts run, what is typed is met with names to choose from."""
        if self.script:
            self.window.page.wait_for_function(
                "([field, name]) => [...document.querySelector(field).list.options]"
                ".some(option => option.value.includes(name))",
                arg=[field, name],
            )

    def door(self, name: str) -> str:
        """The first that tells of it: what stands first of all depends on the hour."""
        return self.window.page.locator(".door", has_text=name).first.inner_text()


def employee(walk: Walk) -> None:
    """A youth worker finds the resource person of the culture unit."""
    walk.to_form()
    walk.type("ansatt")
    walk.keys.press("Tab")
    walk.type("Trondheim")
    walk.keys.tab_to("#workplace")
    walk.type("Kulturenheten")
    walk.suggested("#workplace", "Kulturenheten")
    walk.keys.press("Tab", "Enter")
    walk.keys.tab_to("#concern")
    walk.type("radikalisering")
    walk.keys.tab_to("#age")
    walk.type("15")
    walk.keys.submit()
    door = walk.door("Stine Osvoll")
    for text in ("essursperson", "Stine Osvoll", "952 63 889", "Kulturenheten"):
        walk.expect(text in door, f"«{text}» stands in the door")
    walk.keys.press("Tab", "Enter")
    walk.keys.tab_to("a[href='tel:+4795263889']")


def citizen(walk: Walk) -> None:
    """A citizen of what was Klæbu finds the police contact at Heimdal."""
    walk.ask_as_citizen_in_klæbu()
    page = walk.window.page
    door = page.locator(".door", has_text="Heimdal politistasjon").first
    walk.expect("olitikontakt" in door.inner_text(), "the police contact is a door of the answer")
    walk.expect("02800" in door.inner_text(), "it has the number of the plan")
    in_first_tier = page.locator(".tier.start, .tier.ordinary").locator(".door")
    told = in_first_tier.all_inner_texts()
    walk.expect(
        any("Heimdal politistasjon" in text for text in told), "the police contact is no fallback"
    )
    walk.keys.press("Tab", "Enter")
    walk.keys.tab_to("a.number[href='tel:02800']")


def leaving(walk: Walk) -> None:
    """The exit is the second stop; with a script no way back leads to the answer."""
    walk.ask_as_citizen_in_klæbu()
    page = walk.window.page
    walk.keys.tab_to("[data-exit]", presses_max=3)
    walk.keys.submit()
    walk.expect(page.url == _ELSEWHERE, f"the exit leads to {_ELSEWHERE}, not to {page.url}")
    if walk.script:
        _go_back(walk)


def leaving_at_once(walk: Walk) -> None:
    """Shift three times leaves from anywhere on the answer."""
    walk.ask_as_citizen_in_klæbu()
    with walk.window.page.expect_navigation():
        walk.keys.press("Shift", "Shift", "Shift")
    walk.expect(walk.window.page.url == _ELSEWHERE, "Shift three times leaves")
    _go_back(walk)


def _go_back(walk: Walk) -> None:
    page = walk.window.page
    try:
        page.go_back()
    except Error as error:
        walk.found.append(f"going back fails: {error.message}")
    walk.expect(not page.url.endswith("/svar"), f"back does not lead to the answer: {page.url}")
    walk.expect("Heimdal politistasjon" not in page.content(), "the answer is gone")


def nynorsk(walk: Walk) -> None:
    """The answer is had in nynorsk, without being asked anew."""
    walk.ask_as_citizen_in_klæbu()
    page = walk.window.page
    walk.keys.tab_to("button[lang=nn]")
    walk.keys.submit()
    language = page.locator("html").get_attribute("lang")
    walk.expect(language == "nn", f"the page is in nynorsk, not in {language}")
    walk.expect(page.url.endswith("/nn/svar"), f"the address tells of nynorsk only: {page.url}")
    door = page.locator(".door", has_text="Heimdal politistasjon")
    walk.expect(door.count() > 0, "the answer is the same")
    quotes = page.locator("blockquote")
    foreign = page.locator("blockquote [lang=nb], blockquote[lang=nb]")
    walk.expect(
        quotes.count() > 0 and foreign.count() == quotes.count(), "quotes are marked as bokmål"
    )


Journey = Callable[[Walk], None]
WITH_AND_WITHOUT: list[Journey] = [employee, citizen, leaving, nynorsk]
WITH_ONLY: list[Journey] = [leaving_at_once]


@contextmanager
def walking(browser: Browser, site: str, journey: str, script: bool) -> Iterator[Walk]:
    with window(browser, site, script=script) as opened:
        opened.watch.allowed.add("www.yr.no")
        opened.page.route(_ELSEWHERE + "**", _stand_in)
        yield Walk(journey, opened, Keyboard(opened.page), script)


def _stand_in(route: Route) -> None:
    """The page that the exit leads to, without going there."""
    route.fulfill(status=200, content_type="text/html", body="<title>Yr</title>")


def findings(browser: Browser, site: str, pictures: Path) -> Iterator[tuple[str, list[str]]]:
    """Each journey by name, with and without scripts, and what was wrong with it."""
    every = [(journey, script) for journey in WITH_AND_WITHOUT for script in (True, False)]
    for journey, script in every + [(journey, True) for journey in WITH_ONLY]:
        name = f"{journey.__name__}{'' if script else ' without script'}"
        with walking(browser, site, name, script) as walk:
            try:
                journey(walk)
            except (Error, LookupError) as error:
                walk.found.append(str(error))
            presses = len(walk.keys.presses)
            if presses > PRESSES_MAX:
                walk.found.append(f"{presses} presses: {' '.join(walk.keys.presses)}")
            picture(walk.window.page, pictures / f"journey-{name.replace(' ', '-')}.png")
            found = walk.found + walk.keys.findings + walk.window.watch.findings(walk.typed)
        yield f"{name}: {presses} presses", found
