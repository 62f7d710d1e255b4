"""The connections of one exchange, to be ended from another thread."""

from __future__ import annotations

import socket
from contextlib import suppress
from threading import Lock


class OpenSockets:
    """Sockets that one thread opens and another may shut down at any moment.

    Copies of them are held, since a secure connection takes the socket itself over.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._copies: list[socket.socket] = []
        self._is_over = False

    def add(self, connected: socket.socket) -> None:
        """Take a socket in; one that comes after `shut_down` is shut down at once."""
        with self._lock:
            self._copies.append(connected.dup())
            if self._is_over:
                self._end_all()

    def shut_down(self) -> None:
        """End every connection, those still being made too: who reads or writes stops waiting."""
        with self._lock:
            self._is_over = True
            self._end_all()

    def _end_all(self) -> None:
        while self._copies:
            with self._copies.pop() as copy, suppress(OSError):  # the other side may have ended it
                copy.shutdown(socket.SHUT_RDWR)
