"""A visible countdown on a terminal while something is waited for."""

from __future__ import annotations

import math
import sys

_ERASE_LINE = "\r\x1b[2K"
_LONG = 10.0
"""Seconds from which a wait is worth a line where there is no terminal to count down on."""


class Countdown:
    """Progress on stderr: one line that counts down and goes away; into a pipe, only a
    line for each long wait."""

    def __init__(self) -> None:
        self._shown = ""

    def waiting(self, reason: str, seconds_left: float | None) -> None:
        """Show why and how long; called several times a second."""
        left = "" if seconds_left is None else f": {math.ceil(seconds_left)} s"
        line = f"{reason}{left}"
        if sys.stderr.isatty():
            if line != self._shown:
                sys.stderr.write(f"{_ERASE_LINE}{line}")
                sys.stderr.flush()
                self._shown = line
        elif not self._shown and (seconds_left or 0.0) >= _LONG:
            sys.stderr.write(f"{line}\n")
            self._shown = line

    def finished(self) -> None:
        """Take the line away."""
        if self._shown and sys.stderr.isatty():
            sys.stderr.write(_ERASE_LINE)
            sys.stderr.flush()
        self._shown = ""
