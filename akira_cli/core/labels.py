"""Labels of issues, and the patterns they and other lines are made of. Pure.

A pattern holds `{number}`, `{number:03}`, `{date}`, `{day}`, `{week}`, `{month}`, `{year}`, and
what its place adds to these. Weeks are those of ISO 8601, and in a pattern with `{week}` the year
is the one the week belongs to: 1 January 2021 is in week 53 of 2020.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from akira_cli.core.page import LabelKind

FIELDS = ("number", "date", "day", "week", "month", "year")
_FIELD = re.compile(r"\{(\w+)(?::(0\d\d?))?\}")
_READS = {
    "number": r"\d{1,18}",
    "date": r"\d{4}-\d\d-\d\d",
    "day": r"\d\d?",
    "week": r"\d\d?",
    "year": r"\d{4}",
}


def fill(pattern: str, values: Mapping[str, object]) -> str:
    """The pattern with its fields filled in; a field without a value stays as it stands."""

    of_week = "{week}" in pattern

    def filled(field: re.Match[str]) -> str:
        value = values.get("week_year" if of_week and field[1] == "year" else field[1])
        if value is None:
            return field[0]
        return format(value, field[2] or "") if isinstance(value, int) else str(value)

    return _FIELD.sub(filled, pattern)


def is_complete(pattern: str, values: Mapping[str, object]) -> bool:
    """Whether there is a value for every field of a pattern."""
    return all(values.get(field[1]) is not None for field in _FIELD.finditer(pattern))


def fields_of(number: int | None, day: date | None, months: Sequence[str]) -> dict[str, object]:
    """The values of an issue's fields; those it has none for are None."""
    week = day.isocalendar() if day else None
    return {
        "number": number,
        "date": day.isoformat() if day else None,
        "day": day.day if day else None,
        "week": week and week.week,
        "week_year": week and week.year,
        "month": months[day.month - 1] if day and months else day and f"{day:%m}",
        "year": day.year if day else None,
    }


def kind_named(kinds: Sequence[LabelKind], name: str) -> LabelKind | None:
    """The kind called so, None when there is none."""
    return next((kind for kind in kinds if kind.kind == name), None)


def kind_of(label: str, kinds: Sequence[LabelKind], months: Sequence[str]) -> LabelKind | None:
    """The first kind whose pattern a label fits."""
    return next((kind for kind in kinds if _read(label, kind.label, months)), None)


def number_in(label: str, kinds: Sequence[LabelKind], months: Sequence[str]) -> int | None:
    """The number a label holds by the first kind it fits that has one."""
    for kind in kinds:
        found = _read(label, kind.label, months) if "{number" in kind.label else None
        if found is not None:
            return int(found["number"])
    return None


def _read(label: str, pattern: str, months: Sequence[str]) -> re.Match[str] | None:
    label, pattern = " ".join(label.split()), " ".join(pattern.split())
    by_length = sorted(months, key=len, reverse=True)  # or January's "1" would be taken for "11"
    reads = {**_READS, "month": "|".join(map(re.escape, by_length)) or r"\d\d"}
    parts: list[str] = []
    end = 0
    seen: set[str] = set()
    for field in _FIELD.finditer(pattern):
        name = field[1]
        group = f"(?P<{name}>" if name not in seen else "(?:"
        # nothing is given back, so that no label takes longer than it is long
        read = f"(?>{group}{reads.get(name, '.+')}))"
        parts += re.escape(pattern[end : field.start()]), read
        seen.add(name)
        end = field.end()
    parts.append(re.escape(pattern[end:]))
    return re.fullmatch("".join(parts), label, re.IGNORECASE)
