"""A visible countdown on a terminal while something is waited for."""

from __future__ import annotations

import math
import sys
from threading import Lock, get_ident

_ERASE_LINE = "\r\x1b[2K"
_LONG = 10.0
"""Seconds from which a wait is worth a line where there is no terminal to count down on."""


class Countdown:
    """Progress on stderr, of any number of threads, each with one wait at a time.

    On a terminal one line counts down the longest of the waits and goes away; into a pipe there
    is only a line for each wait that is long.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._waits: dict[int, str] = {}
        """The line of each thread that waits, the one that waits longest first."""
        self._told: set[int] = set()
        self._shown = ""

    def waiting(self, reason: str, seconds_left: float | None) -> None:
        """Show why and how long; called several times a second."""
        left = "" if seconds_left is None else f": {math.ceil(seconds_left)} s"
        line = f"{reason}{left}"
        thread = get_ident()
        with self._lock:
            self._waits[thread] = line
            if sys.stderr.isatty():
                self._show_longest()
            elif thread not in self._told and (seconds_left or 0.0) >= _LONG:
                self._told.add(thread)
                sys.stderr.write(f"{line}\n")

    def finished(self) -> None:
        """Take the line away; what others wait for is shown instead."""
        thread = get_ident()
        with self._lock:
            self._waits.pop(thread, None)
            self._told.discard(thread)
            if sys.stderr.isatty():
                self._show_longest()

    def _show_longest(self) -> None:
        line = next(iter(self._waits.values()), "")
        if line != self._shown:
            sys.stderr.write(f"{_ERASE_LINE}{line}")
            sys.stderr.flush()
            self._shown = line
