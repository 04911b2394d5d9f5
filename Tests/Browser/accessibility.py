"""axe-core over a page as it stands: WCAG 2.0 to 2.2, A and AA."""

from pathlib import Path
from typing import Any

import axe_playwright_python
from playwright.sync_api import Page

_SCRIPT = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()
_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]
_RUN = """rules => axe.run(document, {
  runOnly: {type: "tag", values: rules}, resultTypes: ["violations"],
})"""


def findings(page: Page) -> list[str]:
    # Evaluated by the browser's own inspector, to which the page's policy does not apply.
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(_SCRIPT)
    result: dict[str, Any] = page.evaluate(_RUN, _RULES)
    found = [_told(violation) for violation in result["violations"]]
    if not result["passes"] and not found:
        found.append("axe found nothing to test")
    return found


def _told(violation: dict[str, Any]) -> str:
    node = violation["nodes"][0]
    return (
        f"axe {violation['id']}: {violation['help']} ({len(violation['nodes'])} of them, "
        f"the first {node['target']}: {node['html'][:120]})"
    )
