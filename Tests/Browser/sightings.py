"""The pages to look at, with what somebody sent to get each of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

from playwright.sync_api import Page

from client import Reply, ask

LANGUAGES = {"nb": "", "nn": "/nn", "en": "/en"}
FORM = "application/x-www-form-urlencoded"
_BOUNDARY = "varde"


@dataclass(frozen=True)
class Sighting:
    """One page in one state."""

    name: str
    path: str
    language: str = "nb"
    # None is asked for by GET, anything else is posted.
    fields: tuple[tuple[str, str], ...] | None = None
    enctype: str = FORM
    status: int = 200
    # What has to stand in the markup, so that the state is the one that was meant.
    must: str = ""
    # Whether its bytes may be kept and asked about anew.
    kept: bool = True

    @property
    def method(self) -> str:
        return "GET" if self.fields is None else "POST"

    def fetched(self, site: str, method: str | None = None) -> Reply:
        if self.fields is None or method in ("GET", "HEAD"):
            return ask(site + self.path, method or "GET")
        headers = {"Content-Type": self.enctype}
        body = urlencode(self.fields).encode()
        if self.enctype != FORM:
            headers = {"Content-Type": f"{self.enctype}; boundary={_BOUNDARY}"}
            body = f"--{_BOUNDARY}--\r\n".encode()
        return ask(site + self.path, method or "POST", body, headers)

    def opened(self, page: Page, site: str) -> int:
        """Goes there in a browser; the status."""
        if self.fields is None:
            answer = page.goto(site + self.path)
        else:
            # A page about the site itself, which stands whatever the registry does.
            page.goto(f"{site}/om")
            with page.expect_navigation() as navigation:
                page.evaluate(
                    _POST, [self.path, self.enctype, [list(pair) for pair in self.fields]]
                )
            answer = navigation.value
        return answer.status if answer else 0


_POST = """([action, enctype, fields]) => {
  const form = document.createElement("form");
  Object.assign(form, {method: "post", action, enctype});
  for (const [name, value] of fields) {
    const input = document.createElement("input");
    Object.assign(input, {type: "hidden", name, value});
    form.append(input);
  }
  document.body.append(form);
  form.submit();
}"""


def _asked(name: str, status: int = 200, must: str = "", **fields: str) -> Sighting:
    return Sighting(name, "/svar", "nb", tuple(fields.items()), FORM, status, must)


def _searched(name: str, text: str, must: str = "") -> Sighting:
    return Sighting(name, "/sok", "nb", (("q", text),), FORM, 200, must)


# The employee and the citizen of the journeys, as forms.
EMPLOYEE = _asked(
    "answer-employee",
    must="Stine Osvoll",
    asker="employee",
    place="Trondheim",
    workplace="Kulturenheten",
    concern="extremism",
    age="15",
)
STATES = [
    EMPLOYEE,
    _asked("answer-one", must="Heimdal politistasjon", place="Klæbu", function="politikontakt"),
    _asked("answer-many", must="468 08 413", place="Trondheim"),
    _asked("answer-gap", must='class="gap"', place="Bærum", function="slt-coordinator"),
    _asked("answer-acute", must="emergency now", place="Trondheim", severity="acute"),
    _asked("answer-grave", must="tier", place="Sandefjord", severity="grave", concern="extremism"),
    _asked("answer-empty", must="place-fault"),
    _asked("answer-ambiguous", must="suggestions", place="Våler"),
    _asked("answer-split", must="place-fault", place="Snillfjord"),
    _asked("answer-unknown", must="place-fault", place="Ingenstedsby", age="mange"),
    _asked(
        "answer-without", must="not-understood", place="Trondheim", age="mange", workplace="qqzz"
    ),
    _searched("search-empty", "", "<form"),
    _searched("search-nothing", "qqzzxxyy", "qqzzxxyy"),
    _searched("search-one", "Stine Osvoll", "Osvoll"),
    _searched("search-many", "Trondheim", "results"),
    Sighting("error-400", "/svar", "nb", (("x" * 70, "1"),), FORM, 400),
    Sighting("error-404", "/finnes-ikke", status=404),
    Sighting("error-405", "/om", "nb", (("place", "Vardø"),), FORM, 405),
    Sighting("answer-returned", "/svar", kept=False),
    Sighting("error-410", "/sted/5012-snillfjord", status=410),
    Sighting("error-413", "/sok", "nb", (("q", "x" * 20_000),), FORM, 413),
    Sighting("error-415", "/svar", "nb", (), "multipart/form-data", 415),
    Sighting("place-merged", "/sted/5030-klaebu"),
]
# Where colours tell most.
STRIKING = [state for state in STATES if state.name in ("answer-employee", "answer-acute")]
# Addresses that people type or share, and that no page links to.
UNLINKED = [Sighting("place-list", "/sted/5001-trondheim/liste", must="<table")]
# Behind the last page of what is not long enough for two; the seeds have nothing that is.
BEYOND = [
    Sighting("beyond-function", "/funksjon/slt-coordinator/side/2", status=404),
    Sighting("beyond-organisation", "/organisasjon/politiet/side/2", status=404),
    Sighting("beyond-plan", "/plan/trondheim-2021/side/2", status=404),
    Sighting("beyond-place", "/sted/5001-trondheim/side/2", status=404),
    Sighting("beyond-place-list", "/sted/5001-trondheim/liste/side/2", status=404),
]
BEYOND_IN_BOKMAL = [
    Sighting(f"{one.name}-nb", f"/nb{one.path}", status=404)
    for one in BEYOND
    if one.path.startswith("/sted/")
]
# What is put on a wall or taken to a meeting: one sheet of A4 each.
PRINTED = [
    state
    for state in STATES
    if state.fields
    and state.path == "/svar"
    and state.status == 200
    and state.must not in ("place-fault", "suggestions")
] + UNLINKED
STALE = [
    Sighting("stale-start", "/", must='class="stale"', kept=False),
    Sighting("stale-answer", "/svar", "nb", (("place", "Klæbu"),), must='class="stale"'),
    Sighting("stale-place", "/sted/5001-trondheim", must='class="stale"', kept=False),
]
AWAY = [
    Sighting("error-503", "/", status=503),
    Sighting("error-503-answer", "/svar", "nb", (("place", "Klæbu"),), status=503),
]
BUSY = [Sighting("error-429", "/sok", status=429)]


def in_every_language(sightings: Iterable[Sighting]) -> list[Sighting]:
    """The same sightings in bokmål, nynorsk and English."""
    return [
        Sighting(
            f"{one.name}.{language}",
            (prefix + one.path).rstrip("/") or "/",
            language,
            one.fields,
            one.enctype,
            one.status,
            one.must,
            one.kept,
        )
        for one in sightings
        for language, prefix in LANGUAGES.items()
    ]
