"""The newest state of the issue, and a thread that looks whether there is a newer one."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import NamedTuple

from akira_cli.core.errors import AkiraError
from akira_cli.core.preview import State

POLL_SECONDS = 0.3
"""Between two looks at the signature while a page is connected."""

_NOTHING_YET = State(title="", file="", targets=(), checks=())


class Versioned(NamedTuple):
    """A state and its version, which no other state has, not even after a restart."""

    version: int
    state: State


class Watch:
    """Assembles the state anew when its signature differs, in one thread of its own.

    It looks while someone listens, and when asked. `assemble` may raise AkiraError: the last
    good state stays, with the error; any other error ends the watch and goes to `failed`.
    """

    def __init__(
        self,
        assemble: Callable[[], State],
        signature: Callable[[], object],
        failed: Callable[[Exception], None],
    ) -> None:
        self._assemble = assemble
        self._signature = signature
        self._failed = failed
        self._newest: Versioned | None = None
        self._seen: object = None
        self._listeners = 0
        self._asked = 0
        self._looked = 0
        self._stopped = False
        self._news = threading.Condition()
        self._thread = threading.Thread(target=self._run, name="preview-watch", daemon=True)

    @property
    def running(self) -> bool:
        """Whether there can still be a newer state."""
        return not self._stopped

    def start(self) -> None:
        """Be ready to look."""
        self._thread.start()

    def stop(self, seconds: float) -> None:
        """End the thread, but wait no longer; whoever waits for a state gets none."""
        self._end()
        self._thread.join(seconds)

    def look(self) -> Versioned | None:
        """The state as it is now; None when the watch has ended."""
        with self._news:
            self._asked += 1
            mine = self._asked
            self._news.notify_all()
            self._news.wait_for(lambda: self._stopped or self._looked >= mine)
            return None if self._stopped else self._newest

    def last(self) -> Versioned | None:
        """The state last seen, so that a page and its pictures are of one version."""
        return self._newest or self.look()

    def newer(self, version: int | None, seconds: float) -> Versioned | None:
        """A state of another version, or None when there is none within the time."""
        with self._news:
            self._news.wait_for(lambda: self._stopped or self._is_news(version), seconds)
            return self._newest if self._is_news(version) else None

    @contextmanager
    def listening(self) -> Iterator[None]:
        """Keep looking meanwhile."""
        self._listen(1)
        try:
            yield
        finally:
            self._listen(-1)

    def _listen(self, more: int) -> None:
        with self._news:
            self._listeners += more
            self._news.notify_all()

    def _is_news(self, version: int | None) -> bool:
        return self._newest is not None and self._newest.version != version

    def _end(self) -> None:
        with self._news:
            self._stopped = True
            self._news.notify_all()

    def _run(self) -> None:
        try:
            while self._wait_for_turn():
                self._look()
        except Exception as error:  # noqa: BLE001  # a bug: whoever runs the preview reports it
            self._failed(error)
        finally:
            self._end()

    def _wait_for_turn(self) -> bool:
        """Wait until it is time to look; False when it is time to end."""
        with self._news:
            self._news.wait_for(lambda: self._is_wanted() or self._listeners > 0)
            self._news.wait_for(self._is_wanted, POLL_SECONDS)
            return not self._stopped

    def _is_wanted(self) -> bool:
        return self._stopped or self._asked > self._looked

    def _look(self) -> None:
        asked = self._asked
        before = self._newest
        state = self._state_now(before.state if before else None)
        with self._news:
            if before is None:
                self._newest = Versioned(time.time_ns(), state)
            elif state != before.state:
                self._newest = Versioned(max(time.time_ns(), before.version + 1), state)
            self._looked = asked
            self._news.notify_all()

    def _state_now(self, before: State | None) -> State:
        try:
            # taken first: a change while the state is assembled is seen at the next look
            signature = self._signature_now()
            if before is None or signature != self._seen:
                before = self._assemble()
            self._seen = signature
        except AkiraError as error:
            self._seen = error  # equal to no signature, so that it is tried again
            told = "\n".join(filter(None, (error.message, error.hint)))
            return (before or _NOTHING_YET)._replace(error=told)
        return before

    def _signature_now(self) -> object:
        """The signature; none while the file is away, as when an editor replaces it."""
        try:
            return self._signature()
        except OSError:
            return None
