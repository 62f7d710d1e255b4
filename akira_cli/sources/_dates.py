"""The day of a publication, in the forms in which pages and services write it. None is guessed."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import Any, NamedTuple

from akira_cli.sources._texts import clipped

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = rf"(?P<name>{'|'.join(_MONTHS)})[a-z]{{0,6}}\.?"
_BEGINNINGS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?P<year>\d{4})[-/.年](?P<month>\d{1,2})[-/.月](?P<day>\d{1,2})(?!\d)",
        r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})(?:T.*)?$",
        rf"(?:[a-z]+,?\s+)?{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})\b",
        rf"(?:[a-z]+,?\s+)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[\s-]+{_MONTH},?[\s-]+(?P<year>\d{{4}})\b",
    )
)
_COMPACT = re.compile(r"(?<![0-9])([12][0-9]{3})([0-9]{2})([0-9]{2})(?![0-9])")
_EPOCH = 1970
"""The year that a clock which was never set shows."""
_LATEST = 253_402_300_800_000
"""Milliseconds to the year 10000, where dates end."""
_LONGEST = 200


class Dated(NamedTuple):
    """The day a text names, and its year, each None when it does not."""

    day: date | None = None
    year: int | None = None


def date_in(text: str) -> date | None:
    """The day that any text begins with, as the writer's clock had it; None when with none."""
    line = clipped(text, _LONGEST)
    for pattern in _BEGINNINGS:
        if (found := pattern.match(line)) is None:
            continue
        parts = found.groupdict()
        name = parts.get("name")
        month = _MONTHS.index(name.casefold()) + 1 if name else int(parts["month"])
        if day := _day(int(parts["year"]), month, int(parts["day"])):
            return day if day.year > _EPOCH else None
    return None


def dated(text: str) -> Dated:
    """What a publisher's date says: `2021/10/5`, `20211005`, `5 Oct 2021`, `10/2021`, `2021`.

    For a text that is nothing but a date. `05/10/2021` names no day: it is another one on either
    side of the Atlantic.
    """
    plain = re.sub(_COMPACT, r"\1 \2 \3", clipped(text, _LONGEST).lower())
    words = re.findall(r"[a-z]+|[0-9]+", plain)
    numbers = [int(word) for word in words if word.isdigit() and len(word) <= 4]
    months = [_MONTHS.index(word[:3]) + 1 for word in words if word[:3] in _MONTHS]
    year = next((number for number in numbers if number >= 1000), None)
    small = [number for number in numbers if number < 1000]
    if year is None or len(months[:1] + small) < 2:
        return Dated(None, year)
    month, day = (*months[:1], *small)[:2]
    if not months and numbers[0] != year and month != day:
        month, day = min(month, day), max(month, day)
        if day <= 12:
            return Dated(None, year)
    return Dated(_day(year, month, day), year)


def date_of_parts(value: object) -> Dated:
    """The day of `{"date-parts": [[2021, 10, 5]]}`, which may end after any part.

    Raises ValueError when it is none.
    https://docs.citationstyles.org/en/stable/specification.html#date-variables
    """
    parts = parts_in(value)
    if not parts:
        return Dated()
    try:
        numbers = [int(part) for part in parts[:3]]
        # a day that is not said is the first, to check the others by
        day = date(*numbers, *(1, 1, 1)[len(numbers) :])
    except (TypeError, OverflowError) as error:
        raise ValueError(str(error)) from error
    if day.year < 1000:
        raise ValueError("no year of a publication")
    return Dated(day if len(numbers) == 3 else None, day.year)


def parts_in(value: object) -> list[Any]:
    """The parts of the first date in `{"date-parts": ...}`, as they stand; empty for none."""
    rows = value.get("date-parts") if isinstance(value, dict) else None
    row = rows[0] if isinstance(rows, list) and rows else None
    return row if isinstance(row, list) and row and row[0] is not None else []


def date_of_moment(milliseconds: object) -> date | None:
    """The day, in UTC, of a moment since 1970; None of what is no moment."""
    if type(milliseconds) is not int or not 0 < milliseconds < _LATEST:
        return None
    return datetime.fromtimestamp(milliseconds / 1000, UTC).date()


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
