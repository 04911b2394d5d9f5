"""The site in a real browser and over the wire: everything that must hold, or why it does not.

Run by Tests/Browser/run, which starts the database that is named in VARDE_DATABASE.
"""

import argparse
import faulthandler
import json
import os
import shutil
import signal
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser

import accessibility
import contract
import controls
import crawl
import firsts
import headers
import journeys
import looks
import markup
import positions
import routes
import suggestions
from browser import chromium, picture, window
from client import ask
from ledger import Ledger
from program import Program
from routes import Route
from sightings import (
    AWAY,
    BEYOND,
    BEYOND_IN_BOKMAL,
    BUSY,
    PRINTED,
    STALE,
    STATES,
    STRIKING,
    UNLINKED,
    Sighting,
    in_every_language,
)
from tour import Tour

# Of all of it together: some six times what it takes on two processors.
_SECONDS_MAX = 2400
_ROOMY = {"VARDE_LIMITS_BURST": "1000000", "VARDE_LIMITS_PERSONS_PER_HOUR": "1000000"}


class Proof:
    """All of it, in order; `given` holds the paths that the command line names."""

    def __init__(self, given: argparse.Namespace, browser: Browser) -> None:
        self._program: Path = given.program
        self._cluster: Path = given.cluster
        self._chromium: Path = given.chromium
        self._output: Path = given.output
        self._browser = browser
        self._ledger = Ledger()

    def run(self) -> int:
        note = self._ledger.note
        note("each check can fail", controls.findings(self._browser, self._output))
        with ExitStack() as stack:
            program = stack.enter_context(self._serving("site", _ROOMY))
            program.wait_for_message("edition swapped")
            tour = self._tour(program)
            fuzzing = contract.Fuzzing(program.site, self._output)
            stack.callback(fuzzing.stop)
            for title, found in journeys.findings(self._browser, program.site, tour.pictures):
                note(f"journey: {title}", found)
            for title, found in firsts.findings(self._browser, program.site):
                note(f"first screen: {title}", found)
            self._pages(tour)
            self._interface(tour)
            note("the picture of coverage", self._coverage(tour))
            told, found = fuzzing.findings()
            note(f"schemathesis, seed {contract.SEED}: {told}", found)
            self._refusals()
            note("every route was visited", self._unvisited(tour))
            self._stale(program, tour)
        return self._ledger.findings

    def _serving(self, name: str, settings: dict[str, str]) -> Program:
        return Program(self._program, settings, self._output / f"{name}.log")

    def _tour(self, program: Program) -> Tour:
        known = routes.listed(program.inspection)
        tour = Tour(self._chromium, program.site, known, self._output)
        tour.pictures.mkdir(parents=True, exist_ok=True)
        return tour

    def _pages(self, tour: Tour) -> None:
        note = self._ledger.note
        states = in_every_language(STATES)
        start = in_every_language([Sighting("start", "/")])
        crawled = crawl.crawl(tour.site, tour.known, [*start, *states])
        note(f"links of {len(crawled.pages)} pages lead somewhere", crawled.findings)
        pages = [
            _of_route(route, number, path)
            for route, paths in crawled.of_route(tour.known).items()
            for number, path in enumerate(paths)
            if crawled.pages[path].is_page
        ]
        unlinked = in_every_language([*UNLINKED, *BEYOND]) + BEYOND_IN_BOKMAL
        everywhere = [*start, *states, *unlinked, *pages]
        note(f"headers and HTML of {len(everywhere)} pages", tour.wire(everywhere, "pages"))
        first = {routes.of(tour.known, page.method, page.path): page for page in reversed(pages)}
        seen = [*start, *states, *unlinked, *first.values()]
        note(f"axe, width, focus and hosts of {len(seen)} pages, twice", tour.eyes(seen))
        note("forced colours", tour.forced_colours(self._browser, [start[0], *STRIKING]))
        assets = [path for path in crawled.pages if path.startswith("/assets/")]
        for path in assets:
            note(f"headers of {path}", headers.of_asset(crawled.pages[path]))
            tour.on_the_wire.add(routes.of(tour.known, "GET", path))
        goldens = Path(__file__).parent.parent / "SiteTests" / "Goldens"
        note("500, from its golden", tour.failed(self._browser, goldens, assets))
        note("other methods", tour.other_methods())
        note("suggestions while typing", suggestions.findings(self._browser, tour.site))
        note("the position of the phone", positions.findings(self._browser, tour.site))
        for code in ("nb", "nn", "en"):
            path = f"/assets/omriss-{code}"
            note(f"headers of {path}", headers.findings(ask(tour.site + path)))
            tour.on_the_wire.add(routes.of(tour.known, "GET", path))
        for page in PRINTED:
            with window(self._browser, tour.site) as opened:
                page.opened(opened.page, tour.site)
                told, found = looks.print_findings(opened.page, tour.pictures / f"{page.name}.pdf")
                note(f"printed {page.name}: {told}", found)

    def _interface(self, tour: Tour) -> None:
        document = json.loads(ask(f"{tour.site}/openapi.json").body)
        self._ledger.note("the OpenAPI document and its examples", contract.of_document(document))
        tour.on_the_wire.add(Route("GET", "/openapi.json"))
        found = headers.findings(ask(f"{tour.site}/openapi.json"))
        operations = list(contract.operations(document))
        for operation in operations:
            reply = operation.asked(tour.site)
            told = contract.of_reply(document, operation, reply) + headers.findings(reply)
            if reply.one("access-control-allow-origin") != "*":
                told.append("pages of other hosts may not read it")
            found += [f"{operation.pattern}: {text}" for text in told]
            tour.on_the_wire.add(routes.of(tour.known, operation.method, operation.path))
        lost = ask(f"{tour.site}/api/v1/ingensteds")
        if (lost.status, lost.one("content-type")) != (404, "application/problem+json"):
            found.append(f"a lost address is {lost.status}, {lost.one('content-type')}")
        self._ledger.note(f"answers and headers of {len(operations)} operations", found)

    def _coverage(self, tour: Tour) -> list[str]:
        """A file that stands alone, on screens of every width and on paper."""
        file = self._output / "coverage.html"
        command = [str(self._program), "cover", "--place", "Trondheim", "--asker", "forelder"]
        subprocess.run([*command, "--html", str(file)], check=True, stdout=subprocess.DEVNULL)
        found = markup.findings({"coverage": file.read_bytes()}, self._output / "coverage")
        with window(self._browser, "file:///") as opened:
            page = opened.page
            page.goto(file.as_uri())
            picture(page, tour.pictures / "coverage.png", whole=True)
            found += looks.reflow(page)
            media: list[Literal["screen", "print"]] = ["screen", "print"]
            for medium in media:
                page.emulate_media(media=medium)
                found += [f"{medium}: {text}" for text in accessibility.findings(page)]
            return found + opened.watch.findings()

    def _refusals(self) -> None:
        """A node that has never read the registry, and one that is asked too much."""
        nowhere = {"VARDE_DATABASE": f"host={self._output} dbname=nowhere"}
        with self._serving("away", {**_ROOMY, **nowhere}) as program:
            tour = self._tour(program)
            found = tour.everything(in_every_language(AWAY), "away")
            self._ledger.note("503 without database and snapshot", found)
        few = {"VARDE_LIMITS_BURST": "100", "VARDE_LIMITS_PER_SECOND": "1"}
        with self._serving("busy", {**few, "VARDE_PROXIES": "127.0.0.1"}) as program:
            program.wait_for_message("edition swapped")
            self._ledger.note("429 and TLS behind a proxy", self._busy(self._tour(program)))

    def _busy(self, tour: Tour) -> list[str]:
        found = []
        secure = {"X-Forwarded-Proto": "https", "X-Forwarded-For": "192.0.2.1"}
        behind = ask(f"{tour.site}/om", headers=secure)
        if "max-age=63072000" not in behind.one("strict-transport-security"):
            found.append("behind TLS without Strict-Transport-Security")
        if ask(f"{tour.site}/om").one("strict-transport-security"):
            found.append("Strict-Transport-Security over plain HTTP")
        # Somebody else than the browser, which has to get its style sheet.
        greedy = {"X-Forwarded-For": "192.0.2.7"}
        for sighting in in_every_language(BUSY):
            replies = (ask(tour.site + sighting.path, headers=greedy) for _ in range(300))
            refused = next((reply for reply in replies if reply.status == 429), None)
            if refused is None:
                return [*found, "who asks 300 times at once is not told to wait"]
            found += tour.shown(self._browser, sighting, refused)
        return found

    def _unvisited(self, tour: Tour) -> list[str]:
        pages = [route for route in tour.known if not _is_bare(route)]
        return [
            *routes.unchecked(tour.known, tour.on_the_wire, "headers"),
            *routes.unchecked(pages, tour.in_the_browser, "axe"),
        ]

    def _stale(self, program: Program, tour: Tour) -> None:
        """The database goes while the program runs; its pages go on and say how old they are."""
        process = int((self._cluster / "postmaster.pid").read_text().split()[0])
        os.kill(process, signal.SIGINT)
        program.wait_for_message("database lost")
        found = tour.everything(in_every_language(STALE), "stale")
        self._ledger.note("pages go on without the database and say how old they are", found)


def _is_bare(route: Route) -> bool:
    return route.pattern.startswith(("/api/", "/assets/", "/openapi.json"))


def _of_route(route: Route, number: int, path: str) -> Sighting:
    """A page that the crawl found, in the language of its address."""
    words = [word for word in route.pattern.split("/") if word and "{" not in word]
    language = words[0] if words and words[0] in ("nn", "en") else "nb"
    name = "-".join(words) or "start"
    return Sighting(f"page-{name}-{number}", path, language)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", type=Path, required=True, help="the built varde")
    parser.add_argument("--cluster", type=Path, required=True, help="data folder of the database")
    parser.add_argument("--chromium", type=Path, required=True)
    parser.add_argument("--output", type=Path, required=True, help="for pictures and logs")
    given = parser.parse_args()
    shutil.rmtree(given.output, ignore_errors=True)
    given.output.mkdir(parents=True)
    # A browser that stands still ends the proof, which tells where it was waited for.
    faulthandler.dump_traceback_later(_SECONDS_MAX, exit=True)
    with chromium(given.chromium) as browser:
        count = Proof(given, browser).run()
    print(f"{count} findings; pictures in {given.output / 'pictures'}")
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main())
