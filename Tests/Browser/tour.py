"""Takes every page in every state past the checks that belong to a page."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Error

import accessibility
import headers
import looks
import markup
import routes
from browser import PHONE, Scheme, Window, window
from client import Reply, ask
from routes import Route
from sightings import Sighting


@dataclass
class Tour:
    """One running site, and the routes that each kind of check has visited."""

    browser: Browser
    site: str
    known: list[Route]
    output: Path
    on_the_wire: set[Route | None] = field(default_factory=set)
    in_the_browser: set[Route | None] = field(default_factory=set)

    @property
    def pictures(self) -> Path:
        return self.output / "pictures"

    def wire(self, sightings: Iterable[Sighting], name: str) -> list[str]:
        """Status, headers and markup of each, as they come over the wire."""
        found: list[str] = []
        pages: dict[str, bytes] = {}
        for sighting in sightings:
            reply = sighting.fetched(self.site)
            told = headers.of_sighting(sighting, self.site, reply)
            if reply.status != sighting.status:
                told.append(f"answers {reply.status}, not {sighting.status}")
            if sighting.must not in reply.text:
                told.append(f"«{sighting.must}» is not on the page")
            if reply.is_page:
                told += markup.of_house(reply.text, sighting.language)
                pages[sighting.name] = reply.body
            else:
                told.append(f"is no page: {reply.one('content-type')}")
            found += [f"{sighting.name}: {text}" for text in told]
            self.on_the_wire.add(routes.of(self.known, sighting.method, sighting.path))
        return found + markup.findings(pages, self.output / "html" / name)

    def eyes(self, sightings: list[Sighting], size: tuple[int, int], scheme: Scheme) -> list[str]:
        """Each in a real browser: axe, complaints and hosts, width, and a picture."""
        found: list[str] = []
        with window(self.browser, self.site, size=size, scheme=scheme) as opened:
            for sighting in sightings:
                try:
                    told = self._seen(opened, sighting, size)
                except Error as error:
                    told = [str(error)]
                found += [f"{sighting.name} {size[0]} px {scheme}: {text}" for text in told]
                self.in_the_browser.add(routes.of(self.known, sighting.method, sighting.path))
            return found + opened.watch.findings()

    def _seen(self, opened: Window, sighting: Sighting, size: tuple[int, int]) -> list[str]:
        page = opened.page
        status = sighting.opened(page, self.site)
        file = self.pictures / f"{sighting.name}-{size[0]}.png"
        page.screenshot(path=file, full_page=True)
        told = [] if status == sighting.status else [f"answers {status}"]
        told += accessibility.findings(page)
        if size == PHONE:
            told += looks.reflow(page)
            # Where the keyboard leads does not depend on the language.
            told += looks.tabbing(page) if sighting.language == "nb" else []
        return told

    def everything(self, sightings: list[Sighting], name: str) -> list[str]:
        """On the wire, on a phone in the light, and on a desk in the dark."""
        found = self.wire(sightings, name)
        for size, scheme in looks.VIEWS:
            found += self.eyes(sightings, size, scheme)
        return found

    def shown(self, sighting: Sighting, reply: Reply) -> list[str]:
        """A page that cannot be asked for twice, put before the eyes as it came."""
        found = markup.of_house(reply.text, sighting.language)
        found += markup.findings({sighting.name: reply.body}, self.output / "html" / sighting.name)
        for size, scheme in looks.VIEWS:
            with window(self.browser, self.site, size=size, scheme=scheme) as opened:
                opened.page.route(
                    self.site + sighting.path,
                    lambda route: route.fulfill(
                        status=reply.status, headers=dict(reply.headers), body=reply.body
                    ),
                )
                found += self._seen(opened, sighting, size)
        return [f"{sighting.name}: {text}" for text in found]

    def forced_colours(self, sightings: Iterable[Sighting]) -> list[str]:
        found: list[str] = []
        with window(self.browser, self.site, scheme="dark", forced_colours=True) as opened:
            for sighting in sightings:
                sighting.opened(opened.page, self.site)
                file = self.pictures / f"{sighting.name}-forced-colours.png"
                opened.page.screenshot(path=file, full_page=True)
                told = accessibility.findings(opened.page) + looks.tabbing(opened.page)
                found += [f"{sighting.name} in forced colours: {text}" for text in told]
        return found

    def other_methods(self) -> list[str]:
        """Every pattern refuses what it does not know and tells what it does."""
        found = []
        for pattern in sorted({route.pattern for route in self.known}):
            path = pattern.replace("{", "").replace("}", "")
            refused = ask(self.site + path, "DELETE")
            told = headers.findings(refused)
            if refused.status != 405:
                told.append(f"DELETE answers {refused.status}")
            options = ask(self.site + path, "OPTIONS")
            told += headers.findings(options)
            own = [route.method for route in self.known if route.pattern == pattern]
            told += [
                f"Allow does not name {method}"
                for method in own
                if method not in options.one("allow") or method not in refused.one("allow")
            ]
            found += [f"{pattern}: {text}" for text in told]
        return found
