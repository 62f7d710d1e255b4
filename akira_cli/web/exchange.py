"""One request and its whole answer within the total time, of which nothing is left after it.

It loads requests, so it is imported when there is something to ask.
"""

from __future__ import annotations

import time
from contextlib import suppress
from queue import Empty, SimpleQueue
from threading import Thread

from akira_cli.core.settings import NetworkSettings
from akira_cli.ports import Progress, Response
from akira_cli.web.connections import Guard, Request, answer
from akira_cli.web.faults import too_slow
from akira_cli.web.open_sockets import OpenSockets

_STEP = 0.2
"""Seconds after which, and between which, the curator is told what is waited for."""


def exchange(
    request: Request, limits: NetworkSettings, guard: Guard, progress: Progress
) -> Response:
    """The whole answer. Raises TooSlow, and what `answer` raises.

    It runs in a thread of its own, since a socket's own timeout begins anew with every byte, in
    a header or between two chunks as well. However the wait for it ends, its connection ends
    too: the service must not find a second request of ours beside one that we gave up.
    """
    outcomes: SimpleQueue[Response | BaseException] = SimpleQueue()
    sockets = OpenSockets()

    def ask() -> None:
        try:
            outcomes.put(answer(request, limits, guard, sockets))
        except BaseException as error:  # noqa: BLE001  # raised again where it is waited for
            outcomes.put(error)

    end = time.monotonic() + limits.total_timeout
    waited = False
    try:
        Thread(target=ask, name=f"asking {request.host}", daemon=True).start()
        while (left := end - time.monotonic()) > 0:
            with suppress(Empty):
                outcome = outcomes.get(timeout=min(left, _STEP))
                if isinstance(outcome, BaseException):
                    raise outcome
                return outcome
            waited = True
            progress.waiting(f"asking {request.host}", None)
        raise too_slow(request.host, limits)
    finally:
        sockets.shut_down()
        if waited:
            progress.finished()
