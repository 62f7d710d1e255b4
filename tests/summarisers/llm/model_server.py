"""A loopback server that answers like OpenAI's chat interface, and can fail like it.

    with ModelServer(['{"headline": ...}', "500"]) as server:
        server.configure(folder)  # a folder for LLM_USER_PATH, with the model and its key
        ...  # the model is "loopback"
        server.requests[0].system, server.requests[0].text

Each reply is used once, the last one from then on. A reply is a text that is streamed, one of
FAULTS, or a function from the request to a text.
https://platform.openai.com/docs/api-reference/chat/streaming
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from typing import Any, Self

MODEL = "loopback"
KEY = "sk-loopback-0123456789abcdef"
FAULTS = (
    "stall",
    "stall-midway",
    "cut",
    "429",
    "500",
    "not-json",
    "html",
    "empty",
    "endless",
    "key",
)
_PIECE = 16


@dataclass(frozen=True)
class Asked:
    """One request: what the model was told to do, what it was given, and the key it came with."""

    system: str
    text: str
    key: str


Reply = str | Callable[[Asked], str]


class ModelServer:
    """Serves until the block ends; `requests` lists what was asked."""

    def __init__(self, replies: Sequence[Reply]) -> None:
        self.requests: list[Asked] = []
        self.replies = list(replies)
        self._closing = threading.Event()
        server = self

        class Handler(_Handler):
            served = server

        self._http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._http.daemon_threads = True
        self._thread = threading.Thread(target=self._http.serve_forever, daemon=True)

    @property
    def url(self) -> str:
        """The address of the interface."""
        return f"http://127.0.0.1:{self._http.server_address[1]}/v1"

    def configure(self, folder: Path) -> None:
        """Make `loopback` a model of llm, with a key, in a folder of its settings."""
        folder.mkdir(parents=True, exist_ok=True)
        model = {
            "model_id": MODEL,
            "model_name": "made-up",
            "api_base": self.url,
            "api_key_name": MODEL,
        }
        # JSON is YAML, too
        (folder / "extra-openai-models.yaml").write_text(json.dumps([model]))
        (folder / "keys.json").write_text(json.dumps({MODEL: KEY}))

    def reply(self) -> Reply:
        """What comes next."""
        return self.replies.pop(0) if len(self.replies) > 1 else self.replies[0]

    def wait(self) -> None:
        """Until the server is closed."""
        self._closing.wait()

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._closing.set()
        self._http.shutdown()
        self._http.server_close()
        self._thread.join()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # each piece goes out as it is written
    served: ModelServer

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        said = {one["role"]: one["content"] for one in body["messages"]}
        key = self.headers["Authorization"].removeprefix("Bearer ")
        asked = Asked(said.get("system", ""), said["user"], key)
        self.served.requests.append(asked)
        reply = self.served.reply()
        # the client may be gone: it was killed, or had enough
        with suppress(OSError):
            self._answer(reply if isinstance(reply, str) else reply(asked), asked)

    def log_message(self, format: str, *args: object) -> None: ...  # noqa: A002  # its own name

    def _answer(self, reply: str, asked: Asked) -> None:
        if reply == "stall":
            self.served.wait()
        elif reply in ("429", "500"):
            self._error(int(reply), f"made-up trouble {reply}")
        elif reply == "key":
            self._error(401, f"Incorrect API key provided: {asked.key}. Bearer {asked.key} is bad")
        elif reply == "not-json":
            self._whole(200, "text/event-stream", "data: {not json\n\n")
        elif reply == "html":
            self._whole(200, "text/html", "<html><title>Log in</title><p>Please log in</html>")
        elif reply == "empty":
            self._whole(200, "text/event-stream", "data: [DONE]\n\n")
        else:
            self._stream(reply)

    def _error(self, status: int, message: str) -> None:
        self._whole(status, "application/json", json.dumps({"error": {"message": message}}))

    def _whole(self, status: int, kind: str, text: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(text.encode())))
        self.send_header("x-should-retry", "false")  # the client would wait and ask again
        self.end_headers()
        self.wfile.write(text.encode())

    def _stream(self, reply: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        for piece in _pieces(reply):
            self._send(_chunk(content=piece))
        if reply in ("cut", "stall-midway"):
            if reply == "stall-midway":
                self.served.wait()
            self.close_connection = True
            return
        self._send({**_chunk(), "usage": _USAGE, "choices": []})
        self._write("data: [DONE]\n\n")
        self.wfile.write(b"0\r\n\r\n")

    def _send(self, event: dict[str, Any]) -> None:
        self._write(f"data: {json.dumps(event)}\n\n")

    def _write(self, text: str) -> None:
        data = text.encode()
        self.wfile.write(f"{len(data):x}\r\n".encode() + data + b"\r\n")
        self.wfile.flush()


_USAGE = {"prompt_tokens": 700, "completion_tokens": 80, "total_tokens": 780}


def _pieces(reply: str) -> Iterator[str]:
    if reply == "endless":
        while True:
            yield "on and on and on " * 20
    text = '{"headline": "Half an ans' if reply in ("cut", "stall-midway") else reply
    for start in range(0, len(text), _PIECE):
        yield text[start : start + _PIECE]


def _chunk(**delta: str) -> dict[str, Any]:
    choice = {"index": 0, "delta": delta, "finish_reason": None}
    return {
        "id": "made-up",
        "object": "chat.completion.chunk",
        "created": 0,
        "model": "made-up",
        "choices": [choice],
    }
