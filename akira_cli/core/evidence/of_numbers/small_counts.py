"""Small counts of things, that a writer may have counted where the source does not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from akira_cli.core.evidence.of_numbers.counted import same_things, very_things
from akira_cli.core.evidence.of_numbers.numbers import Quantity
from akira_cli.core.evidence.of_numbers.units import SCALES
from akira_cli.core.evidence.of_words.number_words import SMALL


class Counts(Protocol):
    """How many things the source lists, and how many it counts in two parts."""

    @property
    def list_lengths(self) -> frozenset[int]:
        """The lengths of its lists."""

    @property
    def one_more(self) -> frozenset[int]:
        """One more than each number that something is added to."""

    @property
    def kinds_told(self) -> frozenset[tuple[str, int]]:
        """The things of which it tells several kinds, and how many."""

    def has_word(self, written: str) -> bool:
        """Whether it has a word, but for case and hyphens."""


def is_small_count(one: Quantity, everything: Sequence[Quantity], counts: Counts) -> bool:
    """Whether so many things may have been counted by the writer: none is counted otherwise."""
    if int(one.value) in counts.one_more:
        return True
    if one.following[:1] == ("of",) and not SMALL.keys().isdisjoint(one.following[1:3]):
        return False
    listed = int(one.value) in counts.list_lengths
    if is_counted_otherwise(one, everything, very=listed):
        return False
    return listed or one.value <= 2


def is_counted_otherwise(
    one: Quantity, everything: Sequence[Quantity], *, very: bool = False
) -> bool:
    """Whether the source has another number of the things that are counted, and not this.

    `very` asks for the very things, not for any that may be called so.
    """
    things = [word for word in one.following[:3] if one.value == 1 or word.endswith("s")]
    others = [
        other for other in everything if other.value <= 20 and _counts(other, things, very=very)
    ]
    return bool(others) and all(other.value != one.value for other in others)


def is_free_count(one: Quantity, everything: Sequence[Quantity]) -> bool:
    """Whether a writer may have counted a few things that the source does not count."""
    if one.kind in SCALES or not one.text.isalpha() or one.value > 3:
        return False
    return not is_counted_otherwise(one, everything)


def _counts(other: Quantity, things: Sequence[str], *, very: bool) -> bool:
    """Whether a number counts one of the things, the last words before a mark or a small word."""
    if other.form != "plain" or other.named:
        return False
    heads = [word for word in other.following[:5] if other.value == 1 or word.endswith("s")]
    alike = very_things if very else same_things
    return any(alike(thing, head) for thing in things for head in heads[:1])
