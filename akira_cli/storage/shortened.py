"""What stands in a file, as a message quotes it: never longer than a line takes."""

from __future__ import annotations

_MOST = 60


def shortened(text: str) -> str:
    """The text, or the beginning of a long one and `…`."""
    return text if len(text) <= _MOST else f"{text[: _MOST - 1]}…"


def quoted(value: object) -> str:
    """A value in quotes, with control characters made visible."""
    if isinstance(value, str):
        shown = repr(shortened(value))  # escapes may make it long again
        return shown[0] + shortened(shown[1:-1]) + shown[0]
    shown = shortened(_written(value))
    return f"'{shown.lower() if isinstance(value, bool) else shown}'"


def _written(value: object) -> str:
    try:
        return str(value)
    except ValueError:  # https://docs.python.org/3/library/stdtypes.html#int-max-str-digits
        return hex(value) if isinstance(value, int) else "…"
