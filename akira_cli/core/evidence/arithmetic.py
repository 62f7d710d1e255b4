"""Numbers that a writer works out from two of the source: differences, ratios, shares, sums."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, islice, permutations
from math import isclose

from akira_cli.core.evidence.number_support import TO_BASE, close_parts, last_place
from akira_cli.core.evidence.number_words import ABOUT, ABOVE, BELOW
from akira_cli.core.evidence.numbers import Quantity
from akira_cli.core.evidence.units import COUNTED
from akira_cli.core.sentences import word_set

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
        few = [other for other in quantities if not other.named][:_IN_A_SENTENCE]
        if any(_follows(one, first, second) for first, second in combinations(few, 2)):
            return True
        everything += few
    if one.form == "part" and " of " in one.text:
        values = [other.value for other in everything if other.value > 0][:_IN_ALL]
        return any(isclose(one.value, some / whole) for some, whole in permutations(values, 2))
    pairs = combinations(islice(_measured(everything), _IN_ALL), 2)
    if one.form in ("part", "fold"):
        return any(
            _is_ratio(one, *_sorted(first, second), strict=True)
            for first, second in pairs
            if _of_one_kind(first, second)
        )
    return one.unit == "points" and any(
        first.form == second.form == "share" and _is_hedged(one, abs(first.value - second.value))
        for first, second in pairs
    )


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
        counted = isclose(one.value, first.value / second.value)
        related = _of_one_kind(first, second) and _is_ratio(one, *_sorted(first, second))
        return counted or related
    if one.form == "share" and not first.kind and second.kind in COUNTED:
        return _is_part_of_all(one, first.value, second.value)
    if first.unit != second.unit:
        return False
    low, high = sorted((first.value, second.value))
    if one.kind == "time" and low >= 1900 and high <= 2100:
        return isclose(one.value, high - low, abs_tol=1.0)
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


def _is_one_more(one: Quantity) -> bool:
    """Whether a number tells how many more or fewer than another: nothing to be summed."""
    return not _MORE.isdisjoint(one.following[:3])


_MORE = frozenset(("more", "fewer", "less", "further"))


def _is_ratio(one: Quantity, low: float, high: float, *, strict: bool = False) -> bool:
    ratio = high / low
    values = (ratio, 1 / ratio, 1 - 1 / ratio)
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
    if one.unit == "points":
        exact = isclose(one.value, high - low, rel_tol=1e-6)
        decimal = first.kind == "share" or "." in first.written
        near = one.digits <= 2 and (_rounds_to(one, high - low) or _is_hedged(one, high - low))
        return decimal and (exact or near)
    if one.digits > 2:
        return False
    relative = ((high - low) / high * 100, (high - low) / low * 100)
    if first.kind:
        change = not _CHANGE.isdisjoint((*one.before, *one.following[:4]))
        return change and any(_rounds_to(one, value) for value in relative)
    return _is_part_of_all(one, low, high)


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
