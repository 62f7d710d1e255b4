"""One request to the preview: who may ask, what for, and the answer on its way.

Any page in the browser can send requests to this machine, and a name of its own can be made
to lead here (https://en.wikipedia.org/wiki/DNS_rebinding). So the Host must be ours, and the
address holds a secret that no other page can know.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from hmac import compare_digest
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from io import BytesIO
from socket import socket
from socketserver import BaseServer
from typing import Any
from urllib.parse import unquote

from akira_cli.preview.answers import (
    ENDING,
    NOT_FOUND,
    PAGE_POLICY,
    Answer,
    file_answer,
    shell_answer,
    state_answer,
)
from akira_cli.preview.watch import Watch

SILENCE_SECONDS = 10.0
"""For the whole head of a request to arrive, and for any part of an answer to be taken."""

KEEP_ALIVE_SECONDS = 10.0
"""Between two signs of life to a page that hears no news; it is then missed when it is gone."""

EVENTS = "text/event-stream; charset=utf-8"
_LONGEST_HEAD = 65_536  # cookies of every other server on this machine come along


class PreviewRequest(BaseHTTPRequestHandler):
    """Answers one request and closes the connection; events go on until either side ends."""

    timeout = SILENCE_SECONDS
    default_request_version = "HTTP/1.0"  # with 0.9 an answer would have no headers

    def __init__(
        self,
        request: socket,
        client_address: Any,
        server: BaseServer,
        *,
        watch: Watch,
        picture: Callable[[str], bytes],
        token: str,
    ) -> None:
        self._watch = watch
        self._picture = picture
        self._root = f"/{token}/"
        super().__init__(request, client_address, server)

    def handle(self) -> None:
        """Read the head within the limits, and answer."""
        head = _read_head(self.connection)
        self.rfile = BytesIO(head)
        self.raw_requestline = self.rfile.readline()
        self.request_version = self.default_request_version
        self.command = ""
        if b"\r\n\r\n" in head:
            if self.parse_request():
                self._answer()
        elif len(head) >= _LONGEST_HEAD:
            self.send_error(HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE)

    def send_error(self, code: int, *_: object) -> None:
        """Send the bare status: words would only tell a stranger what is here."""
        self._send(Answer(HTTPStatus(code)))

    def _answer(self) -> None:
        port = self.connection.getsockname()[1]
        ours = [f"127.0.0.1:{port}", f"localhost:{port}"]
        hosts = self.headers.get_all("Host", [])
        if len(hosts) != 1 or hosts[0].lower() not in ours:
            self._send(Answer(HTTPStatus.FORBIDDEN))
        elif self.command not in ("GET", "HEAD"):
            self._send(Answer(HTTPStatus.METHOD_NOT_ALLOWED), {"Allow": "GET, HEAD"})
        else:
            path = unquote(self.path.partition("?")[0])
            secret, name = path[: len(self._root)], path[len(self._root) :]
            if not compare_digest(secret.encode(), self._root.encode()):
                self._send(NOT_FOUND)
            elif name == "events":
                self._send_events()
            else:
                self._send(self._answer_to(name))

    def _answer_to(self, name: str) -> Answer:
        if name == "state":
            newest = self._watch.look()
            return state_answer(newest) if newest else ENDING
        folder, _, rest = name.partition("/")
        if folder == "files":
            newest = self._watch.last()
            target, _, file = rest.partition("/")
            return file_answer(newest.state, target, file, self._picture) if newest else ENDING
        return shell_answer(name)

    def _send(self, answer: Answer, more: dict[str, str] | None = None) -> None:
        headers = {"Content-Length": str(len(answer.body)), **(more or {})}
        if answer.content_type:
            headers["Content-Type"] = answer.content_type
        self._send_head(answer.status, answer.policy, headers)
        if self.command != "HEAD":
            self.wfile.write(answer.body)

    def _send_head(self, status: HTTPStatus, policy: str, headers: dict[str, str]) -> None:
        self.send_response_only(status)
        for name, value in {
            **headers,
            "Cache-Control": "no-store",
            "Content-Security-Policy": policy,
            "Cross-Origin-Resource-Policy": "same-origin",
            "Referrer-Policy": "no-referrer",
            "X-Content-Type-Options": "nosniff",
        }.items():
            self.send_header(name, value)
        self.end_headers()

    def _send_events(self) -> None:
        """Each new version as an event of https://html.spec.whatwg.org/#server-sent-events ."""
        self._send_head(HTTPStatus.OK, PAGE_POLICY, {"Content-Type": EVENTS})
        if self.command == "HEAD":
            return
        with self._watch.listening():
            self.wfile.write(b"retry: 1000\n\n")
            newest = self._watch.look()
            version = None
            while self._watch.running:
                if newest:
                    version = newest.version
                    self.wfile.write(b"data: %d\n\n" % version)
                else:
                    self.wfile.write(b":\n\n")
                newest = self._watch.newer(version, KEEP_ALIVE_SECONDS)


def _read_head(connection: socket) -> bytes:
    """What arrives up to the empty line, or up to the limit or the end when there is none."""
    until = time.monotonic() + SILENCE_SECONDS
    head = b""
    while b"\r\n\r\n" not in head and len(head) < _LONGEST_HEAD:
        connection.settimeout(max(until - time.monotonic(), 0.001))
        part = connection.recv(4096)
        if not part:
            break
        head += part
    connection.settimeout(SILENCE_SECONDS)
    return head
