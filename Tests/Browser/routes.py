"""The routes of the site, as the running program itself lists them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from client import ask


@dataclass(frozen=True, order=True)
class Route:
    method: str
    pattern: str

    def fits(self, path: str) -> bool:
        expression = re.sub(r"\\{[^/]+\\}", "[^/]+", re.escape(self.pattern))
        return re.fullmatch(expression, path) is not None

    def __str__(self) -> str:
        return f"{self.method} {self.pattern}"


def listed(inspection: str) -> list[Route]:
    """Every route of the program, from the port that visitors never reach."""
    reply = ask(f"{inspection}/routes")
    if reply.status != 200:
        raise RuntimeError(f"{inspection}/routes answers {reply.status}")
    return sorted(Route(*line.split(" ", 1)) for line in reply.text.splitlines())


def of(routes: Iterable[Route], method: str, url: str) -> Route | None:
    """The route that answers; one without a variable part goes before one that has it."""
    path = urlsplit(url).path or "/"
    fitting = [route for route in routes if route.method == method and route.fits(path)]
    return min(fitting, key=_generality, default=None)


def _generality(route: Route) -> tuple[int, int]:
    return route.pattern.count("{"), -len(route.pattern)


def unchecked(routes: Iterable[Route], checked: Iterable[Route | None], what: str) -> list[str]:
    """A route that no check has seen is a finding: new ones must bring their own."""
    seen = set(checked)
    return [f"{what}: no check visits {route}" for route in sorted(routes) if route not in seen]
