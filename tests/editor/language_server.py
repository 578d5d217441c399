"""A client of yaml-language-server over its protocol: what an editor would show in a file."""

from __future__ import annotations

import json
import subprocess
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any

SERVER = Path(__file__).resolve().parents[2] / ".ci" / "node_modules" / ".bin" / "yaml-language-server"
_SECONDS = 120


class LanguageServer:
    """A running server for one folder, with the settings that `init` lays for VS Code."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._process = subprocess.Popen([str(SERVER), "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._guard = threading.Timer(_SECONDS, self._process.kill)
        self._guard.start()
        self._number = self._texts = 0
        settings = json.loads((folder / ".vscode" / "settings.json").read_text(encoding="utf-8"))
        schemas = {(folder / file).as_uri(): pattern for file, pattern in settings["yaml.schemas"].items()}
        self._settings = {
            "yaml": {"schemas": schemas, "validate": True, "completion": True, "schemaStore": {"enable": False}}
        }
        root = folder.as_uri()
        self._ask(
            "initialize",
            {
                "processId": None,
                "rootUri": root,
                "workspaceFolders": [{"uri": root, "name": "school"}],
                "capabilities": {
                    "workspace": {"configuration": True, "workspaceFolders": True},
                    "textDocument": {"completion": {"completionItem": {"documentationFormat": ["markdown"]}}},
                },
            },
        )
        self._tell("initialized", {})
        # The server asks for its settings; before it has them it knows no schema.
        self._read_until(lambda message: message.get("method") == "workspace/configuration")

    def __enter__(self) -> LanguageServer:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._guard.cancel()
        self._process.kill()
        self._process.communicate()

    def findings(self, file: str, text: str) -> list[tuple[int, str]]:
        """Return what the server finds in a text: lines from 1 and messages."""
        uri = self._opened(file, text)
        told = self._read_until(
            lambda m: m.get("method") == "textDocument/publishDiagnostics" and m["params"]["uri"] == uri
        )
        return [(d["range"]["start"]["line"] + 1, d["message"]) for d in told["params"]["diagnostics"]]

    def completions(self, file: str, text: str) -> dict[str, str]:
        """Return what the server offers at the end of a text, each with its explanation."""
        uri = self._opened(file, text)
        rows = text.split("\n")
        position = {"line": len(rows) - 1, "character": len(rows[-1])}
        answer = self._ask("textDocument/completion", {"textDocument": {"uri": uri}, "position": position})
        return {item["label"]: _plain(item.get("documentation", "")) for item in answer["items"]}

    def _opened(self, file: str, text: str) -> str:
        # Each text is a file of its own (unsaved), so that no finding of the text before is taken for its own.
        self._texts += 1
        uri = (self._folder / f"text-{self._texts}" / file).as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self._tell("textDocument/didOpen", {"textDocument": document})
        return uri

    def _tell(self, method: str, params: Mapping[str, Any]) -> None:
        self._send({"method": method, "params": params})

    def _ask(self, method: str, params: Mapping[str, Any]) -> Any:
        self._number += 1
        number = self._number
        self._send({"id": number, "method": method, "params": params})
        return self._read_until(lambda message: message.get("id") == number and "method" not in message)["result"]

    def _send(self, message: Mapping[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin is not None
        self._process.stdin.write(f"Content-Length: {len(body)}\r\n\r\n".encode() + body)
        self._process.stdin.flush()

    def _read_until(self, wanted: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        while True:
            message = self._read()
            if "id" in message and "method" in message:
                asked = message["params"].get("items", []) if isinstance(message.get("params"), dict) else []
                result = [self._settings.get(item.get("section"), None) for item in asked] or None
                self._send({"id": message["id"], "result": result})
            if wanted(message):
                return message

    def _read(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        length = 0
        while (line := self._process.stdout.readline().strip()) or not length:
            assert self._process.poll() is None, "the server has ended"
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        message: dict[str, Any] = json.loads(self._process.stdout.read(length))
        return message


def _plain(documentation: Any) -> str:
    return str(documentation.get("value", "") if isinstance(documentation, dict) else documentation)
