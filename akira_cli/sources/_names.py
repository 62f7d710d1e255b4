"""Names of people, as they sign."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from akira_cli.sources._texts import LONGEST_NAME, MOST_NAMES, readable

_SUFFIXES = ("jr", "sr", "ii", "iii", "iv")
_MARKS = " ,;:*"
_LONGEST_LIST = MOST_NAMES * LONGEST_NAME


def people(names: Iterable[str]) -> tuple[str, ...]:
    """The names, each once, without marks of footnotes and without what has no letter in it."""
    cleaned = (_name(name) for name in islice(names, 2 * MOST_NAMES))
    kept = dict.fromkeys(name for name in cleaned if any(map(str.isalpha, name)))
    return tuple(islice(kept, MOST_NAMES))


def signed(name: str) -> str:
    """An author's name as authors sign, `Given Family`, of it or of `Family, Given`."""
    parts = list(filter(None, map(_name, name[: 2 * LONGEST_NAME].split(","))))
    suffixes = [part for part in parts[1:] if part.rstrip(".").lower() in _SUFFIXES]
    others = [part for part in parts if part not in suffixes]
    return " ".join([*others[1:], *others[:1], *suffixes])


def listed(value: str) -> list[str]:
    """The names in one text, between semicolons, or between commas where each is a whole name."""
    value = value[:_LONGEST_LIST]
    parts = [part.split() for part in value.split(",")]
    if len(parts) > 2 and ";" not in value and all(len(part) > 1 for part in parts):
        return [" ".join(part) for part in parts]
    return value.split(";")


def _name(text: str) -> str:
    return readable(text, LONGEST_NAME).strip(_MARKS)
