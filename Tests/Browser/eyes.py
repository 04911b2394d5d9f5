"""Pages as people see them: axe, complaints, hosts, width and focus, and a picture of each."""

import multiprocessing
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Error, Route

import accessibility
import looks
from browser import DESK, PHONE, Scheme, Window, chromium, picture, window
from client import Reply
from sightings import Sighting

# On a phone in the light, on a desk in the dark.
VIEWS: list[tuple[tuple[int, int], Scheme]] = [(PHONE, "light"), (DESK, "dark")]


@dataclass(frozen=True)
class Eyes:
    """Where to look and where to leave the pictures."""

    chromium: Path
    site: str
    pictures: Path

    def look(self, sightings: Sequence[Sighting]) -> list[str]:
        """Both views at once, each with a browser of its own."""
        context = multiprocessing.get_context("spawn")
        with ProcessPoolExecutor(len(VIEWS), mp_context=context) as pool:
            views = [pool.submit(self._view, sightings, size, scheme) for size, scheme in VIEWS]
            return [text for view in views for text in view.result()]

    def _view(
        self, sightings: Sequence[Sighting], size: tuple[int, int], scheme: Scheme
    ) -> list[str]:
        with (
            chromium(self.chromium) as browser,
            window(browser, self.site, size=size, scheme=scheme) as opened,
        ):
            found: list[str] = []
            for sighting in sightings:
                try:
                    told = self._seen(opened, sighting, size)
                except Error as error:
                    told = [str(error)]
                found += [f"{sighting.name} {size[0]} px {scheme}: {text}" for text in told]
            return found + opened.watch.findings()

    def _seen(self, opened: Window, sighting: Sighting, size: tuple[int, int]) -> list[str]:
        page = opened.page
        status = sighting.opened(page, self.site)
        told = [] if status == sighting.status else [f"answers {status}"]
        told += accessibility.findings(page)
        # Where the keyboard leads, and the looks, do not depend on the language.
        if sighting.language == "nb" or sighting.name.startswith("start"):
            file = self.pictures / f"{sighting.name}-{size[0]}.png"
            picture(page, file, whole=True)
            told += looks.tabbing(page) if size == PHONE else []
        if size == PHONE:
            told += looks.reflow(page)
        return told

    def shown(self, browser: Browser, sighting: Sighting, reply: Reply) -> list[str]:
        """A page that cannot be asked for twice, as it came."""

        def again(route: Route) -> None:
            route.fulfill(status=reply.status, headers=dict(reply.headers), body=reply.body)

        found: list[str] = []
        for size, scheme in VIEWS:
            with window(browser, self.site, size=size, scheme=scheme) as opened:
                opened.page.route(self.site + sighting.path, again)
                told = self._seen(opened, sighting, size) + opened.watch.findings()
                found += [f"{sighting.name} {size[0]} px {scheme}: {text}" for text in told]
        return found

    def forced_colours(self, browser: Browser, sightings: Sequence[Sighting]) -> list[str]:
        found: list[str] = []
        with window(browser, self.site, scheme="dark", forced_colours=True) as opened:
            for sighting in sightings:
                sighting.opened(opened.page, self.site)
                file = self.pictures / f"{sighting.name}-forced-colours.png"
                picture(opened.page, file, whole=True)
                told = accessibility.findings(opened.page) + looks.tabbing(opened.page)
                found += [f"{sighting.name} in forced colours: {text}" for text in told]
        return found
