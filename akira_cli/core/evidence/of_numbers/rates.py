"""What a number is told of: frames per second, scans a day, cents per page."""

from __future__ import annotations

from collections.abc import Sequence

from akira_cli.core.evidence.of_numbers.number_support import of_one_count
from akira_cli.core.evidence.of_numbers.quantity import Quantity
from akira_cli.core.evidence.of_numbers.units import EVERY, UNITS
from akira_cli.core.evidence.synonyms import same_meaning
from akira_cli.core.evidence.tokens import stem


def other_rate(one: Quantity, same: Sequence[Quantity]) -> tuple[Quantity, str] | None:
    """What the same number is `per` in the source, when that is something else."""
    mine = _per(one)
    same = [other for other in same if other.kind == one.kind or not other.kind or not one.kind]
    rates = [(other, per[0]) for other in same if (per := _per(other))]
    if not mine or not rates or any(_is_rate_of(mine, _per(other)) for other, _ in rates):
        return None
    return rates[0]


def _is_rate_of(mine: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether what stands after `per` has a word in common, or one of its kind: site, hospital."""
    times = [
        {word for word in words if UNITS.get(word, "")[:1] == ("time",)} for words in (mine, theirs)
    ]
    if all(times) and {UNITS[word] for word in times[0]}.isdisjoint(
        UNITS[word] for word in times[1]
    ):
        return False
    return any(
        same_meaning(stem(one), stem(other))
        or of_one_count(one, other)
        or UNITS.get(one, one) == UNITS.get(other, other)
        for one in mine
        for other in theirs
    )


def _per(one: Quantity) -> list[str]:
    """The words after `per` or a slash, the last part of hyphenated ones."""
    if one.following and one.following[0].count("/") == 1 and not one.kind:
        return one.following[0].split("/")[1:]
    told = [EVERY[word] for word in one.following if word in EVERY]
    if told:
        return told
    for place in (0, 1):
        if one.following[place : place + 1] in (("a",), ("each",), ("every",)):
            after = one.following[place + 1 : place + 2]
            return [word for word in after if UNITS.get(word, "")[:1] == ("time",)]
    near = one.following[:5]
    if "per" not in near:
        return []
    after = near[near.index("per") + 1 :]
    return [word.rsplit("-", 1)[-1] for word in after[:3]]
