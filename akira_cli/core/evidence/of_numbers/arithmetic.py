"""Numbers that a writer works out from two of the source: differences, ratios, shares, sums."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, islice, permutations
from math import isclose

from akira_cli.core.evidence.of_numbers.counted import of_the_same_things
from akira_cli.core.evidence.of_numbers.number_support import close_parts
from akira_cli.core.evidence.of_numbers.numbers import Quantity
from akira_cli.core.evidence.of_numbers.rounding import last_place
from akira_cli.core.evidence.of_numbers.units import COUNTED, SCALES, TO_BASE, UNITS
from akira_cli.core.evidence.of_words.number_words import ABOUT, ABOVE, BELOW
from akira_cli.core.patterns import Pattern
from akira_cli.core.sentences import word_set

_PART_OF_ALL = Pattern(r"\b(?:of|in)\b")
_CHANGE = word_set(
    "by more less fewer higher lower larger smaller better worse faster slower shorter longer "
    "cheaper reduction drop gain increase decrease cut saving savings rise fall below above up "
    "down over"
)
"""Words that tell of a change, of which a percentage may be worked out."""

_IN_A_SENTENCE, _IN_SENTENCES, _IN_ALL = 20, 400, 60
"""How many numbers are tried with each other, so that a page of numbers takes no minutes."""


def worked_out(one: Quantity, sentences: Iterable[Sequence[Quantity]]) -> bool:
    """Whether `one` follows from two numbers of one sentence, or is the ratio of two of a kind."""
    everything: list[Quantity] = []
    for quantities in sentences:
        if len(everything) > _IN_SENTENCES:
            break
        few = [other for other in quantities if not other.named or _is_size(other)]
        few = few[:_IN_A_SENTENCE]
        if any(_follows(one, first, second) for first, second in combinations(few, 2)):
            return True
        everything += few
    if one.form == "part":
        counted = _is_part_of_counts(one, everything)
        if counted or " of " in one.text:
            return counted
    pairs = combinations(islice(_measured(everything), _IN_ALL), 2)
    if one.form in ("part", "fold"):
        return any(
            _is_ratio(one, *_sorted(first, second), strict=True)
            for first, second in pairs
            if _of_one_kind(first, second)
        )
    if one.unit != "points":
        return False
    return _is_gap(one, everything) or any(
        first.form == second.form == "share" and _is_hedged(one, abs(first.value - second.value))
        for first, second in pairs
    )


def _is_gap(one: Quantity, everything: Sequence[Quantity]) -> bool:
    """Whether whole points, or half of one, are the difference of two scores anywhere.

    Scores are decimals of one scale; of many of them some two are in any distance.
    """
    scores = [
        other
        for other in everything
        if other.form in ("plain", "share")
        and (not other.kind or other.unit == "%")
        and "." in other.written
    ]
    if one.digits > 1 or len(scores) > _SCORES:
        return False
    return any(
        first.form == second.form
        and (first.value <= 1) == (second.value <= 1)
        and _is_share_of(one, first, *_sorted(first, second))
        for first, second in combinations(scores, 2)
    )


_SCORES = 10
"""Of how many scores differences are told."""


def _is_part_of_counts(one: Quantity, everything: Sequence[Quantity]) -> bool:
    """Whether two counts are in that ratio, as in `49 of 658`, or `one in sixty` is told of 60."""
    values = [other.value for other in everything if other.value > 0][:_IN_ALL]
    if _PART_OF_ALL.search(one.text) and any(isclose(one.value * each, 1.0) for each in values):
        return True
    if " of " in one.text:
        return any(isclose(one.value, some / whole) for some, whole in permutations(values, 2))
    return _is_part_of_same(one, everything)


def _is_part_of_same(one: Quantity, everything: Sequence[Quantity]) -> bool:
    """Whether of 90 things 72 are left, so that a fifth of them has gone."""
    plain = (other for other in everything if other.form == "plain" and not other.named)
    ratios = (
        min(first.value, second.value) / max(first.value, second.value)
        for first, second in of_the_same_things(plain)
    )
    return any(
        isclose(one.value, part, rel_tol=0.02) for each in ratios for part in (each, 1 - each)
    )


def _is_size(one: Quantity) -> bool:
    """Whether figures in a name tell how large a model is, as in `Llama-70B`."""
    return one.text[-1:] in ("B", "M") and one.value >= 1e6


def _measured(everything: Sequence[Quantity]) -> Iterator[Quantity]:
    """The numbers whose ratios mean something: those with a unit, and decimals without."""
    return (one for one in everything if one.value > 0 and (one.kind or "." in one.written))


def _of_one_kind(first: Quantity, second: Quantity) -> bool:
    if first.unit == second.unit:
        return first.form == second.form and first.form in ("plain", "share")
    return first.kind == second.kind and first.unit in TO_BASE and second.unit in TO_BASE


def _sorted(first: Quantity, second: Quantity) -> tuple[float, float]:
    """Two values, the lower first, in one unit."""
    one, other = first.value, second.value
    if first.unit != second.unit:
        one, other = one * TO_BASE[first.unit], other * TO_BASE[second.unit]
    return min(one, other), max(one, other)


def _follows(one: Quantity, first: Quantity, second: Quantity) -> bool:
    if min(first.value, second.value) <= 0 or one.value <= 0:
        return False
    if one.form in ("part", "fold"):
        related = _of_one_kind(first, second) and _is_ratio(one, *_sorted(first, second))
        return related or _is_ratio_of_counts(one, first, second)
    if first.unit != second.unit:
        return _of_two_kinds(one, first, second)
    low, high = sorted((first.value, second.value))
    if one.kind == "time" and low >= 1900 and high <= 2100:
        return _is_span_of_years(one, high - low)
    if one.form == "share":
        return _is_share_of(one, first, low, high)
    if one.unit not in ("", first.unit):
        return False
    if first.kind or "." in first.written or "." in second.written:
        rounded = bool(one.kind) and _rounds_to(one, high - low)
        return (
            rounded or _is_hedged(one, high - low) or isclose(one.value, high - low, rel_tol=1e-6)
        )
    if one.kind or one.form == "ordinal" or _is_one_more(first) or _is_one_more(second):
        return False
    return one.value <= 20 and isclose(one.value, high + low)


def _is_span_of_years(one: Quantity, years: float) -> bool:
    """Whether 1950 to 2024 are 74 years, or over seven decades."""
    if one.unit == "year":
        return isclose(one.value, years, abs_tol=1.0)
    told = TO_BASE.get(one.unit, 0.0) * one.value / TO_BASE["year"]
    return one.unit in ("decade", "century") and isclose(told, years, rel_tol=0.1)


def _is_ratio_of_counts(one: Quantity, first: Quantity, second: Quantity) -> bool:
    """Whether a part or a factor is exactly that of two numbers; two alike are a half each."""
    if isclose(one.value, first.value / second.value):
        return True
    alike = one.value >= 10 or one.form == "part" or first.kind == second.kind in COUNTED
    if alike and isclose(one.value, second.value / first.value):
        return True
    ratio = min(first.value, second.value) / max(first.value, second.value)
    if one.form != "part" or first.kind in SCALES:
        return False
    in_all = " in " in one.text and isclose(one.value, ratio, rel_tol=0.05)
    return in_all or (one.value == 0.5 and ratio == 1)


def _of_two_kinds(one: Quantity, first: Quantity, second: Quantity) -> bool:
    """Whether three hours on eight GPUs are 24 GPU hours, or 8 of ten tasks 80% of them."""
    if one.unit == "%" and {first.unit, second.unit} == {"%", "points"}:
        values = (first.value + second.value, abs(first.value - second.value))
        return any(isclose(one.value, value, rel_tol=1e-6) for value in values)
    if one.form == "plain" and "share" in (first.form, second.form):
        return _is_share_of_all(one, first, second)
    if one.form == "share":
        counted = not first.kind and second.kind in COUNTED
        return counted and _is_part_of_all(one, first.value, second.value)
    if _is_of_each(one, first, second):
        return True
    machines = one.kind == "time" and {first.kind, second.kind} == {"time", "machines"}
    together = machines and not _MACHINES.isdisjoint(one.following[:2])
    return together and isclose(one.value, first.value * second.value, rel_tol=0.02)


def _is_share_of_all(one: Quantity, first: Quantity, second: Quantity) -> bool:
    """Whether "just under a hundred" are 12% of 800."""
    share, whole = (first, second) if first.form == "share" else (second, first)
    some = whole.value * share.value / 100
    counted = one.kind in ("", whole.kind) and (not one.kind or one.kind in COUNTED)
    if not counted or whole.form != "plain" or whole.value < 20:
        return False
    hedged = not ABOUT.isdisjoint(one.before)
    return isclose(one.value, some, rel_tol=0.06 if hedged else 0.005, abs_tol=0.5)


def _is_of_each(one: Quantity, first: Quantity, second: Quantity) -> bool:
    """Whether 1,000 cases in 30 seconds are 30 ms each, or 33 a second."""
    time, count = (first, second) if first.kind == "time" else (second, first)
    if time.unit not in TO_BASE or count.form != "plain" or count.kind in SCALES:
        return False
    took = time.value * TO_BASE[time.unit]
    each = one.following[1:2] == ("a",) or not _EACH.isdisjoint(one.following)
    if one.kind == "time" and one.unit in TO_BASE and each:
        return isclose(one.value * TO_BASE[one.unit], took / count.value, rel_tol=0.05)
    per = next(
        (UNITS[word][1] for word in one.following[1:4] if UNITS.get(word, "")[:1] == ("time",)), ""
    )
    return per in TO_BASE and isclose(one.value, count.value / took * TO_BASE[per], rel_tol=0.05)


_EACH = frozenset(("each", "per", "apiece", "every"))

_MACHINES = frozenset(("gpu", "tpu", "cpu", "core", "node", "gpu-hours", "gpu-days"))


def _is_one_more(one: Quantity) -> bool:
    """Whether a number tells how many more or fewer than another: nothing to be summed."""
    return not _MORE.isdisjoint(one.following[:3])


_MORE = frozenset(("more", "fewer", "less", "further"))


def _is_ratio(one: Quantity, low: float, high: float, *, strict: bool = False) -> bool:
    ratio = high / low
    values = [ratio, 1 / ratio, 1 - 1 / ratio]
    if "by" in one.before[-2:]:
        values.append(ratio - 1)
    if one.form == "part":
        if strict and ABOUT.isdisjoint(one.before):
            return any(isclose(one.value, value, rel_tol=0.02) for value in values[1:2])
        return any(close_parts(one, one.value, value) for value in values[1:])
    close = 0.09 if one.digits == 1 and not strict else 0.02
    if any(isclose(one.value, value, rel_tol=close) for value in values[: 1 + (not strict)]):
        return True
    if strict and one.digits == 1 and not _HEDGES.isdisjoint(one.before):
        return _rounds_to(one, ratio)
    return _is_hedged(one, ratio)


_HEDGES = frozenset(("about", "around", "roughly", "approximately", "some", "~", "≈"))


def _is_share_of(one: Quantity, first: Quantity, low: float, high: float) -> bool:
    """A difference in points, or how much more or less in percent; a part of all counted."""
    if one.unit == "points" and high <= 1:
        low, high = 100 * low, 100 * high
    if one.unit == "points":
        exact = isclose(one.value, high - low, rel_tol=1e-6)
        decimal = first.kind == "share" or "." in first.written
        half = one.text.lower().startswith("half") and isclose(0.5, high - low, rel_tol=0.2)
        near = one.digits <= 2 and (
            half or _rounds_to(one, high - low) or _is_hedged(one, high - low)
        )
        return decimal and (exact or near)
    if one.digits > 2:
        return False
    relative = ((high - low) / high * 100, (high - low) / low * 100)
    if first.kind or "." in first.written:
        more = not _DIFFERS.isdisjoint(one.following[1:3])
        if first.kind in COUNTED and not more and _is_part_of_all(one, low, high):
            return True
        change = not _CHANGE.isdisjoint((*one.before, *one.following[:4]))
        return change and any(_rounds_to(one, value) for value in relative)
    return _is_part_of_all(one, low, high)


_DIFFERS = frozenset(("more", "less", "fewer", "higher", "lower", "faster", "slower", "better"))


def _is_part_of_all(one: Quantity, low: float, high: float) -> bool:
    """Whether so many of all, both whole numbers, are that share."""
    whole = low == int(low) and high == int(high)
    return whole and low < high and one.digits <= 2 and _rounds_to(one, 100 * low / high)


def _rounds_to(one: Quantity, value: float) -> bool:
    return min(value, one.value) > 0 and abs(one.value - value) <= 0.5 * last_place(one)


def _is_hedged(one: Quantity, value: float) -> bool:
    """`almost eight` for 7.7, `more than three` for 3.4: less than one in the last place off."""
    below = not BELOW.isdisjoint(one.before) and one.value > value
    above = not ABOVE.isdisjoint(one.before) and one.value < value
    return (below or above) and abs(one.value - value) < last_place(one)
