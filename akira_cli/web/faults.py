"""What can go wrong between a request and its answer, in words. Nothing is opened here."""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from akira_cli.core.addresses import is_of_arxiv
from akira_cli.core.errors import (
    AccessDenied,
    BadAnswer,
    ConnectionCut,
    RateLimited,
    RemoteError,
    ServiceUnavailable,
    TimedOut,
    TooLarge,
    TooSlow,
    Unreachable,
)
from akira_cli.core.settings import NetworkSettings
from akira_cli.pace import LONGEST_PAUSE

if TYPE_CHECKING:
    import requests

BUSY = {429: RateLimited, 503: ServiceUnavailable}
_LONGEST_SHOWN = 200
"""Characters of an address that a message shows."""


@contextmanager
def named_faults(host: str, limits: NetworkSettings) -> Iterator[None]:
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
        raise Unreachable(f"'{host}' cannot be asked: {error}", "check the address") from error
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
        return Unreachable(f"no host '{host}' can be found", "check the network and the address")
    if isinstance(reason, urllib3.NewConnectionError):
        return Unreachable(
            f"'{host}' does not take connections", "check the network, then try again"
        )
    return _cut(host)


def _cut(host: str) -> ConnectionCut:
    return ConnectionCut(
        f"the connection to '{host}' broke before the answer was complete", "try again"
    )


def too_slow(host: str, limits: NetworkSettings) -> TooSlow:
    """An answer that takes longer than the total time."""
    return TooSlow(
        f"'{host}' took more than {limits.total_timeout:g} seconds to answer",
        "try again when the network is faster",
    )


def too_large(host: str, largest: int, limits: NetworkSettings) -> TooLarge:
    """An answer of more than `largest` bytes."""
    message = f"'{host}' answered with more than {largest:,} bytes"
    if largest != limits.size_limit:
        return TooLarge(message, "look at the address")
    return TooLarge(
        message, "look at the address; [network] size_limit in the config can allow more"
    )


def not_opened(url: str, sent_by: str = "") -> Unreachable:
    """What is no web address cannot be asked; `sent_by` is the host that redirects to it."""
    if sent_by:
        return Unreachable(
            f"'{sent_by}' sends us on to '{_shortened(url)}', which cannot be opened",
            "look at the address in a browser",
        )
    return Unreachable(
        f"'{_shortened(url)}' cannot be opened",
        "an address looks like https://example.org/page",
    )


def without_encryption(url: str, sent_by: str) -> BadAnswer:
    """A redirect that would read arXiv's pages in the clear."""
    return BadAnswer(
        f"'{sent_by}' sends us on to '{_shortened(url)}', without https",
        "see whether the network asks for a login first",
    )


def _shortened(url: str) -> str:
    return url if len(url) <= _LONGEST_SHOWN else f"{url[:_LONGEST_SHOWN]}…"


def access_denied(url: str, host: str) -> AccessDenied:
    """403, with how to behave then; `url` is the address asked."""
    wait = "stop, and wait a day before asking again; " if is_of_arxiv(url) else ""
    return AccessDenied(
        f"'{host}' denies access (403)",
        f"{wait}a contact in the config, [network] contact, tells the service who is asking",
    )


def still_busy(host: str, status: int, asked: float) -> RemoteError:
    """429 or 503 for good: after the last try, or told to stay away for too long."""
    what = "gets too many requests" if BUSY[status] is RateLimited else "is not available"
    if asked > LONGEST_PAUSE:
        when = f"it asks to come back in {math.ceil(asked / 60)} minutes"
        return BUSY[status](f"'{host}' {what} ({status}): {when}", "come back then")
    more = f"; it asks for {math.ceil(asked)} seconds more" if asked else ""
    return BUSY[status](
        f"'{host}' {what} ({status}), after waiting too{more}", "try again in an hour"
    )
