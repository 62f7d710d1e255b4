"""Units told without a number: in a millisecond, within minutes, microsecond-level."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from math import nan

from akira_cli.core.evidence.findings import Problem
from akira_cli.core.evidence.of_numbers.quantity import Quantity, quantity_at
from akira_cli.core.evidence.of_numbers.units import TO_BASE, UNITS
from akira_cli.core.evidence.of_words.number_words import LARGE, SMALL
from akira_cli.core.patterns import Pattern

_NAMES = (
    "nanosecond|microsecond|millisecond|second|minute|hour|day|week|month|year|decade"
    "|nanometre|nanometer|micron|micrometre|micrometer|millimetre|millimeter|centimetre|centimeter"
    "|metre|meter|kilometre|kilometer|kilobyte|megabyte|gigabyte|terabyte"
)
_BARE = Pattern(
    r"\b(?P<lead>in|within|under|takes?|took|taking|just|mere|merely|only|few|several|matter\s+of"
    r"|to|into|for|than|of|from|per|each|every|needs?|requires?|lasts?|spends?|costs?)\s+(?P<article>(?:an?|a\s+single)\s+)?"
    rf"(?P<unit>{_NAMES})(?P<plural>s?)\b(?!\s*-)",
    re.IGNORECASE,
)
_MUCH_OF = Pattern(rf"\b(?P<lead>[^\W\d_]+)\s+(?P<unit>{_NAMES})s\s+of\b", re.IGNORECASE)
_IN_NAMES = (
    *("second", "minute", "hour", " day", "week", "month", " year", "decade", " metre", " meter"),
    *("-metre", "-meter", "micron", "microm", "kilo", "byte", "centi", "milli", "nano"),
)
_SCALE = Pattern(
    rf"\b(?:sub-?(?P<below>{_NAMES})s?"
    rf"|(?P<unit>{_NAMES})[-\s](?:level|scale|long|resolution|precision|accurate|range))\b",
    re.IGNORECASE,
)
_COUNTS = {*SMALL, *LARGE, "half", "gpu", "tpu", "cpu", "these", "those", "the"}
_ENDS = Pattern(
    r"\s*(?:[.,;:)]|$|(?:per|and|or|on|while|with|for|from|to|at|by|of|instead|rather|when|as|in"
    r"|is|are|using|after|before|without|each|via|through|even|which|but|not)\b)",
    re.IGNORECASE,
)


def bare_units(text: str) -> Iterator[Quantity]:
    """The units of `text` that stand without a number, as numbers of no value.

    They have the form "bare" and are `named`, so that nothing is worked out from them; `written`
    tells how they stand: "per", "scale" or "".
    """
    lower = text.lower()
    if not any(name in lower for name in _IN_NAMES):
        return
    for found in _BARE.finditer(text):
        per = found["lead"].lower() in ("per", "each", "every")
        if found["plural"] or ((found["article"] or per) and _ENDS.match(text, found.end())):
            yield _bare(text, found, "per" if per else "")
    for found in _MUCH_OF.finditer(text):
        if found["lead"].lower() not in _COUNTS and not _BARE.match(text, found.start()):
            yield _bare(text, found, "")
    for found in _SCALE.finditer(text):
        yield _bare(text, found, "scale")


def _bare(text: str, found: re.Match[str], sort: str) -> Quantity:
    group = "unit" if found["unit"] else "below"
    name = found[group].lower()
    kind, unit = UNITS.get(name) or UNITS[f"{name}s"]
    one = quantity_at(text, found.start(group), found.end(group), nan, "0")
    return one._replace(form="bare", kind=kind, unit=unit, written=sort, named=True)


def bare_unit_problem(one: Quantity, source: Sequence[Quantity]) -> Problem | None:
    """A unit without a number where the source tells another, and this one nowhere."""
    of_kind = [other for other in source if other.kind == one.kind]
    if any(one.unit in (other.unit, *other.unit.split("/")) for other in of_kind):
        return None
    told = [other for other in of_kind if other.form == "bare" and other.written == one.written]
    if not told or _is_a_bound(one, told):
        return None
    why = f"the source has '{told[0].text}', not '{one.text}'"
    return Problem("unit-changed", one.text, one.start, one.end, why)


def _is_a_bound(one: Quantity, told: Sequence[Quantity]) -> bool:
    """Whether `in under a second` is told of milliseconds."""
    below = not {"under", "than"}.isdisjoint(one.before)
    return below and any(TO_BASE[other.unit] < TO_BASE[one.unit] for other in told)
