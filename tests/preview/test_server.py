"""The preview's server over real sockets: who is let in, what is served, what is left."""

from __future__ import annotations

import _thread
import json
import signal
import socket
import threading
from collections.abc import Iterator
from contextlib import suppress
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from akira_cli.core.errors import UsageError
from akira_cli.preview import request
from akira_cli.preview.server import Preview
from tests.preview.one_file import UNREADABLE, OneFile, one_pixel

TOKEN = "a-token"  # noqa: S105  # it guards nothing but a test
PATIENCE = 10  # seconds; a test that waits this long has failed
HTML = "text/html; charset=utf-8"


class Got(NamedTuple):
    """An answer, read to its end."""

    status: int
    headers: dict[str, str]
    body: bytes


@pytest.fixture
def draft(tmp_path: Path) -> OneFile:
    return OneFile(tmp_path / "one.toml")


def preview_of(draft: OneFile, port: int = 0) -> Preview:
    return Preview(draft.assemble, draft.signature, draft.picture, port=port, token=TOKEN)


@pytest.fixture(scope="module")
def unchanged(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """One preview for all tests that only look."""
    with preview_of(OneFile(tmp_path_factory.mktemp("draft") / "one.toml")) as preview:
        yield preview


@pytest.fixture
def preview(draft: OneFile) -> Iterator[Preview]:
    with preview_of(draft) as preview:
        yield preview


def port_of(preview: Preview) -> int:
    return urlsplit(preview.address).port or 0


def ask(
    preview: Preview, path: str, method: str = "GET", hosts: tuple[str, ...] | None = None
) -> Got:
    """One request; `path` begins at the root, `{port}` in a host is the preview's."""
    port = port_of(preview)
    connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    connection.putrequest(method, path, skip_host=True)
    for host in hosts if hosts is not None else ("127.0.0.1:{port}",):
        connection.putheader("Host", host.format(port=port))
    connection.endheaders()
    with connection.getresponse() as answer:
        headers = {name.lower(): value for name, value in answer.getheaders()}
        return Got(answer.status, headers, answer.read())


def get(preview: Preview, name: str) -> Got:
    return ask(preview, f"/{TOKEN}/{name}")


def state(preview: Preview) -> Any:
    return json.loads(get(preview, "state").body)


def page(preview: Preview) -> Got:
    return get(preview, state(preview)["targets"][0]["address"])


class Events:
    """What a page hears of, line by line."""

    def __init__(self, preview: Preview) -> None:
        self._connection = HTTPConnection("127.0.0.1", port_of(preview), timeout=PATIENCE)
        self._connection.request("GET", f"/{TOKEN}/events")
        self.answer: HTTPResponse = self._connection.getresponse()

    def __enter__(self) -> Events:
        return self

    def __exit__(self, *_: object) -> None:
        self.answer.close()
        self._connection.close()

    def next(self) -> str:
        """The data of the next event."""
        while not (line := self.answer.readline()).startswith(b"data: "):
            assert line, "the stream has ended"
        return line.decode().removeprefix("data: ").strip()


def raw(preview: Preview, head: bytes) -> bytes:
    """What is answered to these very bytes."""
    with socket.create_connection(("127.0.0.1", port_of(preview)), PATIENCE) as connection:
        connection.sendall(head)
        connection.shutdown(socket.SHUT_WR)
        parts = []
        while part := connection.recv(4096):
            parts.append(part)
        return b"".join(parts)


def test_the_address_has_a_secret_nobody_can_guess(draft: OneFile) -> None:
    secrets = set()
    for _ in range(2):
        with Preview(draft.assemble, draft.signature, draft.picture) as preview:
            secrets.add(urlsplit(preview.address).path)
            assert ask(preview, urlsplit(preview.address).path).status == 200
    assert len(secrets) == 2
    assert min(map(len, secrets)) > 24


@pytest.mark.parametrize(
    ("name", "content_type"),
    [
        ("", HTML),
        ("?anything", HTML),
        ("shell.css", "text/css; charset=utf-8"),
        ("shell.js", "text/javascript; charset=utf-8"),
    ],
)
def test_the_shell_runs_its_own_script_and_nothing_else(
    unchanged: Preview, name: str, content_type: str
) -> None:
    got = get(unchanged, name)
    assert (got.status, got.headers["content-type"]) == (200, content_type)
    assert got.body
    policy = got.headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; script-src 'self'; ")
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy


@pytest.mark.parametrize("name", ["", "state", "nothing", "shell.css"])
def test_no_answer_is_kept_guessed_at_or_told_of(unchanged: Preview, name: str) -> None:
    headers = get(unchanged, name).headers
    assert headers["cache-control"] == "no-store"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert "server" not in headers


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/favicon.ico",
        f"/{TOKEN}",
        f"/{TOKEN}x/",
        f"/{TOKEN[:-1]}/",
        "/é/",
        "/%C3%A9/",
        f"/{TOKEN}/nothing",
        f"/{TOKEN}/shell.html",
        f"/{TOKEN}/server.py",
        f"/{TOKEN}/state/",
        f"/{TOKEN}/files",
        f"/{TOKEN}/files/",
        f"/{TOKEN}/files/medium/",
        f"/{TOKEN}/files/nothing/one.txt",
        f"/{TOKEN}/files/text/two.txt",
        f"/{TOKEN}/files/text/../text/one.txt",
        f"/{TOKEN}/files/text/%2e%2e/%2e%2e/shell.html",
        f"/{TOKEN}/files/text//etc/passwd",
        f"/{TOKEN}/files/text/%00",
        f"/{TOKEN}/../{TOKEN}/",
        f"http://127.0.0.1/{TOKEN}/",
        "http://[/",
    ],
)
def test_what_is_not_known_by_name_is_not_there(unchanged: Preview, path: str) -> None:
    got = raw(
        unchanged, f"GET {path} HTTP/1.1\r\nHost: localhost:{port_of(unchanged)}\r\n\r\n".encode()
    )
    assert got.startswith(b"HTTP/1.0 404 ")
    assert got.endswith(b"\r\n\r\n")


@pytest.mark.parametrize(
    ("hosts", "status"),
    [
        (("127.0.0.1:{port}",), 200),
        (("localhost:{port}",), 200),
        (("LocalHost:{port}",), 200),
        (("evil.example:{port}",), 403),
        (("127.0.0.1.evil.example:{port}",), 403),
        (("127.0.0.1",), 403),
        (("localhost:1",), 403),
        (("",), 403),
        ((), 403),
        (("127.0.0.1:{port}", "evil.example:{port}"), 403),
    ],
)
def test_only_our_own_name_and_port_are_answered(
    unchanged: Preview, hosts: tuple[str, ...], status: int
) -> None:
    got = ask(unchanged, f"/{TOKEN}/state", hosts=hosts)
    assert got.status == status
    assert bool(got.body) == (status == 200)


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "get"])
def test_nothing_can_be_sent_or_changed(unchanged: Preview, method: str) -> None:
    got = ask(unchanged, f"/{TOKEN}/state", method)
    assert (got.status, got.headers["allow"], got.body) == (405, "GET, HEAD", b"")


@pytest.mark.parametrize("name", ["", "state", "files/text/one.txt", "nothing"])
def test_head_tells_what_get_would(unchanged: Preview, name: str) -> None:
    full = get(unchanged, name)
    assert ask(unchanged, f"/{TOKEN}/{name}", "HEAD") == full._replace(body=b"")
    assert full.headers["content-length"] == str(len(full.body))


def test_head_of_the_events_ends(unchanged: Preview) -> None:
    got = ask(unchanged, f"/{TOKEN}/events", "HEAD")
    assert (got.status, got.headers["content-type"]) == (200, request.EVENTS)


def test_the_state_tells_all_there_is_to_show(unchanged: Preview) -> None:
    got = get(unchanged, "state")
    assert got.headers["content-type"] == "application/json"
    told = json.loads(got.body)
    medium, text = told.pop("targets")
    version = told.pop("version")
    assert told == {
        "title": "Issue with the first text",
        "file": "drafts/one.toml",
        "language": "en",
        "error": "",
        "checks": [
            {"entry": "3.2", "headline": "A headline", "text": "the summary is the machine's"},
            {"entry": "3.2", "headline": "A headline", "text": "the picture has no alt text"},
            {"entry": "", "headline": "", "text": "there are no highlights"},
        ],
    }
    loss = {"where": "pictures", "what": "alt texts go", "done": "the checklist has them"}
    assert (medium["name"], medium["label"], medium["losses"]) == ("medium", "Medium", [loss])
    assert (text["name"], text["label"], text["losses"]) == ("text", "Text", [])
    assert text["address"] == f"files/text/one.txt?version={version}"


def test_a_page_runs_no_script_and_reaches_nothing_but_pictures(unchanged: Preview) -> None:
    got = page(unchanged)
    assert (got.status, got.headers["content-type"]) == (200, HTML)
    assert b"<p>the first text</p>" in got.body
    policy = dict(part.split(" ", 1) for part in got.headers["content-security-policy"].split("; "))
    assert policy["default-src"] == "'none'"
    assert policy["img-src"] == "'self' https: data:"
    assert policy["sandbox"] == "allow-same-origin"
    assert "script-src" not in policy


@pytest.mark.parametrize(
    ("name", "content_type", "body"),
    [
        ("medium/images/01.png", "image/png", one_pixel()),
        ("medium/images/02%20%C3%A9.png", "image/png", one_pixel()),
        ("medium%2Fimages%2F01.png", "image/png", one_pixel()),
        ("medium/checklist.md", "text/plain; charset=utf-8", "# Überprüfen".encode()),
        ("medium/data.bin", "application/octet-stream", b"0"),
    ],
)
def test_what_lies_beside_a_page_has_its_own_name(
    unchanged: Preview, name: str, content_type: str, body: bytes
) -> None:
    got = get(unchanged, f"files/medium/{name}")
    assert (got.status, got.headers["content-type"], got.body) == (200, content_type, body)


def test_a_picture_that_cannot_be_had_is_missing_alone(unchanged: Preview) -> None:
    assert get(unchanged, "files/medium/medium/gone.png").status == 404
    assert page(unchanged).status == 200


def test_a_page_hears_of_a_change(preview: Preview, draft: OneFile) -> None:
    with Events(preview) as events:
        assert events.answer.getheader("Content-Type") == request.EVENTS
        first = events.next()
        assert first == state(preview)["version"]
        draft.write("the second text")
        second = events.next()
    assert second != first
    assert state(preview)["version"] == second
    assert b"<p>the second text</p>" in page(preview).body


def test_every_open_page_hears_of_a_change(preview: Preview, draft: OneFile) -> None:
    with Events(preview) as one, Events(preview) as another:
        assert one.next() == another.next()
        draft.write("the second text")
        assert one.next() == another.next()


def test_what_does_not_change_is_assembled_once(preview: Preview, draft: OneFile) -> None:
    for _ in range(5):
        state(preview)
    assert draft.assembled == 1


def test_nothing_is_looked_at_while_nobody_looks(draft: OneFile) -> None:
    with preview_of(draft):
        pass
    assert draft.assembled == 0


def test_a_page_that_hears_nothing_new_gets_a_sign_of_life(
    preview: Preview, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(request, "KEEP_ALIVE_SECONDS", 0.05)
    with Events(preview) as events:
        events.next()
        assert [events.answer.readline() for _ in range(3)] == [b"\n", b":\n", b"\n"]


def test_a_draft_that_cannot_be_read_leaves_the_last_good_pages(
    preview: Preview, draft: OneFile
) -> None:
    with Events(preview) as events:
        events.next()
        good = state(preview)
        draft.write(UNREADABLE)
        events.next()
        broken = state(preview)
        assert broken["error"] == "drafts/one.toml, line 3: this is no value\nwrite a value"
        assert (broken["title"], broken["checks"]) == (good["title"], good["checks"])
        assert b"<p>the first text</p>" in page(preview).body
        draft.write("the second text")
        events.next()
    mended = state(preview)
    assert mended["error"] == ""
    assert mended["title"] == "Issue with the second text"


def test_the_same_text_again_ends_an_error_too(preview: Preview, draft: OneFile) -> None:
    state(preview)
    draft.write(UNREADABLE)
    assert state(preview)["error"]
    draft.write("the first text")
    assert not state(preview)["error"]


def test_a_draft_that_was_never_read_shows_why(draft: OneFile) -> None:
    draft.write(UNREADABLE)
    with preview_of(draft) as preview:
        told = state(preview)
        assert told["error"].startswith("drafts/one.toml, line 3")
        assert (told["title"], told["targets"]) == ("", [])
        draft.write("readable")
        assert state(preview)["title"] == "Issue with readable"


def test_a_file_that_is_away_for_a_moment_is_no_end(preview: Preview, draft: OneFile) -> None:
    state(preview)
    draft.path.unlink()
    assert state(preview)["error"] == "there is no draft 'one'\nmake one"
    draft.write("the first text")
    assert state(preview)["error"] == ""


def test_a_silent_client_keeps_nobody_waiting(preview: Preview) -> None:
    silent = [socket.create_connection(("127.0.0.1", port_of(preview)), PATIENCE) for _ in range(8)]
    try:
        silent[0].sendall(b"GET / HT")
        assert get(preview, "state").status == 200
    finally:
        for connection in silent:
            connection.close()


def test_a_client_that_sends_too_slowly_is_left(
    preview: Preview, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(request, "SILENCE_SECONDS", 0.05)
    with socket.create_connection(("127.0.0.1", port_of(preview)), PATIENCE) as slow:
        slow.sendall(b"GET / HTTP/1.1\r\n")
        assert slow.recv(100) == b""


def test_more_connections_than_any_browser_opens_are_refused(preview: Preview) -> None:
    address = ("127.0.0.1", port_of(preview))
    silent = [socket.create_connection(address, PATIENCE) for _ in range(64)]
    try:
        with socket.create_connection(address, PATIENCE) as one_more:
            assert one_more.recv(100) == b""
        silent.pop().close()
    finally:
        for connection in silent:
            connection.close()


@pytest.mark.parametrize(
    ("head", "status"),
    [
        (b"GET / HTTP/1.1\r\nX: ".ljust(65_536, b"x"), b"431"),
        (b"GET / HTTP/1.1\r\n" + b"X: x\r\n" * 200 + b"\r\n", b"431"),
        (b"GET / HTTP/2.0\r\n\r\n", b"505"),
        (b"GET / HTTP/x\r\n\r\n", b"400"),
        (b"\x16\x03\x01\r\n\r\n", b"400"),
        (b"GET /\r\n\r\n", b"403"),
    ],
)
def test_a_request_that_is_none_gets_a_bare_status(
    unchanged: Preview, head: bytes, status: bytes
) -> None:
    got = raw(unchanged, head)
    assert got.split(b" ", 2)[1] == status
    assert got.endswith(b"\r\n\r\n")


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    head=st.binary(max_size=60)
    | st.lists(
        st.sampled_from([b"GET", b"HEAD", b" ", b"/", b"%", b"..", b"?", b"\r\n", b":"])
    ).map(b"".join)
)
def test_no_request_however_odd_gets_in_or_does_harm(unchanged: Preview, head: bytes) -> None:
    assert not raw(unchanged, head + b"\r\n\r\n").startswith(b"HTTP/1.0 200")
    assert get(unchanged, "state").status == 200


def test_the_server_prints_nothing(preview: Preview, capfd: pytest.CaptureFixture[str]) -> None:
    get(preview, "state")
    get(preview, "nothing")
    raw(preview, b"nonsense\r\n\r\n")
    with Events(preview) as events:
        events.next()
    assert capfd.readouterr() == ("", "")


def test_no_other_machine_is_let_in(preview: Preview) -> None:
    with socket.socket() as elsewhere:
        try:
            elsewhere.bind(("127.0.0.2", 0))
        except OSError:
            pytest.skip("this machine has no second address of its own")
    with socket.socket() as elsewhere:
        elsewhere.bind(("127.0.0.2", port_of(preview)))  # free, so only 127.0.0.1 is taken


def test_nothing_is_left_after_the_end(draft: OneFile) -> None:
    before = set(threading.enumerate())
    preview = preview_of(draft)
    preview.start()
    port = port_of(preview)
    with Events(preview) as events, socket.create_connection(("127.0.0.1", port), PATIENCE) as idle:
        events.next()
        preview.stop()
        with suppress(ConnectionResetError):  # what a connection gets that was not accepted yet
            assert idle.recv(100) == b""
        assert events.answer.read() in (b"\n", b"\n:\n\n")
    assert set(threading.enumerate()) == before
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", port), PATIENCE)
    preview.stop()
    with preview_of(draft, port) as again:
        assert get(again, "state").status == 200


def test_a_port_that_is_taken_is_said_with_what_to_do(preview: Preview, draft: OneFile) -> None:
    before = threading.active_count()
    port = port_of(preview)
    with pytest.raises(UsageError) as caught:
        preview_of(draft, port).start()
    assert caught.value.message == f"port '{port}' cannot be used: address already in use"
    assert "--port" in caught.value.hint
    assert threading.active_count() == before


def test_a_port_there_cannot_be_is_said(draft: OneFile) -> None:
    with pytest.raises(UsageError, match="port '65536' cannot be used: there is no such port"):
        preview_of(draft, 65536).start()


def test_it_serves_until_interrupted(draft: OneFile) -> None:
    preview = preview_of(draft)
    statuses = []

    def look_and_interrupt() -> None:
        statuses.append(get(preview, "state").status)
        _thread.interrupt_main()

    as_it_was = signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell may ignore it
    try:
        with preview:
            visitor = threading.Thread(target=look_and_interrupt)
            visitor.start()
            preview.serve_until_interrupted()
            visitor.join()
    finally:
        signal.signal(signal.SIGINT, as_it_was)
    assert statuses == [200]


def test_a_mistake_of_ours_ends_it_and_is_told(draft: OneFile) -> None:
    preview = Preview(lambda: 1 / 0, draft.signature, draft.picture, token=TOKEN)  # type: ignore[arg-type, return-value]  # that is the mistake
    with preview:
        assert get(preview, "state").status == 503
        assert get(preview, "files/text/one.txt").status == 503
        with pytest.raises(ZeroDivisionError):
            preview.serve_until_interrupted()


def test_a_mistake_in_one_answer_is_told_too(draft: OneFile) -> None:
    def fails(name: str) -> bytes:
        raise KeyError(name)

    preview = Preview(draft.assemble, draft.signature, fails, token=TOKEN)
    with preview:
        assert (
            raw(
                preview,
                f"GET /{TOKEN}/files/medium/medium/images/01.png HTTP/1.1\r\n"
                f"Host: localhost:{port_of(preview)}\r\n\r\n".encode(),
            )
            == b""
        )
        with pytest.raises(KeyError):
            preview.serve_until_interrupted()
