"""A small editor: it speaks the Language Server Protocol with a server over stdin and stdout."""

from __future__ import annotations

import json
import queue
import subprocess
import threading
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from tests.patience import PATIENCE


class Editor:
    """An editor with a project open; use it in a `with` statement.

    `settings` are those of the workspace, by the keys of a VS Code settings.json.
    """

    def __init__(self, command: list[str], project: Path, settings: dict[str, Any]) -> None:
        self.command = command
        self.project = project
        self.settings = settings
        self.texts: dict[str, str] = {}
        self._last_id = 0
        self._answers: queue.Queue[dict[str, Any]] = queue.Queue()
        self._diagnostics: queue.Queue[dict[str, Any]] = queue.Queue()

    def __enter__(self) -> Self:
        self._server = subprocess.Popen(
            self.command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=self.project
        )
        threading.Thread(target=self._listen, daemon=True).start()
        root = self.project.as_uri()
        folders = [{"uri": root, "name": self.project.name}]
        workspace = {"configuration": True, "workspaceFolders": True}
        abilities = {"workspace": workspace, "textDocument": {"publishDiagnostics": {}}}
        self.ask(
            "initialize",
            {
                "processId": None,
                "rootUri": root,
                "workspaceFolders": folders,
                "capabilities": abilities,
            },
        )
        self._tell("initialized", {})
        self._tell("workspace/didChangeConfiguration", {"settings": {}})
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if kind is None:
            self.ask("shutdown", None)
            self._tell("exit", None)
        else:
            self._server.kill()
        self._server.stdin.close()
        self._server.wait(PATIENCE)
        self._server.stdout.close()

    def open(self, path: str, text: str) -> list[dict[str, Any]]:
        """Open a file with a text that need not be the one on disk; return its diagnostics."""
        self.texts[path] = text
        document = {"uri": self._uri(path), "languageId": "yaml", "version": 1, "text": text}
        self._tell("textDocument/didOpen", {"textDocument": document})
        while True:
            told = self._diagnostics.get(timeout=PATIENCE)
            if told["uri"] == self._uri(path):
                return told["diagnostics"]

    def completions(self, path: str, after: str) -> dict[str, dict[str, Any]]:
        """Return what can be typed at the end of the only place where `after` stands, by label."""
        answer = self.ask("textDocument/completion", self._spot(path, after))
        items = answer["items"] if isinstance(answer, dict) else answer or []
        return {item["label"]: item for item in items}

    def hover(self, path: str, on: str) -> str:
        """Return what is shown at the end of the only place where `on` stands."""
        answer = self.ask("textDocument/hover", self._spot(path, on))
        return answer["contents"]["value"] if answer else ""

    def ask(self, method: str, params: Any) -> Any:
        """Send a request and wait for its result."""
        self._last_id += 1
        self._send({"id": self._last_id, "method": method, "params": params})
        answer = self._answers.get(timeout=PATIENCE)
        assert answer["id"] == self._last_id, answer
        assert "error" not in answer, answer
        return answer.get("result")

    def _tell(self, method: str, params: Any) -> None:
        self._send({"method": method, "params": params})

    def _uri(self, path: str) -> str:
        return (self.project / path).as_uri()

    def _spot(self, path: str, words: str) -> dict[str, Any]:
        text = self.texts[path]
        assert text.count(words) == 1, f"{words!r} stands {text.count(words)} times in {path}"
        before = text[: text.index(words) + len(words)]
        line, column = before.count("\n"), len(before) - before.rfind("\n") - 1
        position = {"line": line, "character": column}
        return {"textDocument": {"uri": self._uri(path)}, "position": position}

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._server.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self._server.stdin.flush()

    def _listen(self) -> None:
        while True:
            message = self._receive()
            if message is None:
                return
            if message.get("method") == "workspace/configuration":
                wanted = message["params"]["items"]
                found = [self._section(item.get("section", "")) for item in wanted]
                self._send({"id": message["id"], "result": found})
            elif message.get("method") == "textDocument/publishDiagnostics":
                self._diagnostics.put(message["params"])
            elif "method" in message and "id" in message:
                self._send({"id": message["id"], "result": None})
            elif "id" in message:
                self._answers.put(message)

    def _section(self, name: str) -> dict[str, Any]:
        """Return the settings below a name, with dots as nesting, as editors do."""
        section: dict[str, Any] = {}
        for key, value in self.settings.items():
            if key.startswith(name + "."):
                *outer, last = key.removeprefix(name + ".").split(".")
                inner = section
                for step in outer:
                    inner = inner.setdefault(step, {})
                inner[last] = value
        return section

    def _receive(self) -> dict[str, Any] | None:
        length = 0
        while (line := self._server.stdout.readline()) not in (b"\r\n", b""):
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        return json.loads(self._server.stdout.read(length)) if length else None
