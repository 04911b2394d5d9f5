"""Whether each check can fail: a site of faults, served here, in which they must find them."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser

import accessibility
import contract
import crawl
import headers
import journeys
import looks
import markup
import routes
import suggestions
from browser import window
from client import ask
from routes import Route
from sightings import Sighting
from tour import Tour

_PAGE = """<!DOCTYPE html>
<html lang="nb"><head><meta charset="utf-8"><title>Feil</title>
<style>a, button { outline: none !important; } p { color: #ccc; }</style></head>
<body><h1>Feil</h1><h1>Flere feil</h1><img src="http://elsewhere.invalid/a.png">
<a href="#intet">Intet</a> <a href="/ingensteds?sted=klæbu">Borte</a>
<button onclick="this.focus()">Knapp</button> <button>Felle</button>
<p>Blek skrift <div>i feil beholder</div></p>
<div style="width: 2000px; height: 4000px">Bred</div>
<script>
document.querySelectorAll("button")[1].addEventListener("keydown", e => e.preventDefault());
console.error("en feil");
</script></body></html>"""
_DOCUMENT = {
    "openapi": "3.1.0",
    "info": {"title": "Feil", "version": "1"},
    "paths": {
        "/broken": {
            "get": {
                "operationId": "broken",
                "responses": {
                    "200": {
                        "description": "-",
                        "content": {
                            "application/json": {
                                "schema": {"type": "object", "required": ["a"]},
                                "example": {},
                            }
                        },
                    }
                },
            }
        }
    },
}


class _Faults(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        status, kind, body = 200, "text/html", _PAGE.encode()
        if self.path == "/openapi.json":
            kind, body = "application/json", json.dumps(_DOCUMENT).encode()
        elif self.path == "/broken":
            status, kind, body = 500, "application/json", b"{}"
        elif self.path != "/":
            status = 404
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_POST = do_GET  # noqa: N815 (the name is that of the library)

    def log_message(self, format: str, *args: object) -> None:
        """The faults of this site are of no interest to anybody else."""


@contextmanager
def _faulty_site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Faults)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def findings(browser: Browser, folder: Path) -> list[str]:
    """The faults that a check did not find."""
    with _faulty_site() as site:
        fuzzing = contract.Fuzzing(site, folder / "control", examples=2)
        try:
            found = {
                **_on_the_wire(site, folder),
                **_of_the_tour(browser, site, folder),
                **_in_the_browser(browser, site, folder),
                "schemathesis": fuzzing.findings()[1],
            }
        finally:
            fuzzing.stop()
    return [
        f"«{word}» is not among what the check of {name} finds: {texts}"
        for name, texts in found.items()
        for word in _PLANTED[name]
        if not any(word in text for text in texts)
    ]


_PLANTED = {
    "tour": ["is not on the page", "may be kept", "without a way to ask anew"],
    "methods": ["DELETE answers 501", "Allow does not name GET"],
    "journeys": ["9 of 9 journeys", "42 presses", "do not lead to"],
    "suggestions": ["does not offer", "nothing is suggested"],
    "headers": ["nosniff", "frame-ancestors", "charset", "stands in the page", "server is sent"],
    "html": ["alt", "end tag"],
    "house": ["2 first headings", "112"],
    "links": ["leads to no route", "#intet"],
    "routes": ["GET /ny/{slug}"],
    "document": ["the example of"],
    "reply": ["500"],
    "schema": ["is a required property"],
    "axe": ["image-alt", "color-contrast"],
    "reflow": ["at 320 px"],
    "tabbing": ["no visible focus", "trapped"],
    "print": ["more than 1"],
    "watch": ["another host", "complains", "klæbu", "with a query"],
    "schemathesis": ["schemathesis ended with 1"],
}


def _of_the_tour(browser: Browser, site: str, folder: Path) -> dict[str, list[str]]:
    tour = Tour(Path("chromium"), site, [Route("GET", "/")], folder / "control")
    tour.pictures.mkdir(parents=True, exist_ok=True)
    states = [Sighting("start", "/", must="en varde"), Sighting("asked", "/", fields=())]
    walked = [found for _, found in journeys.findings(browser, site, tour.pictures)]
    failed = sum(1 for found in walked if found)
    return {
        "tour": tour.wire(states, "control"),
        "methods": tour.other_methods(),
        "journeys": [
            f"{failed} of {len(walked)} journeys",
            *(one for all in walked for one in all),
        ],
        "suggestions": suggestions.findings(browser, site, patience=300),
    }


def _on_the_wire(site: str, folder: Path) -> dict[str, list[str]]:
    reply = ask(site)
    start = Sighting("start", "/")
    known = [Route("GET", "/"), Route("GET", "/ny/{slug}")]
    operation = next(contract.operations(_DOCUMENT))
    schema = operation.responses["200"]["content"]["application/json"]["schema"]
    return {
        "headers": headers.findings(reply),
        "html": markup.findings({"control": reply.body}, folder / "control"),
        "house": markup.of_house(reply.text, "nb"),
        "links": crawl.crawl(site, known, [start]).findings,
        "routes": routes.unchecked(known, [Route("GET", "/")], "control"),
        "document": contract.of_document(_DOCUMENT),
        "reply": contract.of_reply(_DOCUMENT, operation, operation.asked(site)),
        "schema": contract.against_schema(_DOCUMENT, schema, {}),
    }


def _in_the_browser(browser: Browser, site: str, folder: Path) -> dict[str, list[str]]:
    with window(browser, site) as opened:
        page = opened.page
        page.goto(site)
        checks: dict[str, Callable[[], list[str]]] = {
            "axe": lambda: accessibility.findings(page),
            "reflow": lambda: looks.reflow(page),
            "tabbing": lambda: looks.tabbing(page),
            "print": lambda: looks.print_findings(page, folder / "control.pdf")[1],
        }
        found = {name: check() for name, check in checks.items()}
        page.goto(site + "/ingensteds?sted=klæbu")
        return found | {"watch": opened.watch.findings(["Klæbu"])}
