"""A small web on loopback: many hosts, each with a few pages, that can also block and lie.

with SmallWeb({"blog.example/post": [Answer(body=b"<title>A post</title>")]}) as web:
    web.mirror("blog.example")  # what `[network.mirrors]` has for that host
    web.requests  # ["blog.example/post"]
"""

from __future__ import annotations

import gzip
import socketserver
import sys
import threading
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, NamedTuple, Self

PAGES = Path(__file__).parent / "pages"
HTML = "text/html; charset=utf-8"
Manner = Literal["whole", "chunked", "cut", "silent", "endless"]
_PATIENCE = 30.0
"""Seconds after which even a silent answer ends, so that a failing test ends as well."""


class Answer(NamedTuple):
    """What one address answers with, and how. `accept` is a media type: without it in the
    request's `Accept`, the answer is not given and the next one is."""

    body: bytes = b""
    status: int = 200
    kind: str = HTML
    headers: tuple[tuple[str, str], ...] = ()
    manner: Manner = "whole"
    accept: str = ""


def redirect(to: str, status: int = 302) -> Answer:
    """An answer that sends elsewhere."""
    return Answer(status=status, headers=(("Location", to),))


def page(name: str, **changes: Any) -> Answer:
    """A file of `pages/` as an answer."""
    return Answer((PAGES / name).read_bytes())._replace(**changes)


def pdf(
    lines: Sequence[tuple[int, str]], title: str = "", author: str = "", password: str = ""
) -> bytes:
    """A PDF of one page: each line with its size in points; the password is needed to open it."""
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen.canvas import Canvas

    file = BytesIO()
    lock = StandardEncryption(password, canPrint=0) if password else None
    canvas = Canvas(file, pagesize=(595, 842), encrypt=lock, invariant=1)
    if title:
        canvas.setTitle(title)
    if author:
        canvas.setAuthor(author)
    height = 780.0
    for size, line in lines:
        canvas.setFont("Times-Roman", size)
        canvas.drawString(72, height, line)
        height -= size * 1.5
    canvas.save()
    return file.getvalue()


def answer_in(table: Mapping[str, Any]) -> Answer:
    """The answer that a table of `expected.toml` describes.

    `file` names a page, which is UTF-8 on disk and `encoding` on the way; `pdf` is drawn.
    """
    if "redirect" in table:
        return redirect(table["redirect"], table.get("status", 302))
    body = pdf(**table["pdf"]) if "pdf" in table else (PAGES / table["file"]).read_bytes()
    if "encoding" in table:
        body = body.decode().encode(table["encoding"])
    packed = table.get("packed", "")
    if packed:
        body = gzip.compress(body) if packed == "gzip" else zlib.compress(body)
    return Answer(
        body,
        table.get("status", 200),
        table.get("kind", HTML),
        (("Content-Encoding", packed),) if packed else (),
        table.get("manner", "whole"),
        table.get("accept", ""),
    )


def host_of(place: str) -> str:
    """The host of a place as routes name it, `blog.example/post`."""
    return place.partition("/")[0]


class _State:
    """What the server's threads share."""

    def __init__(self, routes: Mapping[str, Sequence[Answer]]) -> None:
        self.requests: list[str] = []
        self.closing = threading.Event()
        self._routes = {place: list(answers) for place, answers in routes.items()}
        self._lock = threading.Lock()

    def next_answer(self, place: str, headers: Message) -> Answer:
        """The next answer of a place that suits the request; its last one lasts for good."""
        with self._lock:
            self.requests.append(place)
            answers = self._routes.get(place) or self._routes.get(place.partition("?")[0]) or []
            suitable = [a for a in answers if a.accept in (headers.get("Accept") or "")]
            if not suitable:
                return Answer(b"<title>Nothing here</title><h1>Nothing here</h1>", 404)
            if len(suitable) > 1:
                answers.remove(suitable[0])
            return suitable[0]


class _Handler(BaseHTTPRequestHandler):
    server: _Server

    def do_GET(self) -> None:
        answer = self.server.state.next_answer(self.path.lstrip("/"), self.headers)
        if answer.manner == "silent":
            self.server.state.closing.wait(_PATIENCE)
            return
        if answer.manner == "chunked":
            self.protocol_version = "HTTP/1.1"
        self.send_response(answer.status)
        for name, value in (("Content-Type", answer.kind), *answer.headers, *_framing(answer)):
            self.send_header(name, value)
        self.end_headers()
        with suppress(OSError):  # the client has had enough
            for part in self._parts(answer):
                self.wfile.write(part)
        self.close_connection = True

    def _parts(self, answer: Answer) -> Iterator[bytes]:
        if answer.manner == "cut":
            yield answer.body[: len(answer.body) // 2]
        elif answer.manner == "endless":
            while not self.server.state.closing.is_set():
                yield answer.body
        elif answer.manner == "chunked":
            for start in range(0, len(answer.body), 700):
                chunk = answer.body[start : start + 700]
                yield b"%x\r\n%b\r\n" % (len(chunk), chunk)
            yield b"0\r\n\r\n"
        else:
            yield answer.body

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # inherited
        """Say nothing: the requests are kept as values."""


def _framing(answer: Answer) -> Iterator[tuple[str, str]]:
    if answer.manner == "chunked":
        yield "Transfer-Encoding", "chunked"
    elif answer.manner != "endless":
        yield "Content-Length", str(len(answer.body))


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, state: _State) -> None:
        self.state = state
        super().__init__(("127.0.0.1", 0), _Handler)

    def server_bind(self) -> None:
        """Bind without asking for this machine's name, which may go to the network."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = "127.0.0.1", self.server_address[1]

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up is what some tests are about."""
        if not isinstance(sys.exception(), OSError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]  # as inherited


class SmallWeb:
    """A server for the length of a `with`. `routes` maps `HOST/path`, with its query or without,
    to the answers it gives one after the other."""

    def __init__(self, routes: Mapping[str, Sequence[Answer]]) -> None:
        self._state = _State(routes)
        self._server = _Server(self._state)
        self._thread = threading.Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True
        )

    def mirror(self, host: str) -> str:
        """The address that stands in for a host."""
        return f"http://127.0.0.1:{self._server.server_port}/{host}"

    @property
    def requests(self) -> list[str]:
        """The places asked for so far, `HOST/path?query`, in order."""
        return self._state.requests

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._state.closing.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()
