"""The first screen of an answer, on the phones of people who are afraid or in a hurry.

Who asks, in three languages, at 360 by 640: where the first number stands, how large it is, how
much of the screen the frame takes, whether the way out covers a number, and the doors in order.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from playwright.sync_api import Browser

from browser import window
from sightings import FORM, LANGUAGES, Sighting

_PHONE = (360, 640)
_FRAME_MAX = 110
_FIRST_MAX = 500
_BUTTON_MIN = 48
_BAND_MIN = 44
_SEEN = """() => {
  const box = element => element.getBoundingClientRect();
  const shown = element => element.getClientRects().length > 0;
  const numbers = [...document.querySelectorAll("main a.number")].filter(shown);
  const exit = box(document.querySelector("[data-exit]"));
  const band = document.querySelector(".emergency:not(.now)");
  const over = (one, other) => one.left < other.right && other.left < one.right
    && one.top < other.bottom && other.top < one.bottom;
  const all = [...numbers, ...document.querySelectorAll(".emergency a")];
  const first = numbers[0];
  return {
    first: first ? first.innerText.replace(/\\s+/g, " ").trim() : "",
    scheme: first ? first.protocol : "",
    top: first ? Math.round(box(first).top) : -1,
    height: first ? Math.round(box(first).height) : 0,
    frame: Math.round(box(band).bottom),
    band: Math.min(...[...band.querySelectorAll("a")].map(one => Math.round(box(one).height))),
    covered: all.filter(one => over(box(one), exit)).length,
    width: document.documentElement.scrollWidth,
    doors: [...document.querySelectorAll(".door")].filter(shown)
      .map(one => one.firstElementChild.innerText.replace(/\\s+/g, " ").trim()),
  };
}"""


@dataclass(frozen=True)
class Asking:
    """A journey of the trial, with what its first screen may be."""

    name: str
    fields: tuple[tuple[str, str], ...]
    # At acute 112 stands above, large.
    is_acute: bool = False
    # Whether the first thing to press is something to write to, where anything is.
    is_written: bool = False
    never_first: str = ""


def _asking(name: str, wish: tuple[str, ...] = (), **fields: str) -> Asking:
    return Asking(name, tuple(fields.items()) + tuple(("wish", one) for one in wish))


ASKINGS = [
    _asking(
        "mother", place="Heimdal", asker="relative", concern="extremism", age="15", severity="grave"
    ),
    _asking("mother, two answers", place="Heimdal", age="15"),
    _asking(
        "teacher",
        place="Trondheim",
        asker="employee",
        workplace="ungdomsskole",
        concern="extremism",
        age="14",
        severity="mild",
    ),
    _asking(
        "adviser",
        place="Trondheim",
        asker="employee",
        workplace="nav",
        concern="extremism",
        age="23",
    ),
    _asking("youth club", place="Holmestrand", asker="employee", concern="exclusion", age="15"),
    _asking("mosque", place="Bærum", asker="faithCommunity", concern="extremism", age="19"),
    replace(
        _asking(
            "boy",
            ("anonymous", "not-police"),
            place="Sandefjord",
            asker="youngPerson",
            concern="extremism",
            age="16",
        ),
        never_first="02800",
    ),
    _asking("neighbour", place="Vardø", concern="extremism", age="15"),
    _asking("reception", place="Trondheim", asker="employee", concern="extremism", age="19"),
    replace(
        _asking("threatened", place="Holmestrand", concern="extremism", severity="acute"),
        is_acute=True,
    ),
    replace(
        _asking(
            "deaf",
            ("in-writing",),
            place="Trondheim",
            asker="affected",
            concern="violence-at-home",
            age="35",
        ),
        is_written=True,
    ),
]


def findings(browser: Browser, site: str) -> Iterator[tuple[str, list[str]]]:
    """Each journey in each language: its figures as a line of a table, and what is wrong."""
    for asking in ASKINGS:
        for language, prefix in LANGUAGES.items():
            sighting = Sighting(asking.name, f"{prefix}/svar", language, asking.fields, FORM)
            with window(browser, site, size=_PHONE) as opened:
                status = sighting.opened(opened.page, site)
                seen = opened.page.evaluate(_SEEN)
            told = (
                f"{asking.name}, {language}: «{seen['first']}» at {seen['top']} px, "
                f"frame {seen['frame']} px; {' > '.join(seen['doors'])}"
            )
            yield (
                told,
                []
                if status == 200 and not _wrong(asking, seen)
                else [
                    f"answers {status}",
                    *_wrong(asking, seen),
                ],
            )
    yield "a page that was thrown away", _returned(browser, site)


def _wrong(asking: Asking, seen: dict[str, Any]) -> list[str]:
    found = []
    if seen["frame"] > _FRAME_MAX and not asking.is_acute:
        found.append(f"header and numbers take {seen['frame']} px")
    if seen["band"] < _BAND_MIN:
        found.append(f"a number of the frame is {seen['band']} px high")
    if seen["covered"]:
        found.append("the way out covers a number")
    if seen["width"] > _PHONE[0]:
        found.append(f"the page is {seen['width']} px wide")
    if asking.never_first and asking.never_first in seen["first"]:
        found.append(f"{asking.never_first} stands first")
    if asking.is_written:
        # A telephone is then no button; that nothing is open in writing is said before it.
        if seen["scheme"] == "tel:" and seen["height"] >= _BUTTON_MIN:
            found.append("a telephone button stands first for who cannot ring")
        return found
    if seen["top"] < 0 or seen["top"] + seen["height"] > _PHONE[1]:
        found.append(f"the first number is not on the first screen: {seen['top']} px")
    elif seen["top"] > _FIRST_MAX:
        found.append(f"the first number stands at {seen['top']} px")
    if seen["height"] < _BUTTON_MIN:
        found.append(f"the first button is {seen['height']} px high")
    return found


def _returned(browser: Browser, site: str) -> list[str]:
    """Who rings and comes back to an address whose page is gone meets doors, not a refusal."""
    with window(browser, site, size=_PHONE) as opened:
        reply = opened.page.goto(f"{site}/svar")
        doors = opened.page.locator(".door").count()
        fields = opened.page.locator("#place").count()
    found = [] if reply and reply.status == 200 else ["GET /svar is refused"]
    if not doors or not fields:
        found.append(f"{doors} doors and {fields} forms where the answer stood")
    return found
