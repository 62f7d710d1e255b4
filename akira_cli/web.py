"""The only module that opens a connection: paced, timed, limited, and patient when asked to be."""

from __future__ import annotations

import math
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from akira_cli import __version__
from akira_cli.core.errors import (
    AccessDenied,
    BadAnswer,
    ConnectionCut,
    Offline,
    RateLimited,
    RemoteError,
    ServiceUnavailable,
    TimedOut,
    TooLarge,
    TooSlow,
    Unreachable,
)
from akira_cli.core.settings import NetworkSettings
from akira_cli.pace import LONGEST_PAUSE, Pacer
from akira_cli.ports import Pace, Progress, Response

if TYPE_CHECKING:
    import requests

REDIRECTS = 5
"""How many times an answer may send us elsewhere."""

_FORBIDDEN = 403
_BUSY = {429: RateLimited, 503: ServiceUnavailable}
_REDIRECTS_TO = frozenset({301, 302, 303, 307, 308})
_CHUNK = 65_536


class Web:
    """`ports.Http` over the real network."""

    def __init__(self, settings: NetworkSettings, progress: Progress) -> None:
        self._settings = settings
        self._pacer = Pacer(progress)
        contact = " ".join(settings.contact.split()).encode("ascii", "replace").decode()
        self._user_agent = f"akira-cli/{__version__}" + (f" (+{contact})" if contact else "")

    def get(self, url: str, pace: Pace) -> Response:
        """The whole answer to a GET; every try and every redirect takes its own turn.

        Raises what `ports.Http` says, and BadAnswer for redirects that lead nowhere.
        """
        for _ in range(REDIRECTS + 1):
            response = self._patient_answer(url, pace)
            target = response.headers.get("location", "")
            if response.status not in _REDIRECTS_TO or not target:
                return response
            url = urljoin(url, target)
        raise BadAnswer(
            f"'{_host(url)}' sent us elsewhere more than {REDIRECTS} times",
            "look at the address in the config",
        )

    def _patient_answer(self, url: str, pace: Pace) -> Response:
        """One answer; a busy service is asked three times in all, ever more slowly."""
        host = _host(url)
        if self._settings.offline:
            raise Offline(
                f"akira is offline and did not ask '{host}'",
                "leave out --offline and unset AKIRA_OFFLINE to allow connections",
            )
        back_offs = [10 * pace.interval, 20 * pace.interval]
        reason = ""
        while True:
            with self._pacer.turn(pace, reason) as turn:
                response = self._exchange(url, host)
                if response.status == _FORBIDDEN:
                    raise _access_denied(host)
                if response.status not in _BUSY:
                    return response
                asked = seconds_asked_for(response)
                if not back_offs or asked > LONGEST_PAUSE:
                    raise _still_busy(host, response.status, asked)
                turn.hold_off(max(asked, back_offs.pop(0)))
                reason = f"{host} asks to wait ({response.status})"

    def _exchange(self, url: str, host: str) -> Response:
        """One request and its whole answer within the total time.

        It runs in a thread of its own, since a socket's own timeout begins anew with every
        byte, in a header or between two chunks as well.
        """
        from queue import Empty, SimpleQueue
        from threading import Thread

        outcomes: SimpleQueue[Response | BaseException] = SimpleQueue()

        def ask() -> None:
            try:
                outcomes.put(self._answer(url, host))
            except BaseException as error:  # noqa: BLE001  # raised again where it is waited for
                outcomes.put(error)

        Thread(target=ask, daemon=True).start()
        try:
            outcome = outcomes.get(timeout=self._settings.total_timeout)
        except Empty:
            raise self._too_slow(host) from None
        if isinstance(outcome, BaseException):
            raise outcome
        return outcome

    def _answer(self, url: str, host: str) -> Response:
        """The whole answer, on a connection of its own that is closed after it."""
        import requests

        limits = self._settings
        deadline = time.monotonic() + limits.total_timeout
        with _named_faults(host, limits), requests.Session() as session:
            reply = session.get(
                url,
                headers={"User-Agent": self._user_agent},
                timeout=(limits.connect_timeout, min(limits.read_timeout, limits.total_timeout)),
                proxies=_proxies(host),
                allow_redirects=False,
                stream=True,
            )
            with reply:
                body = self._body(reply, host, deadline)
        headers = {name.lower(): value for name, value in reply.headers.items()}
        return Response(reply.status_code, headers, body, url)

    def _body(self, reply: requests.Response, host: str, deadline: float) -> bytes:
        """The decoded body. Read as it arrives, so that the limits hold for a drip or a bomb."""
        limits = self._settings
        body = bytearray()
        while chunk := reply.raw.read1(_CHUNK, decode_content=True):
            body += chunk
            if len(body) > limits.size_limit:
                raise TooLarge(
                    f"'{host}' answered with more than {limits.size_limit:,} bytes",
                    "no honest answer is that long; look at the address in the config",
                )
            if time.monotonic() > deadline:
                raise self._too_slow(host)
        return bytes(body)

    def _too_slow(self, host: str) -> TooSlow:
        return TooSlow(
            f"'{host}' took more than {self._settings.total_timeout:g} seconds to answer",
            "try again when the network is faster",
        )


@contextmanager
def _named_faults(host: str, limits: NetworkSettings) -> Iterator[None]:
    """Turn the faults of requests and urllib3 into ours, one message for each."""
    import requests
    import urllib3.exceptions as urllib3

    try:
        yield
    except requests.ConnectTimeout as error:
        raise Unreachable(
            f"no connection to '{host}' within {limits.connect_timeout:g} seconds",
            "check the network, then try again",
        ) from error
    except (requests.ReadTimeout, urllib3.ReadTimeoutError) as error:
        raise TimedOut(
            f"'{host}' was silent for {min(limits.read_timeout, limits.total_timeout):g} seconds",
            "try again later",
        ) from error
    except urllib3.DecodeError as error:
        raise BadAnswer(
            f"'{host}' sent compressed data that cannot be unpacked", "try again later"
        ) from error
    except requests.ConnectionError as error:
        raise _connection_fault(host, error) from error
    except (requests.RequestException, urllib3.LocationValueError) as error:
        raise Unreachable(f"'{host}' cannot be asked: {error}") from error
    except urllib3.HTTPError as error:
        raise _cut(host) from error


def _connection_fault(host: str, error: requests.ConnectionError) -> RemoteError:
    import requests
    import urllib3.exceptions as urllib3

    cause = error.args[0] if error.args else error
    reason = getattr(cause, "reason", cause)
    if isinstance(error, requests.exceptions.ProxyError):
        return Unreachable(
            f"the proxy on the way to '{host}' does not let us through",
            "check the variables HTTPS_PROXY, HTTP_PROXY and NO_PROXY",
        )
    if isinstance(error, requests.exceptions.SSLError):
        return Unreachable(
            f"no secure connection to '{host}': {reason}",
            "check this machine's date, and whether the network asks for a login first",
        )
    if isinstance(reason, urllib3.NameResolutionError):
        return Unreachable(
            f"no host '{host}' can be found", "check the network and the address in the config"
        )
    if isinstance(reason, urllib3.NewConnectionError):
        return Unreachable(
            f"'{host}' does not take connections", "check the network, then try again"
        )
    return _cut(host)


def _cut(host: str) -> ConnectionCut:
    return ConnectionCut(
        f"the connection to '{host}' broke before the answer was complete", "try again"
    )


def _access_denied(host: str) -> AccessDenied:
    return AccessDenied(
        f"'{host}' denies access (403)",
        "stop, and wait a day before asking again; a contact in the config, "
        "[network] contact, tells the service who is asking",
    )


def _still_busy(host: str, status: int, asked: float) -> RemoteError:
    """429 or 503 for good: after the last try, or told to stay away for too long."""
    what = "gets too many requests" if _BUSY[status] is RateLimited else "is not available"
    if asked > LONGEST_PAUSE:
        when = f"it asks to come back in {math.ceil(asked / 60)} minutes"
        return _BUSY[status](f"'{host}' {what} ({status}): {when}", "come back then")
    more = f"; it asks for {math.ceil(asked)} seconds more" if asked else ""
    return _BUSY[status](
        f"'{host}' {what} ({status}), after waiting too{more}", "try again in an hour"
    )


def seconds_asked_for(response: Response) -> float:
    """What Retry-After says, in seconds: a number or a date. 0 when there is none to be read.

    https://www.rfc-editor.org/rfc/rfc9110#field.retry-after
    """
    value = response.headers.get("retry-after", "").strip()
    if value.isascii() and value.isdigit():
        return min(float(value), 365 * 86_400.0)
    date = _seconds_since_1970(value)
    # the service's own clock, when it tells, since ours may be wrong
    now = _seconds_since_1970(response.headers.get("date", "")) or time.time()
    return max(date - now, 0.0) if date else 0.0


def _seconds_since_1970(http_date: str) -> float | None:
    from email.utils import parsedate_to_datetime

    try:
        return parsedate_to_datetime(http_date).timestamp()
    except (ValueError, OverflowError, TypeError):
        return None


def _host(url: str) -> str:
    """The host to name in messages. Raises Unreachable unless the address is http or https."""
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        host = None
    if not host or parts.scheme not in {"http", "https"}:
        raise Unreachable(
            f"'{url}' cannot be opened", "an address looks like https://export.arxiv.org/api/query"
        )
    return host


def _proxies(host: str) -> dict[str, str]:
    """No proxy stands between this machine and itself; otherwise the environment's count."""
    loopback = host in {"localhost", "::1"} or host.startswith("127.")
    return {"http": "", "https": ""} if loopback else {}
