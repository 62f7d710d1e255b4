"""The numbers of a text, in figures and in words, with what they are of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from akira_cli.core.evidence.of_numbers.bare_units import bare_units
from akira_cli.core.evidence.of_numbers.dates import dates
from akira_cli.core.evidence.of_numbers.idioms import places_of_idioms
from akira_cli.core.evidence.of_numbers.quantity import Quantity, quantity_at, words_after
from akira_cli.core.evidence.of_numbers.ranks import ranks
from akira_cli.core.evidence.of_numbers.spelled_numbers import READERS
from akira_cli.core.evidence.of_numbers.units import COUNTED, UNITS
from akira_cli.core.evidence.of_numbers.written_figures import vulgar_fractions, with_commas
from akira_cli.core.evidence.of_words.number_words import (
    FRACTIONS,
    LARGE,
    MULTIPLES,
    SMALL,
    SUFFIXES,
)
from akira_cli.core.patterns import Pattern

__all__ = ["Quantity", "plain_signs", "quantities"]

_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_LATEX = Pattern(
    r"\{?\\mu\s*\}?\s*(?=[a-zA-Z])|\\(?:times|leq?(?:slant)?|geq?(?:slant)?|[lg]t|sim|approx|%|\$|,|;|pm|cdot|to"
    r"|rightarrow|textsuperscript|text(?:rm|it|bf|tt)?|math(?:rm|bf|it)|operatorname|emph)(?![a-z])"
    r"|[${}~]"
)
_LATEX_SIGNS = {
    "\\times": "×",
    "\\%": "%",
    **dict.fromkeys(("\\leqslant", "\\leq", "\\le"), "≤"),
    **dict.fromkeys(("\\geqslant", "\\geq", "\\ge"), "≥"),
    "\\lt": "<",
    "\\gt": ">",
    "\\textsuperscript": "^",
    "\\cdot": "·",
    "~": " ",
}
_MONEY = Pattern(r"(?<![\w}])\\?\$(?=\d[\d,.]*[KMB]?(?![^$]*\$))")
_FIGURES = Pattern(
    r"(?<![\w.,])"
    r"(?P<mantissa>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)"
    r"(?:(?P<power>\s*[x×·*]\s*10(?:\s*\^\s*|(?=[⁰¹²³⁴⁵⁶⁷⁸⁹⁻-]))"
    r"(?P<exponent>-?\d+|[⁰¹²³⁴⁵⁶⁷⁸⁹⁻]+))"
    r"|(?P<scientific>e[-+]?\d+(?![\w]))|\s*\^(?!(?<=\s\^)\s*\d+\s*[A-Z][a-z]?\b)\s*(?P<raised>-?\d+)|(?P<super>[⁰¹²³⁴⁵⁶⁷⁸⁹⁻]+))?"
    r"(?P<glued>[A-Za-zµ]+(?![\w]))?(?![\w]|\.\d)"
    r"(?(glued)|(?P<apart> {1,2}[KMB](?![\w&'’-]))?)"
)
_THOUSANDS = Pattern(r"(?<![\d.,])(\d{1,3})(?:\\,|\{,\})(?=\d{3}(?!\d))")
_BY = Pattern(r"(?<![\w.,-])(\d{1,5})[x×](\d{1,5})(?![\w.,]*\w)")
_YEAR_IN_NAME = Pattern(r"\b[A-Za-z]{2,}((?:19|20)\d\d)\b")
_BITS_IN_NAME = Pattern(r"\b(?:[Ff][Pp]|[Bb][Ff]|[Ii][Nn][Tt]|[Ff]loat)-?(4|6|8|16|32|64)\b")
_ENUMERATION = Pattern(r"\d{1,2}(?:\)|\.\s+[A-Z])")
_OPENS_ITEM = Pattern(r"(?:^|\n|\(|[.:;,]\s|\band\s)\s*$")
_ANY = "|".join(
    sorted({*SMALL, *LARGE, *FRACTIONS, *MULTIPLES, "magnitude"}, key=len, reverse=True)
)
_ANY_WORD = Pattern(rf"\b(?:{_ANY})\b", re.IGNORECASE)
SCALE = Pattern(r"[\s-]?(hundred|thousand|million|billion|trillion|dozen|bn)s?\b", re.IGNORECASE)
_JOIN = Pattern(
    r"\s*(?:[-–—/±,+]|to|and|or|vs\.?|versus|out|of|from|then|plus-minus|plus or minus|\s)*"
    r"(?:(?<=\s)(?:nearly|almost|over|about|just|only)\s+)?$",
    re.IGNORECASE,
)
_OPENS_LIST = Pattern(r"[^.:;–—()\d]{1,60}?(?::|\s[–—-]\s|—|\(|\bnamely\b)\s*")
_LIST = Pattern(r"[^.:;()–—]{1,400}(?:\.(?=\d)[^.:;()–—]{1,400}){0,9}")
_PARTS_ITEMS = Pattern(r",\s*(?:and\s|or\s)?|\sand\s|\sor\s|\splus\s")
_LISTED_AT_MOST = 12
_BEYOND_COUNTING = 1e60
"""A row of figures so long is no number of anything: all such are taken for one."""

_ORDINAL = ("st", "nd", "rd", "th")
_BARE = frozenset(("over", "about", "nearly", "almost", "just", "only"))


def plain_signs(text: str) -> str:
    """`text` with LaTeX's signs as characters, every other character in its place."""
    text = with_commas(text)
    if not any(sign in text for sign in ("\\", "$", "~", "{,}")):
        return text
    text = _THOUSANDS.compiled.sub(lambda found: f"{found[1]},".rjust(len(found[0])), text)
    marked = _MONEY.compiled.sub(
        lambda found: found[0].rjust(1).replace("\\$", " ¤").replace("$", "¤"), text
    )
    plain = _LATEX.compiled.sub(lambda found: _sign_of(found[0]).rjust(len(found[0])), marked)
    return plain.replace("¤", "$")


def _sign_of(command: str) -> str:
    return "µ" if "mu" in command else _LATEX_SIGNS.get(command, " ")


def quantities(text: str) -> list[Quantity]:
    """Every number of `text`, which has passed `plain_signs`, in order; none inside a name."""
    found: list[Quantity] = []
    if not any(map(str.isnumeric, text)) and not _ANY_WORD.search(text):
        return [*ranks(text), *bare_units(text)]
    taken = places_of_idioms(text)
    for reader in _READERS:
        for one in reader(text):
            places = range(one.start, one.end)
            if taken.isdisjoint(places):
                taken.update(places)
                found.append(one)
    found.sort(key=lambda one: one.start)
    found = [one for place, one in enumerate(found) if not _ends_rate(found, place)]
    found = [one._replace(listed=_listed_after(text, one)) for one in found]
    return _with_shared_units(text, found)


def _ends_rate(found: list[Quantity], place: int) -> bool:
    """Whether a unit without a number ends that of the number before: `40 images per second`."""
    one, before = found[place], found[place - 1] if place else None
    if before is None or one.form != "bare" or one.written != "per":
        return False
    return one.text.lower() in before.following and before.kind in ("rate", "time")


def _listed_after(text: str, one: Quantity) -> tuple[int, ...]:
    """How many things are listed after a small number, by the commas alone and with each `and`."""
    if one.unit not in ("", "points") and one.kind not in COUNTED:
        return ()
    if not 2 <= one.value <= _LISTED_AT_MOST or "." in one.written:
        return ()
    opened = _OPENS_LIST.match(text, one.end)
    if opened is None:
        return ()
    items = _LIST.match(text, opened.end())
    parts = _PARTS_ITEMS.findall(items[0]) if items else []
    fewest = 1 + sum(part.strip() != "and" for part in parts)
    return tuple(range(fewest, len(parts) + 2))


def _figures(text: str) -> Iterator[Quantity]:
    for found in _FIGURES.finditer(text):
        glued = found["glued"] or ""
        end, value = found.end(), _value(found)
        if glued in SUFFIXES and (glued != "m" or _counts_millions(text, found)):
            value *= SUFFIXES[glued]
        elif glued.lower() in UNITS or glued in _ORDINAL or _is_metric(glued, found["mantissa"]):
            end -= len(glued)
        elif glued:
            continue
        value *= SUFFIXES.get((found["apart"] or "").strip(), 1.0)
        scale = SCALE.match(text, end) if end == found.end() else None
        if scale is not None:
            value *= {**LARGE, "bn": 1e9}[scale[1].lower()]
            end = scale.end()
        if _marks_a_place(text, found.start()):
            continue
        value = min(value, _BEYOND_COUNTING)
        one = quantity_at(text, found.start(), end, value, found["mantissa"])
        if glued in _ORDINAL:
            one = one._replace(form="ordinal", kind="", unit="")
        yield one._replace(named=_is_in_a_name(text, found.start()))


def _dimensions(text: str) -> Iterator[Quantity]:
    """Both numbers of `512x384`."""
    for found in _BY.finditer(text):
        for side in (1, 2):
            start, end = found.span(side)
            one = quantity_at(text, start, end, float(found[side]), found[side])
            yield one._replace(following=(), kind="", unit="", form="plain")


def _is_metric(glued: str, mantissa: str) -> bool:
    """Whether letters right after a decimal are what it measures: `0.5IoU`."""
    return "." in mantissa and len(glued) > 1 and glued[0].isupper()


def _years_in_names(text: str) -> Iterator[Quantity]:
    """The years of names such as `CVPR2025`, which a writer may set apart."""
    for found in _YEAR_IN_NAME.finditer(text):
        one = quantity_at(text, found.start(1), found.end(1), float(found[1]), found[1])
        yield one._replace(named=True)


def _bits_in_names(text: str) -> Iterator[Quantity]:
    """The bits of formats such as `FP16`, of which a writer may tell as 16 bits."""
    for found in _BITS_IN_NAME.finditer(text):
        one = quantity_at(text, found.start(1), found.end(1), float(found[1]), found[1])
        yield one._replace(named=True, kind="memory", unit="bit")


def _marks_a_place(text: str, start: int) -> bool:
    """Whether figures are raised, as in `m^2`, or number an item of a list."""
    before = text[max(0, start - 12) : start]
    if before.rstrip().endswith("^"):
        return True
    if not (_ENUMERATION.match(text, start) and _OPENS_ITEM.search(before)):
        return False
    opened = text.rfind("(", 0, start)
    return opened <= text.rfind(")", 0, start) or not text[opened + 1 : start].strip()


def _value(found: re.Match[str]) -> float:
    mantissa = float(found["mantissa"].replace(",", ""))
    exponent = found["raised"] or found["super"]
    if exponent:
        return _raised(mantissa, exponent.translate(_SUPERSCRIPTS))
    return mantissa * _power(found)


_LONGEST_NAME = 60
"""Characters of a name before the figures that belong to it."""


def _is_in_a_name(text: str, start: int) -> bool:
    """Whether figures after a hyphen belong to a word, as in `Llama-2-70B`."""
    if start < 2 or text[start - 1] not in "-‐‑/" or text[start - 2] == "-":
        return False
    first, furthest = start - 1, max(0, start - _LONGEST_NAME)
    while first > furthest and (text[first - 1].isalnum() or text[first - 1] in "-‐/."):
        first -= 1
    return text[first].isalpha()


def _counts_millions(text: str, found: re.Match[str]) -> bool:
    """Whether the `m` of `5m tokens` and `€5m` are millions, and no metres."""
    if text[max(0, found.start() - 1) : found.start()] in ("$", "€", "£", "¥"):
        return True
    following = words_after(text, found.end())
    return bool(following) and following[0] in UNITS


def _power(found: re.Match[str]) -> float:
    exponent = found["exponent"] or (found["scientific"] or "")[1:]
    return _raised(10.0, exponent.translate(_SUPERSCRIPTS)) if exponent else 1.0


def _raised(base: float, exponent: str) -> float:
    try:
        return float(base ** int(exponent))
    except OverflowError:
        return _BEYOND_COUNTING
    except (ValueError, ZeroDivisionError):
        return base


def _with_shared_units(text: str, found: list[Quantity]) -> list[Quantity]:
    """`from 70 to 74%` and `3-5 points`: the first number has the unit of the second."""
    for place in range(len(found) - 2, -1, -1):
        one, other = found[place], found[place + 1]
        if "bare" in (one.form, other.form):
            continue
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


_READERS = (
    dates,
    vulgar_fractions,
    *READERS[:3],
    _dimensions,
    _figures,
    _years_in_names,
    _bits_in_names,
    *READERS[3:],
    ranks,
    bare_units,
)
"""What reads the numbers of a text; a place that one has read is left alone by the others."""
