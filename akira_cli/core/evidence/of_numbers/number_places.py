"""Numbers of the source put into a phrase in which the source has another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from akira_cli.core.evidence.findings import Problem
from akira_cli.core.evidence.of_numbers.number_support import supported_by
from akira_cli.core.evidence.of_numbers.numbers import Quantity
from akira_cli.core.evidence.of_words.polarity import is_light
from akira_cli.core.patterns import Pattern

_WORD = Pattern(r"[^\W\d_]+|%")

Slot = tuple[str, ...]


def slots_of(text: str, found: Sequence[Quantity]) -> dict[Slot, list[Quantity]]:
    """The numbers of a text by the words around them: two before and one after, or one and two."""
    table: dict[Slot, list[Quantity]] = {}
    for one in found:
        if one.named or not one.text[0].isdigit():
            continue
        before = _WORD.findall(text[max(0, one.start - 40) : one.start].lower())[-2:]
        after = _WORD.findall(text[one.end : one.end + 40].lower())[:2]
        for slot in ((*before, "#", *after[:1]), (*before[-1:], "#", *after)):
            if len(slot) == 4 and any(not is_light(word) for word in slot if word not in "#%"):
                table.setdefault(slot, []).append(one)
    return table


def places_of(text: str, found: Sequence[Quantity]) -> dict[Slot, list[Quantity]]:
    """The numbers of a source by the words around them, each with those near it after it.

    One of those may be meant where a writer turns a sentence round.
    """
    near: dict[Quantity, list[Quantity]] = {}
    for one in found:
        near[one] = [other for other in found if abs(other.start - one.start) < _NEAR]
    return {
        slot: [*numbers, *(other for one in numbers for other in near[one])]
        for slot, numbers in slots_of(text, found).items()
    }


_EACH = frozenset(("each", "every", "per", "apiece"))
_NEAR = 80
"""Characters between two numbers of one phrase."""


def _is_sum(one: Quantity, there: Sequence[Quantity]) -> bool:
    """Whether a number is two of the phrase together: `61 with and 60 without` are 121."""
    pairs = combinations(there[:_ADDED], 2)
    return any(one.value == first.value + second.value for first, second in pairs)


_ADDED = 8
"""How many numbers of a phrase are added up."""


def number_place_problems(
    text: str, found: Sequence[Quantity], source: Mapping[Slot, Sequence[Quantity]]
) -> Iterator[Problem]:
    """The numbers of a text that no number of the source in the same phrase bears out."""
    for slot, numbers in slots_of(text, found).items():
        there = source.get(slot, ())
        for one in numbers if there else ():
            if not _EACH.isdisjoint(one.following):
                continue
            if not any(supported_by(one, there)) and not _is_sum(one, there):
                why = f"the source has '{there[0].text}' there, not '{one.text}'"
                yield Problem("number-not-in-source", one.text, one.start, one.end, why)
