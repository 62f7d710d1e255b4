"""The network: every limit, every fault, over real sockets."""

from __future__ import annotations

import multiprocessing
import socket
import time
from email.utils import formatdate
from itertools import pairwise

import pytest

from akira_cli import __version__, web
from akira_cli.core.errors import (
    AccessDenied,
    AkiraError,
    BadAnswer,
    ConnectionCut,
    Offline,
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
from tests.arxiv_server import ArxivServer, Paper
from tests.test_pace import Told

LIMITS = NetworkSettings(connect_timeout=2, read_timeout=0.4, total_timeout=0.8, size_limit=400_000)
PACE = Pace("arxiv", 0.01)
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
    ("fault", "error", "message"),
    [
        ("timeout", TimedOut, "'127.0.0.1' was silent for 0.4 seconds"),
        ("cut", ConnectionCut, "the connection to '127.0.0.1' broke before"),
        ("cut-chunked", ConnectionCut, "the connection to '127.0.0.1' broke before"),
        ("hang-up", ConnectionCut, "the connection to '127.0.0.1' broke before"),
        ("drip", TooSlow, "'127.0.0.1' took more than 0.8 seconds"),
        ("drip-header", TooSlow, "'127.0.0.1' took more than 0.8 seconds"),
        ("drip-chunk", TooSlow, "'127.0.0.1' took more than 0.8 seconds"),
        ("too-large", TooLarge, "'127.0.0.1' answered with more than 400,000 bytes"),
        ("gzip-bomb", TooLarge, "'127.0.0.1' answered with more than 400,000 bytes"),
        ("gzip-broken", BadAnswer, "'127.0.0.1' sent compressed data that cannot be unpacked"),
        ("403", AccessDenied, "'127.0.0.1' denies access"),
        ("redirect-to-file", Unreachable, "'file:///etc/hostname' cannot be opened"),
    ],
)
def test_a_fault_is_named_and_not_tried_again(
    fault: str, error: type[AkiraError], message: str
) -> None:
    with ArxivServer(PAPERS, fault) as server:
        with pytest.raises(error, match=message) as raised:
            ask(server)
        assert type(raised.value) is error
        assert len(server.requests) == 1


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
    "url", ["ftp://example.org/x", "file:///etc/hostname", "example.org", "", "http://[", "http://"]
)
def test_only_web_addresses_are_opened(url: str) -> None:
    with pytest.raises(Unreachable, match="cannot be opened"):
        Web(LIMITS, Told()).get(url, PACE)


@pytest.mark.parametrize("host", ["a..b", "*.example", "127.0.0.1:99999", "127.0.0.1:x"])
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
        assert len(server.requests) == web.REDIRECTS + 1


@pytest.mark.parametrize("fault", ["429", "429-zero", "503", "503-zero"])
def test_a_busy_service_is_asked_again_later_and_later(fault: str) -> None:
    told = Told()
    with ArxivServer(PAPERS, fault, fault_times=2) as server:
        assert ask(server, told=told).status == 200
    first, second = (b.at - a.at for a, b in pairwise(server.requests))
    assert first >= 10 * PACE.interval
    assert second >= 20 * PACE.interval
    assert {reason for reason, _ in told.waits} == {f"127.0.0.1 asks to wait ({fault[:3]})"}
    assert told.times_finished == 2


@pytest.mark.parametrize(("fault", "error"), [("429", RateLimited), ("503", ServiceUnavailable)])
def test_a_busy_service_is_given_up_after_three_tries(fault: str, error: type[AkiraError]) -> None:
    with ArxivServer(PAPERS, fault) as server:
        with pytest.raises(error, match=f"{fault}.*after waiting"):
            ask(server)
        assert len(server.requests) == 3


def test_a_date_to_come_back_at_is_waited_for() -> None:
    told = Told()
    with ArxivServer(PAPERS, "429-date", fault_times=1) as server:
        assert ask(server, told=told).status == 200
    assert told.waits[0][1] == pytest.approx(1, abs=0.2)


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
    assert web.seconds_asked_for(Response(429, headers, b"", "")) == seconds


@pytest.mark.parametrize("of_service", [{}, {"date": "today"}], ids=["none", "unreadable"])
def test_without_a_date_of_the_service_our_own_clock_counts(of_service: dict[str, str]) -> None:
    headers = {"retry-after": formatdate(time.time() + 7200, usegmt=True), **of_service}
    asked = web.seconds_asked_for(Response(429, headers, b"", ""))
    assert asked == pytest.approx(7200, abs=600)


def ask_once(url: str) -> None:
    """What each of several processes does."""
    Web(LIMITS._replace(read_timeout=20, total_timeout=30), Told()).get(url, Pace("arxiv", 0.3))


def test_processes_take_turns() -> None:
    spawn = multiprocessing.get_context("spawn")
    with ArxivServer(PAPERS) as server:
        url = f"{server.url}?id_list=2110.02178"
        processes = [spawn.Process(target=ask_once, args=(url,)) for _ in range(4)]
        for process in processes:
            process.start()
        for process in processes:
            process.join(60)
        assert [process.exitcode for process in processes] == [0, 0, 0, 0]
        assert len(server.requests) == 4
        assert all(b.at - a.at >= 0.3 for a, b in pairwise(server.requests))
        assert server.most_at_once == 1


def test_a_busy_service_is_left_alone_by_other_processes_too() -> None:
    with ArxivServer(PAPERS, "429", fault_times=1) as server:
        with pytest.raises(RateLimited):
            Web(LIMITS, _GivesUp()).get(server.url, Pace("arxiv", 0.05))
        first = time.monotonic()
        ask_once(server.url)
    assert len(server.requests) == 2
    assert server.requests[1].at - server.requests[0].at >= 0.5
    assert first < server.requests[1].at


class _GivesUp(Told):
    """Stops the first process while it waits, as Ctrl-C would."""

    def waiting(self, reason: str, seconds_left: float | None) -> None:
        raise RateLimited(f"{reason} {seconds_left}")
