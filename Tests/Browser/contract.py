"""The API against its own document: JSON Schema for real answers, schemathesis for the rest."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import SchemaError

from client import Reply, ask

SEED = 20261121
EXAMPLES = 12
_METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")


@dataclass(frozen=True)
class Operation:
    """One operation of the document, with its own examples filled in."""

    name: str
    method: str
    pattern: str
    path: str
    body: Any
    responses: dict[str, Any]

    @property
    def media_type(self) -> str:
        return str(next(iter(self.responses["200"]["content"])))

    def asked(self, site: str) -> Reply:
        headers = {"Accept": self.media_type}
        if self.body is None:
            return ask(site + self.path, self.method, headers=headers)
        headers["Content-Type"] = "application/json"
        return ask(site + self.path, self.method, json.dumps(self.body).encode(), headers)


def operations(document: dict[str, Any]) -> Iterator[Operation]:
    for pattern, methods in document["paths"].items():
        for method, operation in methods.items():
            if method not in _METHODS:
                continue
            path = pattern
            for parameter in operation.get("parameters", []):
                if parameter["in"] == "path":
                    path = path.replace("{" + parameter["name"] + "}", str(parameter["example"]))
            content = operation.get("requestBody", {}).get("content", {})
            body = content.get("application/json", {}).get("example")
            yield Operation(
                operation["operationId"],
                method.upper(),
                pattern,
                path,
                body,
                operation["responses"],
            )


def against_schema(document: dict[str, Any], schema: dict[str, Any], value: Any) -> list[str]:
    """What in a value does not fit a schema of the document (Draft 2020-12)."""
    whole = {**schema, "components": document.get("components", {})}
    errors = Draft202012Validator(whole).iter_errors(value)
    return [f"at {error.json_path}: {error.message[:200]}" for error in errors]


def of_document(document: dict[str, Any]) -> list[str]:
    """The document itself: version, names of operations, schemas, and its examples."""
    found = []
    if not str(document.get("openapi", "")).startswith("3.1"):
        found.append(f"OpenAPI {document.get('openapi')}")
    for name, schema in document.get("components", {}).get("schemas", {}).items():
        try:
            Draft202012Validator.check_schema(schema)
        except SchemaError as error:
            found.append(f"the schema {name} is none: {error.message}")
    names = [operation.name for operation in operations(document)]
    if len(names) != len(set(names)) or not names:
        found.append(f"names of operations are missing or repeated: {names}")
    return found + list(_examples(document, document, "document"))


def _examples(document: dict[str, Any], part: Any, place: str) -> Iterator[str]:
    """Every example that stands beside a schema fits it."""
    if isinstance(part, list):
        for index, one in enumerate(part):
            yield from _examples(document, one, f"{place}/{index}")
    elif isinstance(part, dict):
        schema = part.get("schema")
        if isinstance(schema, dict) and "example" in part:
            for text in against_schema(document, schema, part["example"]):
                yield f"the example of {place} {text}"
        for key, one in part.items():
            if key not in ("example", "examples"):
                yield from _examples(document, one, f"{place}/{key}")


def of_reply(document: dict[str, Any], operation: Operation, reply: Reply) -> list[str]:
    """A real answer to the document's own example fits what the document says of it."""
    told = operation.responses.get(str(reply.status))
    if reply.status != 200 or told is None:
        return [f"{operation.name}: {reply.status} to its own example"]
    kind = reply.one("content-type").split(";")[0]
    content = told.get("content", {}).get(kind)
    if content is None:
        return [f"{operation.name}: {kind} is not in the document"]
    if kind != "application/json":
        return []
    value = json.loads(reply.body)
    return [
        f"{operation.name} {text}"
        for text in against_schema(document, content.get("schema", {}), value)
    ]


class Fuzzing:
    """Schemathesis in a process of its own, beside the other checks."""

    def __init__(self, site: str, folder: Path, examples: int = EXAMPLES) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._output = (folder / "schemathesis.txt").open("w+")
        command = [
            str(Path(sys.executable).parent / "schemathesis"),
            "run",
            f"{site}/openapi.json",
            "--url",
            site,
            "--checks=all",
            "--phases=examples,coverage,fuzzing,stateful",
            f"--max-examples={examples}",
            f"--seed={SEED}",
            "--generation-database=none",
            "--workers=1",
            "--request-timeout=30",
            "--continue-on-failure",
            "--no-color",
        ]
        self._process = subprocess.Popen(
            command, cwd=folder, stdout=self._output, stderr=subprocess.STDOUT
        )

    def stop(self) -> None:
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait()
        self._output.close()

    def findings(self) -> tuple[str, list[str]]:
        """What it tells at its end, and its failures."""
        code = self._process.wait()
        self._output.seek(0)
        text = self._output.read()
        cases = re.search(r"(\d[\d,]*) generated(?:, (\d[\d,]*) found)?", text)
        told = cases.group() if cases else "it tells no number"
        if code == 0 and cases:
            return told, []
        start = text.find("= FAILURES")
        return told, [f"schemathesis ended with {code}", *text[max(start, 0) :].splitlines()[:80]]
