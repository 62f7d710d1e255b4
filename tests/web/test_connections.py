"""Connections are made to public addresses only, and to those that were looked at."""

from __future__ import annotations

import socket
import threading
from collections.abc import Sequence

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request
from werkzeug import Response as Answer

from akira_cli.core.errors import AkiraError, PrivateNetwork, Unreachable
from akira_cli.core.settings import NetworkSettings
from akira_cli.ports import Pace
from akira_cli.web import Web
from tests.test_pace import Told

LIMITS = NetworkSettings(connect_timeout=10, read_timeout=10, total_timeout=20, size_limit=400_000)
PACE = Pace("pages", 0.0)
PUBLIC = "93.184.215.14"
REFUSED = "is an address of this machine or of a private network, and is not asked"


class Names:
    """A name server: each host has its answers in turn, the last one for good."""

    def __init__(self, **answers: Sequence[Sequence[str]]) -> None:
        self._answers = {f"{name}.example": list(each) for name, each in answers.items()}
        self.asked: list[str] = []

    def __call__(self, host: str, port: int) -> Sequence[str]:
        assert port
        self.asked.append(host)
        answers = self._answers.get(host.rstrip("."), [[host.strip("[]")]])
        return answers.pop(0) if len(answers) > 1 else answers[0]


def error_of(web: Web, url: str) -> AkiraError:
    with pytest.raises(AkiraError) as caught:
        web.get(url, PACE)
    return caught.value


@pytest.fixture
def connected(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Where connections were tried; none is ever made."""
    tried: list[object] = []

    def refuse(_: socket.socket, address: tuple[object, ...]) -> None:
        tried.append(address[0])
        raise ConnectionRefusedError

    monkeypatch.setattr(socket.socket, "connect", refuse)
    return tried


@pytest.mark.parametrize(
    "host",
    [
        *("127.0.0.1", "127.1", "2130706433", "0x7f.0.0.1", "0177.1", "0"),
        *("localhost", "LocalHost", "localhost.", "a.localhost."),
        *("[::1]", "[::ffff:127.0.0.1]", "[::]"),
    ],
)
def test_this_machine_is_not_asked_by_any_name(httpserver: HTTPServer, host: str) -> None:
    error = error_of(Web(LIMITS, Told()), f"http://{host}:{httpserver.port}/")
    assert type(error) is PrivateNetwork
    assert REFUSED in error.message
    assert error.hint == "[network] allow_private = true in config.toml allows it"
    assert httpserver.log == []


@pytest.mark.parametrize("host", ["①②⑦.⓪.⓪.①", "127。0。0。1", "ⓛocalhost"])
def test_this_machine_is_not_asked_in_letters_that_look_like_its_name(
    connected: list[object], host: str
) -> None:
    error = error_of(Web(LIMITS, Told()), f"http://{host}/")
    assert isinstance(error, PrivateNetwork | Unreachable)
    assert connected == []


@pytest.mark.parametrize("addresses", [["127.0.0.1"], [PUBLIC, "10.0.0.1"], ["fd00::1", PUBLIC]])
def test_a_name_that_leads_inside_is_refused(connected: list[object], addresses: list[str]) -> None:
    names = Names(inside=[addresses])
    error = error_of(Web(LIMITS, Told(), resolve=names), "http://inside.example/")
    assert (type(error), error.message) == (PrivateNetwork, f"'inside.example' {REFUSED}")
    assert connected == []


def test_the_system_is_asked_for_names_by_itself(
    httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def inside(*_: object, **__: object) -> list[object]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", httpserver.port))]

    monkeypatch.setattr(socket, "getaddrinfo", inside)
    error = error_of(Web(LIMITS, Told()), f"http://inside.example:{httpserver.port}/")
    assert type(error) is PrivateNetwork
    assert httpserver.log == []


def test_a_name_is_looked_up_once_and_connected_to_where_it_then_was(
    connected: list[object],
) -> None:
    names = Names(rebinds=[[PUBLIC, "2606:4700::1111"], ["127.0.0.1"]])
    web = Web(LIMITS, Told(), resolve=names)
    assert type(error_of(web, "http://rebinds.example/")) is Unreachable
    assert names.asked == ["rebinds.example"]
    assert connected[0] == PUBLIC
    assert set(connected) <= {PUBLIC, "2606:4700::1111"}
    tried = len(connected)
    assert type(error_of(web, "http://rebinds.example/")) is PrivateNetwork
    assert len(connected) == tried


def test_a_host_with_several_addresses_is_asked_at_the_first_that_answers(
    httpserver: HTTPServer,
) -> None:
    httpserver.expect_request("/").respond_with_data("here")
    trusted = f"http://inside.example:{httpserver.port}/"
    names = Names(inside=[["::1", "127.0.0.1"]])
    web = Web(LIMITS, Told(), trusted=[trusted], resolve=names)
    assert web.get(trusted, PACE).body == b"here"
    ((request, _),) = httpserver.log
    assert request.headers["Host"] == f"inside.example:{httpserver.port}"


def test_the_name_of_the_host_is_that_of_the_secure_connection() -> None:
    greetings = []
    with socket.create_server(("127.0.0.1", 0)) as server:

        def listen() -> None:
            connection, _ = server.accept()
            with connection:
                greetings.append(connection.recv(4096))

        listener = threading.Thread(target=listen)
        listener.start()
        url = f"https://inside.example:{server.getsockname()[1]}/"
        web = Web(LIMITS, Told(), trusted=[url], resolve=Names(inside=[["127.0.0.1"]]))
        assert type(error_of(web, url)) is Unreachable
        listener.join(60)
    assert b"inside.example" in greetings[0]


@pytest.mark.parametrize(
    ("trusted", "is_asked"),
    [
        ("http://127.0.0.1:{port}/any/path?at=all", True),
        ("HTTP://127.0.0.1:{port}", True),
        ("https://127.0.0.1:{port}/", False),
        ("http://127.0.0.1:1/", False),
        ("http://localhost:{port}/", False),
    ],
)
def test_what_is_trusted_is_one_scheme_host_and_port(
    httpserver: HTTPServer, trusted: str, is_asked: bool
) -> None:
    httpserver.expect_request("/").respond_with_data("here")
    web = Web(LIMITS, Told(), trusted=[trusted.format(port=httpserver.port)])
    url = f"http://127.0.0.1:{httpserver.port}/"
    if is_asked:
        assert web.get(url, PACE).status == 200
    else:
        assert type(error_of(web, url)) is PrivateNetwork
    assert len(httpserver.log) == is_asked


def test_a_host_hidden_from_one_parser_is_not_taken_for_a_trusted_one(
    connected: list[object],
) -> None:
    web = Web(LIMITS, Told(), trusted=["http://127.0.0.1:8080/"])
    assert type(error_of(web, "http://10.0.0.1\\@127.0.0.1:8080/")) is PrivateNetwork
    assert connected == []


def test_private_networks_may_be_allowed(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/").respond_with_data("here")
    web = Web(LIMITS._replace(allow_private=True), Told(), resolve=Names(inside=[["127.0.0.1"]]))
    assert web.get(f"http://inside.example:{httpserver.port}/", PACE).body == b"here"


@pytest.mark.parametrize("host", ["inside.example", "127.0.0.1", "localhost", "[::1]", "0x7f.1"])
def test_a_redirect_does_not_lead_inside(httpserver: HTTPServer, host: str) -> None:
    target = f"http://{host}:{httpserver.port + 1}/secrets"
    httpserver.expect_request("/").respond_with_data("", 302, {"Location": target})
    names = Names(inside=[["192.168.0.1"]])
    web = Web(LIMITS, Told(), trusted=[httpserver.url_for("/")], resolve=names)
    error = error_of(web, httpserver.url_for("/"))
    assert type(error) is PrivateNetwork
    assert host.strip("[]") in error.message
    assert len(httpserver.log) == 1


def test_the_hundredth_redirect_is_looked_at_as_the_first(httpserver: HTTPServer) -> None:
    def on(request: Request) -> Answer:
        hops = int(request.args["hops"])
        target = f"/?hops={hops - 1}" if hops else f"http://localhost:{httpserver.port}/"
        return Answer("", 307, {"Location": target})

    httpserver.expect_request("/").respond_with_handler(on)
    web = Web(LIMITS, Told(), trusted=[httpserver.url_for("/").replace("localhost", "127.0.0.1")])
    error = error_of(web, f"http://127.0.0.1:{httpserver.port}/?hops=3")
    assert type(error) is PrivateNetwork
    assert len(httpserver.log) == 4


class TestBehindAProxy:
    """The proxy looks names up: only what a host says by itself can be judged here."""

    @pytest.fixture(autouse=True)
    def _proxy(self, httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch) -> None:
        for name in ("NO_PROXY", "no_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
            monkeypatch.delenv(name, raising=False)
        monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{httpserver.port}")

    def test_a_name_is_left_to_the_proxy(self, httpserver: HTTPServer) -> None:
        httpserver.expect_request("/page").respond_with_data("by proxy")
        names = Names()
        web = Web(LIMITS, Told(), resolve=names)
        assert web.get("http://somewhere.example/page", PACE).body == b"by proxy"
        assert names.asked == []

    @pytest.mark.parametrize("host", ["10.0.0.1", "0xa.1", "a.localhost", "[fd00::1]"])
    def test_a_host_that_gives_itself_away_is_refused(
        self, httpserver: HTTPServer, host: str
    ) -> None:
        assert type(error_of(Web(LIMITS, Told()), f"http://{host}/")) is PrivateNetwork
        assert httpserver.log == []
