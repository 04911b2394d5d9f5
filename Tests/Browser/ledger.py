"""What was checked, what was wrong, and how long it took."""

import time
from collections.abc import Iterable


class Ledger:
    """Tells each check as it ends; a finding makes the whole fail."""

    def __init__(self) -> None:
        self.findings = 0
        self._begun = time.monotonic()

    def note(self, title: str, found: Iterable[str]) -> None:
        texts = list(dict.fromkeys(found))
        self.findings += len(texts)
        seconds = time.monotonic() - self._begun
        print(f"{'FAIL' if texts else 'ok  '} {seconds:5.0f} s  {title}", flush=True)
        for text in texts[:40]:
            print(f"       – {text}", flush=True)
        if len(texts) > 40:
            print(f"       – and {len(texts) - 40} more", flush=True)
