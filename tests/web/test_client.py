"""The network: every limit, every fault, over real sockets."""

from __future__ import annotations

import gzip
import multiprocessing
import re
import socket
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from email.utils import formatdate
from itertools import pairwise
from queue import SimpleQueue

import pytest
from pytest_httpserver import HTTPServer
from urllib3 import BaseHTTPResponse
from werkzeug import Request
from werkzeug import Response as Answer

from akira_cli import __version__
from akira_cli.core.errors import (
    AccessDenied,
    AkiraError,
    BadAnswer,
    ConnectionCut,
    Offline,
    PrivateNetwork,
    RateLimited,
    ServiceUnavailable,
    TimedOut,
    TooLarge,
    TooSlow,
    Unreachable,
)
from akira_cli.core.settings import NetworkSettings
from akira_cli.ports import Pace, Response
from akira_cli.web import Web
from akira_cli.web.client import REDIRECTS, seconds_asked_for
from tests.arxiv_server import ArxivServer, Paper
from tests.test_pace import Told

LIMITS = NetworkSettings(
    connect_timeout=10,
    read_timeout=10,
    total_timeout=20,
    size_limit=400_000,
    allow_private=True,  # the servers here are all of this machine
)
SILENT = LIMITS._replace(read_timeout=0.4)
"""For a server that says nothing: it is the silence that ends first, however slow the machine."""
SLOW = LIMITS._replace(read_timeout=0.8, total_timeout=0.8)
"""For a server that never ends: it is never silent for as long as the whole may last."""
PACE = Pace("arxiv", 0.01)
ORIGINAL = "https://arxiv.org/abs/"
PAPERS = [Paper("2110.02178")]


def ask(
    server: ArxivServer, limits: NetworkSettings = LIMITS, told: Told | None = None
) -> Response:
    """One request for the one paper."""
    return Web(limits, told or Told()).get(f"{server.url}?id_list=2110.02178", PACE)


def test_an_answer_arrives_whole() -> None:
    with ArxivServer(PAPERS) as server:
        response = ask(server)
    assert response.status == 200
    assert response.body.endswith(b"</feed>")
    assert response.headers["content-length"] == str(len(response.body))
    assert response.url == f"{server.url}?id_list=2110.02178"


@pytest.mark.parametrize(
    ("contact", "user_agent"),
    [
        ("", "akira-cli/{}"),
        ("ada@example.org", "akira-cli/{} (+ada@example.org)"),
        ("two\nlines", "akira-cli/{} (+two lines)"),
        ("Zoë", "akira-cli/{} (+Zo?)"),
    ],
)
def test_the_user_agent_says_who_asks(contact: str, user_agent: str) -> None:
    with ArxivServer(PAPERS) as server:
        ask(server, LIMITS._replace(contact=contact))
    assert server.requests[0].user_agent == user_agent.format(__version__)


@pytest.mark.parametrize(
    ("fault", "limits", "error", "message"),
    [
        ("timeout", SILENT, TimedOut, "'127.0.0.1' was silent for 0.4 seconds"),
        ("cut", LIMITS, ConnectionCut, "the connection to '127.0.0.1' broke before"),
        ("cut-chunked", LIMITS, ConnectionCut, "the connection to '127.0.0.1' broke before"),
        ("hang-up", LIMITS, ConnectionCut, "the connection to '127.0.0.1' broke before"),
        ("drip", SLOW, TooSlow, "'127.0.0.1' took more than 0.8 seconds"),
        ("drip-header", SLOW, TooSlow, "'127.0.0.1' took more than 0.8 seconds"),
        ("drip-chunk", SLOW, TooSlow, "'127.0.0.1' took more than 0.8 seconds"),
        ("too-large", LIMITS, TooLarge, "'127.0.0.1' answered with more than 400,000 bytes"),
        ("gzip-bomb", LIMITS, TooLarge, "'127.0.0.1' answered with more than 400,000 bytes"),
        (
            "gzip-broken",
            LIMITS,
            BadAnswer,
            "'127.0.0.1' sent compressed data that cannot be unpacked",
        ),
        ("403", LIMITS, AccessDenied, "'127.0.0.1' denies access"),
        (
            "redirect-to-file",
            LIMITS,
            Unreachable,
            "us on to 'file:///etc/hostname', which cannot",
        ),
    ],
)
def test_a_fault_is_named_and_not_tried_again(
    fault: str, limits: NetworkSettings, error: type[AkiraError], message: str
) -> None:
    with ArxivServer(PAPERS, fault) as server:
        with pytest.raises(error, match=message) as raised:
            ask(server, limits)
        assert type(raised.value) is error
        assert len(server.requests) <= 1


def comes_true(condition: Callable[[], bool]) -> bool:
    """Whether something that is on its way happens, on the slowest of machines too."""
    end = time.monotonic() + 60
    while not condition():
        if time.monotonic() > end:
            return False
        time.sleep(0.01)
    return True


def asking() -> list[str]:
    """The threads that still wait for an answer."""
    threads = [thread.name for thread in threading.enumerate()]
    return [name for name in threads if name.startswith("asking ")]


class Interrupting(Told):
    """A curator who presses Ctrl-C while an answer is on its way."""

    def waiting(self, reason: str, seconds_left: float | None) -> None:
        super().waiting(reason, seconds_left)
        if reason.startswith("asking "):
            raise KeyboardInterrupt


ENDS = pytest.mark.parametrize(
    ("limits", "told", "error"),
    [(SLOW, Told(), AkiraError), (LIMITS, Interrupting(), KeyboardInterrupt)],
    ids=["given up", "interrupted"],
)


@pytest.mark.parametrize("fault", ["drip", "drip-header", "drip-chunk"])
@ENDS
def test_no_request_of_ours_meets_one_that_ended_before_its_answer(
    fault: str, limits: NetworkSettings, told: Told, error: type[BaseException]
) -> None:
    with ArxivServer(PAPERS, fault) as server:
        for _ in range(3):
            with pytest.raises(error):
                ask(server, limits, told)
            # a server notices that nobody listens when it next has something to say
            assert comes_true(lambda: server.at_once == 0 and not asking())
        assert server.most_at_once <= 1


@contextmanager
def listening() -> Iterator[tuple[str, SimpleQueue[bytes]]]:
    """The host and port of a server that never answers, and what each connection brought it
    until it ended."""
    brought: SimpleQueue[bytes] = SimpleQueue()

    def listen() -> None:
        with suppress(OSError):
            while True:
                connection, _ = server.accept()
                with connection:
                    data = bytearray()
                    while chunk := connection.recv(4096):
                        data += chunk
                    brought.put(bytes(data))

    with socket.create_server(("127.0.0.1", 0)) as server:
        thread = threading.Thread(target=listen, daemon=True)
        thread.start()
        yield f"127.0.0.1:{server.getsockname()[1]}", brought
        server.shutdown(socket.SHUT_RDWR)
        thread.join(60)


@pytest.mark.parametrize("way", ["in the clear", "secure", "by proxy", "secure by proxy"])
@ENDS
def test_the_connection_ends_with_the_request(
    way: str,
    limits: NetworkSettings,
    told: Told,
    error: type[BaseException],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    scheme = "https" if "secure" in way else "http"
    with listening() as (server, brought):
        if "proxy" in way:
            for name in ("NO_PROXY", "no_proxy", "ALL_PROXY", "all_proxy"):
                monkeypatch.delenv(name, raising=False)
            monkeypatch.setenv(f"{scheme}_proxy", f"http://{server}")
            monkeypatch.setenv(f"{scheme.upper()}_PROXY", f"http://{server}")
        url = f"{scheme}://{'somewhere.example' if 'proxy' in way else server}/"
        with pytest.raises(error):
            Web(limits, told).get(url, PACE)
        brought.get(timeout=60)  # the server has seen the end
        assert comes_true(lambda: not asking())


def test_a_connection_that_is_made_too_late_asks_nothing() -> None:
    found = threading.Event()

    def slowly(_host: str, _port: int) -> list[str]:
        found.wait(60)
        return ["127.0.0.1"]

    with listening() as (server, brought):
        with pytest.raises(TooSlow):
            Web(SLOW, Told(), resolve=slowly).get(f"http://{server}/", PACE)
        found.set()
        assert brought.get(timeout=60) == b""
        assert comes_true(lambda: not asking())


@pytest.mark.parametrize("fault", ["400", "404", "500", "no-content"])
def test_any_other_status_is_an_answer(fault: str) -> None:
    with ArxivServer(PAPERS, fault) as server:
        assert ask(server).status == {"no-content": 204}.get(fault) or int(fault)


def test_nobody_listening_is_unreachable() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
        with pytest.raises(Unreachable, match=r"'127\.0\.0\.1' does not take connections"):
            Web(LIMITS, Told()).get(f"http://127.0.0.1:{port}/", PACE)


def test_an_unknown_host_is_unreachable(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    with pytest.raises(Unreachable, match=r"no host 'nowhere\.invalid' can be found"):
        Web(LIMITS, Told()).get("https://nowhere.invalid/api", PACE)


def test_a_connection_that_is_not_made_in_time_is_unreachable() -> None:
    with socket.socket() as full, socket.socket() as first, socket.socket() as second:
        full.bind(("127.0.0.1", 0))
        full.listen(0)
        for waiting in (first, second):
            waiting.settimeout(0)
            waiting.connect_ex(full.getsockname())
        address = f"http://127.0.0.1:{full.getsockname()[1]}/"
        with pytest.raises(
            Unreachable, match=r"no connection to '127\.0\.0\.1' within 0\.2 seconds"
        ):
            Web(LIMITS._replace(connect_timeout=0.2), Told()).get(address, PACE)


def test_a_server_without_tls_is_unreachable_over_https() -> None:
    with ArxivServer(PAPERS) as server, pytest.raises(Unreachable, match="no secure connection"):
        Web(LIMITS, Told()).get(server.url.replace("http:", "https:"), PACE)


def test_a_broken_proxy_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_PROXY", "no_proxy", "http_proxy"):
        monkeypatch.delenv(name, raising=False)
    with ArxivServer(PAPERS, "hang-up") as server:
        monkeypatch.setenv("HTTPS_PROXY", server.url)
        monkeypatch.setenv("https_proxy", server.url)
        with pytest.raises(Unreachable, match=r"the proxy on the way to 'nowhere\.invalid'"):
            Web(LIMITS, Told()).get("https://nowhere.invalid/api", PACE)


def test_no_proxy_stands_between_this_machine_and_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    with ArxivServer(PAPERS) as server:
        assert ask(server).status == 200


@pytest.mark.parametrize(
    "url",
    [
        "ftp://example.org/x",
        "file:///etc/hostname",
        "example.org",
        "",
        "http://[",
        "http://",
        "http://127.0.0.1:99999/",
        "http://127.0.0.1:x/",
    ],
)
def test_only_web_addresses_are_opened(url: str) -> None:
    with pytest.raises(Unreachable, match="cannot be opened"):
        Web(LIMITS, Told()).get(url, PACE)


@pytest.mark.parametrize("host", ["a..b", "*.example"])
def test_a_host_that_cannot_be_is_unreachable(host: str) -> None:
    with pytest.raises(Unreachable, match="cannot be asked"):
        Web(LIMITS, Told()).get(f"http://{host}/api", PACE)


def test_offline_opens_no_connection() -> None:
    with ArxivServer(PAPERS) as server:
        with pytest.raises(Offline, match=r"did not ask '127\.0\.0\.1'"):
            ask(server, LIMITS._replace(offline=True))
        assert server.requests == []


def test_redirects_are_followed_each_in_its_own_turn() -> None:
    with ArxivServer(PAPERS, "redirects", fault_times=2) as server:
        response = ask(server)
    assert response.status == 200
    assert [request.path.partition("?")[0] for request in server.requests] == [
        "/api/query",
        "/api/elsewhere",
        "/api/elsewhere",
    ]
    assert all(b.at - a.at >= PACE.interval for a, b in pairwise(server.requests))


def test_endless_redirects_end() -> None:
    with ArxivServer(PAPERS, "redirects") as server:
        with pytest.raises(BadAnswer, match="sent us elsewhere more than 5 times"):
            ask(server)
        assert len(server.requests) == REDIRECTS + 1


def test_what_is_wanted_is_said(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/").respond_with_data("here")
    Web(LIMITS, Told()).get(httpserver.url_for("/"), PACE, accept="image/png, image/*;q=0.5")
    Web(LIMITS, Told()).get(httpserver.url_for("/"), PACE)
    first, second = (request.headers for request, _ in httpserver.log)
    assert first["Accept"] == "image/png, image/*;q=0.5"
    assert second["Accept"] == "*/*"
    # what is not asked for, Brotli or Zstandard, is not sent
    assert first["Accept-Encoding"] == "gzip, deflate"


@pytest.mark.parametrize("coding", ["br", "zzz", "gzip, zzz", "ZZZ"])
def test_data_packed_in_a_way_nobody_asked_for_is_a_bad_answer(
    httpserver: HTTPServer, coding: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(BaseHTTPResponse, "CONTENT_DECODERS", ["gzip", "x-gzip", "deflate"])
    httpserver.expect_request("/").respond_with_data("?", headers={"Content-Encoding": coding})
    named = coding.split(", ")[-1].lower()
    with pytest.raises(BadAnswer, match=f"sent data packed as '{named}', which nobody asked for"):
        Web(LIMITS, Told()).get(httpserver.url_for("/"), PACE)


@pytest.mark.parametrize("coding", ["gzip", "GZip", "identity", ""])
def test_data_packed_as_usual_is_unpacked(httpserver: HTTPServer, coding: str) -> None:
    data = gzip.compress(b"here") if coding.lower() == "gzip" else b"here"
    httpserver.expect_request("/").respond_with_data(data, headers={"Content-Encoding": coding})
    assert Web(LIMITS, Told()).get(httpserver.url_for("/"), PACE).body == b"here"


@pytest.mark.parametrize("largest", [None, 10, 400_001])
@pytest.mark.parametrize("fault", ["too-large", "gzip-bomb"])
def test_an_endless_answer_ends_at_the_limit(fault: str, largest: int | None) -> None:
    limit = largest or LIMITS.size_limit
    with ArxivServer(PAPERS, fault) as server, pytest.raises(TooLarge) as caught:
        Web(LIMITS, Told()).get(server.url, PACE, largest=largest)
    assert caught.value.message == f"'127.0.0.1' answered with more than {limit:,} bytes"
    assert ("size_limit" in caught.value.hint) == (largest is None)


@pytest.mark.parametrize(("largest", "is_taken"), [(500, True), (499, False), (None, False)])
def test_an_answer_may_be_as_large_as_it_says(
    httpserver: HTTPServer, largest: int | None, is_taken: bool
) -> None:
    httpserver.expect_request("/").respond_with_data(b"x" * 500)
    web = Web(LIMITS._replace(size_limit=100), Told())
    if is_taken:
        assert len(web.get(httpserver.url_for("/"), PACE, largest=largest).body) == 500
    else:
        with pytest.raises(TooLarge):
            web.get(httpserver.url_for("/"), PACE, largest=largest)


@contextmanager
def canned(*answers: bytes) -> Iterator[str]:
    """A server that sends these bytes, one answer for each connection; its address."""

    def serve() -> None:
        for answer in answers:
            connection, _ = server.accept()
            with connection:
                connection.recv(4096)
                connection.sendall(answer)
                connection.recv(1)  # until the other side has had enough

    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(60)
        thread = threading.Thread(target=serve)
        thread.start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}/"
        thread.join(60)


def test_an_answer_that_says_it_is_too_large_is_not_waited_for() -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Length: 400001\r\n\r\n"
    with canned(head) as url, pytest.raises(TooLarge):
        Web(LIMITS, Told()).get(url, PACE)


def test_one_web_serves_many_threads(httpserver: HTTPServer) -> None:
    def echo(request: Request) -> Answer:
        wanted = request.headers["Accept"]
        return Answer(f"{request.path} {wanted}")

    httpserver.expect_request(re.compile(r"/\d+")).respond_with_handler(echo)
    web = Web(LIMITS, Told())

    def get(number: int) -> bytes:
        pace = Pace(f"site-{number % 3}", 0.0)
        return web.get(httpserver.url_for(f"/{number}"), pace, accept=f"text/x{number}").body

    with ThreadPoolExecutor(8) as threads:
        bodies = list(threads.map(get, range(24)))
    assert bodies == [f"/{number} text/x{number}".encode() for number in range(24)]


def test_a_redirect_to_itself_ends(httpserver: HTTPServer) -> None:
    url = httpserver.url_for("/round")
    httpserver.expect_request("/round").respond_with_data("", 301, {"Location": url})
    with pytest.raises(BadAnswer, match="sent us elsewhere more than 5 times"):
        Web(LIMITS, Told()).get(url, PACE)


MOVED = b"HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: %b\r\n\r\n"


def test_an_endless_redirect_ends_at_the_limit() -> None:
    head = MOVED.replace(b"Length: 0", b"Type: text/plain") % b"/"
    with canned(head + b"x" * 400_001) as url, pytest.raises(TooLarge):
        Web(LIMITS, Told()).get(url, PACE)


def test_a_redirect_may_be_written_in_utf_8() -> None:
    here = b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nhere"
    with canned(MOVED % "/café".encode(), here) as url:
        response = Web(LIMITS, Told()).get(url, PACE)
    assert (response.body, response.url) == (b"here", f"{url}café")


@pytest.mark.parametrize("location", ["mailto:a@b.example", "http://a:x/", "http://["])
def test_a_redirect_to_what_is_no_web_address_is_named(location: str) -> None:
    with canned(MOVED % location.encode()) as url, pytest.raises(Unreachable) as caught:
        Web(LIMITS, Told()).get(url, PACE)
    assert caught.value.message == (
        f"'127.0.0.1' sends us on to '{location}', which cannot be opened"
    )


def test_a_long_address_is_shortened_where_it_is_named() -> None:
    with pytest.raises(Unreachable) as caught:
        Web(LIMITS, Told()).get(f"gopher://{'x' * 9999}", PACE)
    assert len(caught.value.message) < 250


@pytest.mark.parametrize("on_mirror", ["/abs/2", "/papers/abs/2", "{base}/abs/2", ORIGINAL + "2"])
def test_a_mirror_is_asked_and_its_host_is_told(httpserver: HTTPServer, on_mirror: str) -> None:
    base = httpserver.url_for("/papers")
    location = on_mirror.format(base=base)
    httpserver.expect_request("/papers/abs/1", query_string="a=b").respond_with_data(
        "", 302, {"Location": location}
    )
    httpserver.expect_request("/papers/abs/2").respond_with_data("here")
    mirrors = (("arxiv.org", base),)
    web = Web(LIMITS._replace(allow_private=False, mirrors=mirrors), Told())
    response = web.get(f"{ORIGINAL}1?a=b", PACE)
    assert (response.body, response.url) == (b"here", f"{ORIGINAL}2")


def test_a_mirror_may_send_us_to_a_page_of_its_own_but_not_inside(httpserver: HTTPServer) -> None:
    base = httpserver.url_for("/papers")
    elsewhere = httpserver.url_for("/login")
    inside = f"http://localhost:{httpserver.port + 1}/"
    httpserver.expect_request("/papers/1").respond_with_data("", 302, {"Location": elsewhere})
    httpserver.expect_request("/papers/2").respond_with_data("", 302, {"Location": inside})
    httpserver.expect_request("/login").respond_with_data("here")
    mirrors = (("paper.example", base),)
    web = Web(LIMITS._replace(allow_private=False, mirrors=mirrors), Told())
    assert web.get("https://paper.example/1", PACE).url == elsewhere
    with pytest.raises(PrivateNetwork):
        web.get("https://paper.example/2", PACE)


@pytest.mark.parametrize(("host", "is_followed"), [("arxiv.org", False), ("paper.example", True)])
def test_only_arxiv_must_not_send_us_away_from_https(
    httpserver: HTTPServer, host: str, is_followed: bool
) -> None:
    target = httpserver.url_for("/elsewhere")
    httpserver.expect_request("/").respond_with_data("", 302, {"Location": target})
    httpserver.expect_request("/elsewhere").respond_with_data("here")
    # the mirror stands for https://HOST; its own address is another, so that it is left
    base = httpserver.url_for("").replace("localhost", "127.0.0.1")
    web = Web(LIMITS._replace(mirrors=((host, base),)), Told())
    if is_followed:
        assert web.get(f"https://{host}/", PACE).url == target
    else:
        with pytest.raises(BadAnswer, match=r"sends us on to 'http://.*', without https"):
            web.get(f"https://{host}/", PACE)


@pytest.mark.parametrize("fault", ["429", "429-zero", "503", "503-zero"])
def test_a_busy_service_is_asked_again_later_and_later(fault: str) -> None:
    with ArxivServer(PAPERS, fault, fault_times=2) as server:
        assert ask(server).status == 200
    first, second = (b.at - a.at for a, b in pairwise(server.requests))
    assert first >= 10 * PACE.interval
    assert second >= 20 * PACE.interval


class GivesUp(Told):
    """Stops a process while it waits, as Ctrl-C would."""

    def waiting(self, reason: str, seconds_left: float | None) -> None:
        super().waiting(reason, seconds_left)
        raise KeyboardInterrupt


@pytest.mark.parametrize("fault", ["429", "429-zero", "503", "503-zero"])
def test_a_wait_for_a_busy_service_is_told_with_its_reason(fault: str) -> None:
    told = GivesUp()
    with ArxivServer(PAPERS, fault) as server, pytest.raises(KeyboardInterrupt):
        Web(LIMITS, told).get(server.url, Pace("arxiv", 20))
    [(reason, seconds)] = told.waits
    assert reason == f"127.0.0.1 asks to wait ({fault[:3]})"
    assert 20 < (seconds or 0) <= 200
    assert told.times_finished == 1


@pytest.mark.parametrize(("fault", "error"), [("429", RateLimited), ("503", ServiceUnavailable)])
def test_a_busy_service_is_given_up_after_three_tries(fault: str, error: type[AkiraError]) -> None:
    with ArxivServer(PAPERS, fault) as server:
        with pytest.raises(error, match=f"{fault}.*after waiting"):
            ask(server)
        assert len(server.requests) == 3


def test_a_date_to_come_back_at_is_waited_for(httpserver: HTTPServer) -> None:
    back = {"Retry-After": formatdate(time.time() + 250, usegmt=True)}
    httpserver.expect_request("/").respond_with_data("", 429, back)
    told = GivesUp()
    with pytest.raises(KeyboardInterrupt):
        Web(LIMITS, told).get(httpserver.url_for("/"), PACE)
    assert 10 * PACE.interval < (told.waits[0][1] or 0) <= 250


def test_a_long_absence_is_not_waited_for() -> None:
    with ArxivServer(PAPERS, "429-long") as server:
        with pytest.raises(RateLimited, match="asks to come back in 60 minutes"):
            ask(server)
        assert len(server.requests) == 1


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("", 0),
        ("0", 0),
        ("120", 120),
        ("9" * 30, 365 * 86_400),
        ("-5", 0),
        ("soon", 0),
        ("Fri, 20 Nov 2026 12:01:30 GMT", 90),
        ("Fri, 20 Nov 2026 11:00:00 GMT", 0),
        ("Fri, 99 Nov 2026 11:00:00 GMT", 0),
    ],
)
def test_what_retry_after_says_is_read(value: str, seconds: float) -> None:
    headers = {"retry-after": value, "date": "Fri, 20 Nov 2026 12:00:00 GMT"}
    assert seconds_asked_for(Response(429, headers, b"", "")) == seconds


@pytest.mark.parametrize("of_service", [{}, {"date": "today"}], ids=["none", "unreadable"])
def test_without_a_date_of_the_service_our_own_clock_counts(of_service: dict[str, str]) -> None:
    headers = {"retry-after": formatdate(time.time() + 7200, usegmt=True), **of_service}
    asked = seconds_asked_for(Response(429, headers, b"", ""))
    assert asked == pytest.approx(7200, abs=600)


def ask_once(url: str) -> None:
    """What each of several processes does."""
    Web(LIMITS, Told()).get(url, Pace("arxiv", 0.3))


def test_processes_take_turns() -> None:
    spawn = multiprocessing.get_context("spawn")
    with ArxivServer(PAPERS) as server:
        url = f"{server.url}?id_list=2110.02178"
        processes = [spawn.Process(target=ask_once, args=(url,)) for _ in range(4)]
        for process in processes:
            process.start()
        for process in processes:
            process.join(120)
        assert [process.exitcode for process in processes] == [0, 0, 0, 0]
        assert len(server.requests) == 4
        assert all(b.at - a.at >= 0.3 for a, b in pairwise(server.requests))
        assert server.most_at_once == 1


def test_a_busy_service_is_left_alone_by_other_processes_too() -> None:
    with ArxivServer(PAPERS, "429", fault_times=1) as server:
        with pytest.raises(KeyboardInterrupt):
            Web(LIMITS, GivesUp()).get(server.url, Pace("arxiv", 0.2))
        ask_once(server.url)
    first, second = server.requests
    assert second.at - first.at >= 2
