"""One number of a text with what it is of."""

from __future__ import annotations

from typing import NamedTuple

from akira_cli.core.evidence.of_numbers.units import COUNTED, EVERY, LONE_LETTERS, UNITS
from akira_cli.core.patterns import Pattern
from akira_cli.core.sentences import word_set

_NEXT = Pattern(r"[\s-]*(?:(%|°|×|x\b|\$)|((?=\w*[^\W\d_])[^\W_]+(?:[/-][^\W_]+)*)|(\S))")

ENDS_UNIT = word_set(
    "and to or of in on for from than with by as a an the per is are at when while that which "
    "over across against versus vs after among between under above below within without during "
    "because but if where whereas instead rather took takes take has have had was were will can "
    "one two three four five six seven eight nine ten"
)
_OWNERS_OF_HOURS = word_set("gpu tpu cpu core node person man machine kilowatt watt petaflop/s")
_MODELS = word_set(
    "model models network networks student teacher baseline backbone transformer transformers llm "
    "llms vlm vlms mllm mllms lm lms slm slms lvlm lvlms lmm lmms checkpoint checkpoints "
    "generator generators encoder decoder agent agents policy policies variant variants version"
)
_HAS_SCALE = Pattern(r"\d {0,2}[KMBT]\b")

_PER_SECOND = {"frame": "fps", "image": "fps"}
_FACTOR = Pattern(r"factors? of (?:about |roughly |around |nearly |over |almost )?$")
_BEFORE = Pattern(r"[^\W\d_]+|[~≈<>≤≥+]")
_BY_ANOTHER = Pattern(r"\s*[x×]\s*\d")
_SQUARED = Pattern(r"(?:\s*\^\s*)?\{?2\}?(?!\w)|²")
_MINUS = Pattern(r"(?:^|[\s(\[=:~≈<>,])[-−–]$")
_WORDS_AFTER = 7
_CURRENCIES = ("$", "€", "£", "¥")
POINTS = ("share", "points")


class Quantity(NamedTuple):
    """A number in a text, at `text[start:end]`.

    `form` is "plain", "share" (of a hundred, `value` in percent), "fold" (that many times) or
    "part" (of one). `kind` and `unit` are those of `UNITS`, empty without one; `following` are
    the words right after, in lower case. `written` is the number as figures alone, `digits` how
    many of them count; `vague` is for "thousands of", `named` for figures in a name: `Llama-7B`.
    `listed` are the lengths that a list after the number may have: `three parts: A, B and C`.
    `negative` says that a minus stands before it; `value` is without it.
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
    listed: tuple[int, ...] = ()
    negative: bool = False


def quantity_at(text: str, start: int, end: int, value: float, written: str) -> Quantity:
    """The number at `text[start:end]`; `written` is it in figures alone."""
    following = words_after(text, end)
    close = text[end : end + 1]
    kind, unit = _unit(following, glued=close.isalpha(), several=value != 1 and close not in "-‐‑")
    if _FACTOR.search(text[max(0, start - 24) : start]):
        kind, unit = "fold", "x"
    if kind == "fold" and _BY_ANOTHER.match(text, end):
        kind, unit = "", ""
    if text[max(0, start - 1) : start] in _CURRENCIES:
        kind, unit = UNITS[text[start - 1 : start]]
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
        value,
        start,
        end,
        text[start:end],
        form,
        kind,
        unit,
        following,
        before,
        written,
        digits,
        negative=_MINUS.search(text, max(0, start - 2), start) is not None,
    )


def _names_a_model(following: tuple[str, ...]) -> bool:
    """Whether `1.3B language model` and `160M student` tell how large a model is."""
    for word in following[:3]:
        if word in _MODELS:
            return True
        if word in ENDS_UNIT:
            break
    return False


def words_after(text: str, end: int) -> tuple[str, ...]:
    """The words after a number, as far as no mark comes between."""
    words: list[str] = []
    while len(words) < _WORDS_AFTER and (found := _NEXT.match(text, end)):
        if found[3]:
            break
        end = found.end()
        words.append((found[1] or found[2]).lower())
        squared = _SQUARED.match(text, end) if words[-1] in ("m", "cm", "km") else None
        if squared is not None:
            words[-1] += "2"
            end = squared.end()
    return tuple(words)


def _unit(following: tuple[str, ...], *, glued: bool, several: bool) -> tuple[str, str]:
    for place, word in enumerate(following[: 5 if "and" in following[1:3] else 4]):
        after = following[place + 1 : place + 2]
        if (unit := _of_two_words(word, "".join(after), first=not place)) is not None:
            return unit
        if word == "and" and _joins_adjectives(following[:place], following[place + 1 :]):
            continue
        if word in ENDS_UNIT:
            break
        unit = UNITS.get(word) or _of_compound(word)
        if unit is None and several and is_plural(word) and not is_plural("".join(after)):
            break
        if unit is None or _is_no_unit(word, "".join(after), place, glued=glued):
            continue
        if several and unit[0] in ("data", "text", "people") and not is_plural(word):
            unit = _head(following[place + 1 :], unit)
        return _compound(unit, following[place + 1 :]) if unit[0] else unit
    return "", ""


def _of_two_words(word: str, after: str, *, first: bool) -> tuple[str, str] | None:
    """The unit of `per cent`, `% points` and `square metres`; a percentage is percent."""
    if word == "per" and after == "cent":
        return "share", "%"
    if word == "percentage" and first and after not in ("point", "points"):
        return "share", "%"
    if word == "square" and UNITS.get(after, ("",))[0] == "length":
        return "area", f"{UNITS[after][1]}2"
    if word in _DEGREES and after in _SCALES_OF_HEAT:
        return "temperature", _SCALES_OF_HEAT[after]
    if word in _PERCENT and (after == "p" or UNITS.get(after) == POINTS):
        return POINTS
    return None


def _is_no_unit(word: str, after: str, place: int, *, glued: bool) -> bool:
    """Whether a word for a unit is none: a letter on its own, the X of X-rays."""
    if word in LONE_LETTERS and (place or not (glued or len(word) == 1)):
        return True
    return word in _NO_UNITS and after.startswith(_NO_UNITS[word])


_NO_UNITS = {"x": "ray", "point": "cloud"}
"""Words that are units, and what they are part of where they are none: `5 million X rays`."""

_DEGREES = frozenset(("°", "degree", "degrees"))
_SCALES_OF_HEAT = {
    **dict.fromkeys(("c", "celsius", "centigrade"), "celsius"),
    **dict.fromkeys(("f", "fahrenheit"), "fahrenheit"),
}
_PERCENT = frozenset(("percent", "pct", "%"))


def is_plural(word: str) -> bool:
    """Whether a word looks like things: `researchers`, not `previous` or `analysis`."""
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "ics"))


def _head(after: tuple[str, ...], unit: tuple[str, str]) -> tuple[str, str]:
    """What is counted in `14 video benchmarks`: the last of the words, if one is in the plural."""
    for word in after[:2]:
        if word in ENDS_UNIT:
            break
        if is_plural(word):
            return UNITS.get(word) or _of_compound(word) or ("", "")
    return unit


def _joins_adjectives(before: tuple[str, ...], after: tuple[str, ...]) -> bool:
    """Whether `real and fake videos` goes on: no thing before `and`, and one right after it."""
    return (
        0 < len(before) <= 2
        and not any(word.endswith("s") or UNITS.get(word) for word in before)
        and any(UNITS.get(word, ("",))[0] in COUNTED and word.endswith("s") for word in after[1:2])
    )


def _of_compound(word: str) -> tuple[str, str] | None:
    """The unit of `kilowatt-hours`, `data-sets` and `img/s`; `first-year` is not of years."""
    if word.endswith(("/s", "/sec")):
        return "rate", f"{word.partition('/')[0]}/s"
    first, hyphen, last = word.rpartition("-")
    unit = UNITS.get(last) if hyphen else None
    if unit is not None and unit[0] == "time" and first not in _OWNERS_OF_HOURS:
        return None
    return unit


def _compound(unit: tuple[str, str], after: tuple[str, ...]) -> tuple[str, str]:
    """`GPU hours` are hours, and `frames per second` or `a second` a rate."""
    if unit[0] in ("time", "share") or not after:
        return unit
    if after[0] in EVERY:
        return "rate", f"{unit[1]}/{UNITS[EVERY[after[0]]][1]}"
    following = UNITS.get(after[0])
    if following is not None and following[0] == "time":
        return following
    per = UNITS.get(after[1]) if len(after) > 1 and after[0] in ("a", "per", "each") else None
    if per is None or per[0] != "time":
        return unit
    if per[1] == "s" and unit[1] in _PER_SECOND:
        return "rate", "fps"
    return "rate", f"{unit[1]}/{per[1]}"
