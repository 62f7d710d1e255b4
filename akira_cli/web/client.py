"""`ports.Http` over the real network: paced, timed, limited, and patient when asked to be."""

from __future__ import annotations

import time
from collections.abc import Iterable
from typing import TYPE_CHECKING

from akira_cli import __version__
from akira_cli.core.addresses import is_of_arxiv
from akira_cli.core.errors import BadAnswer, Offline
from akira_cli.core.settings import ARXIV_INTERVAL, NetworkSettings
from akira_cli.pace import LONGEST_PAUSE, Pacer
from akira_cli.ports import Pace, Progress, Response
from akira_cli.web.faults import (
    BUSY,
    access_denied,
    not_opened,
    still_busy,
    without_encryption,
)
from akira_cli.web.mirrors import Asked, asked_for, redirected
from akira_cli.web.private_networks import origin

if TYPE_CHECKING:  # it loads requests
    from akira_cli.web.connections import Request, Resolve

REDIRECTS = 5
"""How many times an answer may send us elsewhere."""

_FORBIDDEN = 403
_REDIRECTS_TO = frozenset({301, 302, 303, 307, 308})


class Web:
    """`ports.Http` over the real network.

    The servers of the `trusted` addresses, and the mirrors, are asked even where they are on a
    private network. `resolve` looks up a host's addresses; the system does when it is None.
    """

    def __init__(
        self,
        settings: NetworkSettings,
        progress: Progress,
        *,
        trusted: Iterable[str] = (),
        resolve: Resolve | None = None,
    ) -> None:
        self._settings = settings
        self._progress = progress
        self._pacer = Pacer(progress)
        self._resolve = resolve
        curators_own = (*trusted, *(base for _, base in settings.mirrors))
        self._open_to = None if settings.allow_private else frozenset(map(origin, curators_own))
        contact = " ".join(settings.contact.split()).encode("ascii", "replace").decode()
        self._user_agent = f"akira-cli/{__version__}" + (f" (+{contact})" if contact else "")

    def get(
        self, url: str, pace: Pace, *, accept: str = "*/*", largest: int | None = None
    ) -> Response:
        """The whole answer to a GET; every try and every redirect takes its own turn.

        Raises what `ports.Http` says, and BadAnswer for redirects that lead nowhere.
        """
        asked = self._asked(url)
        if self._settings.offline:
            raise Offline(
                f"akira is offline and did not ask '{origin(asked.real).host}'",
                "leave out --offline and unset AKIRA_OFFLINE to allow connections",
            )
        from akira_cli.web.connections import Request

        # said outright, since what is installed beside requests would add to its own words
        headers = {
            "User-Agent": self._user_agent,
            "Accept": accept,
            "Accept-Encoding": "gzip, deflate",
        }
        limit = self._settings.size_limit if largest is None else largest
        for _ in range(REDIRECTS + 1):
            host = origin(asked.real).host
            response = self._patient_answer(Request(asked.real, host, headers, limit), pace)
            location = response.headers.get("location", "")
            if response.status not in _REDIRECTS_TO or not location:
                return response._replace(url=asked.url)
            asked = self._next(asked, host, location)
        raise BadAnswer(
            f"'{host}' sent us elsewhere more than {REDIRECTS} times",
            "look at the address in a browser",
        )

    def _asked(self, url: str) -> Asked:
        try:
            return asked_for(url, self._settings.mirrors)
        except ValueError:
            raise not_opened(url) from None

    def _next(self, asked: Asked, host: str, location: str) -> Asked:
        """What to ask after an answer of `host` that sends us on to `location`."""
        try:
            target = redirected(asked, location)
            following = asked_for(target, self._settings.mirrors)
        except ValueError:
            raise not_opened(location, host) from None
        was_encrypted = origin(asked.url).scheme == "https"
        if was_encrypted and is_of_arxiv(asked.url) and origin(target).scheme == "http":
            raise without_encryption(target, host)
        return following

    def _patient_answer(self, request: Request, pace: Pace) -> Response:
        """One answer; a busy service is asked three times in all, ever more slowly.

        Whatever leads there, arXiv is asked in its own pace.
        """
        if is_of_arxiv(request.url):
            pace = Pace("arxiv", max(pace.interval, ARXIV_INTERVAL))
        back_offs = [10 * pace.interval, 20 * pace.interval]
        reason = ""
        while True:
            with self._pacer.turn(pace, reason) as turn:
                response = self._exchange(request)
                if response.status == _FORBIDDEN:
                    raise access_denied(request.url, request.host)
                if response.status not in BUSY:
                    return response
                asked = seconds_asked_for(response)
                if not back_offs or asked > LONGEST_PAUSE:
                    raise still_busy(request.host, response.status, asked)
                turn.hold_off(max(asked, back_offs.pop(0)))
                reason = f"{request.host} asks to wait ({response.status})"

    def _exchange(self, request: Request) -> Response:
        from akira_cli.web.connections import Guard, addresses_of
        from akira_cli.web.exchange import exchange

        guard = Guard(self._resolve or addresses_of, self._open_to)
        return exchange(request, self._settings, guard, self._progress)


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
