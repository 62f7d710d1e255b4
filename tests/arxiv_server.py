"""A loopback server that answers like arXiv's query interface, and can fail like it.

    papers = [Paper("2110.02178", title="A Made-up Title", version=2)]
    with ArxivServer(papers, fault="cut") as server:
        ...  # point [arxiv] api_url or AKIRA_ARXIV_API_URL at server.url
        server.requests[0].ids, server.requests[0].at, server.most_at_once

By hand: `python -m tests.arxiv_server --fault 429 --port 8123`.
"""

from __future__ import annotations

import argparse
import gzip
import socketserver
import sys
import threading
import time
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Literal, Self
from urllib.parse import parse_qs, urlsplit
from xml.sax.saxutils import escape, quoteattr

from akira_cli.core import errors

Dialect = Literal["new", "old"]
"""Atom as served since 2025-11-11, and before."""


@dataclass(frozen=True)
class Paper:
    """What the server knows of a paper; `version` is the newest, and all before it exist."""

    id: str
    title: str = "A Made-up Paper"
    abstract: str = "We make up a paper. It serves as an example."
    authors: tuple[str, ...] = ("Ada Example", "Bob Sample")
    version: int = 1
    published: str = "2021-10-05T17:07:53Z"
    updated: str = "2021-10-05T17:07:53Z"
    categories: tuple[str, ...] = ("cs.LG",)
    primary: str = ""
    comment: str = ""
    journal: str = ""
    dois: tuple[str, ...] = ()


@dataclass(frozen=True)
class Request:
    """One request: when it came (`time.monotonic()`), what it asked for, what it said."""

    at: float
    ids: tuple[str, ...]
    max_results: int
    user_agent: str
    path: str


@dataclass
class _State:
    """What the server's threads share."""

    papers: dict[str, Paper]
    fault: str | None
    fault_times: int | None
    dialect: Dialect
    pages: Mapping[str, bytes]
    requests: list[Request] = field(default_factory=list)
    pages_asked: list[str] = field(default_factory=list)
    at_once: int = 0
    most_at_once: int = 0
    closing: threading.Event = field(default_factory=threading.Event)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def next_fault(self) -> str | None:
        """The fault to play for this request; None when it is to be answered well."""
        if self.fault_times is None:
            return self.fault
        self.fault_times -= 1
        return self.fault if self.fault_times >= 0 else None


# --- Atom ---


def render_entry(paper: Paper, version: int, dialect: Dialect = "new") -> str:
    """One entry. The dialects differ in the order of elements, in line breaks and namespaces."""
    ns = ' xmlns:arxiv="http://arxiv.org/schemas/atom"' if dialect == "old" else ""
    address = f"http://arxiv.org/abs/{paper.id}v{version}"
    authors = "".join(f"<author><name>{escape(name)}</name></author>" for name in paper.authors)
    primary = paper.primary or paper.categories[0]
    extras = "".join(
        f"<arxiv:{name}{ns}>{escape(text)}</arxiv:{name}>"
        for name, text in [
            ("comment", paper.comment),
            ("journal_ref", paper.journal),
            *(("doi", doi) for doi in paper.dois),
        ]
        if text
    )
    extras += f"<arxiv:primary_category{ns} term={quoteattr(primary)}/>"
    categories = "".join(
        f'<category term={quoteattr(term)} scheme="http://arxiv.org/schemas/atom"/>'
        for term in paper.categories
    )
    title, abstract = escape(paper.title), escape(paper.abstract)
    dates = f"<updated>{paper.updated}</updated><published>{paper.published}</published>"
    if dialect == "old":
        wrapped = title.replace(" ", "\n  ")
        return (
            f"<entry><id>{address}</id>{dates}<title>{wrapped}</title>"
            f"<summary>  {abstract.replace('. ', f'.{chr(10)}')}\n</summary>"
            f'{authors}{extras}<link href="{address}" rel="alternate"/>{categories}</entry>'
        )
    return (
        f"<entry><id>{address}</id><title>{title}</title>{dates}"
        f'<link href="https://arxiv.org/abs/{paper.id}v{version}" rel="alternate"/>'
        f"<summary>{abstract}</summary>{categories}{extras}{authors}</entry>"
    )


def render_feed(entries: Iterable[str], total: int, dialect: Dialect = "new") -> bytes:
    """A feed that claims `total` results."""
    opensearch = 'xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/"'
    arxiv = 'xmlns:arxiv="http://arxiv.org/schemas/atom"'
    on_feed, on_element = (f" {opensearch} {arxiv}", "")
    name, declaration = "arXiv Query", "<?xml version='1.0' encoding='UTF-8'?>"
    if dialect == "old":
        on_feed, on_element = ("", f" {opensearch}")
        name, declaration = "ArXiv Query", '<?xml version="1.0" encoding="UTF-8"?>'
    return (
        f'{declaration}\n<feed{on_feed} xmlns="http://www.w3.org/2005/Atom">'
        f"<id>https://arxiv.org/api/made-up</id><title>{name}: id_list</title>"
        f"<updated>2026-11-20T00:00:00Z</updated>"
        f"<opensearch:totalResults{on_element}>{total}</opensearch:totalResults>"
        f"<opensearch:startIndex{on_element}>0</opensearch:startIndex>"
        f"{''.join(entries)}</feed>"
    ).encode()


ERROR_MESSAGE = "incorrect id format for abc"

ERROR_ENTRY = (
    "<entry><id>https://arxiv.org/api/errors#incorrect_id_format_for_abc</id>"
    f"<title>Error</title><updated>2026-11-20T00:00:00Z</updated><summary>{ERROR_MESSAGE}</summary>"
    "<author><name>arXiv api core</name></author></entry>"
)


# --- answers ---


_KINDS = ((b"%PDF-", "application/pdf"), (b"\x89PNG", "image/png"), (b"\xff\xd8", "image/jpeg"))


class _Handler(BaseHTTPRequestHandler):
    """Answers one connection; `server` is the `_Server` it came to."""

    server: _Server

    def do_GET(self) -> None:
        if not self.path.startswith("/api/"):
            self.answer_page()
            return
        state = self.server.state
        asked = parse_qs(urlsplit(self.path).query)
        ids = tuple(filter(None, asked.get("id_list", [""])[0].split(",")))
        with state.lock:
            state.at_once += 1
            state.most_at_once = max(state.most_at_once, state.at_once)
            most = int(asked.get("max_results", ["10"])[0])
            agent = self.headers.get("User-Agent", "")
            state.requests.append(Request(time.monotonic(), ids, most, agent, self.path))
            fault = state.next_fault()
        try:
            _FAULTS[fault](self, ids) if fault else self.answer(self.feed(ids))
        finally:
            with state.lock:
                state.at_once -= 1

    def answer_page(self) -> None:
        """One of the pages that stand beside the interface, or that there is none."""
        state = self.server.state
        with state.lock:
            state.pages_asked.append(self.path)
        page = state.pages.get(self.path)
        if page is None:
            self.answer(b"<title>404</title>No such page", 404, Content_Type="text/html")
            return
        kind = next((kind for start, kind in _KINDS if page.startswith(start)), "text/html")
        self.answer(page, Content_Type=kind)

    def feed(self, ids: Iterable[str], *, total: int | None = None, drop: int = 0) -> bytes:
        """The feed for these ids, newest first as arXiv does, not in the order asked."""
        state = self.server.state
        entries = []
        for asked in sorted(ids, reverse=True):
            name, _, version = asked.rpartition("v")
            known = state.papers.get(name if name and version.isdigit() else asked)
            wanted = int(version) if name and version.isdigit() else known.version if known else 0
            if known and wanted <= known.version:
                entries.append(render_entry(known, wanted, state.dialect))
        claimed = len(entries) if total is None else total
        return render_feed(entries[drop:], claimed, state.dialect)

    def answer(self, body: bytes, status: int = 200, **headers: str) -> None:
        """A whole answer; header names are written with underscores."""
        self.head(status, {"Content-Length": str(len(body)), **headers})
        self.wfile.write(body)

    def head(self, status: int, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # inherited
        """Say nothing: the requests are kept as values."""


Play = Callable[[_Handler, tuple[str, ...]], None]


def _silence(handler: _Handler, _ids: tuple[str, ...]) -> None:
    handler.server.state.closing.wait(30)


def _cut(handler: _Handler, ids: tuple[str, ...]) -> None:
    body = handler.feed(ids)
    handler.head(200, {"Content-Length": str(len(body))})
    handler.wfile.write(body[: len(body) // 2])


def _cut_chunked(handler: _Handler, ids: tuple[str, ...]) -> None:
    body = handler.feed(ids)
    handler.protocol_version = "HTTP/1.1"
    handler.head(200, {"Transfer-Encoding": "chunked"})
    handler.wfile.write(b"%x\r\n%b" % (len(body), body[: len(body) // 2]))


def _hang_up(handler: _Handler, _ids: tuple[str, ...]) -> None:
    handler.connection.close()


def _endless(handler: _Handler, _ids: tuple[str, ...]) -> None:
    handler.head(200, {})
    while not handler.server.state.closing.is_set():
        handler.wfile.write(b" " * 65_536)


def _bomb(handler: _Handler, _ids: tuple[str, ...]) -> None:
    handler.answer(gzip.compress(b" " * 20_000_000), Content_Encoding="gzip")


def _drip(handler: _Handler, ids: tuple[str, ...]) -> None:
    body = handler.feed(ids)
    handler.head(200, {"Content-Length": str(len(body))})
    for position in range(len(body)):
        handler.wfile.write(body[position : position + 1])
        if handler.server.state.closing.wait(0.05):
            return


def _drip_header(handler: _Handler, _ids: tuple[str, ...]) -> None:
    handler.send_response(200)
    handler.flush_headers()
    _trickle(handler, b"X-Long: ")


def _drip_chunk(handler: _Handler, _ids: tuple[str, ...]) -> None:
    handler.protocol_version = "HTTP/1.1"
    handler.head(200, {"Transfer-Encoding": "chunked"})
    _trickle(handler, b"5;extension=")


def _trickle(handler: _Handler, start: bytes) -> None:
    """A line that begins and never ends."""
    handler.wfile.write(start)
    with suppress(OSError):  # the client has had enough
        while not handler.server.state.closing.wait(0.05):
            handler.wfile.write(b"x")


def _busy(status: int, retry_after: Callable[[], str] | None = None) -> Play:
    def play(handler: _Handler, _ids: tuple[str, ...]) -> None:
        headers = {"Retry_After": retry_after()} if retry_after else {}
        handler.answer(b"Rate exceeded.", status, **headers)

    return play


def _status(status: int, body: bytes = b"", **headers: str) -> Play:
    return lambda handler, _ids: handler.answer(body, status, **headers)


def _other_id(handler: _Handler, ids: tuple[str, ...]) -> None:
    handler.answer(render_feed([render_entry(Paper("1001.00001"), 1)] * len(ids), len(ids)))


def _other_version(handler: _Handler, ids: tuple[str, ...]) -> None:
    papers = (Paper(asked.rpartition("v")[0] or asked) for asked in ids)
    handler.answer(render_feed([render_entry(paper, 97) for paper in papers], len(ids)))


def _truncated(handler: _Handler, ids: tuple[str, ...]) -> None:
    body = handler.feed(ids)
    handler.answer(body[: len(body) * 2 // 3])


def _without_published(handler: _Handler, ids: tuple[str, ...]) -> None:
    handler.answer(handler.feed(ids).replace(b"published>", b"unpublished>"))


_PAGE = b"<!DOCTYPE html>\n<html><head><title>Log in</title></head><body>Hello</body></html>"
_LAUGHS = (
    b'<?xml version="1.0"?><!DOCTYPE feed [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;">]>'
    b'<feed xmlns="http://www.w3.org/2005/Atom"><title>&b;</title></feed>'
)

_FAULTS: dict[str, Play] = {
    "timeout": _silence,
    "cut": _cut,
    "cut-chunked": _cut_chunked,
    "hang-up": _hang_up,
    "too-large": _endless,
    "gzip-bomb": _bomb,
    "gzip-broken": _status(200, b"not gzip at all", Content_Encoding="gzip"),
    "drip": _drip,
    "drip-header": _drip_header,
    "drip-chunk": _drip_chunk,
    "429": _busy(429),
    "429-zero": _busy(429, lambda: "0"),
    "429-date": _busy(429, lambda: formatdate(time.time() + 1, usegmt=True)),
    "429-long": _busy(429, lambda: "3600"),
    "503": _busy(503),
    "503-zero": _busy(503, lambda: "0"),
    "403": _status(403, b"Access denied"),
    "500": _status(500, b"oops"),
    "404": _status(404, b"nothing here"),
    "400": _status(400, render_feed([ERROR_ENTRY], 1)),
    "error-entry": _status(200, render_feed([ERROR_ENTRY], 1)),
    "redirects": _status(302, Location="/api/elsewhere"),
    "redirect-to-file": _status(302, Location="file:///etc/hostname"),
    "html": _status(200, _PAGE),
    "empty-body": _status(200),
    "no-content": _status(204),
    "plain-text": _status(200, b"Rate exceeded."),
    "not-atom": _status(200, b"<rss version='2.0'><channel/></rss>"),
    "laughs": _status(200, _LAUGHS),
    "truncated": _truncated,
    "without-published": _without_published,
    "other-id": _other_id,
    "other-version": _other_version,
    "falsely-empty": lambda handler, _ids: handler.answer(render_feed([], 0)),
    "half": lambda handler, ids: handler.answer(handler.feed(ids, total=len(ids), drop=1)),
    "twice": lambda handler, ids: handler.answer(handler.feed(ids * 2)),
}

FAULTS: dict[str, type[errors.AkiraError]] = {
    "timeout": errors.TimedOut,
    "cut": errors.ConnectionCut,
    "cut-chunked": errors.ConnectionCut,
    "hang-up": errors.ConnectionCut,
    "too-large": errors.TooLarge,
    "gzip-bomb": errors.TooLarge,
    "gzip-broken": errors.BadAnswer,
    "drip": errors.TooSlow,
    "drip-header": errors.TooSlow,
    "drip-chunk": errors.TooSlow,
    "429": errors.RateLimited,
    "429-zero": errors.RateLimited,
    "429-date": errors.RateLimited,
    "429-long": errors.RateLimited,
    "503": errors.ServiceUnavailable,
    "503-zero": errors.ServiceUnavailable,
    "403": errors.AccessDenied,
    "500": errors.ServiceUnavailable,
    "404": errors.RequestRefused,
    "400": errors.RequestRefused,
    "error-entry": errors.RequestRefused,
    "redirects": errors.BadAnswer,
    "redirect-to-file": errors.Unreachable,
    "html": errors.BadAnswer,
    "empty-body": errors.BadAnswer,
    "no-content": errors.BadAnswer,
    "plain-text": errors.BadAnswer,
    "not-atom": errors.BadAnswer,
    "laughs": errors.BadAnswer,
    "truncated": errors.BadAnswer,
    "without-published": errors.BadAnswer,
    "other-id": errors.BadAnswer,
    "other-version": errors.BadAnswer,
    "falsely-empty": errors.NotFound,
    "half": errors.BadAnswer,
    "twice": errors.BadAnswer,
}
"""Every fault that can be played, and what asking for one paper without a version raises then.

`other-version` is an error only when a version is asked for. With `fault_times=1` the busy
faults, `falsely-empty` and `half` are got over.
"""


# --- the server ---


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, port: int, state: _State) -> None:
        self.state = state
        super().__init__(("127.0.0.1", port), _Handler)

    def server_bind(self) -> None:
        """Bind without asking for this machine's name, which may go to the network."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = "127.0.0.1", self.server_address[1]

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up is what some tests are about."""
        if not isinstance(sys.exception(), OSError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]  # as inherited


class ArxivServer:
    """A server for the length of a `with`. `fault` is a name of FAULTS, played for the first
    `fault_times` requests, or for all. `port` 0 takes a free one.

    `pages` are what it has beside the interface, by their paths: `/html/2110.02178v2`.
    """

    def __init__(
        self,
        papers: Iterable[Paper] = (),
        fault: str | None = None,
        *,
        fault_times: int | None = None,
        dialect: Dialect = "new",
        port: int = 0,
        pages: Mapping[str, bytes] | None = None,
    ) -> None:
        if fault is not None and fault not in _FAULTS:
            raise ValueError(f"no fault {fault!r}; there are {', '.join(_FAULTS)}")
        by_id = {paper.id: paper for paper in papers}
        self._state = _State(by_id, fault, fault_times, dialect, {} if pages is None else pages)
        self._server = _Server(port, self._state)
        self._thread = threading.Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True
        )

    @property
    def url(self) -> str:
        """The address up to the `?`, as `AKIRA_ARXIV_API_URL` takes it."""
        return f"http://127.0.0.1:{self._server.server_port}/api/query"

    @property
    def requests(self) -> list[Request]:
        """The requests to the interface so far, in the order they came."""
        return self._state.requests

    @property
    def pages_asked(self) -> list[str]:
        """The paths of the pages asked for so far."""
        return self._state.pages_asked

    @property
    def at_once(self) -> int:
        """How many requests are being answered now."""
        return self._state.at_once

    @property
    def most_at_once(self) -> int:
        """How many requests were ever being answered at one time."""
        return self._state.most_at_once

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


def main() -> None:
    """Serve a few papers until interrupted."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--fault", choices=_FAULTS)
    parser.add_argument("--fault-times", type=int)
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--paper", action="append", default=["2110.02178"], metavar="ID")
    asked = parser.parse_args()
    papers = [Paper(each) for each in asked.paper]
    with ArxivServer(papers, asked.fault, fault_times=asked.fault_times, port=asked.port) as server:
        sys.stdout.write(f"{server.url}\n")
        sys.stdout.flush()
        try:
            threading.Event().wait()
        except KeyboardInterrupt:
            return


if __name__ == "__main__":
    main()
