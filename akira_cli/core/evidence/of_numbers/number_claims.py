"""Numbers that the source does not have, and numbers that are of something else there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import isclose, log10

from akira_cli.core.evidence.findings import Problem
from akira_cli.core.evidence.of_numbers.arithmetic import worked_out
from akira_cli.core.evidence.of_numbers.bare_units import bare_unit_problem
from akira_cli.core.evidence.of_numbers.counted import (
    counted_things,
    follows_from_counts,
    same_things,
)
from akira_cli.core.evidence.of_numbers.minus import other_sign
from akira_cli.core.evidence.of_numbers.number_support import (
    in_another_form,
    supported_by,
    units_agree,
)
from akira_cli.core.evidence.of_numbers.numbers import Quantity
from akira_cli.core.evidence.of_numbers.ranks import rank_problem
from akira_cli.core.evidence.of_numbers.rates import other_rate
from akira_cli.core.evidence.of_numbers.rounding import last_place
from akira_cli.core.evidence.of_numbers.small_counts import Counts, is_free_count, is_small_count
from akira_cli.core.evidence.of_numbers.told_otherwise import is_told_otherwise
from akira_cli.core.evidence.of_numbers.units import COUNTED, SCALES
from akira_cli.core.evidence.of_words.polarity import is_light
from akira_cli.core.evidence.tokens import stem
from akira_cli.core.sentences import word_set

SMALL_COUNT = 12
_TOLD_OF_ONE = frozenset(("time", "memory", "length", "mass", "rate"))
"""Kinds of units of which even one is compared: `in one hour`, `under one megabyte`."""

_CHECKED = 150
"""How many numbers of a text are compared with the source: more are no summary."""


def number_problems(
    found: Sequence[Quantity],
    sentences: Sequence[Sequence[Quantity]],
    counts: Counts,
) -> Iterator[Problem]:
    """The numbers of a text that those of the source, sentence by sentence, do not bear out.

    `counts` tells what a writer may have counted: three things listed are "three".
    """
    everything = [one for sentence in sentences for one in sentence]
    found = found[:_CHECKED]
    for one in found:
        if one.form == "bare" and (problem := bare_unit_problem(one, everything)) is not None:
            yield problem
        if one.form == "ordinal" and one.text.isalpha():
            if (problem := rank_problem(one, everything)) is not None:
                yield problem
            continue
        if one.named or one.value in one.listed:
            continue
        if one.text.lower() == "one" and one.kind not in _TOLD_OF_ONE:
            continue
        problems = list(_not_borne_out(one, sentences, everything, found, counts))
        if problems and not is_told_otherwise(
            one, everything, counts.has_word, lambda: counts.kinds_told
        ):
            yield from problems


def _not_borne_out(
    one: Quantity,
    sentences: Sequence[Sequence[Quantity]],
    everything: Sequence[Quantity],
    found: Sequence[Quantity],
    counts: Counts,
) -> Iterator[Problem]:
    """What is wrong with a number if the source has to have it as a number."""
    told = {other.value for other in found}
    same = [
        other
        for other in supported_by(one, everything)
        if other.value == one.value
        or other.value not in told
        or one.form != other.form
        or (one.kind == other.kind and one.unit != other.unit)
    ]
    same = in_another_form(one, everything) or same
    if same and not _is_other_fold(one, everything):
        yield from _of_something_else(one, same, sentences, everything, found)
    elif not _is_fair(one, sentences, everything, counts) and not _ends_range(
        one, found, everything
    ):
        yield _unsupported(one, [other for other in everything if not other.named])


def _of_something_else(
    one: Quantity,
    same: Sequence[Quantity],
    sentences: Sequence[Sequence[Quantity]],
    everything: Sequence[Quantity],
    found: Sequence[Quantity],
) -> Iterator[Problem]:
    """Whether a number that the source has is in another unit or of other things there."""
    of_kind = [other for other in same if other.value == one.value and other.kind == one.kind]
    known = of_kind if one.kind in SCALES else []
    if not any(_agree(one, other, everything) for other in known or same):
        measured = any(other.kind in ("share", "fold") for other in same)
        rounded = all(other.value != one.value for other in same)
        free = one.form in ("part", "fold") or one.kind == "time"
        apart = one.unit == "points" or (one.form == "share" and one.digits == 1)
        derived = (rounded or apart or (free and not measured)) and worked_out(one, sentences)
        if not (derived or is_free_count(one, everything) or _ends_range(one, found, everything)):
            why = f"the source has {_shown(same[0])}, not {_shown(one)}"
            yield _problem("unit-changed", one, why)
    elif (turned := other_sign(one, same)) is not None:
        why = f"the source has {_shown(turned)} with the other sign"
        yield _problem("number-not-in-source", one, why)
    elif (per := other_rate(one, same)) is not None:
        why = f"the source has '{per[0].text} per {per[1]}'"
        yield _problem("unit-changed", one, why)
    elif (other := _same_things(one, same, everything, sentences)) is not None:
        why = f"the source has {_shown(other)}, not {_shown(one)}"
        yield _problem("number-not-in-source", one, why)


def _agree(one: Quantity, other: Quantity, everything: Sequence[Quantity]) -> bool:
    """Whether the units agree; percent are points to most writers, not where both are told."""
    if {one.unit, other.unit} == {"%", "points"} and one.value == other.value:
        around = {word for each in (one, other) for word in (*each.before, *each.following)}
        if not _NO_POINTS.isdisjoint(around):
            return False
        return not all(any(each.unit == unit for each in everything) for unit in ("%", "points"))
    return units_agree(one, other)


_NO_POINTS = word_set(
    "relative relatively perplexity ppl fid inception elo latency time runtime memory cost costs "
    "price energy power tokens flops gflops parameters params faster slower cheaper fewer smaller "
    "speedup throughput"
)
"""Words by which a share is no difference of two shares, so that percent are no points."""


def _is_fair(
    one: Quantity,
    sentences: Sequence[Sequence[Quantity]],
    everything: Sequence[Quantity],
    counts: Counts,
) -> bool:
    counted = not one.kind or one.kind in COUNTED
    if counted and one.form == "plain" and follows_from_counts(one, sentences):
        return True
    if one.form == "plain" and one.text.isalpha() and one.value <= SMALL_COUNT and counted:
        return is_small_count(one, everything, counts)
    return not _is_other_fold(one, everything) and worked_out(one, sentences)


def _is_other_fold(one: Quantity, everything: Sequence[Quantity]) -> bool:
    """Whether the source tells how many times faster, and it is not so many."""
    what = one.following[:2]
    if one.form != "fold" or not what[-1:] or not what[-1].endswith("er"):
        return False
    told = [other for other in everything if other.form == "fold" and other.following[:2] == what]
    return bool(told) and not any(supported_by(one, told))


def _ends_range(one: Quantity, found: Sequence[Quantity], everything: Sequence[Quantity]) -> bool:
    """Whether `between five and six` holds a number of the source, and is about as narrow."""
    at = found.index(one)
    for low, high in pairwise(found[max(0, at - 1) : at + 2]):
        if _is_year(low) or _is_year(high):
            continue
        if _rounds_a_range(one, low, high, everything):
            return True
        if "between" in low.before and high.start - low.end < 12 and low.value < high.value:
            inside = (other for other in everything if low.value < other.value < high.value)
            narrow = high.value <= low.value + max(1.0, low.value / 2)
            return narrow and any(units_agree(one, other) for other in inside)
    return False


def _is_year(one: Quantity) -> bool:
    return 1900 <= one.value <= 2100 and one.written.isdecimal()


def _rounds_a_range(
    one: Quantity, low: Quantity, high: Quantity, everything: Sequence[Quantity]
) -> bool:
    """Whether `4 to 12%` has the whole numbers next to 4.2 and 11.7%."""
    if one.digits > 2 or not 0 < high.start - low.end < 8 or low.unit != high.unit:
        return False
    ends = [each for each in everything if units_agree(one, each)]
    return all(
        any(abs(each.value - end.value) <= 0.5 * last_place(each) for end in ends)
        for each in (low, high)
    )


def _same_things(
    one: Quantity,
    same: Sequence[Quantity],
    everything: Sequence[Quantity],
    sentences: Sequence[Sequence[Quantity]],
) -> Quantity | None:
    """Another number of what a small count counts, when its own value counts other things."""
    if one.form != "plain" or one.value > SMALL_COUNT or not one.following:
        return None
    if "." in one.written or is_light(one.following[0]):
        return None
    if not all(other.following for other in same):
        return None
    others = [other for other in everything if other.value != one.value and other.form == "plain"]
    if len(one.following) > 1:
        things = _stems(one.following[:2])
        telling = _stems([word for word in one.following[:2] if not is_light(word)])
        if any(not telling.isdisjoint(_stems(other.following)) for other in same):
            return None
        alike = next((other for other in others if things <= _stems(other.following[:3])), None)
        if alike is not None:
            return alike
    return _same_head(one, same, others, sentences)


def _same_head(
    one: Quantity,
    same: Sequence[Quantity],
    others: Sequence[Quantity],
    sentences: Sequence[Sequence[Quantity]],
) -> Quantity | None:
    """The count of the very things, `five benchmarks`, where the source has three of others."""
    head = counted_things(one)
    if not head or any(
        not theirs or same_things(head, theirs) for theirs in map(counted_things, same)
    ):
        return None
    alike = (other for other in others if stem(counted_things(other)) == stem(head))
    found = next(alike, None)
    return None if found is None or follows_from_counts(one, sentences) else found


def _stems(words: Sequence[str]) -> frozenset[str]:
    return frozenset(stem(part) for word in words for part in word.split("-"))


def _unsupported(one: Quantity, everything: Sequence[Quantity]) -> Problem:
    """A number with no match: another scale of the same figures is a change of unit."""
    for other in everything:
        if other.written == one.written and other.value != one.value and _powers_apart(one, other):
            why = f"the source has {_shown(other)}, not {_shown(one)}"
            return _problem("unit-changed", one, why)
    nearest = _nearest(one, everything)
    if nearest is None:
        return _problem("number-not-in-source", one, f"no '{one.text}' in the source")
    why = f"the source has {_shown(nearest)}, not {_shown(one)}"
    return _problem("number-not-in-source", one, why)


def _powers_apart(one: Quantity, other: Quantity) -> bool:
    if one.value <= 0 or other.value <= 0:
        return False
    power = log10(one.value / other.value)
    return isclose(power, round(power), abs_tol=1e-6)


def _nearest(one: Quantity, everything: Sequence[Quantity]) -> Quantity | None:
    """The number of the source that was most likely meant: of that unit, nearest in value."""
    candidates = [other for other in everything if other.kind == one.kind] or list(everything)
    scale = abs(one.value) + 1.0
    return min(candidates, key=lambda other: abs(other.value - one.value) / scale, default=None)


def _shown(one: Quantity) -> str:
    """The number with its unit, as written: `71.4%`, `1,900 questions`."""
    sign = one.text
    if one.unit == "$":
        return f"${sign}"
    if not one.following or not one.kind:
        return f"'{sign}'"
    first = one.following[0]
    if first in ("%", "x", "×", "°"):
        return f"'{sign}{first}'"
    words = [word for word in one.following[:2] if re.fullmatch(r"[\w/-]+", word)]
    return f"'{' '.join((sign, *words[:1]))}'"


def _problem(kind: str, one: Quantity, why: str) -> Problem:
    if kind == "unit-changed":
        return Problem("unit-changed", one.text, one.start, one.end, why)
    return Problem("number-not-in-source", one.text, one.start, one.end, why)
