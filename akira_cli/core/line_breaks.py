"""Line breaks, where a text has to do with one line. Pure."""

from __future__ import annotations


def on_one_line(text: str) -> str:
    """The lines of a text joined by blanks; within a line nothing is changed."""
    return " ".join(filter(None, map(str.strip, text.splitlines())))
