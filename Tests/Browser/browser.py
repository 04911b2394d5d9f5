"""Chromium from the machine, and windows that keep account of what their pages do."""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal
from urllib.parse import unquote_plus, urlsplit

from playwright.sync_api import (
    Browser,
    ConsoleMessage,
    Error,
    Page,
    Request,
    Response,
    sync_playwright,
)

PHONE = (360, 740)
DESK = (1280, 900)
Scheme = Literal["light", "dark"]

# No name resolves: whatever a page asks for elsewhere is seen here and goes no further.
_ARGUMENTS = [
    "--disable-dev-shm-usage",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
]


@contextmanager
def chromium(path: Path) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(
                executable_path=path,
                args=_ARGUMENTS,
                # Chromium's sandbox refuses root, and only root.
                chromium_sandbox=os.geteuid() != 0,
            )
        except Error as error:
            raise SystemExit(f"{path} does not start:\n{error.message}") from error
        try:
            yield browser
        finally:
            browser.close()


@dataclass
class Watch:
    """What the pages of a window asked for and complained of."""

    host: str
    urls: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    # Hosts that a page may lead to when the visitor asks for it.
    allowed: set[str] = field(default_factory=set)
    pages: set[str] = field(default_factory=set)

    def request(self, request: Request) -> None:
        self.urls.append(request.url)

    def response(self, response: Response) -> None:
        if response.request.is_navigation_request():
            self.pages.add(response.url)

    def message(self, message: ConsoleMessage) -> None:
        # Chromium also reports that a page itself has the status of an error.
        is_status = message.text.startswith("Failed to load resource: the server responded")
        is_page = message.location.get("url") in self.pages
        if message.type == "error" and not (is_status and is_page):
            self.complaints.append(message.text)

    def findings(self, secrets: Iterable[str] = ()) -> list[str]:
        """Complaints, requests to other hosts, and what was asked in any address."""
        found = [f"the page complains: {text}" for text in self.complaints]
        words = [word.casefold() for word in secrets]
        for url in self.urls:
            parts = urlsplit(url)
            if parts.scheme == "data":
                continue
            if parts.netloc != self.host and parts.netloc not in self.allowed:
                found.append(f"a request to another host: {url}")
            plain = unquote_plus(url).casefold()
            found += [f"«{word}» stands in the address {url}" for word in words if word in plain]
            if parts.query:
                found.append(f"an address with a query: {url}")
        return found


@dataclass(frozen=True)
class Position:
    """Where a phone says that it is, in degrees."""

    north: float
    east: float


@dataclass
class Window:
    page: Page
    watch: Watch
    site: str


@contextmanager
def window(
    browser: Browser,
    site: str,
    size: tuple[int, int] = PHONE,
    scheme: Scheme = "light",
    script: bool = True,
    forced_colours: bool = False,
    position: Position | None = None,
) -> Iterator[Window]:
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]},
        color_scheme=scheme,
        forced_colors="active" if forced_colours else "none",
        java_script_enabled=script,
        locale="nb-NO",
        reduced_motion="reduce",
        permissions=["geolocation"] if position else [],
        geolocation=(
            {"latitude": position.north, "longitude": position.east, "accuracy": 20}
            if position
            else None
        ),
    )
    context.set_default_timeout(30_000)
    page = context.new_page()
    watch = Watch(urlsplit(site).netloc)
    context.on("request", watch.request)
    context.on("console", watch.message)
    context.on("weberror", lambda error: watch.complaints.append(str(error.error)))
    context.on("response", watch.response)
    try:
        yield Window(page, watch, site)
    finally:
        context.close()


_ATTEMPTS = 3


def picture(page: Page, file: Path, whole: bool = False) -> None:
    """Keeps what the page looks like. Chromium now and then cannot while it is busy."""
    for attempt in range(1, _ATTEMPTS + 1):
        try:
            page.screenshot(path=file, full_page=whole)
            return
        except Error as error:
            if "Unable to capture screenshot" not in error.message or attempt == _ATTEMPTS:
                raise
        page.wait_for_load_state()
