"""Whose turn it is to ask a service: one request at a time, an interval apart, over all processes.

Each service has two files in the user's state folder. The operating system's lock on the one is
held while a request runs, and falls when the process ends, however it ends. The other says when
the last request ended and until when the service wants to be left alone.
"""

from __future__ import annotations

import math
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from akira_cli.core.errors import NotWritten, PrivateNetwork, Unreachable
from akira_cli.ports import Pace, Progress

if TYPE_CHECKING:
    from filelock import BaseFileLock

LONGEST_PAUSE = 300.0
"""Seconds a service may be left alone for; a clock file that says more is not believed."""

_PLAIN_NAME = re.compile(r"(?!(?:aux|con|nul|prn|com\d|lpt\d)\b)[a-z0-9][a-z0-9._-]{0,79}")
"""What every file system takes, and no two of which any of them takes for one:
https://learn.microsoft.com/windows/win32/fileio/naming-a-file"""
_STEP = 0.1
"""Seconds between two looks at the lock, and between two reports of the time left."""


@dataclass(slots=True)
class Turn:
    """The right to make one request."""

    pause: float = field(default=0.0, init=False)

    def hold_off(self, seconds: float) -> None:
        """Leave the service alone after this request: every process waits that long."""
        self.pause = min(seconds, LONGEST_PAUSE)


class Pacer:
    """Hands out turns; `folder` holds the lock and clock files."""

    def __init__(self, progress: Progress, folder: Path | None = None) -> None:
        self._progress = progress
        self._folder = folder

    @contextmanager
    def turn(self, pace: Pace, reason: str = "") -> Iterator[Turn]:
        """Wait for the turn, hold it while the request runs, note its end.

        The interval counts from the end of the last request, so that two never arrive closer
        than that, however long they travel; one that found no way there, or that was refused
        for where it leads, does not count.
        `reason` is what the curator is told the wait is for. Raises NotWritten when the state
        folder cannot be used.
        """
        from filelock import FileLock

        folder = self._folder or _state_folder()
        with _state_kept_in(folder):
            folder.mkdir(parents=True, exist_ok=True)
        name = file_name(pace.service)
        lock = FileLock(folder / f"{name}.lock")
        clock = _ClockFile(folder / f"{name}.clock")
        turn = Turn()
        try:
            self._wait(lock, clock, pace, reason)
            before = clock.text()
            clock.note()  # a process killed while it asks has asked all the same
            reached = True
            try:
                yield turn
            except (Unreachable, PrivateNetwork):
                reached = False
                raise
            finally:
                if reached:
                    clock.note(turn.pause)
                else:
                    clock.restore(before)
        finally:
            lock.release()

    def _wait(self, lock: BaseFileLock, clock: _ClockFile, pace: Pace, reason: str) -> None:
        """Return with the lock held and the wait over."""
        waited = False
        try:
            while (seconds := _seconds_until_free(lock, clock, pace.interval)) != 0:
                waited = True
                if seconds is None:
                    self._progress.waiting(f"another akira is asking {pace.service}", None)
                    time.sleep(_STEP)
                else:
                    self._count_down(seconds, reason or f"next request to {pace.service}")
        finally:
            if waited:
                self._progress.finished()

    def _count_down(self, seconds: float, reason: str) -> None:
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            self._progress.waiting(reason, left)
            time.sleep(min(left, _STEP))


def _state_folder() -> Path:
    import platformdirs

    return platformdirs.user_state_path("akira", appauthor=False) / "pace"


def file_name(service: str) -> str:
    """A file's name for a service: its own where that is short and plain, else with a digest.

    No two services have the same: only one of the two kinds has a `~`.
    """
    if _PLAIN_NAME.fullmatch(service):
        return service
    from hashlib import sha256

    digest = sha256(service.encode(errors="surrogatepass")).hexdigest()[:32]
    return f"{digest}~{re.sub('[^A-Za-z0-9.-]', '_', service)[:40]}"


def _seconds_until_free(lock: BaseFileLock, clock: _ClockFile, interval: float) -> float | None:
    """0 with the lock held; else without it: the seconds to wait, or None when another asks.

    Nobody waits with the lock in hand, so that every process can show its own countdown.
    """
    from filelock import Timeout

    with _state_kept_in(clock.path.parent):
        try:
            lock.acquire(blocking=False)
        except Timeout:
            return None
    seconds = clock.seconds_to_wait(interval)
    if seconds > 0:
        lock.release()
    return seconds


@dataclass(frozen=True, slots=True)
class _ClockFile:
    """Two times in seconds since 1970: when the last request ended, and when to ask again."""

    path: Path

    def seconds_to_wait(self, interval: float) -> float:
        """0 when a request may be made now. Times that cannot be are replaced by now."""
        now = time.time()
        text = self.text()
        if text is None:
            return 0.0
        try:
            ended, resume = map(float, text.split())
        except ValueError:
            ended = resume = math.inf
        if not (ended <= now and resume <= now + LONGEST_PAUSE):
            self.note()
            ended = resume = now
        return max(ended + interval - now, resume - now, 0.0)

    def note(self, pause: float = 0.0) -> None:
        """A request starts or ends now; nobody asks again before `pause` seconds are over."""
        now = time.time()
        with _state_kept_in(self.path.parent):
            self.path.write_text(f"{now!r} {now + pause!r}\n", encoding="ascii")

    def text(self) -> str | None:
        """What the file says, for `restore`; None when there is none."""
        with _state_kept_in(self.path.parent):
            try:
                return self.path.read_text(encoding="ascii", errors="replace")
            except FileNotFoundError:
                return None

    def restore(self, text: str | None) -> None:
        """No request has been made after all: let the file say what it said before."""
        with _state_kept_in(self.path.parent):
            if text is None:
                self.path.unlink(missing_ok=True)
            else:
                self.path.write_text(text, encoding="ascii")


@contextmanager
def _state_kept_in(folder: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, NotImplementedError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise NotWritten(
            f"cannot keep the pace of requests in '{folder}': {reason.lower()}",
            "make that folder writable, or set XDG_STATE_HOME to one that is",
        ) from error
