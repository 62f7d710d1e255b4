"""Numbers that the source does not have, and numbers that are of something else there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import isclose, log10
from typing import Protocol

from akira_cli.core.evidence.arithmetic import worked_out
from akira_cli.core.evidence.findings import Problem
from akira_cli.core.evidence.number_support import of_one_count, supported_by, units_agree
from akira_cli.core.evidence.number_words import SMALL
from akira_cli.core.evidence.numbers import Quantity
from akira_cli.core.evidence.polarity import is_light
from akira_cli.core.evidence.synonyms import same_meaning
from akira_cli.core.evidence.tokens import stem
from akira_cli.core.evidence.units import COUNTED, SCALES

SMALL_COUNT = 12
_TOLD_OF_ONE = frozenset(("time", "memory", "length", "mass"))
"""Kinds of units of which even one is compared: `in one hour`, `under one megabyte`."""

_CHECKED = 150
"""How many numbers of a text are compared with the source: more are no summary."""


class Counts(Protocol):
    """How many things the source lists, and how many it counts in two parts."""

    @property
    def list_lengths(self) -> frozenset[int]:
        """The lengths of its lists."""

    @property
    def one_more(self) -> frozenset[int]:
        """One more than each number that something is added to."""


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
    exact = {other.value for other in everything} & {one.value for one in found}
    for one in found:
        if one.named or (one.text.lower() == "one" and one.kind not in _TOLD_OF_ONE):
            continue
        same = [
            other
            for other in supported_by(one, everything)
            if other.value == one.value or other.value not in exact or one.form != other.form
        ]
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
    if not any(units_agree(one, other) for other in known or same):
        measured = any(other.kind in ("share", "fold") for other in same)
        rounded = all(other.value != one.value for other in same)
        free = one.form in ("part", "fold") or one.kind == "time"
        apart = one.unit == "points" or (one.form == "share" and one.digits == 1)
        derived = (rounded or apart or (free and not measured)) and worked_out(one, sentences)
        if not (derived or _is_free_count(one, everything) or _ends_range(one, found, everything)):
            why = f"the source has {_shown(same[0])}, not {_shown(one)}"
            yield _problem("unit-changed", one, why)
    elif (per := _other_rate(one, same)) is not None:
        why = f"the source has '{per[0].text} per {per[1]}'"
        yield _problem("unit-changed", one, why)
    elif (other := _same_things(one, same, everything)) is not None:
        why = f"the source has {_shown(other)}, not {_shown(one)}"
        yield _problem("number-not-in-source", one, why)


def _is_fair(
    one: Quantity,
    sentences: Sequence[Sequence[Quantity]],
    everything: Sequence[Quantity],
    counts: Counts,
) -> bool:
    counted = not one.kind or one.kind in COUNTED
    if one.form == "plain" and one.text.isalpha() and one.value <= SMALL_COUNT and counted:
        return _is_small_count(one, everything, counts)
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
        if "between" in low.before and high.start - low.end < 12 and low.value < high.value:
            inside = (other for other in everything if low.value < other.value < high.value)
            narrow = high.value <= low.value + max(1.0, low.value / 2)
            return narrow and any(units_agree(one, other) for other in inside)
    return False


def _is_small_count(one: Quantity, everything: Sequence[Quantity], counts: Counts) -> bool:
    """Whether so many things may have been counted by the writer: none is counted otherwise."""
    if int(one.value) in counts.one_more:
        return True
    if one.following[:1] == ("of",) and not SMALL.keys().isdisjoint(one.following[1:3]):
        return False
    if _is_counted_otherwise(one, everything):
        return False
    return int(one.value) in counts.list_lengths or one.value <= 2


def _is_counted_otherwise(one: Quantity, everything: Sequence[Quantity]) -> bool:
    """Whether the source has another number of the very things that are counted, and not this."""
    things = [word for word in one.following[:3] if one.value == 1 or word.endswith("s")]
    others = [other for other in everything if other.value <= 20 and _counts(other, things)]
    return bool(others) and all(other.value != one.value for other in others)


def _is_free_count(one: Quantity, everything: Sequence[Quantity]) -> bool:
    """Whether a writer may have counted a few things that the source does not count."""
    if one.kind in SCALES or not one.text.isalpha() or one.value > 3:
        return False
    return not _is_counted_otherwise(one, everything)


def _other_rate(one: Quantity, same: Sequence[Quantity]) -> tuple[Quantity, str] | None:
    """What the same number is `per` in the source, when that is something else."""
    mine = _per(one)
    rates = [(other, per[0]) for other in same if (per := _per(other))]
    if not mine or not rates or any(_is_rate_of(mine, _per(other)) for other, _ in rates):
        return None
    return rates[0]


def _is_rate_of(mine: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether what stands after `per` has a word in common, or one of its kind: site, hospital."""
    return any(
        same_meaning(stem(one), stem(other)) or of_one_count(one, other)
        for one in mine
        for other in theirs
    )


def _per(one: Quantity) -> list[str]:
    """The words after `per`, the last part of hyphenated ones."""
    if "per" not in one.following:
        return []
    after = one.following[one.following.index("per") + 1 :]
    return [word.rsplit("-", 1)[-1] for word in after[:3]]


def _same_things(
    one: Quantity, same: Sequence[Quantity], everything: Sequence[Quantity]
) -> Quantity | None:
    """Another number of what a small count counts, when its own value counts other things."""
    if one.form != "plain" or one.value > SMALL_COUNT or len(one.following) < 2:
        return None
    if "." in one.written or is_light(one.following[0]):
        return None
    things = _stems(one.following[:2])
    if any(not things.isdisjoint(_stems(other.following)) for other in same):
        return None
    others = (other for other in everything if other.value != one.value and other.form == "plain")
    return next((other for other in others if things <= _stems(other.following[:3])), None)


def _stems(words: Sequence[str]) -> frozenset[str]:
    return frozenset(stem(part) for word in words for part in word.split("-"))


def _counts(other: Quantity, things: Sequence[str]) -> bool:
    """Whether a number counts one of the things, the last words before a mark or a small word."""
    if other.form != "plain" or other.named:
        return False
    heads = [word for word in other.following[:5] if other.value == 1 or word.endswith("s")]
    return any(same_meaning(stem(thing), stem(head)) for thing in things for head in heads[:1])


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
