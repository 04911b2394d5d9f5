"""Takes every page in every state past the checks that belong to a page."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser

import headers
import markup
import routes
from client import Reply, ask
from eyes import Eyes
from routes import Route
from sightings import Sighting


@dataclass
class Tour:
    """One running site, and the routes that each kind of check has visited."""

    chromium: Path
    site: str
    known: list[Route]
    output: Path
    on_the_wire: set[Route | None] = field(default_factory=set)
    in_the_browser: set[Route | None] = field(default_factory=set)

    @property
    def pictures(self) -> Path:
        return self.output / "pictures"

    @property
    def _eyes(self) -> Eyes:
        self.pictures.mkdir(parents=True, exist_ok=True)
        return Eyes(self.chromium, self.site, self.pictures)

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

    def eyes(self, sightings: list[Sighting]) -> list[str]:
        """Each in a real browser, on a phone in the light and on a desk in the dark."""
        for sighting in sightings:
            self.in_the_browser.add(routes.of(self.known, sighting.method, sighting.path))
        return self._eyes.look(sightings)

    def everything(self, sightings: list[Sighting], name: str) -> list[str]:
        return self.wire(sightings, name) + self.eyes(sightings)

    def shown(self, browser: Browser, sighting: Sighting, reply: Reply) -> list[str]:
        """A page that cannot be asked for twice, with its headers and markup."""
        told = headers.findings(reply) + markup.of_house(reply.text, sighting.language)
        told += markup.findings({sighting.name: reply.body}, self.output / "html" / sighting.name)
        found = [f"{sighting.name}: {text}" for text in told]
        return found + self._eyes.shown(browser, sighting, reply)

    def forced_colours(self, browser: Browser, sightings: list[Sighting]) -> list[str]:
        return self._eyes.forced_colours(browser, sightings)

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
