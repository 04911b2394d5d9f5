"""Follows the site's own links, so that the pages to check come from the site itself."""

import re
from collections import defaultdict, deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from html import unescape
from urllib.parse import urldefrag

import routes
from client import Reply, ask
from routes import Route
from sightings import Sighting

# Of each route so many pages are looked into; that is where the routes of a kind differ.
_PAGES_MAX = 3
_LINK = re.compile(r'<(?:a|link|script|img)\b[^>]*?\s(?:href|src)="([^"]*)"')
_ID = re.compile(r'\sid="([^"]*)"')


@dataclass
class Crawl:
    """What was found: the pages by address, and what was wrong with links."""

    pages: dict[str, Reply] = field(default_factory=dict)
    findings: list[str] = field(default_factory=list)

    def of_route(self, known: Iterable[Route]) -> dict[Route, list[str]]:
        found: dict[Route, list[str]] = defaultdict(list)
        for path in self.pages:
            route = routes.of(known, "GET", path)
            if route is not None:
                found[route].append(path)
        return found


def links(reply: Reply) -> list[str]:
    return [unescape(link) for link in _LINK.findall(reply.text)] if reply.is_page else []


def crawl(site: str, known: list[Route], states: Iterable[Sighting]) -> Crawl:
    """From the states given, along every link to a route that has not been seen often enough."""
    found = Crawl()
    waiting: deque[tuple[str, str]] = deque()
    for state in states:
        reply = state.fetched(site)
        waiting.extend((state.name, link) for link in links(reply))
        found.findings += _fragments(state.name, reply)
    seen: dict[Route, int] = defaultdict(int)
    asked: set[str] = set()
    while waiting:
        origin, link = waiting.popleft()
        path = urldefrag(link).url
        if not path.startswith("/") or path in asked:
            found.findings += [] if _is_known_form(link) else [f"{origin}: the link «{link}»"]
            continue
        route = routes.of(known, "GET", path)
        if route is None:
            found.findings.append(f"{origin}: «{link}» leads to no route")
            continue
        if seen[route] >= _PAGES_MAX:
            continue
        asked.add(path)
        seen[route] += 1
        reply = ask(site + path)
        if reply.status != 200:
            found.findings.append(f"{origin}: «{link}» answers {reply.status}")
        found.pages[path] = reply
        found.findings += _fragments(path, reply)
        waiting.extend((path, link) for link in links(reply))
    return found


def _is_known_form(link: str) -> bool:
    return link.startswith(("/", "#", "https://", "http://", "tel:", "mailto:", "sms:"))


def _fragments(origin: str, reply: Reply) -> list[str]:
    """A link within a page must lead to something there."""
    if not reply.is_page:
        return []
    names = set(_ID.findall(reply.text))
    wanted = {link[1:] for link in links(reply) if link.startswith("#")}
    return [f"{origin}: «#{name}» is nowhere on the page" for name in sorted(wanted - names)]
