"""One number of a text with what it is of."""

from __future__ import annotations

from typing import NamedTuple

from akira_cli.core.evidence.units import LONE_LETTERS, UNITS
from akira_cli.core.patterns import Pattern
from akira_cli.core.sentences import word_set

_NEXT = Pattern(r"[\s-]*(?:(%|°|×|x\b|\$)|((?=\w*[^\W\d_])[^\W_]+(?:[/-][^\W_]+)*)|(\S))")

_ENDS_UNIT = word_set(
    "and to or of in on for from than with by as a an the per is are at when while that which "
    "over across against versus vs after among between under above below within without during "
    "because but if where whereas instead rather"
)
_OWNERS_OF_HOURS = word_set("gpu tpu cpu core node person man machine kilowatt watt petaflop/s")
_MODELS = word_set("model models network networks student teacher baseline backbone transformer")
_HAS_SCALE = Pattern(r"\d[KMBT]\b")

_PER_SECOND = {"frame": "fps", "image": "fps", "video": "fps"}
_FACTOR = Pattern(r"factors? of (?:about |roughly |around |nearly |over |almost )?$")
_BEFORE = Pattern(r"[^\W\d_]+|[~≈<>≤≥+]")
_SQUARED = Pattern(r"\^?\{?2\}?|²")
POINTS = ("share", "points")


class Quantity(NamedTuple):
    """A number in a text, at `text[start:end]`.

    `form` is "plain", "share" (of a hundred, `value` in percent), "fold" (that many times) or
    "part" (of one). `kind` and `unit` are those of `UNITS`, empty without one; `following` are
    the words right after, in lower case. `written` is the number as figures alone, `digits` how
    many of them count; `vague` is for "thousands of", `named` for figures in a name: `Llama-7B`.
    """

    value: float
    start: int
    end: int
    text: str
    form: str
    kind: str
    unit: str
    following: tuple[str, ...]
    before: tuple[str, ...]
    written: str
    digits: int
    vague: bool = False
    named: bool = False


def quantity_at(text: str, start: int, end: int, value: float, written: str) -> Quantity:
    """The number at `text[start:end]`; `written` is it in figures alone."""
    following = words_after(text, end)
    kind, unit = _unit(following, glued=text[end : end + 1].isalpha())
    if _FACTOR.search(text[max(0, start - 24) : start]):
        kind, unit = "fold", "x"
    if text[max(0, start - 1) : start] in ("$", "€", "£"):
        kind, unit = "money", "$"
    form = "plain"
    if kind == "share":
        form = "share"
    elif kind == "fold":
        form = "fold"
    if _HAS_SCALE.search(text, start, end) and _names_a_model(following):
        kind, unit = "model", "parameter"
    before = tuple(_BEFORE.findall(text[max(0, start - 40) : start].lower())[-3:])
    bare = written.replace(",", "").lstrip("0.")
    digits = len(bare.replace(".", "") if "." in written else bare.rstrip("0")) or 1
    return Quantity(
        value, start, end, text[start:end], form, kind, unit, following, before, written, digits
    )


def _names_a_model(following: tuple[str, ...]) -> bool:
    """Whether `1.3B language model` and `160M student` tell how large a model is."""
    for word in following[:3]:
        if word in _MODELS:
            return True
        if word in _ENDS_UNIT:
            break
    return False


def words_after(text: str, end: int) -> tuple[str, ...]:
    """Up to five words after a number, as far as no mark comes between."""
    words: list[str] = []
    while len(words) < 5 and (found := _NEXT.match(text, end)):
        if found[3]:
            break
        end = found.end()
        words.append((found[1] or found[2]).lower())
        squared = _SQUARED.match(text, end) if words[-1] in ("m", "cm", "km") else None
        if squared is not None:
            words[-1] += "2"
            end = squared.end()
    return tuple(words)


def _unit(following: tuple[str, ...], *, glued: bool) -> tuple[str, str]:
    for place, word in enumerate(following[:4]):
        after = following[place + 1 : place + 2]
        if word == "per" and after == ("cent",):
            return "share", "%"
        if word in _ENDS_UNIT:
            break
        if word in ("percent", "pct", "%") and after and UNITS.get(after[0]) == POINTS:
            return POINTS
        unit = UNITS.get(word) or _of_compound(word)
        if unit is None or (word in LONE_LETTERS and (place or not (glued or len(word) == 1))):
            continue
        return _compound(unit, following[place + 1 :])
    return "", ""


def _of_compound(word: str) -> tuple[str, str] | None:
    """The unit of `kilowatt-hours` and `data-sets`; `first-year` is not of years."""
    first, hyphen, last = word.rpartition("-")
    unit = UNITS.get(last) if hyphen else None
    if unit is not None and unit[0] == "time" and first not in _OWNERS_OF_HOURS:
        return None
    return unit


def _compound(unit: tuple[str, str], after: tuple[str, ...]) -> tuple[str, str]:
    """`GPU hours` are hours, and `frames per second` or `a second` a rate."""
    if unit[0] in ("time", "share") or not after:
        return unit
    following = UNITS.get(after[0])
    if following is not None and following[0] == "time":
        return following
    per = UNITS.get(after[1]) if len(after) > 1 and after[0] in ("a", "per", "each") else None
    if per is None or per[0] != "time":
        return unit
    if per[1] == "s" and unit[1] in _PER_SECOND:
        return "rate", "fps"
    return "rate", f"{unit[1]}/{per[1]}"
