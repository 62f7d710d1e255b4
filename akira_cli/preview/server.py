"""The preview itself: a server on the loopback interface, from its start to its last thread."""

from __future__ import annotations

import os
import secrets
import socket
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from socketserver import TCPServer, ThreadingMixIn
from types import TracebackType
from typing import Any, Self

from akira_cli.core.errors import UsageError
from akira_cli.core.preview import State
from akira_cli.preview.request import PreviewRequest
from akira_cli.preview.watch import Watch

HOST = "127.0.0.1"
_MOST_CONNECTIONS = 64
_PATIENCE = 5.0  # seconds a thread may take to end what it is at


class Preview:
    """Shows the state that `assemble` makes, and shows it anew when `signature` differs.

    Both are called in one thread of the preview's own; `picture` is called in any, and gives
    the bytes of a DocumentFile's `copy_of`. `assemble` and `picture` may raise AkiraError.
    Port 0 is any free one. It is started once, as a context or by `start`.
    """

    def __init__(
        self,
        assemble: Callable[[], State],
        signature: Callable[[], object],
        picture: Callable[[str], bytes],
        *,
        port: int = 0,
        token: str | None = None,
    ) -> None:
        self._watch = Watch(assemble, signature, self._fail)
        self._picture = picture
        self._port = port
        self._token = token or secrets.token_urlsafe(24)
        self._server: _Server | None = None
        self._ended = threading.Event()
        self._failure: BaseException | None = None

    @property
    def address(self) -> str:
        """Where the page is, secret and all; the port is known once the preview has started."""
        port = self._server.server_address[1] if self._server else self._port
        return f"http://{HOST}:{port}/{self._token}/"

    def start(self) -> None:
        """Serve in the background, if not yet; raises UsageError when the port cannot be had."""
        if self._server:
            return
        request = partial(
            PreviewRequest, watch=self._watch, picture=self._picture, token=self._token
        )
        try:
            self._server = _Server(self._port, request, self._fail)
        except (OSError, OverflowError) as error:
            reason = (getattr(error, "strerror", None) or "there is no such port").lower()
            message = f"port '{self._port}' cannot be used: {reason}"
            raise UsageError(
                message, "--port takes another; without it any free one is used"
            ) from None
        self._watch.start()
        self._server.start()

    def stop(self) -> None:
        """End every connection and thread, and free the port."""
        server, self._server = self._server, None
        if server:
            self._watch.stop(_PATIENCE)
            server.stop()
            self._ended.set()

    def serve_until_interrupted(self) -> None:
        """Serve until Ctrl-C, or `stop` in another thread; raises what went wrong by our fault."""
        with self, suppress(KeyboardInterrupt):
            while not self._ended.wait(0.5):  # without a limit Windows does not hear Ctrl-C
                pass
        if self._failure:
            raise self._failure

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    def _fail(self, error: BaseException) -> None:
        self._failure = error
        self._ended.set()


class _Server(ThreadingMixIn, TCPServer):
    """A thread for each connection, and a limit to them; it knows them, to end them."""

    allow_reuse_address = os.name == "posix"  # elsewhere it would let two servers share a port
    request_queue_size = _MOST_CONNECTIONS

    def __init__(
        self,
        port: int,
        request: Callable[..., PreviewRequest],
        failed: Callable[[BaseException], None],
    ) -> None:
        self._failed = failed
        self._connections: dict[socket.socket, threading.Thread] = {}
        super().__init__((HOST, port), request)
        self._thread = threading.Thread(
            target=self.serve_forever, args=(0.1,), name="preview-server", daemon=True
        )

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self.shutdown()
        self._thread.join()
        for connection, thread in list(self._connections.items()):
            with suppress(OSError):  # it has ended by itself
                connection.shutdown(socket.SHUT_RDWR)
            thread.join(_PATIENCE)
        self.server_close()

    def verify_request(self, *_: object) -> bool:
        return len(self._connections) < _MOST_CONNECTIONS

    def process_request(self, request: Any, client_address: Any) -> None:
        thread = threading.Thread(
            target=self._serve, args=(request, client_address), name="preview-request", daemon=True
        )
        self._connections[request] = thread
        thread.start()

    def handle_error(self, *_: object) -> None:
        """Pages that close a connection, or leave it, are no mistake; all else is our own."""
        error = sys.exception()
        if error and not isinstance(error, ConnectionError | TimeoutError):
            self._failed(error)

    def _serve(self, request: Any, client_address: Any) -> None:
        try:
            self.process_request_thread(request, client_address)
        finally:
            del self._connections[request]
