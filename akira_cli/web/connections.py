"""One request on a connection of its own, made only to addresses that were looked at.

The only module that opens a connection. It loads requests, so it is imported when there is
something to ask.
"""

from __future__ import annotations

import socket
import time
from collections.abc import Callable, Collection, Sequence
from typing import Any, ClassVar, NamedTuple

import requests
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection
from urllib3.connectionpool import HTTPConnectionPool
from urllib3.exceptions import (
    ConnectTimeoutError,
    LocationParseError,
    NameResolutionError,
    NewConnectionError,
)
from urllib3.poolmanager import PoolManager, ProxyManager
from urllib3.util.connection import allowed_gai_family

from akira_cli.core.errors import BadAnswer
from akira_cli.core.settings import NetworkSettings
from akira_cli.ports import Response
from akira_cli.web.faults import named_faults, too_large, too_slow
from akira_cli.web.open_sockets import OpenSockets
from akira_cli.web.private_networks import Origin, origin, refuse_addresses, refuse_name

Resolve = Callable[[str, int], Sequence[str]]
"""The addresses, as texts, of a host for a port. Raises socket.gaierror and UnicodeError."""

_CHUNK = 65_536


class Guard(NamedTuple):
    """Says which addresses of a host may be connected to: all, where `open_to` is None or has
    its origin; else none unless all are public."""

    resolve: Resolve
    open_to: Collection[Origin] | None

    def is_open_to(self, server: Origin) -> bool:
        """Whether a server is asked whatever its addresses are."""
        return self.open_to is None or server in self.open_to

    def addresses(self, server: Origin, name: str) -> Sequence[str]:
        """The addresses of `name`, the server's host as it is to be looked up.

        Raises PrivateNetwork, and what looking up raises.
        """
        found = self.resolve(name, server.port)
        if not self.is_open_to(server):
            refuse_addresses(server.host, found)
        return found


class Request(NamedTuple):
    """What is asked of one server: `host` as messages name it, `largest` in bytes."""

    url: str
    host: str
    headers: dict[str, str]
    largest: int


def answer(
    request: Request, limits: NetworkSettings, guard: Guard, sockets: OpenSockets
) -> Response:
    """The whole answer; what is opened for it is added to `sockets`.

    Raises what `ports.Http` says, but for redirects and statuses.
    """
    deadline = time.monotonic() + limits.total_timeout
    with named_faults(request.host, limits), _Session() as session:
        for scheme in ("http://", "https://"):
            session.mount(scheme, _GuardedAdapter(guard, sockets))
        reply = session.get(
            request.url,
            headers=request.headers,
            timeout=(limits.connect_timeout, min(limits.read_timeout, limits.total_timeout)),
            proxies=_proxies(request.host),
            allow_redirects=False,
            stream=True,
        )
        with reply:
            body = _body(reply, request, limits, deadline)
    headers = {name.lower(): value for name, value in reply.headers.items()}
    return Response(reply.status_code, headers, body, request.url)


def _body(
    reply: requests.Response, request: Request, limits: NetworkSettings, deadline: float
) -> bytes:
    """The decoded body. Read as it arrives, so that the limits hold for a drip or a bomb."""
    if (reply.raw.length_remaining or 0) > request.largest:
        raise too_large(request.host, request.largest, limits)
    codings = reply.headers.get("content-encoding", "").lower().split(",")
    known = {"", "identity", *reply.raw.CONTENT_DECODERS}
    if unknown := {coding.strip() for coding in codings} - known:
        raise BadAnswer(
            f"'{request.host}' sent data packed as '{min(unknown)}', which nobody asked for",
            "try again later",
        )
    body = bytearray()
    while chunk := reply.raw.read1(_CHUNK, decode_content=True):
        body += chunk
        if len(body) > request.largest:
            raise too_large(request.host, request.largest, limits)
        if time.monotonic() > deadline:
            raise too_slow(request.host, limits)
    return bytes(body)


def _proxies(host: str) -> dict[str, str]:
    """No proxy stands between this machine and itself; otherwise the environment's count."""
    loopback = host in {"localhost", "::1"} or host.startswith("127.")
    return {"http": "", "https": ""} if loopback else {}


def addresses_of(host: str, port: int) -> list[str]:
    """The addresses of a host, as the system looks them up."""
    found = socket.getaddrinfo(host, port, allowed_gai_family(), socket.SOCK_STREAM)
    return [str(address[0]) for *_, address in found]


class _Session(requests.Session):
    def get_redirect_target(self, resp: requests.Response) -> None:
        """None: requests would read the whole body of a redirect, however long it is."""


class _GuardedAdapter(HTTPAdapter):
    """Lets nothing past the guard.

    What goes through a proxy has its name looked up there, out of our sight: of that the guard
    sees the name only.
    """

    def __init__(self, guard: Guard, sockets: OpenSockets) -> None:
        super().__init__()
        self._guard = guard
        self._sockets = sockets
        _connect_by(_GuardedConnection, self.poolmanager, sockets=sockets, guard=guard)

    def proxy_manager_for(self, proxy: str, **proxy_kwargs: Any) -> ProxyManager:
        """What connects to a proxy."""
        manager: ProxyManager = super().proxy_manager_for(proxy, **proxy_kwargs)
        _connect_by(_Connection, manager, sockets=self._sockets)
        return manager

    def send(
        self, request: requests.PreparedRequest, *args: Any, **kwargs: Any
    ) -> requests.Response:
        """The answer. Raises PrivateNetwork for a name that gives itself away."""
        server = origin(request.url or "")  # as requests reads it, which is where it will go
        if not self._guard.is_open_to(server):
            refuse_name(server.host)
        return super().send(request, *args, **kwargs)


class _Connection(HTTPConnection):
    """One that can be ended from another thread."""

    sockets: ClassVar[OpenSockets]

    def _new_conn(self) -> socket.socket:
        connected = super()._new_conn()
        self.sockets.add(connected)
        return connected


class _GuardedConnection(_Connection):
    guard: ClassVar[Guard]
    scheme: ClassVar[str]

    def _new_conn(self) -> socket.socket:
        """Connect to the very addresses that the guard has seen: a second look might find others.

        https://en.wikipedia.org/wiki/DNS_rebinding
        """
        name = self._dns_host
        server = Origin(self.scheme, self.host, self.port)
        try:
            addresses = self.guard.addresses(server, name)
        except socket.gaierror as error:
            raise NameResolutionError(self.host, self, error) from error
        except UnicodeError as error:
            raise LocationParseError(f"'{name}', label empty or too long") from error
        try:
            return self._connected(addresses)
        finally:
            self._dns_host = name

    def _connected(self, addresses: Sequence[str]) -> socket.socket:
        """A connection to the first address that takes one."""
        *others, last = addresses
        for self._dns_host in others:
            try:
                return super()._new_conn()
            except (ConnectTimeoutError, NewConnectionError):
                continue
        self._dns_host = last
        return super()._new_conn()


def _connect_by(kind: type[_Connection], manager: PoolManager, **held: object) -> None:
    """Make every connection of the manager one of that kind too, with `held` in its class."""

    def pool_of(scheme: str, pool: type[HTTPConnectionPool]) -> type[HTTPConnectionPool]:
        bases = (kind, pool.ConnectionCls)
        connection = type("Connection", bases, {"scheme": scheme, **held})
        return type("Pool", (pool,), {"ConnectionCls": connection})

    usual = manager.pool_classes_by_scheme.items()
    manager.pool_classes_by_scheme = {scheme: pool_of(scheme, pool) for scheme, pool in usual}
