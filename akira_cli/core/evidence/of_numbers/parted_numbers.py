"""Numbers put together of a whole and a part: two and a half hours, 1/3, one in 1,000."""

from __future__ import annotations

import re
from collections.abc import Iterator

from akira_cli.core.evidence.of_numbers.quantity import Quantity, quantity_at
from akira_cli.core.evidence.of_numbers.units import UNITS
from akira_cli.core.evidence.of_words.number_words import FRACTIONS, LARGE, SMALL
from akira_cli.core.patterns import Pattern

_WORDS = "|".join(sorted({*SMALL, *LARGE}, key=len, reverse=True))
_AND_A_PART = Pattern(
    rf"\b(?P<count>(?:{_WORDS})(?:-(?:{_WORDS}))?|\d{{1,3}}|an?|last|past|next|another)(?:[\s-]+(?P<unit>"
    r"(?:square[\s-]+|percentage[\s-]+)?[^\W\d_]+))?"
    r"[\s-]+and[\s-]+an?[\s-]+(?P<part>half|quarter|third)\b",
    re.IGNORECASE,
)
_PART_OF_UNIT = Pattern(
    r"\b(?:(?P<count>an?|one|two|three)[\s-]+)?(?P<part>half|quarters?|thirds?|fifths?"
    r"|tenths?|hundredths?|thousandths?)"
    r"(?:[\s-]+(?:of[\s-]+)?an?[\s-]+|-|[\s-]+(?=percent))"
    r"(?P<unit>hour|day|week|month|year|minute|(?:milli|micro|nano)?second|century|decade|million"
    r"|billion|dozen|(?:kilo|centi|milli|micro|nano)?met(?:re|er)|mile|inch|degree|cent|dollar|euro"
    r"|(?:kilo|mega|giga|tera)byte|decibel|watt|hectare|acre|pixel"
    r"|percentage[\s-]+point|per[\s-]?cent|point)s?\b",
    re.IGNORECASE,
)
_SLASHED = Pattern(
    r"(?<![\w/.,-])(?P<some>\d|\bone)(?:/(?P<all>\d{1,4})(?:st|nd|rd|th)?|[\s-](?P<nth>\d{1,4})(?:st"
    r"|nd|rd|th))(?=\s+(?:of|as|the|less|fewer|lower|more|smaller|size|its|their)\b|[.,;)])"
)
_SPELLED_POINT = Pattern(
    rf"\b(?P<whole>(?:{_WORDS})(?:[\s-]+(?:{_WORDS}))*)\s+point\s+(?P<rest>(?:{_WORDS})"
    rf"(?:[\s-]+(?:{_WORDS}))*)\b",
    re.IGNORECASE,
)
_RATIO = Pattern(
    rf"\b(?P<some>\d{{1,3}}|{_WORDS}|an?|once)(?P<things>(?:\s+[^\W\d_]+){{0,3}}?)"
    r"\s+(?P<join>in|out\s+of|of\s+every|per|for\s+every|of)\s+(?:every\s+|each\s+)?"
    rf"(?P<all>(?:an?\s+|one\s+|ten\s+)?(?:hundred|thousand|million|billion)|{_WORDS}"
    r"|\d{1,3}(?:,000)*|\d0{3,})\b(?![-.,]?\d|-|\s*%)",
    re.IGNORECASE,
)
_ENDS_RATIO = Pattern(
    r"\b(?:in|of|per|every)\s+(?:every\s+|each\s+)?"
    rf"(?:an?\s+(?:hundred|thousand|million|billion)|{_WORDS}|\d)",
    re.IGNORECASE,
)
_PARTS = ("half", "quarter", "third", "tenth", "fifth", "dredth", "sandth")
_HEDGE = Pattern(
    r"\b(?:about|around|nearly|almost|roughly|some|approximately|over|under|than)\s*$",
    re.IGNORECASE,
)
_COUNTED = Pattern(r"\s+(?!(?:is|was|has|does|as|this)\b|[^\W\d_]*ss\b)[^\W\d_]+s\b", re.IGNORECASE)
_WHOLES = frozenset((3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 15, 20, 25, 30, 40, 50, 100))
"""Of so many a part is told; other wholes are counts unless they are round."""


def parted(text: str) -> Iterator[Quantity]:
    """The numbers of `text` that have a part in them, each with its unit."""
    lower = text.lower()
    if " point " in lower:
        yield from _points(text)
    if "and a " in lower or "and-a-" in lower:
        yield from _and_a_part(text)
    if any(part in lower for part in _PARTS):
        yield from _parts_of_units(text)
    if "/" in text or "one " in lower or "one-" in lower:
        yield from _slashed(text)
    if _ENDS_RATIO.search(text):
        yield from _ratios(text)


def _points(text: str) -> Iterator[Quantity]:
    """`seventy-three point eight percent`."""
    for found in _SPELLED_POINT.finditer(text):
        rest = "".join(f"{_small(word):.0f}" for word in _split(found["rest"]))
        written = f"{sum(map(_small, _split(found['whole']))):.0f}.{rest}"
        yield quantity_at(text, found.start(), found.end(), float(written), written)


def _and_a_part(text: str) -> Iterator[Quantity]:
    """`two and a half hours`, `a year and a half`, `a million and a half`."""
    for found in _AND_A_PART.finditer(text):
        unit = " ".join((found["unit"] or "").lower().replace("-", " ").split())
        count = _small(found["count"].lower()) or 1.0
        scale = LARGE.get(unit, 1.0)
        first, _, last = unit.partition(" ")
        known = UNITS.get(last or unit) or UNITS.get(
            {"kilo": "kg"}.get(unit, f"{unit}s" if unit else "")
        )
        if first == "square" and known is not None:
            known = ("area", f"{known[1]}2")
        if unit and known is None and scale == 1:
            continue
        if not unit and not found["count"].isdigit() and _small(found["count"].lower()) == 0:
            continue
        value = (count + FRACTIONS[found["part"].lower()]) * scale
        one = quantity_at(text, found.start(), found.end(), value, f"{value:.3g}")
        form = "share" if known is not None and known[0] == "share" else one.form
        yield one if known is None else one._replace(form=form, kind=known[0], unit=known[1])


def _parts_of_units(text: str) -> Iterator[Quantity]:
    """`half an hour`, `a half-minute video`, `three quarters of a million`, `half a percent`."""
    for found in _PART_OF_UNIT.finditer(text):
        value = FRACTIONS[found["part"].lower()] * (_small((found["count"] or "").lower()) or 1.0)
        unit = " ".join(found["unit"].lower().replace("-", " ").split())
        one = quantity_at(text, found.start(), found.end(), value, f"{value:.3g}")
        if unit in LARGE:
            yield one._replace(value=value * LARGE[unit], digits=1)
        elif unit.startswith("per") or unit == "point":
            name = "points" if unit.endswith("point") else "%"
            yield one._replace(form="share", kind="share", unit=name)
        else:
            kind, name = UNITS.get(unit) or UNITS[f"{unit}s"]
            yield one._replace(kind=kind, unit=name, digits=1)


def _slashed(text: str) -> Iterator[Quantity]:
    """`1/3 the memory`."""
    for found in _SLASHED.finditer(text):
        some, whole = _small(found["some"]), float(found["all"] or found["nth"])
        if 0 < some < whole:
            one = quantity_at(text, found.start(), found.end(), some / whole, f"{some / whole:.3g}")
            yield one._replace(form="part", kind="", unit="")


def _ratios(text: str) -> Iterator[Quantity]:
    """`nine in ten`, `nine tokens out of ten`, `3 in 1,000`: a part of all."""
    for found in _RATIO.finditer(text):
        some, whole = (_small(found[name].lower().replace(",", "")) for name in ("some", "all"))
        if not 0 < some < whole or (some < 1.5 and found["some"].lower() in ("a", "an")):
            continue
        if _is_part_of_all(text, found, some, whole):
            one = quantity_at(text, found.start(), found.end(), some / whole, f"{some / whole:.3g}")
            yield one._replace(form="part", kind="", unit="", digits=1)


def _is_part_of_all(text: str, found: re.Match[str], some: float, whole: float) -> bool:
    """Whether a part is told, not two counts as in `wins in two of five games`."""
    join = " ".join(found["join"].lower().split())
    hedged = _HEDGE.search(text[max(0, found.start() - 16) : found.start()]) is not None
    plural = _COUNTED.match(text, found.end()) is not None
    if join == "of":
        hundreds = whole >= 100 and _is_round(whole) and (whole <= 1000 or some == 1)
        return not found["things"] and (hundreds or (hedged and whole == 10))
    if join.endswith("every"):
        return True
    if whole >= 100 and join != "per":
        return _is_round(whole)
    if whole not in _WHOLES and not (some == 1 and join == "in"):
        return False
    return bool(found["things"]) or not plural or hedged or (some == 1 and whole > 4)


def _is_round(whole: float) -> bool:
    """Whether a whole has one figure and noughts, so that it is no year and no count."""
    return not f"{whole:.0f}"[1:].strip("0")


def _split(words: str) -> list[str]:
    return [word for word in re.split(r"[-\s]+", words.lower()) if word]


def _small(words: str) -> float:
    """The value of `7`, `seven`, `a thousand`, `ten thousand`; 0 of what is no number."""
    value = 0.0
    for word in _split(words):
        if word.isdecimal():
            value = float(word)
        elif word == "once":
            value = 1.0
        elif word in LARGE:
            value = (value or 1.0) * LARGE[word]
        elif word in SMALL:
            value = SMALL[word] + (value if value >= 20 else 0.0)
    return value
