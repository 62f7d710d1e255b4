"""Which of the sentences to tell: those that together say most in the words there are.

Every combination of fitting length is weighed, and the best one taken.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final, NamedTuple

from akira_cli.core.settings import Length
from akira_cli.summarisers.extractive.tellings import Telling


class Limits(NamedTuple):
    """How long a text may be, in words and in sentences, and how long a sentence of it."""

    fewest: int
    most: int
    sentences: range
    longest: int
    candidates: int


LIMITS: Final[dict[Length, Limits]] = {
    "short": Limits(20, 40, range(1, 3), 26, 8),
    "normal": Limits(40, 75, range(2, 5), 36, 7),
    "long": Limits(75, 120, range(3, 7), 44, 8),
}
"""`candidates`: of a long abstract only the best sentences are combined, 250 combinations at "
"most."""

ROLE_BONUS: Final = {"proposal": 2.0, "study": 0.5, "method": 1.5, "result": 2.0, "number": 6.5}
"""For each of the roles that a combination fills at all."""

OPENING: Final = 3.5
"""For a first sentence that says what is proposed or studied."""

DANGLING: Final = -14.0
"""For a sentence that points at the one before it, when that one is not there."""

POINTING: Final = -8.0
"""For one with `this gap` in its midst, when the sentence before it is not there."""

PRESUMING: Final = -6.5
"""For a sentence that takes for granted what no sentence before it has told."""

TOLD_TWICE: Final = -4.0
"""For two sentences that share most of their words."""

PER_SENTENCE: Final = -1.0

_BITS: Final = {role: 1 << n for n, role in enumerate(ROLE_BONUS)}
_BONUS: Final = tuple(
    sum(bonus for role, bonus in ROLE_BONUS.items() if bits & _BITS[role])
    for bits in range(1 << len(ROLE_BONUS))
)

Chosen = tuple[Telling, ...]


class _Combination(NamedTuple):
    chosen: Chosen
    words: int
    value: float
    roles: int


_NOTHING: Final = _Combination((), 0, 0.0, 0)


class _Known(NamedTuple):
    """What is asked of every combination: words alone and after the predecessor, and the pairs of
    sentences that share most of their words; by position."""

    alone: dict[int, int]
    following: dict[int, int]
    roles: dict[int, int]
    twice: frozenset[tuple[int, int]]


def best_combination(candidates: Sequence[Telling], limits: Limits) -> Chosen:
    """The combination with the best value among those of fitting length, else the nearest."""
    known = _Known(
        {each.position: len(each.alone.split()) for each in candidates},
        {each.position: len(each.following.split()) for each in candidates},
        {each.position: _bits(each) for each in candidates},
        frozenset(_told_twice(candidates)),
    )
    found = list(_combinations(candidates, limits, _NOTHING, known))
    fitting = [
        each
        for each in found
        if len(each.chosen) in limits.sentences and limits.fewest <= each.words <= limits.most
    ]
    if not fitting and found:
        nearest = min(_distance(each.words, limits) for each in found)
        fitting = [each for each in found if _distance(each.words, limits) == nearest]
    return max(fitting, key=_worth, default=_NOTHING).chosen


def _worth(combination: _Combination) -> float:
    return combination.value + _BONUS[combination.roles]


def _combinations(
    candidates: Sequence[Telling], limits: Limits, base: _Combination, known: _Known
) -> Iterator[_Combination]:
    """All that begin with `base`; none that grew past the limit grows on."""
    before = base.chosen[-1] if base.chosen else None
    for index, candidate in enumerate(candidates, start=1):
        follows = candidate.follows(before)
        words = (known.following if follows else known.alone)[candidate.position]
        longer = _Combination(
            (*base.chosen, candidate),
            base.words + words,
            base.value + candidate.score + PER_SENTENCE + _fit(candidate, base.chosen, known.twice),
            base.roles | known.roles[candidate.position],
        )
        yield longer
        if len(longer.chosen) < limits.sentences[-1] and longer.words < limits.most:
            yield from _combinations(candidates[index:], limits, longer, known)


def _distance(words: int, limits: Limits) -> tuple[int, bool]:
    """Words too few or too many, and whether too many: that text will be cut."""
    return max(limits.fewest - words, words - limits.most, 0), words > limits.most


def _fit(candidate: Telling, chosen: Chosen, twice: frozenset[tuple[int, int]]) -> float:
    """What a sentence gains or loses by what was told before it."""
    reading = candidate.reading
    value = 0.0
    if not candidate.follows(chosen[-1] if chosen else None):
        pointing = POINTING / 2 if candidate.introduces else POINTING
        value += DANGLING * reading.points_back + pointing * reading.mentions_before
    if not chosen:
        value += OPENING * candidate.introduces + PRESUMING * reading.presumes
    elif reading.presumes and not any(each.introduces for each in chosen):
        value += PRESUMING
    if candidate.needs >= 0 and all(each.position != candidate.needs for each in chosen):
        value += PRESUMING
    if twice:
        value += TOLD_TWICE * sum((each.position, candidate.position) in twice for each in chosen)
    return value


def _told_twice(candidates: Sequence[Telling]) -> Iterator[tuple[int, int]]:
    for one, other in combinations(candidates, 2):
        if len(one.words & other.words) > 0.6 * min(len(one.words), len(other.words)):
            yield one.position, other.position


def _bits(telling: Telling) -> int:
    return sum(_BITS[role] for role in telling.reading.roles if role in _BITS)
