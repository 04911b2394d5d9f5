"""The built program in a process of its own, with its log read as it comes."""

import json
import os
import signal
import subprocess
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self

LogLine = dict[str, Any]


class Program:
    """`varde serve` on free ports of this machine; ended when the block ends."""

    def __init__(self, path: Path, settings: Mapping[str, str], log: Path) -> None:
        environment = {
            "VARDE_PORT": "0",
            "VARDE_INSPECTION_PORT": "0",
            "VARDE_REFRESH_SECONDS": "1",
        }
        self._lines: list[LogLine] = []
        self._news = threading.Condition()
        self._log = log
        self._process = subprocess.Popen(
            [path, "serve"],
            env={**os.environ, **environment, **settings},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._process.send_signal(signal.SIGTERM)
        try:
            self._process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._reader.join(timeout=5)

    def _read(self) -> None:
        assert self._process.stderr is not None
        with self._log.open("wb") as log:
            for raw in self._process.stderr:
                log.write(raw)
                try:
                    line = json.loads(raw)
                except ValueError:
                    line = {"message": raw.decode("utf-8", "replace").strip()}
                with self._news:
                    self._lines.append(line)
                    self._news.notify_all()
        with self._news:
            self._news.notify_all()

    @property
    def lines(self) -> list[LogLine]:
        with self._news:
            return list(self._lines)

    def wait_for(self, what: str, found: Callable[[LogLine], bool]) -> LogLine:
        """The first line of the log that fits, as soon as it is written."""

        def first() -> LogLine | None:
            return next((line for line in self._lines if found(line)), None)

        def settled() -> bool:
            return first() is not None or not self._reader.is_alive()

        with self._news:
            self._news.wait_for(settled, timeout=60)
            line = first()
        if line is None:
            last = "\n".join(str(line) for line in self.lines[-5:])
            raise RuntimeError(f"the program did not come to: {what}\n{last}")
        return line

    def wait_for_message(self, message: str) -> LogLine:
        return self.wait_for(message, lambda line: line.get("message") == message)

    @property
    def site(self) -> str:
        """The address of the site, without the last slash."""
        return str(self.wait_for_message("started")["address"]).rstrip("/")

    @property
    def inspection(self) -> str:
        return str(self.wait_for_message("metrics and health")["address"]).rstrip("/")
