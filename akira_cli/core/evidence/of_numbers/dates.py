"""Dates and spans of years in figures: 2024-05-03, 03/05/2024, 2019–21."""

from __future__ import annotations

from collections.abc import Iterator

from akira_cli.core.evidence.of_numbers.quantity import Quantity, quantity_at
from akira_cli.core.patterns import Pattern

_DATE = Pattern(
    r"(?<![\w.,/-])(?P<year>(?:19|20)\d\d)-(?P<month>[01]\d)-(?P<day>[0-3]\d)(?![\w/-])"
)
_SLASHED = Pattern(r"(?<![\w.,/-])[0-3]?\d([/.])[0-3]?\d\1(?P<year>(?:19|20)\d\d)(?![\w/-])")
_SPAN = Pattern(
    r"(?<![\w.,/-])(?P<century>19|20)(?P<first>\d\d)(?:[-–/]|--)(?P<last>\d\d)(?![\w/%-]|[.,]\d)"
)


def dates(text: str) -> Iterator[Quantity]:
    """The numbers of dates that a writer may tell in words, and the years that spans shorten."""
    if "20" not in text and "19" not in text:
        return
    for found in _DATE.finditer(text):
        for group in ("year", "month", "day"):
            yield _plain(text, *found.span(group))._replace(named=group == "month")
    for found in _SLASHED.finditer(text):
        yield _plain(text, *found.span("year"))
        for start, end in _sides(found.start(), found[0]):
            yield _plain(text, start, end)._replace(named=True)
    for found in _SPAN.finditer(text):
        if found["last"] > found["first"]:
            yield _plain(text, found.start(), found.end("first"))
            value = float(found["century"] + found["last"])
            one = _plain(text, *found.span("last"))
            yield one._replace(value=value, written=f"{value:.0f}", digits=4)


def _plain(text: str, start: int, end: int) -> Quantity:
    one = quantity_at(text, start, end, float(text[start:end]), text[start:end])
    return one._replace(form="plain", kind="", unit="")


def _sides(start: int, date: str) -> Iterator[tuple[int, int]]:
    """Where the day and the month of a date stand, whichever comes first."""
    mark = "/" if "/" in date else "."
    first, second, _ = date.split(mark)
    yield start, start + len(first)
    yield start + len(first) + 1, start + len(first) + 1 + len(second)
