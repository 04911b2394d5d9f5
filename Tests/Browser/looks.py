"""What eyes need: nothing runs off a narrow screen, focus is seen, and nothing traps it."""

import re
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

_NARROW = 320
_STOPS_MAX = 400
_FOCUS = """() => {
  const element = document.activeElement;
  if (!element || element === document.body || element === document.documentElement) return null;
  const box = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  const middle = document.elementFromPoint(
    Math.min(innerWidth - 1, box.x + Math.min(box.width / 2, 20)), box.y + box.height / 2);
  const text = element.innerText || element.getAttribute("aria-label") || element.name || "";
  return {
    index: [...document.querySelectorAll("*")].indexOf(element),
    told: element.tagName.toLowerCase() + " «" + text.trim().slice(0, 40) + "»",
    outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    inside: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight,
    covered: !middle || !(element.contains(middle) || middle.contains(element)),
  };
}"""
_STOPS = """() => {
  const all = [...document.querySelectorAll("*")];
  const wanted = "a[href], button, input:not([type=hidden]), select, textarea, summary";
  // Of radio buttons that belong together Tab reaches one, and the arrows the others.
  const passed = radio => {
    if (radio.type !== "radio") return false;
    const group = [...radio.form.elements].filter(one => one.name === radio.name);
    return radio !== (group.find(one => one.checked) || group[0]);
  };
  return all.map((element, index) => ({element, index}))
    .filter(({element}) => element.matches(wanted) && !element.disabled && element.tabIndex >= 0
      && !passed(element)
      && element.getClientRects().length > 0 && getComputedStyle(element).visibility !== "hidden")
    .map(({element, index}) =>
      ({index, told: element.tagName.toLowerCase() + " " + element.innerText.slice(0, 40)}));
}"""
_WIDTH = "() => document.documentElement.scrollWidth"


def reflow(page: Page) -> list[str]:
    """At 320 px, and at twice the size of text, nothing has to be scrolled sideways."""
    size = page.viewport_size or {"width": 360, "height": 740}
    found = []
    page.set_viewport_size({"width": _NARROW, "height": size["height"]})
    if (width := page.evaluate(_WIDTH)) > _NARROW:
        found.append(f"at {_NARROW} px the page is {width} px wide")
    page.set_viewport_size({"width": 1280, "height": size["height"]})
    page.evaluate("() => { document.documentElement.style.fontSize = '200%'; }")
    if (width := page.evaluate(_WIDTH)) > 1280:
        found.append(f"with text of twice the size the page is {width} px wide")
    page.evaluate("() => { document.documentElement.style.fontSize = ''; }")
    page.set_viewport_size(size)
    return found


def tabbing(page: Page) -> list[str]:
    """Tab reaches everything once, shows where it is, and comes out at the end."""
    found: list[str] = []
    page.evaluate("() => { document.activeElement.blur(); scrollTo(0, 0); }")
    wanted: list[dict[str, Any]] = page.evaluate(_STOPS)
    seen: list[int] = []
    for _ in range(_STOPS_MAX):
        page.keyboard.press("Tab")
        focus = page.evaluate(_FOCUS)
        if focus is None or focus["index"] in seen:
            if focus is not None and focus["index"] == seen[-1]:
                found.append(f"the keyboard is trapped at {focus['told']}")
            break
        seen.append(focus["index"])
        found += visible(focus)
    else:
        found.append(f"more than {_STOPS_MAX} stops")
    missed = [stop["told"] for stop in wanted if stop["index"] not in seen]
    if missed:
        found.append(f"Tab does not reach {missed[:3]}")
    return found


def visible(focus: dict[str, Any]) -> list[str]:
    found = []
    if not focus["outlined"]:
        found.append(f"no visible focus on {focus['told']}")
    if not focus["inside"]:
        found.append(f"focus outside the screen on {focus['told']}")
    elif focus["covered"]:
        found.append(f"something covers the focus on {focus['told']}")
    return found


def focus(page: Page) -> dict[str, Any] | None:
    found: dict[str, Any] | None = page.evaluate(_FOCUS)
    return found


# With the national layer a grave question has up to twenty doors, each with its source.
_DOORS_OF_A_SHEET = 12


def print_findings(page: Page, file: Path) -> tuple[str, list[str]]:
    """Whether the page fits on one sheet of A4, on two with many doors; the sheets go to a file."""
    page.pdf(path=file, format="A4", prefer_css_page_size=True)
    count = len(re.findall(rb"/Type\s*/Page\b(?!s)", file.read_bytes()))
    doors = page.locator(".door").count()
    most = 1 if doors <= _DOORS_OF_A_SHEET else 2
    told = f"{count} sheets of A4 for {doors} doors"
    return told, [] if count <= most else [f"{told}, more than {most}"]
