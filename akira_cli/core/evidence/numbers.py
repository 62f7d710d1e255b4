"""The numbers of a text, in figures and in words, with what they are of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from akira_cli.core.evidence.number_words import FRACTIONS, LARGE, MULTIPLES, SMALL, SUFFIXES
from akira_cli.core.evidence.quantity import Quantity, quantity_at, words_after
from akira_cli.core.evidence.spelled_numbers import READERS
from akira_cli.core.evidence.units import COUNTED, UNITS
from akira_cli.core.patterns import Pattern

__all__ = ["Quantity", "plain_signs", "quantities"]

_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_LATEX = Pattern(r"\\(?:times|leq?|geq?|sim|approx|%|\$|,|;|pm|cdot|to|rightarrow)(?![a-z])|[${}~]")
_LATEX_SIGNS = {
    "\\times": "×",
    "\\%": "%",
    "\\leq": "≤",
    "\\le": "≤",
    "\\geq": "≥",
    "\\ge": "≥",
    "\\cdot": "·",
    "~": " ",
}
_MONEY = Pattern(r"(?<![\w}])\\?\$(?=\d[\d,.]*[KMB]?(?![^$]*\$))")
_FIGURES = Pattern(
    r"(?<![\w.,])"
    r"(?P<mantissa>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)"
    r"(?:(?P<power>\s*[x×·*]\s*10\s*\^?\s*(?P<exponent>-?\d+|[⁰¹²³⁴⁵⁶⁷⁸⁹⁻]+))"
    r"|(?P<scientific>e[-+]?\d+(?![\w]))|\s?\^\s*(?P<raised>-?\d+)|(?P<super>[⁰¹²³⁴⁵⁶⁷⁸⁹⁻]+))?"
    r"(?P<glued>[A-Za-zµ]+(?![\w]))?(?![\w]|\.\d)"
)
_ENUMERATION = Pattern(r"\d{1,2}(?:\)|\.\s+[A-Z])")
_OPENS_ITEM = Pattern(r"(?:^|\n|\(|[.:;,]\s|\band\s)\s*$")
_ANY = "|".join(
    sorted({*SMALL, *LARGE, *FRACTIONS, *MULTIPLES, "magnitude"}, key=len, reverse=True)
)
_ANY_WORD = Pattern(rf"\b(?:{_ANY})\b", re.IGNORECASE)
SCALE = Pattern(r"[\s-]?(hundred|thousand|million|billion|trillion|dozen|bn)\b", re.IGNORECASE)
_JOIN = Pattern(
    r"\s*(?:[-–—/±,]|to|and|or|vs\.?|versus|out|of|from|then|\s)*"
    r"(?:(?<=\s)(?:nearly|almost|over|about|just|only)\s+)?$",
    re.IGNORECASE,
)
_BEYOND_COUNTING = 1e60
"""A row of figures so long is no number of anything, and none that a float can hold."""

_ORDINAL = ("st", "nd", "rd", "th")
_BARE = frozenset(("over", "about", "nearly", "almost", "just", "only"))


def plain_signs(text: str) -> str:
    """`text` with LaTeX's signs as characters, every other character in its place."""
    if "\\" not in text and "$" not in text and "~" not in text:
        return text
    marked = _MONEY.compiled.sub(
        lambda found: found[0].rjust(1).replace("\\$", " ¤").replace("$", "¤"), text
    )
    plain = _LATEX.compiled.sub(
        lambda found: _LATEX_SIGNS.get(found[0], " ").rjust(len(found[0])), marked
    )
    return plain.replace("¤", "$")


def quantities(text: str) -> list[Quantity]:
    """Every number of `text`, which has passed `plain_signs`, in order; none inside a name."""
    found: list[Quantity] = []
    taken: set[int] = set()
    if not any(map(str.isdigit, text)) and not _ANY_WORD.search(text):
        return found
    for reader in (*READERS[:4], _figures, *READERS[4:]):
        for one in reader(text):
            places = range(one.start, one.end)
            if taken.isdisjoint(places):
                taken.update(places)
                found.append(one)
    found.sort(key=lambda one: one.start)
    return _with_shared_units(text, found)


def _figures(text: str) -> Iterator[Quantity]:
    for found in _FIGURES.finditer(text):
        glued = found["glued"] or ""
        end, value = found.end(), _value(found)
        if glued in SUFFIXES and (glued != "m" or _counts_things(text, end)):
            value *= SUFFIXES[glued]
        elif glued.lower() in UNITS or glued in _ORDINAL:
            end -= len(glued)
        elif glued:
            continue
        scale = SCALE.match(text, end) if end == found.end() else None
        if scale is not None:
            value *= {**LARGE, "bn": 1e9}[scale[1].lower()]
            end = scale.end()
        if not value < _BEYOND_COUNTING or _marks_a_place(text, found.start()):
            continue
        one = quantity_at(text, found.start(), end, value, found["mantissa"])
        if glued in _ORDINAL:
            one = one._replace(form="ordinal", kind="", unit="")
        yield one._replace(named=_is_in_a_name(text, found.start()))


def _marks_a_place(text: str, start: int) -> bool:
    """Whether figures are raised, as in `m^2`, or number an item of a list."""
    before = text[max(0, start - 12) : start]
    if before.endswith("^"):
        return True
    return bool(_ENUMERATION.match(text, start) and _OPENS_ITEM.search(before))


def _value(found: re.Match[str]) -> float:
    mantissa = float(found["mantissa"].replace(",", ""))
    exponent = found["raised"] or found["super"]
    if exponent:
        return _raised(mantissa, exponent.translate(_SUPERSCRIPTS))
    return mantissa * _power(found)


def _is_in_a_name(text: str, start: int) -> bool:
    """Whether figures after a hyphen belong to a word, as in `Llama-2-70B`."""
    if start < 2 or text[start - 1] not in "-‐‑/":
        return False
    first = start - 1
    while first and (text[first - 1].isalnum() or text[first - 1] in "-‐/."):
        first -= 1
    return text[first].isalpha()


def _counts_things(text: str, end: int) -> bool:
    following = words_after(text, end)
    return bool(following) and following[0] in UNITS


def _power(found: re.Match[str]) -> float:
    exponent = found["exponent"] or (found["scientific"] or "")[1:]
    return _raised(10.0, exponent.translate(_SUPERSCRIPTS)) if exponent else 1.0


def _raised(base: float, exponent: str) -> float:
    try:
        return float(base ** int(exponent))
    except (ValueError, OverflowError, ZeroDivisionError):
        return base


def _with_shared_units(text: str, found: list[Quantity]) -> list[Quantity]:
    """`from 70 to 74%` and `3-5 points`: the first number has the unit of the second."""
    for place in range(len(found) - 2, -1, -1):
        one, other = found[place], found[place + 1]
        scale = SCALE.search(other.text)
        if (
            scale
            and one.value < 1000
            and re.fullmatch(r" ?(?:to|[-–—]|and|or) ?", text[one.end : other.start])
        ):
            one = one._replace(value=one.value * {**LARGE, "bn": 1e9}[scale[1].lower()])
            found[place] = one
        year = 1900 <= one.value <= 2100 and "." not in one.written
        counted = other.kind in COUNTED and "." in one.written
        joined = text[one.end : other.start].strip() not in _BARE and _JOIN.match(
            text[one.end : other.start]
        )
        if not one.kind and other.kind and not (year or counted) and joined:
            form = other.form if one.form == "plain" else one.form
            found[place] = one._replace(kind=other.kind, unit=other.unit, form=form)
    return found
